package kit

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"runwhere/checklist"
)

// palette is the set of colours that a theme is made of. Nothing is told by
// one of them alone: whatever has a colour has a letter, a mark or a word too.
type palette struct {
	Text, Muted, Faint    color.Color // body, labels, what may be overlooked
	Border, Title, Accent color.Color // boxes, their titles, what has the focus
	OnAccent              color.Color // text on a ground of Accent
	Good, Warn, Bad       color.Color
	Mark                  color.Color // crossings, cursor, "you are here"
	Kubernetes            color.Color
	Containers            color.Color
	Serverless            color.Color
	Wasm                  color.Color
	Hybrid                color.Color

	Stateful, Connected, Accelerated, Lasting, Networked color.Color // traits of a component
}

// darkPalette is for terminals with a dark background; every colour but Faint
// and Border keeps a contrast of 4.5 to 1 on black and on #282828.
var darkPalette = palette{
	Text: lipgloss.Color("#E4E4E4"), Muted: lipgloss.Color("#A8A8A8"), Faint: lipgloss.Color("#8A8A8A"),
	Border: lipgloss.Color("#767676"), Title: lipgloss.Color("#FFFFFF"), Accent: lipgloss.Color("#FFD75F"),
	OnAccent: lipgloss.Color("#121212"),
	Good:     lipgloss.Color("#87D787"), Warn: lipgloss.Color("#FFAF5F"), Bad: lipgloss.Color("#FF8787"),
	Mark:       lipgloss.Color("#FFFFFF"),
	Kubernetes: lipgloss.Color("#6FB7FF"), Containers: lipgloss.Color("#5ED9C4"), Serverless: lipgloss.Color("#FFAF5F"),
	Wasm: lipgloss.Color("#D7A6FF"), Hybrid: lipgloss.Color("#87D787"),
	Stateful: lipgloss.Color("#FF9EC4"), Connected: lipgloss.Color("#5FD7D7"), Accelerated: lipgloss.Color("#D7D75F"),
	Lasting: lipgloss.Color("#AFAFFF"), Networked: lipgloss.Color("#AFD787"),
}

// lightPalette is for terminals with a light background.
var lightPalette = palette{
	Text: lipgloss.Color("#1C1C1C"), Muted: lipgloss.Color("#585858"), Faint: lipgloss.Color("#6C6C6C"),
	Border: lipgloss.Color("#767676"), Title: lipgloss.Color("#000000"), Accent: lipgloss.Color("#8A3A00"),
	OnAccent: lipgloss.Color("#FFFFFF"),
	Good:     lipgloss.Color("#006400"), Warn: lipgloss.Color("#8A4B00"), Bad: lipgloss.Color("#AF0000"),
	Mark:       lipgloss.Color("#000000"),
	Kubernetes: lipgloss.Color("#0047AB"), Containers: lipgloss.Color("#005F56"), Serverless: lipgloss.Color("#A04000"),
	Wasm: lipgloss.Color("#6A1B9A"), Hybrid: lipgloss.Color("#00611C"),
	Stateful: lipgloss.Color("#A0005A"), Connected: lipgloss.Color("#006070"), Accelerated: lipgloss.Color("#6B5500"),
	Lasting: lipgloss.Color("#4B3FB0"), Networked: lipgloss.Color("#3D6100"),
}

// basicPalette is of the terminal's own sixteen colours, which suit its background
// whatever that is: what a command prints is coloured by option alone.
var basicPalette = palette{Kubernetes: lipgloss.Blue, Containers: lipgloss.Cyan, Serverless: lipgloss.Yellow, Wasm: lipgloss.Magenta, Hybrid: lipgloss.Green}

// options are the colours of the options.
func (p *palette) options() map[checklist.Option]color.Color {
	return map[checklist.Option]color.Color{
		checklist.Kubernetes: p.Kubernetes, checklist.Containers: p.Containers, checklist.Serverless: p.Serverless, checklist.Wasm: p.Wasm, checklist.Hybrid: p.Hybrid,
	}
}

// Printed is a text in the colour of an option, of the terminal's own sixteen.
func Printed(o checklist.Option, text string) string {
	return ansi.Style{}.ForegroundColor(basicPalette.options()[o]).Styled(text)
}

// Theme is how the light or dark palette is chosen.
type Theme int

// The themes. Auto starts dark and follows the terminal's answer, which may
// never come.
const (
	ThemeAuto Theme = iota
	ThemeLight
	ThemeDark
)
