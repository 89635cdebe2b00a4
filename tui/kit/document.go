package kit

import (
	"strings"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/report/doc"
)

// Document writes a form of a document: what a report says, as a page of the
// screen. Each heading begins a section, whatever its level.
func (t *PageWriter) Document(d *doc.Doc, form doc.Form) {
	w := &documentWriter{t, form}
	for _, part := range d.Parts(form) {
		switch p := part.(type) {
		case doc.Heading:
			t.Heading(p.Text.In(form))
		case doc.Paragraph:
			t.Text(w.ink(p.Text), p.Text.In(form))
		case doc.Item:
			w.item(p.Text, w.labelled(p))
		case doc.Table:
			w.table(&p)
		case doc.Figure:
			for line := range strings.Lines(p.Text) {
				t.Line(t.Styles.Text.Render(strings.TrimSuffix(line, "\n")))
			}
		case doc.Pause:
			t.Blank()
		}
	}
}

// documentWriter writes one form of a document onto a page.
type documentWriter struct {
	*PageWriter
	form doc.Form
}

// labelled is an item behind what kind of thing it says.
func (t *documentWriter) labelled(p doc.Item) string {
	if label := p.Label.In(t.form); label != "" {
		return label + ": " + p.Text.In(t.form)
	}
	return p.Text.In(t.form)
}

// item writes a text behind the sign of its mark.
func (t *documentWriter) item(said doc.Words, text string) {
	sign, _ := t.sign(said)
	t.Bullet(sign, t.ink(said), text)
}

// mark is what a text is as a whole: what its first stretch is.
func (t *documentWriter) mark(said doc.Words) doc.Span {
	if spans := said.Spans(t.form); len(spans) > 0 {
		return spans[0]
	}
	return doc.Span{}
}

// ink is the style of a text.
func (t *documentWriter) ink(said doc.Words) Style {
	s := t.Styles
	switch span := t.mark(said); span.Mark {
	case doc.IsStrong:
		return s.Strong
	case doc.IsSource, doc.IsAside:
		return s.Muted
	case doc.IsAgainst:
		return s.Warn
	case doc.IsUnsure:
		return s.Mark
	case doc.IsName:
		return s.Option[checklist.Option(span.Of)]
	}
	return s.Text
}

// sign is the sign of an item, and whether its mark asks for one in a table.
func (t *documentWriter) sign(said doc.Words) (sign string, marked bool) {
	s := t.Styles
	switch t.mark(said).Mark {
	case doc.IsGood:
		return s.Glyphs.Check, true
	case doc.IsAgainst:
		return s.Glyphs.Cross, true
	case doc.IsUnsure:
		return s.Glyphs.Ring, true
	}
	return s.Glyphs.Dot, false
}

// table writes rows as wide as the page lets them be, and below a row what
// belongs to it. A table of sentences is a list of items.
func (t *documentWriter) table(p *doc.Table) {
	s, rows := t.Styles, p.Rows(t.form)
	inLine := t.inLine(p, rows)
	widths := t.widths(p, inLine, rows)
	if widths != nil {
		t.heads(p, inLine, widths)
	}
	for _, row := range rows {
		first := row.Cell(inLine[0])
		switch why := t.instead(p, row); {
		case widths == nil:
			t.item(first, first.In(t.form))
		case why != "":
			for i, line := range Wrap(s.PlainText(why), max(10, t.W-2-widths[0])) {
				if i > 0 {
					first = doc.Say("")
				}
				t.Line(t.label(first, widths[0]) + s.Muted.Render(line))
			}
		default:
			line := t.label(first, widths[0])
			for n, i := range inLine[1:] {
				cell := row.Cell(i)
				line += t.ink(cell).Render(pad(s.PlainText(cell.In(t.form)), widths[n+1], p.Columns[i].Right))
			}
			t.Line(line)
		}
		t.below(p, row)
	}
	if left := len(p.Columns) - len(inLine); p.Bare() && left > 0 {
		t.Text(s.Muted, "A wider window has "+words.Plural(left, "more column")+".")
	}
}

