package json

import (
	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/split"
)

// growthJSON is how the costs develop up to the horizon. Months count from
// today, which is month 0; a cost that there is not is null.
func growthJSON(e *model.Evaluation, o *growth.Outlook, h *growth.HorizonSplit) any {
	id := func(i int) any {
		if i < 0 {
			return nil
		}
		return o.Lines[i].ID
	}
	changes := each(o.Changes, func(c *growth.CheapestChange) object {
		return object{{"month", c.Month}, {"requests_per_month", number(c.Volume)}, {"from", id(c.From)}, {"to", id(c.To)}}
	})
	return object{
		{"monthly", number(o.Rate)},
		{"horizon_months", o.Horizon},
		{"migration_cost_usd", number(o.MigrationUSD)},
		{"people_included", o.People},
		{"months", monthsJSON(o, id)},
		{"changes", changes},
		{"cumulative", cumulativeJSON(e, o, id)},
		{"migrations", migrationsJSON(o, id)},
		{"timeline", timelineJSON(o)},
		{"crossover", growthCrossoverJSON(e, o)},
		{"trap", trapJSON(o)},
		{"split_at_horizon", horizonSplitJSON(h)},
		{"sentences", o.Sentences()},
	}
}

// monthsJSON lists the months; `monthly_usd` has people in it where the
// scenario includes them, `bill_usd` never has.
func monthsJSON(o *growth.Outlook, id func(int) any) []object {
	list := make([]object, len(o.Volumes))
	for m, volume := range o.Volumes {
		var totals, bills object
		for i := range o.Lines {
			l := &o.Lines[i]
			totals = append(totals, member{l.ID, number(l.Costs[m])})
			bills = append(bills, member{l.ID, number(l.Bills[m])})
		}
		list[m] = object{
			{"month", m},
			{"requests_per_month", number(volume)},
			{"cheapest", id(o.Cheapest[m])},
			{"monthly_usd", totals},
			{"bill_usd", bills},
		}
	}
	return list
}

func cumulativeJSON(e *model.Evaluation, o *growth.Outlook, id func(int) any) any {
	list := each(o.Lines, func(l *growth.OutlookLine) object {
		return object{
			{"id", l.ID},
			{"option", l.Option},
			{"name", l.Name},
			{"stands_for_its_option", l.Chosen},
			{"total_usd", number(l.Total)},
			{"bill_usd", number(l.BillTotal)},
			{"people_monthly_usd", linePeople(e, l)},
			{"more_than_least_usd", number(o.More(l))},
			{"first_month_without_figure", monthOrNull(l.Ends)},
			{"why", orNull(l.Why)},
		}
	})
	return object{{"least", id(o.Least)}, {"lines", list}}
}

// linePeople is what people cost a month; null where nobody gave a figure.
func linePeople(e *model.Evaluation, l *growth.OutlookLine) any {
	if l.Platform != nil {
		return peopleUSD(l.Platform)
	}
	return knownUSD(growth.PeopleOf(e, l.Option), l.PeopleUSD)
}

// monthOrNull is a month, or null for none.
func monthOrNull(m int) any {
	if m < 0 {
		return nil
	}
	return m
}

// migrationsJSON lists the moves; `best_month` is null for never.
func migrationsJSON(o *growth.Outlook, id func(int) any) []object {
	return each(o.Migrations, func(m *growth.Migration) object {
		return object{
			{"from", id(m.From)},
			{"to", id(m.To)},
			{"best_month", monthOrNull(m.Month)},
			{"stay_usd", number(m.StayUSD)},
			{"at_once_usd", number(m.NowUSD)},
			{"best_usd", number(m.BestUSD)},
			{"saved_usd", number(m.SavedUSD)},
			{"payback_month", monthOrNull(m.Payback)},
			{"latest_month", monthOrNull(m.MustBy)},
			{"in_words", o.Moves(m)},
		}
	})
}

func timelineJSON(o *growth.Outlook) []object {
	return each(o.Timeline, func(d *growth.TimelineDay) object {
		return object{
			{"day", d.Day},
			{"requests_per_month", number(d.Volume)},
			{"serverless_usd", number(d.ServerlessUSD)},
			{"kubernetes_usd", number(d.KubernetesUSD)},
			{"serverless_first", orNull(d.ServerlessStage)},
			{"kubernetes_first", orNull(d.KubernetesStage)},
		}
	})
}

func growthCrossoverJSON(e *model.Evaluation, o *growth.Outlook) any {
	c := &o.Crossover
	list := object{{"when", string(c.When)}, {"month", monthOrNull(c.Month)}, {"day", nil}, {"requests_per_month", nil}}
	if c.Month >= 0 {
		list[2].value, list[3].value = c.Day, number(c.Volume)
	}
	return append(list,
		member{"evaluation_from_day", c.From},
		member{"evaluation_to_day", c.To},
		member{"looked_up_to_month", c.Looked},
		member{"serverless_more_until_evaluation_usd", number(c.OverUSD)},
		member{"in_words", c.Words(e.Platform(checklist.Kubernetes).Name, e.Platform(checklist.Serverless).Name)},
	)
}

func trapJSON(o *growth.Outlook) []object {
	return each(o.Trap, func(t *growth.TrapMonth) object {
		return object{
			{"month", t.Month},
			{"published_usd", number(t.PublishedUSD)},
			{"published_factor", number(t.PublishedFactor)},
			{"requests_per_month", number(t.Volume)},
			{"bill_usd", number(t.USD)},
			{"factor", number(t.Factor)},
		}
	})
}

// horizonSplitJSON is today's placement at the horizon beside the best one
// there; no moves say that it is the best one still.
func horizonSplitJSON(h *growth.HorizonSplit) any {
	if h == nil {
		return nil
	}
	moves := each(h.Moves, func(m *split.Move) object {
		return object{{"component", m.Component}, {"from", m.From}, {"to", m.To}}
	})
	return object{
		{"requests_per_month", number(h.Volume)},
		{"kept_usd", number(h.KeptUSD)},
		{"best_usd", number(h.BestUSD)},
		{"optimal", h.Optimal},
		{"moves", moves},
	}
}
