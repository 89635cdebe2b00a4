package model

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
)

// Curves prices every platform of a scenario and nothing else: neither where
// they cross nor what follows from it. It is what a series of many scenarios
// asks for. The error is that of Evaluate.
func Curves(s scenario.Scenario, book *pricebook.Book) ([]costs.Curve, Resolved, error) {
	r, err := Resolve(s)
	if err != nil {
		return nil, r, unpriced(s, book, err)
	}
	curves, err := r.curves(book)
	if err != nil {
		return nil, r, unpriced(s, book, err)
	}
	return curves, r, nil
}

// curves builds the platforms, with people where the scenario includes them. A
// platform that is only compared may lack a price; the three that stand for
// the options may not.
func (r *Resolved) curves(book *pricebook.Book) ([]costs.Curve, error) {
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
		build = costs.BuildUnpriced
	}
	p, err := build(r.Kinds[i], book, &r.Settings, r.Workload)
	if err != nil {
		return costs.Curve{}, err
	}
	p.People = r.peopleOf(p)
	return costs.Curve{Platform: p, Fixed: r.Fixed(p)}, nil
}

// Fixed returns the USD a month of people and tools that a platform's curve
// includes.
func (r *Resolved) Fixed(p *costs.Platform) float64 {
	if !r.IncludePeople {
		return 0
	}
	people := costs.Platform{People: r.peopleOf(p)}
	return people.PeopleUSD()
}

// EveryPlatform prices the workload on every kind there is, in the order of
// the registry: those of the scenario as they are, and all others.
func (e *Evaluation) EveryPlatform() []*costs.Platform {
	var all []*costs.Platform
	for _, kind := range costs.Kinds() {
		if p, err := e.priced(kind.ID); err == nil {
			all = append(all, p)
		}
	}
	return all
}

// priced returns the platform of a kind: the one that is drawn, or else one
// that is priced for the occasion.
func (e *Evaluation) priced(id string) (*costs.Platform, error) {
	if i := slices.IndexFunc(e.Platforms, func(p *costs.Platform) bool { return p.ID == id }); i >= 0 {
		return e.Platforms[i], nil
	}
	p, err := costs.BuildUnpriced(id, e.Book, &e.Resolved.Settings, e.Resolved.Workload)
	if err != nil {
		return nil, err
	}
	p.People = e.Resolved.peopleOf(p)
	return p, nil
}

// asker prices scenarios that differ little, one after the other, on platforms
// that are compiled once. It is one goroutine's; what it returns is good until
// it is asked again.
type asker struct {
	book     *pricebook.Book
	settings costs.Settings
	work     costs.Workload
	kinds    []string
	askers   []*costs.Asker // by kind
}

// curves returns what Resolved.curves does. Its platforms say nothing in words.
func (a *asker) curves(r *Resolved) ([]costs.Curve, error) {
	a.settings = r.Settings
	a.work.Calls, a.work.System = r.Workload.Calls, r.Workload.System
	if len(a.work.Components) == len(r.Workload.Components) {
		copy(a.work.Components, r.Workload.Components)
	} else {
		a.work.Components = append([]costs.Component{}, r.Workload.Components...)
	}
	curves := make([]costs.Curve, len(r.Kinds))
	for i, kind := range r.Kinds {
		if i == len(a.kinds) {
			a.kinds, a.askers = append(a.kinds, ""), append(a.askers, nil)
		}
		if a.kinds[i] != kind {
			a.kinds[i] = kind
			a.askers[i] = costs.Compile(kind, a.book, &a.settings, &a.work, costs.Moves{Weeks: true, Settings: true, Components: true})
		}
		p, err := a.askers[i].Ask()
		if err != nil {
			return nil, err
		}
		p.People = r.peopleOf(p)
		curves[i] = costs.Curve{Platform: p, Fixed: r.Fixed(p)}
	}
	return curves, nil
}
