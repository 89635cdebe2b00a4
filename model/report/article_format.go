package report

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/model/report/doc"
)

// figure prints a figure of the row in its unit; a dash for none.
func (r *AuditRow) figure(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "-"
	}
	switch r.Unit {
	case "times":
		return times(v)
	case "percent":
		return fmt.Sprintf("%.1f %%", v)
	case "requests":
		return volume(v)
	}
	return money(v)
}

func (r *AuditRow) published() string {
	if math.IsInf(r.Range, 1) {
		return r.figure(r.Published) + " or more"
	}
	if r.Range > 0 {
		return r.figure(r.Published) + " to " + r.figure(r.Range)
	}
	return r.figure(r.Published)
}

// mark says in one word how the two figures compare.
func (r *AuditRow) mark() string {
	switch {
	case math.IsNaN(r.Published):
		return "ours only"
	case r.Agrees():
		return "agrees"
	}
	return "differs"
}

// Document puts the audit into words.
func (a *Audit) Document() *doc.Doc {
	d := doc.New()
	d.Only(doc.Full).Heading(1, "The guide's published cost figures beside ours")
	d.Para(
		doc.Either("The cost figures of "+checklist.Source+" beside ours, at", "The figures are those of "+checklist.Source+", ours are at"),
		" the list prices of ", a.Version, ". Ours come from the same meters as every other figure and are never adjusted to match.",
	)
	for _, s := range a.Sections {
		d.Heading(2, s.Title)
		d.Para(s.Intro)
		var rows []doc.Row
		for i := range s.Rows {
			r := &s.Rows[i]
			rows = append(rows, doc.Cells(r.Item, r.published(), r.figure(r.Ours), r.mark(), r.Formula, r.Why))
		}
		d.Table([]doc.Column{
			doc.Label("figure", 41), doc.Figures("published", 14), doc.Figures("ours", 14), doc.Label("", 9),
			doc.Label("how ours comes about", doc.Below), doc.Label("why", doc.Below),
		}, rows)
	}
	return d
}
