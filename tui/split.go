package tui

import (
	"fmt"
	"math"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
)

// splitPane shows the cheapest placement of the components, box by box, and
// lets each one be moved.
type splitPane struct {
	*context
	w, h int
	at   int // the chosen component
	top  int
}

func newSplitPane(ctx *context) *splitPane { return &splitPane{context: ctx} }

func (p *splitPane) Scope() Scope     { return ScopeSplit }
func (p *splitPane) SetSize(w, h int) { p.w, p.h = w, h }

// Refresh keeps the choice within what there is.
func (p *splitPane) Refresh() {
	p.at = max(0, min(p.at, len(p.split().Placements)-1))
}

func (p *splitPane) split() *model.Split { return &p.session.Result.Split }

// Handle acts on the split's bindings.
func (p *splitPane) Handle(a Action) (tea.Cmd, bool) {
	n := len(p.split().Placements)
	switch a {
	case MoveUp:
		p.at = (p.at + n - 1) % n
	case MoveDown:
		p.at = (p.at + 1) % n
	case MoveLeft:
		return p.move(-1), true
	case MoveRight:
		return p.move(1), true
	case PinItem:
		return p.pin(), true
	case Optimum:
		return p.free(), true
	default:
		return nil, false
	}
	return nil, true
}

// move pins the chosen component to the next platform that takes it.
func (p *splitPane) move(by int) tea.Cmd {
	c := p.split().Placements[p.at]
	at := slices.Index(costs.Options, c.Option)
	for at += by; at >= 0 && at < len(costs.Options); at += by {
		option := costs.Options[at]
		if refusal, refused := c.Refusals[option]; refused {
			if next := at + by; next < 0 || next >= len(costs.Options) {
				return say(fmt.Sprintf("%s cannot move to %s: it %s; way round: %s", c.Component, option, refusal.Limit, refusal.Workaround))
			}
			continue
		}
		return p.pinTo(option)
	}
	return say(c.Component + " is at the edge already")
}

// pinTo fixes the chosen component on an option and says what that costs.
func (p *splitPane) pinTo(option costs.Option) tea.Cmd {
	before := p.split().USD
	next := p.session.Result.Explicit()
	next.Components = slices.Clone(next.Components)
	next.Components[p.at].Pin = model.Some(string(option))
	if err := p.session.Apply(next); err != nil {
		return complain(err)
	}
	return say(fmt.Sprintf("%s pinned to %s: %s a month (%s)", next.Components[p.at].Name, option,
		model.Money(p.split().USD), signed(p.split().USD-before)))
}

// pin fixes the component where it is, or frees it.
func (p *splitPane) pin() tea.Cmd {
	c := p.split().Placements[p.at]
	if !c.Pinned {
		return p.pinTo(c.Option)
	}
	next := p.session.Scenario
	next.Components = slices.Clone(next.Components)
	next.Components[p.at].Pin = model.Maybe[string]{}
	if err := p.session.Apply(next); err != nil {
		return complain(err)
	}
	return say(c.Component + " is free: the cheapest place is found again")
}

// free removes every pin.
func (p *splitPane) free() tea.Cmd {
	next := p.session.Scenario
	next.Components = slices.Clone(next.Components)
	for i := range next.Components {
		next.Components[i].Pin = model.Maybe[string]{}
	}
	before := p.split().USD
	if err := p.session.Apply(next); err != nil {
		return complain(err)
	}
	return say(fmt.Sprintf("no pins: the optimum costs %s a month (%s)", model.Money(p.split().USD), signed(p.split().USD-before)))
}

// signed prints a difference in USD.
func signed(usd float64) string {
	switch {
	case math.IsInf(usd, 0) || math.IsNaN(usd):
		return "no comparison"
	case math.Abs(usd) < 0.005:
		return "no change"
	case usd < 0:
		return "-" + model.Money(-usd)
	}
	return "+" + model.Money(usd)
}

// Click chooses the component under the mouse.
func (p *splitPane) Click(_, y int) tea.Cmd {
	if i := p.top + y - p.tableTop(); i >= p.top && i < len(p.split().Placements) && y >= p.tableTop() {
		p.at = i
	}
	return nil
}

// The split screen, from the top: the boxes of the platforms side by side, the
// components with their cost on every platform, and the totals with the reason
// of the chosen component.
//
//	┌ Kubernetes ┐┌ serverless ┐┌ Wasm ┐
//	└────────────┘└────────────┘└──────┘
//	 component        K        L        W
//	 …
//	 total and alternatives
//	 reason
func (p *splitPane) boxHeight() int {
	most := 0
	for _, option := range costs.Options {
		most = max(most, len(p.split().Of(option)))
	}
	return max(3, min(most+2, p.h-14, p.h/3))
}

func (p *splitPane) tableTop() int { return p.boxHeight() + 1 }

// Lines draws the screen.
func (p *splitPane) Lines() []string {
	boxes := p.boxes()
	foot := p.foot()
	room := max(1, p.h-len(boxes)-1-len(foot))
	lines := append(boxes, p.tableHead())
	lines = append(lines, block(p.rows(room), p.w, room, p.styles.Glyphs.Ellipsis)...)
	return append(lines, foot...)
}

