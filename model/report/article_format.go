package report

import (
	"fmt"
	"math"

	"runwhere/checklist"
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

// Text returns the audit for a terminal of 80 columns.
func (a *Audit) Text() []byte {
	p := &page{}
	p.text("", fmt.Sprintf("The cost figures of %s beside ours, at the list prices of %s. Ours come from the same meters as every other figure and are never adjusted to match.",
		checklist.Source, a.Version))
	for _, s := range a.Sections {
		p.heading(s.Title)
		p.text("  ", s.Intro)
		p.line(left("  figure", 42), right("published", 14), right("ours", 14))
		for i := range s.Rows {
			r := &s.Rows[i]
			p.row("  "+r.Item, 42, right(r.published(), 14), right(r.figure(r.Ours), 14), "  "+r.mark())
			if r.Formula != "" {
				p.text("    ", r.Formula)
			}
			p.text("    ", r.Why)
		}
	}
	return p.bytes()
}

// Markdown returns the audit as tables.
func (a *Audit) Markdown() []byte {
	m := &markdown{}
	m.heading(1, "The guide's published cost figures beside ours")
	m.line()
	m.line(fmt.Sprintf("The figures are those of %s, ours are at the list prices of %s. Ours come from the same meters as every other figure and are never adjusted to match.", escape(checklist.Source), a.Version))
	for _, s := range a.Sections {
		m.heading(2, s.Title)
		m.line(escape(s.Intro))
		m.line()
		rows := make([][]string, len(s.Rows))
		for i := range s.Rows {
			r := &s.Rows[i]
			rows[i] = []string{escape(r.Item), r.published(), r.figure(r.Ours), r.mark(), escape(r.Formula), escape(r.Why)}
		}
		m.table([]string{"figure", ">published", ">ours", "", "how ours comes about", "why"}, rows)
	}
	return []byte(m.b.String())
}
