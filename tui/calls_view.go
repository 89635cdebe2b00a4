package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbletea/v2"

	"runwhere/model/quantity"
)

// Click chooses the call under the mouse; a click on the chosen one opens it.
func (c *callsWindow) Click(_, y int) tea.Cmd {
	lines, first := c.list()
	i := first + y - 2
	if y < 2 || i >= len(lines) || lines[i].edge < 0 {
		return nil
	}
	if lines[i].edge == c.at {
		cmd, _ := c.Handle(EditItem)
		return cmd
	}
	c.at = lines[i].edge
	return nil
}

// callLine is a line of the list: a call, or −1 and a head.
type callLine struct {
	text string
	edge int
}

// room is the number of lines of the list: the box has a frame, a head and
// three lines of remarks.
func (c *callsWindow) room() int { return max(1, c.h-6) }

// list returns all lines and the first one in sight.
func (c *callsWindow) list() (lines []callLine, first int) {
	s, at := c.styles, 0
	out, in := c.edges()
	add := func(head string, edges []*systemEdge, sign string, other func(*systemEdge) int, begin int) {
		if len(edges) == 0 {
			return
		}
		lines = append(lines, callLine{" " + s.Title.Render(head), -1})
		for i, e := range edges {
			if begin+i == c.at {
				at = len(lines)
			}
			lines = append(lines, callLine{c.edgeLine(e, sign, c.pane.rows[other(e)].name, begin+i == c.at), begin + i})
		}
	}
	add(c.name+" calls", out, s.Glyphs.Right, func(e *systemEdge) int { return e.to }, 0)
	add("called by", in, s.Glyphs.Left, func(e *systemEdge) int { return e.from }, len(out))
	if c.at == 0 {
		return lines, 0
	}
	return lines, max(0, at-c.room()+1)
}

// callWidths are the widths of name, each of three figures, way and cost;
// frame and pointer take 7. A narrow window loses the cost.
func (c *callsWindow) callWidths() (name, figure, via, cost int) {
	figure, via, cost = 12, 11, 14
	if c.w < 100 {
		figure, cost = 10, 9
	}
	if c.w < 76 {
		cost = 0
	}
	return max(12, min(40, c.w-7-3*figure-via-cost)), figure, via, cost
}

// edgeLine draws one call.
func (c *callsWindow) edgeLine(e *systemEdge, sign, other string, chosen bool) string {
	s := c.styles
	name, figure, via, cost := c.callWidths()
	pointer, ink := "   ", s.Text
	if chosen {
		pointer, ink = " "+s.Accent.Render(s.Glyphs.Pointer)+" ", s.Strong
	}
	cell := func(v systemCell, w int) string {
		r := c.pane.valueRun(v)
		return r.ink.Render(fit(strings.ReplaceAll(r.text, hardSpace, " "), w-1, s.Glyphs.Ellipsis)) + " "
	}
	glue := s.Muted.Render(fit("none", cost, ""))
	if e.glue != nil {
		glue = ink.Render(fit(e.glueText(), cost, s.Glyphs.Ellipsis))
	}
	return pointer + s.Accent.Render(sign) + " " + ink.Render(fit(other, name-1, s.Glyphs.Ellipsis)) + " " +
		cell(e.rate, figure) + cell(e.payload, figure) + ink.Render(fit(quantity.ShortCount(e.callsAMonth), figure, "")) + cell(e.via, via) + glue
}

func (c *callsWindow) Lines() []string {
	s := c.styles
	name, figure, via, cost := c.callWidths()
	out, in := c.edges()
	title := fmt.Sprintf("Calls of %s · %d out, %d in", c.name, len(out), len(in))
	head := spaces(5) + fit("component", name, "") + fit("a request", figure, "") + fit("payload", figure, "") + fit("a month", figure, "") +
		fit("via", via, "") + fit("glue", cost, "")
	lines := []string{s.Muted.Render(head)}
	list, first := c.list()
	for _, line := range list[first:min(len(list), first+c.room())] {
		lines = append(lines, line.text)
	}
	switch i := c.pane.indexOf(c.name); {
	case i < 0:
		lines = append(lines, "", " "+s.Warn.Render(c.name+" is not there any more; esc goes back"))
	case len(list) == 0:
		lines = append(lines, "")
		lines = append(lines, s.indent(s.Muted, c.name+" calls nothing and nothing calls it: a adds a call, b adds a caller", c.w-3)...)
	default:
		if cost > 0 {
			lines = append(lines, "", " "+s.Muted.Render("glue: the cost a month where the split puts the ends on two platforms"))
		}
		if over := c.pane.overCalled(i); over != "" {
			lines = append(lines, " "+s.Warn.Render(over))
		}
	}
	if hidden := len(list) - c.room(); hidden > 0 {
		title += s.more(first, hidden-first)
	}
	return s.boxIn(s.Accent, title, lines, c.w, c.h)
}
