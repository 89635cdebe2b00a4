package plan

import (
	"slices"
	"sync"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/scenario"
)

// GivenPeople is the source of a line that the scenario gives.
const GivenPeople = "given"

// ResolvePeople returns the people lines of each option. Kubernetes has the
// framework's published figures where the scenario gives none; for the other
// options none are published, so only what is given counts.
func ResolvePeople(s *scenario.Scenario) map[checklist.Option][]costs.PeopleLine {
	lines := make(map[checklist.Option][]costs.PeopleLine, len(checklist.Placeable))
	for _, row := range peopleRows() {
		line := row.published
		if given, ok := row.given(s); ok {
			line.USD, line.Source, line.AsOf = given, GivenPeople, ""
		} else if row.field != nil && row.option != checklist.Kubernetes {
			continue
		}
		if lines[row.option] == nil {
			lines[row.option] = make([]costs.PeopleLine, 0, len(checklist.HiddenTax))
		}
		lines[row.option] = append(lines[row.option], line)
	}
	return lines
}

// peopleRow is a line of people of one option: as it is published, and the field
// that replaces it.
type peopleRow struct {
	option    checklist.Option
	published costs.PeopleLine
	field     *scenario.Field // nil for a line that nothing replaces
}

func (r *peopleRow) given(s *scenario.Scenario) (usd float64, ok bool) {
	if r.field == nil {
		return 0, false
	}
	a, ok := r.field.Amount(s, scenario.At{})
	return a.Value(), ok
}

// peopleRows are the lines of all options, looked up once.
var peopleRows = sync.OnceValue(func() (rows []peopleRow) {
	for _, option := range checklist.Placeable {
		for _, tax := range checklist.HiddenTax {
			row := peopleRow{option: option, published: costs.PeopleLine{ID: tax.ID, Label: tax.Label, USD: tax.USD, Source: checklist.Source, AsOf: checklist.SourceAsOf}}
			if f, known := scenario.FieldOf(paths.PeopleLine(option, tax.ID)); known {
				row.field = f
			}
			rows = append(rows, row)
		}
	}
	return rows
})

// PeopleOf returns the people lines of a platform: those of its option. A
// cluster takes the same people whatever its pods hold, so for Wasm in a
// cluster of one's own what nobody gave is what the Kubernetes side has.
func (r *Resolved) PeopleOf(p *costs.Platform) []costs.PeopleLine {
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
