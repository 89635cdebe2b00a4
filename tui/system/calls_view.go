package system

import (
	"fmt"
	"strings"

	"charm.land/bubbletea/v2"

	"runwhere/model/quantity"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
)

// Click chooses the call under the mouse; a click on the chosen one opens it.
func (c *CallsWindow) Click(_, y int) tea.Cmd {
	lines, first := c.list()
	i := first + y - 2
	if y < 2 || i >= len(lines) || lines[i].edge < 0 {
		return nil
	}
	if lines[i].edge == c.At {
		cmd, _ := c.Handle(keys.EditItem)
		return cmd
	}
	c.At = lines[i].edge
	return nil
}

// callLine is a line of the list: a call, or −1 and a head.
type callLine struct {
	text string
	edge int
}

// room is the number of lines of the list: the box has a frame, a head and
// three lines of remarks.
func (c *CallsWindow) room() int { return max(1, c.h-6) }

// list returns all lines and the first one in sight.
func (c *CallsWindow) list() (lines []callLine, first int) {
	s, at := c.Styles, 0
	out, in := c.Edges()
	add := func(head string, edges []*Edge, sign string, other func(*Edge) int, begin int) {
		if len(edges) == 0 {
			return
		}
		lines = append(lines, callLine{" " + s.Title.Render(head), -1})
		for i, e := range edges {
			if begin+i == c.At {
				at = len(lines)
			}
			lines = append(lines, callLine{c.edgeLine(e, sign, c.pane.Rows[other(e)].Name, begin+i == c.At), begin + i})
		}
	}
	add(c.name+" calls", out, s.Glyphs.Right, func(e *Edge) int { return e.To }, 0)
	add("called by", in, s.Glyphs.Left, func(e *Edge) int { return e.From }, len(out))
	if c.At == 0 {
		return lines, 0
	}
	return lines, max(0, at-c.room()+1)
}

// callWidths are the widths of name, each of three figures, way and cost;
// frame and pointer take 7. A narrow window loses the cost.
func (c *CallsWindow) callWidths() (name, figure, via, cost int) {
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
func (c *CallsWindow) edgeLine(e *Edge, sign, other string, chosen bool) string {
	s := c.Styles
	name, figure, via, cost := c.callWidths()
	pointer, ink := "   ", s.Text
	if chosen {
		pointer, ink = " "+s.Accent.Render(s.Glyphs.Pointer)+" ", s.Strong
	}
	cell := func(v cell, w int) string {
		r := c.pane.valueRun(v)
		return r.Ink.Render(kit.Fit(strings.ReplaceAll(r.Text, kit.HardSpace, " "), w-1, s.Glyphs.Ellipsis)) + " "
	}
	glue := s.Muted.Render(kit.Fit("none", cost, ""))
	if e.Glue != nil {
		glue = ink.Render(kit.Fit(e.GlueText(), cost, s.Glyphs.Ellipsis))
	}
	return pointer + s.Accent.Render(sign) + " " + ink.Render(kit.Fit(other, name-1, s.Glyphs.Ellipsis)) + " " +
		cell(e.rate, figure) + cell(e.payload, figure) + ink.Render(kit.Fit(quantity.ShortCount(e.CallsAMonth), figure, "")) + cell(e.via, via) + glue
}

func (c *CallsWindow) Lines() []string {
	s := c.Styles
	name, figure, via, cost := c.callWidths()
	out, in := c.Edges()
	title := fmt.Sprintf("Calls of %s · %d out, %d in", c.name, len(out), len(in))
	head := kit.Spaces(5) + kit.Fit("component", name, "") + kit.Fit("a request", figure, "") + kit.Fit("payload", figure, "") + kit.Fit("a month", figure, "") +
		kit.Fit("via", via, "") + kit.Fit("glue", cost, "")
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
		lines = append(lines, s.Indent(s.Muted, c.name+" calls nothing and nothing calls it: a adds a call, b adds a caller", c.w-3)...)
	default:
		if cost > 0 {
			lines = append(lines, "", " "+s.Muted.Render("glue: the cost a month where the split puts the ends on two platforms"))
		}
		if over := c.pane.overCalled(i); over != "" {
			lines = append(lines, " "+s.Warn.Render(over))
		}
	}
	if hidden := len(list) - c.room(); hidden > 0 {
		title += s.More(first, hidden-first)
	}
	return s.BoxIn(s.Accent, title, lines, c.w, c.h)
}
