// Package visible makes foreign text safe to print: what a terminal would act on
// is shown and not sent. It is the one place that knows which characters those
// are; whoever writes to a terminal or a file passes through it.
//
// A character is shown as <U+001B>, a byte that is no UTF-8 as <0x9B>. Both are
// plain ASCII, so that they are seen on every terminal.
package visible

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text makes a text of several lines safe: line breaks and tabs stay.
func Text(s string) string {
	return shown(s, layout, false)
}

// Line makes a text safe for one line: line breaks and tabs are shown too.
func Line(s string) string { return shown(s, never, false) }

// Styled makes a line that our own styles are in safe: sequences that only choose
// colours and weights stay.
func Styled(s string) string { return shown(s, never, true) }

// StyledText is Styled for a text of several lines.
func StyledText(s string) string {
	return shown(s, layout, true)
}

func never(rune) bool { return false }

func layout(r rune) bool { return r == '\n' || r == '\t' }

// JSON writes what a JSON encoder leaves as it is and a terminal would act on as
// escapes of JSON, so that the data stay the same.
func JSON(document string) string {
	i := first(document, false)
	if i < 0 {
		return document
	}
	var b strings.Builder
	b.WriteString(document[:i])
	for _, r := range document[i:] {
		switch {
		case !acts(r) || r == '\n' || r == '\t' || r == '\r':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// shown replaces all but what is kept, and our own styles where they are.
func shown(s string, keep func(rune) bool, styled bool) string {
	i := first(s, styled)
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:i])
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		style := 0
		if styled {
			style = StyleLength(s[i:])
		}
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "<0x%02X>", s[i])
		case style > 0:
			size = style
			b.WriteString(s[i : i+size])
		case !acts(r) || keep(r):
			b.WriteString(s[i : i+size])
		default:
			fmt.Fprintf(&b, "<U+%04X>", r)
		}
		i += size
	}
	return b.String()
}

// first returns where something stands that may have to be replaced, -1 where
// nothing does, as in most text and in the lines of most frames. Our own styles
// are passed over where they stay.
func first(s string, styled bool) int {
	for i := 0; i < len(s); {
		size := 1
		if c := s[i]; c < ' ' || c == 0x7f {
			if size = 0; styled {
				size = StyleLength(s[i:])
			}
			if size == 0 {
				return i
			}
		} else if c >= utf8.RuneSelf {
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); acts(r) || size == 1 {
				return i
			}
		}
		i += size
	}
	return -1
}

// acts reports whether a terminal, or what shows a file, does something on a
// character rather than draw it: controls of both sets, those of the direction of
// writing, and what breaks lines without looking like it.
func acts(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r <= 0x9f:
		return true
	case r < 0x80, r > '\u2069' && r < '\ufeff': // among them all that boxes and charts are made of
		return false
	case r == '\u2028', r == '\u2029', r == '\ufeff', r >= '\ufff9' && r <= '\ufffb':
		return true
	}
	return unicode.Is(unicode.Bidi_Control, r)
}

// StyleLength is the length of a sequence that only chooses a style, in bytes, 0
// where the text begins with anything else.
func StyleLength(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c < '0' || c > ';': // digits, colon and semicolon
			return 0
		}
	}
	return 0
}
