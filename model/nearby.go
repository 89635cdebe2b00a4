package model

import (
	"context"
	"reflect"

	"runwhere/checklist"
	"runwhere/costs"
)

// nearby recommends for scenarios that differ little from one that was priced.
// An answer that changes no figure changes no bill and no placement, so what
// is dear is done once.
type nearby struct {
	book   *costs.Book
	priced *Evaluation // nil where the scenario has no price
}

// nearby is what is near an evaluation.
func (e *Evaluation) nearby() *nearby {
	if len(e.Scenario.Compare) > 0 {
		return around(e.Scenario, e.Book)
	}
	return &nearby{e.Book, e}
}

// around prices a scenario without what is only compared, which recommends
// nothing.
func around(s Scenario, book *costs.Book) *nearby {
	s.Compare = nil
	e, err := price(s, book)
	if err != nil {
		return &nearby{book: book}
	}
	return &nearby{book, e}
}

// recommend is the function of that name, the same for every scenario.
func (n *nearby) recommend(ctx context.Context, s Scenario) checklist.Option {
	if ctx.Err() != nil {
		return ""
	}
	if n.priced == nil {
		return recommend(ctx, s, n.book)
	}
	s.Compare = nil
	if r, err := Resolve(s); err != nil || !reflect.DeepEqual(r, n.priced.Resolved) {
		return recommend(ctx, s, n.book)
	}
	e := *n.priced
	e.Scenario = s
	e.instruments()
	if ranking := e.ranked(e.ledger()); ranking[0].Feasible {
		return ranking[0].Option
	}
	return ""
}
