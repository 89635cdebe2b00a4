package growth

import (
	"fmt"
	"math"

	"runwhere/model/quantity"
	"runwhere/tui/kit"
	"runwhere/tui/window"
)

// factLines say beside the chart what is the cheapest today, at the horizon
// and over all months.
func (g *Window) factLines(w int) []string {
	o := &g.Outlook
	lines := []string{
		g.factLine("today", o.Volumes[0], o.Cheapest[0], 0, w),
		g.factLine(fmt.Sprintf("month %d", o.Horizon), o.Volumes[o.Horizon], o.Cheapest[o.Horizon], o.Horizon, w),
	}
	total := math.Inf(1)
	if o.Least >= 0 {
		total = o.Lines[o.Least].Total
	}
	lines = append(lines, g.factRow("in total", "", o.Least, total, w))
	if len(o.Changes) == 0 {
		return append(lines, " "+g.Styles.Muted.Render("it never changes"))
	}
	for _, c := range o.Changes {
		usd := math.Inf(1)
		if c.To >= 0 {
			usd = o.Lines[c.To].Costs[c.Month]
		}
		lines = append(lines, g.factRow(fmt.Sprintf("from %d", c.Month), quantity.ShortCount(c.Volume), c.To, usd, w))
	}
	return lines
}

func (g *Window) factLine(label string, volume float64, line, month, w int) string {
	usd := math.Inf(1)
	if line >= 0 {
		usd = g.Outlook.Lines[line].Costs[month]
	}
	return g.factRow(label, quantity.ShortCount(volume), line, usd, w)
}

// factRow is a label, a volume, a line's name and an amount.
func (g *Window) factRow(label, volume string, line int, usd float64, w int) string {
	s := g.Styles
	name := "none"
	ink := s.Warn
	if line >= 0 {
		l := &g.Outlook.Lines[line]
		name, ink = string(l.Letter)+" "+l.Name, s.Option[l.Option]
	}
	amount := quantity.Money(usd)
	volume = fmt.Sprintf("%6s ", volume)
	if w < 32 { // the name matters more
		volume = ""
	}
	room := max(1, w-1-9-len(volume)-1-kit.Width(amount)-1)
	return " " + s.Muted.Render(kit.Fit(label, 9, "")) + s.Text.Render(volume) + ink.Render(kit.Fit(name, room, s.Glyphs.Ellipsis)) + " " + s.Text.Render(amount)
}

// wideGrowth is the width from which the page has two columns.
const wideGrowth = 150

// page writes the words and the tables: in a wide window the guide's timeline
// and trap are beside the totals.
func (g *Window) page(w int) []string {
	if w < wideGrowth {
		return append(append(g.words(w), g.totals(w)...), g.published(w)...)
	}
	half := w / 2
	left, right := append(g.words(half), g.totals(half)...), g.published(w-half)
	h := max(len(left), len(right))
	ellipsis := g.Styles.Glyphs.Ellipsis
	return kit.Beside(kit.Block(left, half, h, ellipsis), kit.Block(right, w-half, h, ellipsis))
}

func (g *Window) words(w int) []string {
	s, e := g.Styles, g.Session.Result
	var lines []string
	for _, sentence := range g.Outlook.Sentences() {
		lines = append(lines, s.Paragraph(s.Text, sentence, 1, w)...)
	}
	switch h, known := e.PeekHorizonSplit(); {
	case !known:
		lines = append(lines, s.Paragraph(s.Muted, "The best split at the horizon is being worked out …", 1, w)...)
	case h != nil:
		lines = append(lines, s.Paragraph(s.Text, h.Words(), 1, w)...)
	}
	return lines
}

// totals is the table of what every line costs up to the horizon, and below it
// when to move from one to another.
func (g *Window) totals(w int) []string {
	s, o := g.Styles, &g.Outlook
	with := "bills"
	if o.People {
		with = "with people"
	}
	named := max(8, min(24, w-2-4*12))
	lines := []string{"", " " + s.Title.Render(fmt.Sprintf("All %d months, %s", o.Horizon+1, with))}
	head := kit.Fit("", named, "") + fmt.Sprintf("%12s%12s%12s%12s", "today", fmt.Sprintf("month %d", o.Horizon), "in total", "more")
	lines = append(lines, "  "+s.Muted.Render(kit.Fit(head, w-2, "")))
	for i := range o.Lines {
		l := &o.Lines[i]
		name := s.Option[l.Option].Render(kit.Fit(string(l.Letter)+" "+l.Name, named, s.Glyphs.Ellipsis))
		if l.Ends == 0 {
			lines = append(lines, "  "+name+s.Warn.Render(kit.Fit(" "+l.Why, max(0, w-2-named), s.Glyphs.Ellipsis)))
			continue
		}
		row := ""
		for _, usd := range []float64{l.Costs[0], l.Costs[o.Horizon], l.Total, o.More(l)} {
			row += fmt.Sprintf("%12s", quantity.Money(usd))
		}
		ink := s.Text
		if i == o.Least {
			ink = s.Strong
		}
		lines = append(lines, "  "+name+ink.Render(row)+g.leastMark(i, w-2-named-len([]rune(row))))
	}
	lines = append(lines, "", " "+s.Title.Render("When to move, at "+quantity.Money(o.MigrationUSD)+" a move"))
	for i := range o.Migrations {
		lines = append(lines, s.Paragraph(s.Text, o.Moves(&o.Migrations[i]), 2, w)...)
	}
	if len(o.Migrations) == 0 {
		lines = append(lines, s.Paragraph(s.Muted, "There is nothing to move between.", 2, w)...)
	}
	return lines
}

// leastMark says in a word, where there is room, which line costs the least.
func (g *Window) leastMark(line, room int) string {
	if line != g.Outlook.Least || room < 7 {
		return ""
	}
	return g.Styles.Good.Render("  least")
}

// published is the guide's own months beside these.
func (g *Window) published(w int) []string {
	p := window.Published{Context: g.Context, Outlook: &g.Outlook}
	t := &kit.PageWriter{Styles: g.Styles, W: w}
	p.Write(t)
	return t.Lines
}
