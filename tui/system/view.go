package system

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/costs/words"
	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

// Lines draws the table, the details and the foot, or the form.
func (p *Pane) Lines() []string {
	if p.Form != nil {
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
		lines = kit.Beside(p.tableLines(at.table), p.detailLines(at.detail))
	default:
		lines = append(p.tableLines(at.table), p.detailLines(at.detail)...)
	}
	return kit.Block(append(lines, p.foot()...), p.w, p.h, p.Styles.Glyphs.Ellipsis)
}

// title says which components are in sight, how they are sorted and which
// columns had no room: all of them by name, or how many.
func (p *Pane) title(t *fit) string {
	title := words.Plural(len(p.Rows), "component")
	if p.of.Resolved.Implied {
		title = "assumed"
	}
	n, room := len(p.LineCount), p.Room()
	switch {
	case n > room:
		title = fmt.Sprintf("%d–%d of %d", p.Top+1, min(n, p.Top+room), n)
	case n < len(p.Rows):
		title = fmt.Sprintf("%d of %d", n, len(p.Rows))
	}
	switch {
	case p.Typing:
		title = "filter: " + p.Filter + "_ · " + title
	case p.Filter != "":
		title = "filter: " + p.Filter + " (esc shows all) · " + title
	}
	if p.Order.Sorted {
		title += " · by " + Columns[p.Order.Column].Title + " " + p.marker(p.Order.Column)
	}
	if len(t.Hidden) == 0 {
		return title
	}
	names := ""
	for _, c := range t.Hidden {
		names += " " + Columns[c].Title
	}
	if all := title + " · hides" + names; kit.Width(all) <= p.w-4 {
		return all
	}
	return title + " · hides " + words.Plural(len(t.Hidden), "column")
}

// tableLines draws the table in a box.
func (p *Pane) tableLines(r kit.Rect) []string {
	s, t := p.Styles, p.Columns()
	head := strings.Repeat(" ", pointer)
	for _, c := range append(append([]Column{columnName}, t.shown...), columnPlace) {
		ink := s.Muted
		if p.marker(c) != "" {
			ink = s.Accent
		}
		head += ink.Render(kit.Fit(p.head(c, t.width[c]), t.width[c], ""))
	}
	lines := []string{head}
	for line := p.Top; line < min(len(p.LineCount), p.Top+p.Room()); line++ {
		lines = append(lines, p.rowLine(p.LineCount[line], &t))
	}
	if len(p.LineCount) == 0 {
		lines = append(lines, "   "+s.Warn.Render("no component matches "+p.Filter+"; esc shows all"))
	}
	lines = kit.Block(lines, r.W-2, max(0, r.H-3), s.Glyphs.Ellipsis)
	lines = append(lines, p.totalLine(t.width[columnName], r.W-2))
	return s.BoxIn(s.Accent, p.title(&t), lines, r.W, r.H)
}

// rowLine draws one component. What nobody gave is marked with a d.
func (p *Pane) rowLine(i int, t *fit) string {
	s, r := p.Styles, &p.Rows[i]
	pointer, ink := "   ", s.Text
	if i == p.At {
		pointer, ink = " "+s.Accent.Render(s.Glyphs.Pointer)+" ", s.Strong
	}
	line := pointer + ink.Render(kit.Fit(r.Name, t.width[columnName]-1, s.Glyphs.Ellipsis)) + " "
	for _, c := range t.shown {
		cell, w := &r.cells[c], t.width[c]
		switch {
		case c == ColumnTraits && cell.assumed && len(r.Traits) > 0:
			line += s.Chips(r.Traits, w-3) + s.Faint.Render(" d") + " "
		case c == ColumnTraits:
			line += s.Chips(r.Traits, w-1) + " "
		case cell.assumed && cell.text != "":
			text := ansi.Truncate(cell.text, w-3, s.Glyphs.Ellipsis)
			line += s.Default.Render(text) + s.Faint.Render(" d") + kit.Spaces(w-2-kit.Width(text))
		default:
			line += ink.Render(kit.Fit(cell.text, w-1, s.Glyphs.Ellipsis)) + " "
		}
	}
	where := r.cells[columnPlace].text
	if r.pinned {
		where += " [pin]"
	}
	if r.option == "" {
		return line + s.Bad.Render(where)
	}
	return line + s.Option[r.option].Render(where)
}

// totalLine adds up what can be added, whatever the filter shows, and says
// what the marks mean.
func (p *Pane) totalLine(name, w int) string {
	s, pins := p.Styles, 0
	for i := range p.Rows {
		if p.Rows[i].pinned {
			pins++
		}
	}
	text := kit.Spaces(pointer) + kit.Fit("total", name, "") +
		kit.Fit(quantity.ShortCount(p.of.Volume()), Columns[columnRequests].width, "") +
		"a month · " + words.Plural(len(p.Rows), "component")
	if pins > 0 {
		text += fmt.Sprintf(" · %d pinned", pins)
	}
	line, legend := s.Strong.Render(text), "d default "
	if gap := w - kit.Width(text) - len(legend); gap > 0 {
		line += kit.Spaces(gap) + s.Muted.Render(legend)
	}
	return kit.Fit(line, w, s.Glyphs.Ellipsis)
}
