package report

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
)

// outlook shows the totals up to the horizon, when to move, and the guide's
// timeline and trap with this scenario's figures; a record has every month.
func outlook(d *doc.Doc, e *model.Evaluation, o *growth.Outlook, h *growth.HorizonSplit) {
	d.Heading(2, doc.Either(fmt.Sprintf("Months 0 (today) to %d, USD", o.Horizon), "Growth"))
	var rows []doc.Row
	for i := range o.Lines {
		l := &o.Lines[i]
		title := checklist.Option(l.Option).Title()
		if !l.Chosen {
			title += " (compared)"
		}
		row := doc.Cells(lettered(l.Letter, l.Name), title, amount(l.Costs[0]), amount(l.Costs[o.Horizon]), money(l.BillTotal), amount(l.Total), amount(o.More(l)), l.Why)
		if l.Ends == 0 {
			row = row.Only(doc.Full) // The platforms' table above has said why.
		}
		rows = append(rows, row)
	}
	d.Table([]doc.Column{
		doc.Label("line", 32), doc.Label("option", doc.Absent), doc.Figures("today", 11), doc.Figures(fmt.Sprintf("month %d", o.Horizon), 12),
		doc.Figures("bills of all months", doc.Absent), doc.Figures(doc.Either("all months", "total"), 13),
		doc.Figures(doc.Either("more", "more than the least"), 12), doc.Label("why not", doc.Absent),
	}, rows)
	if o.People {
		d.Para("Totals include people and tools.")
	} else {
		d.Para("Totals are the bills alone.")
	}
	d.Items(o.Sentences())
	if h != nil {
		d.Item(h.Words())
	}
	months(d.Only(doc.Full), o)
	moves(d, o)
	Timeline(d, e, o)
	Trap(d, e, o)
}

// months is the cost of every line that has one, month by month.
func months(d *doc.Doc, o *growth.Outlook) {
	d.Heading(3, "Month by month")
	columns := doc.Columns(">month", ">requests a month")
	for i := range o.Lines {
		if l := &o.Lines[i]; l.Ends != 0 {
			columns = append(columns, doc.Figures(l.Name, doc.Absent))
		}
	}
	var rows []doc.Row
	for month, v := range o.Volumes {
		cells := []any{month, volume(v)}
		for i := range o.Lines {
			if l := &o.Lines[i]; l.Ends != 0 {
				cells = append(cells, money(l.Costs[month]))
			}
		}
		cheapest := "-"
		if c := o.Cheapest[month]; c >= 0 {
			cheapest = o.Lines[c].Name
		}
		rows = append(rows, doc.Cells(append(cells, cheapest)...))
	}
	d.Table(append(columns, doc.Columns("cheapest")...), rows)
}

func moves(d *doc.Doc, o *growth.Outlook) {
	d.Heading(3, "Moving, at ", money(o.MigrationUSD), " a move")
	if len(o.Migrations) == 0 {
		d.Para("There is nothing to move between.")
		return
	}
	d.Only(doc.Full).Para("Everything before the month of the move is billed by the first platform, that month and all after it by the second.")
	month := func(m int, none string) string {
		if m < 0 {
			return none
		}
		return fmt.Sprintf("month %d", m)
	}
	var rows []doc.Row
	for i := range o.Migrations {
		m := &o.Migrations[i]
		saved := money(m.SavedUSD)
		if math.IsInf(m.SavedUSD, 1) {
			saved = "staying is not possible"
		}
		rows = append(rows, doc.Cells(
			o.Lines[m.From].Name, o.Lines[m.To].Name, month(m.Month, "never"), money(m.StayUSD), money(m.NowUSD), money(m.BestUSD), saved, month(m.Payback, "-"),
		))
	}
	d.Table(doc.Columns("from", "to", ">best", ">staying costs", ">moving at once", ">moving then", ">saves", ">paid back"), rows)
	for i := range o.Migrations {
		d.Item(o.Moves(&o.Migrations[i]))
	}
}

// TimelineTitle heads the guide's timeline, as a table or as a picture.
const TimelineTitle = "The guide's timeline with this scenario's figures"

// Timeline is what the guide tells of a start-up's first two years, beside this
// scenario's figures.
func Timeline(d *doc.Doc, e *model.Evaluation, o *growth.Outlook) {
	k, s := e.Platform(checklist.Kubernetes).Name, e.Platform(checklist.Serverless).Name
	d.Heading(3, TimelineTitle)
	var rows []doc.Row
	for _, day := range o.Timeline {
		rows = append(rows, doc.Cells(
			doc.Either(fmt.Sprintf("day %d", day.Day), day.Day), dash(day.KubernetesStage), dash(day.ServerlessStage), volume(day.Volume),
			amount(day.ServerlessUSD), amount(day.KubernetesUSD),
		))
	}
	d.Table([]doc.Column{
		doc.Figures(full("day"), 32), doc.Label("Kubernetes first", doc.Absent), doc.Label("serverless first", doc.Absent),
		doc.Figures(doc.Either("requests", "requests a month"), 14), doc.Figures(doc.Either(shortName(s), s), 17), doc.Figures(doc.Either(shortName(k), k), 17),
	}, rows)
	d.Para(o.Crossover.Words(k, s))
}

// Trap is what the guide tells of a growing bill.
func Trap(d *doc.Doc, e *model.Evaluation, o *growth.Outlook) {
	s := e.Platform(checklist.Serverless).Name
	d.Heading(3, "The guide's cost trap beside ", s)
	var rows []doc.Row
	for _, t := range o.Trap {
		rows = append(rows, doc.Cells(
			doc.Either(fmt.Sprintf("month %d", t.Month), t.Month), amount(t.PublishedUSD), factor(t.PublishedFactor), volume(t.Volume), amount(t.USD), factor(t.Factor),
		))
	}
	d.Table([]doc.Column{
		doc.Figures(full("month"), 26), doc.Figures(doc.Either("guide", "the guide's bill"), 10), doc.Figures(doc.Either("grown", "factor"), 10),
		doc.Figures("requests a month", doc.Absent), doc.Figures(doc.Either(shortName(s), "bill of "+s), 20), doc.Figures(doc.Either("grown", "factor"), 14),
	}, rows)
	d.Para(o.TrapWords(s))
}

// shortName cuts the name of a platform to a column.
func shortName(name string) string { return doc.Cut(name, 16) }

// factor prints by how much a bill has grown, a dash where that is not known.
func factor(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "-"
	}
	return quantity.FormatNumber(math.Round(v*10)/10) + "×"
}
