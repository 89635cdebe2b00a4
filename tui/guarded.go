package tui

import (
	tea "charm.land/bubbletea/v2"

	"runwhere/tui/ask"
)

// guardedForm is a form that does not lose what was typed: where something was
// changed, it takes a second esc to leave it.
type guardedForm struct {
	ask     *ask.Form
	leaving bool // esc was pressed once
}

// key gives a key to the form and says how the form was left, if it was.
func (g *guardedForm) key(msg tea.KeyPressMsg) (tea.Cmd, ask.Outcome, ask.Values) {
	cmd := g.ask.Update(msg)
	outcome, values := g.ask.Result()
	if outcome == ask.Cancelled && g.ask.Changed() && !g.leaving {
		g.ask.Reopen()
		g.leaving = true
		return say("changed but not kept yet: ctrl+s keeps it, esc again drops it"), ask.Pending, ask.Values{}
	}
	g.leaving = false
	return cmd, outcome, values
}
