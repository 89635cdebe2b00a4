package tui

import (
	"fmt"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/model/study"
)

// figuresWindow is a list of figures over the split screen, each of them open
// to where it is from.
type figuresWindow struct {
	*context
	title string
	write func() []entry
	list  entryList

	result  *study.Study // what entries were written from
	hand    *hand
	entries []entry
}

func newFiguresWindow(ctx *context, title string, write func() []entry) *figuresWindow {
	f := &figuresWindow{context: ctx, title: title, write: write, list: entryList{context: ctx}}
	f.Refresh()
	return f
}

func (f *figuresWindow) Scope() Scope     { return ScopeFigures }
func (f *figuresWindow) SetSize(w, h int) { f.list.w, f.list.h = w, h }

// Refresh writes the figures anew where the placement has changed.
func (f *figuresWindow) Refresh() {
	if f.result != f.session.Result || f.hand != f.session.hand {
		f.result, f.hand, f.entries = f.session.Result, f.session.hand, f.write()
	}
	f.list.clamp(len(f.entries))
}

// Handle acts on the window's bindings.
func (f *figuresWindow) Handle(a Action) (tea.Cmd, bool) {
	if a == Cancel || a == Quit {
		return closeWindow(), true
	}
	return nil, f.list.handle(a, f.entries)
}

// Lines draws the window.
func (f *figuresWindow) Lines() []string {
	s := f.styles
	return s.boxIn(s.Accent, s.titled(f.title, f.list.more(f.entries), f.list.w), f.list.lines(f.entries), f.list.w, f.list.h)
}

// callWindow lists what the calls from one component to another cost.
func (c *context) callWindow(from, to string) []entry {
	glue := c.session.Placed().Glue
	i := slices.IndexFunc(glue, func(g split.GlueCall) bool { return g.From == from && g.To == to })
	if i < 0 {
		return []entry{{label: from + " to " + to, amount: "stays on one platform", open: []string{"it crosses nothing any more"}}}
	}
	return c.callEntries(&glue[i])
}

// callEntries opens a call across to its lines.
func (c *context) callEntries(g *split.GlueCall) []entry {
	way := fmt.Sprintf("%s to %s", g.From, g.To)
	head := entry{label: way, amount: quantity.ShortCount(g.Calls) + " calls", money: callMoney(g)}
	head.open = []string{fmt.Sprintf("%s calls a month from %s to %s, %s", costs.Figure(g.Calls), c.session.Result.Platform(g.FromOption).Name, c.session.Result.Platform(g.ToOption).Name, callWay(g))}
	head.open = append(head.open, g.Notes...)
	for _, what := range g.Unpriced {
		head.open = append(head.open, "no known price: "+what)
	}
	list := []entry{head}
	for i := range g.Lines {
		l := &g.Lines[i]
		list = append(list, entry{"  " + l.Label, costs.Figure(l.Quantity) + " " + l.Unit, quantity.Money(l.USD), l.Private != "", c.explained(l)})
	}
	return list
}
