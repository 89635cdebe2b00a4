package chart

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

// Legend names the letters of the platforms.
func Legend(c *kit.Context) string {
	var parts []string
	for _, option := range checklist.Placeable {
		platform := c.Session.Result.Platform(option)
		parts = append(parts, fmt.Sprintf("%c %s", platform.Letter, platform.Name))
	}
	return strings.Join(parts, ", ")
}

// LetterAt is the letter of where component i is at a volume; a dot for
// nowhere.
func LetterAt(c *kit.Context, volumes *model.SplitByVolume, i int, volume float64) (rune, checklist.Option) {
	option := volumes.At(i, volume)
	if option == "" {
		return '.', ""
	}
	return c.Session.Result.Platform(option).Letter, option
}

// Strip draws the letters of some columns, each in its option's colour, with a
// label written over the longest run.
func Strip(s *kit.Styles, columns int, label string, at func(column int) (rune, checklist.Option)) string {
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
	if label = ansi.Truncate(label, max(0, longest-4), s.Glyphs.Ellipsis); label != "" && kit.Width(label) == len([]rune(label)) {
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

// VolumeAxis lays the volumes out over some columns to the right of names.
type VolumeAxis struct{ Left, Columns int }

// At is the volume in the middle of a column.
func (a VolumeAxis) At(column int) float64 {
	return model.LowestVolume * math.Pow(model.HighestVolume/model.LowestVolume, (float64(column)+0.5)/float64(a.Columns))
}

// column is where a volume lies, −1 where that is outside.
func (a VolumeAxis) column(volume float64) int {
	if volume < model.LowestVolume || volume > model.HighestVolume {
		return -1
	}
	share := math.Log(volume/model.LowestVolume) / math.Log(model.HighestVolume/model.LowestVolume)
	return min(a.Columns-1, int(share*float64(a.Columns)))
}

// Ticks names the decades.
func (a VolumeAxis) Ticks() string {
	line := []rune(kit.Spaces(a.Left + a.Columns))
	free := 0
	for v := model.LowestVolume; v <= model.HighestVolume*1.01; v *= 10 {
		label := []rune(quantity.FormatCount(v))
		at := min(a.Left+a.column(v), len(line)-len(label))
		if at >= free {
			copy(line[at:], label)
			free = at + len(label) + 1
		}
	}
	return string(line)
}

// Today points at the volume of today.
func (a VolumeAxis) Today(s *kit.Styles, volume float64) string {
	column := a.column(volume)
	if column < 0 {
		return ""
	}
	label := s.Glyphs.Down + " you"
	return s.Mark.Render(kit.Spaces(min(a.Left+column, a.Left+a.Columns-kit.Width(label))) + label)
}
