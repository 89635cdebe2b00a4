package plot

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// The pictures in this file are drawn by hand from the arithmetic beside them.

// drawn checks a chart against a picture that begins with a newline, and whose
// lines may be indented by tabs.
func drawn(t *testing.T, c Chart, picture string) {
	t.Helper()
	want := strings.ReplaceAll(strings.TrimPrefix(picture, "\n"), "\t", "")
	var r Raster
	c.Draw(&r)
	if got := strings.TrimRight(r.String(), "\n"); got != strings.TrimRight(want, "\n") {
		t.Errorf("drawn:\n%s\nwanted:\n%s", got, want)
	}
}

// number is the plain label of a tick.
func number(v float64) string { return fmt.Sprintf("%.4g", v) }

// short is the label of a tick in the style 100K, 1M.
func short(v float64) string {
	switch {
	case v >= 1e6:
		return fmt.Sprintf("%.4gM", v/1e6)
	case v >= 1e3:
		return fmt.Sprintf("%.4gK", v/1e3)
	}
	return fmt.Sprintf("%.4g", v)
}

func dollars(v float64) string { return "$" + short(v) }

func identity(x float64) float64 { return x }

// square is a chart of one decade by one decade whose plot area is eight dots by
// eight, or eight cells by eight in ASCII.
func square(a Alphabet, at func(float64) float64) Chart {
	c := Chart{
		Width: 5, Height: 3, XMin: 1, XMax: 10, YMin: 1, YMax: 10, Alphabet: a,
		Series: []Series{{Letter: 'K', At: at}}, XLabel: number, YLabel: number,
	}
	switch a {
	case Block:
		c.Height = 6
	case ASCII:
		c.Width, c.Height = 9, 10
	}
	return c
}

// The dot of column i is at (i+½)/8 of the width and so of the height: row i.
func TestDiagonal(t *testing.T) {
	t.Parallel()
	drawn(t, square(ASCII, identity), `
	|       K
	|      K
	|     K
	|    K
	|   K
	|  K
	| K
	|K
	++------+
	 1     10`)
	// In four columns the label 10 would be one space from 1, so it goes.
	drawn(t, square(Block, identity), `
	│   ▞
	│  ▞
	│ ▞
	│▞
	└┬───
	 1`)
	// Three rows are too few for x labels.
	drawn(t, square(Braille, identity), `
	│  ⡠⠊
	│⡠⠊
	└────`)
}

// √10 is half the decade: the fifth of eight rows from below.
func TestHorizontalLine(t *testing.T) {
	t.Parallel()
	middle := func(float64) float64 { return math.Sqrt(10) }
	drawn(t, square(ASCII, middle), `
	|
	|
	|
	|KKKKKKKK
	|
	|
	|
	|
	++------+
	 1     10`)
	drawn(t, square(Block, middle), `
	│
	│▄▄▄▄
	│
	│
	└┬───
	 1`)
	drawn(t, square(Braille, middle), `
	│⣀⣀⣀⣀
	│
	└────`)
}

// 8·log₁₀ 1.5 = 1.4 is row 1 and 8·log₁₀ 8 = 7.2 is row 7; the step is at half the
// width, and its riser is in the first column after it.
func TestStep(t *testing.T) {
	t.Parallel()
	step := func(x float64) float64 {
		if x < math.Sqrt(10) {
			return 1.5
		}
		return 8
	}
	drawn(t, square(ASCII, step), `
	|    KKKK
	|    K
	|    K
	|    K
	|    K
	|    K
	|KKKK
	|
	++------+
	 1     10`)
	drawn(t, square(Block, step), `
	│  ▛▀
	│  ▌
	│  ▌
	│▀▀
	└┬───
	 1`)
	drawn(t, square(Braille, step), `
	│  ⡏⠉
	│⠤⠤⠃
	└────`)
}

// A falling step has its riser in the first column after it too.
func TestFallingStep(t *testing.T) {
	t.Parallel()
	drawn(t, square(ASCII, func(x float64) float64 {
		if x < math.Sqrt(10) {
			return 8
		}
		return 1.5
	}), `
	|KKKK
	|    K
	|    K
	|    K
	|    K
	|    K
	|    KKKK
	|
	++------+
	 1     10`)
}

