package model

import (
	"math"

	"runwhere/checklist"
)

// Ownership is what an option costs a month, today and at the horizon, with
// and without people and tools: USD, +Inf where there is no figure.
type Ownership struct {
	Option     checklist.Option
	Name       string // of the platform that stands for it
	Now        float64
	NowPeople  float64 // Now with people and tools
	Then       float64
	ThenPeople float64
	People     bool   // whether any people or tools are known; without them both figures are the bill
	Why        string // why a figure is missing
}

// Ownership returns the cost of ownership of each option in the order of the
// ranking.
func (e *Evaluation) Ownership(o *Outlook) []Ownership {
	var list []Ownership
	for _, r := range e.Verdict.Ranking {
		i := o.Line(r.Option)
		if i < 0 {
			continue
		}
		l := &o.Lines[i]
		own := Ownership{
			Option: r.Option, Name: l.Name, Now: l.Bills[0], Then: l.Bills[o.Horizon],
			NowPeople: l.Bills[0] + l.PeopleUSD, ThenPeople: l.Bills[o.Horizon] + l.PeopleUSD, People: l.PeopleUSD > 0, Why: l.Why,
		}
		if own.Why == "" && !r.Feasible {
			own.Why = r.Why
		}
		list = append(list, own)
	}
	return list
}

// Unpaid names the options for which nobody gave any people or tools: their
// figures with people are the bill alone, which is not what they cost.
func Unpaid(list []Ownership) []string {
	var names []string
	for i := range list {
		if own := &list[i]; !own.People && !math.IsInf(own.Now, 1) {
			names = append(names, own.Option.Title())
		}
	}
	return names
}
