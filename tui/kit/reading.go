package kit

import (
	"charm.land/bubbletea/v2"

	"runwhere/model/guide"
	"runwhere/model/study"
	"runwhere/tui/keys"
)

// ReadingWindow is a long text over the lab that scrolls. Its text is written
// when the window opens and when the session, the size or the theme changes.
type ReadingWindow struct {
	*Context
	Title  string
	Opens  keys.Action // the key that opened the window closes it too
	Write  func(*Styles, *study.Study, int) []string
	Scroll Scroller
	key    readingKey
	Text   []string
}

// readingKey is what the text was written from.
type readingKey struct {
	result *study.Study
	styles *Styles
	w      int
}

func (r *ReadingWindow) Scope() keys.Scope { return keys.ScopeReading }

func (r *ReadingWindow) SetSize(w, h int) {
	r.Scroll.Resize(w, h)
	r.Refresh()
}

// Refresh writes the text anew if what it was written from has changed.
func (r *ReadingWindow) Refresh() {
	key := readingKey{r.Session.Result, r.Styles, r.Scroll.W}
	if key == r.key {
		return
	}
	if key.result != r.key.result {
		r.Scroll.Top = 0
	}
	r.key, r.Text = key, r.Write(r.Styles, r.Session.Result, max(20, r.Scroll.W-2))
	r.Scroll.SetTotal(len(r.Text))
}

// Restyle writes the text in the new colours.
func (r *ReadingWindow) Restyle() { r.Refresh() }

func (r *ReadingWindow) Handle(a keys.Action) (tea.Cmd, bool) {
	switch a {
	case keys.Cancel, keys.Quit, r.Opens:
		return CloseWindow(), true
	}
	return nil, r.Scroll.Handle(a)
}

func (r *ReadingWindow) Lines() []string { return r.Scroll.Window(r.Styles, r.Title, r.Text) }

// Paragraph wraps a text behind an indent.
func (s *Styles) Paragraph(ink Style, text string, by, w int) []string {
	lines := s.Indent(ink, text, w-by+1)
	for i := range lines {
		lines[i] = Spaces(by-1) + lines[i]
	}
	return lines
}

// Facts lists facts, each with its source and date below it.
func (s *Styles) Facts(facts []guide.Fact, by, w int) []string {
	var lines []string
	for _, f := range facts {
		lines = append(lines, s.Paragraph(s.Text, f.Text, by, w)...)
		lines = append(lines, s.Paragraph(s.Muted, SourceOf(f.Source, f.AsOf), by, w)...)
	}
	return lines
}

// SourceOf names a source with its date, where it has one.
func SourceOf(source, asOf string) string {
	if asOf == "" {
		return "source " + source
	}
	return "source " + source + " · as of " + asOf
}