// Two dots on, one off, counted along the line and so up the riser as well: the
// four dots of row 1 are on on off on, then in the riser on off on on off on, and
// the last three columns are on off on.
func TestDashedStep(t *testing.T) {
	t.Parallel()
	c := square(ASCII, func(x float64) float64 {
		if x < math.Sqrt(10) {
			return 1.5
		}
		return 8
	})
	c.Series[0].Dashed = true
	drawn(t, c, `
	|    KK K
	|
	|    K
	|    K
	|
	|    K
	|KK K
	|
	++------+
	 1     10`)
}

// A curve that can't be had from half the width on ends in a mark; one that
// becomes free of charge, or leaves the range, just ends.
func TestEnds(t *testing.T) {
	t.Parallel()
	until := func(then float64) Chart {
		c := square(ASCII, func(x float64) float64 {
			if x < math.Sqrt(10) {
				return 1.1
			}
			return then
		})
		c.Height = 3
		return c
	}
	stopped := "|\n|KKKx\n+--------"
	drawn(t, until(math.NaN()), stopped)
	drawn(t, until(math.Inf(1)), stopped)
	drawn(t, until(math.Inf(-1)), stopped)
	drawn(t, until(0), "|\n|KKKK\n+--------")
	drawn(t, until(-1), "|\n|KKKK\n+--------")
	drawn(t, until(0.5), "|\n|KKKK\n+--------")
	drawn(t, until(100), "|    K\n|KKKK\n+--------") // drawn up to the edge
}

// A gap in the middle is neither bridged nor marked.
func TestGap(t *testing.T) {
	t.Parallel()
	c := square(ASCII, func(x float64) float64 {
		if x > 2.5 && x < 5 { // columns 3 to 5 of 8: 2.7, 3.7 and 4.9
			return math.NaN()
		}
		return x
	})
	drawn(t, c, `
	|       K
	|      K
	|
	|
	|
	|  K
	| K
	|K
	++------+
	 1     10`)
}

// One chart with everything. The plot area is 24 × 6 cells: eight columns and no
// more than three rows a decade.
//
// Lambda is 10 at 100K and 1000 at 10M: column c is in row ⌊6·(c+½)/16⌋, and it
// leaves the range after column 15. EKS at 200 is in row ⌊6·log₁₀(20)/2⌋ = 3. They
// cross at 2M, column ⌊24·log₁₀(20)/3⌋ = 10, whose label takes the place of 1M.
func TestWholeChart(t *testing.T) {
	t.Parallel()
	drawn(t, Chart{
		Width: 40, Height: 8, XMin: 1e5, XMax: 1e8, YMin: 10, YMax: 1000, Alphabet: ASCII,
		Series: []Series{
			{Letter: 'L', Name: "Lambda", At: func(x float64) float64 { return x / 1e4 }},
			{Letter: 'K', Name: "EKS", At: func(float64) float64 { return 200 }},
		},
		Marks:  []Mark{{X: 2e6, Label: "2M"}, {X: 1e7, Kind: You, Label: "you"}},
		XLabel: short, YLabel: dollars,
	}, `
	  $1K +             LLL L Lambda
	      |           LL   v you
	 $100 +KKKKKKKKKK*KKKKKKKKKKKKK K EKS
	      |     LLL  :
	      |   LL     :
	  $10 +LLL       :
	      ++---------+-----+------+
	     100K       2M    10M   100M`)
}

// The cursor is a line over the whole height, behind the curve.
func TestCursor(t *testing.T) {
	t.Parallel()
	c := square(ASCII, func(float64) float64 { return 2 })
	c.Height = 6
	c.Marks = []Mark{{X: 3.5, Kind: Cursor, Label: "3.5"}}
	drawn(t, c, `
	|    |
	|    |
	|KKKKKKKK
	|    |
	++---+---
	 1  3.5`)
}
