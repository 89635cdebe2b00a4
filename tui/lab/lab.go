package lab

import (
	"math"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
	"runwhere/tui/slider"
	"runwhere/tui/window"
)

// Pane is the live chart with its sliders: every change redraws all of it.
type Pane struct {
	*kit.Context
	slider.Column
	layout layout
	cursor float64 // a volume under inspection, 0 for today's
	noOdds bool    // whether the odds of the ranges are hidden

	chart  chartCache
	strips strips
}

// NewPane makes the third screen.
func NewPane(ctx *kit.Context) *Pane {
	p := &Pane{Context: ctx, Column: slider.Column{Context: ctx}}
	p.Refresh()
	return p
}

func (p *Pane) Scope() keys.Scope { return keys.ScopeLab }

func (p *Pane) SetSize(w, h int) {
	p.layout = layoutIn(w, h, len(p.Sliders), len(p.Session.Result.Billable()), p.longestName(), p.withOdds())
	p.InSight = p.layout.sliders.H - 2
}

// Refresh takes up a change of the session.
func (p *Pane) Refresh() {
	p.Component = min(p.Component, len(p.Session.Result.Resolved.Workload.Components)-1)
	p.Sliders = allSliders(&p.Column)
	p.At = min(p.At, len(p.Sliders)-1)
	p.SetSize(p.layout.w, p.layout.h)
}

// Volume is the volume that the table and the sentence speak of.
func (p *Pane) Volume() float64 {
	if p.cursor > 0 {
		return p.cursor
	}
	return p.Session.Result.Volume()
}

// Handle acts on the lab's bindings.
func (p *Pane) Handle(a keys.Action) (tea.Cmd, bool) {
	if cmd, ok := p.Column.Handle(a); ok {
		return cmd, true
	}
	switch a {
	case keys.SeekValue:
		return p.seek(), true
	case keys.CursorLeft:
		p.moveCursor(-1)
	case keys.CursorRight:
		p.moveCursor(1)
	case keys.CursorHome:
		p.cursor = 0
	case keys.NextCrossing:
		return p.jump(1), true
	case keys.PrevCrossing:
		return p.jump(-1), true
	case keys.OpenBill:
		return kit.OpenWindow(window.NewBill(p.Context, p.Volume())), true
	case keys.PickPlatform:
		return kit.OpenWindow(window.NewPlatforms(p.Context, p.Volume(), p.optionInHand())), true
	case keys.ToggleStrips:
		return p.toggleStrips(), true
	case keys.ToggleOdds:
		return p.toggleOdds(), true
	default:
		return nil, false
	}
	return nil, true
}

// optionInHand is the option that the chosen slider is about, and the first one
// where it is about none.
func (p *Pane) optionInHand() checklist.Option {
	if f := p.Sliders[p.At].Field; f != nil {
		if option := f.Path.Option(); option != "" {
			return option
		}
	}
	return checklist.Placeable[0]
}

// moveCursor moves along the volumes, one column of the chart at a time.
func (p *Pane) moveCursor(by int) {
	decades := math.Log10(model.HighestVolume / model.LowestVolume)
	ratio := math.Pow(10, decades/float64(max(20, p.layout.chart.W-12)))
	next := p.Volume() * math.Pow(ratio, float64(by))
	p.cursor = math.Max(model.LowestVolume, math.Min(model.HighestVolume, math.Round(next)))
}

// jump moves the cursor to the next or previous volume at which the cheaper
// one of two platforms changes.
func (p *Pane) jump(direction int) tea.Cmd {
	volumes := p.crossings()
	if direction < 0 {
		slices.Reverse(volumes)
	}
	for _, v := range volumes {
		if (v-p.Volume())*float64(direction) > 0 {
			p.cursor = v
			return nil
		}
	}
	if len(volumes) == 0 {
		return session.Say("no curves cross between 10K and 10B requests a month")
	}
	return session.Say("no crossover beyond this one; 0 goes back to today's volume")
}

// crossings returns the first and the sustained volume of every crossover,
// ascending.
func (p *Pane) crossings() []float64 {
	var volumes []float64
	for i := range p.Session.Result.Shown() {
		c := &p.Session.Result.Shown()[i]
		if first, ok := c.First(); ok {
			last, _ := c.Sustained()
			volumes = append(volumes, first, last)
		}
	}
	slices.Sort(volumes)
	return slices.Compact(volumes)
}

// Click chooses a slider or moves the cursor on the chart.
func (p *Pane) Click(x, y int) tea.Cmd {
	switch l := &p.layout; {
	case l.sliders.Inner().Contains(x, y):
		if i := y - l.sliders.Inner().Y; i < len(p.Sliders) {
			p.At = i
		}
	case l.chart.Inner().Contains(x, y):
		if v, ok := p.chart.volumeAt(x - l.chart.Inner().X); ok {
			p.cursor = v
		}
	}
	return nil
}

// Lines draws the chart on the left, sliders and table on the right, the
// sentences below the chart.
func (p *Pane) Lines() []string {
	l, s := &p.layout, p.Styles
	left := append(p.chartBox(l.chart.W, l.chart.H), kit.Block(p.sentences(l.words.W-2, l.words.H), l.words.W, l.words.H, s.Glyphs.Ellipsis)...)
	right := append(s.BoxIn(s.Accent, p.SlidersTitle(), p.SliderLines(l.sliders.W-2), l.sliders.W, l.sliders.H),
		s.Box(p.tableTitle(), p.tableLines(l.table.W-2), l.table.W, l.table.H)...)
	return kit.Beside(left, right)
}

// layout divides the lab:
//
//	┌ chart ──────────────┐┌ what if ─┐
//	│                     ││ sliders  │
//	│                     ││          │
//	│                     │└──────────┘
//	└─────────────────────┘┌ at 50M ──┐
//	 sentences             │ table    │
//	                       └──────────┘
//
// The table gets what the sliders leave; in a low window the sliders scroll. In
// a window of more than 112 columns it grows with the longest name of a
// platform, letter included, as long as the chart keeps 72. Odds of ranges take
// a line under the chart, and in a low window one more for their words.
type layout struct {
	w, h                         int
	chart, words, sliders, table kit.Rect
}

// layoutIn divides the third screen.
func layoutIn(w, h, sliders, platforms, name int, odds bool) layout {
	right := 40 + max(0, min(name-shortName, w-112))
	switch {
	case w < 76:
		right = 28
	case w < 100:
		right = 31
	}
	words := 4
	switch {
	case h >= 45:
		words = 7
	case h >= 30:
		words = 5
	case h < 18:
		words = 2
	case odds:
		words = 5
	}
	least := 9 // header, three platforms, the split, score and verdict
	if h < 18 {
		least = 7
	}
	// Further platforms take a line each, as long as the sliders keep a third.
	least = max(least, min(least+platforms-3, 2*h/3))
	table := max(least, min(11+platforms, h-sliders-2))
	left := w - right
	return layout{
		w: w, h: h,
		chart:   kit.Rect{X: 0, Y: 0, W: left, H: max(0, h-words)},
		words:   kit.Rect{X: 0, Y: max(0, h-words), W: left, H: min(h, words)},
		sliders: kit.Rect{X: left, Y: 0, W: right, H: max(0, h-table)},
		table:   kit.Rect{X: left, Y: max(0, h-table), W: right, H: min(h, table)},
	}
}
