package tui

import (
	"fmt"
	"math"
	"strings"

	"runwhere/model/uncertainty"
)

// slidersTitle says that a letter marks defaults, and which of the sliders are
// in sight where not all of them are.
func (p *sliderColumn) slidersTitle() string {
	room := p.sliderRoom()
	if room >= len(p.sliders) {
		if uncertainty.HasRanges(p.session.Result.Evaluation) {
			return "What if (d default, r range)"
		}
		return "What if (d = default)"
	}
	first := p.firstSlider(room)
	return fmt.Sprintf("What if, %d to %d of %d", first+1, first+room, len(p.sliders))
}

// sliderRoom is how many sliders are in sight.
func (p *sliderColumn) sliderRoom() int { return max(1, p.inSight) }

// firstSlider is the first slider in sight: the chosen one stays in the middle.
func (p *sliderColumn) firstSlider(room int) int {
	return max(0, min(p.at-room/2, len(p.sliders)-room))
}

// sliderLines draws one slider a line; a value that nobody gave is marked.
func (p *sliderColumn) sliderLines(w int) []string {
	s := p.styles
	room := p.sliderRoom()
	first := p.firstSlider(room)
	lines := make([]string, 0, room)
	for i := first; i < min(len(p.sliders), first+room); i++ {
		v := &p.sliders[i]
		pointer, label := "  ", s.Muted.Render(fit(v.label, 11, ""))
		if i == p.at {
			pointer, label = s.Accent.Render(s.Glyphs.Pointer+" "), s.Strong.Render(fit(v.label, 11, ""))
		}
		mark, ink := " ", s.Text
		switch {
		case !v.given:
			mark, ink = "d", s.Default
		case v.wide.IsRange():
			mark = "r"
		}
		rail := w - 2 - 12 - 13
		value := fit(v.value, 11, s.Glyphs.Ellipsis)
		if v.at < 0 || rail < 4 {
			value, rail = fit(v.value, max(0, w-2-12-2), s.Glyphs.Ellipsis), 0
		}
		lines = append(lines, pointer+label+" "+ink.Render(value)+s.Faint.Render(mark)+" "+s.rail(v.at, rail, i == p.at))
	}
	return lines
}

// rail draws where a value stands between its limits.
func (s *Styles) rail(at float64, w int, chosen bool) string {
	if w < 4 || at < 0 {
		return ""
	}
	knob := int(math.Round(math.Min(1, at) * float64(w-1)))
	ink := s.Faint
	if chosen {
		ink = s.Accent
	}
	return s.Faint.Render(strings.Repeat(s.Glyphs.Rail, knob)) + ink.Render(s.Glyphs.Knob) + s.Faint.Render(strings.Repeat(s.Glyphs.Rail, w-1-knob))
}
