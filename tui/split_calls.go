package tui

import (
	"fmt"

	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// callsHead stands between the components and the calls across.
func (p *splitPane) callsHead() string {
	s, split := p.styles, p.shown.split
	text := fmt.Sprintf("   calls across the boxes: %d, %s a month", len(split.Glue), quantity.Money(split.GlueUSD))
	return s.Muted.Render(fit(text, p.w, s.Glyphs.Ellipsis))
}

// callRow is a call across: from where to where, how many, how and what it
// costs.
func (p *splitPane) callRow(choice int) string {
	s := p.styles
	g := &p.shown.split.Glue[p.shown.calls[choice-len(p.shown.order)]]
	ink := s.Text
	if choice == p.at {
		ink = s.Strong
	}
	name := fmt.Sprintf("%s %s %s", g.From, s.Glyphs.Right, g.To)
	figures := fmt.Sprintf("%14s%11s%11s", quantity.ShortCount(g.Calls)+" calls", p.letters(g.FromOption, g.ToOption), callMoney(g))
	line := p.pointer(choice) + ink.Render(fit(name, p.nameWidth(), s.Glyphs.Ellipsis)) + s.Text.Render(fit(figures, costCells, s.Glyphs.Ellipsis))
	if w := p.whyWidth(); w > 0 {
		line += s.Muted.Render(fit(s.plainText(callWay(g)), w, s.Glyphs.Ellipsis))
	}
	return line
}

// callMoney is what a call costs a month, as far as it is known.
func callMoney(g *split.GlueCall) string {
	if len(g.Unpriced) > 0 && g.USD == 0 {
		return "unknown"
	}
	return quantity.Money(g.USD)
}

// callWay says how a call gets across, and what of it is not priced.
func callWay(g *split.GlueCall) string {
	way := map[costs.Via]string{
		costs.ViaEvent: "over the event bus", costs.ViaGateway: "over HTTP", costs.ViaPrivate: "over a private connection",
	}[g.Via]
	if len(g.Unpriced) > 0 {
		return way + "; no known price: " + g.Unpriced[0]
	}
	if len(g.Lines) == 0 && len(g.Notes) > 0 {
		return way + "; " + g.Notes[0]
	}
	return way
}

// callText says all of a call in a sentence.
func (p *splitPane) callText(g *split.GlueCall) string {
	e := p.session.Result
	text := fmt.Sprintf("%s on %s calls %s on %s %s times a month, %s: %s", g.From, e.Platform(g.FromOption).Name, g.To, e.Platform(g.ToOption).Name,
		quantity.ShortCount(g.Calls), callWay(g), callMoney(g))
	for i := range g.Lines {
		text += fmt.Sprintf("; %s %s", g.Lines[i].Label, quantity.Money(g.Lines[i].USD))
	}
	return text
}
