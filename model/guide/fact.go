package guide

import (
	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/quantity"
)

// Fact is something that holds today, with where it was read and when. What
// follows from the scenario alone has no date.
type Fact struct {
	Text   string
	Source string
	AsOf   string // "" for what the scenario itself says
}

// factsOf are the better facts of fact checks.
func factsOf(checks []checklist.FactCheck) []Fact {
	var facts []Fact
	for _, c := range checks {
		facts = append(facts, Fact{c.Fact, c.Source, c.AsOf})
	}
	return facts
}

// noBill says why a platform has no bill at a volume; ok is false where it has
// one.
func noBill(p *costs.Platform, q float64) (why Fact, ok bool) {
	switch {
	case !p.Feasible():
		r := &p.Refusals[0]
		return Fact{p.Name + " is refused: " + r.Component + " " + r.Limit, r.Source, r.AsOf}, true
	case p.Unbilled != nil:
		return Fact{p.Name + " " + p.Unbilled.Why, p.Unbilled.Source, p.Unbilled.AsOf}, true
	case q > p.MaxVolume():
		return Fact{model.Saturation(p), p.Fleet.Node.Source, p.Fleet.Node.AsOf}, true
	}
	return Fact{}, false
}

// billed is a platform's bill at a volume as a fact; its date is that of the
// oldest price in it.
func billed(p *costs.Platform, q float64, text string) Fact {
	if why, ok := noBill(p, q); ok {
		return Fact{"no bill: " + why.Text, why.Source, why.AsOf}
	}
	oldest := ""
	for i := range p.Meters {
		if asOf := p.Meters[i].Price.AsOf; oldest == "" || asOf < oldest {
			oldest = asOf
		}
	}
	return Fact{quantity.Money(p.Cost(q)) + text, "bill of " + p.Name + " in this scenario, by its oldest price", oldest}
}
