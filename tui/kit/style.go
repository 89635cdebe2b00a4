package kit

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is what a piece of text looks like: a style of lipgloss that has been
// asked once what is before and after a text. A frame renders some hundreds
// of pieces, and lipgloss would work that out for each of them anew. The zero
// value leaves text as it is.
type Style struct {
	look          *lipgloss.Style // nil for none
	before, after string
}

// newStyle makes a style of colours and weights. One that measures its text, as a
// border or a width does, cannot be told in what is before and after.
func newStyle(look lipgloss.Style) Style {
	const text = "x"
	before, after, _ := strings.Cut(look.Render(text), text)
	return Style{&look, before, after}
}

// Render puts the style around a text. Lipgloss itself does what depends on the
// text: it pads several lines to one width and makes spaces of tabs.
func (s Style) Render(text string) string {
	if s.look != nil && strings.ContainsAny(text, "\n\r\t") {
		return s.look.Render(text)
	}
	return s.before + text + s.after
}

// Bold is the same style in bold.
func (s Style) Bold() Style {
	if s.look == nil {
		return newStyle(lipgloss.NewStyle().Bold(true))
	}
	return newStyle(s.look.Bold(true))
}
