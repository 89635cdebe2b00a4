package system

import (
	"fmt"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// CallsWindow lists what a component calls and what calls it, and lets calls
// be added, changed and removed.
type CallsWindow struct {
	*kit.Context
	pane *Pane
	name string // of the component
	At   int    // the chosen call: first those that it makes, then those that reach it
	w, h int
}

func newCallsWindow(p *Pane) *CallsWindow {
	return &CallsWindow{Context: p.Context, pane: p, name: p.Rows[p.At].Name}
}

func (c *CallsWindow) Scope() keys.Scope { return keys.ScopeCalls }

func (c *CallsWindow) SetSize(w, h int) { c.w, c.h = w, h }

// Refresh takes up a change of the session.
func (c *CallsWindow) Refresh() {
	c.pane.Refresh()
	out, in := c.Edges()
	c.At = max(0, min(c.At, len(out)+len(in)-1))
}

// Edges are the calls that the component makes and those that reach it; none
// where undo has taken the component away.
func (c *CallsWindow) Edges() (out, in []*Edge) {
	if i := c.pane.indexOf(c.name); i >= 0 {
		return c.pane.edgesOf(i)
	}
	return nil, nil
}

// Chosen is the call that the keys act on, nil where there is none.
func (c *CallsWindow) Chosen() *Edge {
	out, in := c.Edges()
	if all := slices.Concat(out, in); c.At < len(all) {
		return all[c.At]
	}
	return nil
}

// chooseCall moves to a call by who makes it and which of its calls it is.
func (c *CallsWindow) chooseCall(from string, call int) {
	out, in := c.Edges()
	for i, e := range slices.Concat(out, in) {
		if e.call == call && c.pane.Rows[e.From].Name == from {
			c.At = i
		}
	}
}

func (c *CallsWindow) Handle(a keys.Action) (tea.Cmd, bool) {
	out, in := c.Edges()
	if at, ok := keys.Walk(c.At, len(out)+len(in), c.room(), a); ok {
		c.At = at
		return nil, true
	}
	switch a {
	case keys.AddItem:
		return c.find(false), true
	case keys.AddCaller:
		return c.find(true), true
	case keys.EditItem, keys.DeleteItem, keys.FollowCall:
		edge := c.Chosen()
		if edge == nil {
			return session.Say("there is no call yet; a adds one, b adds a caller"), true
		}
		return c.act(a, edge), true
	case keys.Cancel, keys.Quit:
		c.pane.ChooseName(c.name)
		return kit.CloseWindow(), true
	}
	return nil, false
}

// act changes the chosen call, or follows it to its other end.
func (c *CallsWindow) act(a keys.Action, e *Edge) tea.Cmd {
	switch a {
	case keys.DeleteItem:
		return c.remove(e)
	case keys.FollowCall:
		other := c.pane.Rows[e.To].Name
		if other == c.name {
			other = c.pane.Rows[e.From].Name
		}
		c.name, c.At = other, 0
		c.pane.ChooseName(other)
		return session.Say("the calls of " + other)
	}
	return kit.OpenWindow(newCallForm(c, c.pane.Rows[e.From].Name, "", e.call))
}

// remove deletes a call.
func (c *CallsWindow) remove(e *Edge) tea.Cmd {
	next := c.Session.Result.Explicit().Clone()
	caller := &next.Components[e.From]
	to := caller.Calls[e.call].To
	caller.Calls = slices.Delete(caller.Calls, e.call, e.call+1)
	if len(caller.Calls) == 0 {
		caller.Calls = nil
	}
	next.ForgetCorrelations()
	text := fmt.Sprintf("%s no longer calls %s; u brings the call back", caller.Name, to)
	if err := c.Session.Apply(next); err != nil {
		return session.Complain(err)
	}
	c.Refresh()
	return session.Say(text)
}

// find asks for the component at the other end of a new call. A call that is
// there already is changed and not made twice.
func (c *CallsWindow) find(caller bool) tea.Cmd {
	p := c.pane
	if p.indexOf(c.name) < 0 {
		return session.Say(c.name + " is not there any more; esc goes back")
	}
	calls := map[string]int{} // by the name at the other end, which call of the caller
	out, in := c.Edges()
	for _, e := range out {
		if !caller {
			calls[p.Rows[e.To].Name] = e.call
		}
	}
	for _, e := range in {
		if caller {
			calls[p.Rows[e.From].Name] = e.call
		}
	}
	var others []kit.Found
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.Name == c.name {
			continue // a component does not call itself
		}
		about := r.cells[ColumnTrigger].text + " · " + r.cells[columnRequests].text + " a month"
		if len(r.Traits) > 0 {
			about += " · " + kit.ChipText(r.Traits)
		}
		if _, there := calls[r.Name]; there {
			about += " · there already: enter changes it"
		}
		others = append(others, kit.Found{Name: r.Name, About: about})
	}
	if len(others) == 0 {
		return session.Say("there is no other component; add one to the table first")
	}
	title := "What does " + c.name + " call?"
	if caller {
		title = "What calls " + c.name + "?"
	}
	pick := func(name string) tea.Cmd {
		from, to := c.name, name
		if caller {
			from, to = name, c.name
		}
		call, there := calls[name]
		if !there {
			call = -1
		}
		return kit.OpenWindow(newCallForm(c, from, to, call))
	}
	return kit.OpenWindow(kit.NewFinder(c.Context, title, "type to narrow the list · ↑↓ choose · enter takes it · esc goes back",
		others, pick, func() tea.Cmd { return kit.OpenWindow(c) }))
}
