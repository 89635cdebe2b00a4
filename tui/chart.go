package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"runwhere/tui/plot"
)

// chartLines appends the lines of a drawn chart in colour; ink gives the style
// of a part, nil for none.
func (s *Styles) chartLines(lines []string, raster *plot.Raster, ink func(plot.Ink) *lipgloss.Style) []string {
	var b strings.Builder
	for y := range raster.Height {
		b.Reset()
		for text, part := range raster.Runs(y) {
			if style := ink(part); style != nil {
				text = style.Render(text)
			}
			b.WriteString(text)
		}
		lines = append(lines, b.String())
	}
	return lines
}

// chartInk is the style of what is the same on every chart, nil for none.
func (s *Styles) chartInk(ink plot.Ink) *lipgloss.Style {
	switch ink {
	case plot.Axis, plot.Label:
		return &s.Muted
	case plot.CrossoverInk, plot.YouInk, plot.CursorInk:
		return &s.Mark
	}
	return nil
}

// ribbon is the line under a chart that says column by column which curve is
// the cheapest there: its letter and its colour, a space and nil for none.
func (s *Styles) ribbon(frame *plot.Frame, cheapest func(column int) (rune, *lipgloss.Style)) string {
	label := "best"
	if frame.Left < len(label)+1 {
		label = ""
	}
	var b strings.Builder
	b.WriteString(s.Muted.Render(fit(" "+label, frame.Left, "")))
	var run []rune
	var style *lipgloss.Style
	flush := func() {
		text := string(run)
		if style != nil {
			text = style.Render(text)
		}
		b.WriteString(text)
		run = run[:0]
	}
	for column := range frame.Width {
		letter, of := cheapest(column)
		if len(run) > 0 && run[0] != letter {
			flush()
		}
		style, run = of, append(run, letter)
	}
	flush()
	return b.String()
}