// boxes draws the three platforms with the names of what they hold.
func (p *splitPane) boxes() []string {
	s, split, h := p.styles, p.split(), p.boxHeight()
	titles := []string{"core", "edge", "isolates"}
	var drawn [][]string
	left := p.w
	for o, option := range costs.Options {
		w := left / (len(costs.Options) - o)
		left -= w
		platform := p.session.Result.Platform(option)
		names := split.Of(option)
		title := fmt.Sprintf("%c %s %s · %d · %s", platform.Letter, platform.Name, titles[o], len(names), model.Money(split.ByOption[option]))
		drawn = append(drawn, s.boxIn(*s.platform(platform), s.plainText(title), columns(names, w-2, h-2, s), w, h))
	}
	return beside(drawn...)
}

// columns fills a box with names, in several columns where they do not fit
// below each other; what is left over is counted.
func columns(names []string, w, h int, s *Styles) []string {
	per := max(1, (len(names)+max(1, h)-1)/max(1, h))
	width := max(6, w/per)
	lines := make([]string, 0, h)
	for row := range h {
		var b strings.Builder
		for i := row; i < len(names); i += h {
			b.WriteString(s.Text.Render(fit(" "+names[i], min(width, w), s.Glyphs.Ellipsis)))
		}
		lines = append(lines, b.String())
	}
	return lines
}

// plainText replaces signs that an ASCII terminal lacks.
func (s *Styles) plainText(text string) string {
	if s.Glyphs.Dash != "-" {
		return text
	}
	return strings.NewReplacer("·", "-", "–", "-", "—", "-", "×", "x", "…", "...", "⌈", "ceil(", "⌉", ")", "÷", "/", "≥", ">=", "≤", "<=").Replace(text)
}

const (
	costCell  = 11
	costCells = 3*costCell + 4
)

func (p *splitPane) tableHead() string {
	s := p.styles
	head := fit(fmt.Sprintf("   %-*s", max(4, p.w-costCells-4), "component: what it adds a month on each platform"), p.w-costCells, s.Glyphs.Ellipsis)
	for _, option := range costs.Options {
		platform := p.session.Result.Platform(option)
		head += fmt.Sprintf("%*s", costCell, string(platform.Letter)+" "+platform.Name)
	}
	return s.Muted.Render(fit(head, p.w, ""))
}

// rows draws one component a line: its place, and what it adds on every
// platform while the others stay.
func (p *splitPane) rows(room int) []string {
	s, split := p.styles, p.split()
	if p.at < p.top {
		p.top = p.at
	}
	p.top = max(p.top, p.at-room+1)
	p.top = max(0, min(p.top, len(split.Placements)-room))
	var lines []string
	for i := p.top; i < min(len(split.Placements), p.top+room); i++ {
		c := &split.Placements[i]
		name := c.Component
		if c.Pinned {
			name += " [pinned]"
		}
		pointer, ink := "   ", s.Text
		if i == p.at {
			pointer, ink = " "+s.Accent.Render(s.Glyphs.Pointer)+" ", s.Strong
		}
		line := pointer + ink.Render(fit(name, max(4, p.w-costCells-3), s.Glyphs.Ellipsis))
		for _, option := range costs.Options {
			line += p.cell(c, option)
		}
		lines = append(lines, line)
	}
	return lines
}

func (p *splitPane) cell(c *model.Placement, option costs.Option) string {
	s := p.styles
	if _, refused := c.Refusals[option]; refused {
		return s.Faint.Render(fmt.Sprintf("%*s", costCell, "refused"))
	}
	text := fmt.Sprintf("%*s", costCell-1, model.Money(c.Adds[option]))
	if option == c.Option {
		return s.Option[checklist.Option(option)].Bold(true).Render(text + s.Glyphs.Dot)
	}
	return s.Muted.Render(text + " ")
}

// foot gives the total, the alternatives and the reason for the chosen one.
func (p *splitPane) foot() []string {
	s, split := p.styles, p.split()
	var totals []string
	for _, option := range costs.Options {
		usd := split.Alternatives[option]
		text := "all on " + p.session.Result.Platform(option).Name + " "
		if math.IsInf(usd, 1) {
			text += "impossible"
		} else {
			text += fmt.Sprintf("%s (%s)", model.Money(usd), signed(usd-split.USD))
		}
		totals = append(totals, text)
	}
	state := "proven cheapest"
	if !split.Optimal {
		state = "best found, not proven"
	}
	if p.pinned() {
		state += " with these pins"
	}
	c := &split.Placements[p.at]
	lines := []string{
		"",
		" " + s.Strong.Render("total "+model.Money(split.USD)+" a month") + s.Muted.Render(s.plainText(" · "+state)),
	}
	if !split.Feasible {
		lines[1] = " " + s.Bad.Render("no placement: a component is refused everywhere")
	}
	lines = append(lines, s.indent(s.Muted, s.plainText(strings.Join(totals, " · ")), p.w-1)...)
	lines = append(lines, s.indent(s.Text, s.plainText(c.Component+": "+c.Reason), p.w-1)...)
	return lines[:min(len(lines), max(3, p.h/3))]
}

func (p *splitPane) pinned() bool {
	return slices.ContainsFunc(p.split().Placements, func(c model.Placement) bool { return c.Pinned })
}
