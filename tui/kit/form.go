package kit

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"runwhere/tui/ask"
	"runwhere/tui/keys"
)

// IndentBlock splits a view into lines, one cell in.
func IndentBlock(view string) []string {
	lines := strings.Split(view, "\n")
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}

// FormBox draws a form with its keys in a box.
func (s *Styles) FormBox(title string, form *ask.Form, w, h int) []string {
	lines := Block(IndentBlock(form.View()), max(0, w-2), max(0, h-3), s.Glyphs.Ellipsis)
	return s.BoxIn(s.Accent, title, append(lines, s.Muted.Render(s.formKeys(w-2))), w, h)
}

// formKeys are the keys of a form in words that fit w cells.
func (s *Styles) formKeys(w int) string {
	g := s.Glyphs
	keys := fmt.Sprintf(" %s%s field · %s%s choice · enter next · esc leave", g.Up, g.Down, g.Left, g.Right)
	for _, more := range []string{" · ctrl+s done and save", " · ctrl+u empties"} {
		if Width(keys+more) <= w {
			keys += more
		}
	}
	return keys
}

// WheelKeys are what the mouse wheel does in a form.
var WheelKeys = map[keys.Action]tea.KeyPressMsg{
	keys.MoveUp: {Code: tea.KeyTab, Mod: tea.ModShift}, keys.MoveDown: {Code: tea.KeyTab},
}
