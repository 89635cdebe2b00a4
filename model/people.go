package model

import (
	"slices"

	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// PeopleKnown says how much is known of the people and tools of an option.
type PeopleKnown string

// How much can be known: of a hybrid at least the second toolchain, an
// assumption, so that the figure with people is the least that it costs.
const (
	PeopleGiven   PeopleKnown = "known"
	PeopleInPart  PeopleKnown = "in-part"
	PeopleUnknown PeopleKnown = "unknown"
)

// Total is the one rule for a figure with people, on every screen and in every
// report: people that nobody gave are not nothing.
func (k PeopleKnown) Total(usd float64) string {
	switch k {
	case PeopleUnknown:
		return "unknown"
	case PeopleInPart:
		return "from " + quantity.Money(usd)
	}
	return quantity.Money(usd)
}

// PeopleKnown says how much is known of the people and tools of a platform or
// of the best mix.
func (e *Evaluation) PeopleKnown(p *costs.Platform) PeopleKnown {
	switch {
	case p == e.Mix:
		return e.MixPeople(&e.Split)
	case len(p.People) == 0:
		return PeopleUnknown
	}
	return PeopleGiven
}

// MixPeople looks at the sides of a placement: people.second_toolchain stands
// for those after the first.
func (e *Evaluation) MixPeople(s *split.Split) PeopleKnown {
	if slices.ContainsFunc(s.Sides(), func(o int) bool { return len(e.Platforms[o].People) > 0 }) {
		return PeopleGiven
	}
	return PeopleInPart
}
