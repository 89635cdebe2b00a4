package report

import (
	"fmt"
	"strings"

	"runwhere/model/merge"
)

// MergeMarkdown returns what several files say of one decision as a Markdown
// document of tables.
func MergeMarkdown(m *merge.Merged) []byte {
	d := &markdown{}
	d.heading(1, "What "+escape(strings.Join(m.Labels, ", "))+" say of one decision")
	d.line()
	d.line("- ", escape(m.Agreement()))
	d.line("- ", escape(m.SettleFirst()))
	d.mergeVerdicts(m)
	d.mergeDisputes(m)
	d.mergeTogether(m)
	d.mergeComponents(m)
	d.mergeSaid(m)
	d.line()
	d.line("Prices of ", m.Book.Version(), ".")
	return []byte(d.b.String())
}

func (d *markdown) mergeVerdicts(m *merge.Merged) {
	d.heading(2, "Verdicts")
	var rows [][]string
	row := func(label, leftOut string, o *merge.MergeOutcome) {
		rows = append(rows, []string{escape(label), recommends(o), confident(o), cheapest(o), leftOut})
	}
	for i, label := range m.Labels {
		row(label, fmt.Sprint(m.LeftOut[i]), &m.Own[i])
	}
	row("all of them merged", "-", &m.Outcome)
	d.table([]string{"file", "recommends", ">confidence", "cheapest, USD a month", ">left out"}, rows)
	if m.Outcome.Unpriced != "" {
		d.line()
		d.line("The merged scenario has no price: ", escape(m.Outcome.Unpriced), ".")
	}
	for _, misfit := range m.Misfits {
		d.line()
		d.line(fmt.Sprintf("Left open in the merged scenario, as it does not fit the rest: %s (%s). %s.",
			escape(misfit.Field.Key), escape(m.WhoSaid(misfit.Field)), escape(misfit.Why)))
	}
}

func (d *markdown) mergeDisputes(m *merge.Merged) {
	d.heading(2, "Disputes, the one that matters most first")
	if len(m.Disputes) == 0 {
		d.line("None.")
		return
	}
	var rows [][]string
	for i, dispute := range m.Disputes {
		for v := range dispute.Field.Values {
			value := &dispute.Field.Values[v]
			row := []string{"", "", "", escape(value.Text), escape(strings.Join(m.LabelsOf(value.Files), ", ")), "-", "-"}
			if v == 0 {
				row[0], row[1], row[2] = fmt.Sprint(i+1), escape(dispute.Field.Key), escape(stakes(dispute))
			}
			if dispute.Tried {
				o := &dispute.Outcomes[v]
				row[5], row[6] = recommends(o)+" "+confident(o), cheapest(o)
			}
			rows = append(rows, row)
		}
	}
	d.table([]string{">rank", "field", "stakes", "value", "said by", "recommends", "cheapest, USD a month"}, rows)
}

func (d *markdown) mergeTogether(m *merge.Merged) {
	t := m.Together
	if t == nil || t.Pair == nil {
		return
	}
	d.heading(2, "Disputes that change the verdict together")
	var rows [][]string
	for i := range t.Combined {
		c := &t.Combined[i]
		values := t.Texts(c)
		rows = append(rows, []string{escape(values[0]), escape(values[1]), recommends(&c.Outcome), confident(&c.Outcome), cheapest(&c.Outcome)})
	}
	d.table([]string{escape(t.Pair[0].Field.Key), escape(t.Pair[1].Field.Key), "recommends", ">confidence", "cheapest, USD a month"}, rows)
}

func (d *markdown) mergeComponents(m *merge.Merged) {
	var rows [][]string
	for _, c := range m.Components {
		if len(c.Files) < len(m.Labels) {
			rows = append(rows, []string{escape(c.Name), escape(strings.Join(m.LabelsOf(c.Files), ", "))})
		}
	}
	if len(rows) > 0 {
		d.heading(2, "Components that only some files have")
		d.table([]string{"component", "in"}, rows)
	}
}

func (d *markdown) mergeSaid(m *merge.Merged) {
	d.heading(2, "Who said what")
	head := []string{"field"}
	for _, label := range m.Labels {
		head = append(head, strings.Replace(escape(label), ">", "&gt;", 1)) // a > would align the column
	}
	var rows [][]string
	for _, f := range m.Fields {
		if f.State == merge.MergeAgreed {
			continue
		}
		row := []string{escape(f.Key)}
		for _, cell := range saidCells(f) {
			row = append(row, escape(cell))
		}
		rows = append(rows, append(row, escape(dash(spreadOf(f))), escape(mergedText(f))))
	}
	if len(rows) > 0 {
		d.table(append(head, "spread", "merged"), rows)
		d.line()
		d.line("`-` is left out, `·` is of a component or call that the file does not have.")
		d.line()
	}
	d.line(agreedCount(m), ".")
}
