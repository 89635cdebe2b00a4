package verdict

import (
	"fmt"
	"math"

	"runwhere/model/growth"
	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

// economics is what each option costs to own, four figures an option.
func (p *Pane) economics(t *kit.PageWriter) {
	e, s := p.Session.Result, p.Styles
	list := growth.OwnershipOf(e.Evaluation, &p.outlook)
	t.Heading("Cost of ownership, USD a month")
	t.Line(s.Muted.Render(fmt.Sprintf("%-16s%12s%15s%12s%15s", "", "now", "with people", fmt.Sprintf("month %d", p.outlook.Horizon), "with people")))
	for i := range list {
		own := &list[i]
		name := s.Option[own.Option].Render(fmt.Sprintf("%-16s", own.Option.Title()))
		if math.IsInf(own.Now, 1) {
			t.Line(name + s.Muted.Render(fmt.Sprintf("%12s", "no figure")))
			continue
		}
		t.Line(name + s.Text.Render(fmt.Sprintf("%12s%15s%12s%15s", quantity.Money(own.Now), own.WithPeople(own.NowPeople), quantity.Money(own.Then), own.WithPeople(own.ThenPeople))))
	}
	compared := "The bills alone are compared (t counts people and tools in)."
	if e.Resolved.IncludePeople {
		compared = "The totals with people and tools are compared (t leaves them out)."
	}
	if names := growth.Unpaid(list); len(names) > 0 {
		compared += " Where people are unknown or in part, nobody gave them (people.*): it costs more than the bill."
	}
	t.Text(s.Muted, compared)
}

// ranking is the options with the points that order them.
func (p *Pane) ranking(t *kit.PageWriter) {
	s := p.Styles
	t.Heading("Ranking, in points")
	t.Line(s.Muted.Render(fmt.Sprintf("%-18s%8s%10s%11s", "", "points", "evidence", "economics")))
	for i, r := range p.Session.Result.Verdict.Ranking {
		name := fmt.Sprintf("%d %-16s", i+1, r.Option.Title())
		if !r.Feasible {
			t.Line(s.Faint.Render(name) + s.Muted.Render("impossible"))
			t.Under(s.Muted, r.Why)
			continue
		}
		t.Line(s.Option[r.Option].Render(name) + s.Text.Render(fmt.Sprintf("%8.1f%10.1f%11.1f", r.Points, r.Evidence, r.Economics)))
	}
}
