package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Run is a piece of text in one style.
type Run struct {
	Text string
	Ink  Style
}

// HardSpace keeps two words on one line; it is drawn as a space.
const HardSpace = "\u00a0"

// DotBetween is between the parts of a list; a line may end in it.
const DotBetween = HardSpace + "· "

// Together keeps the words of a text on one line.
func Together(text string) string { return strings.ReplaceAll(text, " ", HardSpace) }

// wrapRuns breaks runs at their spaces into lines of at most w cells. Every
// line has whole styles, so that none runs over its end.
func wrapRuns(runs []Run, w int, ellipsis string) []string {
	var (
		lines     []string
		line      strings.Builder
		width     int
		word      []Run
		wordWidth int
	)
	flush := func() {
		if len(word) == 0 {
			return
		}
		if width > 0 && width+1+wordWidth > w {
			lines = append(lines, line.String())
			line.Reset()
			width = 0
		}
		if width > 0 {
			line.WriteByte(' ')
			width++
		}
		for _, r := range word {
			line.WriteString(r.Ink.Render(strings.ReplaceAll(r.Text, HardSpace, " ")))
		}
		width += wordWidth
		word, wordWidth = word[:0], 0
	}
	for _, r := range runs {
		for i, part := range strings.Split(r.Text, " ") {
			if i > 0 {
				flush()
			}
			if part != "" {
				part = ansi.Truncate(part, max(1, w-wordWidth), ellipsis)
				word = append(word, Run{part, r.Ink})
				wordWidth += Width(part)
			}
		}
	}
	flush()
	if width > 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// Section is a labelled part of a description.
type Section struct {
	Label string
	Runs  []Run
}

// Sections draws parts with their labels at the left in w × h cells. Where
// they need more lines than there are, each keeps one and the first ones get
// what is left; a part that was cut ends in an ellipsis.
func (s *Styles) Sections(parts []Section, w, h int) []string {
	label := 0
	for _, part := range parts {
		label = max(label, len(part.Label)+2)
	}
	texts, spare := make([][]string, len(parts)), h-len(parts)
	for i, part := range parts {
		texts[i] = wrapRuns(part.Runs, max(1, w-label), s.Glyphs.Ellipsis)
	}
	var lines []string
	for i, part := range parts {
		keep := min(len(texts[i]), 1+max(0, spare))
		spare -= keep - 1
		for j := range keep {
			name := ""
			if j == 0 {
				name = part.Label
			}
			text := texts[i][j]
			if j == keep-1 && keep < len(texts[i]) {
				text = ansi.Truncate(text, max(0, w-label-2), "") + " " + s.Muted.Render(s.Glyphs.Ellipsis)
			}
			lines = append(lines, s.Muted.Render(Fit(name, label, ""))+text)
		}
	}
	return lines
}
