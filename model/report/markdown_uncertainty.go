package report

import (
	"math"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/uncertainty"
)

// uncertainty shows what the ranges leave open, nothing where there is none.
func (m *markdown) uncertainty(u *uncertainty.Uncertainty) {
	if u == nil {
		return
	}
	m.heading(2, "Uncertainty")
	for _, s := range u.Sentences() {
		m.line("- ", escape(s))
	}
	m.line()
	m.line(escape(drawnHow(u)))
	m.line()
	var rows [][]string
	for _, o := range u.Options {
		rows = append(rows, []string{
			escape(o.Platform.Name), model.Percent(o.Cheapest), model.Percent(o.Possible),
			quantity.Money(o.P5), quantity.Money(o.P50), quantity.Money(o.P95),
		})
	}
	m.table([]string{"platform", ">" + u.CheapestWords(), ">can run", ">5th percentile, USD a month", ">median", ">95th percentile"}, rows)
	m.heading(3, "The "+u.CheapestWords()+" by volume")
	head, rows := []string{">requests a month"}, nil
	for _, o := range u.Options {
		head = append(head, ">"+escape(o.Platform.Name))
	}
	for _, at := range u.Axis {
		row := []string{volume(at.Volume)}
		for o := range u.Options {
			row = append(row, model.Percent(at.Cheapest[o]))
		}
		rows = append(rows, row)
	}
	m.table(head, rows)
	m.heading(3, "What to measure")
	if u.Cheapest != nil {
		m.line(escape(pairWords(u)))
		m.line()
	}
	rows = nil
	for i := range u.Levers {
		l := &u.Levers[i]
		rows = append(rows, []string{
			escape(l.Label), quantity.FormatAmount(l.Kind, l.Range), uncertainty.DifferenceText(l.AtLow), uncertainty.DifferenceText(l.AtHigh),
			crossoverAt(l, l.CrossoverLow), crossoverAt(l, l.CrossoverHigh), u.WorthText(l),
		})
	}
	rows = append(rows, []string{"everything", "", "", "", "", "", quantity.Money(u.Perfect)})
	m.table([]string{"range", "from..to", ">at low", ">at high", ">crossover at low", ">crossover at high", ">knowing it, USD a month"}, rows)
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
