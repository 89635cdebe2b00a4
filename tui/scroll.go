package tui

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"
)

// scroller shows a part of a long text in a titled box.
type scroller struct {
	w, h, top, total int
}

func (s *scroller) resize(w, h int) { s.w, s.h = w, h; s.clamp() }

// page is the number of text lines in sight.
func (s *scroller) page() int { return max(1, s.h-2) }

func (s *scroller) clamp() { s.top = max(0, min(s.top, s.total-s.page())) }

// handle moves the text for an action and reports whether it was one of its.
func (s *scroller) handle(a Action) bool {
	switch a {
	case MoveUp:
		s.top--
	case MoveDown:
		s.top++
	case PageUp:
		s.top -= s.page()
	case PageDown:
		s.top += s.page()
	case First:
		s.top = 0
	case Last:
		s.top = s.total
	default:
		return false
	}
	s.clamp()
	return true
}

// setTotal tells how many lines the text has.
func (s *scroller) setTotal(n int) { s.total = n; s.clamp() }

// more says for a title how many lines of a list are above and below those in
// sight, "" where all are.
func (s *Styles) more(above, below int) string {
	text := ""
	if above > 0 {
		text += fmt.Sprintf(" %s %d", s.Glyphs.Up, above)
	}
	if below > 0 {
		text += fmt.Sprintf(" %s %d", s.Glyphs.Down, below)
	}
	if text == "" {
		return ""
	}
	return " ·" + text + " more"
}

// titled puts what more says behind a title, which is cut where there is no
// room for both in a box of w cells.
func (s *Styles) titled(title, more string, w int) string {
	return ansi.Truncate(title, max(0, w-4-ansi.StringWidth(more)), s.Glyphs.Ellipsis) + more
}

// window renders the lines in sight in a box whose title says how much is
// above and below. The caller has told setTotal.
func (s *scroller) window(styles *Styles, title string, lines []string) []string {
	top := max(0, min(s.top, len(lines)-s.page()))
	end := min(len(lines), top+s.page())
	if hidden := len(lines) - s.page(); hidden > 0 {
		title = fmt.Sprintf("%s · %d–%d of %d", title, top+1, end, len(lines))
	}
	return styles.box(title, lines[top:end], s.w, s.h)
}
