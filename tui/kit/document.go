package kit

import (
	"strings"

	"runwhere/checklist"
	"runwhere/model/report/doc"
)

// Document writes the brief form of a document: what a report says, as a page of
// the screen. Each heading begins a section, whatever its level.
func (t *PageWriter) Document(d *doc.Doc) {
	s := t.Styles
	for _, part := range d.Parts(doc.Brief) {
		switch p := part.(type) {
		case doc.Heading:
			t.Heading(p.Text.String())
		case doc.Paragraph:
			t.Text(s.inkOf(p.Text), p.Text.String())
		case doc.Item:
			t.item(p.Text, labelled(p))
		case doc.Table:
			t.table(&p)
		case doc.Figure:
			for line := range strings.Lines(p.Text) {
				t.Line(s.Text.Render(strings.TrimSuffix(line, "\n")))
			}
		case doc.Pause:
			t.Blank()
		}
	}
}

// labelled is an item behind what kind of thing it says.
func labelled(p doc.Item) string {
	if label := p.Label.String(); label != "" {
		return label + ": " + p.Text.String()
	}
	return p.Text.String()
}

// item writes a text behind the sign of its mark.
func (t *PageWriter) item(words doc.Words, text string) {
	sign, _ := t.Styles.signOf(words)
	t.Bullet(sign, t.Styles.inkOf(words), text)
}

// markOf is what a text is as a whole: what its first stretch is.
func markOf(words doc.Words) doc.Span {
	if spans := words.Spans(doc.Brief); len(spans) > 0 {
		return spans[0]
	}
	return doc.Span{}
}

// inkOf is the style of a text.
func (s *Styles) inkOf(words doc.Words) Style {
	switch span := markOf(words); span.Mark {
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

// signOf is the sign of an item, and whether its mark asks for one in a table.
func (s *Styles) signOf(words doc.Words) (sign string, marked bool) {
	switch markOf(words).Mark {
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
func (t *PageWriter) table(p *doc.Table) {
	s, inLine, rows := t.Styles, p.InLine(), p.Rows(doc.Brief)
	widths := t.widths(p, inLine, rows)
	if widths != nil {
		t.heads(p, inLine, widths)
	}
	for _, row := range rows {
		first := row.Cell(inLine[0])
		switch why := instead(p, row); {
		case widths == nil:
			t.item(first, first.String())
		case why != "":
			for i, line := range Wrap(s.PlainText(why), max(10, t.W-2-widths[0])) {
				if i > 0 {
					first = doc.Say("")
				}
				t.Line(s.label(first, widths[0]) + s.Muted.Render(line))
			}
		default:
			line := s.label(first, widths[0])
			for n, i := range inLine[1:] {
				cell := row.Cell(i)
				line += s.inkOf(cell).Render(pad(s.PlainText(cell.String()), widths[n+1], p.Columns[i].Right))
			}
			t.Line(line)
		}
		t.below(p, row)
	}
}

// below writes what has lines of its own below a row.
func (t *PageWriter) below(p *doc.Table, row doc.Row) {
	for i := range p.Columns {
		if cell := row.Cell(i); p.Columns[i].Width == doc.Below && cell.String() != "" {
			t.Under(t.Styles.inkOf(cell), cell.String())
		}
	}
}

// label is the first cell of a row, behind a sign where it has one.
func (s *Styles) label(words doc.Words, w int) string {
	text := words.String()
	if sign, marked := s.signOf(words); marked {
		ink := s.Bad
		if sign == s.Glyphs.Check {
			ink = s.Good
		}
		return ink.Render(sign) + " " + s.Text.Render(Fit(s.PlainText(text), w-2, s.Glyphs.Ellipsis))
	}
	return s.inkOf(words).Render(Fit(s.PlainText(text), w, s.Glyphs.Ellipsis))
}

// heads writes the line of heads, where any column but the first has one.
func (t *PageWriter) heads(p *doc.Table, inLine, widths []int) {
	line, headed := Fit(p.Columns[inLine[0]].Head.String(), widths[0], t.Styles.Glyphs.Ellipsis), false
	for n, i := range inLine[1:] {
		head := p.Columns[i].Head.String()
		headed = headed || head != ""
		line += pad(head, widths[n+1], p.Columns[i].Right)
	}
	if headed {
		t.Line(t.Styles.Muted.Render(t.Styles.PlainText(line)))
	}
}

// widths are the cells of each column, nil where sentences fill the line.
// Where the page is too narrow for what the columns ask for, figures have what
// they need and the first column the rest.
func (t *PageWriter) widths(p *doc.Table, inLine []int, rows []doc.Row) []int {
	widths, room, label := make([]int, len(inLine)), min(t.W-2, PageTable), 0
	for _, row := range rows {
		label = max(label, Width(row.Cell(inLine[0]).String())+2)
	}
	for n, i := range inLine {
		if p.Columns[i].Width == doc.Rest {
			return nil
		}
		if widths[n] = p.Columns[i].Width; n > 0 {
			room -= widths[n]
		}
	}
	if room < label {
		room = min(t.W-2, PageTable)
		for n, i := range inLine[1:] {
			widths[n+1] = Width(p.Columns[i].Head.String()) + 2
			for _, row := range rows {
				widths[n+1] = max(widths[n+1], Width(row.Cell(i).String())+2)
			}
			room -= widths[n+1]
		}
	}
	widths[0] = max(4, min(room, widths[0]-1))
	return widths
}

// instead is what stands in place of the figures of a row.
func instead(p *doc.Table, row doc.Row) string {
	for i := range p.Columns {
		if p.Columns[i].Width == doc.Instead {
			return row.Cell(i).String()
		}
	}
	return ""
}

// pad fills a cell up to its width.
func pad(text string, w int, right bool) string {
	if right {
		return Spaces(w-Width(text)) + text
	}
	return Fit(text, w, "")
}
