package kit

import (
	"charm.land/bubbletea/v2"

	"runwhere/tui/ask"
	"runwhere/tui/session"
)

// GuardedForm is a form that does not lose what was typed: where something was
// changed, esc asks whether to keep it. Enter then does, wherever in the form;
// another esc drops it.
type GuardedForm struct {
	Ask     *ask.Form
	leaving bool // esc was pressed once
}

// Typed gives a key to the form and says how the form was left, if it was.
func (g *GuardedForm) Typed(msg tea.KeyPressMsg) (tea.Cmd, ask.Outcome, ask.Values) {
	if g.leaving && msg.String() == "enter" {
		msg = tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl} // finishes from any field
	}
	cmd := g.Ask.Update(msg)
	outcome, values := g.Ask.Result()
	if outcome == ask.Cancelled && g.Ask.Changed() && !g.leaving {
		g.Ask.Reopen()
		g.leaving = true
		return session.Say("changed, not kept yet: enter keeps it, esc again drops it"), ask.Pending, ask.Values{}
	}
	g.leaving = false
	return cmd, outcome, values
}

// Receive hands pasted text and the like to the form.
func (g *GuardedForm) Receive(msg tea.Msg) tea.Cmd {
	g.leaving = false
	return g.Ask.Update(msg)
}
