package kit

import (
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

	Text, Muted, Faint, Border, Title, Accent lipgloss.Style
	Good, Warn, Bad, Mark                     lipgloss.Style
	Strong                                    lipgloss.Style // body text in bold
	Selected                                  lipgloss.Style // the chosen tab, row or button
	Default                                   lipgloss.Style // a value that nobody gave
	Option                                    map[checklist.Option]lipgloss.Style
	Trait                                     map[string]lipgloss.Style
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
	ink := lipgloss.NewStyle().Foreground
	s := &Styles{
		Dark: dark, Glyphs: unicodeGlyphs,
		Text: ink(p.Text), Muted: ink(p.Muted), Faint: ink(p.Faint), Border: ink(p.Border),
		Title: ink(p.Title).Bold(true), Accent: ink(p.Accent).Bold(true),
		Good: ink(p.Good), Warn: ink(p.Warn), Bad: ink(p.Bad), Mark: ink(p.Mark),
		Strong:   ink(p.Text).Bold(true),
		Selected: lipgloss.NewStyle().Foreground(p.OnAccent).Background(p.Accent).Bold(true),
		Default:  ink(p.Muted).Italic(true),
		Option: map[checklist.Option]lipgloss.Style{
			checklist.Kubernetes: ink(p.Kubernetes), checklist.Serverless: ink(p.Serverless),
			checklist.Wasm: ink(p.Wasm), checklist.Hybrid: ink(p.Hybrid),
		},
		Trait: map[string]lipgloss.Style{
			"stateful": ink(p.Stateful), "persistent-connections": ink(p.Connected), "gpu": ink(p.Accelerated),
			"long-running": ink(p.Lasting), "custom-networking": ink(p.Networked),
		},
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
		f.Title, f.NoteTitle = s.Strong, s.Strong
		f.Description = s.Muted
		f.ErrorIndicator, f.ErrorMessage = s.Bad, s.Bad
		f.SelectSelector, f.MultiSelectSelector = s.Accent, s.Accent
		f.Option, f.UnselectedOption = s.Text, s.Text
		f.SelectedOption, f.SelectedPrefix = s.Accent, s.Accent
		f.UnselectedPrefix = s.Faint
		f.TextInput.Cursor, f.TextInput.Prompt = s.Accent, s.Accent
		f.TextInput.Placeholder, f.TextInput.Text = s.Default, s.Text
		f.FocusedButton, f.BlurredButton = s.Selected, s.Muted
	}
	form.Blurred.Title = s.Muted
	return form
}

// Platform is the colour of a platform: that of the option it stands for.
func (s *Styles) Platform(p *costs.Platform) *lipgloss.Style {
	style := s.Option[p.Option]
	return &style
}
