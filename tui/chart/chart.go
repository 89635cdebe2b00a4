package chart

import (
	"strings"

	"runwhere/checklist"
	"runwhere/tui/kit"
	"runwhere/tui/plot"
)

// Lines appends the lines of a drawn chart in colour: a curve in that of
// its option.
func Lines(s *kit.Styles, lines []string, raster *plot.Raster, optionOf func(series int) checklist.Option) []string {
	var b strings.Builder
	for y := range raster.Height {
		b.Reset()
		for text, ink := range raster.Runs(y) {
			if i, ok := ink.Series(); ok {
				text = s.Option[optionOf(i)].Render(text)
			} else {
				text = chartInk(s, ink).Render(text)
			}
			b.WriteString(text)
		}
		lines = append(lines, b.String())
	}
	return lines
}

// chartInk is the style of what is no curve.
func chartInk(s *kit.Styles, ink plot.Ink) kit.Style {
	switch ink {
	case plot.Axis, plot.Label:
		return s.Muted
	case plot.CrossoverInk, plot.YouInk, plot.CursorInk:
		return s.Mark
	}
	return kit.Style{}
}

// Ribbon is a labelled line under a chart that says column by column which
// curve is the cheapest there: its letter in its option's colour, a space and ""
// for none.
func Ribbon(s *kit.Styles, frame *plot.Frame, label string, cheapest func(column int) (rune, checklist.Option)) string {
	if frame.Left < len(label)+1 {
		label = ""
	}
	var b strings.Builder
	b.WriteString(s.Muted.Render(kit.Fit(" "+label, frame.Left, "")))
	var run []rune
	var option checklist.Option
	flush := func() {
		text := string(run)
		if option != "" {
			text = s.Option[option].Render(text)
		}
		b.WriteString(text)
		run = run[:0]
	}
	for column := range frame.Width {
		letter, of := cheapest(column)
		if len(run) > 0 && run[0] != letter {
			flush()
		}
		option, run = of, append(run, letter)
	}
	flush()
	return b.String()
}
