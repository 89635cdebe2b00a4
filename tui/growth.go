package tui

import (
	"charm.land/bubbletea/v2"

	"runwhere/model/growth"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/study"
	"runwhere/tui/ask"
	"runwhere/tui/plot"
)

// growthWindow shows how the costs develop month by month: a chart, the three
// sliders that it depends on, and below them words and tables that scroll. All
// of it is worked out when the window opens and when the session, the size or
// the theme changes.
type growthWindow struct {
	*context
	whatIf  sliderColumn // what the months depend on
	layout  growthLayout
	key     growthKey
	outlook growth.Outlook
	drawn   []int // the lines that are on the chart
	raster  plot.Raster
	chart   []string
	facts   []string
	text    []string
	scroll  scroller
}

// growthKey is what the window was drawn from.
type growthKey struct {
	result *study.Study
	styles *Styles
	known  bool // whether the split at the horizon is
	w, h   int
}

func newGrowthWindow(ctx *context) *growthWindow {
	return &growthWindow{context: ctx, whatIf: sliderColumn{context: ctx}}
}

func (g *growthWindow) Scope() Scope { return ScopeGrowth }

func (g *growthWindow) SetSize(w, h int) {
	g.layout = layoutGrowth(w, h)
	g.whatIf.inSight = g.layout.Sliders.H - 2
	g.scroll.resize(g.layout.Text.W, g.layout.Text.H)
	g.Refresh()
}

// Restyle draws the window in the new colours.
func (g *growthWindow) Restyle() { g.Refresh() }

// Searches lists what the words say beside the months.
func (g *growthWindow) Searches() []*finding { return []*finding{searchHorizon} }

// Refresh works the months out and draws them if what they follow from has
// changed.
func (g *growthWindow) Refresh() {
	e := g.session.Result
	key := growthKey{e, g.styles, searchHorizon.known(e), g.layout.W, g.layout.H}
	if key == g.key {
		return
	}
	if e != g.key.result {
		g.outlook = growth.Of(e.Evaluation)
		g.whatIf.sliders = g.whatIf.growthSliders(&g.outlook)
	}
	g.key = key
	g.drawChart()
	g.facts = g.factLines(g.layout.Facts.W - 2)
	g.text = g.page(max(20, g.layout.Text.W-2))
	g.scroll.setTotal(len(g.text))
}

// Handle acts on the window's bindings.
func (g *growthWindow) Handle(a Action) (tea.Cmd, bool) {
	switch a {
	case Cancel, Quit, OpenGrowth:
		return closeWindow(), true
	case Exact:
		return g.exact(), true
	case MoveUp, MoveDown, Lower, Raise, LowerCoarse, RaiseCoarse, ClearValue:
		return g.whatIf.Handle(a)
	}
	return nil, g.scroll.handle(a)
}

// exact asks for the value of the chosen slider and comes back.
func (g *growthWindow) exact() tea.Cmd {
	s := g.whatIf.sliders[g.whatIf.at]
	p := newPrompt(g.context, s.label, s.about, s.plain,
		func(text string) (string, error) {
			if text == "" {
				return "empty: back to the default", nil
			}
			return g.meaning(s.set(text))
		},
		func(text string) tea.Cmd {
			change := s.clear
			if text != "" {
				change = func() (scenario.Scenario, error) { return s.set(text) }
			}
			return tea.Batch(openWindow(g), g.whatIf.change(change()))
		}).limited(ask.NumberLimit)
	return openWindow(&promptOver{p, g})
}

// meaning says what a scenario that was just typed would have.
func (g *growthWindow) meaning(next scenario.Scenario, err error) (string, error) {
	if err != nil {
		return "", err
	}
	value, ok := g.whatIf.sliders[g.whatIf.at].field.Value(&next, scenario.At{})
	if !ok {
		return "", nil
	}
	return "= " + quantity.FormatAmount(g.whatIf.sliders[g.whatIf.at].field.Kind, value.Amount), nil
}

// promptOver is a prompt that was opened from a window and goes back to it.
type promptOver struct {
	*prompt
	back pane
}

// Handle goes back to the window below where the prompt is left without a
// value.
func (p *promptOver) Handle(a Action) (tea.Cmd, bool) {
	if a == Cancel {
		return openWindow(p.back), true
	}
	return p.prompt.Handle(a)
}

// Click chooses a slider.
func (g *growthWindow) Click(x, y int) tea.Cmd {
	inner := g.layout.Sliders.Inner()
	if i := y - inner.Y; inner.Contains(x, y) && i < len(g.whatIf.sliders) {
		g.whatIf.at = i
	}
	return nil
}

// Lines joins what Refresh has drawn. The sliders alone are drawn here: which
// one is chosen changes without the session.
func (g *growthWindow) Lines() []string {
	l, s := &g.layout, g.styles
	right := s.boxIn(s.Accent, "What if (d = default)", g.whatIf.sliderLines(l.Sliders.W-2), l.Sliders.W, l.Sliders.H)
	if l.Facts.H > 0 {
		right = append(right, s.box("The cheapest", g.facts, l.Facts.W, l.Facts.H)...)
	}
	lines := beside(g.chart, right)
	return append(lines, g.scroll.window(s, "In words and in total · esc closes", g.text)...)
}

// growthLayout divides the window:
//
//	┌ chart ──────────────┐┌ what if ─┐
//	│                     ││ sliders  │
//	│                     │└──────────┘
//	│                     │┌ cheapest ┐
//	└─────────────────────┘└──────────┘
//	┌ words and tables ───────────────┐
//	└─────────────────────────────────┘
//
// In a low window the sliders take the whole right-hand side.
type growthLayout struct {
	W, H                        int
	Chart, Sliders, Facts, Text Rect
}

func layoutGrowth(w, h int) growthLayout {
	right := 40
	switch {
	case w < 76:
		right = 28
	case w < 100:
		right = 35
	}
	top := max(min(h, 7), h*11/20)
	sliders := top
	if top >= 9 {
		sliders = 5
	}
	left := max(0, w-right)
	return growthLayout{
		W: w, H: h,
		Chart:   Rect{0, 0, left, top},
		Sliders: Rect{left, 0, right, sliders},
		Facts:   Rect{left, sliders, right, top - sliders},
		Text:    Rect{0, top, w, h - top},
	}
}
