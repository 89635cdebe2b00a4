package ask

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// movements is the key map given to every huh field. It holds only what moves
// a highlight or toggles a choice; bindings that are left out stay disabled, so
// huh can neither filter, nor submit, nor quit, nor leave a field by itself.
func movements() *huh.KeyMap {
	var (
		up     = key.NewBinding(key.WithKeys("up", "k", "ctrl+p"))
		down   = key.NewBinding(key.WithKeys("down", "j", "ctrl+n"))
		halfUp = key.NewBinding(key.WithKeys("pgup", "ctrl+u"))
		halfDn = key.NewBinding(key.WithKeys("pgdown", "ctrl+d"))
		top    = key.NewBinding(key.WithKeys("home", "g"))
		bottom = key.NewBinding(key.WithKeys("end", "G"))
		toggle = key.NewBinding(key.WithKeys("space", "x"))
		all    = key.NewBinding(key.WithKeys("ctrl+a"))
	)
	return &huh.KeyMap{
		Select: huh.SelectKeyMap{
			Up: up, Down: down, HalfPageUp: halfUp, HalfPageDown: halfDn,
			GotoTop: top, GotoBottom: bottom,
		},
		MultiSelect: huh.MultiSelectKeyMap{
			Up: up, Down: down, HalfPageUp: halfUp, HalfPageDown: halfDn,
			GotoTop: top, GotoBottom: bottom, Toggle: toggle, SelectAll: all,
		},
	}
}

// digit returns the index that a key 1 to 9 stands for among n choices, and
// whether there is such a choice.
func digit(press tea.KeyPressMsg, n int) (int, bool) {
	name := press.String()
	if len(name) != 1 || name[0] < '1' || name[0] > '9' {
		return 0, false
	}
	i := int(name[0] - '1')
	return i, i < n
}

// numeral returns the digit that picks choice i, or a space where no digit can.
func numeral(i int) string {
	if i > 8 {
		return " "
	}
	return string(rune('1' + i))
}
