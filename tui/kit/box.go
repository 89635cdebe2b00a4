package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/tui/ask"
)

// Rect is a rectangle of cells.
type Rect struct{ X, Y, W, H int }

// Contains reports whether a cell lies in the rectangle.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Inner is what a box drawn on the rectangle leaves for its content.
func (r Rect) Inner() Rect { return Rect{r.X + 1, r.Y + 1, max(0, r.W-2), max(0, r.H-2)} }

// Fit cuts or pads a styled line to exactly w cells.
func Fit(line string, w int, ellipsis string) string {
	if w <= 0 {
		return ""
	}
	width := Width(line)
	if width > w {
		line = ansi.Truncate(line, w, ellipsis)
		width = Width(line)
	}
	return line + strings.Repeat(" ", w-width)
}

// Block cuts or pads lines to exactly w × h cells.
func Block(lines []string, w, h int, ellipsis string) []string {
	out := make([]string, h)
	for i := range out {
		if i < len(lines) {
			out[i] = Fit(lines[i], w, ellipsis)
		} else {
			out[i] = strings.Repeat(" ", max(0, w))
		}
	}
	return out
}

// Box draws a titled frame of w × h cells around lines.
func (s *Styles) Box(title string, lines []string, w, h int) []string {
	return s.BoxIn(s.Border, title, lines, w, h)
}

// BoxIn draws the frame in a style of its own, such as that of the focus.
func (s *Styles) BoxIn(ink Style, title string, lines []string, w, h int) []string {
	if w < 2 || h < 2 {
		return Block(lines, w, h, s.Glyphs.Ellipsis)
	}
	g := &s.Glyphs
	head := ""
	if title != "" {
		head = " " + ansi.Truncate(title, max(0, w-4), g.Ellipsis) + " "
	}
	rest := max(0, w-2-Width(head))
	out := make([]string, 0, h)
	out = append(out, ink.Render(g.TopLeft)+s.Title.Render(head)+ink.Render(strings.Repeat(g.Horizontal, rest)+g.TopRight))
	side := ink.Render(g.Vertical)
	for _, line := range Block(lines, w-2, h-2, g.Ellipsis) {
		out = append(out, side+line+side)
	}
	return append(out, ink.Render(g.BottomLeft+strings.Repeat(g.Horizontal, w-2)+g.BottomRight))
}

// Beside joins blocks of equal height line by line. Their widths are known, so
// nothing is measured again.
func Beside(blocks ...[]string) []string {
	out := make([]string, len(blocks[0]))
	var b strings.Builder
	for i := range out {
		b.Reset()
		for _, lines := range blocks {
			if i < len(lines) {
				b.WriteString(lines[i])
			}
		}
		out[i] = b.String()
	}
	return out
}

// Wrap breaks plain or styled text into lines of at most w cells.
func Wrap(text string, w int) []string { return ask.Wrap(text, w) }
