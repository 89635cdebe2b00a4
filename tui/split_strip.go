package tui

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
)

// newStripWindow shows which component moves at which volume: a strip for each,
// and the moves in words.
func newStripWindow(ctx *context) *splitPage {
	p := &splitPage{context: ctx, title: "Which component moves at which volume · esc closes", about: []*finding{searchVolumes}}
	p.write = p.strips
	return p
}

// strips is the page of the strips.
func (p *splitPage) strips(w int) []string {
	s, e := p.styles, p.session.Result
	volumes, _ := e.PeekSplitByVolume()
	t := &pageWriter{styles: s, w: w}
	t.blank()
	if volumes == nil {
		t.text(s.Muted, "working it out: the cheapest placement at every volume …")
		return t.lines
	}
	if len(volumes.Spans) == 0 {
		t.text(s.Text, "Nothing moves: the system has no requests to grow.")
		return t.lines
	}
	t.text(s.Text, fmt.Sprintf("The cheapest placement as the whole system grows in today's proportions. %s; a dot: nothing can run the whole.", p.legend()))
	t.blank()
	longest := 0
	for _, name := range volumes.Components {
		longest = max(longest, ansi.StringWidth(name))
	}
	names := min(longest, 28, w/3) + 2
	axis := volumeAxis{names, max(10, w-names-1)}
	t.lines = append(t.lines, s.Muted.Render(axis.ticks()), axis.today(s, e.Volume()))
	for i, name := range volumes.Components {
		t.lines = append(t.lines, s.Text.Render(fit(" "+name, names, s.Glyphs.Ellipsis))+
			s.strip(axis.columns, "", func(column int) (rune, checklist.Option) { return p.letterAt(volumes, i, axis.at(column)) }))
	}
	t.heading("In words")
	for _, said := range volumes.Sentences() {
		t.bullet(s.Glyphs.Dot, s.Text, said)
	}
	return t.lines
}

// legend names the letters of the platforms.
func (c *context) legend() string {
	var parts []string
	for _, option := range checklist.Placeable {
		platform := c.session.Result.Platform(option)
		parts = append(parts, fmt.Sprintf("%c %s", platform.Letter, platform.Name))
	}
	return strings.Join(parts, ", ")
}

// letterAt is the letter of where component i is at a volume; a dot for
// nowhere.
func (c *context) letterAt(volumes *model.SplitByVolume, i int, volume float64) (rune, checklist.Option) {
	option := volumes.At(i, volume)
	if option == "" {
		return '.', ""
	}
	return c.session.Result.Platform(option).Letter, option
}

// strip draws the letters of some columns, each in its option's colour, with a
// label written over the longest run.
func (s *Styles) strip(columns int, label string, at func(column int) (rune, checklist.Option)) string {
	letters, options := make([]rune, columns), make([]checklist.Option, columns)
	longest, from := 0, 0
	for c, run := 0, 0; c < columns; c++ {
		letters[c], options[c] = at(c)
		if c > 0 && options[c] == options[c-1] {
			run++
		} else {
			run = 1
		}
		if run > longest {
			longest, from = run, c-run+1
		}
	}
	if label = ansi.Truncate(label, max(0, longest-4), s.Glyphs.Ellipsis); label != "" && ansi.StringWidth(label) == len([]rune(label)) {
		copy(letters[from+2:], []rune(" "+label+" "))
	}
	var b strings.Builder
	for c := 0; c < columns; {
		end := c
		for end < columns && options[end] == options[c] {
			end++
		}
		text := string(letters[c:end])
		if options[c] != "" {
			text = s.Option[options[c]].Render(text)
		}
		b.WriteString(text)
		c = end
	}
	return b.String()
}

// volumeAxis lays the volumes out over some columns to the right of names.
type volumeAxis struct{ left, columns int }

// at is the volume in the middle of a column.
func (a volumeAxis) at(column int) float64 {
	return model.LowestVolume * math.Pow(model.HighestVolume/model.LowestVolume, (float64(column)+0.5)/float64(a.columns))
}

// column is where a volume lies, −1 where that is outside.
func (a volumeAxis) column(volume float64) int {
	if volume < model.LowestVolume || volume > model.HighestVolume {
		return -1
	}
	place := math.Log(volume/model.LowestVolume) / math.Log(model.HighestVolume/model.LowestVolume)
	return min(a.columns-1, int(place*float64(a.columns)))
}

// ticks names the decades.
func (a volumeAxis) ticks() string {
	line := []rune(spaces(a.left + a.columns))
	free := 0
	for v := model.LowestVolume; v <= model.HighestVolume*1.01; v *= 10 {
		label := []rune(quantity.FormatCount(v))
		at := min(a.left+a.column(v), len(line)-len(label))
		if at >= free {
			copy(line[at:], label)
			free = at + len(label) + 1
		}
	}
	return string(line)
}

// today points at the volume of today.
func (a volumeAxis) today(s *Styles, volume float64) string {
	column := a.column(volume)
	if column < 0 {
		return ""
	}
	label := s.Glyphs.Down + " you"
	return s.Mark.Render(spaces(min(a.left+column, a.left+a.columns-ansi.StringWidth(label))) + label)
}