// below writes what has lines of its own below a row.
func (t *documentWriter) below(p *doc.Table, row doc.Row) {
	for i := range p.Columns {
		cell, c := row.Cell(i), &p.Columns[i]
		switch said := cell.In(t.form); {
		case said == "":
		case t.form == doc.Full && c.Width <= doc.Absent && !p.Bare():
			t.Under(t.ink(cell), c.Head.In(t.form)+": "+said)
		case c.Width == doc.Below:
			t.Under(t.ink(cell), said)
		}
	}
}

// inLine are the columns that are in the line of a row. A table that only the
// full form has gives no widths: of its columns there are as many as fit.
func (t *documentWriter) inLine(p *doc.Table, rows []doc.Row) []int {
	if !p.Bare() {
		return p.InLine()
	}
	var list []int
	room := t.W - 2
	for i := range p.Columns {
		if room -= t.natural(p, i, rows); room < 0 && i > 0 {
			break
		}
		list = append(list, i)
	}
	return list
}

// natural is how many cells a column takes where nothing is cut off.
func (t *documentWriter) natural(p *doc.Table, i int, rows []doc.Row) int {
	w := Width(p.Columns[i].Head.In(t.form))
	for _, row := range rows {
		w = max(w, Width(row.Cell(i).In(t.form)))
	}
	return w + 2
}

// label is the first cell of a row, behind a sign where it has one.
func (t *documentWriter) label(said doc.Words, w int) string {
	s, text := t.Styles, said.In(t.form)
	if sign, marked := t.sign(said); marked {
		ink := s.Bad
		if sign == s.Glyphs.Check {
			ink = s.Good
		}
		return ink.Render(sign) + " " + s.Text.Render(Fit(s.PlainText(text), w-2, s.Glyphs.Ellipsis))
	}
	return t.ink(said).Render(Fit(s.PlainText(text), w, s.Glyphs.Ellipsis))
}

// heads writes the line of heads, where any column but the first has one.
func (t *documentWriter) heads(p *doc.Table, inLine, widths []int) {
	line, headed := Fit(p.Columns[inLine[0]].Head.In(t.form), widths[0], t.Styles.Glyphs.Ellipsis), false
	for n, i := range inLine[1:] {
		head := p.Columns[i].Head.In(t.form)
		headed = headed || head != ""
		line += pad(head, widths[n+1], p.Columns[i].Right)
	}
	if headed {
		t.Line(t.Styles.Muted.Render(t.Styles.PlainText(line)))
	}
}

// widths are the cells of each column, nil where sentences fill the line. A table
// is no wider than PageTable unless its first column would be cut off. Where the
// page is too narrow for what the columns ask for, figures have what they need and
// the first column the rest.
func (t *documentWriter) widths(p *doc.Table, inLine []int, rows []doc.Row) []int {
	widths, others, label := make([]int, len(inLine)), 0, t.natural(p, inLine[0], rows)
	for n, i := range inLine {
		switch {
		case p.Bare():
			widths[n] = t.natural(p, i, rows)
		case p.Columns[i].Width == doc.Rest:
			return nil
		default:
			widths[n] = p.Columns[i].Width
		}
		if n > 0 {
			others += widths[n]
		}
	}
	if p.Bare() {
		return widths
	}
	if label > t.W-2-others {
		others = 0
		for n, i := range inLine[1:] {
			widths[n+1] = t.natural(p, i, rows)
			others += widths[n+1]
		}
	}
	usual := min(widths[0]-1, PageTable-others)
	widths[0] = max(4, min(max(usual, label), t.W-2-others))
	return widths
}

// instead is what is in place of the figures of a row.
func (t *documentWriter) instead(p *doc.Table, row doc.Row) string {
	for i := range p.Columns {
		if p.Columns[i].Width == doc.Instead {
			return row.Cell(i).In(t.form)
		}
	}
	return ""
}

// pad fills a cell up to its width.
func pad(text string, w int, right bool) string {
	if right {
		return Spaces(w-Width(text)) + text
	}
	return Fit("  "+text, w, "")
}
