package report

import (
	"fmt"
	"math"

	"github.com/dustin/go-humanize"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
	"runwhere/model/uncertainty"
)

// odds shows what the ranges leave open, nothing where there is none.
func odds(d *doc.Doc, u *uncertainty.Uncertainty) {
	if u == nil {
		return
	}
	d.Heading(2, doc.Either("Uncertainty, USD a month", "Uncertainty"))
	cheapest := "cheapest"
	if u.Split != nil {
		cheapest = "best single"
	}
	var rows []doc.Row
	for _, o := range u.Options {
		rows = append(rows, doc.Cells(
			lettered(o.Platform.Letter, o.Platform.Name), model.Percent(o.Cheapest), model.Percent(o.Possible),
			quantity.Money(o.P5), quantity.Money(o.P50), quantity.Money(o.P95),
		))
	}
	d.Table([]doc.Column{
		doc.Label("platform", 32), doc.Figures(doc.Either(cheapest, u.CheapestWords()), 12), doc.Figures("can run", doc.Absent),
		doc.Figures(doc.Either("low 5 %", "5th percentile, USD a month"), 12), doc.Figures(doc.Either("middle", "median"), 12),
		doc.Figures(doc.Either("high 5 %", "95th percentile"), 12),
	}, rows)
	d.Items(u.Sentences())
	d.Items(u.CorrelationSentences())
	d.Para(drawnHow(u))
	volumes(d, u)
	Levers(d, u, len(u.Levers))
}

// axisShown is how many volumes a decade of the axis has; in brief one is enough.
const axisShown = 4

// volumes is how likely each platform is the cheapest at every volume that was
// drawn.
func volumes(d *doc.Doc, u *uncertainty.Uncertainty) {
	d.Heading(3, "The ", u.CheapestWords(), " by volume")
	columns := []doc.Column{doc.Figures("requests a month", 32)}
	for _, o := range u.Options {
		columns = append(columns, doc.Figures(doc.Either(doc.Cut(o.Platform.Name, 11), o.Platform.Name), 12))
	}
	var rows []doc.Row
	for i, at := range u.Axis {
		cells := []any{volume(at.Volume)}
		for o := range u.Options {
			cells = append(cells, model.Percent(at.Cheapest[o]))
		}
		row := doc.Cells(cells...)
		if i%axisShown != 0 {
			row = row.Only(doc.Full)
		}
		rows = append(rows, row)
	}
	d.Table(columns, rows)
}

// Levers are the ranges that decide most, that which decides most first, as many
// as are wanted.
func Levers(d *doc.Doc, u *uncertainty.Uncertainty, most int) {
	d.Heading(3, "What to measure")
	if u.Cheapest != nil {
		d.Para(fmt.Sprintf("With every range at its median %s costs %s more than %s, the %s. What it costs more with one range at an end:",
			u.Second.Name, quantity.Money(u.Difference), u.Cheapest.Name, u.CheapestWords()))
	}
	var rows []doc.Row
	for i := range u.Levers[:min(most, len(u.Levers))] {
		l := &u.Levers[i]
		amount := quantity.FormatAmount(l.Kind, l.Range)
		rows = append(rows, doc.Cells(
			doc.Either(l.Label+" "+amount, l.Label), amount, uncertainty.DifferenceText(l.AtLow), uncertainty.DifferenceText(l.AtHigh),
			crossoverAt(l, l.CrossoverLow), crossoverAt(l, l.CrossoverHigh), u.WorthText(l),
		))
	}
	if more := len(u.Levers) - most; more > 0 {
		rows = append(rows, doc.Cells(fmt.Sprintf("and %d more", more), "", "", "", "", "", ""))
	}
	rows = append(rows, doc.Cells("everything", "", "", "", "", "", quantity.Money(u.Perfect)))
	d.Table([]doc.Column{
		doc.Label("range", 40), doc.Label("from..to", doc.Absent), doc.Figures("at low", 13), doc.Figures("at high", 13),
		doc.Figures("crossover at low", doc.Absent), doc.Figures("crossover at high", doc.Absent), doc.Figures(doc.Either("knowing it", "knowing it, USD a month"), 14),
	}, rows)
}

// drawnHow says what the figures rest on.
func drawnHow(u *uncertainty.Uncertainty) string {
	people := "the bills alone"
	if u.People {
		people = "totals with people and tools"
	}
	alone := "each is drawn by itself"
	if len(u.Correlated) > 0 {
		alone = "each is drawn by itself but for those that are correlated, which keep their own distributions (a Gaussian copula)"
	}
	return fmt.Sprintf("%s draws with seed %d, of %s; %s of them at every volume. A range holds 90 %% of the draws: log-normal, a share logit-normal, from zero or up to 100 %% uniform; %s.",
		humanize.Comma(int64(u.Draws)), u.Seed, people, humanize.Comma(int64(u.AxisDraws)), alone)
}

// crossoverAt prints a volume, a dash where the two never change places.
func crossoverAt(l *uncertainty.Lever, q float64) string {
	switch {
	case !l.Searched:
		return "not searched"
	case math.IsNaN(q):
		return "-"
	}
	return volume(q)
}
