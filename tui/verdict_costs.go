package tui

import (
	"fmt"
	"math"

	"runwhere/model/growth"
	"runwhere/model/quantity"
)

// economics is what each option costs to own, four figures an option.
func (p *verdictPane) economics(t *pageWriter) {
	e, s := p.session.Result, p.styles
	list := growth.OwnershipOf(e.Evaluation, &p.outlook)
	t.heading("Cost of ownership, USD a month")
	t.line(s.Muted.Render(fmt.Sprintf("%-16s%12s%15s%12s%15s", "", "now", "with people", fmt.Sprintf("month %d", p.outlook.Horizon), "with people")))
	for i := range list {
		own := &list[i]
		name := s.Option[own.Option].Render(fmt.Sprintf("%-16s", own.Option.Title()))
		if math.IsInf(own.Now, 1) {
			t.line(name + s.Muted.Render(fmt.Sprintf("%12s", "no figure")))
			continue
		}
		t.line(name + s.Text.Render(fmt.Sprintf("%12s%15s%12s%15s", quantity.Money(own.Now), own.WithPeople(own.NowPeople), quantity.Money(own.Then), own.WithPeople(own.ThenPeople))))
	}
	compared := "The bills alone are compared (t counts people and tools in)."
	if e.Resolved.IncludePeople {
		compared = "The totals with people and tools are compared (t leaves them out)."
	}
	if names := growth.Unpaid(list); len(names) > 0 {
		compared += " Where people are unknown or in part, nobody gave them (people.*): it costs more than the bill."
	}
	t.text(s.Muted, compared)
}

// ranking is the options with the points that order them.
func (p *verdictPane) ranking(t *pageWriter) {
	s := p.styles
	t.heading("Ranking, in points")
	t.line(s.Muted.Render(fmt.Sprintf("%-18s%8s%10s%11s", "", "points", "evidence", "economics")))
	for i, r := range p.session.Result.Verdict.Ranking {
		name := fmt.Sprintf("%d %-16s", i+1, r.Option.Title())
		if !r.Feasible {
			t.line(s.Faint.Render(name) + s.Muted.Render("impossible"))
			t.under(s.Muted, r.Why)
			continue
		}
		t.line(s.Option[r.Option].Render(name) + s.Text.Render(fmt.Sprintf("%8.1f%10.1f%11.1f", r.Points, r.Evidence, r.Economics)))
	}
}
