package slider

import (
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// Column is a column of sliders over the session's scenario, one of them
// in hand: the lab's assumptions and what the months depend on.
type Column struct {
	*kit.Context
	Sliders   []Slider
	At        int // the chosen slider
	Component int // the component that the component sliders change
	InSight   int // how many lines there are for them
}

// Handle moves between the sliders and acts on the chosen one.
func (p *Column) Handle(a keys.Action) (tea.Cmd, bool) {
	if at, ok := keys.Walk(p.At, len(p.Sliders), p.sliderRoom(), a); ok {
		p.At = at
		return nil, true
	}
	switch a {
	case keys.Lower:
		return p.Change(p.Sliders[p.At].Step(-1)), true
	case keys.Raise:
		return p.Change(p.Sliders[p.At].Step(1)), true
	case keys.LowerCoarse:
		return p.Change(p.Sliders[p.At].Step(-coarse)), true
	case keys.RaiseCoarse:
		return p.Change(p.Sliders[p.At].Step(coarse)), true
	case keys.Exact:
		return p.exact(), true
	case keys.ClearValue:
		return p.reset(), true
	case keys.NextPart:
		p.Component = (p.Component + 1) % len(p.Session.Result.Resolved.Workload.Components)
		return nil, true
	}
	return nil, false
}

// components lets the component that the sliders change be chosen by name. It
// opens on the one that they change now.
func (p *Column) components() *kit.Finder {
	var items []kit.Found
	all := p.Session.Result.Resolved.Workload.Components
	for i := range all {
		items = append(items, kit.Found{Name: all[i].Name, About: quantity.ShortCount(all[i].Requests) + " requests a month"})
	}
	f := kit.NewFinder(p.Context, "Which component do the sliders change?", "type to narrow the list · enter takes it · esc goes back", items,
		func(name string) tea.Cmd {
			p.Component = max(0, slices.IndexFunc(all, func(c costs.Component) bool { return c.Name == name }))
			return kit.CloseWindow()
		}, kit.CloseWindow)
	f.At = p.Component
	return f
}

// Change applies what a slider asks for.
func (p *Column) Change(next scenario.Scenario, err error) tea.Cmd {
	if err == nil {
		err = p.Session.Apply(next)
	}
	if err != nil {
		return session.Complain(err)
	}
	return nil
}

// exact asks for the value of the chosen slider.
func (p *Column) exact() tea.Cmd {
	s := p.Sliders[p.At]
	if s.Set == nil {
		return kit.OpenWindow(p.components())
	}
	return kit.OpenWindow(kit.NewPrompt(p.Context, s.Label, s.About(), s.Plain,
		func(text string) (string, error) {
			if text == "" {
				return "empty: back to the default", nil
			}
			_, err := s.Set(text)
			return "", err
		},
		func(text string) tea.Cmd {
			if text == "" {
				return p.Change(s.Clear())
			}
			return p.Change(s.Set(text))
		}).Limited(ask.NumberLimit))
}

func (p *Column) reset() tea.Cmd {
	s := p.Sliders[p.At]
	if s.Clear == nil {
		return session.Say(s.Label + " has no default")
	}
	return p.Change(s.Clear())
}
