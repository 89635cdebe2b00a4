package tui

import (
	"fmt"
	"math"
	"strings"

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
	skip     int // lines of the opened part above what is in sight
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
		b.at, b.skip = b.at-1, 0
	case MoveDown:
		b.at, b.skip = b.at+1, 0
	case PageUp:
		b.skip = max(0, b.skip-b.page())
	case PageDown:
		b.skip += b.page()
	case First:
		b.at, b.skip = 0, 0
	case Last:
		b.at, b.skip = len(b.entries())-1, 0
	case NextPlatform:
		b.platform, b.at, b.skip = (b.platform+1)%n, 0, 0
	case PrevPlatform:
		b.platform, b.at, b.skip = (b.platform+n-1)%n, 0, 0
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
	money         string // "" where a line is no amount
	private       bool
	open          []string
}

// entries lists bill lines, then people and tools, which no cloud bill shows,
// then what the bill does not show and the platform's limits.
func (b *billWindow) entries() []entry {
	p := b.session.Result.Platforms[b.platform]
	var list []entry
	for _, l := range p.Bill(b.volume).Lines {
		list = append(list, entry{l.Label, costs.Figure(l.Quantity) + " " + l.Unit, model.Money(l.USD), l.Private != "", b.explained(&l)})
	}
	for _, l := range p.People {
		open := []string{"a fixed amount a month for people and tools; no cloud bill shows it", "source " + l.Source + " " + l.AsOf}
		list = append(list, entry{l.Label, "people and tools", model.Money(l.USD), false, open})
	}
	if len(p.People) == 0 {
		list = append(list, entry{"People and tools", "none given", model.Money(math.NaN()), false, []string{
			"none given: the guide publishes figures for Kubernetes alone, so this is not known to be nothing",
			"a scenario can give them under people." + string(p.Option),
		}})
	}
	if n := len(p.Notes); n > 0 {
		list = append(list, entry{"What the bill does not show", counted(n, "note"), "", false, p.Notes})
	}
	return append(list, entry{"Limits of " + p.Name, fmt.Sprintf("%d published", len(b.session.Result.Limits(p))), "", false, b.limitLines(p)})
}

// counted prints a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// explained opens a line to its formula, its price and where that is from. A
// value that nobody gave is told apart from one that somebody did.
func (b *billWindow) explained(l *costs.Line) []string {
	open := []string{l.Formula, "= " + model.Money(l.USD) + " a month"}
	open = append(open, l.Basis...)
	var given, defaults []string
	for _, g := range b.session.Result.Givens(l) {
		if text := g.Key + " " + g.Text; g.Default {
			defaults = append(defaults, text)
		} else {
			given = append(given, text)
		}
	}
	if len(given) > 0 {
		open = append(open, "given: "+strings.Join(given, ", "))
	}
	if len(defaults) > 0 {
		open = append(open, "by default: "+strings.Join(defaults, ", "))
	}
	price := "price " + l.PriceID + " · as of " + l.AsOf
	if l.Private != "" {
		price += " · private rate of " + l.Private
	}
	open = append(open, price, "source "+l.Source)
	if l.Note != "" {
		open = append(open, "note "+l.Note)
	}
	return open
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
	p := b.session.Result.Platforms[b.platform]
	bill := p.Bill(b.volume)
	title := fmt.Sprintf("%c %s at %s requests a month: bill %s, with people and tools %s", p.Letter, p.Name,
		model.ShortCount(b.volume), model.Money(bill.USD), model.Money(bill.USD+p.PeopleUSD()))
	entries := b.entries()
	if !p.Billed() {
		return s.boxIn(s.Accent, string(p.Letter)+" "+p.Name+" has no bill", b.refusals(p), b.w, b.h)
	}
	open := b.opened(entries)
	open = b.inSight(open)
	list := max(3, b.h-2-len(open))
	top := max(0, min(b.at-list/2, len(entries)-list))
	var lines []string
	for i := top; i < min(len(entries), top+list); i++ {
		e := entries[i]
		width := max(10, b.w-2-2-14-26)
		label := e.label
		if e.private {
			label = "* " + label
		}
		row := fit(label, width, s.Glyphs.Ellipsis) + fit(fmt.Sprintf("%24s", e.amount), 26, s.Glyphs.Ellipsis) + fmt.Sprintf("%13s ", e.money)
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

// page is how many lines of the opened part are in sight where they do not all
// fit: a few lines of the list stay above it.
func (b *billWindow) page() int { return max(4, b.h-2-5) }

// inSight cuts the opened part to the window, and says how to see the rest.
func (b *billWindow) inSight(open []string) []string {
	room := b.page()
	if len(open) <= room {
		return open
	}
	s := b.styles
	body := room - 2 // the title stays, and the last line says where one is
	b.skip = min(b.skip, len(open)-1-body)
	shown := append([]string{open[0]}, open[1+b.skip:1+b.skip+body]...)
	return append(shown, s.Muted.Render(fmt.Sprintf(" lines %d to %d of %d: pgup, pgdown", b.skip+1, b.skip+body, len(open)-1)))
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
	if u := p.Unpriced; u != nil {
		lines = append(lines, "")
		lines = append(lines, s.indent(s.Warn, p.Name+" "+u.Why, b.w-3)...)
		lines = append(lines, s.indent(s.Text, "way round: "+u.Remedy, b.w-3)...)
		lines = append(lines, s.indent(s.Muted, "source "+u.Source+" · as of "+u.AsOf, b.w-3)...)
	}
	for _, r := range p.Refusals {
		lines = append(lines, "")
		lines = append(lines, s.indent(s.Warn, r.Component+" "+r.Limit, b.w-3)...)
		lines = append(lines, s.indent(s.Text, "way round: "+r.Workaround, b.w-3)...)
		lines = append(lines, s.indent(s.Muted, "source "+r.Source+" · as of "+r.AsOf, b.w-3)...)
	}
	lines = append(lines, "", s.Title.Render(" Limits of "+p.Name))
	for _, l := range b.limitLines(p) {
		lines = append(lines, s.indent(s.Muted, l, b.w-3)...)
	}
	return lines
}
