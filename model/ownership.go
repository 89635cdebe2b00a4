package model

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// Ownership is what an option costs a month, today and at the horizon, with
// and without people and tools: USD, +Inf where there is no figure.
type Ownership struct {
	Option     checklist.Option
	Name       string // of the platform that stands for it
	Now        float64
	NowPeople  float64 // Now with the people and tools that are known
	Then       float64
	ThenPeople float64
	People     PeopleKnown
	Why        string // why a figure is missing
}

// PeopleKnown says how much is known of the people and tools of an option.
type PeopleKnown string

// How much can be known: of a hybrid at least the second toolchain, an
// assumption, so that the figure with people is the least that it costs.
const (
	PeopleGiven   PeopleKnown = "known"
	PeopleInPart  PeopleKnown = "in-part"
	PeopleUnknown PeopleKnown = "unknown"
)

// WithPeople prints a figure with people: the least where not all of them are
// known, and that it is unknown where none are.
func (o *Ownership) WithPeople(usd float64) string { return o.People.Total(usd) }

// Total is the one rule for a figure with people, on every screen and in every
// report: people that nobody gave are not nothing.
func (k PeopleKnown) Total(usd float64) string {
	switch k {
	case PeopleUnknown:
		return "unknown"
	case PeopleInPart:
		return "from " + Money(usd)
	}
	return Money(usd)
}

// Ownership returns the cost of ownership of each option in the order of the
// ranking.
func (e *Evaluation) Ownership(o *Outlook) []Ownership {
	var list []Ownership
	for _, r := range e.Verdict.Ranking {
		i := o.Line(r.Option)
		if i < 0 {
			continue
		}
		l := &o.Lines[i]
		own := Ownership{
			Option: r.Option, Name: l.Name, Now: l.Bills[0], Then: l.Bills[o.Horizon],
			NowPeople: l.Bills[0] + l.PeopleUSD, ThenPeople: l.Bills[o.Horizon] + l.PeopleUSD, People: e.PeopleOf(r.Option), Why: l.Why,
		}
		switch unknown := e.NoFigure(r.Option); {
		case unknown != "":
			own.Why = unknown
		case r.Feasible && !e.ownPrice(&r):
			own.Why = "its parts are not described yet, so it has no bill of its own"
		case own.Why == "" && !r.Feasible:
			own.Why = r.Why
		}
		list = append(list, own)
	}
	return list
}

// PeopleOf says how much is known of the people and tools of an option.
func (e *Evaluation) PeopleOf(o checklist.Option) PeopleKnown {
	if o != checklist.Hybrid {
		return e.PeopleKnown(e.Platform(costs.Option(o)))
	}
	mix := e.mixedSplit()
	if mix == nil {
		return PeopleUnknown
	}
	return e.mixPeople(mix)
}

// PeopleKnown says how much is known of the people and tools of a platform or
// of the best mix.
func (e *Evaluation) PeopleKnown(p *costs.Platform) PeopleKnown {
	switch {
	case p == e.Mix:
		return e.mixPeople(&e.Split)
	case len(p.People) == 0:
		return PeopleUnknown
	}
	return PeopleGiven
}

// mixPeople looks at the sides of a placement: people.second_toolchain stands
// for those after the first.
func (e *Evaluation) mixPeople(s *Split) PeopleKnown {
	if slices.ContainsFunc(s.sides(), func(o int) bool { return len(e.Platforms[o].People) > 0 }) {
		return PeopleGiven
	}
	return PeopleInPart
}

// Unpaid names the options for which not all people and tools are known: the
// bill alone is not what they cost.
func Unpaid(list []Ownership) []string {
	var names []string
	for i := range list {
		if own := &list[i]; own.People != PeopleGiven && !math.IsInf(own.Now, 1) {
			names = append(names, own.Option.Title())
		}
	}
	return names
}
