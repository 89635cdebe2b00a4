package tui

import (
	"fmt"
	"math"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/model/quantity"
	"runwhere/model/study"
)

// splitPage is a long text over the split screen that scrolls. It is written
// when it opens and when what it was written from changes.
type splitPage struct {
	*context
	title  string
	write  func(w int) []string
	about  []*finding // what it is about beside the placement
	scroll scroller
	key    splitPageKey
	lines  []string
}

type splitPageKey struct {
	result *study.Study
	hand   *hand
	styles *Styles
	known  bool // whether all that it is about is
	w      int
}

func (p *splitPage) Scope() Scope { return ScopeSplitPage }

func (p *splitPage) SetSize(w, h int) {
	p.scroll.resize(w, h)
	p.Refresh()
}

// Refresh writes the text anew if what it was written from has changed.
func (p *splitPage) Refresh() {
	known := !slices.ContainsFunc(p.about, func(s *finding) bool { return !s.known(p.session.Result) })
	key := splitPageKey{p.session.Result, p.session.hand, p.styles, known, p.scroll.w}
	if key == p.key {
		return
	}
	if key.result != p.key.result || key.hand != p.key.hand {
		p.scroll.top = 0
	}
	p.key, p.lines = key, p.write(max(20, p.scroll.w-2))
	p.scroll.setTotal(len(p.lines))
}

// Restyle writes the text in the new colours.
func (p *splitPage) Restyle() { p.Refresh() }

// Searches lists what the page is about.
func (p *splitPage) Searches() []*finding { return p.about }

// Handle acts on the page's bindings.
func (p *splitPage) Handle(a Action) (tea.Cmd, bool) {
	if a == Cancel || a == Quit {
		return closeWindow(), true
	}
	return nil, p.scroll.handle(a)
}

// Lines draws the part in sight.
func (p *splitPage) Lines() []string { return p.scroll.window(p.styles, p.title, p.lines) }

// newPatternWindow lists where the framework's pattern differs from the optimum
// and why.
func newPatternWindow(ctx *context) *splitPage {
	p := &splitPage{context: ctx, title: "The framework's pattern · esc closes"}
	p.write = p.pattern
	return p
}

func (p *splitPage) pattern(w int) []string {
	s, pattern := p.styles, p.session.Result.Pattern()
	t := &pageWriter{styles: s, w: w}
	t.blank()
	total := len(pattern.Rules)
	text := fmt.Sprintf("The framework's pattern agrees with the optimum on %d of %s", pattern.Shared(), counted(total, "component"))
	switch {
	case pattern.Follows():
		text = fmt.Sprintf("The optimum is the framework's pattern: they place %s likewise, so nothing is taken in hand", counted(total, "component"))
	case math.IsInf(pattern.More, 1):
		text += ", and it cannot run"
	case pattern.More < cent:
		text += ", and costs the same: it is the placement in hand now"
	default:
		text += fmt.Sprintf(", and costs %s a month more: %s instead of %s. It is the placement in hand now", quantity.Money(pattern.More),
			quantity.Money(pattern.Split.USD), quantity.Money(p.session.Result.Split.USD))
	}
	t.text(s.Strong, text+".")
	if p.session.hand != nil {
		t.text(s.Muted, "esc shows it on the split screen; o there goes back to the optimum, X pins it, u takes this back.")
	}
	if len(pattern.Differences) > 0 {
		t.heading(fmt.Sprintf("Where they differ: %s", counted(len(pattern.Differences), "component")))
	}
	for _, d := range pattern.Differences {
		t.bullet(s.Glyphs.Dot, s.Text, fmt.Sprintf("%s; moving it alone: %s", d.Why, signed(d.Moving)))
	}
	if len(pattern.Exceptions) > 0 {
		t.heading(fmt.Sprintf("What cannot be where the pattern wants it: %s", counted(len(pattern.Exceptions), "component")))
	}
	for _, x := range pattern.Exceptions {
		t.bullet(s.Glyphs.Cross, s.Warn, x.Why)
	}
	t.heading("The rule that places each component")
	for i, rule := range pattern.Rules {
		c := &pattern.Split.Placements[i]
		t.text(s.Text, fmt.Sprintf("%s on %s: %s", c.Component, orNowhere(c.Option), rule))
	}
	return t.lines
}
