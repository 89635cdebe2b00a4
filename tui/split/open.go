package split

import (
	"cmp"
	"fmt"
	"math"

	tea "charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/window"
)

// ComponentWindow opens a component of the placement that is looked at: why it
// is where it is, what it costs on every platform or why that refuses it, and
// its calls down to price, source and date.
type ComponentWindow struct {
	*kit.Context
	component int
	List      kit.EntryList
}

// open opens the chosen line.
func (p *Pane) open() tea.Cmd {
	if g := p.Call(); g != nil {
		from, to := g.From, g.To
		return kit.OpenWindow(window.NewFigures(p.Context, "A call across the boxes", func() []kit.Entry { return window.EntriesBetween(p.Context, from, to) }))
	}
	return kit.OpenWindow(&ComponentWindow{Context: p.Context, component: p.Component(), List: kit.EntryList{Context: p.Context}})
}

func (c *ComponentWindow) Scope() keys.Scope { return keys.ScopeComponent }

func (c *ComponentWindow) SetSize(w, h int) { c.List.W, c.List.H = w, h }

// Refresh keeps the choices within what there is.
func (c *ComponentWindow) Refresh() {
	c.component = max(0, min(c.component, len(c.Session.Split().Placements)-1))
	c.List.Clamp(len(c.Entries()))
}

// Handle acts on the window's bindings.
func (c *ComponentWindow) Handle(a keys.Action) (tea.Cmd, bool) {
	return c.List.HandlePages(a, &c.component, len(c.Session.Split().Placements), c.Entries())
}

// Lines draws the window.
func (c *ComponentWindow) Lines() []string {
	s := c.Styles
	p := &c.Session.Split().Placements[c.component]
	where := "nowhere"
	if p.Option != "" {
		where = "on " + c.Session.Result.Platform(p.Option).Name
	}
	entries := c.Entries()
	return s.BoxIn(s.Accent, s.Titled(p.Component+" "+where, c.List.More(entries), c.List.W), c.List.Lines(entries), c.List.W, c.List.H)
}

// Entries lists the reason, the platforms and the calls.
func (c *ComponentWindow) Entries() []kit.Entry {
	split := c.Session.Split()
	p := &split.Placements[c.component]
	list := []kit.Entry{c.reason(split, p)}
	for _, option := range checklist.Placeable {
		list = append(list, c.onPlatform(split, p, option))
	}
	for _, i := range split.GlueOf(p.Component) {
		list = append(list, window.CallEntries(c.Context, &split.Glue[i])...)
	}
	return append(list, c.staying(p)...)
}

// reason says why the component is where it is, what the optimum says of it and
// what the framework's pattern does.
func (c *ComponentWindow) reason(split *split.Split, p *split.Placement) kit.Entry {
	e := c.Session.Result
	best, pattern := e.Split.Placements[c.component], e.Pattern()
	open := []string{p.Reason}
	if best.Option != p.Option {
		open = append(open, fmt.Sprintf("the optimum has it on %s: %s", cmp.Or(string(best.Option), "no platform"), best.Reason))
	}
	text := "the framework's pattern places it by: " + pattern.Rules[c.component]
	for _, d := range pattern.Differences {
		if d.Component == p.Component {
			text = d.Why
		}
	}
	for _, x := range pattern.Exceptions {
		if x.Component == p.Component {
			text = x.Why
		}
	}
	open = append(open, text)
	amount := "as in the optimum"
	if best.Option != p.Option {
		amount = "moved"
	}
	if p.Pinned {
		amount += ", pinned"
	}
	why := kit.Entry{Label: "Why it is there", Amount: amount, Money: quantity.Money(math.NaN()), Open: open}
	if p.Option != "" {
		why.Money = quantity.Money(p.Adds[p.Option])
	}
	return why
}

// onPlatform is what the component would add on a platform, or why that refuses
// it.
func (c *ComponentWindow) onPlatform(split *split.Split, p *split.Placement, option checklist.Option) kit.Entry {
	platform := c.Session.Result.Platform(option)
	e := kit.Entry{Label: fmt.Sprintf("On %c %s", platform.Letter, platform.Name), Money: quantity.Money(p.Adds[option])}
	if r, refused := p.Refusals[option]; refused {
		e.Amount = "refused"
		e.Open = []string{p.Component + " " + r.Limit, "way round: " + r.Workaround, kit.SourceOf(r.Source, r.AsOf)}
		return e
	}
	there := split.USD + p.Moving[option]
	if math.IsInf(there, 0) || math.IsNaN(there) {
		e.Amount = "no price"
		e.Open = []string{"what it adds cannot be said: the whole has no price with it there, or none without it"}
		return e
	}
	e.Open = []string{fmt.Sprintf("%s with it there - %s without it = %s a month, the others staying where they are",
		quantity.Money(there), quantity.Money(there-p.Adds[option]), quantity.Money(p.Adds[option]))}
	e.Open = append(e.Open, fmt.Sprintf("of that calls across: %s", quantity.Money(p.Glue[option])))
	if option == p.Option {
		e.Amount = "it is there"
	} else {
		e.Amount = "moving it: " + quantity.Change(p.Moving[option])
		e.Open = append(e.Open, fmt.Sprintf("moving it there alone changes the total by: %s", quantity.Change(p.Moving[option])))
	}
	e.Open = append(e.Open, "x in the lab opens the whole bill of "+platform.Name+" line by line")
	return e
}

// staying lists the calls of the component that stay on its platform.
func (c *ComponentWindow) staying(p *split.Placement) []kit.Entry {
	w := &c.Session.Result.Resolved.Workload
	options := c.Session.Split().Options()
	var names []string
	for _, call := range w.Calls {
		if (call.From == c.component || call.To == c.component) && options[call.From] == options[call.To] {
			names = append(names, w.Components[call.From].Name+" to "+w.Components[call.To].Name)
		}
	}
	switch {
	case len(w.Calls) == 0:
		return []kit.Entry{{Label: "Calls", Amount: "none described", Open: []string{"no component says whom it calls (l on System adds calls), so what the calls cost is unknown"}}}
	case len(names) == 0:
		return nil
	}
	return []kit.Entry{{
		Label: "Calls that stay on its platform", Amount: words.Plural(len(names), "call"),
		Open: append([]string{"they cross nothing, so they cost nothing beside the bill of " + string(p.Option)}, names...),
	}}
}
