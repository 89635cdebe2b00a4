package system

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbletea/v2"

	"runwhere/costs/words"
	"runwhere/model/scenario"
	"runwhere/tui/session"
)

// duplicate puts a copy of the chosen component below it.
func (p *Pane) duplicate() tea.Cmd {
	next := p.Session.Result.Explicit().Clone()
	twin := next.Clone().Components[p.At] // shares nothing with the original
	twin.Name = freeName(next.Components, twin.Name)
	next.Components = slices.Insert(next.Components, p.At+1, twin)
	if err := p.Session.Apply(next); err != nil {
		return session.Complain(err)
	}
	original := p.Rows[p.At].Name
	p.Refresh()
	p.ChooseName(twin.Name)
	return session.Say(fmt.Sprintf("%s is a copy of %s; enter edits it, u takes it back", twin.Name, original))
}

// freeName returns a name that no component has: orders-2, orders-3, ….
func freeName(components []scenario.Component, name string) string {
	stem := name
	if cut := strings.LastIndexByte(name, '-'); cut > 0 && strings.Trim(name[cut+1:], "0123456789") == "" && cut < len(name)-1 {
		stem = name[:cut]
	}
	for n := 2; ; n++ {
		candidate := fmt.Sprintf("%s-%d", stem, n)
		if !slices.ContainsFunc(components, func(c scenario.Component) bool { return c.Name == candidate }) {
			return candidate
		}
	}
}

// remove deletes the chosen component, the calls that go to it and the correlations of
// its figures.
func (p *Pane) remove() tea.Cmd {
	if p.of.Resolved.Implied {
		return session.Say("this component is only assumed; there is nothing to delete")
	}
	next := p.Session.Scenario.Clone()
	name, line := next.Components[p.At].Name, p.Line()
	next.Components = slices.Delete(next.Components, p.At, p.At+1)
	if len(next.Components) == 0 {
		next.Components = nil
	}
	calls := 0
	for i := range next.Components {
		c := &next.Components[i]
		before := len(c.Calls)
		c.Calls = slices.DeleteFunc(c.Calls, func(call scenario.Call) bool { return call.To == name })
		if calls += before - len(c.Calls); len(c.Calls) == 0 {
			c.Calls = nil
		}
	}
	correlations := next.ForgetCorrelations()
	if err := p.Session.Apply(next); err != nil {
		return session.Complain(err)
	}
	p.Refresh()
	p.chooseLine(line)
	text := "deleted " + name
	if calls > 0 {
		text += " and " + words.Plural(calls, "call") + " to it"
	}
	if correlations > 0 {
		text += ", and " + words.Plural(correlations, "correlation") + " of its figures"
	}
	return session.Say(text + "; u brings it back")
}

// pin fixes the chosen component where the split puts it, or frees it.
func (p *Pane) pin() tea.Cmd {
	row := &p.Rows[p.At]
	if row.option == "" {
		return session.Say(row.Name + " has no place to pin it to: every platform refuses it")
	}
	next := p.Session.Result.Explicit().Clone()
	text := row.Name + " is free; the split finds its place"
	if row.pinned {
		next.Components[p.At].Pin = scenario.Maybe[string]{}
	} else {
		next.Components[p.At].Pin = scenario.Some(string(row.option))
		text = fmt.Sprintf("%s is pinned to %s; x frees it", row.Name, row.cells[columnPlace].text)
	}
	if err := p.Session.Apply(next); err != nil {
		return session.Complain(err)
	}
	return session.Say(text)
}
