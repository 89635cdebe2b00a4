package kit

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"runwhere/model/visible"
)

// Width is how many cells a line takes, its styles left out. What the screens are
// made of is counted at a glance: letters of ASCII, signs of boxes and charts, and
// the sequences that choose a colour. Only a line with other characters, which may
// be wide or join with their neighbours, is taken apart into clusters.
func Width(line string) int {
	width := 0
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c >= ' ' && c < 0x7f:
			width++
			i++
		case c == '\x1b':
			n := visible.StyleLength(line[i:])
			if n == 0 {
				return ansi.StringWidth(line)
			}
			i += n
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(line[i:])
			if !narrow(r) {
				return ansi.StringWidth(line)
			}
			width++
			i += n
		default:
			return ansi.StringWidth(line)
		}
	}
	return width
}

// narrow reports whether a sign takes one cell whatever is beside it: dashes,
// quotes, the lines and blocks of boxes, braille, and the few of Latin-1 in use.
// What follows such a sign may still change it, and is no such sign itself.
func narrow(r rune) bool {
	switch {
	case r >= '\u2500' && r <= '\u259f', r >= '\u2800' && r <= '\u28ff', r >= '\u2010' && r <= '\u2026':
		return true
	}
	switch r {
	case '·', '×', '÷', '\u00a0', '●', '○', '▸', '◆', '✗', '−', '≤', '≥', '≈':
		return true
	}
	return false
}
