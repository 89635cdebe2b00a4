package doc

import (
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// pageWidth is the number of cells of a line of text.
const pageWidth = 80

// page collects lines of plain text, those of a section indented.
type page struct {
	b      strings.Builder
	indent string
}

func (p *page) line(parts ...string) {
	line := strings.TrimRight(strings.Join(parts, ""), " ")
	for displaywidth.String(line) > pageWidth { // as that of a name of a hundred characters is
		head := displaywidth.TruncateString(line, pageWidth, "")
		p.b.WriteString(head + "\n")
		line = strings.TrimPrefix(line, head)
	}
	p.b.WriteString(line + "\n")
}

// text writes a paragraph behind a lead, its further lines indented below the
// lead's end.
func (p *page) text(lead, text string) {
	indent := strings.Repeat(" ", displaywidth.String(lead))
	for i, line := range wrap(text, pageWidth-len(indent)) {
		if i > 0 {
			lead = indent
		}
		p.line(lead, line)
	}
}

// wrap breaks a text at spaces into lines of at most width cells; a longer
// word has a line of its own, and an address is broken behind its slashes.
func wrap(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range breakable(text, width) {
		w := displaywidth.String(word)
		if used > 0 && used+1+w > width {
			lines = append(lines, line)
			line, used = "", 0
		}
		if used > 0 {
			line += " "
			used++
		}
		line += word
		used += w
	}
	if used > 0 || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// breakable returns the words of a text, those that no line takes cut behind
// the last slash that one does.
func breakable(text string, width int) []string {
	words := strings.Fields(text)
	for i := 0; i < len(words); i++ {
		if at := strings.LastIndexByte(words[i][:min(width, len(words[i]))], '/'); len(words[i]) > width && at > len("https://") {
			words = slices.Insert(words, i+1, words[i][at+1:])
			words[i] = words[i][:at+1]
		}
	}
	return words
}

// Cut shortens a name to a width in cells.
func Cut(s string, width int) string {
	if displaywidth.String(s) > width {
		return displaywidth.TruncateString(s, width, "…")
	}
	return s
}

// left pads a text to a width in cells; a longer one is cut off.
func left(s string, width int) string {
	s = Cut(s, width)
	return s + strings.Repeat(" ", width-displaywidth.String(s))
}

// right pads a text to a width in cells from the left.
func right(s string, width int) string {
	return strings.Repeat(" ", max(0, width-displaywidth.String(s))) + s
}
