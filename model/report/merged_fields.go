package report

import (
	"fmt"

	"runwhere/model/merge"
	"runwhere/model/report/doc"
)

// mergedFields shows who said what: as a table where that is narrow enough for a
// terminal, otherwise field by field. What all give alike is summed up.
func mergedFields(d *doc.Doc, m *merge.Merged) {
	d.Heading(2, "Who said what")
	columns := []doc.Column{doc.Label("field", doc.Absent)}
	for _, label := range m.Labels {
		columns = append(columns, doc.Label(label, doc.Absent))
	}
	columns = append(columns, doc.Label("spread", doc.Absent))
	var rows, list []doc.Row
	for _, f := range m.Fields {
		if f.State == merge.MergeAgreed {
			continue
		}
		cells := []any{f.Key}
		for _, cell := range saidCells(f) {
			cells = append(cells, cell)
		}
		rows = append(rows, doc.Cells(append(cells, doc.Either(spreadOf(f), dash(spreadOf(f))), mergedText(f))...))
		list = append(list, doc.Cells(f.Key+saidHead(f), m.WhoSaid(f)))
	}
	if len(rows) > 0 {
		d.Para(doc.Code("-"), " is left out, ", doc.Code("·"), " is of a component or call that the file does not have.")
		fits := doc.Fit(columns, rows)
		d.Table(append(columns, doc.Label("merged", doc.Absent)), rows)
		if !fits {
			d.Only(doc.Brief).Table([]doc.Column{doc.Label("", doc.Rest), doc.Label("", doc.Below)}, list)
		}
	}
	d.Para(fmt.Sprintf("All files give the same in %d of %d fields", m.Count(merge.MergeAgreed), len(m.Fields)), doc.Either("; --format json lists them.", "."))
	for i, label := range m.Labels {
		if n := m.LeftOut[i]; n > 0 {
			d.Only(doc.Brief).Para(fmt.Sprintf("%s leaves out %d of what others say.", label, n))
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
