package lab

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/tui/kit"
)

// drawing paints rectangles into a window, one letter each, at a fifth of the
// scale across and a half down, so that a reader sees the screen.
func drawing(w, h int, parts map[rune]kit.Rect) string {
	var b strings.Builder
	for y := 0; y < h; y += 2 {
		for x := 0; x < w; x += 5 {
			cell := '.'
			for letter, r := range parts {
				if r.Contains(x, y) {
					cell = letter
				}
			}
			b.WriteRune(cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestLabLayout(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		w, h int
		want string
	}{
		{80, 20, `
CCCCCCCCCCSSSSSS
CCCCCCCCCCSSSSSS
CCCCCCCCCCSSSSSS
CCCCCCCCCCSSSSSS
CCCCCCCCCCSSSSSS
CCCCCCCCCCSSSSSS
CCCCCCCCCCTTTTTT
CCCCCCCCCCTTTTTT
WWWWWWWWWWTTTTTT
WWWWWWWWWWTTTTTT
`},
		{120, 36, `
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCSSSSSSSS
CCCCCCCCCCCCCCCCTTTTTTTT
CCCCCCCCCCCCCCCCTTTTTTTT
CCCCCCCCCCCCCCCCTTTTTTTT
CCCCCCCCCCCCCCCCTTTTTTTT
CCCCCCCCCCCCCCCCTTTTTTTT
WWWWWWWWWWWWWWWWTTTTTTTT
WWWWWWWWWWWWWWWWTTTTTTTT
`},
	} {
		l := layoutIn(c.w, c.h, 10, 3, 9, false)
		got := "\n" + drawing(c.w, c.h, map[rune]kit.Rect{'C': l.chart, 'S': l.sliders, 'T': l.table, 'W': l.words})
		if got != c.want {
			t.Errorf("%d×%d:%s\nwant%s", c.w, c.h, got, c.want)
		}
	}
}

// TestLabLayoutCoversTheWindow: whatever the size, every cell belongs to
// exactly one part.
func TestLabLayoutCoversTheWindow(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(kit.MinWidth, 250).Draw(t, "w"), rapid.IntRange(kit.MinHeight-3, 80).Draw(t, "h")
		l := layoutIn(w, h, rapid.IntRange(1, 20).Draw(t, "sliders"), rapid.IntRange(3, 18).Draw(t, "platforms"), rapid.IntRange(5, 30).Draw(t, "name"), rapid.Bool().Draw(t, "odds"))
		for y := range h {
			for x := range w {
				n := 0
				for _, r := range []kit.Rect{l.chart, l.words, l.sliders, l.table} {
					if r.Contains(x, y) {
						n++
					}
				}
				if n != 1 {
					t.Fatalf("cell %d,%d of %d×%d belongs to %d parts", x, y, w, h, n)
				}
			}
		}
	})
}
