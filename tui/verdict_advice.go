package tui

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/model/guide"
	"runwhere/model/quantity"
)

// constraints lists every limit that is in the way, with the way round it.
func (p *verdictPane) constraints(t *pageWriter) {
	s := p.styles
	t.heading("Constraints")
	list := p.session.Result.Constraints()
	for i := range list {
		c := &list[i]
		sign, ink, text := s.Glyphs.Cross, s.Warn, c.Platform.Name+": "+c.Text()
		if c.Assumed {
			sign, ink, text = s.Glyphs.Ring, s.Mark, text+" (by a default, so not ruled out)"
		}
		t.bullet(sign, ink, text)
		t.under(s.Text, "way round: "+c.WayRound)
		t.under(s.Muted, sourceOf(c.Source, c.AsOf))
	}
	if len(list) == 0 {
		t.text(s.Muted, "No limit of a platform is in the way, and nothing is pinned.")
	}
}

func (p *verdictPane) mistakes(t *pageWriter) {
	s := p.styles
	t.heading("Mistakes that the answers show, of the framework's four")
	found := p.session.Result.Mistakes()
	for _, m := range found {
		t.bullet(s.Glyphs.Cross, s.Warn, m.Title)
		t.under(s.Text, m.Evidence)
		t.under(s.Muted, m.Advice)
	}
	if len(found) == 0 {
		t.text(s.Muted, "none of them")
	}
}

// traps are the framework's four costs of running both sides.
func (p *verdictPane) traps(t *pageWriter) {
	e, s := p.session.Result, p.styles
	t.heading("Traps of a hybrid")
	traps := guide.HybridTraps(e.Evaluation)
	switch {
	case !traps[0].Applies:
		t.text(s.Muted, "None applies: "+traps[0].How+".")
		return
	case e.Verdict.Recommendation != checklist.Hybrid:
		t.text(s.Muted, "What the cheapest placement would bring, which is not what is recommended:")
	}
	for i := range traps {
		trap := &traps[i]
		t.row(trap.Title, trap.Amount(), s.Strong)
		t.under(s.Muted, trap.Explanation)
		t.under(s.Text, "here: "+trap.How)
	}
}

// hiddenTax is the YAML and the people that no bill shows, beside the published
// figures.
func (p *verdictPane) hiddenTax(t *pageWriter) {
	e, s := p.session.Result, p.styles
	all, placed := guide.Manifests(e.Evaluation)
	tax := guide.HiddenTax(e.Evaluation)
	t.heading("Hidden tax of Kubernetes")
	t.text(s.Text, "YAML, everything there: "+all.Text()+".")
	if placed != all {
		t.text(s.Text, "YAML, the cheapest placement: "+placed.Text()+".")
	}
	t.line(s.Muted.Render(fmt.Sprintf("%-32s%12s%14s", "USD a month", "the guide", "here")))
	for _, l := range tax.Kubernetes {
		t.line(s.Text.Render(fmt.Sprintf("%-32s%12s%14s", l.Label, quantity.Money(l.PublishedUSD), knownMoney(l.USD))))
	}
	t.line(s.Strong.Render(fmt.Sprintf("%-32s%12s%14s", "total", quantity.Money(tax.PublishedUSD), knownMoney(tax.USD))))
	note := "Where nobody gave a figure the guide's stands in."
	if !math.IsNaN(tax.PerService) {
		note = fmt.Sprintf("%s a service. %s", quantity.Money(tax.PerService), note)
	}
	t.text(s.Muted, note)
	t.heading("Hidden tax of serverless, which the guide names without figures")
	said := ""
	for _, l := range tax.Serverless {
		t.row(l.Label, knownMoney(l.USD), s.Text)
		if math.IsNaN(l.USD) && l.How != said {
			t.under(s.Muted, l.How)
		}
		said = l.How
	}
}

// knownMoney prints USD, or that it is unknown.
func knownMoney(usd float64) string {
	if math.IsNaN(usd) || math.IsInf(usd, 0) {
		return "unknown"
	}
	return quantity.Money(usd)
}

// coldStarts is what cold starts cost and what each way round them would.
func (p *verdictPane) coldStarts(t *pageWriter) {
	e, s := p.session.Result, p.styles
	c := guide.ColdStartsOf(e.Evaluation)
	t.heading("Ways round cold starts on " + c.Platform.Name + ", USD a month")
	if c.Scope != "" {
		t.text(s.Warn, c.Scope)
	}
	for i := range c.Remedies {
		r := &c.Remedies[i]
		sign, ink := s.Good.Render(s.Glyphs.Check), s.Strong
		if !r.Applies {
			sign, ink = s.Bad.Render(s.Glyphs.Cross), s.Muted
		}
		title := r.Title
		if r.InUse {
			title += " (in the bill)"
		}
		amount := r.Amount()
		room := min(t.w-4, pageTable-2) - len(amount)
		t.line(sign + " " + s.Text.Render(fit(title, room, s.Glyphs.Ellipsis)) + ink.Render(amount))
		if r.WhyNot != "" {
			t.under(s.Muted, r.WhyNot)
		}
	}
	t.text(s.Muted, "z opens the measured starts, and how each figure comes about.")
}

// timeline is the framework's own start-up timeline and cost trap with this
// scenario's figures.
func (p *verdictPane) timeline(t *pageWriter) {
	guide := published{p.context, &p.outlook}
	lines := guide.lines(t.w)
	t.blank()
	t.sections = append(t.sections, len(t.lines))
	t.lay(lines[1:])
	t.text(p.styles.Muted, "g opens the months ahead: growth, horizon, when to move.")
}
