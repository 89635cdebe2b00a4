package split

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/scenario"
	"runwhere/tui/session"
)

// pin fixes the chosen component in the scenario where it is now, or frees it
// where it is pinned there.
func (p *Pane) pin() tea.Cmd {
	i := p.Component()
	if i < 0 {
		return session.Say("a call is where its components are: choose one of them to pin it")
	}
	c := p.Session.Split().Placements[i]
	if c.Option == "" {
		return session.Say(c.Component + " has no place to be pinned to")
	}
	if p.Session.Result.Resolved.Pins[i] == c.Option {
		return p.applyPins(map[int]checklist.Option{i: ""}, c.Component+" is free: the optimum is found without its pin")
	}
	return p.applyPins(map[int]checklist.Option{i: c.Option}, fmt.Sprintf("%s is pinned to %s in the scenario; ctrl+s saves it, u undoes it", c.Component, c.Option))
}

// pinAll fixes every component where it is: that is how a placement made by
// hand gets into the file.
func (p *Pane) pinAll() tea.Cmd {
	pins := map[int]checklist.Option{}
	for i, option := range p.Session.Split().Options() {
		if option != "" && p.Session.Result.Resolved.Pins[i] != option {
			pins[i] = option
		}
	}
	if len(pins) == 0 {
		return session.Say("all are pinned where they are; ctrl+s writes that into the file, o removes the pins")
	}
	return p.applyPins(pins, fmt.Sprintf("this placement is pinned, all %s: ctrl+s writes it into the file, u undoes it", words.Plural(len(p.Session.Split().Placements), "component")))
}

// applyPins changes the pins of some components; "" removes one.
func (p *Pane) applyPins(pins map[int]checklist.Option, done string) tea.Cmd {
	next := p.Session.Result.Explicit()
	next.Components = slices.Clone(next.Components)
	for i, option := range pins {
		next.Components[i].Pin = scenario.Maybe[string]{}
		if option != "" {
			next.Components[i].Pin = scenario.Some(string(option))
		}
	}
	if err := p.Session.Apply(next); err != nil {
		return session.Complain(err)
	}
	return session.Say(done)
}
