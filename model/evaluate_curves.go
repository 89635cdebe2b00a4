package model

import (
	"slices"

	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/plan"
	"runwhere/model/scenario"
)

// Curves bills every platform of a scenario and nothing else: neither where
// they cross nor what follows from it. It is what a series of many scenarios
// asks for. The error is that of Evaluate.
func Curves(s scenario.Scenario, book *pricebook.Book) ([]costs.Curve, plan.Resolved, error) {
	r, err := plan.Resolve(s)
	if err != nil {
		return nil, r, unknownPrice(s, book, err)
	}
	if book, err = agreed(s, book); err != nil {
		return nil, r, err
	}
	curves, err := r.Curves(book)
	if err != nil {
		return nil, r, unknownPrice(s, book, err)
	}
	return curves, r, nil
}

// EveryPlatform bills the workload on every kind there is, in the order of
// the registry: those of the scenario as they are, and all others.
func (e *Evaluation) EveryPlatform() []*costs.Platform {
	var all []*costs.Platform
	for _, kind := range costs.Kinds() {
		if p, err := e.billed(kind.ID); err == nil {
			all = append(all, p)
		}
	}
	return all
}

// billed returns the platform of a kind: the one that is drawn, or else one
// that is billed for the occasion.
func (e *Evaluation) billed(id string) (*costs.Platform, error) {
	if i := slices.IndexFunc(e.Platforms, func(p *costs.Platform) bool { return p.ID == id }); i >= 0 {
		return e.Platforms[i], nil
	}
	p, err := costs.BuildUnbilled(id, e.Book, &e.Resolved.Settings, e.Resolved.Workload)
	if err != nil {
		return nil, err
	}
	p.People = e.Resolved.PeopleOf(p)
	return p, nil
}
