package report

import (
	"fmt"
	"math"
	"strings"

	"runwhere/costs"
	"runwhere/model/guide"
)

// coldStarts shows what cold starts cost, what each way round them would cost,
// and what was measured.
func (m *markdown) coldStarts(c *guide.ColdStarts) {
	m.heading(2, "Cold starts")
	for _, claim := range c.Claims {
		m.line("- The guide on ", claim.Option.Title(), ": ", escape(claim.Claim), ".", factList(claim.Facts))
	}
	now := fmt.Sprintf("On %s now: %s", escape(c.Platform.Name), escape(c.Now.How))
	if c.Now.Source != "" {
		now += fmt.Sprintf(" Source: %s (%s).", link(c.Now.Source), c.Now.AsOf)
	}
	m.line()
	m.line(now)
	m.heading(3, "Ways round them")
	if c.Scope != "" {
		m.line(escape(c.Scope))
		m.line()
	}
	var rows [][]string
	for _, r := range c.Remedies {
		how := r.How
		if !r.Applies {
			how = r.WhyNot
		}
		rows = append(rows, []string{escape(remedyTitle(&r)), remedyUSD(&r), escape(how), escape(r.Effect) + factList(r.Facts)})
	}
	m.table([]string{"way", ">USD a month", "how", "what it does to the start"}, rows)
	m.heading(3, "Measured starts")
	m.line(fmt.Sprintf("An empty function on Lambda with %d MB. %s Sources: %s; SnapStart: %s.",
		costs.ColdStartMemoryMiB, escape(c.Marked), costs.ColdStartSource, costs.SnapStartMeasured))
	m.line()
	rows = nil
	for _, s := range c.Measured {
		p99 := "-"
		if s.P99 > 0 {
			p99 = milliseconds(s.P99)
		}
		rows = append(rows, []string{
			escape(s.Runtime), s.Package, s.Architecture, milliseconds(s.P50), milliseconds(s.P90), p99, fmt.Sprint(s.Samples),
			escape(strings.Join(s.Components, ", ")), s.AsOf,
		})
	}
	m.table([]string{"runtime", "package", "processor", ">p50, ms", ">p90, ms", ">p99, ms", ">samples", "components", "as of"}, rows)
}

func milliseconds(v float64) string { return fmt.Sprintf("%.1f", v) }

func remedyTitle(r *guide.ColdStartRemedy) string {
	if r.InUse {
		return r.Title + " (in the bill)"
	}
	return r.Title
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

// factList appends facts with their sources to a sentence.
func factList(facts []guide.Fact) string {
	var b strings.Builder
	for _, f := range facts {
		fmt.Fprintf(&b, " Today: %s (%s%s).", escape(f.Text), link(f.Source), dated(f))
	}
	return b.String()
}

// dated is a fact's date behind its source, "" where it has none.
func dated(f guide.Fact) string {
	if f.AsOf == "" {
		return ""
	}
	return ", " + f.AsOf
}

// comparison is the three-way comparison with a fact below each claim.
func (m *markdown) comparison(rows []guide.ComparedRow) {
	m.heading(2, "Claims and facts")
	m.line("The guide's comparison of three options, and what holds today for the platform that stands for each of them here.")
	m.line()
	head := []string{""}
	for _, c := range rows[0].Cells {
		head = append(head, c.Option.Title()+": claim", "today: "+escape(c.Platform.Name))
	}
	var table [][]string
	for _, row := range rows {
		line := []string{escape(row.Label)}
		for _, c := range row.Cells {
			line = append(line, escape(c.Claim), cellFacts(c.Facts))
		}
		table = append(table, line)
	}
	m.table(head, table)
	m.line()
	m.line("Also:")
	m.line()
	for _, row := range rows {
		for _, f := range row.Checks {
			m.line("- ", escape(row.Label), ": ", escape(f.Text), ". Source: ", link(f.Source), dated(f), ".")
		}
	}
}

func cellFacts(facts []guide.Fact) string {
	if len(facts) == 0 {
		return "-"
	}
	parts := make([]string, len(facts))
	for i, f := range facts {
		parts[i] = fmt.Sprintf("%s (%s%s)", escape(f.Text), link(f.Source), dated(f))
	}
	return strings.Join(parts, "; ")
}
