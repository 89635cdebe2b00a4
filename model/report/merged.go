package report

import (
	"fmt"
	"strings"

	"runwhere/model/merge"
	"runwhere/model/report/doc"
)

// Merged puts into words what several files say of one decision.
func Merged(m *merge.Merged) *doc.Doc {
	d := doc.New()
	labels := joined(m.Labels)
	d.Only(doc.Full).Heading(1, "What ", labels, " say of one decision")
	terminal := d.Only(doc.Brief)
	terminal.Para(fmt.Sprintf("%d files: %s · prices of %s", len(m.Labels), labels, m.Book.Version()))
	terminal.Pause()
	d.Item(m.Agreement())
	d.Item(m.SettleFirst())
	mergedVerdicts(d, m)
	mergedDisputes(d, m)
	mergedTogether(d, m)
	mergedComponents(d, m)
	mergedFields(d, m)
	d.Only(doc.Full).Para("Prices of ", m.Book.Version(), ".")
	return d
}

func mergedVerdicts(d *doc.Doc, m *merge.Merged) {
	d.Heading(2, doc.Either("Verdict of", "Verdicts"))
	var rows []doc.Row
	row := func(label string, leftOut any, o *merge.MergeOutcome) {
		rows = append(rows, doc.Cells(label, recommends(o), confident(o), cheapest(o), leftOut))
	}
	for i, label := range m.Labels {
		row(label, m.LeftOut[i], &m.Own[i])
	}
	row("all of them merged", "-", &m.Outcome)
	d.Table([]doc.Column{
		doc.Label("file", 26), doc.Label("recommends", 18), doc.Figures("confidence", 10), doc.Label("cheapest, USD a month", doc.Rest), doc.Figures("left out", doc.Absent),
	}, rows)
	if m.Outcome.Unbilled != "" {
		d.Para("The merged scenario has no price: ", m.Outcome.Unbilled, full("."))
	}
	for _, misfit := range m.Misfits {
		d.Para("Left open in the merged scenario, as it does not fit the rest: ", misfit.Field.Key, " (", m.WhoSaid(misfit.Field), "). ", misfit.Why, full("."))
	}
}

func mergedDisputes(d *doc.Doc, m *merge.Merged) {
	if len(m.Disputes) == 0 {
		d.Heading(2, doc.Either("Disputes: none", "Disputes, the one that matters most first"))
		d.Para(full("None."))
		return
	}
	d.Heading(2, "Disputes, the one that matters most first", doc.Either("; the rest as merged", ""))
	var rows []doc.Row
	for i, dispute := range m.Disputes {
		for v := range dispute.Field.Values {
			value := &dispute.Field.Values[v]
			by := joined(m.LabelsOf(value.Files))
			rank, key, hangs, recommendation, least, brief := doc.Say(), "", "", "-", "-", ""
			if v == 0 {
				key, hangs = dispute.Field.Key, stakes(dispute)
				rank = doc.Either(fmt.Sprintf("%d. %s: %s", i+1, key, hangs), i+1)
			}
			if dispute.Tried {
				o := &dispute.Outcomes[v]
				recommendation, least, brief = recommends(o)+" "+confident(o), cheapest(o), ": "+inShort(o)
			}
			rows = append(rows, doc.Cells(rank, key, hangs, value.Text, by, recommendation, least, value.Text+" ("+by+")"+brief))
		}
	}
	columns := append(doc.Columns(">rank", "field", "stakes", "value", "said by", "recommends", "cheapest, USD a month"), doc.Briefly(doc.Label("", doc.Below)))
	columns[0].Width = doc.Rest
	d.Table(columns, rows)
}

// mergedTogether shows the pair that changes the verdict where no dispute does
// by itself.
func mergedTogether(d *doc.Doc, m *merge.Merged) {
	t := m.Together
	if t == nil || t.Pair == nil {
		return
	}
	first, second := t.Pair[0].Field.Key, t.Pair[1].Field.Key
	d.Heading(2, doc.Either("These change the verdict together: "+first+" and "+second, "Disputes that change the verdict together"))
	var rows []doc.Row
	for i := range t.Combined {
		o, values := &t.Combined[i].Outcome, t.Texts(&t.Combined[i])
		brief := strings.Join(values, " and ") + ": " + inShort(o)
		rows = append(rows, doc.Cells(doc.Either(brief, values[0]), values[1], recommends(o), confident(o), cheapest(o)))
	}
	d.Table([]doc.Column{
		doc.Label(full(first), doc.Rest), doc.Label(second, doc.Absent), doc.Label("recommends", doc.Absent),
		doc.Figures("confidence", doc.Absent), doc.Label("cheapest, USD a month", doc.Absent),
	}, rows)
}

func mergedComponents(d *doc.Doc, m *merge.Merged) {
	var rows []doc.Row
	for _, c := range m.Components {
		if len(c.Files) < len(m.Labels) {
			rows = append(rows, doc.Cells(c.Name, joined(m.LabelsOf(c.Files))))
		}
	}
	if len(rows) > 0 {
		d.Heading(2, "Components that only some files have")
		d.Table([]doc.Column{doc.Label(full("component"), 27), doc.Label(full("in"), doc.Rest)}, rows)
	}
}
