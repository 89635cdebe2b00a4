package tui

import (
	"fmt"
	"math"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/model/quantity"
)

// billWindow opens a platform's total to its lines, and each line to its
// formula, price, source and date.
type billWindow struct {
	*context
	volume   float64
	platform int
	list     entryList
}

func newBillWindow(ctx *context, volume float64) *billWindow {
	b := &billWindow{context: ctx, volume: volume, list: entryList{context: ctx}}
	b.platform = max(0, slices.Index(b.platforms(), ctx.session.Result.Cheapest(volume)))
	return b
}

// platforms are what has a bill, the best mix among them.
func (b *billWindow) platforms() []*costs.Platform { return b.session.Result.Billable() }

func (b *billWindow) Scope() Scope { return ScopeBill }

func (b *billWindow) SetSize(w, h int) { b.list.w, b.list.h = w, h }

// Refresh keeps the choice within what there is.
func (b *billWindow) Refresh() {
	b.platform = min(b.platform, len(b.platforms())-1)
	b.list.clamp(len(b.entries()))
}

func (b *billWindow) Handle(a Action) (tea.Cmd, bool) {
	n := len(b.platforms())
	switch a {
	case NextPlatform:
		b.platform = stay(b.platform+1, n)
		b.list.first()
	case PrevPlatform:
		b.platform = stay(b.platform-1, n)
		b.list.first()
	case Cancel, Quit:
		return closeWindow(), true
	default:
		return nil, b.list.handle(a, b.entries())
	}
	b.Refresh()
	return nil, true
}

// entries lists bill lines, then people and tools, which no cloud bill shows,
// then what the bill does not show and the platform's limits.
func (b *billWindow) entries() []entry {
	p := b.platforms()[b.platform]
	var list []entry
	for _, l := range p.Bill(b.volume).Lines {
		list = append(list, entry{l.Label, costs.Figure(l.Quantity) + " " + l.Unit, quantity.Money(l.USD), l.Private != "", b.explained(&l)})
	}
	for _, l := range p.People {
		open := []string{"a fixed amount a month for people and tools; no cloud bill shows it", "source " + l.Source + " " + l.AsOf}
		list = append(list, entry{l.Label, "people and tools", quantity.Money(l.USD), false, open})
	}
	if len(p.People) == 0 {
		list = append(list, entry{"People and tools", "none given", quantity.Money(math.NaN()), false, []string{
			"none given: the guide publishes figures for Kubernetes alone, so this is not known to be nothing",
			"a scenario can give them under people." + string(p.Option),
		}})
	}
	if n := len(p.Notes); n > 0 {
		list = append(list, entry{"What the bill does not show", counted(n, "note"), "", false, p.Notes})
	}
	if p.Parts() != nil {
		return list // its limits are those of its parts
	}
	return append(list, entry{"Limits of " + p.Name, fmt.Sprintf("%d published", len(b.session.Result.Limits(p))), "", false, b.limitLines(p)})
}

// limitLines lists what a platform publishes of its limits; limits with the
// same source stand above it.
func (b *billWindow) limitLines(p *costs.Platform) []string {
	limits := b.session.Result.Limits(p)
	var lines []string
	for i, l := range limits {
		lines = append(lines, l.Subject+": "+l.Value)
		if i+1 == len(limits) || limits[i+1].Source != l.Source {
			lines = append(lines, "  source "+l.Source+" · as of "+l.AsOf)
		}
	}
	return lines
}

func (b *billWindow) Lines() []string {
	s := b.styles
	p := b.platforms()[b.platform]
	bill := p.Bill(b.volume)
	title := fmt.Sprintf("%c %s at %s requests a month: bill %s, with people %s", p.Letter, p.Name,
		quantity.ShortCount(b.volume), quantity.Money(bill.USD), b.session.Result.PeopleKnown(p).Total(bill.USD+p.PeopleUSD()))
	entries := b.entries()
	if !p.Billed() {
		return s.boxIn(s.Accent, string(p.Letter)+" "+p.Name+" has no bill", b.refusals(p), b.list.w, b.list.h)
	}
	return s.boxIn(s.Accent, s.titled(title, b.list.more(entries), b.list.w), b.list.lines(entries), b.list.w, b.list.h)
}

func (b *billWindow) refusals(p *costs.Platform) []string {
	s := b.styles
	var lines []string
	if u := p.Unpriced; u != nil {
		lines = append(lines, "")
		lines = append(lines, s.indent(s.Warn, p.Name+" "+u.Why, b.list.w-3)...)
		lines = append(lines, s.indent(s.Text, "way round: "+u.Remedy, b.list.w-3)...)
		lines = append(lines, s.indent(s.Muted, sourceOf(u.Source, u.AsOf), b.list.w-3)...)
	}
	for _, r := range p.Refusals {
		lines = append(lines, "")
		lines = append(lines, s.indent(s.Warn, r.Component+" "+r.Limit, b.list.w-3)...)
		lines = append(lines, s.indent(s.Text, "way round: "+r.Workaround, b.list.w-3)...)
		lines = append(lines, s.indent(s.Muted, sourceOf(r.Source, r.AsOf), b.list.w-3)...)
	}
	lines = append(lines, "", s.Title.Render(" Limits of "+p.Name))
	for _, l := range b.limitLines(p) {
		lines = append(lines, s.indent(s.Muted, l, b.list.w-3)...)
	}
	return lines
}
