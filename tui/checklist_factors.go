package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model"
)

// factorField is the field of the scenario that a factor is given in; nil for
// a factor that only ever follows from the rest.
func factorField(id string) *model.Field {
	f, ok := model.FieldOf("architecture." + id)
	if !ok {
		return nil
	}
	return f
}

// handleFactor acts on the bindings that mean something to the score.
func (p *checklistPane) handleFactor(a Action) (tea.Cmd, bool) {
	last := len(checklist.ArchitectureFactors) - 1
	switch a {
	case MoveUp:
		p.factor = max(0, p.factor-1)
	case MoveDown:
		p.factor = min(last, p.factor+1)
	case First:
		p.factor = 0
	case Last:
		p.factor = last
	case SayYes:
		return p.setFactor("true"), true
	case SayNo:
		return p.setFactor("false"), true
	case LeaveOpen, ClearValue:
		return p.setFactor(""), true
	case Exact:
		return p.askFactorNumber(), true
	case Accept:
		return p.on(), true
	default:
		return nil, false
	}
	return nil, true
}

// digitForFactor answers like the letters and goes to the next factor.
func (p *checklistPane) digitForFactor(key string) tea.Cmd {
	text, ok := map[string]string{"1": "true", "2": "false", "3": ""}[key]
	if !ok {
		return say("1 is yes, 2 is no, 3 leaves it open")
	}
	before := p.factor
	cmd := p.setFactor(text)
	if p.factor == before {
		p.factor = min(p.factor+1, len(checklist.ArchitectureFactors)-1)
	}
	return cmd
}

// setFactor gives the chosen factor a state; "" lets it follow from the rest
// again.
func (p *checklistPane) setFactor(text string) tea.Cmd {
	factor := checklist.ArchitectureFactors[p.factor]
	f := factorField(factor.ID)
	if f == nil {
		return say(factor.Label + " follows from " + factor.Derived)
	}
	next := p.session.Scenario.Clone()
	if text == "" {
		f.Clear(&next, model.At{})
	} else if err := f.SetText(&next, model.At{}, text); err != nil {
		return complain(err)
	}
	if err := p.session.Apply(next); err != nil {
		return complain(err)
	}
	p.build()
	row := &p.session.Result.Score.Rows[p.factor]
	return say(fmt.Sprintf("%s: %s (%s); score %s", factor.Label, stateText(row), sourceText(row, true), scoreText(&p.session.Result.Score)))
}

// askFactorNumber asks for the number of a factor that is one over a
// threshold.
func (p *checklistPane) askFactorNumber() tea.Cmd {
	factor := checklist.ArchitectureFactors[p.factor]
	f := factorField(factor.ID)
	if f == nil || !f.Kind.Numeric() {
		return say(factor.Label + " has no number to type; y is yes, n is no")
	}
	present, _ := f.Text(&p.session.Scenario, model.At{})
	echo := func(text string) (string, error) {
		next := p.session.Scenario.Clone()
		if text == "" {
			return "empty: follows from " + factor.Derived, nil
		}
		if err := f.SetText(&next, model.At{}, text); err != nil {
			return "", plainError(err)
		}
		return fmt.Sprintf("counts as %s", next.Factors.Get(factor.ID).State()), nil
	}
	return openWindow(newPrompt(p.context, factor.Label, f.Allowed(), present, echo, p.setFactor))
}

// clickFactor chooses the factor under the mouse; a click on the chosen one
// goes on to its next state.
func (p *checklistPane) clickFactor(y int) tea.Cmd {
	i := y - 1 + p.factorTop(p.layout.Step.Inner())
	switch {
	case y < 1 || y > p.factorRoom(p.layout.Step.Inner()) || i >= len(checklist.ArchitectureFactors):
		return nil
	case i != p.factor:
		p.factor = i
		return nil
	}
	row := &p.session.Result.Score.Rows[i]
	if row.Source != string(checklist.OriginGiven) {
		return p.setFactor("true")
	}
	return p.setFactor(map[checklist.State]string{checklist.Yes: "false"}[row.State])
}

// factorRoom is the number of factors in sight, below the head and above the
// foot.
func (p *checklistPane) factorRoom(r Rect) int {
	return max(1, min(len(checklist.ArchitectureFactors), r.H-1-len(p.factorFoot(r))))
}

// factorTop is the first factor in sight; the chosen one always is.
func (p *checklistPane) factorTop(r Rect) int {
	room := p.factorRoom(r)
	return max(0, min(p.factor-room/2, len(checklist.ArchitectureFactors)-room))
}

// factorLines lists the factors: what each gives, whether it holds, and from
// where that is known.
func (p *checklistPane) factorLines(r Rect) []string {
	s, rows := p.styles, p.session.Result.Score.Rows
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
	head := "   " + fit("factor", label, "") + fit("holds", state, "") + fit(" adds", points, "")
	if withSource {
		head += " from"
	}
	lines := []string{s.Muted.Render(fit(head, r.W, s.Glyphs.Ellipsis))}
	top := p.factorTop(r)
	for i := top; i < top+p.factorRoom(r); i++ {
		row := &rows[i]
		pointer, ink := "   ", s.Text
		if row.State == checklist.Unknown {
			ink = s.Default
		}
		if i == p.factor {
			pointer, ink = " "+s.Accent.Render(s.Glyphs.Pointer)+" ", s.Strong
		}
		text := fit(row.Label, label-1, s.Glyphs.Ellipsis) + " " + fit(stateText(row), state, "") + fmt.Sprintf("%*s", points, pointsText(row))
		if withSource {
			text += " " + fit(sourceText(row, long), source-1, s.Glyphs.Ellipsis)
		}
		lines = append(lines, pointer+ink.Render(text))
	}
	lines = block(lines, r.W, max(0, r.H-len(p.factorFoot(r))), s.Glyphs.Ellipsis)
	return append(lines, p.factorFoot(r)...)
}

// factorFoot tells all about the chosen factor and what changes it.
func (p *checklistPane) factorFoot(r Rect) []string {
	s, row := p.styles, &p.session.Result.Score.Rows[p.factor]
	factor := &checklist.ArchitectureFactors[p.factor]
	about := fmt.Sprintf("%s: %s, from %s", row.Label, stateText(row), sourceText(row, true))
	if row.State == checklist.Unknown {
		about = row.Label + ": open"
	}
	if n, ok := row.Value.Number(); ok {
		about += ", " + model.FormatCount(round3(n)) + " " + factor.Unit
	}
	lines := s.indent(s.Text, about, r.W-1)
	if r.H >= 16 {
		lines = append(lines, s.indent(s.Muted, derivedText(factor), r.W-1)...)
		lines = append(lines, s.indent(s.Muted, "y or 1 yes · n or 2 no · space or 3 open again · enter goes on", r.W-1)...)
	} else {
		lines = append(lines, s.indent(s.Muted, "y yes · n no · space open · enter on", r.W-1)...)
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

// scoreText is the score, a range while factors are open.
func scoreText(s *checklist.ArchitectureScore) string {
	if s.Low == s.High {
		return fmt.Sprintf("%d of %d", s.Low, checklist.MaxScore)
	}
	return fmt.Sprintf("%d–%d of %d", s.Low, s.High, checklist.MaxScore)
}
