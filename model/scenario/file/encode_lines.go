package file

import (
	"strings"
)

// byteOrderMark may be before a text and is no part of it.
const byteOrderMark = "\ufeff"

// lineBreaks are what ends a line to the YAML parser, the longer before what
// they begin with: as in YAML 1.1 that is also next line, line separator and
// paragraph separator.
var lineBreaks = []string{"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"}

// breakOf returns the line break that a text begins with, "" for none.
func breakOf(text string) string {
	for _, b := range lineBreaks {
		if strings.HasPrefix(text, b) {
			return b
		}
	}
	return ""
}

// fileLines cuts a text into lines where the YAML parser does, so that its line
// numbers are ours. Each keeps the break that ends it.
func fileLines(text string) []string {
	var lines []string
	start := 0
	for i := 0; i < len(text); {
		b := breakOf(text[i:])
		if b == "" {
			i++
			continue
		}
		i += len(b)
		lines = append(lines, text[start:i])
		start = i
	}
	if start < len(text) {
		lines = append(lines, text[start:])
	}
	return lines
}

// withoutBreak returns a line without the break at its end, and that break.
func withoutBreak(line string) (text, end string) {
	for _, b := range lineBreaks {
		if before, ok := strings.CutSuffix(line, b); ok {
			return before, b
		}
	}
	return line, ""
}

// ownBreak returns the break that most lines end with, the first of those in
// the file where several are as frequent: new lines get it.
func ownBreak(lines []string) string {
	count := map[string]int{}
	for _, l := range lines {
		_, end := withoutBreak(l)
		count[end]++
	}
	own := "\n"
	for most, i := 0, 0; i < len(lines); i++ {
		if _, end := withoutBreak(lines[i]); end != "" && count[end] > most {
			own, most = end, count[end]
		}
	}
	return own
}

// joined makes a file of lines: those that have no break of their own, being
// new or the last of the original, end with the given one.
func joined(lines []string, newline string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l)
		if _, end := withoutBreak(l); end == "" {
			b.WriteString(newline)
		}
	}
	return b.String()
}
