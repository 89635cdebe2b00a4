package tui

import (
	"fmt"
	"math"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// footHeight is what is below the table: it does not change with what is
// chosen, so the table stands still.
func (p *splitPane) footHeight() int {
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
func (p *splitPane) foot() []string {
	s, h := p.styles, p.footHeight()
	var lines []string
	if h > 8 {
		lines = append(lines, "")
	}
	add := func(most int, ink interface{ Render(...string) string }, text string) {
		if text == "" {
			return
		}
		wrapped := s.indent(ink, s.plainText(text), p.w-1)
		if len(wrapped) > most {
			wrapped = append(wrapped[:most-1:most-1], " "+ink.Render(fit(s.plainText(restOf(text, most, p.w-2)), p.w-2, s.Glyphs.Ellipsis)))
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
	add(1, s.Muted, p.singlesText())
	add(1, s.Muted, p.hintText())
	return block(lines, p.w, h, s.Glyphs.Ellipsis)
}

// low reports whether the foot has to be short.
func (p *splitPane) low() bool { return p.footHeight() <= 8 }

// restOf is a text without the lines before the last one in sight, which ends
// in an ellipsis.
func restOf(text string, most, w int) string {
	wrapped := wrap(text, w)
	rest := wrapped[most-1]
	for _, line := range wrapped[most:] {
		rest += " " + line
	}
	return rest
}

// runs reports whether the placement has a price.
func (p *splitPane) runs() bool {
	usd := p.shown.split.USD
	return p.shown.split.Feasible && !math.IsInf(usd, 0) && !math.IsNaN(usd)
}

// stateText is what the placement costs, beside the optimum where it is not
// that, and how sure it is that nothing is cheaper.
func (p *splitPane) stateText() string {
	v, best := &p.shown, &p.session.Result.Split
	source := p.session.Source()
	if !p.runs() {
		return p.cannotRun(source)
	}
	if source == "" {
		return fmt.Sprintf("optimum %s a month · %s", quantity.Money(v.split.USD), proof(best))
	}
	moved := 0
	for i := range v.best {
		if v.moved(i) {
			moved++
		}
	}
	usd := v.split.USD
	return fmt.Sprintf("%s %s a month: %s against the optimum, %s (%s) · %d moved", source, quantity.Money(usd), signed(usd-best.USD), quantity.Money(best.USD), proof(best), moved)
}

// proof says how sure it is that nothing is cheaper.
func proof(best *split.Split) string {
	text := "proven cheapest"
	if !best.Optimal {
		text = "the best found; a better one could save at most " + model.Percent(best.Gap())
	}
	if n := best.Pinned(); n > 0 {
		text += " with " + counted(n, "pin")
	}
	return text
}

// cannotRun names a component that has no place where it is put.
func (p *splitPane) cannotRun(source handSource) string {
	if e := p.session.Result; e.NoFigure(e.Verdict.Recommendation) != "" {
		return "no placement: " + e.NoFigure(e.Verdict.Recommendation)
	}
	for i := range p.shown.split.Placements {
		c := &p.shown.split.Placements[i]
		if c.Option == "" {
			return "no placement: every platform refuses " + c.Component
		}
		if r, refused := c.Refusals[c.Option]; refused {
			return fmt.Sprintf("%s cannot run: %s refuses %s, which %s", source, c.Option, c.Component, r.Limit)
		}
	}
	return "no price: the fixed fleet of the cluster is saturated"
}

// chosenText is the reason of the chosen component or what the chosen call
// costs.
func (p *splitPane) chosenText() string {
	if g := p.call(); g != nil {
		return p.callText(g)
	}
	i := p.component()
	return p.shown.split.Placements[i].Component + ": " + p.why(i)
}

// hintText says what can be done next with what is in hand.
func (p *splitPane) hintText() string {
	if p.session.hand != nil {
		return "X pins this placement in the scenario and ctrl+s writes it into the file; o goes back to the optimum; enter opens the chosen line"
	}
	return "h and l move a component by hand; f takes the framework's pattern, r the runner-up; c opens the hybrid tax; g shows what moves with volume; enter opens the chosen line"
}
