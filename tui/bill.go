package tui

import (
	"fmt"
	"math"

	tea "charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/model"
)

// billWindow opens a platform's total to its lines, and each line to its
// formula, price, source and date.
type billWindow struct {
	*context
	volume   float64
	platform int
	at       int
	w, h     int
}

func newBillWindow(ctx *context, volume float64) *billWindow {
	b := &billWindow{context: ctx, volume: volume}
	if cheapest := costs.Cheapest(ctx.session.Result.Curves, volume); cheapest != nil {
		for i, p := range ctx.session.Result.Platforms {
			if p == cheapest {
				b.platform = i
			}
		}
	}
	return b
}

func (b *billWindow) Scope() Scope { return ScopeBill }

func (b *billWindow) SetSize(w, h int) { b.w, b.h = w, h }

// Refresh keeps the choice within what there is.
func (b *billWindow) Refresh() {
	b.platform = min(b.platform, len(b.session.Result.Platforms)-1)
	b.at = max(0, min(b.at, len(b.entries())-1))
}

func (b *billWindow) Handle(a Action) (tea.Cmd, bool) {
	n := len(b.session.Result.Platforms)
	switch a {
	case MoveUp:
		b.at--
	case MoveDown:
		b.at++
	case NextPlatform:
		b.platform, b.at = (b.platform+1)%n, 0
	case PrevPlatform:
		b.platform, b.at = (b.platform+n-1)%n, 0
	case Cancel, Quit:
		return closeWindow(), true
	default:
		return nil, false
	}
	b.Refresh()
	return nil, true
}

// entry is one line of the window's list and what it opens to.
type entry struct {
	label, amount string
	usd           float64 // NaN where it is not known
	open          []string
}

// entries lists bill lines, then people and tools, which no cloud bill shows.
func (b *billWindow) entries() []entry {
	p := b.session.Result.Platforms[b.platform]
	var list []entry
	for _, l := range p.Bill(b.volume).Lines {
		open := []string{l.Formula, "= " + model.Money(l.USD) + " a month", "price " + l.PriceID + " · as of " + l.AsOf, "source " + l.Source}
		if l.Note != "" {
			open = append(open, "note "+l.Note)
		}
		list = append(list, entry{l.Label, costs.Figure(l.Quantity) + " " + l.Unit, l.USD, open})
	}
	for _, l := range p.People {
		open := []string{"a fixed amount a month for people and tools; no cloud bill shows it", "source " + l.Source + " " + l.AsOf}
		list = append(list, entry{l.Label, "people and tools", l.USD, open})
	}
	if len(p.People) == 0 {
		list = append(list, entry{"People and tools", "none given", math.NaN(), []string{
			"none given: the guide publishes figures for Kubernetes alone, so this is not known to be nothing",
			"a scenario can give them under people." + string(p.Option),
		}})
	}
	return list
}

func (b *billWindow) Lines() []string {
	s := b.styles
	p := b.session.Result.Platforms[b.platform]
	bill := p.Bill(b.volume)
	title := fmt.Sprintf("%c %s at %s requests a month: bill %s, with people and tools %s", p.Letter, p.Name,
		model.ShortCount(b.volume), model.Money(bill.USD), model.Money(bill.USD+p.PeopleUSD()))
	entries := b.entries()
	if !p.Feasible() {
		return s.boxIn(s.Accent, string(p.Letter)+" "+p.Name+" has no bill", b.refusals(p), b.w, b.h)
	}
	open := b.opened(entries)
	list := max(3, b.h-2-len(open))
	top := max(0, min(b.at-list/2, len(entries)-list))
	var lines []string
	for i := top; i < min(len(entries), top+list); i++ {
		e := entries[i]
		width := max(10, b.w-2-2-14-26)
		row := fit(e.label, width, s.Glyphs.Ellipsis) + fit(fmt.Sprintf("%24s", e.amount), 26, s.Glyphs.Ellipsis) + fmt.Sprintf("%13s ", model.Money(e.usd))
		if i == b.at {
			lines = append(lines, s.Accent.Render(s.Glyphs.Pointer+" ")+s.Strong.Render(row))
		} else {
			lines = append(lines, "  "+s.Text.Render(row))
		}
	}
	for len(lines) < list {
		lines = append(lines, "")
	}
	return s.boxIn(s.Accent, title, append(lines, open...), b.w, b.h)
}

// opened is the chosen line in full.
func (b *billWindow) opened(entries []entry) []string {
	if len(entries) == 0 {
		return nil
	}
	s := b.styles
	e := entries[min(b.at, len(entries)-1)]
	lines := []string{s.Border.Render(fit("", 0, "")) + s.Title.Render(" "+e.label)}
	for i, text := range e.open {
		ink := s.Muted
		if i == 0 {
			ink = s.Text
		}
		lines = append(lines, s.indent(ink, text, b.w-3)...)
	}
	return lines
}

func (b *billWindow) refusals(p *costs.Platform) []string {
	s := b.styles
	var lines []string
	for _, r := range p.Refusals {
		lines = append(lines, "")
		lines = append(lines, s.indent(s.Warn, r.Component+" "+r.Limit, b.w-3)...)
		lines = append(lines, s.indent(s.Text, "way round: "+r.Workaround, b.w-3)...)
		lines = append(lines, s.indent(s.Muted, "source "+r.Source+" · as of "+r.AsOf, b.w-3)...)
	}
	return lines
}
