package model

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
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

// GivenPeople is the source of a line that the scenario gives.
const GivenPeople = "given"

// resolvePeople returns the people lines of each option. Kubernetes has the
// framework's published figures where the scenario gives none; for the other
// options none are published, so only what is given counts.
func resolvePeople(s *scenario.Scenario) map[checklist.Option][]costs.PeopleLine {
	lines := map[checklist.Option][]costs.PeopleLine{}
	for _, option := range checklist.Placeable {
		for _, tax := range checklist.HiddenTax {
			line := costs.PeopleLine{ID: tax.ID, Label: tax.Label, USD: tax.USD, Source: checklist.Source, AsOf: checklist.SourceAsOf}
			if f, known := scenario.FieldOf(paths.PeopleLine(option, tax.ID)); known {
				if given, ok := f.Amount(s, scenario.At{}); ok {
					line.USD, line.Source, line.AsOf = given.Value(), GivenPeople, ""
				} else if option != checklist.Kubernetes {
					continue
				}
			}
			lines[option] = append(lines[option], line)
		}
	}
	return lines
}

// peopleOf returns the people lines of a platform: those of its option. A
// cluster takes the same people whatever its pods hold, so for Wasm in a
// cluster of one's own what nobody gave is what the Kubernetes side has.
func (r *Resolved) peopleOf(p *costs.Platform) []costs.PeopleLine {
	lines := r.People[p.Option]
	if kind, _ := costs.KindOf(p.ID); kind.Provider != "" || p.Option == checklist.Kubernetes {
		return lines
	}
	own := slices.Clone(lines)
	for _, line := range r.People[checklist.Kubernetes] {
		if !slices.ContainsFunc(lines, func(l costs.PeopleLine) bool { return l.ID == line.ID }) {
			own = append(own, line)
		}
	}
	return own
}
