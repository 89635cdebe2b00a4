package report

import (
	"fmt"
	"math"
	"strings"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/guide"
	"runwhere/model/quantity"
	"runwhere/model/search"
)

// unknownOr prints USD, or that it is unknown.
func unknownOr(usd float64) string {
	if math.IsNaN(usd) || math.IsInf(usd, 0) {
		return "unknown"
	}
	return money(usd)
}

// unpaidText says for which options no people are known.
func unpaidText(names []string) string {
	return "Not all people and tools of " + strings.Join(names, " and ") + " are known (people.*): with them it costs more than the bill."
}

// trapsLead says whose placement the traps are of.
func trapsLead(e *model.Evaluation) string {
	switch {
	case !e.Split.Feasible, !e.Split.Mixed():
		return "They do not apply: the components are not divided among platforms."
	case e.Verdict.Recommendation != checklist.Hybrid:
		return "They are those of the cheapest placement, which is not what is recommended."
	}
	return "They are those of the recommended placement."
}

// textOwnership is one small table of four figures an option.
func textOwnership(p *page, e *model.Evaluation) {
	o := growth.Of(e)
	list := growth.OwnershipOf(e, &o)
	month := fmt.Sprintf("month %d", o.Horizon)
	p.heading(left("Cost of ownership, USD a month", 32) + right("now", 11) + right("with people", 13) + right(month, 11) + right("with people", 13))
	for i := range list {
		own := &list[i]
		if math.IsInf(own.Now, 1) {
			p.text("  "+own.Option.Title()+"  ", "no figure: "+own.Why)
			continue
		}
		p.row("  "+own.Option.Title(), 32, right(quantity.Money(own.Now), 11), right(own.WithPeople(own.NowPeople), 13),
			right(quantity.Money(own.Then), 11), right(own.WithPeople(own.ThenPeople), 13))
	}
	if names := growth.Unpaid(list); len(names) > 0 {
		p.text("  ", unpaidText(names))
	}
}

// textConstraints lists every limit with the way round it.
func textConstraints(p *page, e *model.Evaluation) {
	p.heading("Constraints")
	list := e.Constraints()
	for i := range list {
		c := &list[i]
		text := c.Text() + "; way round: " + c.WayRound + ". Source: " + c.Source
		if c.AsOf != "" {
			text += " (" + c.AsOf + ")"
		}
		if c.Assumed {
			text = "by a default, so not ruled out: " + text
		}
		p.text(left("  "+c.Platform.Name, 15), text)
	}
	if len(list) == 0 {
		p.line("  no limit of a platform is in the way, and nothing is pinned")
	}
}

func textFlips(p *page, e *model.Evaluation, flips []model.Flip) {
	p.heading("What would change the verdict")
	for i := range flips {
		p.text("  - ", flips[i].Text())
	}
	if len(flips) == 0 {
		p.text("  ", "nothing that was searched: "+search.FlipInputs+", and no other answer")
	}
	p.heading("When to look again")
	triggers := growth.Triggers(e, flips)
	for i := range triggers {
		p.text("  - ", triggers[i].Text())
	}
	if oldest := e.OldestPrice(); oldest != nil {
		p.text("  - ", fmt.Sprintf("a price changes: the oldest one used is %s (%s)", oldest.Text(), oldest.ID))
	}
}

// textAdvice is the YAML, the hidden tax and the traps of running both sides.
func textAdvice(p *page, e *model.Evaluation) {
	all, placed := guide.Manifests(e)
	tax := guide.HiddenTax(e)
	p.heading("YAML on Kubernetes")
	p.text("  everything there: ", all.Text())
	p.text("  cheapest placement: ", placed.Text())
	p.heading(left("Hidden tax of Kubernetes, USD a month", 44) + right("the guide", 18) + right("here", 18))
	for _, l := range tax.Kubernetes {
		p.row("  "+l.Label, 44, right(money(l.PublishedUSD), 18), right(unknownOr(l.USD), 18))
	}
	p.line(left("  total", 44), right(money(tax.PublishedUSD), 18), right(unknownOr(tax.USD), 18))
	if !math.IsNaN(tax.PerService) {
		p.text("  ", fmt.Sprintf("%s a service. Where nobody gave a figure the guide's stands in; people.kubernetes.* sets each.", money(tax.PerService)))
	}
	p.heading(left("Hidden tax of serverless, which the guide names without figures", 64) + right("here", 16))
	said := ""
	for _, l := range tax.Serverless {
		p.row("  "+l.Label, 64, right(unknownOr(l.USD), 16))
		if math.IsNaN(l.USD) && l.How != said {
			p.text("    ", l.How)
		}
		said = l.How
	}
	p.heading("Traps of a hybrid")
	p.text("  ", trapsLead(e))
	p.line(left("  trap", 62), right("USD a month", 18))
	for _, t := range guide.HybridTraps(e) {
		p.row("  "+t.Title, 62, right(t.Amount(), 18))
		if t.Applies {
			p.text("    ", t.Explanation+" Here: "+t.How+".")
		}
	}
}
