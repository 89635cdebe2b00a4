package report

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/model/study"
)

// placement is the cheapest placement with its reasons, what it costs on every
// platform, and what stands beside it.
func (m *markdown) placement(e *model.Evaluation, found *study.Findings) {
	s := &e.Split
	m.heading(3, "Cheapest placement: "+splitTotal(e))
	head := []string{"component", "place"}
	for _, option := range checklist.Placeable {
		head = append(head, ">adds on "+option.Title())
	}
	rows := make([][]string, len(s.Placements))
	for i := range s.Placements {
		p := &s.Placements[i]
		place := p.Option.Title()
		if p.Pinned {
			place += " (pinned)"
		}
		rows[i] = []string{escape(p.Component), place}
		for _, option := range checklist.Placeable {
			rows[i] = append(rows[i], adds(p, option))
		}
		rows[i] = append(rows[i], escape(p.Reason))
	}
	m.table(append(head, "reason"), rows)
	m.line()
	for _, said := range e.SplitSentences(found.RunnerUp) {
		m.line("- ", escape(said))
	}
	m.line()
	m.glue(s)
	if len(s.Placements) < 2 {
		return // one component is no pattern, and moves where the cheapest curve changes
	}
	m.pattern(e.Pattern())
	m.heading(3, "The cheapest placement as the volume grows")
	for _, said := range found.ByVolume.Sentences() {
		m.line("- ", escape(said))
	}
	m.line()
}

// adds is what a component adds on an option, in USD a month.
func adds(p *split.Placement, option checklist.Option) string {
	if _, refused := p.Refusals[option]; refused {
		return "refused"
	}
	if usd := p.Adds[option]; !math.IsInf(usd, 0) && !math.IsNaN(usd) {
		return money(usd)
	}
	return "no price"
}

// glue opens the calls between the sides.
func (m *markdown) glue(s *split.Split) {
	if len(s.Glue) == 0 {
		return
	}
	m.heading(3, "Calls between the sides: "+money(s.GlueUSD)+" a month")
	var rows [][]string
	for i := range s.Glue {
		g := &s.Glue[i]
		call := fmt.Sprintf("%s (%s) to %s (%s)", g.From, g.FromOption, g.To, g.ToOption)
		rows = append(rows, []string{escape(call), quantity.ShortCount(g.Calls), via(g.Via), money(g.USD), "", ""})
		for k := range g.Lines {
			l := &g.Lines[k]
			rows = append(rows, []string{"", "", l.Label, money(l.USD), escape(l.Formula), escape(l.Source + ", " + l.AsOf)})
		}
		for _, note := range g.Notes {
			rows = append(rows, []string{"", "", escape(note), "", "", ""})
		}
		for _, what := range g.Unpriced {
			rows = append(rows, []string{"", "", escape("no known price: " + what), "", "", ""})
		}
	}
	m.table([]string{"call", ">a month", "over", ">USD", "formula", "source"}, rows)
}

// pattern explains each difference from the guide's pattern.
func (m *markdown) pattern(p *model.PatternSplit) {
	if p.Follows() {
		return
	}
	m.heading(3, "Where the guide's pattern of a core and an edge differs")
	for _, d := range p.Differences {
		m.line("- ", escape(d.Why))
	}
	for _, x := range p.Exceptions {
		m.line("- ", escape(x.Why))
	}
	m.line()
}
