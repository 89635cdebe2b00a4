package window

import (
	"fmt"
	"math"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/costs/words"
	"runwhere/model/quantity"
	"runwhere/model/report"
	"runwhere/model/report/doc"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
)

// Bill opens a platform's total to its lines, and each line to its
// formula, price, source and date. Its last page holds what every side is charged
// for each kind of thing beside each other.
type Bill struct {
	*kit.Context
	volume   float64
	Platform int // the page: of platforms, and behind them the comparison
	List     kit.EntryList
	compared kit.Scroller
}

// NewBill opens the bills at a volume.
func NewBill(ctx *kit.Context, volume float64) *Bill {
	b := &Bill{Context: ctx, volume: volume, List: kit.EntryList{Context: ctx}}
	b.Platform = max(0, slices.Index(b.platforms(), ctx.Session.Result.Cheapest(volume)))
	return b
}

// platforms are what has a bill, the best mix among them.
func (b *Bill) platforms() []*costs.Platform { return b.Session.Result.Billable() }

func (b *Bill) Scope() keys.Scope { return keys.ScopeBill }

func (b *Bill) SetSize(w, h int) {
	b.List.W, b.List.H = w, h
	b.compared.Resize(w, h)
}

// comparing reports whether the page in sight is the last one.
func (b *Bill) comparing() bool { return b.Platform >= len(b.platforms()) }

// comparison writes the last page.
func (b *Bill) comparison() []string {
	t, d := &kit.PageWriter{Styles: b.Styles, W: b.List.W - 2}, doc.New()
	report.Parity(d, b.Session.Result.Evaluation, b.volume)
	t.Document(d, doc.Brief)
	b.compared.SetTotal(len(t.Lines))
	return t.Lines
}

// Refresh keeps the choice within what there is.
func (b *Bill) Refresh() {
	b.Platform = min(b.Platform, len(b.platforms()))
	if !b.comparing() {
		b.List.Clamp(len(b.Entries()))
	}
}

// Handle acts on the window's bindings.
func (b *Bill) Handle(a keys.Action) (tea.Cmd, bool) {
	if b.comparing() && a != keys.PrevPage && a != keys.NextPage && a != keys.Cancel && a != keys.Quit {
		b.comparison()
		return nil, b.compared.Handle(a)
	}
	return b.List.HandlePages(a, &b.Platform, len(b.platforms())+1, b.Entries())
}

// Entries lists bill lines, what auto set functions to, then people and tools, which no cloud bill shows,
// then what the bill does not show and the platform's limits; none on the last
// page.
func (b *Bill) Entries() []kit.Entry {
	if b.comparing() {
		return nil
	}
	p := b.platforms()[b.Platform]
	var list []kit.Entry
	for _, l := range p.Bill(b.volume).Lines {
		list = append(list, kit.Entry{Label: l.Label, Amount: costs.Figure(l.Quantity) + " " + l.Unit, Money: moneyOf(&l), Private: l.Private != "", Open: b.Explained(&l)})
	}
	list = append(list, b.tuned(p)...)
	for _, l := range p.People {
		open := []string{"a fixed amount a month for people and tools; no cloud bill shows it", "source " + l.Source + " " + l.AsOf}
		list = append(list, kit.Entry{Label: l.Label, Amount: "people and tools", Money: quantity.Money(l.USD), Private: false, Open: open})
	}
	if len(p.People) == 0 {
		list = append(list, kit.Entry{Label: "People and tools", Amount: "none given", Money: quantity.Money(math.NaN()), Private: false, Open: []string{
			"none given: the guide publishes figures for Kubernetes alone, so this is not known to be nothing",
			"a scenario can give them under people." + string(p.Option),
		}})
	}
	if n := len(p.Notes); n > 0 {
		list = append(list, kit.Entry{Label: "What the bill does not show", Amount: words.Plural(n, "note"), Money: "", Private: false, Open: p.Notes})
	}
	if p.Parts() != nil {
		return list // its limits are those of its parts
	}
	return append(list, kit.Entry{Label: "Limits of " + p.Name, Amount: fmt.Sprintf("%d published", len(b.Session.Result.Limits(p))), Money: "", Private: false, Open: b.limitLines(p)})
}

