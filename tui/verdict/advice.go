package verdict

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/model/guide"
	"runwhere/model/quantity"
	"runwhere/tui/kit"
	"runwhere/tui/window"
)

// constraints lists every limit that is in the way, with the way round it.
func (p *Pane) constraints(t *kit.PageWriter) {
	s := p.Styles
	t.Heading("Constraints")
	list := p.Session.Result.Constraints()
	for i := range list {
		c := &list[i]
		sign, ink, text := s.Glyphs.Cross, s.Warn, c.Platform.Name+": "+c.Text()
		if c.Assumed {
			sign, ink, text = s.Glyphs.Ring, s.Mark, text+" (by a default, so not ruled out)"
		}
		t.Bullet(sign, ink, text)
		t.Under(s.Text, "way round: "+c.WayRound)
		t.Under(s.Muted, kit.SourceOf(c.Source, c.AsOf))
	}
	if len(list) == 0 {
		t.Text(s.Muted, "No limit of a platform is in the way, and nothing is pinned.")
	}
}

func (p *Pane) mistakes(t *kit.PageWriter) {
	s := p.Styles
	t.Heading("Mistakes that the answers show, of the framework's four")
	found := p.Session.Result.Mistakes()
	for _, m := range found {
		t.Bullet(s.Glyphs.Cross, s.Warn, m.Title)
		t.Under(s.Text, m.Evidence)
		t.Under(s.Muted, m.Advice)
	}
	if len(found) == 0 {
		t.Text(s.Muted, "none of them")
	}
}

// traps are the framework's four costs of running both sides.
func (p *Pane) traps(t *kit.PageWriter) {
	e, s := p.Session.Result, p.Styles
	t.Heading("Traps of a hybrid")
	traps := guide.HybridTraps(e.Evaluation)
	switch {
	case !traps[0].Applies:
		t.Text(s.Muted, "None applies: "+traps[0].How+".")
		return
	case e.Verdict.Recommendation != checklist.Hybrid:
		t.Text(s.Muted, "What the cheapest placement would bring, which is not what is recommended:")
	}
	for i := range traps {
		trap := &traps[i]
		t.Row(trap.Title, trap.Amount(), s.Strong)
		t.Under(s.Muted, trap.Explanation)
		t.Under(s.Text, "here: "+trap.How)
	}
}

// hiddenTax is the YAML and the people that no bill shows, beside the published
// figures.
func (p *Pane) hiddenTax(t *kit.PageWriter) {
	e, s := p.Session.Result, p.Styles
	all, placed := guide.Manifests(e.Evaluation)
	tax := guide.HiddenTax(e.Evaluation)
	t.Heading("Hidden tax of Kubernetes")
	t.Text(s.Text, "YAML, everything there: "+all.Text()+".")
	if placed != all {
		t.Text(s.Text, "YAML, the cheapest placement: "+placed.Text()+".")
	}
	t.Line(s.Muted.Render(fmt.Sprintf("%-32s%12s%14s", "USD a month", "the guide", "here")))
	for _, l := range tax.Kubernetes {
		t.Line(s.Text.Render(fmt.Sprintf("%-32s%12s%14s", l.Label, quantity.Money(l.PublishedUSD), knownMoney(l.USD))))
	}
	t.Line(s.Strong.Render(fmt.Sprintf("%-32s%12s%14s", "total", quantity.Money(tax.PublishedUSD), knownMoney(tax.USD))))
	note := "Where nobody gave a figure the guide's stands in."
	if !math.IsNaN(tax.PerService) {
		note = fmt.Sprintf("%s a service. %s", quantity.Money(tax.PerService), note)
	}
	t.Text(s.Muted, note)
	t.Heading("Hidden tax of serverless, which the guide names without figures")
	said := ""
	for _, l := range tax.Serverless {
		t.Row(l.Label, knownMoney(l.USD), s.Text)
		if math.IsNaN(l.USD) && l.How != said {
			t.Under(s.Muted, l.How)
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
func (p *Pane) coldStarts(t *kit.PageWriter) {
	e, s := p.Session.Result, p.Styles
	c := guide.ColdStartsOf(e.Evaluation)
	t.Heading("Ways round cold starts on " + c.Platform.Name + ", USD a month")
	if c.Scope != "" {
		t.Text(s.Warn, c.Scope)
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
		room := min(t.W-4, kit.PageTable-2) - len(amount)
		t.Line(sign + " " + s.Text.Render(kit.Fit(title, room, s.Glyphs.Ellipsis)) + ink.Render(amount))
		if r.WhyNot != "" {
			t.Under(s.Muted, r.WhyNot)
		}
	}
	t.Text(s.Muted, "z opens the measured starts, and how each figure comes about.")
}

// timeline is the framework's own start-up timeline and cost trap with this
// scenario's figures.
func (p *Pane) timeline(t *kit.PageWriter) {
	guide := window.Published{Context: p.Context, Outlook: &p.outlook}
	lines := guide.Lines(t.W)
	t.Blank()
	t.Sections = append(t.Sections, len(t.Lines))
	t.Lay(lines[1:])
	t.Text(p.Styles.Muted, "g opens the months ahead: growth, horizon, when to move.")
}
