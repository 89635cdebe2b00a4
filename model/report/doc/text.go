package doc

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Text returns the brief form of a document as plain text for a terminal of 80
// columns. A table directly below a heading has it in the line of its heads.
func Text(d *Doc) []byte {
	p := &page{}
	parts := d.Parts(Brief)
	for i, part := range parts {
		switch b := part.(type) {
		case Heading:
			p.indent = "  "
			if i+1 < len(parts) && b.headOf(parts[i+1]) {
				continue
			}
			p.line()
			p.line(b.Text.In(Brief))
		case Pause:
			p.indent = ""
			p.line()
		case Paragraph:
			p.text(p.indent, b.Text.In(Brief))
		case Item:
			lead := "- "
			if !b.Label.empty(Brief) {
				lead = b.Label.In(Brief) + ": "
			}
			p.text(p.indent+lead, b.Text.In(Brief))
		case Table:
			title := p.indent + b.Columns[0].Head.In(Brief)
			if i > 0 {
				if h, ok := parts[i-1].(Heading); ok && h.headOf(b) {
					title = h.Text.In(Brief)
					p.line()
				}
			}
			p.table(&b, title)
		case Figure:
			for line := range strings.Lines(b.Text) {
				p.line(strings.TrimSuffix(line, "\n"))
			}
		}
	}
	return []byte(p.b.String())
}

// headOf reports whether a heading stands in the line of heads of what follows.
func (h Heading) headOf(next any) bool {
	t, ok := next.(Table)
	return ok && t.headed()
}

// InLine returns the columns that are in the line of a row of the brief form.
func (t *Table) InLine() []int {
	var list []int
	for i, c := range t.Columns {
		if c.Width > Absent || c.Width == Rest {
			list = append(list, i)
		}
	}
	return list
}

// Bare reports whether no column says where it is in a brief form.
func (t *Table) Bare() bool { return len(t.InLine()) == 0 }

// headed reports whether any column but the first has a head in plain text.
func (t *Table) headed() bool {
	for _, i := range t.InLine()[1:] {
		if !t.Columns[i].Head.empty(Brief) {
			return true
		}
	}
	return false
}

// table writes a table below a line of heads that begins with a title, where it
// has heads.
func (p *page) table(t *Table, title string) {
	columns := t.InLine()
	if t.Columns[len(t.Columns)-1].Wrapped {
		p.wrapped(t)
		return
	}
	if t.headed() {
		first := &t.Columns[columns[0]]
		if displaywidth.String(title) > first.Width {
			p.line(title)
			title = p.indent + first.Head.In(Brief)
		}
		line := left(title, first.Width)
		for n, i := range columns[1:] {
			line += t.gap(columns, n+1) + t.Columns[i].padded(t.Columns[i].Head.In(Brief))
		}
		p.line(line)
	}
	for _, row := range t.Rows(Brief) {
		p.row(t, columns, row)
	}
}

func (p *page) row(t *Table, columns []int, row Row) {
	first := p.indent + row.cells[columns[0]].In(Brief)
	for i, c := range t.Columns {
		if said := row.cells[i].In(Brief); c.Width == Instead && said != "" {
			p.text(first+"  ", said)
			return
		}
	}
	p.figures(t, columns, row, first)
	for i, c := range t.Columns {
		if said := row.cells[i].In(Brief); c.Width == Below && said != "" {
			p.text(p.indent+"  ", said)
		}
	}
}

// figures writes the line of a row. A name too long for what the figures leave
// has a line of its own; a row with nothing in its line has only what is below.
func (p *page) figures(t *Table, columns []int, row Row, first string) {
	width := t.Columns[columns[0]].Width
	if width == Rest {
		if words := strings.TrimPrefix(first, p.indent); words != "" {
			p.text(p.indent, words)
		}
		return
	}
	rest, rested := "", false
	for n, i := range columns[1:] {
		c := &t.Columns[i]
		gap := t.gap(columns, n+1)
		if rested = c.Width == Rest; rested {
			rest += gap
			break
		}
		cell := gap + c.padded(row.cells[i].In(Brief))
		width -= max(0, displaywidth.String(cell)-len(gap)-c.Width)
		rest += cell
	}
	if displaywidth.String(first) >= width {
		p.text(p.indent, strings.TrimPrefix(first, p.indent))
		first = ""
	}
	line := left(first, max(0, width)) + rest
	if rested {
		p.text(line, row.cells[columns[len(columns)-1]].In(Brief))
		return
	}
	p.line(line)
}

// gap is what parts words from the figures before them.
func (t *Table) gap(columns []int, n int) string {
	if n > 0 && t.Columns[columns[n-1]].Right && !t.Columns[columns[n]].Right {
		return "  "
	}
	return ""
}

// padded fills a cell up to the width of its column.
func (c *Column) padded(s string) string {
	switch {
	case c.Width < 0:
		return s
	case c.Right:
		return right(s, c.Width)
	}
	return left(s, c.Width)
}

// wrapped writes rows as high as their highest cell, each line of a cell on as
// many lines as its column needs. A word that is wider pushes the next cell.
func (p *page) wrapped(t *Table) {
	for _, row := range t.Rows(Brief) {
		cells, height := make([][]string, len(row.cells)), 0
		for i := range row.cells {
			for _, line := range strings.Split(row.cells[i].In(Brief), "\n") {
				cells[i] = append(cells[i], wrap(line, t.Columns[i].Width-1)...)
			}
			height = max(height, len(cells[i]))
		}
		for y := range height {
			line := ""
			for i, c := range cells {
				cell := ""
				if y < len(c) {
					cell = c[y]
				}
				if displaywidth.String(cell) >= t.Columns[i].Width {
					line += cell + " "
				} else {
					line += left(cell, t.Columns[i].Width)
				}
			}
			p.line(line)
		}
	}
}
