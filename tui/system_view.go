package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/model/quantity"
)

// Lines draws the table, the details and the foot, or the form.
func (p *systemPane) Lines() []string {
	if p.form != nil {
		return p.formLines()
	}
	at := p.layout()
	var lines []string
	switch {
	case at.detail.W == 0:
		lines = p.tableLines(at.table)
	case at.table.H == 0:
		lines = p.detailLines(at.detail)
	case at.detail.X > 0:
		lines = beside(p.tableLines(at.table), p.detailLines(at.detail))
	default:
		lines = append(p.tableLines(at.table), p.detailLines(at.detail)...)
	}
	return block(append(lines, p.foot()...), p.w, p.h, p.styles.Glyphs.Ellipsis)
}

// title says which components are in sight, how they are sorted and which
// columns had no room: all of them by name, or how many.
func (p *systemPane) title(t *systemFit) string {
	title := countOf(len(p.rows), "component")
	if p.of.Resolved.Implied {
		title = "assumed"
	}
	n, room := len(p.lines), p.room()
	switch {
	case n > room:
		title = fmt.Sprintf("%d–%d of %d", p.top+1, min(n, p.top+room), n)
	case n < len(p.rows):
		title = fmt.Sprintf("%d of %d", n, len(p.rows))
	}
	switch {
	case p.typing:
		title = "filter: " + p.filter + "_ · " + title
	case p.filter != "":
		title = "filter: " + p.filter + " (esc shows all) · " + title
	}
	if p.order.sorted {
		title += " · by " + systemColumns[p.order.column].title + " " + p.marker(p.order.column)
	}
	if len(t.hidden) == 0 {
		return title
	}
	names := ""
	for _, c := range t.hidden {
		names += " " + systemColumns[c].title
	}
	if all := title + " · hides" + names; ansi.StringWidth(all) <= p.w-4 {
		return all
	}
	return title + " · hides " + countOf(len(t.hidden), "column")
}

// countOf is a number of things in words.
func countOf(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// tableLines draws the table in a box.
func (p *systemPane) tableLines(r Rect) []string {
	s, t := p.styles, p.columns()
	head := strings.Repeat(" ", systemPointer)
	for _, c := range append(append([]systemColumn{columnName}, t.shown...), columnPlace) {
		ink := s.Muted
		if p.marker(c) != "" {
			ink = s.Accent
		}
		head += ink.Render(fit(p.head(c, t.width[c]), t.width[c], ""))
	}
	lines := []string{head}
	for line := p.top; line < min(len(p.lines), p.top+p.room()); line++ {
		lines = append(lines, p.rowLine(p.lines[line], &t))
	}
	if len(p.lines) == 0 {
		lines = append(lines, "   "+s.Warn.Render("no component matches "+p.filter+"; esc shows all"))
	}
	lines = block(lines, r.W-2, max(0, r.H-3), s.Glyphs.Ellipsis)
	lines = append(lines, p.totalLine(t.width[columnName], r.W-2))
	return s.boxIn(s.Accent, p.title(&t), lines, r.W, r.H)
}

// rowLine draws one component. What nobody gave is marked with a d.
func (p *systemPane) rowLine(i int, t *systemFit) string {
	s, r := p.styles, &p.rows[i]
	pointer, ink := "   ", s.Text
	if i == p.at {
		pointer, ink = " "+s.Accent.Render(s.Glyphs.Pointer)+" ", s.Strong
	}
	line := pointer + ink.Render(fit(r.name, t.width[columnName]-1, s.Glyphs.Ellipsis)) + " "
	for _, c := range t.shown {
		cell, w := &r.cells[c], t.width[c]
		switch {
		case c == columnTraits && cell.assumed && len(r.traits) > 0:
			line += s.chips(r.traits, w-3) + s.Faint.Render(" d") + " "
		case c == columnTraits:
			line += s.chips(r.traits, w-1) + " "
		case cell.assumed && cell.text != "":
			text := ansi.Truncate(cell.text, w-3, s.Glyphs.Ellipsis)
			line += s.Default.Render(text) + s.Faint.Render(" d") + spaces(w-2-ansi.StringWidth(text))
		default:
			line += ink.Render(fit(cell.text, w-1, s.Glyphs.Ellipsis)) + " "
		}
	}
	place := r.cells[columnPlace].text
	if r.pinned {
		place += " [pin]"
	}
	if r.option == "" {
		return line + s.Bad.Render(place)
	}
	return line + s.Option[r.option].Render(place)
}

// totalLine adds up what can be added, whatever the filter shows, and says
// what the marks mean.
func (p *systemPane) totalLine(name, w int) string {
	s, pins := p.styles, 0
	for i := range p.rows {
		if p.rows[i].pinned {
			pins++
		}
	}
	text := spaces(systemPointer) + fit("total", name, "") +
		fit(quantity.ShortCount(p.of.Volume()), systemColumns[columnRequests].width, "") +
		"a month · " + countOf(len(p.rows), "component")
	if pins > 0 {
		text += fmt.Sprintf(" · %d pinned", pins)
	}
	line, legend := s.Strong.Render(text), "d default "
	if gap := w - ansi.StringWidth(text) - len(legend); gap > 0 {
		line += spaces(gap) + s.Muted.Render(legend)
	}
	return fit(line, w, s.Glyphs.Ellipsis)
}
