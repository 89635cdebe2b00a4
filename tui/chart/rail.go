package chart

import (
	"math"
	"strings"

	"runwhere/tui/kit"
)

// Rail draws where a value is between its limits.
func Rail(s *kit.Styles, at float64, w int, chosen bool) string {
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
