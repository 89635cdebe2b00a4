package model

import (
	"context"
	"reflect"
	"slices"

	"runwhere/checklist"
)

// nearby recommends for scenarios that differ little from one that was worked
// out. An answer that changes no figure changes no bill and no placement, and a
// figure that changes little moves few components, so what is dear is done once.
type nearby struct {
	base  *Evaluation
	known []int // its placement
	weeks shapes
	turns turns
}

// turns bounds how many scenarios are worked out side by side, whichever of the
// searches of an evaluation asks: one of hundreds of components takes some ten
// megabytes.
type turns chan struct{}

func newTurns() turns { return make(turns, besideWorkers) }

func (t turns) take() { t <- struct{}{} }
func (t turns) give() { <-t }

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
	return &nearby{&base, indices(e.Split.Options()), e.shapes(), e.turns}
}

// recommend returns what Evaluate would recommend, "" where nothing is possible,
// and whether the placement that it rests on is proven to be the cheapest. Once
// the context of the work is done what it returns says nothing.
func (n *nearby) recommend(s Scenario, work *effort) (recommended checklist.Option, proven bool) {
	if work.ctx.Err() != nil {
		return "", false
	}
	n.turns.take()
	defer n.turns.give()
	s.Compare = nil
	r, err := resolveWith(s, n.weeks)
	if err != nil {
		return "", true
	}
	if r.same(&n.base.Resolved) {
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

// same reports whether two scenarios are the same to the model. Components are
// compared first and without reflection: there are hundreds, each with a week.
func (r Resolved) same(o *Resolved) bool {
	other := *o
	if !slices.Equal(r.Workload.Components, other.Workload.Components) {
		return false
	}
	r.Workload.Components, other.Workload.Components = nil, nil
	return reflect.DeepEqual(r, other)
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
