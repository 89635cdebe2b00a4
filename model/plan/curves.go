package plan

import (
	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
)

// Curves builds the platforms, with people where the scenario includes them. A
// platform that is only compared may lack a price; those that stand for
// the options may not.
func (r *Resolved) Curves(book *pricebook.Book) ([]costs.Curve, error) {
	var curves []costs.Curve
	for i := range r.Kinds {
		c, err := r.Curve(i, book)
		if err != nil {
			return nil, err
		}
		curves = append(curves, c)
	}
	return curves, nil
}

// Curve builds the platform at an index of Kinds.
func (r *Resolved) Curve(i int, book *pricebook.Book) (costs.Curve, error) {
	build := costs.Build
	if i >= len(checklist.Placeable) {
		build = costs.BuildUnbilled
	}
	p, err := build(r.Kinds[i], book, &r.Settings, r.Workload)
	if err != nil {
		return costs.Curve{}, err
	}
	p.People = r.PeopleOf(p)
	return costs.Curve{Platform: p, Fixed: r.Fixed(p)}, nil
}

// Fixed returns the USD a month of people and tools that a platform's curve
// includes.
func (r *Resolved) Fixed(p *costs.Platform) float64 {
	if !r.IncludePeople {
		return 0
	}
	people := costs.Platform{People: r.PeopleOf(p)}
	return people.PeopleUSD()
}
