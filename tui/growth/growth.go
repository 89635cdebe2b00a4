package growth

import (
	"charm.land/bubbletea/v2"

	"runwhere/model/growth"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/study"
	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/plot"
	"runwhere/tui/session"
	"runwhere/tui/slider"
)

// Window shows how the costs develop month by month: a chart, the three
// sliders that it depends on, and below them words and tables that scroll. All
// of it is worked out when the window opens and when the session, the size or
// the theme changes.
type Window struct {
	*kit.Context
	WhatIf  slider.Column // what the months depend on
	layout  layout
	key     key
	Outlook growth.Outlook
	drawn   []int // the lines that are on the chart
	raster  plot.Raster
	chart   []string
	facts   []string
	Text    []string
	scroll  kit.Scroller
}

// key is what the window was drawn from.
type key struct {
	result *study.Study
	styles *kit.Styles
	known  bool // whether the split at the horizon is
	w, h   int
}

// NewWindow makes the window of the months ahead.
func NewWindow(ctx *kit.Context) *Window {
	return &Window{Context: ctx, WhatIf: slider.Column{Context: ctx}}
}

func (g *Window) Scope() keys.Scope { return keys.ScopeGrowth }

func (g *Window) SetSize(w, h int) {
	g.layout = layoutIn(w, h)
	g.WhatIf.InSight = g.layout.sliders.H - 2
	g.scroll.Resize(g.layout.text.W, g.layout.text.H)
	g.Refresh()
}

// Restyle draws the window in the new colours.
func (g *Window) Restyle() { g.Refresh() }

// Searches lists what the words say beside the months.
func (g *Window) Searches() []*session.Finding {
	return []*session.Finding{session.SearchHorizon}
}

// Refresh works the months out and draws them if what they follow from has
// changed.
func (g *Window) Refresh() {
	e := g.Session.Result
	key := key{e, g.Styles, session.SearchHorizon.Known(e), g.layout.w, g.layout.h}
	if key == g.key {
		return
	}
	if e != g.key.result {
		g.Outlook = growth.Of(e.Evaluation)
		g.WhatIf.Sliders = growthSliders(&g.WhatIf, &g.Outlook)
	}
	g.key = key
	g.drawChart()
	g.facts = g.factLines(g.layout.facts.W - 2)
	g.Text = g.page(max(20, g.layout.text.W-2))
	g.scroll.SetTotal(len(g.Text))
}

// Handle acts on the window's bindings.
func (g *Window) Handle(a keys.Action) (tea.Cmd, bool) {
	switch a {
	case keys.Cancel, keys.Quit, keys.OpenGrowth:
		return kit.CloseWindow(), true
	case keys.Exact:
		return g.exact(), true
	case keys.MoveUp, keys.MoveDown, keys.Lower, keys.Raise, keys.LowerCoarse, keys.RaiseCoarse, keys.ClearValue:
		return g.WhatIf.Handle(a)
	}
	return nil, g.scroll.Handle(a)
}

// exact asks for the value of the chosen slider and comes back.
func (g *Window) exact() tea.Cmd {
	s := g.WhatIf.Sliders[g.WhatIf.At]
	p := kit.NewPrompt(g.Context, s.Label, s.About(), s.Plain,
		func(text string) (string, error) {
			if text == "" {
				return "empty: back to the default", nil
			}
			return g.meaning(s.Set(text))
		},
		func(text string) tea.Cmd {
			change := s.Clear
			if text != "" {
				change = func() (scenario.Scenario, error) { return s.Set(text) }
			}
			return tea.Batch(kit.OpenWindow(g), g.WhatIf.Change(change()))
		}).Limited(ask.NumberLimit)
	return kit.OpenWindow(&PromptOver{p, g})
}

// meaning says what a scenario that was just typed would have.
func (g *Window) meaning(next scenario.Scenario, err error) (string, error) {
	if err != nil {
		return "", err
	}
	value, ok := g.WhatIf.Sliders[g.WhatIf.At].Field.Value(&next, scenario.At{})
	if !ok {
		return "", nil
	}
	return "= " + quantity.FormatAmount(g.WhatIf.Sliders[g.WhatIf.At].Field.Kind, value.Amount), nil
}

// PromptOver is a prompt that was opened from a window and goes back to it.
type PromptOver struct {
	*kit.Prompt
	back kit.Pane
}

// Handle goes back to the window below where the prompt is left without a
// value.
func (p *PromptOver) Handle(a keys.Action) (tea.Cmd, bool) {
	if a == keys.Cancel {
		return kit.OpenWindow(p.back), true
	}
	return p.Prompt.Handle(a)
}

// Click chooses a slider.
func (g *Window) Click(x, y int) tea.Cmd {
	inner := g.layout.sliders.Inner()
	if i := y - inner.Y; inner.Contains(x, y) && i < len(g.WhatIf.Sliders) {
		g.WhatIf.At = i
	}
	return nil
}

// Lines joins what Refresh has drawn. The sliders alone are drawn here: which
// one is chosen changes without the session.
func (g *Window) Lines() []string {
	l, s := &g.layout, g.Styles
	right := s.BoxIn(s.Accent, "What if (d = default)", g.WhatIf.SliderLines(l.sliders.W-2), l.sliders.W, l.sliders.H)
	if l.facts.H > 0 {
		right = append(right, s.Box("The cheapest", g.facts, l.facts.W, l.facts.H)...)
	}
	lines := kit.Beside(g.chart, right)
	return append(lines, g.scroll.Window(s, "In words and in total · esc closes", g.Text)...)
}

// layout divides the window:
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
type layout struct {
	w, h                        int
	chart, sliders, facts, text kit.Rect
}

func layoutIn(w, h int) layout {
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
	return layout{
		w: w, h: h,
		chart:   kit.Rect{X: 0, Y: 0, W: left, H: top},
		sliders: kit.Rect{X: left, Y: 0, W: right, H: sliders},
		facts:   kit.Rect{X: left, Y: sliders, W: right, H: top - sliders},
		text:    kit.Rect{X: 0, Y: top, W: w, H: h - top},
	}
}
