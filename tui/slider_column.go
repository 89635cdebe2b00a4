package tui

import (
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
)

// sliderColumn is a column of sliders over the session's scenario, one of them
// in hand: the lab's assumptions and what the months depend on.
type sliderColumn struct {
	*context
	sliders   []slider
	at        int // the chosen slider
	component int // the component that the component sliders change
	inSight   int // how many lines there are for them
}

// Handle moves between the sliders and acts on the chosen one.
func (p *sliderColumn) Handle(a Action) (tea.Cmd, bool) {
	if at, ok := walk(p.at, len(p.sliders), p.sliderRoom(), a); ok {
		p.at = at
		return nil, true
	}
	switch a {
	case Lower:
		return p.change(p.sliders[p.at].step(-1)), true
	case Raise:
		return p.change(p.sliders[p.at].step(1)), true
	case LowerCoarse:
		return p.change(p.sliders[p.at].step(-coarse)), true
	case RaiseCoarse:
		return p.change(p.sliders[p.at].step(coarse)), true
	case Exact:
		return p.exact(), true
	case ClearValue:
		return p.reset(), true
	case NextPart:
		p.component = (p.component + 1) % len(p.session.Result.Resolved.Workload.Components)
		return nil, true
	}
	return nil, false
}

// components lets the component that the sliders change be chosen by name. It
// opens on the one that they change now.
func (p *sliderColumn) components() *finder {
	var items []found
	all := p.session.Result.Resolved.Workload.Components
	for i := range all {
		items = append(items, found{all[i].Name, quantity.ShortCount(all[i].Requests) + " requests a month"})
	}
	f := newFinder(p.context, "Which component do the sliders change?", "type to narrow the list · enter takes it · esc goes back", items,
		func(name string) tea.Cmd {
			p.component = max(0, slices.IndexFunc(all, func(c costs.Component) bool { return c.Name == name }))
			return closeWindow()
		}, closeWindow)
	f.at = p.component
	return f
}

// change applies what a slider asks for.
func (p *sliderColumn) change(next scenario.Scenario, err error) tea.Cmd {
	if err == nil {
		err = p.session.Apply(next)
	}
	if err != nil {
		return complain(err)
	}
	return nil
}

// exact asks for the value of the chosen slider.
func (p *sliderColumn) exact() tea.Cmd {
	s := p.sliders[p.at]
	if s.set == nil {
		return openWindow(p.components())
	}
	return openWindow(newPrompt(p.context, s.label, s.about, s.plain,
		func(text string) (string, error) {
			if text == "" {
				return "empty: back to the default", nil
			}
			_, err := s.set(text)
			return "", err
		},
		func(text string) tea.Cmd {
			if text == "" {
				return p.change(s.clear())
			}
			return p.change(s.set(text))
		}).limited(ask.NumberLimit))
}

func (p *sliderColumn) reset() tea.Cmd {
	s := p.sliders[p.at]
	if s.clear == nil {
		return say(s.label + " has no default")
	}
	return p.change(s.clear())
}
