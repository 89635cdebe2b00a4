package report

import (
	"fmt"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/guide"
	"runwhere/model/search"
	"runwhere/model/study"
)

// ownership is what each option costs, now and at the horizon.
func (m *markdown) ownership(e *model.Evaluation) {
	o := growth.Of(e)
	list := growth.OwnershipOf(e, &o)
	m.heading(3, "Cost of ownership")
	var rows [][]string
	for i := range list {
		own := &list[i]
		rows = append(rows, []string{
			own.Option.Title(), money(own.Now), own.WithPeople(own.NowPeople), money(own.Then), own.WithPeople(own.ThenPeople), escape(own.Why),
		})
	}
	m.table([]string{"option", ">USD a month", ">with people and tools", fmt.Sprintf(">month %d", o.Horizon), ">with people and tools", "why not"}, rows)
	if names := growth.Unpaid(list); len(names) > 0 {
		m.line()
		m.line(unpaidText(names))
	}
}

// constraints lists every limit with the way round it.
func (m *markdown) constraints(e *model.Evaluation) {
	m.heading(2, "Constraints")
	list := e.Constraints()
	if len(list) == 0 {
		m.line("No limit of a platform is in the way, and nothing is pinned.")
		return
	}
	var rows [][]string
	for i := range list {
		c := &list[i]
		text := escape(c.Text())
		if c.Assumed {
			text += " (**by a default**: not ruled out)"
		}
		source := link(c.Source)
		if c.AsOf != "" {
			source += " (" + c.AsOf + ")"
		}
		rows = append(rows, []string{escape(c.Platform.Name), text, escape(c.WayRound), source})
	}
	m.table([]string{"platform", "limit", "way round", "source"}, rows)
}

// revisit says at which figures the decision changes.
func (m *markdown) revisit(e *model.Evaluation, found *study.Findings) {
	m.heading(2, "When to look again")
	triggers := growth.Triggers(e, found.Flips)
	for i := range triggers {
		m.line("- ", escape(triggers[i].Text()))
	}
	if len(triggers) == 0 {
		m.line("- No figure that was searched changes the decision: ", search.FlipInputs)
	}
	if oldest := e.OldestPrice(); oldest != nil {
		m.line(fmt.Sprintf("- A price changes: the oldest one used is %s (`%s`)", escape(oldest.Text()), oldest.ID))
	}
	if open := search.OpenWith(e, found.FollowUps); open.Words() != "" {
		m.line("- What is open is answered: ", open.Words(), ", below")
	}
}

// advice is the YAML, the hidden tax and the traps of running both sides.
func (m *markdown) advice(e *model.Evaluation) {
	all, placed := guide.Manifests(e)
	tax := guide.HiddenTax(e)
	m.heading(2, "What no bill shows")
	m.line("- YAML, everything on Kubernetes: ", escape(all.Text()))
	m.line("- YAML, the cheapest placement: ", escape(placed.Text()))
	m.line("- The guide's count: ", fmt.Sprintf("%d services, over %d files", checklist.ManifestsExampleServices, checklist.ManifestsExamplePublished))
	m.heading(3, "Hidden tax of Kubernetes, USD a month")
	var rows [][]string
	for _, l := range tax.Kubernetes {
		rows = append(rows, []string{escape(l.Label), money(l.PublishedUSD), money(l.USD), escape(l.How)})
	}
	rows = append(rows, []string{"**total**", "**" + money(tax.PublishedUSD) + "**", "**" + money(tax.USD) + "**", money(tax.PerService) + " a service"})
	m.table([]string{"line", ">the guide", ">here", "from"}, rows)
	m.heading(3, "Hidden tax of serverless, USD a month")
	rows = nil
	for _, l := range tax.Serverless {
		rows = append(rows, []string{escape(l.Label), unknownOr(l.USD), escape(l.How)})
	}
	m.table([]string{"what the guide names", ">here", "from"}, rows)
	m.heading(3, "Traps of a hybrid")
	m.line(trapsLead(e))
	m.line()
	rows = nil
	for _, t := range guide.HybridTraps(e) {
		rows = append(rows, []string{escape(t.Title), escape(t.Explanation), t.Amount(), escape(t.How)})
	}
	m.table([]string{"trap", "the guide", ">USD a month here", "from"}, rows)
}
