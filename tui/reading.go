package tui

import (
	"charm.land/bubbletea/v2"

	"runwhere/model/guide"
	"runwhere/model/study"
)

// readingWindow is a long text over the lab that scrolls. Its text is written
// when the window opens and when the session, the size or the theme changes.
type readingWindow struct {
	*context
	title  string
	opens  Action // the key that opened the window closes it too
	write  func(*Styles, *study.Study, int) []string
	scroll scroller
	key    readingKey
	lines  []string
}

// readingKey is what the text was written from.
type readingKey struct {
	result *study.Study
	styles *Styles
	w      int
}

func (r *readingWindow) Scope() Scope { return ScopeReading }

func (r *readingWindow) SetSize(w, h int) {
	r.scroll.resize(w, h)
	r.Refresh()
}

// Refresh writes the text anew if what it was written from has changed.
func (r *readingWindow) Refresh() {
	key := readingKey{r.session.Result, r.styles, r.scroll.w}
	if key == r.key {
		return
	}
	if key.result != r.key.result {
		r.scroll.top = 0
	}
	r.key, r.lines = key, r.write(r.styles, r.session.Result, max(20, r.scroll.w-2))
	r.scroll.setTotal(len(r.lines))
}

// Restyle writes the text in the new colours.
func (r *readingWindow) Restyle() { r.Refresh() }

func (r *readingWindow) Handle(a Action) (tea.Cmd, bool) {
	switch a {
	case Cancel, Quit, r.opens:
		return closeWindow(), true
	}
	return nil, r.scroll.handle(a)
}

func (r *readingWindow) Lines() []string { return r.scroll.window(r.styles, r.title, r.lines) }

// paragraph wraps a text behind an indent.
func (s *Styles) paragraph(ink interface{ Render(...string) string }, text string, by, w int) []string {
	lines := s.indent(ink, text, w-by+1)
	for i := range lines {
		lines[i] = spaces(by-1) + lines[i]
	}
	return lines
}

// facts lists facts, each with its source and date below it.
func (s *Styles) facts(facts []guide.Fact, by, w int) []string {
	var lines []string
	for _, f := range facts {
		lines = append(lines, s.paragraph(s.Text, f.Text, by, w)...)
		lines = append(lines, s.paragraph(s.Muted, sourceOf(f.Source, f.AsOf), by, w)...)
	}
	return lines
}

func sourceOf(source, asOf string) string {
	if asOf == "" {
		return "source " + source
	}
	return "source " + source + " · as of " + asOf
}
