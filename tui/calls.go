package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
)

// callsWindow lists what a component calls and what calls it, and lets calls
// be added, changed and removed.
type callsWindow struct {
	*context
	pane *systemPane
	name string // of the component
	at   int    // the chosen call: first those that it makes, then those that reach it
	w, h int
}

func newCallsWindow(p *systemPane) *callsWindow {
	return &callsWindow{context: p.context, pane: p, name: p.rows[p.at].name}
}

func (c *callsWindow) Scope() Scope     { return ScopeCalls }
func (c *callsWindow) SetSize(w, h int) { c.w, c.h = w, h }

// Refresh takes up a change of the session.
func (c *callsWindow) Refresh() {
	c.pane.Refresh()
	out, in := c.edges()
	c.at = max(0, min(c.at, len(out)+len(in)-1))
}

// edges are the calls that the component makes and those that reach it; none
// where undo has taken the component away.
func (c *callsWindow) edges() (out, in []*systemEdge) {
	if i := c.pane.indexOf(c.name); i >= 0 {
		return c.pane.edgesOf(i)
	}
	return nil, nil
}

// chosen is the call that the keys act on, nil where there is none.
func (c *callsWindow) chosen() *systemEdge {
	out, in := c.edges()
	if all := slices.Concat(out, in); c.at < len(all) {
		return all[c.at]
	}
	return nil
}

// chooseCall moves to a call by who makes it and which of its calls it is.
func (c *callsWindow) chooseCall(from string, call int) {
	out, in := c.edges()
	for i, e := range slices.Concat(out, in) {
		if e.call == call && c.pane.rows[e.from].name == from {
			c.at = i
		}
	}
}

func (c *callsWindow) Handle(a Action) (tea.Cmd, bool) {
	out, in := c.edges()
	if at, ok := walk(c.at, len(out)+len(in), c.room(), a); ok {
		c.at = at
		return nil, true
	}
	switch a {
	case AddItem:
		return c.find(false), true
	case AddCaller:
		return c.find(true), true
	case EditItem, DeleteItem, FollowCall:
		edge := c.chosen()
		if edge == nil {
			return say("there is no call yet; a adds one, b adds a caller"), true
		}
		return c.act(a, edge), true
	case Cancel, Quit:
		c.pane.chooseName(c.name)
		return closeWindow(), true
	}
	return nil, false
}

// act changes the chosen call, or follows it to its other end.
func (c *callsWindow) act(a Action, e *systemEdge) tea.Cmd {
	switch a {
	case DeleteItem:
		return c.remove(e)
	case FollowCall:
		other := c.pane.rows[e.to].name
		if other == c.name {
			other = c.pane.rows[e.from].name
		}
		c.name, c.at = other, 0
		c.pane.chooseName(other)
		return say("the calls of " + other)
	}
	return openWindow(newCallForm(c, c.pane.rows[e.from].name, "", e.call))
}

// remove deletes a call.
func (c *callsWindow) remove(e *systemEdge) tea.Cmd {
	next := c.session.Result.Explicit().Clone()
	caller := &next.Components[e.from]
	to := caller.Calls[e.call].To
	caller.Calls = slices.Delete(caller.Calls, e.call, e.call+1)
	if len(caller.Calls) == 0 {
		caller.Calls = nil
	}
	text := fmt.Sprintf("%s no longer calls %s; u brings the call back", caller.Name, to)
	if err := c.session.Apply(next); err != nil {
		return complain(err)
	}
	c.Refresh()
	return say(text)
}

// find asks for the component at the other end of a new call. A call that is
// there already is changed and not made twice.
func (c *callsWindow) find(caller bool) tea.Cmd {
	p := c.pane
	if p.indexOf(c.name) < 0 {
		return say(c.name + " is not there any more; esc goes back")
	}
	calls := map[string]int{} // by the name at the other end, which call of the caller
	out, in := c.edges()
	for _, e := range out {
		if !caller {
			calls[p.rows[e.to].name] = e.call
		}
	}
	for _, e := range in {
		if caller {
			calls[p.rows[e.from].name] = e.call
		}
	}
	var others []found
	for i := range p.rows {
		r := &p.rows[i]
		if r.name == c.name {
			continue // a component does not call itself
		}
		about := r.cells[columnTrigger].text + " · " + r.cells[columnRequests].text + " a month"
		if len(r.traits) > 0 {
			about += " · " + chipText(r.traits)
		}
		if _, there := calls[r.name]; there {
			about += " · there already: enter changes it"
		}
		others = append(others, found{r.name, about})
	}
	if len(others) == 0 {
		return say("there is no other component; add one to the table first")
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
		return openWindow(newCallForm(c, from, to, call))
	}
	return openWindow(newFinder(c.context, title, "type to narrow the list · ↑↓ choose · enter takes it · esc goes back",
		others, pick, func() tea.Cmd { return openWindow(c) }))
}
