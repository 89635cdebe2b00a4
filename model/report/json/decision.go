package json

import (
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/guide"
	"runwhere/model/study"
)

// crossoversJSON lists every pair of platforms, the one that is cheaper at low
// volumes first. Volumes are null where the two never change places.
func crossoversJSON(e *model.Evaluation) any {
	list := []object{}
	for i := range e.Crossovers() {
		c := &e.Crossovers()[i]
		a, b := c.A, c.B
		if c.AtLow == b {
			a, b = b, a
		}
		var first, sustained, after any
		if v, ok := c.First(); ok {
			last, _ := c.Sustained()
			first, sustained = number(v), number(last)
			after = c.Crossings[len(c.Crossings)-1].Cheaper.ID
		}
		list = append(list, object{
			{"a", a.ID},
			{"b", b.ID},
			{"first", first},
			{"sustained", sustained},
			{"cheaper_after", after},
			{"crossings", len(c.Crossings)},
			{"cheaper_at_low", platformID(c.AtLow)},
			{"cheaper_at_high", platformID(c.AtHigh)},
		})
	}
	return list
}

func envelopeJSON(e *model.Evaluation) any {
	return each(e.Envelope(), func(s *costs.Segment) object {
		return object{{"from", number(s.From)}, {"to", number(s.To)}, {"cheapest", platformID(s.Cheapest)}}
	})
}

func platformID(p *costs.Platform) any {
	if p == nil {
		return nil
	}
	return p.ID
}

func verdictJSON(e *model.Evaluation, o *growth.Outlook, found *study.Findings) any {
	v := &e.Verdict
	ranking := each(v.Ranking, func(r *model.Ranked) object {
		rank := object{
			{"option", r.Option},
			{"points", number(r.Points)},
			{"monthly_usd", number(r.MonthlyUSD)},
			{"people_usd", knownUSD(growth.PeopleOf(e, r.Option), r.PeopleUSD)},
			{"feasible", r.Feasible},
			{"evidence", number(r.Evidence)},
			{"economics", number(r.Economics)},
			{"why_not", orNull(r.Why)},
			{"unpriced", orNull(e.NoFigure(r.Option))},
		}
		if r.AtLeast > 0 {
			rank = append(rank, member{"at_least_usd", number(r.AtLeast)})
		}
		return rank
	})
	made := found.Mistakes
	mistakes := each(made, func(m *guide.Mistake) object {
		return object{{"id", m.ID}, {"title", m.Title}, {"evidence", m.Evidence}, {"advice", m.Advice}}
	})
	return object{
		{"recommendation", orNull(string(v.Recommendation))},
		{"confidence", number(v.Confidence)},
		{"ranking", ranking},
		{"reasons", append([]string{}, e.Reasons()...)},
		{"counter", v.Counter},
		{"flips", flipsJSON(found.Flips)},
		{"answer_flips", answerFlipsJSON(found.Flips)},
		{"mistakes", mistakes},
		{"ledger", ledgerJSON(e, found.WeightFlips)},
		{"disagreements", append([]string{}, v.Disagreements...)},
		{"voices", voicesJSON(v.Voices)},
		{"contradictions", contradictionsJSON(v.Contradictions)},
		{"weights_changed", weightsJSON(e)},
		{"waterfalls", waterfallsJSON(e)},
		{"ownership", ownershipJSON(e, o)},
		{"constraints", constraintsJSON(e)},
		{"revisit", triggersJSON(e, found.Flips)},
		{"sentences", append(e.Sentences(), e.ComparedSentences()...)},
	}
}

// flipsJSON prints both ends as figures in base units and as text with units.
func flipsJSON(flips []model.Flip) []object {
	list := []object{}
	for _, f := range flips {
		if f.Answer {
			continue
		}
		list = append(list, object{
			{"input", f.Input},
			{"from", number(f.FromValue)},
			{"to", number(f.ToValue)},
			{"becomes", f.Becomes},
			{"label", f.Label},
			{"from_text", f.From},
			{"to_text", f.To},
			{"proven", !f.Unproven},
		})
	}
	return list
}

// answerFlipsJSON prints the other answers that change the recommendation.
func answerFlipsJSON(flips []model.Flip) []object {
	list := []object{}
	for _, f := range flips {
		if f.Answer {
			list = append(list, object{{"input", f.Input}, {"from", f.From}, {"to", f.To}, {"becomes", f.Becomes}, {"proven", !f.Unproven}})
		}
	}
	return list
}
