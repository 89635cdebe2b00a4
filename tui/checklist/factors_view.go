package checklist

import (
	"fmt"
	"strings"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

// factorRoom is the number of factors in sight, below the head and above the
// foot.
func (p *Pane) factorRoom(r kit.Rect) int {
	return max(1, min(len(checklist.ArchitectureFactors), r.H-1-len(p.factorFoot(r))))
}

// factorTop is the first factor in sight; the chosen one always is.
func (p *Pane) factorTop(r kit.Rect) int {
	room := p.factorRoom(r)
	return max(0, min(p.Factor-room/2, len(checklist.ArchitectureFactors)-room))
}

// factorLines lists the factors: what each gives, whether it holds, and from
// where that is known.
func (p *Pane) factorLines(r kit.Rect) []string {
	s, rows := p.Styles, p.Session.Result.Score.Rows
	const state, points = 5, 5
	source, long := 8, r.W >= 60
	if long {
		source = 12
	}
	label := r.W - 3 - state - points - source
	if label < 18 {
		label += source
	}
	withSource := label+3+state+points+source <= r.W
	head := "   " + kit.Fit("factor", label, "") + kit.Fit("holds", state, "") + kit.Fit(" adds", points, "")
	if withSource {
		head += " from"
	}
	lines := []string{s.Muted.Render(kit.Fit(head, r.W, s.Glyphs.Ellipsis))}
	top := p.factorTop(r)
	end := top + p.factorRoom(r)
	for i := top; i < end; i++ {
		row := &rows[i]
		pointer, ink := "   ", s.Text
		if row.State == checklist.Unknown {
			ink = s.Default
		}
		if i == p.Factor {
			pointer, ink = " "+s.Accent.Render(s.Glyphs.Pointer)+" ", s.Strong
		}
		text := kit.Fit(row.Label, label-1, s.Glyphs.Ellipsis) + " " + kit.Fit(stateText(row), state, "") + fmt.Sprintf("%*s", points, pointsText(row))
		if withSource {
			text += " " + kit.Fit(sourceText(row, long), source-1, s.Glyphs.Ellipsis)
		}
		lines = append(lines, pointer+ink.Render(text))
	}
	lines = kit.Block(lines, r.W, max(0, r.H-len(p.factorFoot(r))), s.Glyphs.Ellipsis)
	return append(lines, p.factorFoot(r)...)
}

// factorFoot tells all about the chosen factor and what changes it.
func (p *Pane) factorFoot(r kit.Rect) []string {
	s, row := p.Styles, &p.Session.Result.Score.Rows[p.Factor]
	factor := &checklist.ArchitectureFactors[p.Factor]
	about := fmt.Sprintf("%s: %s, from %s", row.Label, stateText(row), sourceText(row, true))
	if row.State == checklist.Unknown {
		about = row.Label + ": open"
	}
	if n, ok := row.Value.Number(); ok {
		about += ", " + quantity.ShortCount(n) + " " + factor.Unit
	}
	lines := s.Indent(s.Text, about, r.W-1)
	if r.H >= 16 {
		lines = append(lines, s.Indent(s.Muted, derivedText(factor), r.W-1)...)
		lines = append(lines, s.Indent(s.Muted, "y or 1 yes · n or 2 no · space or 3 open again · enter goes on", r.W-1)...)
	} else {
		lines = append(lines, s.Indent(s.Muted, "y yes · n no · space open · enter on", r.W-1)...)
	}
	return lines[:min(len(lines), max(0, r.H-2))]
}

// derivedText says what tells a factor that was not given.
func derivedText(factor *checklist.Factor) string {
	if reason, nothing := strings.CutPrefix(factor.Derived, "nothing"); nothing {
		return "nothing else tells it" + reason
	}
	return "unless given it follows from " + factor.Derived
}

// stateText is whether a factor holds, "open" where that is unknown.
func stateText(row *checklist.FactorRow) string {
	if row.State == checklist.Unknown {
		return "open"
	}
	return string(row.State)
}

// pointsText is what a factor adds to the score, a range where it is open.
func pointsText(row *checklist.FactorRow) string {
	switch row.State {
	case checklist.Yes:
		return fmt.Sprintf("+%d", row.Points)
	case checklist.No:
		return "0"
	}
	return fmt.Sprintf("0–%d", row.Weight)
}

// sourceText says from where a factor is known, at length or in a few letters.
func sourceText(row *checklist.FactorRow, long bool) string {
	if id, ok := strings.CutPrefix(row.Source, "checklist."); ok {
		for i, q := range checklist.Questions {
			if q.ID == id {
				if !long {
					return fmt.Sprintf("q%d", i+1)
				}
				return fmt.Sprintf("question %d", i+1)
			}
		}
		return id
	}
	switch {
	case row.State == checklist.Unknown:
		return "open"
	case !long && row.Source == string(checklist.OriginComponents):
		return "system"
	}
	return row.Source
}
