package split

import (
	"fmt"

	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/tui/kit"
	"runwhere/tui/window"
)

// callsHead is between the components and the calls across.
func (p *Pane) callsHead() string {
	s, split := p.Styles, p.Shown.Split
	text := fmt.Sprintf("   calls across the boxes: %d, %s a month", len(split.Glue), quantity.Money(split.GlueUSD))
	return s.Muted.Render(kit.Fit(text, p.w, s.Glyphs.Ellipsis))
}

// callRow is a call across: from where to where, how many, how and what it
// costs.
func (p *Pane) callRow(choice int) string {
	s := p.Styles
	g := &p.Shown.Split.Glue[p.Shown.calls[choice-len(p.Shown.Order)]]
	ink := s.Text
	if choice == p.At {
		ink = s.Strong
	}
	name := fmt.Sprintf("%s %s %s", g.From, s.Glyphs.Right, g.To)
	figures := fmt.Sprintf("%14s%11s%11s", quantity.ShortCount(g.Calls)+" calls", p.letters(g.FromOption, g.ToOption), window.CallMoney(g))
	line := p.pointer(choice) + ink.Render(kit.Fit(name, p.nameWidth(), s.Glyphs.Ellipsis)) + s.Text.Render(kit.Fit(figures, costCells, s.Glyphs.Ellipsis))
	if w := p.whyWidth(); w > 0 {
		line += s.Muted.Render(kit.Fit(s.PlainText(window.CallWay(g)), w, s.Glyphs.Ellipsis))
	}
	return line
}

// callText says all of a call in a sentence.
func (p *Pane) callText(g *split.GlueCall) string {
	e := p.Session.Result
	text := fmt.Sprintf("%s on %s calls %s on %s %s times a month, %s: %s", g.From, e.Platform(g.FromOption).Name, g.To, e.Platform(g.ToOption).Name,
		quantity.ShortCount(g.Calls), window.CallWay(g), window.CallMoney(g))
	for i := range g.Lines {
		text += fmt.Sprintf("; %s %s", g.Lines[i].Label, quantity.Money(g.Lines[i].USD))
	}
	return text
}
