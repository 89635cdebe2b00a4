package report

import (
	"fmt"
	"math"
	"slices"

	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/guide"
	"runwhere/model/report/doc"
)

// ColdStarts shows what cold starts cost, what each way round them would cost,
// and what was measured.
func ColdStarts(d *doc.Doc, e *model.Evaluation) {
	c := guide.ColdStartsOf(e)
	record := d.Only(doc.Full)
	d.Heading(2, "Cold starts on ", c.Platform.Name)
	for _, claim := range c.Claims {
		record.Fact(doc.Say("The guide on ", option(claim.Option)), claim.Claim, ".", today(claim.Facts))
	}
	d.Para(c.Now.How)
	if c.Now.Source != "" {
		record.Para(doc.Aside("Source: ", sourceOf(c.Now.Source, c.Now.AsOf), "."))
	}
	d.Heading(3, "Ways round them, USD a month at today's volume")
	d.Para(doc.Unsure(c.Scope))
	var rows []doc.Row
	for i := range c.Remedies {
		r := &c.Remedies[i]
		title := r.Title
		if r.InUse {
			title += " (in the bill)"
		}
		sign := doc.Good(title)
		if !r.Applies {
			sign = doc.Against(title)
		}
		rows = append(rows, doc.Cells(sign, doc.Either(r.Amount(), remedyUSD(r)), r.How+r.WhyNot, doc.Say(r.Effect, today(r.Facts))))
	}
	d.Table([]doc.Column{
		doc.Label(full("way"), 62), doc.Figures(full("USD a month"), 18), doc.Label("how", doc.Below), doc.Label("what it does to the start", doc.Absent),
	}, rows)
	measured(record, &c)
}

// measured is the starts that somebody measured.
func measured(d *doc.Doc, c *guide.ColdStarts) {
	d.Heading(3, "Measured starts")
	d.Para(fmt.Sprintf("An empty function on Lambda with %d MB. %s Sources: ", costs.ColdStartMemoryMiB, c.Marked),
		doc.Source(costs.ColdStartSource), "; SnapStart: ", doc.Source(costs.SnapStartMeasured), ".")
	milliseconds := func(v float64) string { return fmt.Sprintf("%.1f", v) }
	var rows []doc.Row
	for _, s := range c.Measured {
		p99 := "-"
		if s.P99 > 0 {
			p99 = milliseconds(s.P99)
		}
		rows = append(rows, doc.Cells(
			used(s.Runtime, len(s.Components) > 0), s.Architecture, milliseconds(s.P50), milliseconds(s.P90), p99, s.Package, s.Samples, joined(s.Components), s.AsOf,
		))
	}
	d.Table(doc.Columns("runtime", "processor", ">p50, ms", ">p90, ms", ">p99, ms", "package", ">samples", "components", "as of"), rows)
}

// used lets a row that the scenario rests on stand out.
func used(name string, used bool) doc.Words {
	if used {
		return doc.Strong(name)
	}
	return doc.Say(name)
}

// remedyUSD prints the difference to the cent, with its sign.
func remedyUSD(r *guide.ColdStartRemedy) string {
	switch {
	case !r.Applies || math.IsNaN(r.USD):
		return r.Amount()
	case r.USD > 0:
		return "+" + money(r.USD)
	}
	return money(r.USD)
}

// today appends facts with their sources to a sentence.
func today(facts []guide.Fact) doc.Words {
	said := doc.Say()
	for _, f := range facts {
		said = doc.Say(said, " Today: ", f.Text, " (", sourced(f), ").")
	}
	return said
}

// sourced is a fact's source with its date, where it has one.
func sourced(f guide.Fact) doc.Words {
	if f.AsOf == "" {
		return doc.Source(f.Source)
	}
	return doc.Source(f.Source + ", " + f.AsOf)
}

// comparison is the three-way comparison of the guide: each claim, and what holds
// today for the platform that stands for the option.
func comparison(d *doc.Doc, rows []guide.ComparedRow) {
	d.Heading(2, doc.Either("Claims of the guide, and below each what holds today", "Claims and facts"))
	d.Para(doc.Either("The formats md and json have every source.",
		"The guide's comparison of three options, and what holds today for the platform that stands for each of them here."))
	compareBriefly(d.Only(doc.Brief), rows)
	columns := doc.Columns("")
	for _, c := range rows[0].Cells {
		columns = append(columns, doc.Columns(c.Option.Title()+": claim", "today: "+c.Platform.Name)...)
	}
	var table []doc.Row
	for _, row := range rows {
		cells := []any{row.Label}
		for _, c := range row.Cells {
			facts := doc.Say("-")
			for i, f := range c.Facts {
				if i == 0 {
					facts = doc.Say(f.Text, " (", sourced(f), ")")
				} else {
					facts = doc.Say(facts, "; ", f.Text, " (", sourced(f), ")")
				}
			}
			cells = append(cells, c.Claim, facts)
		}
		table = append(table, doc.Cells(cells...))
	}
	d.Table(columns, table)
	record := d.Only(doc.Full)
	record.Para("Also:")
	for _, row := range rows {
		for _, f := range row.Checks {
			record.Fact(row.Label, f.Text, ". Source: ", sourced(f), ".")
		}
	}
}

// longFact is the longest fact that a cell of the table takes; longer ones stand
// below it.
const longFact = 110

func compareBriefly(d *doc.Doc, rows []guide.ComparedRow) {
	columns, heads := []doc.Column{doc.Wrapped(19)}, []any{""}
	for _, c := range rows[0].Cells {
		columns, heads = append(columns, doc.Wrapped(20)), append(heads, c.Option.Title()+"\non "+c.Platform.Name)
	}
	table := []doc.Row{doc.Cells(heads...)}
	var notes []string
	var below []doc.Row
	for _, row := range rows {
		cells := []any{row.Label}
		for _, c := range row.Cells {
			cell := c.Claim
			for _, f := range c.Facts {
				if len(f.Text) <= longFact {
					cell += "\n> " + f.Text
					continue
				}
				note := doc.Say(c.Option.Title(), ": ", f.Text, " (", sourced(f), ").").String()
				at := slices.Index(notes, note)
				if at < 0 {
					at, notes = len(notes), append(notes, note)
					below = append(below, doc.Cells(fmt.Sprintf("note %d", at+1), note))
				}
				cell += fmt.Sprintf("\n> note %d", at+1)
			}
			cells = append(cells, cell)
		}
		table = append(table, doc.Cells(cells...))
	}
	d.Table(columns, table)
	d.Table([]doc.Column{doc.Label("", 10), doc.Label("", doc.Rest)}, below)
}
