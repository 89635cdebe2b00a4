package model

import (
	"context"
	"reflect"

	"runwhere/checklist"
)

// nearby recommends for scenarios that differ little from one that was worked
// out. An answer that changes no figure changes no bill and no placement, and a
// figure that changes little moves few components, so what is dear is done once.
type nearby struct {
	base  *Evaluation
	known []int // its placement
	weeks shapes
}

// nearby is what is near an evaluation. What is only compared recommends
// nothing, so no scenario is priced with it.
func (e *Evaluation) nearby() *nearby {
	base := *e
	if len(e.Scenario.Compare) > 0 {
		base.Scenario.Compare = nil
		if r, err := Resolve(base.Scenario); err == nil {
			base.Resolved = r
		}
	}
	return &nearby{&base, indices(e.Split.Options()), e.shapes()}
}

// recommend returns what Evaluate would recommend, "" where nothing is possible,
// and whether the placement that it rests on is proven to be the cheapest. Once
// the context of the work is done what it returns says nothing.
func (n *nearby) recommend(s Scenario, work *effort) (recommended checklist.Option, proven bool) {
	if work.ctx.Err() != nil {
		return "", false
	}
	s.Compare = nil
	r, err := resolveWith(s, n.weeks)
	if err != nil {
		return "", true
	}
	if reflect.DeepEqual(r, n.base.Resolved) {
		e := *n.base
		e.Scenario = s
		e.instruments()
		return e.leading(), e.Split.Optimal
	}
	e, err := workedOut(s, r, n.base.Book)
	if err != nil {
		return "", true
	}
	e.glue = n.base.glue
	p, err := e.placing()
	if err != nil {
		return "", true
	}
	p.hints = n.base.placed().hints
	found := p.solveNear(n.known, work)
	e.Split = p.stand(found.at).sketch()
	return e.leading(), found.optimal
}

// leading is the option that ranks first where it is possible, else "".
func (e *Evaluation) leading() checklist.Option {
	if ranking := e.ranked(e.ledger()); ranking[0].Feasible {
		return ranking[0].Option
	}
	return ""
}

// nearbyOnce recommends for one scenario alone.
func (e *Evaluation) nearbyOnce(s Scenario) checklist.Option {
	option, _ := e.nearby().recommend(s, newEffort(context.Background(), flipWork))
	return option
}
