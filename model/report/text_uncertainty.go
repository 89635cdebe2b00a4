package report

import (
	"fmt"

	"github.com/dustin/go-humanize"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/uncertainty"
)

// textUncertainty shows what the ranges leave open, nothing where there is
// none.
func textUncertainty(p *page, u *uncertainty.Uncertainty) {
	if u == nil {
		return
	}
	column := "cheapest"
	if u.Split != nil {
		column = "best single"
	}
	p.heading(left("Uncertainty, USD a month", 32) + right(column, 12) + right("low 5 %", 12) + right("middle", 12) + right("high 5 %", 12))
	for _, o := range u.Options {
		p.row(fmt.Sprintf("  %c %s", o.Platform.Letter, o.Platform.Name), 32, right(model.Percent(o.Cheapest), 12),
			right(quantity.Money(o.P5), 12), right(quantity.Money(o.P50), 12), right(quantity.Money(o.P95), 12))
	}
	for _, s := range u.Sentences() {
		p.text("  - ", s)
	}
	textAxis(p, u)
	textLevers(p, u)
	p.text("  ", drawnHow(u))
}

// textAxis shows the odds at every decade of the volume; the other formats
// have all volumes.
func textAxis(p *page, u *uncertainty.Uncertainty) {
	heads, rows := "", make([]string, len(u.Options))
	for i := 0; i < len(u.Axis); i += axisShown {
		heads += right(volume(u.Axis[i].Volume), 6)
		for o := range u.Options {
			rows[o] += right(shortPercent(u.Axis[i].Cheapest[o]), 6)
		}
	}
	label := "  Cheapest by requests a month, %"
	if u.Split != nil {
		label = "  Cheapest single platform, % at"
	}
	p.line(left(label, 36), heads)
	for o := range u.Options {
		p.row(fmt.Sprintf("  %c %s", u.Options[o].Platform.Letter, u.Options[o].Platform.Name), 36, rows[o])
	}
}

// axisShown is how many volumes a decade of the axis has.
const axisShown = 4

// shortPercent leaves the sign to the table's head.
func shortPercent(p float64) string {
	switch {
	case p > 0 && p < 0.005:
		return "<1"
	case p >= 0.995 && p < 1:
		return ">99"
	}
	return fmt.Sprintf("%.0f", p*100)
}

func textLevers(p *page, u *uncertainty.Uncertainty) {
	if u.Cheapest != nil {
		p.text("  ", pairWords(u))
	}
	p.line(left("  Range", 40), right("at low", 13), right("at high", 13), right("knowing it", 14))
	for i := range u.Levers {
		l := &u.Levers[i]
		label := "  " + l.Label + " " + quantity.FormatAmount(l.Kind, l.Range)
		figures := right(uncertainty.DifferenceText(l.AtLow), 13) + right(uncertainty.DifferenceText(l.AtHigh), 13) + right(u.WorthText(l), 14)
		p.row(label, 40, figures)
	}
	p.line(left("  everything", 40), right("", 26), right(quantity.Money(u.Perfect), 14))
}

// pairWords says between which two options the inputs decide.
func pairWords(u *uncertainty.Uncertainty) string {
	return fmt.Sprintf("With every range at its median %s costs %s more than %s, the %s. What it costs more with one range at an end:",
		u.Second.Name, quantity.Money(u.Difference), u.Cheapest.Name, u.CheapestWords())
}

// drawnHow says what the figures rest on.
func drawnHow(u *uncertainty.Uncertainty) string {
	people := "the bills alone"
	if u.People {
		people = "totals with people and tools"
	}
	return fmt.Sprintf("%s draws with seed %d, of %s; %s of them at every volume. A range holds 90 %% of the draws: log-normal, a share logit-normal, from zero or up to 100 %% uniform; each is drawn by itself.",
		humanize.Comma(int64(u.Draws)), u.Seed, people, humanize.Comma(int64(u.AxisDraws)))
}
