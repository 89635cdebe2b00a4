package tui

import (
	tea "charm.land/bubbletea/v2"

	"runwhere/tui/ask"
)

// guardedForm is a form that does not lose what was typed: where something was
// changed, esc asks whether to keep it. Enter then does, wherever in the form;
// another esc drops it.
type guardedForm struct {
	ask     *ask.Form
	leaving bool // esc was pressed once
}

// typed gives a key to the form and says how the form was left, if it was.
func (g *guardedForm) typed(msg tea.KeyPressMsg) (tea.Cmd, ask.Outcome, ask.Values) {
	if g.leaving && msg.String() == "enter" {
		msg = tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl} // finishes from any field
	}
	cmd := g.ask.Update(msg)
	outcome, values := g.ask.Result()
	if outcome == ask.Cancelled && g.ask.Changed() && !g.leaving {
		g.ask.Reopen()
		g.leaving = true
		return say("changed, not kept yet: enter keeps it, esc again drops it"), ask.Pending, ask.Values{}
	}
	g.leaving = false
	return cmd, outcome, values
}

// receive hands pasted text and the like to the form.
func (g *guardedForm) receive(msg tea.Msg) tea.Cmd {
	g.leaving = false
	return g.ask.Update(msg)
}
