package kit

import (
	"strings"
)

// asciiSigns says which sign of one cell stands for another one where a
// terminal has only ASCII.
var asciiSigns = map[rune]byte{
	'·': '-', '•': '*', '●': '*', '○': 'o', '◆': '*', '›': '>', '▸': '>', '–': '-', '—': '-', '−': '-',
	'×': 'x', '÷': '/', '≈': '~', '≤': '<', '≥': '>', '…': '~', '✓': 'y', '✗': 'x', '█': '#', '░': '.',
	'←': '<', '→': '>', '↑': '^', '↓': 'v', '│': '|', '─': '-', '“': '"', '”': '"', '‘': '\'', '’': '\'', 'µ': 'u',
}

// SevenBit replaces, for a terminal that has only ASCII, every other sign by
// one of the same width. Names that a person gave are not spared: a terminal
// without the signs could only tear the line.
func (s *Styles) SevenBit(lines []string) []string {
	if s.Glyphs.Dash != "-" {
		return lines
	}
	for i, line := range lines {
		lines[i] = sevenBitLine(line)
	}
	return lines
}

// SevenBit writes a text in ASCII, its signs in words where that takes more than
// one cell.
func SevenBit(text string) string { return sevenBitLine(inASCII.Replace(text)) }

// inASCII writes signs that an ASCII terminal lacks as one would type them.
var inASCII = strings.NewReplacer("·", "-", "–", "-", "—", "-", "×", "x", "…", "...", "⌈", "ceil(", "⌉", ")", "÷", "/", "≥", ">=", "≤", "<=")

func sevenBitLine(line string) string {
	if strings.IndexFunc(line, func(r rune) bool { return r > '~' }) < 0 {
		return line
	}
	var b strings.Builder
	width := Width(line)
	for _, r := range line {
		switch sign, ok := asciiSigns[r]; {
		case r <= '~':
			b.WriteRune(r)
		case ok:
			b.WriteByte(sign)
		default:
			b.WriteString(strings.Repeat("?", Width(string(r))))
		}
	}
	return Fit(b.String(), width, "~")
}
