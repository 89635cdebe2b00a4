package window

import (
	"fmt"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// Figures is a list of figures over the split screen, each of them open
// to where it is from.
type Figures struct {
	*kit.Context
	title string
	write func() []kit.Entry
	List  kit.EntryList

	result  *study.Study // what entries were written from
	hand    *session.Hand
	Entries []kit.Entry
}

// NewFigures lists figures that are written anew where the placement
// changes.
func NewFigures(ctx *kit.Context, title string, write func() []kit.Entry) *Figures {
	f := &Figures{Context: ctx, title: title, write: write, List: kit.EntryList{Context: ctx}}
	f.Refresh()
	return f
}

func (f *Figures) Scope() keys.Scope { return keys.ScopeFigures }

func (f *Figures) SetSize(w, h int) { f.List.W, f.List.H = w, h }

// Refresh writes the figures anew where the placement has changed.
func (f *Figures) Refresh() {
	if f.result != f.Session.Result || f.hand != f.Session.Hand {
		f.result, f.hand, f.Entries = f.Session.Result, f.Session.Hand, f.write()
	}
	f.List.Clamp(len(f.Entries))
}

// Handle acts on the window's bindings.
func (f *Figures) Handle(a keys.Action) (tea.Cmd, bool) {
	if a == keys.Cancel || a == keys.Quit {
		return kit.CloseWindow(), true
	}
	return nil, f.List.Handle(a, f.Entries)
}

// Lines draws the window.
func (f *Figures) Lines() []string {
	s := f.Styles
	return s.BoxIn(s.Accent, s.Titled(f.title, f.List.More(f.Entries), f.List.W), f.List.Lines(f.Entries), f.List.W, f.List.H)
}

// EntriesBetween lists what the calls from one component to another cost.
func EntriesBetween(c *kit.Context, from, to string) []kit.Entry {
	glue := c.Session.Split().Glue
	i := slices.IndexFunc(glue, func(g split.GlueCall) bool { return g.From == from && g.To == to })
	if i < 0 {
		return []kit.Entry{{Label: from + " to " + to, Amount: "stays on one platform", Open: []string{"it crosses nothing any more"}}}
	}
	return CallEntries(c, &glue[i])
}

// CallEntries opens a call across to its lines.
func CallEntries(c *kit.Context, g *split.GlueCall) []kit.Entry {
	way := fmt.Sprintf("%s to %s", g.From, g.To)
	head := kit.Entry{Label: way, Amount: quantity.ShortCount(g.Calls) + " calls", Money: CallMoney(g)}
	head.Open = []string{fmt.Sprintf("%s calls a month from %s to %s, %s", costs.Figure(g.Calls), c.Session.Result.Platform(g.FromOption).Name, c.Session.Result.Platform(g.ToOption).Name, CallWay(g))}
	head.Open = append(head.Open, g.Notes...)
	for _, what := range g.Unknown {
		head.Open = append(head.Open, "no known price: "+what)
	}
	list := []kit.Entry{head}
	for i := range g.Lines {
		l := &g.Lines[i]
		list = append(list, kit.Entry{Label: "  " + l.Label, Amount: costs.Figure(l.Quantity) + " " + l.Unit, Money: quantity.Money(l.USD), Private: l.Private != "", Open: c.Explained(l)})
	}
	return list
}
