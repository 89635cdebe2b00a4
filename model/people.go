package model

import (
	"runwhere/checklist"
	"runwhere/costs"
)

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
					line.USD, line.Source, line.AsOf = given.Value(), "given", ""
				} else if option != costs.Kubernetes {
					continue
				}
			}
			lines[option] = append(lines[option], line)
		}
	}
	return lines
}