// tuned lists what auto set each function of a platform to; each opens to all the
// settings that it had.
func (b *Bill) tuned(p *costs.Platform) []kit.Entry {
	var list []kit.Entry
	for _, t := range report.Tunings(b.Session.Result.Evaluation) {
		if t.Platform != p {
			continue
		}
		open := []string{"auto takes the fastest setting within a tenth of the cheapest, of those that hold the component and are fast enough"}
		for i := range t.Settings {
			s := &t.Settings[i]
			open = append(open, fmt.Sprintf("%10s · %5.3f vCPU · %8s a run · %6s · %s", t.Memory(s), s.VCPU, t.Takes(s), t.Times(s), t.Why(s)))
		}
		list = append(list, kit.Entry{Label: "Function memory of " + t.Component.Name, Amount: "auto: " + t.Memory(t.Chosen()), Open: open})
	}
	return list
}

// limitLines lists what a platform publishes of its limits; limits with the
// same source are above it.
func (b *Bill) limitLines(p *costs.Platform) []string {
	limits := b.Session.Result.Limits(p)
	var lines []string
	for i, l := range limits {
		lines = append(lines, l.Subject+": "+l.Value)
		if i+1 == len(limits) || limits[i+1].Source != l.Source {
			lines = append(lines, "  source "+l.Source+" · as of "+l.AsOf)
		}
	}
	return lines
}

func (b *Bill) Lines() []string {
	s := b.Styles
	if b.comparing() {
		return b.compared.Window(s, "What each side pays for at "+quantity.ShortCount(b.volume)+" requests a month", b.comparison())
	}
	p := b.platforms()[b.Platform]
	bill := p.Bill(b.volume)
	title := fmt.Sprintf("%c %s at %s requests a month: bill %s, with people %s", p.Letter, p.Name,
		quantity.ShortCount(b.volume), quantity.Money(bill.USD), b.Session.Result.PeopleKnown(p).Total(bill.USD+p.PeopleUSD()))
	if p.Partly() {
		title = fmt.Sprintf("%c %s at %s requests a month: at least %s, without %s", p.Letter, p.Name,
			quantity.ShortCount(b.volume), quantity.Money(bill.USD), words.ListWords(p.Unbilled.Without))
	}
	entries := b.Entries()
	if !p.Billed() && !p.Partly() {
		return s.BoxIn(s.Accent, string(p.Letter)+" "+p.Name+" has no bill", b.refusals(p), b.List.W, b.List.H)
	}
	return s.BoxIn(s.Accent, s.Titled(title, b.List.More(entries), b.List.W), b.List.Lines(entries), b.List.W, b.List.H)
}

// moneyOf is the amount of a line, or that its price is not known.
func moneyOf(l *costs.Line) string {
	if l.Unknown != "" {
		return "not known"
	}
	return quantity.Money(l.USD)
}

func (b *Bill) refusals(p *costs.Platform) []string {
	s := b.Styles
	var lines []string
	if u := p.Unbilled; u != nil {
		lines = append(lines, "")
		lines = append(lines, s.Indent(s.Warn, p.Name+" "+u.Why, b.List.W-3)...)
		lines = append(lines, s.Indent(s.Text, "way round: "+u.Remedy, b.List.W-3)...)
		lines = append(lines, s.Indent(s.Muted, kit.SourceOf(u.Source, u.AsOf), b.List.W-3)...)
	}
	for _, r := range p.Refusals {
		lines = append(lines, "")
		lines = append(lines, s.Indent(s.Warn, r.Component+" "+r.Limit, b.List.W-3)...)
		lines = append(lines, s.Indent(s.Text, "way round: "+r.Workaround, b.List.W-3)...)
		lines = append(lines, s.Indent(s.Muted, kit.SourceOf(r.Source, r.AsOf), b.List.W-3)...)
	}
	lines = append(lines, "", s.Title.Render(" Limits of "+p.Name))
	for _, l := range b.limitLines(p) {
		lines = append(lines, s.Indent(s.Muted, l, b.List.W-3)...)
	}
	return lines
}
