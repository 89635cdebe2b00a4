package growth

import (
	"math"

	"runwhere/checklist"
	"runwhere/model"
)

// Ownership is what an option costs a month, today and at the horizon, with
// and without people and tools: USD, +Inf where there is no figure.
type Ownership struct {
	Option     checklist.Option
	Name       string // of the platform that stands for it
	Now        float64
	NowPeople  float64 // Now with the people and tools that are known
	Then       float64
	ThenPeople float64
	People     model.PeopleKnown
	Why        string // why a figure is missing
}

// WithPeople prints a figure with people: the least where not all of them are
// known, and that it is unknown where none are.
func (o *Ownership) WithPeople(usd float64) string { return o.People.Total(usd) }

// OwnershipOf returns the cost of ownership of each option in the order of the
// ranking.
func OwnershipOf(e *model.Evaluation, o *Outlook) []Ownership {
	var list []Ownership
	for _, r := range e.Verdict.Ranking {
		i := o.Line(r.Option)
		if i < 0 {
			continue
		}
		l := &o.Lines[i]
		own := Ownership{
			Option: r.Option, Name: l.Name, Now: l.Bills[0], Then: l.Bills[o.Horizon],
			NowPeople: l.Bills[0] + l.PeopleUSD, ThenPeople: l.Bills[o.Horizon] + l.PeopleUSD, People: PeopleOf(e, r.Option), Why: l.Why,
		}
		switch unknown := e.NoFigure(r.Option); {
		case unknown != "":
			own.Why = unknown
		case r.Feasible && !e.OwnPrice(&r):
			own.Why = "its parts are not described yet, so it has no bill of its own"
		case own.Why == "" && !r.Feasible:
			own.Why = r.Why
		}
		list = append(list, own)
	}
	return list
}

// PeopleOf says how much is known of the people and tools of an option.
func PeopleOf(e *model.Evaluation, o checklist.Option) model.PeopleKnown {
	if o != checklist.Hybrid {
		return e.PeopleKnown(e.Platform(o))
	}
	mix := e.MixedSplit()
	if mix == nil {
		return model.PeopleUnknown
	}
	return e.MixPeople(mix)
}

// Unpaid names the options for which not all people and tools are known: the
// bill alone is not what they cost.
func Unpaid(list []Ownership) []string {
	var names []string
	for i := range list {
		if own := &list[i]; own.People != model.PeopleGiven && !math.IsInf(own.Now, 1) {
			names = append(names, own.Option.Title())
		}
	}
	return names
}
