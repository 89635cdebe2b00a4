package json

import (
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/guide"
	"runwhere/model/search"
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
		{"rests_on", restsOnJSON(e, found.RestsOn)},
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

// restsOnJSON lists the values that nobody gave, those that decide first. moves_usd
// is how far the gap between the two options that cost the least today moves over
// what the value may be: null where one of them cannot run at an end, and of a
// word. winner_if names by the value the option that leads then, or else costs
// the least, where that is another than today's.
func restsOnJSON(e *model.Evaluation, found *search.RestingOn) any {
	return each(found.Assumptions, func(a *search.Assumption) object {
		winner := object{}
		ends := each(a.Ends, func(n *search.End) object {
			if o, changes := found.Becomes(n, e.Verdict.Recommendation); changes {
				winner = append(winner, member{n.Text, orNull(string(o))})
			}
			return object{
				{"value", number(n.Value)}, {"text", n.Text}, {"cheapest", orNull(string(n.Cheapest))}, {"recommendation", orNull(string(n.Leads))}, {"gap_usd", number(n.Gap)},
			}
		})
		var moves, becomes any
		if len(a.Ends) > 0 {
			moves = number(a.Moves)
		}
		if len(winner) > 0 {
			becomes = winner
		}
		return object{
			{"path", a.Path}, {"label", a.Called()}, {"assumed", a.Value}, {"moves_usd", moves}, {"winner_if", becomes}, {"decides", a.Decides}, {"ends", ends},
		}
	})
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
