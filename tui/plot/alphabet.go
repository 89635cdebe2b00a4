package plot

import (
	"fmt"
	"strings"
)

// Alphabet is the set of runes that a chart is drawn with. Which one is legible
// depends on the terminal's font and cannot be detected, so the user chooses.
type Alphabet int

const (
	// Braille draws 2×4 dots a cell: the finest lines, where the font has them.
	Braille Alphabet = iota
	// Block draws 2×2 quadrants a cell: coarser, and legible in nearly every font.
	Block
	// ASCII draws one letter a cell, that of the series. Every rune of the chart
	// has seven bits, those of names and labels too.
	ASCII
)

var alphabetNames = [...]string{Braille: "braille", Block: "block", ASCII: "ascii"}

// ParseAlphabet reads the name of an alphabet as [Alphabet.String] writes it.
// The error names the three that there are.
func ParseAlphabet(name string) (Alphabet, error) {
	for a, known := range alphabetNames {
		if strings.EqualFold(strings.TrimSpace(name), known) {
			return Alphabet(a), nil
		}
	}
	return Braille, fmt.Errorf("chart alphabet %q is unknown: choose braille, block or ascii", name)
}

// String is the name used on the command line: braille, block or ascii.
func (a Alphabet) String() string {
	if a < 0 || int(a) >= len(alphabetNames) {
		return fmt.Sprintf("Alphabet(%d)", int(a))
	}
	return alphabetNames[a]
}

// symbols are the runes of one alphabet and the number of dots in a cell.
type symbols struct {
	wide, high int // dots a cell

	yAxis, yTick, corner       rune
	xAxis, xTick, foot         rune // foot: where the line of a mark is on the axis
	crossing, drop             rune // on the curve, and from there down to the axis
	you, cursor, stop, elision rune
	dash, gap                  int // dots on and off of a dashed line
}

var lineSymbols = symbols{
	yAxis: '│', yTick: '┤', corner: '└', xAxis: '─', xTick: '┬', foot: '┼',
	crossing: '◆', drop: '┆', you: '▼', cursor: '│', stop: '×', elision: '…',
	dash: 4, gap: 2,
}

var asciiSymbols = symbols{
	wide: 1, high: 1,
	yAxis: '|', yTick: '+', corner: '+', xAxis: '-', xTick: '+', foot: '+',
	crossing: '*', drop: ':', you: 'v', cursor: '|', stop: 'x', elision: '.',
	dash: 2, gap: 1,
}

// symbols returns the runes of the alphabet; an alphabet that does not exist is
// drawn as ASCII, which every terminal shows.
func (a Alphabet) symbols() symbols {
	s := lineSymbols
	switch a {
	case Braille:
		s.wide, s.high = 2, 4
	case Block:
		s.wide, s.high = 2, 2
	default:
		return asciiSymbols
	}
	return s
}

// brailleDots are the bits of U+2800…U+28FF, by row from the top and by column.
var brailleDots = [4][2]uint8{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// quadrants are the blocks by their bits: 1 upper left, 2 upper right, 4 lower
// left, 8 lower right.
var quadrants = [16]rune{
	' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛',
	'▗', '▚', '▐', '▜', '▄', '▙', '▟', '█',
}

// bit is the dot at (x, y) of a cell, counted from its upper left corner.
func (a Alphabet) bit(x, y int) uint8 {
	switch a {
	case Braille:
		return brailleDots[y][x]
	case Block:
		return 1 << (2*y + x)
	default:
		return 1
	}
}

// glyph is the rune for a cell with these dots lit. No dots are a space: some
// fonts draw U+2800 as eight empty circles.
func (a Alphabet) glyph(dots uint8, letter rune) rune {
	switch {
	case dots == 0:
		return ' '
	case a == Braille:
		return 0x2800 + rune(dots)
	case a == Block:
		return quadrants[dots&15]
	default:
		return letter
	}
}
