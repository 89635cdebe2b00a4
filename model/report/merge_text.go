package report

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"runwhere/model/merge"
)

// MergeText returns what several files say of one decision as plain text for a
// terminal of 80 columns.
func MergeText(m *merge.Merged) []byte {
	p := &page{}
	p.text("", fmt.Sprintf("%d files: %s · prices of %s", len(m.Labels), strings.Join(m.Labels, ", "), m.Book.Version()))
	p.line()
	p.text("Agreed: ", m.Agreement())
	p.text("First:  ", m.SettleFirst())
	mergeVerdicts(p, m)
	mergeDisputes(p, m)
	mergeTogether(p, m)
	mergeComponents(p, m)
	mergeSaid(p, m)
	return folded(p.bytes())
}

// folded breaks lines that are too wide in spite of everything, as those of a
// name of a hundred characters are.
func folded(text []byte) []byte {
	p := &page{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		for displaywidth.String(line) > pageWidth {
			head := displaywidth.TruncateString(line, pageWidth, "")
			p.line(head)
			line = strings.TrimPrefix(line, head)
		}
		p.line(line)
	}
	return p.bytes()
}

func mergeVerdicts(p *page, m *merge.Merged) {
	p.heading(left("Verdict of", 26) + left("recommends", 18) + right("confidence", 10) + "  cheapest, USD a month")
	row := func(label string, o *merge.MergeOutcome) {
		p.line("  ", left(label, 24), left(recommends(o), 18), right(confident(o), 10), "  ", cheapest(o))
	}
	for i, label := range m.Labels {
		row(label, &m.Own[i])
	}
	row("all of them merged", &m.Outcome)
	if m.Outcome.Unpriced != "" {
		p.text("  ", "The merged scenario has no price: "+m.Outcome.Unpriced)
	}
	for _, misfit := range m.Misfits {
		p.text("  ", fmt.Sprintf("Left open in the merged scenario, as it does not fit the rest: %s (%s). %s", misfit.Field.Key, m.WhoSaid(misfit.Field), misfit.Why))
	}
}

func mergeDisputes(p *page, m *merge.Merged) {
	if len(m.Disputes) == 0 {
		p.heading("Disputes: none")
		return
	}
	p.heading("Disputes, the one that matters most first; the rest as merged")
	for i, d := range m.Disputes {
		p.text(fmt.Sprintf("%3d. ", i+1), d.Field.Key+": "+stakes(d))
		for v := range d.Field.Values {
			value := &d.Field.Values[v]
			p.text("       ", value.Text+" ("+strings.Join(m.LabelsOf(value.Files), ", ")+")"+makes(d, v))
		}
	}
}

// makes says what one value of a dispute makes of the verdict.
func makes(d *merge.MergeDispute, v int) string {
	if !d.Tried {
		return ""
	}
	o := &d.Outcomes[v]
	if o.Unpriced != "" {
		return ": no price: " + o.Unpriced
	}
	return fmt.Sprintf(": %s, %s; cheapest %s", recommends(o), confident(o), cheapest(o))
}

// mergeTogether shows the pair that changes the verdict where no dispute does
// by itself.
func mergeTogether(p *page, m *merge.Merged) {
	t := m.Together
	if t == nil || t.Pair == nil {
		return
	}
	p.line()
	p.text("", "These change the verdict together: "+t.Pair[0].Field.Key+" and "+t.Pair[1].Field.Key)
	for i := range t.Combined {
		c := &t.Combined[i]
		p.text("  ", fmt.Sprintf("%s: %s, %s; cheapest %s", strings.Join(t.Texts(c), " and "), recommends(&c.Outcome), confident(&c.Outcome), cheapest(&c.Outcome)))
	}
}

func mergeComponents(p *page, m *merge.Merged) {
	headed := false
	for _, c := range m.Components {
		if len(c.Files) == len(m.Labels) {
			continue
		}
		if !headed {
			p.heading("Components that only some files have")
			headed = true
		}
		p.text("  "+left(c.Name, 24)+" ", strings.Join(m.LabelsOf(c.Files), ", "))
	}
}

// mergeSaid shows who said what: as a table where that is narrow enough,
// otherwise field by field. What all give alike is summed up.
func mergeSaid(p *page, m *merge.Merged) {
	var shown []*merge.MergeField
	for _, f := range m.Fields {
		if f.State != merge.MergeAgreed {
			shown = append(shown, f)
		}
	}
	p.heading("Who said what (- left out, · not in that file)")
	if len(shown) > 0 && !mergeTable(p, m, shown) {
		for _, f := range shown {
			p.text("  ", f.Key+saidHead(f))
			p.text("      ", m.WhoSaid(f))
		}
	}
	p.text("  ", fmt.Sprintf("%s; --format json lists them.", agreedCount(m)))
	for i, label := range m.Labels {
		if n := m.LeftOut[i]; n > 0 {
			p.text("  ", fmt.Sprintf("%s leaves out %d of what others say.", label, n))
		}
	}
}

// saidHead is the spread of a field that is in dispute and what the merged
// scenario makes of it.
func saidHead(f *merge.MergeField) string {
	switch {
	case f.Merged == "":
		return ": open"
	case f.State == merge.MergeDisputed:
		return ": " + spreadOf(f)
	}
	return ""
}

// agreedCount sums up the fields that all files give alike.
func agreedCount(m *merge.Merged) string {
	agreed, all := m.Count(merge.MergeAgreed), len(m.Fields)
	return fmt.Sprintf("All files give the same in %d of %d fields", agreed, all)
}

// mergeTable shows one row a field and one column a file; false where that is
// wider than the page.
func mergeTable(p *page, m *merge.Merged, shown []*merge.MergeField) bool {
	rows := [][]string{append(append([]string{"field"}, m.Labels...), "spread")}
	for _, f := range shown {
		rows = append(rows, append(append([]string{f.Key}, saidCells(f)...), spreadOf(f)))
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], displaywidth.String(cell))
		}
	}
	total := 0
	for _, w := range widths {
		total += 2 + w
	}
	if total > pageWidth {
		return false
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += "  " + left(cell, widths[i])
		}
		p.line(line)
	}
	return true
}

// saidCells is what each file says of a field.
func saidCells(f *merge.MergeField) []string {
	cells := make([]string, len(f.Said))
	for i, s := range f.Said {
		switch {
		case s.Given:
			cells[i] = s.Text
		case s.Absent:
			cells[i] = "·"
		default:
			cells[i] = "-"
		}
	}
	return cells
}
