package model

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// givenPeople is the source of a line that the scenario gives.
const givenPeople = "given"

// resolvePeople returns the people lines of each option. Kubernetes has the
// framework's published figures where the scenario gives none; for the other
// options none are published, so only what is given counts.
func resolvePeople(s *Scenario) map[costs.Option][]costs.PeopleLine {
	lines := map[costs.Option][]costs.PeopleLine{}
	for _, option := range costs.Options {
		for _, tax := range checklist.HiddenTax {
			line := costs.PeopleLine{ID: tax.ID, Label: tax.Label, USD: tax.USD, Source: checklist.Source, AsOf: checklist.SourceAsOf}
			if f, known := FieldOf("people." + string(option) + "." + tax.ID); known {
				if given, ok := f.Amount(s, At{}); ok {
					line.USD, line.Source, line.AsOf = given.Value(), givenPeople, ""
				} else if option != costs.Kubernetes {
					continue
				}
			}
			lines[option] = append(lines[option], line)
		}
	}
	return lines
}

// toolchainLines are the lines of the guide's table that a second platform
// brings once more: its traps of the hybrid are a second deployment system, a
// second monitoring system and a second mental model to be learnt.
var toolchainLines = []string{"monitoring", "ci_cd_upkeep", "training"}

// secondToolchain is what every platform beyond the first one costs in USD a
// month where nobody said: the guide gives no figure, so it is the sum of its
// published lines for what is there twice. An assumption.
func secondToolchain() float64 {
	usd := 0.0
	for _, tax := range checklist.HiddenTax {
		if slices.Contains(toolchainLines, tax.ID) {
			usd += tax.USD
		}
	}
	return usd
}

// peopleOf returns the people lines of a platform: those of its option. A
// cluster takes the same people whatever its pods hold, so for Wasm in a
// cluster of one's own what nobody gave is what the Kubernetes side has.
func (r *Resolved) peopleOf(p *costs.Platform) []costs.PeopleLine {
	lines := r.People[p.Option]
	if kind, _ := costs.KindOf(p.ID); kind.Provider != "" || p.Option == costs.Kubernetes {
		return lines
	}
	own := slices.Clone(lines)
	for _, line := range r.People[costs.Kubernetes] {
		if !slices.ContainsFunc(lines, func(l costs.PeopleLine) bool { return l.ID == line.ID }) {
			own = append(own, line)
		}
	}
	return own
}
