package kit

import (
	"image/color"

	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/tui/plot"
)

// Styles is everything that a theme decides, built once for each change of
// light and dark and never in View.
type Styles struct {
	Dark   bool
	Glyphs glyphs

	Text, Muted, Faint, Border, Title, Accent Style
	Good, Warn, Bad, Mark                     Style
	Strong                                    Style // body text in bold
	Selected                                  Style // the chosen tab, row or button
	Default                                   Style // a value that nobody gave
	Option                                    map[checklist.Option]Style
	Trait                                     map[string]Style
	Form                                      *huh.Styles
}

// glyphs are the signs outside the chart. A terminal that needs an ASCII chart
// gets ASCII signs as well.
type glyphs struct {
	TopLeft, TopRight, BottomLeft, BottomRight, Horizontal, Vertical string
	Pointer, Dot, Ring, Bar, BarRest, Knob, Rail                     string
	Check, Cross, Ellipsis, Left, Right, Up, Down, Times, Dash       string
}

var unicodeGlyphs = glyphs{
	TopLeft: "┌", TopRight: "┐", BottomLeft: "└", BottomRight: "┘", Horizontal: "─", Vertical: "│",
	Pointer: "▸", Dot: "●", Ring: "○", Bar: "█", BarRest: "░", Knob: "●", Rail: "━",
	Check: "✓", Cross: "✗", Ellipsis: "…", Left: "←", Right: "→", Up: "↑", Down: "↓", Times: "×", Dash: "—",
}

var asciiGlyphs = glyphs{
	TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+", Horizontal: "-", Vertical: "|",
	Pointer: ">", Dot: "*", Ring: "o", Bar: "#", BarRest: ".", Knob: "O", Rail: "-",
	Check: "y", Cross: "x", Ellipsis: "~", Left: "<", Right: ">", Up: "^", Down: "v", Times: "x", Dash: "-",
}

// NewStyles builds the styles of one palette.
func NewStyles(dark bool, alphabet plot.Alphabet) *Styles {
	p := &lightPalette
	if dark {
		p = &darkPalette
	}
	ink := func(c color.Color) Style { return newStyle(lipgloss.NewStyle().Foreground(c)) }
	s := &Styles{
		Dark: dark, Glyphs: unicodeGlyphs,
		Text: ink(p.Text), Muted: ink(p.Muted), Faint: ink(p.Faint), Border: ink(p.Border),
		Title: ink(p.Title).Bold(), Accent: ink(p.Accent).Bold(),
		Good: ink(p.Good), Warn: ink(p.Warn), Bad: ink(p.Bad), Mark: ink(p.Mark),
		Strong:   ink(p.Text).Bold(),
		Selected: newStyle(lipgloss.NewStyle().Foreground(p.OnAccent).Background(p.Accent).Bold(true)),
		Default:  newStyle(lipgloss.NewStyle().Foreground(p.Muted).Italic(true)),
		Option:   map[checklist.Option]Style{},
		Trait: map[string]Style{
			"stateful": ink(p.Stateful), "persistent-connections": ink(p.Connected), "gpu": ink(p.Accelerated),
			"long-running": ink(p.Lasting), "custom-networking": ink(p.Networked),
		},
	}
	for o, c := range p.options() {
		s.Option[o] = ink(c)
	}
	if alphabet == plot.ASCII {
		s.Glyphs = asciiGlyphs
	}
	s.Form = formStyles(s)
	return s
}

// formStyles dresses the forms in the same colours.
func formStyles(s *Styles) *huh.Styles {
	form := huh.ThemeBase(s.Dark)
	for _, f := range []*huh.FieldStyles{&form.Focused, &form.Blurred} {
		f.Base = lipgloss.NewStyle()
		f.Title, f.NoteTitle = *s.Strong.look, *s.Strong.look
		f.Description = *s.Muted.look
		f.ErrorIndicator, f.ErrorMessage = *s.Bad.look, *s.Bad.look
		f.SelectSelector, f.MultiSelectSelector = *s.Accent.look, *s.Accent.look
		f.Option, f.UnselectedOption = *s.Text.look, *s.Text.look
		f.SelectedOption, f.SelectedPrefix = *s.Accent.look, *s.Accent.look
		f.UnselectedPrefix = *s.Faint.look
		f.TextInput.Cursor, f.TextInput.Prompt = *s.Accent.look, *s.Accent.look
		f.TextInput.Placeholder, f.TextInput.Text = *s.Default.look, *s.Text.look
		f.FocusedButton, f.BlurredButton = *s.Selected.look, *s.Muted.look
	}
	form.Blurred.Title = *s.Muted.look
	return form
}

// Platform is the colour of a platform: that of the option it stands for.
func (s *Styles) Platform(p *costs.Platform) Style { return s.Option[p.Option] }
