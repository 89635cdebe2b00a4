package json

import (
	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/guide"
)

// waterfallsJSON lists every option's points line by line, in the order of the
// ranking.
func waterfallsJSON(e *model.Evaluation) []object {
	return each(e.Verdict.Ranking, func(r *model.Ranked) object {
		steps := []object{}
		total := 0.0
		for _, s := range e.Waterfall(r.Option) {
			steps = append(steps, object{
				{"id", s.ID},
				{"question", s.Question},
				{"answer", s.Answer},
				{"points", number(s.Points)},
				{"before", number(s.Before)},
				{"after", number(s.After)},
				{"why", s.Why},
				{"source", s.Source},
				{"as_of", orNull(s.AsOf)},
				{"weight_source", s.Weight},
			})
			total = s.After
		}
		return object{{"option", r.Option}, {"total", number(total)}, {"steps", steps}}
	})
}

// ownershipJSON lists four figures an option. Those with people are null where
// none are known: the bill alone is not what it costs.
func ownershipJSON(e *model.Evaluation, o *growth.Outlook) object {
	list := []object{}
	for _, own := range growth.OwnershipOf(e, o) {
		list = append(list, object{
			{"option", own.Option},
			{"monthly_usd", number(own.Now)},
			{"with_people_usd", knownUSD(own.People, own.NowPeople)},
			{"horizon_usd", number(own.Then)},
			{"horizon_with_people_usd", knownUSD(own.People, own.ThenPeople)},
			{"people", own.People},
			{"why_not", orNull(own.Why)},
		})
	}
	return object{{"horizon_months", o.Horizon}, {"options", list}}
}

func constraintsJSON(e *model.Evaluation) []object {
	list := []object{}
	for _, c := range e.Constraints() {
		list = append(list, object{
			{"platform", c.Platform.ID},
			{"components", append([]string{}, c.Components...)},
			{"limit", c.Limit},
			{"way_round", c.WayRound},
			{"source", c.Source},
			{"as_of", orNull(c.AsOf)},
			{"assumed", c.Assumed},
		})
	}
	return list
}

// triggersJSON lists what to look again for, with the month in which today's
// growth reaches it, null where it does not.
func triggersJSON(e *model.Evaluation, flips []model.Flip) []object {
	list := []object{}
	for _, t := range growth.Triggers(e, flips) {
		list = append(list, object{{"input", t.Flip.Input}, {"at", number(t.Flip.ToValue)}, {"becomes", orNull(string(t.Flip.Becomes))}, {"month", monthOrNull(t.Month)}, {"text", t.Text()}})
	}
	return list
}

// adviceJSON is what goes with the recommendation: the YAML files, the hidden
// tax and the traps of a hybrid.
func adviceJSON(e *model.Evaluation) object {
	all, onKubernetes := guide.Manifests(e)
	tax := guide.HiddenTax(e)
	traps := []object{}
	for _, t := range guide.HybridTraps(e) {
		traps = append(traps, object{
			{"id", t.ID},
			{"title", t.Title},
			{"explanation", t.Explanation},
			{"applies", t.Applies},
			{"usd", number(t.USD)},
			{"how", t.How},
			{"in_part", t.InPart},
			{"source", checklist.Source},
			{"as_of", checklist.SourceAsOf},
		})
	}
	return object{
		{"manifests", object{{"all_on_kubernetes", manifestsJSON(all)}, {"cheapest_placement", manifestsJSON(onKubernetes)}, {"source", checklist.Source}, {"as_of", checklist.SourceAsOf}}},
		{"hidden_tax", object{
			{"kubernetes", hiddenTaxJSON(tax.Kubernetes)},
			{"published_usd", number(tax.PublishedUSD)},
			{"usd", number(tax.USD)},
			{"usd_per_service", number(tax.PerService)},
			{"compared", tax.Compared},
			{"serverless", hiddenTaxJSON(tax.Serverless)},
		}},
		{"hybrid_traps", traps},
	}
}

func manifestsJSON(m guide.ManifestCount) object {
	return object{{"services", m.Services}, {"stateful", m.Stateful}, {"files", m.Files}, {"published", m.Published}}
}

func hiddenTaxJSON(lines []guide.TaxLine) []object {
	return each(lines, func(l *guide.TaxLine) object {
		return object{
			{"id", l.ID},
			{"label", l.Label},
			{"published_usd", number(l.PublishedUSD)},
			{"usd", number(l.USD)},
			{"how", l.How},
			{"source", orNull(l.Source)},
			{"as_of", orNull(l.AsOf)},
		}
	})
}
