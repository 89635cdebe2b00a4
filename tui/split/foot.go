package split

import (
	"fmt"
	"math"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// footHeight is what is below the table: it does not change with what is
// chosen, so the table stands still.
func (p *Pane) footHeight() int {
	switch {
	case p.h < 18:
		return 5
	case p.h < boxedHeight:
		return 8
	case p.h < 45:
		return 10
	}
	return 16
}

// foot gives the total, why the chosen line is as it is, what the split saves,
// its tax and its traps, the most wanted first.
func (p *Pane) foot() []string {
	s, h := p.Styles, p.footHeight()
	var lines []string
	if h > 8 {
		lines = append(lines, "")
	}
	add := func(most int, ink kit.Style, text string) {
		if text == "" {
			return
		}
		wrapped := s.Indent(ink, s.PlainText(text), p.w-1)
		if len(wrapped) > most {
			wrapped = append(wrapped[:most-1:most-1], " "+ink.Render(kit.Fit(s.PlainText(restOf(text, most, p.w-2)), p.w-2, s.Glyphs.Ellipsis)))
		}
		lines = append(lines, wrapped...)
	}
	ink := s.Strong
	if !p.runs() {
		ink = s.Bad
	}
	add(2, ink, p.stateText())
	reason := 2
	if p.low() {
		reason = 1 // enter has the rest
	}
	add(reason, s.Text, p.chosenText())
	add(2, s.Text, p.savingText())
	add(2, s.Text, p.taxText())
	if h > 10 {
		for _, line := range p.trapLines() {
			add(1, s.Muted, line)
		}
	} else {
		add(2, s.Text, p.trapsText())
	}
	add(1, s.Muted, p.Session.Result.SinglesText(p.Shown.Split))
	add(1, s.Muted, p.hintText())
	return kit.Block(lines, p.w, h, s.Glyphs.Ellipsis)
}

// low reports whether the foot has to be short.
func (p *Pane) low() bool { return p.footHeight() <= 8 }

// restOf is a text without the lines before the last one in sight, which ends
// in an ellipsis.
func restOf(text string, most, w int) string {
	wrapped := kit.Wrap(text, w)
	rest := wrapped[most-1]
	for _, line := range wrapped[most:] {
		rest += " " + line
	}
	return rest
}

// runs reports whether the placement has a price.
func (p *Pane) runs() bool {
	usd := p.Shown.Split.USD
	return p.Shown.Split.Feasible && !math.IsInf(usd, 0) && !math.IsNaN(usd)
}

// stateText is what the placement costs, beside the optimum where it is not
// that, and how sure it is that nothing is cheaper.
func (p *Pane) stateText() string {
	v, best := &p.Shown, &p.Session.Result.Split
	source := p.Session.Source()
	if !p.runs() {
		return p.cannotRun(source)
	}
	switch {
	case source == "" && best.Held:
		return fmt.Sprintf("%s a month · %s", quantity.Money(v.Split.USD), model.Proof(best))
	case source == "":
		return fmt.Sprintf("optimum %s a month · %s", quantity.Money(v.Split.USD), model.Proof(best))
	case best.Held:
		return fmt.Sprintf("%s %s a month · the cheapest placement is being searched", source, quantity.Money(v.Split.USD))
	}
	moved := 0
	for i := range v.best {
		if v.moved(i) {
			moved++
		}
	}
	usd := v.Split.USD
	return fmt.Sprintf("%s %s a month: %s against the optimum, %s (%s) · %d moved", source, quantity.Money(usd), quantity.Change(usd-best.USD), quantity.Money(best.USD), model.Proof(best), moved)
}

// cannotRun names a component that has no place where it is put.
func (p *Pane) cannotRun(source session.HandSource) string {
	if why := p.Session.Result.NoFigures(); why != "" {
		return "no placement: " + why
	}
	for i := range p.Shown.Split.Placements {
		c := &p.Shown.Split.Placements[i]
		if c.Option == "" {
			return "no placement: every platform refuses " + c.Component
		}
		if r, refused := c.Refusals[c.Option]; refused {
			return fmt.Sprintf("%s cannot run: %s refuses %s, which %s", source, c.Option, c.Component, r.Limit)
		}
	}
	return split.NoPrice
}

// chosenText is the reason of the chosen component or what the chosen call
// costs.
func (p *Pane) chosenText() string {
	if g := p.Call(); g != nil {
		return p.callText(g)
	}
	i := p.Component()
	return p.Shown.Split.Placements[i].Component + ": " + p.why(i)
}

// hintText says what can be done next with what is in hand.
func (p *Pane) hintText() string {
	if p.Session.Hand != nil {
		return "X pins this placement in the scenario and ctrl+s writes it into the file; o goes back to the optimum; enter opens the chosen line"
	}
	return "h and l move a component by hand; f takes the framework's pattern, r the runner-up; c opens the hybrid tax; g shows what moves with volume; enter opens the chosen line"
}
