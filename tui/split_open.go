package tui

import (
	"fmt"
	"math"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// componentWindow opens a component of the placement that is looked at: why it
// is where it is, what it costs on every platform or why that refuses it, and
// its calls down to price, source and date.
type componentWindow struct {
	*context
	component int
	list      entryList
}

// open opens the chosen line.
func (p *splitPane) open() tea.Cmd {
	if g := p.call(); g != nil {
		from, to := g.From, g.To
		return openWindow(newFiguresWindow(p.context, "A call across the boxes", func() []entry { return p.callWindow(from, to) }))
	}
	return openWindow(&componentWindow{context: p.context, component: p.component(), list: entryList{context: p.context}})
}

func (c *componentWindow) Scope() Scope     { return ScopeComponent }
func (c *componentWindow) SetSize(w, h int) { c.list.w, c.list.h = w, h }

// Refresh keeps the choices within what there is.
func (c *componentWindow) Refresh() {
	c.component = max(0, min(c.component, len(c.session.Placed().Placements)-1))
	c.list.clamp(len(c.entries()))
}

// Handle acts on the window's bindings.
func (c *componentWindow) Handle(a Action) (tea.Cmd, bool) {
	n := len(c.session.Placed().Placements)
	switch a {
	case NextPlatform:
		c.component = stay(c.component+1, n)
		c.list.first()
	case PrevPlatform:
		c.component = stay(c.component-1, n)
		c.list.first()
	case Cancel, Quit:
		return closeWindow(), true
	default:
		return nil, c.list.handle(a, c.entries())
	}
	return nil, true
}

// Lines draws the window.
func (c *componentWindow) Lines() []string {
	s := c.styles
	p := &c.session.Placed().Placements[c.component]
	where := "nowhere"
	if p.Option != "" {
		where = "on " + c.session.Result.Platform(p.Option).Name
	}
	entries := c.entries()
	return s.boxIn(s.Accent, s.titled(p.Component+" "+where, c.list.more(entries), c.list.w), c.list.lines(entries), c.list.w, c.list.h)
}

// entries lists the reason, the platforms and the calls.
func (c *componentWindow) entries() []entry {
	split := c.session.Placed()
	p := &split.Placements[c.component]
	list := []entry{c.reason(split, p)}
	for _, option := range checklist.Placeable {
		list = append(list, c.onPlatform(split, p, option))
	}
	for _, i := range split.GlueOf(p.Component) {
		list = append(list, c.callEntries(&split.Glue[i])...)
	}
	return append(list, c.staying(p)...)
}

// reason says why the component is where it is, what the optimum says of it and
// what the framework's pattern does.
func (c *componentWindow) reason(split *split.Split, p *split.Placement) entry {
	e := c.session.Result
	best, pattern := e.Split.Placements[c.component], e.Pattern()
	open := []string{p.Reason}
	if best.Option != p.Option {
		open = append(open, fmt.Sprintf("the optimum has it on %s: %s", orNowhere(best.Option), best.Reason))
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
	why := entry{label: "Why it is there", amount: amount, money: quantity.Money(math.NaN()), open: open}
	if p.Option != "" {
		why.money = quantity.Money(p.Adds[p.Option])
	}
	return why
}

// onPlatform is what the component would add on a platform, or why that refuses
// it.
func (c *componentWindow) onPlatform(split *split.Split, p *split.Placement, option checklist.Option) entry {
	platform := c.session.Result.Platform(option)
	e := entry{label: fmt.Sprintf("On %c %s", platform.Letter, platform.Name), money: quantity.Money(p.Adds[option])}
	if r, refused := p.Refusals[option]; refused {
		e.amount = "refused"
		e.open = []string{p.Component + " " + r.Limit, "way round: " + r.Workaround, sourceOf(r.Source, r.AsOf)}
		return e
	}
	there := split.USD + p.Moving[option]
	if math.IsInf(there, 0) || math.IsNaN(there) {
		e.amount = "no price"
		e.open = []string{"what it adds cannot be said: the whole has no price with it there, or none without it"}
		return e
	}
	e.open = []string{fmt.Sprintf("%s with it there - %s without it = %s a month, the others staying where they are",
		quantity.Money(there), quantity.Money(there-p.Adds[option]), quantity.Money(p.Adds[option]))}
	e.open = append(e.open, fmt.Sprintf("of that calls across: %s", quantity.Money(p.Glue[option])))
	if option == p.Option {
		e.amount = "it is there"
	} else {
		e.amount = "moving it: " + signed(p.Moving[option])
		e.open = append(e.open, fmt.Sprintf("moving it there alone changes the total by: %s", signed(p.Moving[option])))
	}
	e.open = append(e.open, "x in the lab opens the whole bill of "+platform.Name+" line by line")
	return e
}

// staying lists the calls of the component that stay on its platform.
func (c *componentWindow) staying(p *split.Placement) []entry {
	w := &c.session.Result.Resolved.Workload
	options := c.session.Placed().Options()
	var names []string
	for _, call := range w.Calls {
		if (call.From == c.component || call.To == c.component) && options[call.From] == options[call.To] {
			names = append(names, w.Components[call.From].Name+" to "+w.Components[call.To].Name)
		}
	}
	switch {
	case len(w.Calls) == 0:
		return []entry{{label: "Calls", amount: "none described", open: []string{"no component says whom it calls (l on System adds calls), so what the calls cost is unknown"}}}
	case len(names) == 0:
		return nil
	}
	return []entry{{
		label: "Calls that stay on its platform", amount: counted(len(names), "call"),
		open: append([]string{"they cross nothing, so they cost nothing beside the bill of " + string(p.Option)}, names...),
	}}
}
