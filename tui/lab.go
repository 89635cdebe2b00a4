package tui

import (
	"math"
	"slices"
	"strings"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model"
)

// labPane is the live chart with its sliders: every change redraws all of it.
type labPane struct {
	*context
	sliderColumn
	layout labLayout
	cursor float64 // a volume under inspection, 0 for today's
	noOdds bool    // whether the odds of the ranges are hidden

	chart  chartCache
	strips labStrips
}

func newLabPane(ctx *context) *labPane {
	p := &labPane{context: ctx, sliderColumn: sliderColumn{context: ctx}}
	p.Refresh()
	return p
}

func (p *labPane) Scope() Scope { return ScopeLab }

func (p *labPane) SetSize(w, h int) {
	p.layout = layoutLab(w, h, len(p.sliders), len(p.session.Result.Billable()), p.longestName(), p.withOdds())
	p.inSight = p.layout.Sliders.H - 2
}

// Refresh takes up a change of the session.
func (p *labPane) Refresh() {
	p.component = min(p.component, len(p.session.Result.Resolved.Workload.Components)-1)
	p.sliders = p.allSliders()
	p.at = min(p.at, len(p.sliders)-1)
	p.SetSize(p.layout.W, p.layout.H)
}

// volume is the volume that the table and the sentence speak of.
func (p *labPane) volume() float64 {
	if p.cursor > 0 {
		return p.cursor
	}
	return p.session.Result.Volume()
}

// Handle acts on the lab's bindings.
func (p *labPane) Handle(a Action) (tea.Cmd, bool) {
	if cmd, ok := p.sliderColumn.Handle(a); ok {
		return cmd, true
	}
	switch a {
	case SeekValue:
		return p.seek(), true
	case CursorLeft:
		p.moveCursor(-1)
	case CursorRight:
		p.moveCursor(1)
	case CursorHome:
		p.cursor = 0
	case NextCrossing:
		return p.jump(1), true
	case PrevCrossing:
		return p.jump(-1), true
	case OpenBill:
		return openWindow(newBillWindow(p.context, p.volume())), true
	case PickPlatform:
		return openWindow(newPlatformsWindow(p.context, p.volume(), p.optionInHand())), true
	case ToggleStrips:
		return p.toggleStrips(), true
	case ToggleOdds:
		return p.toggleOdds(), true
	default:
		return nil, false
	}
	return nil, true
}

// optionInHand is the option that the chosen slider is about, and the first one
// where it is about none.
func (p *labPane) optionInHand() checklist.Option {
	if f := p.sliders[p.at].field; f != nil {
		for _, option := range checklist.Placeable {
			if strings.HasPrefix(f.Path, "platforms."+string(option)+".") {
				return option
			}
		}
	}
	return checklist.Placeable[0]
}

// moveCursor moves along the volumes, one column of the chart at a time.
func (p *labPane) moveCursor(by int) {
	decades := math.Log10(model.HighestVolume / model.LowestVolume)
	ratio := math.Pow(10, decades/float64(max(20, p.layout.Chart.W-12)))
	next := p.volume() * math.Pow(ratio, float64(by))
	p.cursor = math.Max(model.LowestVolume, math.Min(model.HighestVolume, math.Round(next)))
}

// jump moves the cursor to the next or previous volume at which the cheaper
// one of two platforms changes.
func (p *labPane) jump(direction int) tea.Cmd {
	volumes := p.crossings()
	if direction < 0 {
		slices.Reverse(volumes)
	}
	for _, v := range volumes {
		if (v-p.volume())*float64(direction) > 0 {
			p.cursor = v
			return nil
		}
	}
	if len(volumes) == 0 {
		return say("no curves cross between 10K and 10B requests a month")
	}
	return say("no crossover beyond this one; 0 goes back to today's volume")
}

// crossings returns the first and the sustained volume of every crossover,
// ascending.
func (p *labPane) crossings() []float64 {
	var volumes []float64
	for i := range p.session.Result.Shown() {
		c := &p.session.Result.Shown()[i]
		if first, ok := c.First(); ok {
			last, _ := c.Sustained()
			volumes = append(volumes, first, last)
		}
	}
	slices.Sort(volumes)
	return slices.Compact(volumes)
}

// Click chooses a slider or moves the cursor on the chart.
func (p *labPane) Click(x, y int) tea.Cmd {
	switch l := &p.layout; {
	case l.Sliders.Inner().Contains(x, y):
		if i := y - l.Sliders.Inner().Y; i < len(p.sliders) {
			p.at = i
		}
	case l.Chart.Inner().Contains(x, y):
		if v, ok := p.chart.volumeAt(x - l.Chart.Inner().X); ok {
			p.cursor = v
		}
	}
	return nil
}

// Lines draws the chart on the left, sliders and table on the right, the
// sentences below the chart.
func (p *labPane) Lines() []string {
	l, s := &p.layout, p.styles
	left := append(p.chartBox(l.Chart.W, l.Chart.H), block(p.sentences(l.Words.W-2, l.Words.H), l.Words.W, l.Words.H, s.Glyphs.Ellipsis)...)
	right := append(s.boxIn(s.Accent, p.slidersTitle(), p.sliderLines(l.Sliders.W-2), l.Sliders.W, l.Sliders.H),
		s.box(p.tableTitle(), p.tableLines(l.Table.W-2), l.Table.W, l.Table.H)...)
	return beside(left, right)
}

// labLayout divides the lab:
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
type labLayout struct {
	W, H                         int
	Chart, Words, Sliders, Table Rect
}

func layoutLab(w, h, sliders, platforms, name int, odds bool) labLayout {
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
	return labLayout{
		W: w, H: h,
		Chart:   Rect{0, 0, left, max(0, h-words)},
		Words:   Rect{0, max(0, h-words), left, min(h, words)},
		Sliders: Rect{left, 0, right, max(0, h-table)},
		Table:   Rect{left, max(0, h-table), right, min(h, table)},
	}
}
