package plot

import "unicode/utf8"

// Text arrives from outside (names, labels) and is drawn one rune a cell, so
// every rune that might not be exactly one cell wide is replaced.

// unknownRune stands for a rune that can't be drawn.
const unknownRune = '?'

// narrow says whether a rune is certainly printable and one cell wide: Latin,
// Greek and Cyrillic letters, punctuation, currency signs, arrows, mathematics,
// box drawing, geometric shapes and braille. Combining, wide, zero-width and
// emoji runes are not.
func narrow(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0, r == 0xad:
		return false
	case r < 0x300, r >= 0x391 && r < 0x483, r >= 0x48a && r < 0x530:
		return r != 0x3a2 // the one unassigned place in the Greek capitals
	case r >= 0x2010 && r < 0x2028, r >= 0x2030 && r < 0x205f, r >= 0x20a0 && r < 0x20c0:
		return r != 0x203c && r != 0x2049 // the double marks exist as emoji
	case r >= 0x2190 && r < 0x2300:
		return r < 0x2194 || r > 0x21aa // diagonal and hooked arrows exist as emoji
	case r >= 0x2500 && r < 0x25a0, r >= 0x2800 && r < 0x2900:
		return true
	case r >= 0x25a0 && r < 0x2600:
		return r != 0x25aa && r != 0x25ab && r != 0x25b6 && r != 0x25c0 && (r < 0x25fb || r > 0x25fe)
	}
	return false
}

// drawable is the rune to draw for r in this alphabet.
func (a Alphabet) drawable(r rune) rune {
	if !narrow(r) || a.sevenBit() && r > 0x7e {
		return unknownRune
	}
	return r
}

// sevenBit says whether only ASCII may be drawn.
func (a Alphabet) sevenBit() bool { return a != Braille && a != Block }

// write draws text from (x, y) on and cuts it off after limit cells, which the
// last cell then shows.
func (d *drawing) write(x, y int, text string, limit int, ink Ink) {
	length, i := utf8.RuneCountInString(text), 0
	for _, r := range text {
		switch {
		case i >= limit:
			return
		case i == limit-1 && length > limit:
			d.set(x+i, y, d.elision, ink)
		default:
			d.set(x+i, y, d.chart.Alphabet.drawable(r), ink)
		}
		i++
	}
}

// beside writes text in the plot area next to (x, y): to the right of it with a
// space between, or to the left, or nowhere, as there is room.
func (d *drawing) beside(x, y int, text string, ink Ink) bool {
	length := utf8.RuneCountInString(text)
	right := d.Frame.Left + d.Frame.Width
	switch {
	case length == 0:
		return false
	case x+2+length <= right && d.free(x+1, y, length+1):
		d.write(x+2, y, text, length, ink)
	case x-1-length >= d.Frame.Left && d.free(x-1-length, y, length+1):
		d.write(x-1-length, y, text, length, ink)
	default:
		return false
	}
	return true
}
