package report

import (
	"fmt"
	"math"

	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/quantity"
)

// textGrowth is short: the totals up to the horizon, when to move, and the
// framework's timeline and trap with this scenario's figures. The other
// formats have every month.
func textGrowth(p *page, e *model.Evaluation, h *growth.HorizonSplit) {
	o := growth.Of(e)
	p.heading(left(fmt.Sprintf("Months 0 (today) to %d, USD", o.Horizon), 32) +
		right("today", 11) + right(fmt.Sprintf("month %d", o.Horizon), 12) + right("all months", 13) + right("more", 12))
	for i := range o.Lines {
		l := &o.Lines[i]
		if l.Ends == 0 {
			continue // The platforms' table above has said why.
		}
		p.row(fmt.Sprintf("  %c %s", l.Letter, l.Name), 32, right(quantity.Money(l.Costs[0]), 11), right(quantity.Money(l.Costs[o.Horizon]), 12),
			right(quantity.Money(l.Total), 13), right(quantity.Money(o.More(l)), 12))
	}
	for _, s := range o.Sentences() {
		p.text("  - ", s)
	}
	if h != nil {
		p.text("  - ", h.Words())
	}
	p.text("  ", "Moving, at "+money(o.MigrationUSD)+" a move:")
	for i := range o.Migrations {
		p.text("  - ", o.Moves(&o.Migrations[i]))
	}
	if len(o.Migrations) == 0 {
		p.line("  - nothing to move between")
	}
	textTimeline(p, e, &o)
}

func textTimeline(p *page, e *model.Evaluation, o *growth.Outlook) {
	k, s := e.Platforms[0].Name, e.Platforms[1].Name
	p.heading(left("Start-up timeline of the guide", 32) + right("requests", 14) + right(shortName(s), 17) + right(shortName(k), 17))
	for _, d := range o.Timeline {
		p.line(left(fmt.Sprintf("  day %d", d.Day), 32), right(volume(d.Volume), 14), right(quantity.Money(d.ServerlessUSD), 17), right(quantity.Money(d.KubernetesUSD), 17))
	}
	p.text("  ", o.Crossover.Words(k, s))
	p.heading(left("Cost trap of the guide", 26) + right("guide", 10) + right("factor", 10) + right(shortName(s), 20) + right("factor", 14))
	for _, t := range o.Trap {
		p.line(left(fmt.Sprintf("  month %d", t.Month), 26), right(quantity.Money(t.PublishedUSD), 10), right(factor(t.PublishedFactor), 10),
			right(quantity.Money(t.USD), 20), right(factor(t.Factor), 14))
	}
	p.text("  ", o.TrapWords(s))
}

// shortName cuts the name of a platform to a column.
func shortName(name string) string { return left(name, min(len([]rune(name)), 16)) }

// factor prints by how much a bill has grown, a dash where that is not known.
func factor(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "-"
	}
	return quantity.FormatNumber(math.Round(v*10)/10) + "×"
}

// stageOr is what a way of the timeline is at, a dash where the guide is silent.
func stageOr(text string) string {
	if text == "" {
		return "-"
	}
	return text
}

// optionTitle is the option of a line; one that is only compared says so.
func optionTitle(l *growth.OutlookLine) string {
	title := l.Option.Title()
	if !l.Stands {
		title += " (compared)"
	}
	return title
}
