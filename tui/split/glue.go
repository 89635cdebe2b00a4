package split

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/tui/kit"
)

// pair returns what crosses between two options, nil where nothing does.
func (v *shown) pair(a, b checklist.Option) *split.Between {
	for i := range v.between {
		if v.between[i].A == a && v.between[i].B == b {
			return &v.between[i]
		}
	}
	return nil
}

// letters names a pair of options by the letters of their platforms.
func (p *Pane) letters(a, b checklist.Option) string {
	e := p.Session.Result
	return fmt.Sprintf("%c-%c", e.Platform(a).Letter, e.Platform(b).Letter)
}

// nothingAcross says why no calls are between two boxes: nobody described any,
// or none of them crosses.
func (p *Pane) nothingAcross() string {
	if len(p.Session.Result.Resolved.Workload.Calls) == 0 {
		return "no calls described"
	}
	return "no calls"
}

// pairText is the glue of a pair in one line: calls, cost and what for.
func (p *Pane) pairText(a, b checklist.Option) string {
	sum := p.Shown.pair(a, b)
	if sum == nil {
		return p.letters(a, b) + " " + p.nothingAcross()
	}
	return p.letters(a, b) + " " + pairFigures(sum)
}

func pairFigures(sum *split.Between) string {
	text := fmt.Sprintf("%s calls %s", quantity.ShortCount(sum.Calls), quantity.Money(sum.USD))
	if by := glueParts(sum); len(by) > 0 {
		text += ": " + strings.Join(by, ", ")
	}
	return text
}

// glueParts says what the glue of a pair is paid for.
func glueParts(sum *split.Between) []string {
	var parts []string
	for _, part := range []struct {
		name string
		usd  float64
	}{{"events", sum.Events}, {"gateway", sum.Gateway}, {quantity.ShortCount(sum.GiB) + " GB", sum.Data}} {
		if part.usd >= quantity.Cent {
			parts = append(parts, part.name+" "+quantity.Money(part.usd))
		}
	}
	if sum.Unknown {
		parts = append(parts, "some unpriced")
	}
	return parts
}

// gap is what is between two neighbouring boxes.
func (p *Pane) gap(a, b checklist.Option, w, h int) []string {
	s := p.Styles
	sum := p.Shown.pair(a, b)
	arrow := s.Glyphs.Left + strings.Repeat(s.Glyphs.Horizontal, w-4) + s.Glyphs.Right
	var lines []string
	if sum == nil {
		lines = []string{s.Faint.Render(centred(strings.Repeat(s.Glyphs.Horizontal+" ", (w-4)/2), w, "")), s.Muted.Render(centred(p.nothingAcross(), w, ""))}
	} else {
		lines = []string{
			s.Text.Render(centred(quantity.ShortCount(sum.Calls)+" calls", w, "")),
			s.Border.Render(centred(arrow, w, "")),
			s.Strong.Render(centred(quantity.Money(sum.USD)+" a month", w, "")),
		}
		for _, part := range glueParts(sum) {
			lines = append(lines, s.Muted.Render(centred(part, w, s.Glyphs.Ellipsis)))
		}
	}
	out := make([]string, 0, h)
	for range (h - min(h, len(lines))) / 2 {
		out = append(out, kit.Spaces(w))
	}
	out = append(out, lines[:min(h, len(lines))]...)
	return kit.Block(out, w, h, "")
}

// span is the glue between boxes that are not beside each other, in a line below
// all of them: between the two with the dearest calls, else the outer two.
func (p *Pane) span(options []checklist.Option, centres []int) string {
	last := len(options) - 1
	a, b, from, to, dearest := options[0], options[last], centres[0], centres[last], -1.0
	for i := range options {
		for k := i + 2; k < len(options); k++ {
			if sum := p.Shown.pair(options[i], options[k]); sum != nil && sum.USD > dearest {
				a, b, from, to, dearest = options[i], options[k], centres[i], centres[k], sum.USD
			}
		}
	}
	s := p.Styles
	text := " " + p.pairText(a, b) + " "
	if p.Shown.pair(a, b) != nil {
		text += "a month "
	}
	room := to - from - 1
	text = ansi.Truncate(s.PlainText(text), room, s.Glyphs.Ellipsis)
	left := (room - kit.Width(text)) / 2
	right := room - kit.Width(text) - left
	ink := s.Text
	if p.Shown.pair(a, b) == nil {
		ink = s.Muted
	}
	dashes := func(n int) string { return strings.Repeat(s.Glyphs.Horizontal, n) }
	return kit.Spaces(from) + s.Border.Render(s.Glyphs.BottomLeft+dashes(left)) + ink.Render(text) + s.Border.Render(dashes(right)+s.Glyphs.BottomRight)
}
