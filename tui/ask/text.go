package ask

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/model/visible"
)

// narrowest is the least width that is handed to huh. Below it rows are laid
// out at this width and cut, since huh wraps and pads oddly in a few columns.
const narrowest = 14

// clean makes text from a file or a network safe to draw on one line: line breaks
// are spaces, and what a terminal would act on is shown.
func clean(s string) string {
	if !plainASCII(s) {
		s = visible.Line(oneLine.Replace(s))
	}
	return strings.TrimSpace(s)
}

// oneLine makes spaces of line breaks and tabs, and leaves out the character that
// makes a sign an emoji, which terminals draw in different widths.
var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ", "\uFE0F", "")

// plainASCII tells that a text has nothing that clean would have to change.
func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Wrap breaks plain or styled text into lines of at most width cells, none where
// there is no room.
func Wrap(text string, width int) []string {
	if width <= 0 {
		return nil
	}
	lines := strings.Split(ansi.Wrap(text, width, ""), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return lines
}

// wrap is Wrap at a width of one cell at least; an empty text has no lines.
func wrap(s string, width int) []string {
	if s == "" {
		return nil
	}
	return Wrap(s, max(width, 1))
}

// shorten keeps the first n lines and marks the last one where lines are lost.
func shorten(lines []string, n, width int) []string {
	if len(lines) <= n {
		return lines
	}
	if n <= 0 {
		return nil
	}
	kept := append([]string(nil), lines[:n]...)
	kept[n-1] = ansi.Truncate(kept[n-1]+" …", max(width, 1), "…")
	return kept
}

// clip joins lines into a block of at most width × height cells without
// trailing spaces. A block without room is empty.
func clip(lines []string, width, height int) string {
	if width < 1 || height < 1 {
		return ""
	}
	var b strings.Builder
	for i, line := range lines {
		if i == height {
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		line = strings.TrimRight(line, " ")
		if len(line) > width {
			line = ansi.Truncate(line, width, "…")
		}
		b.WriteString(line)
	}
	return b.String()
}
