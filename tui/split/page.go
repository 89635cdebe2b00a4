package split

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"runwhere/model/report"
	"runwhere/model/report/doc"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// Page is a long text over the split screen that scrolls. It is written
// when it opens and when what it was written from changes.
type Page struct {
	*kit.Context
	title  string
	write  func(w int) []string
	about  []*session.Finding // what it is about beside the placement
	Scroll kit.Scroller
	key    pageKey
	lines  []string
}

type pageKey struct {
	result *study.Study
	hand   *session.Hand
	styles *kit.Styles
	known  bool // whether all that it is about is
	w      int
}

func (p *Page) Scope() keys.Scope { return keys.ScopeSplitPage }

func (p *Page) SetSize(w, h int) {
	p.Scroll.Resize(w, h)
	p.Refresh()
}

// Refresh writes the text anew if what it was written from has changed.
func (p *Page) Refresh() {
	known := !slices.ContainsFunc(p.about, func(s *session.Finding) bool { return !s.Known(p.Session.Result) })
	key := pageKey{p.Session.Result, p.Session.Hand, p.Styles, known, p.Scroll.W}
	if key == p.key {
		return
	}
	if key.result != p.key.result || key.hand != p.key.hand {
		p.Scroll.Top = 0
	}
	p.key, p.lines = key, p.write(max(20, p.Scroll.W-2))
	p.Scroll.SetTotal(len(p.lines))
}

// Restyle writes the text in the new colours.
func (p *Page) Restyle() { p.Refresh() }

// Searches lists what the page is about.
func (p *Page) Searches() []*session.Finding { return p.about }

// Handle acts on the page's bindings.
func (p *Page) Handle(a keys.Action) (tea.Cmd, bool) {
	if a == keys.Cancel || a == keys.Quit {
		return kit.CloseWindow(), true
	}
	return nil, p.Scroll.Handle(a)
}

// Lines draws the part in sight.
func (p *Page) Lines() []string { return p.Scroll.Window(p.Styles, p.title, p.lines) }

// newPatternWindow lists where the framework's pattern differs from the optimum
// and why.
func newPatternWindow(ctx *kit.Context) *Page {
	p := &Page{Context: ctx, title: "The framework's pattern · esc closes"}
	p.write = p.pattern
	return p
}

func (p *Page) pattern(w int) []string {
	s, pattern := p.Styles, p.Session.Result.Pattern()
	t := &kit.PageWriter{Styles: s, W: w}
	t.Blank()
	said := pattern.Sentence(&p.Session.Result.Split)
	if p.Session.Hand != nil {
		said += " It is the placement in hand now."
	}
	t.Text(s.Strong, said)
	if p.Session.Hand != nil {
		t.Text(s.Muted, "esc shows it on the split screen; o there goes back to the optimum, X pins it, u takes this back.")
	}
	d := doc.New()
	report.Pattern(d, p.Session.Result.Evaluation)
	t.Document(d, doc.Full)
	return t.Lines
}
