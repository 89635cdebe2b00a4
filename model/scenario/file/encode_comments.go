package file

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// comments returns the comments in the lines from first to last, each on a
// line of its own and without its break.
func (p *patch) comments(first, last int, indent string) []string {
	var out []string
	for l := first; l <= last; l++ {
		text, _ := withoutBreak(p.lines[l])
		if c := commentIn(text[min(p.quoted[l], len(text)):]); c != "" {
			out = append(out, indent+c)
		}
	}
	return out
}

// findQuoted notes what quoted texts that go over several lines take of the
// lines behind their first: no comment begins in there.
func (p *patch) findQuoted(n *yaml.Node) {
	for _, c := range n.Content {
		p.findQuoted(c)
	}
	quote := byte(0)
	switch {
	case n.Kind != yaml.ScalarNode || n.Line < 1 || n.Line > len(p.lines):
		return
	case n.Style&yaml.DoubleQuotedStyle != 0:
		quote = '"'
	case n.Style&yaml.SingleQuotedStyle != 0:
		quote = '\''
	default:
		return
	}
	line := n.Line - 1
	for from := byteColumn(p.lines[line], n.Column) + 1; line < len(p.lines); line++ {
		end := closingQuote(p.lines[line], from, quote)
		if line >= n.Line {
			p.quoted[line] = end
		}
		if end <= len(p.lines[line]) {
			return
		}
		from = 0
	}
}

// closingQuote returns the offset behind the quote that closes a text, more
// than the line has where the text goes on.
func closingQuote(line string, from int, quote byte) int {
	for i := from; i < len(line); i++ {
		switch {
		case quote == '"' && line[i] == '\\':
			i++
		case line[i] != quote:
		case quote == '\'' && i+1 < len(line) && line[i+1] == quote:
			i++ // Two quotes are one in the text.
		default:
			return i + 1
		}
	}
	return len(line) + 1
}

// commentIn returns the comment at the end of a line, "" where there is none. A
// quote opens a quoted text only where a value can begin.
func commentIn(line string) string {
	var quote, before byte = 0, ':'
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case quote == '"' && c == '\\':
			i++
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
		case c == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return line[i:]
		case (c == '"' || c == '\'') && strings.IndexByte(":,[{-", before) >= 0:
			quote = c
		}
		if c != ' ' && c != '\t' {
			before = c
		}
	}
	return ""
}
