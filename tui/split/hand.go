package split

import (
	"errors"
	"fmt"
	"math"
	"slices"

	tea "charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/split"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// move takes the chosen component to the next platform that takes it. The
// others stay where they are and nothing is pinned.
func (p *Pane) move(by int) tea.Cmd {
	i := p.Component()
	if i < 0 {
		return session.Say("a call moves with its components: choose one of them")
	}
	split := p.Session.Split()
	c := &split.Placements[i]
	refused := ""
	for at := slices.Index(checklist.Placeable, c.Option) + by; at >= 0 && at < len(checklist.Placeable); at += by {
		option := checklist.Placeable[at]
		if refusal, no := c.Refusals[option]; no {
			refused = fmt.Sprintf("%s cannot move to %s: it %s; way round: %s", c.Component, option, refusal.Limit, refusal.Workaround)
			continue
		}
		return p.placeOn(split, i, option)
	}
	if refused != "" {
		return session.Say(refused)
	}
	return session.Say(c.Component + " is at the edge already")
}

// placeOn takes the placement in hand with component i on another option.
func (p *Pane) placeOn(split *split.Split, i int, option checklist.Option) tea.Cmd {
	options := split.Options()
	options[i] = option
	name := split.Placements[i].Component
	p.Session.Hold(&session.Hand{Options: options, From: session.ByHand})
	if p.Session.Hand == nil {
		return session.Say(fmt.Sprintf("%s on %s: that is the optimum again", name, option))
	}
	return session.Say(fmt.Sprintf("%s on %s by hand: %s", name, option, p.against()))
}

// against says what the placement in hand costs beside the optimum.
func (p *Pane) against() string {
	usd, best := p.Session.Split().USD, p.Session.Result.Split.USD
	switch {
	case math.IsInf(usd, 0) || math.IsNaN(usd):
		return "it cannot run"
	case p.Session.Result.Split.Held:
		return quantity.Money(usd) + " a month; the cheapest placement is being searched"
	case math.Abs(usd-best) < quantity.Cent:
		return quantity.Money(usd) + " a month, the same as the optimum"
	}
	return fmt.Sprintf("%s a month, %s against the optimum", quantity.Money(usd), quantity.Change(usd-best))
}

// optimum lets go of the placement in hand. Where nothing is in hand it removes
// the pins, as the cheapest placement of all is the one without them.
func (p *Pane) optimum() tea.Cmd {
	pins := p.Session.Result.Split.Pinned()
	if p.Session.Hand != nil {
		p.Session.Hold(nil)
		text := fmt.Sprintf("the optimum: %s a month", quantity.Money(p.Session.Split().USD))
		if p.Session.Result.Split.Held {
			text = "the placement of before; the cheapest one is being searched"
		}
		if pins > 0 {
			text += fmt.Sprintf(" with %s; o again removes them", words.Plural(pins, "pin"))
		}
		return session.Say(text)
	}
	if pins == 0 {
		return session.Say("this is the optimum; nothing is in hand and nothing is pinned")
	}
	next := p.Session.Scenario
	next.Components = slices.Clone(next.Components)
	for i := range next.Components {
		next.Components[i].Pin = scenario.Maybe[string]{}
	}
	before := p.Session.Split().USD
	if err := p.Session.Apply(next); err != nil {
		return session.Complain(err)
	}
	if p.Session.Result.Split.Held {
		return session.Say(words.Plural(pins, "pin") + " removed: the cheapest placement is being searched; u brings them back")
	}
	after := p.Session.Split().USD
	return session.Say(fmt.Sprintf("%s removed: the optimum costs %s a month (%s); u brings them back", words.Plural(pins, "pin"), quantity.Money(after), quantity.Change(after-before)))
}

// takePattern takes the framework's pattern into the hand and opens the list of
// what differs from the optimum, and why.
func (p *Pane) takePattern() tea.Cmd {
	pattern := p.Session.Result.Pattern()
	p.Session.Hold(&session.Hand{Options: pattern.Split.Options(), From: session.FromPattern})
	return kit.OpenWindow(newPatternWindow(p.Context))
}

// takeRunnerUp takes the second best placement into the hand when it is found.
func (p *Pane) takeRunnerUp() tea.Cmd {
	p.Work.Ask(&session.Request{
		Doing: "taking the runner-up into the hand", Of: p.Session.Result,
		Needs: []*session.Finding{session.SearchRunnerUp}, Then: p.holdRunnerUp,
	})
	return nil
}

// holdRunnerUp takes the runner-up that was found into the hand.
func (p *Pane) holdRunnerUp(error) tea.Cmd {
	r, known := p.Session.Result.PeekRunnerUp()
	switch {
	case !known:
		return session.Complain(errors.New("the runner-up could not be worked out"))
	case r == nil:
		return session.Say("there is no runner-up: no other placement can run")
	}
	p.Session.Hold(&session.Hand{Options: r.Options, From: session.FromRunnerUp})
	p.Refresh()
	text := "runner-up: " + p.against()
	if len(r.Moves) == 1 {
		text += fmt.Sprintf("; %s on %s instead of %s", r.Moves[0].Component, r.Moves[0].To, r.Moves[0].From)
	} else {
		text += fmt.Sprintf("; %s elsewhere", words.Plural(len(r.Moves), "component"))
	}
	if !r.Optimal {
		text += "; the best that was found"
	}
	return session.Say(text)
}
