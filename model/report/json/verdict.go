package json

import (
	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/scenario"
	"runwhere/model/search"
)

// voicesJSON lists what each instrument says by itself.
func voicesJSON(voices []model.Voice) []object {
	return each(voices, func(v *model.Voice) object {
		return object{{"instrument", v.Instrument}, {"option", v.Option}, {"detail", v.Detail}}
	})
}

// contradictionsJSON lists what the scenario says against itself.
func contradictionsJSON(contradictions []scenario.Contradiction) []object {
	return each(contradictions, func(c *scenario.Contradiction) object {
		return object{{"id", c.ID}, {"first", c.First}, {"second", c.Second}, {"check", c.Check}}
	})
}

// ledgerJSON lists the evidence with the weight of each line and the nearest
// weights at which another option would win, null where none does.
func ledgerJSON(e *model.Evaluation, flips []search.WeightFlip) []object {
	list := make([]object, len(e.Verdict.Ledger))
	for i, l := range e.Verdict.Ledger {
		points := object{}
		for _, o := range checklist.Options {
			if p := l.Points[o]; p != 0 {
				points = append(points, member{string(o), number(p)})
			}
		}
		list[i] = object{
			{"instrument", l.Instrument},
			{"id", l.ID},
			{"question", l.Question},
			{"answer", l.Answer},
			{"points", points},
			{"why", l.Why},
			{"weight", number(e.Scenario.Weights.Of(l.ID))},
			{"flips_below", nil},
			{"flips_above", nil},
		}
		for _, f := range flips {
			if f.ID == l.ID {
				list[i][7].value, list[i][8].value = edgeJSON(f.Below), edgeJSON(f.Above)
			}
		}
	}
	return list
}

func edgeJSON(edge *search.WeightEdge) any {
	if edge == nil {
		return nil
	}
	return object{{"weight", number(edge.Weight)}, {"becomes", orNull(string(edge.Becomes))}}
}

// weightsJSON lists the weights that are not the program's.
func weightsJSON(e *model.Evaluation) []object {
	changed := e.Scenario.Weights.Changed()
	return each(changed, func(c *scenario.WeightChange) object {
		return object{{"id", c.ID}, {"from", number(c.From)}, {"to", number(c.To)}}
	})
}
