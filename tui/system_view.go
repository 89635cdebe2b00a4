package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/checklist"
	"runwhere/model"
)

// columns returns the columns that fit, the width of the names, and the titles
// of those that do not.
func (p *systemPane) columns() (shown []systemColumn, name int, hidden []string) {
	left := p.w - 2 - systemPointer - systemName - systemPlace
	drop := map[string]bool{}
	width := func() int {
		w := 0
		for _, c := range systemColumns {
			if !drop[c.title] {
				w += c.width
			}
		}
		return w
	}
	for _, title := range systemDrops {
		if width() <= left {
			break
		}
		drop[title] = true
		hidden = append(hidden, title)
	}
	longest := systemName
	for i := range p.rows {
		longest = max(longest, ansi.StringWidth(p.rows[i].name)+1)
	}
	name = min(longest, systemName+max(0, left-width()))
	for _, c := range systemColumns {
		if !drop[c.title] {
			shown = append(shown, c)
		}
	}
	return shown, name, hidden
}

// room is the number of components in sight: the box has a frame, a head and
// the totals.
func (p *systemPane) room() int {
	return max(1, p.h-len(p.foot())-4)
}

func (p *systemPane) title(hidden []string) string {
	title := countOf(len(p.rows), "component")
	if p.of.Resolved.Implied {
		title = "assumed"
	}
	if room := p.room(); len(p.rows) > room {
		title = fmt.Sprintf("%d–%d", p.top+1, min(len(p.rows), p.top+room))
	}
	if len(hidden) > 0 {
		title += " · hides " + strings.Join(hidden, " ")
	}
	return title
}

// countOf is a number of things in words.
func countOf(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// tableLines draws the table in a box of h lines.
func (p *systemPane) tableLines(h int) []string {
	s := p.styles
	shown, name, hidden := p.columns()
	head := strings.Repeat(" ", systemPointer) + fit("name", name, "")
	for _, c := range shown {
		head += fit(c.title, c.width, "")
	}
	lines := []string{s.Muted.Render(head + "runs on")}
	end := min(len(p.rows), p.top+p.room())
	for i := p.top; i < end; i++ {
		lines = append(lines, p.rowLine(i, shown, name))
	}
	lines = block(lines, p.w-2, max(0, h-3), s.Glyphs.Ellipsis)
	lines = append(lines, p.totalLine(name))
	return s.boxIn(s.Accent, p.title(hidden), lines, p.w, h)
}

// rowLine draws one component. What nobody gave is marked with a d.
func (p *systemPane) rowLine(i int, shown []systemColumn, name int) string {
	s, r := p.styles, &p.rows[i]
	pointer, ink := "   ", s.Text
	if i == p.at {
		pointer, ink = " "+s.Accent.Render(s.Glyphs.Pointer)+" ", s.Strong
	}
	line := pointer + ink.Render(fit(r.name, name-1, s.Glyphs.Ellipsis)) + " "
	for _, c := range shown {
		cell := c.cell(r)
		text := cell.text
		switch {
		case cell.assumed && text != "":
			text = ansi.Truncate(text, c.width-3, s.Glyphs.Ellipsis)
			line += s.Default.Render(text) + s.Faint.Render(" d") + strings.Repeat(" ", c.width-2-ansi.StringWidth(text))
		default:
			line += ink.Render(fit(text, c.width-1, s.Glyphs.Ellipsis)) + " "
		}
	}
	place := r.place
	if r.pinned {
		place += " [pin]"
	}
	if r.option == "" {
		return line + s.Bad.Render(place)
	}
	return line + s.Option[checklist.Option(r.option)].Render(place)
}

// totalLine adds up what can be added.
func (p *systemPane) totalLine(name int) string {
	pins := 0
	for i := range p.rows {
		if p.rows[i].pinned {
			pins++
		}
	}
	text := strings.Repeat(" ", systemPointer) + fit("total", name, "") +
		fit(model.ShortCount(p.of.Volume()), systemColumns[0].width, "") +
		"a month · " + countOf(len(p.rows), "component")
	if pins > 0 {
		text += fmt.Sprintf(" · %d pinned", pins)
	}
	return p.styles.Strong.Render(fit(text, max(0, p.w-2), p.styles.Glyphs.Ellipsis))
}
