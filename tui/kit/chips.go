package kit

import (
	"fmt"
	"strings"
)

// chipNames are the short labels of traits where the trait's own name is too
// long for a table.
var chipNames = map[string]string{
	"stateful": "state", "persistent-connections": "connect", "long-running": "long", "custom-networking": "network",
}

// Chip is a trait as a short word in brackets, which tell it from other words
// without a colour too.
func Chip(trait string) string {
	if short, ok := chipNames[trait]; ok {
		trait = short
	}
	return "[" + trait + "]"
}

// ChipText writes traits one behind the other.
func ChipText(traits []string) string {
	var b strings.Builder
	for _, t := range traits {
		b.WriteString(Chip(t))
	}
	return b.String()
}

// Chips draws traits in w cells. Those that do not fit are counted; none is
// cut in two.
func (s *Styles) Chips(traits []string, w int) string {
	line, width := "", 0
	for i, t := range traits {
		text := Chip(t)
		room := w - width
		if rest := len(traits) - i - 1; rest > 0 {
			room -= len(moreChips(rest))
		}
		if Width(text) > room {
			more := moreChips(len(traits) - i)
			return Fit(line+s.Muted.Render(more), w, s.Glyphs.Ellipsis)
		}
		line += s.Trait[t].Render(text)
		width += Width(text)
	}
	return Fit(line, w, s.Glyphs.Ellipsis)
}

// moreChips counts the traits that had no room.
func moreChips(n int) string { return fmt.Sprintf("+%d", n) }
