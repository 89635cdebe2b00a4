package report

import (
	"cmp"
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
	"runwhere/model/split"
	"runwhere/model/study"
)

// placement is the cheapest placement with its reasons, what it costs on every
// platform, and what is beside it.
func placement(d *doc.Doc, e *model.Evaluation, found *study.Findings) {
	s := &e.Split
	d.Heading(3, "Cheapest placement: ", splitTotal(e))
	columns := []doc.Column{doc.Label(full("component"), 27), doc.Label(full("place"), 17)}
	for _, option := range checklist.Placeable {
		columns = append(columns, doc.Figures("adds on "+option.Title(), doc.Absent))
	}
	var rows []doc.Row
	for i := range s.Placements {
		p := &s.Placements[i]
		pinned := ""
		if p.Pinned {
			pinned = " (pinned)"
		}
		cells := []any{p.Component, doc.Say(p.Option.Title(), full(pinned))}
		for _, option := range checklist.Placeable {
			cells = append(cells, adds(p, option))
		}
		rows = append(rows, doc.Cells(append(cells, p.Reason)...))
	}
	d.Table(append(columns, doc.Label(full("reason"), doc.Rest)), rows)
	d.Items(e.SplitSentences(found.RunnerUp))
	glue(d, s)
	if len(s.Placements) < 2 {
		return // one component is no pattern, and moves where the cheapest curve changes
	}
	Pattern(d, e)
	d.Heading(3, "The cheapest placement as the volume grows")
	d.Items(found.ByVolume.Sentences())
}

// splitTotal says what the placement costs and whether it is proven.
func splitTotal(e *model.Evaluation) string {
	s := &e.Split
	if why := e.NoFigures(); why != "" {
		return "none, " + why
	}
	if !s.Feasible {
		return "none, a component has no place"
	}
	return money(s.USD) + " a month, " + model.Proof(s)
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
func glue(d *doc.Doc, s *split.Split) {
	if len(s.Glue) == 0 {
		return
	}
	d.Heading(3, "Calls between the sides: ", money(s.GlueUSD), " a month")
	var rows []doc.Row
	for i := range s.Glue {
		g := &s.Glue[i]
		brief := fmt.Sprintf("%s on %s to %s on %s, %s calls over %s: %s",
			g.From, g.FromOption.Title(), g.To, g.ToOption.Title(), quantity.ShortCount(g.Calls), via(g.Via), money(g.USD))
		call := fmt.Sprintf("%s (%s) to %s (%s)", g.From, g.FromOption, g.To, g.ToOption)
		rows = append(rows, doc.Cells(doc.Either(brief, call), quantity.ShortCount(g.Calls), via(g.Via), money(g.USD), "", "", ""))
		for k := range g.Lines {
			l := &g.Lines[k]
			brief := fmt.Sprintf("%s %s: %s (%s, %s)", l.Label, money(l.USD), l.Formula, l.Source, l.AsOf)
			rows = append(rows, doc.Cells("", "", l.Label, money(l.USD), l.Formula, l.Source+", "+l.AsOf, brief))
		}
		for _, note := range g.Notes {
			rows = append(rows, doc.Cells("", "", note, "", "", "", note))
		}
		for _, what := range g.Unknown {
			rows = append(rows, doc.Cells("", "", "no known price: "+what, "", "", "", what))
		}
	}
	d.Table([]doc.Column{
		doc.Label(full("call"), doc.Rest), doc.Figures("a month", doc.Absent), doc.Label("over", doc.Absent), doc.Figures("USD", doc.Absent),
		doc.Label("formula", doc.Absent), doc.Label("source", doc.Absent), doc.Briefly(doc.Label("", doc.Below)),
	}, rows)
}

// via says how a call gets across.
func via(v costs.Via) string {
	switch v {
	case costs.ViaEvent:
		return "the event bus"
	case costs.ViaGateway:
		return "HTTP"
	}
	return "a private connection"
}

// Pattern explains each difference between the framework's pattern and the
// cheapest placement, and in full the rule that places each component.
func Pattern(d *doc.Doc, e *model.Evaluation) {
	p := e.Pattern()
	if n := len(p.Differences); n > 0 {
		d.Heading(3, "Where the framework's pattern and the optimum differ: ", words.Plural(n, "component"))
	}
	for _, difference := range p.Differences {
		d.Item(difference.Why, "; moving it alone: ", quantity.Change(difference.Moving))
	}
	if n := len(p.Exceptions); n > 0 {
		d.Heading(3, "What cannot be where the pattern wants it: ", words.Plural(n, "component"))
	}
	for _, x := range p.Exceptions {
		d.Item(doc.Against(x.Why))
	}
	record := d.Only(doc.Full)
	record.Heading(3, "The rule by which the pattern places each component")
	for i, rule := range p.Rules {
		c := &p.Split.Placements[i]
		record.Item(c.Component, " on ", cmp.Or(string(c.Option), "no platform"), ": ", rule)
	}
}
