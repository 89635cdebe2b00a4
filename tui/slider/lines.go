package slider

import (
	"fmt"
	"math"
	"slices"

	"runwhere/model/quantity"
	"runwhere/model/uncertainty"
	"runwhere/tui/chart"
	"runwhere/tui/kit"
)

// SlidersTitle says that a letter marks defaults, and which of the sliders are
// in sight where not all of them are.
func (p *Column) SlidersTitle() string {
	room := p.sliderRoom()
	if room >= len(p.Sliders) {
		if uncertainty.HasRanges(p.Session.Result.Evaluation) {
			return "What if (d default, r range)"
		}
		return "What if (d = default)"
	}
	first := p.firstSlider(room)
	return fmt.Sprintf("What if, %d to %d of %d", first+1, first+room, len(p.Sliders))
}

// sliderRoom is how many sliders are in sight.
func (p *Column) sliderRoom() int { return max(1, p.InSight) }

// firstSlider is the first slider in sight: the chosen one stays in the middle.
func (p *Column) firstSlider(room int) int {
	return max(0, min(p.At-room/2, len(p.Sliders)-room))
}

// SliderLines draws one slider a line; a value that nobody gave is marked.
func (p *Column) SliderLines(w int) []string {
	s := p.Styles
	room := p.sliderRoom()
	first := p.firstSlider(room)
	lines := make([]string, 0, room)
	for i := first; i < min(len(p.Sliders), first+room); i++ {
		v := &p.Sliders[i]
		pointer, label := "  ", s.Muted.Render(kit.Fit(v.Label, 11, ""))
		if i == p.At {
			pointer, label = s.Accent.Render(s.Glyphs.Pointer+" "), s.Strong.Render(kit.Fit(v.Label, 11, ""))
		}
		mark, ink := " ", s.Text
		switch {
		case !v.Given:
			mark, ink = "d", s.Default
		case v.wide.IsRange():
			mark = "r"
		}
		moves, rail := p.moves(v), w-2-12-13
		if rail -= kit.Width(moves); rail < 4 {
			moves, rail = "", w-2-12-13
		}
		value := kit.Fit(v.Value, 11, s.Glyphs.Ellipsis)
		if v.At < 0 || rail < 4 {
			moves = ""
			value, rail = kit.Fit(v.Value, max(0, w-2-12-2), s.Glyphs.Ellipsis), 0
		}
		lines = append(lines, pointer+label+" "+ink.Render(value)+s.Faint.Render(mark)+" "+chart.Rail(s, v.At, rail, i == p.At)+moves)
	}
	return lines
}

// movesWidth is what the amount takes that an assumed value moves.
const movesWidth = 7

// moves prints how far an assumed value moves the gap between the two that cost the
// least, over what it may be; "" as long as that is not known, and of what somebody
// gave.
func (p *Column) moves(v *Slider) string {
	found, known := p.Session.Result.PeekRestsOn()
	if !known || v.Given || v.Field == nil {
		return ""
	}
	for i := range found.Assumptions {
		a := &found.Assumptions[i]
		if a.Field != v.Field || len(a.Ends) == 0 || a.Components != nil && !slices.Contains(a.Components, p.Component) {
			continue
		}
		text := quantity.Money(a.Moves)
		if math.IsInf(a.Moves, 1) {
			text = "decides"
		}
		return p.Styles.Muted.Render(fmt.Sprintf("%*s", movesWidth, text))
	}
	return ""
}
