package kit

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"runwhere/tui/keys"
)

// Scroller shows a part of a long text in a titled box.
type Scroller struct {
	W, H, Top, total int
}

// Resize tells the cells that there are.
func (s *Scroller) Resize(w, h int) { s.W, s.H = w, h; s.Clamp() }

// page is the number of text lines in sight.
func (s *Scroller) page() int { return max(1, s.H-2) }

// Clamp keeps what is in sight within the lines.
func (s *Scroller) Clamp() { s.Top = max(0, min(s.Top, s.total-s.page())) }

// Handle moves the text for an action and reports whether it was one of its.
func (s *Scroller) Handle(a keys.Action) (moved bool) {
	s.Top, moved = keys.Walk(s.Top, s.total-s.page()+1, s.page(), a)
	return moved
}

// SetTotal tells how many lines the text has.
func (s *Scroller) SetTotal(n int) { s.total = n; s.Clamp() }

// More says for a title how many lines of a list are above and below those in
// sight, "" where all are.
func (s *Styles) More(above, below int) string {
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

// Titled puts what more says behind a title, which is cut where there is no
// room for both in a box of w cells.
func (s *Styles) Titled(title, more string, w int) string {
	return ansi.Truncate(title, max(0, w-4-Width(more)), s.Glyphs.Ellipsis) + more
}

// Window renders the lines in sight in a box whose title says how much is
// above and below. The caller has told setTotal.
func (s *Scroller) Window(styles *Styles, title string, lines []string) []string {
	top := max(0, min(s.Top, len(lines)-s.page()))
	end := min(len(lines), top+s.page())
	if hidden := len(lines) - s.page(); hidden > 0 {
		title = fmt.Sprintf("%s · %d–%d of %d", title, top+1, end, len(lines))
	}
	return styles.Box(title, lines[top:end], s.W, s.H)
}
