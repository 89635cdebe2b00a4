package plot

import (
	"math"
	"testing"

	"github.com/mattn/go-runewidth"
	"pgregory.net/rapid"
)

// anyValue is a positive value of any size, or one that has no place on a
// logarithmic axis.
func anyValue() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Map(rapid.Float64Range(-3, 10), func(e float64) float64 { return math.Pow(10, e) }),
		rapid.SampledFrom([]float64{
			0, -1, 1, 100, 1e300, 1e-300, math.MaxFloat64, math.SmallestNonzeroFloat64,
			math.Inf(1), math.Inf(-1), math.NaN(),
		}),
		rapid.Float64(),
	)
}

// anySeries jumps between a few values at arbitrary places; At may be nil.
func anySeries() *rapid.Generator[Series] {
	return rapid.Custom(func(t *rapid.T) Series {
		values := rapid.SliceOfN(anyValue(), 1, 6).Draw(t, "values")
		slope := rapid.SampledFrom([]float64{0, 0.5, 1, -2}).Draw(t, "slope")
		s := Series{
			Letter: rapid.OneOf(rapid.RuneFrom([]rune("LKWx ×漢\u0301\x00")), rapid.Rune()).Draw(t, "letter"),
			Name:   rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "Lambda", "Cloudflare Workers", "漢字", "⚠️"})).Draw(t, "name"),
			Dashed: rapid.Bool().Draw(t, "dashed"),
		}
		if rapid.IntRange(0, 9).Draw(t, "nil") > 0 {
			s.At = func(x float64) float64 {
				i := int(math.Abs(math.Log(x))) % len(values)
				return values[i] * math.Pow(x, slope)
			}
		}
		return s
	})
}

func anyMark() *rapid.Generator[Mark] {
	return rapid.Custom(func(t *rapid.T) Mark {
		return Mark{
			X: anyValue().Draw(t, "x"), Y: anyValue().Draw(t, "y"),
			Kind:  MarkKind(rapid.IntRange(-1, 3).Draw(t, "kind")),
			Label: rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"34M", "you"})).Draw(t, "label"),
		}
	})
}

func anyChart() *rapid.Generator[Chart] {
	return rapid.Custom(func(t *rapid.T) Chart {
		c := Chart{
			Width: rapid.IntRange(-2, 140).Draw(t, "width"), Height: rapid.IntRange(-2, 50).Draw(t, "height"),
			XMin: anyValue().Draw(t, "xmin"), XMax: anyValue().Draw(t, "xmax"),
			YMin: anyValue().Draw(t, "ymin"), YMax: anyValue().Draw(t, "ymax"),
			Alphabet: Alphabet(rapid.IntRange(-1, 3).Draw(t, "alphabet")),
			Series:   rapid.SliceOfN(anySeries(), 0, 14).Draw(t, "series"),
			Marks:    rapid.SliceOfN(anyMark(), 0, 4).Draw(t, "marks"),
		}
		if rapid.Bool().Draw(t, "labels") {
			c.XLabel, c.YLabel = short, dollars
		}
		if rapid.Bool().Draw(t, "fit") {
			c.YMin, c.YMax = 0, 0
		}
		return c
	})
}

// Whatever is asked for, a raster of the size asked for comes out, every rune is
// one cell wide, ASCII is ASCII, blank cells are spaces, and series appear in the
// plot area and the margin to its right only.
func TestAnyChart(t *testing.T) {
	t.Parallel()
	widths := runewidth.Condition{}
	var r Raster // shared, so that what is left of one drawing can't show in the next
	rapid.Check(t, func(t *rapid.T) {
		c := anyChart().Draw(t, "chart")
		c.Draw(&r)
		if r.Width != max(c.Width, 0) || r.Height != max(c.Height, 0) || len(r.Cells) != r.Width*r.Height {
			t.Fatalf("asked for %d×%d, drawn %d×%d, %d cells", c.Width, c.Height, r.Width, r.Height, len(r.Cells))
		}
		f := r.Frame
		if f.Left+f.Width > r.Width || f.Top+f.Height > r.Height || f.Width < 0 || f.Height < 0 {
			t.Fatalf("plot area %+v outside %d×%d", f, r.Width, r.Height)
		}
		for y := range r.Height {
			for x, cell := range r.Row(y) {
				if widths.RuneWidth(cell.Rune) != 1 {
					t.Fatalf("%q at %d, %d is not one cell wide", cell.Rune, x, y)
				}
				if c.Alphabet.sevenBit() && (cell.Rune < ' ' || cell.Rune > '~') {
					t.Fatalf("%q at %d, %d in ASCII", cell.Rune, x, y)
				}
				if cell.Ink == Blank && cell.Rune != ' ' || cell.Rune == 0x2800 {
					t.Fatalf("%q at %d, %d is blank", cell.Rune, x, y)
				}
				_, series := cell.Ink.Series()
				if series && (x < f.Left || y < f.Top || y >= f.Top+f.Height) {
					t.Fatalf("series at %d, %d outside %+v", x, y, f)
				}
			}
		}
		var fresh Raster
		c.Draw(&fresh)
		if fresh.String() != r.String() {
			t.Fatalf("drawn over an old chart:\n%s\ndrawn fresh:\n%s", &r, &fresh)
		}
	})
}

// Columns and rows are found again from their values, and the axis' ends are in
// the first and last of them.
func TestFrameInverts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := anyChart().Draw(t, "chart")
		var r Raster
		c.Draw(&r)
		f := r.Frame
		if f.Width == 0 || f.Height == 0 {
			return
		}
		for i := range f.Width {
			x := f.XAt(i)
			if got, ok := f.ColumnOf(x); !ok || got != i {
				t.Fatalf("column %d is at %g, which is in column %d, %t", i, x, got, ok)
			}
		}
		for i := range f.Height {
			if got, ok := f.RowOf(f.YAt(i)); !ok || got != i {
				t.Fatalf("row %d is at %g, which is in row %d, %t", i, f.YAt(i), got, ok)
			}
		}
		least, greatest := f.x.lo, f.x.hi
		if first, ok := f.ColumnOf(least); !ok || first != 0 {
			t.Fatalf("XMin %g is in column %d, %t", least, first, ok)
		}
		if last, ok := f.ColumnOf(greatest); !ok || last != f.Width-1 {
			t.Fatalf("XMax %g is in column %d of %d, %t", greatest, last, f.Width, ok)
		}
	})
}

// Whatever ends are given, the axes have positive finite ones, in order, at least
// 0.01 % apart.
func TestRangeIsNeverDegenerate(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(anyValue(), 4, 4).Draw(t, "values")
		for _, s := range []scale{newScale(values[0], values[1]), fit(values[0], values[1], values[2], values[3])} {
			if !(s.lo > 0) || !(s.hi <= 1e300) || !(s.hi > s.lo*1.00009) {
				t.Fatalf("%v give the range %g to %g", values, s.lo, s.hi)
			}
		}
	})
}

// dotsOf are the dots of a rune, row after row, by the tables of the Unicode
// standard: the braille dots 1 4 / 2 5 / 3 6 / 7 8 are the bits 0 to 7, and the
// quadrants are named one by one.
func dotsOf(a Alphabet, symbol rune) []bool {
	if symbol == ' ' {
		return make([]bool, 8)
	}
	if a == ASCII {
		return []bool{true}
	}
	if a == Block {
		named := map[rune]string{
			'▘': "x...", '▝': ".x..", '▀': "xx..", '▖': "..x.", '▌': "x.x.", '▞': ".xx.", '▛': "xxx.", '▗': "...x",
			'▚': "x..x", '▐': ".x.x", '▜': "xx.x", '▄': "..xx", '▙': "x.xx", '▟': ".xxx", '█': "xxxx",
		}[symbol]
		dots := make([]bool, len(named))
		for i := range named {
			dots[i] = named[i] == 'x'
		}
		return dots
	}
	dots := make([]bool, 8)
	for i, number := range []int{1, 4, 2, 5, 3, 6, 7, 8} {
		dots[i] = (symbol-0x2800)>>(number-1)&1 == 1
	}
	return dots
}

// A slow second way to the picture: for every dot the bounds of its row are
// worked out as powers, and it is lit if the value is within them, or if it lies
// between the value and that of the column before.
func TestDotsAgainstBruteForce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		// Powers of ten, none of them on the edge of a row: those are at tenths.
		power := rapid.Map(rapid.IntRange(-500, 4500), func(i int) float64 { return float64(i)/1000 + 0.0004 })
		values := rapid.SliceOfN(power, 30, 30).Draw(t, "powers")
		a := Alphabet(rapid.IntRange(0, 2).Draw(t, "alphabet"))
		wide, high := []int{2, 2, 1}[a], []int{4, 2, 1}[a]
		next := 0
		c := Chart{
			// One column of axis leaves 15 to the plot: too few for letters.
			Width: 16, Height: 12, XMin: 1e5, XMax: 1e9, YMin: 1, YMax: 1e4, Alphabet: a,
			Series: []Series{{Letter: 'K', At: func(float64) float64 {
				next++
				return math.Pow(10, values[next-1])
			}}},
		}
		var r Raster
		c.Draw(&r)
		columns, rows := 15*wide, 10*high
		if next != columns {
			t.Fatalf("the series was asked %d times for %d dot columns", next, columns)
		}
		// rowOf is how many rows begin at or below the value, without the last of
		// them: -1 is below the range and rows is above it.
		rowOf := func(value float64) int {
			row := -1
			for i := 0; i <= rows; i++ {
				if value >= 4*float64(i)/float64(rows) {
					row = i
				}
			}
			return row
		}
		for x := range columns {
			at := rowOf(values[x])
			from := at
			if x > 0 {
				switch before := rowOf(values[x-1]); {
				case before < at:
					from = before + 1
				case before > at:
					from = before - 1
				}
			}
			for row := range rows {
				want := row >= min(from, at) && row <= max(from, at)
				y := rows - 1 - row
				symbol := r.Row(y / high)[1+x/wide].Rune
				if got := dotsOf(a, symbol)[y%high*wide+x%wide]; got != want {
					t.Fatalf("dot %d of column %d: lit %t, want %t\n%s", row, x, got, want, &r)
				}
			}
		}
	})
}

// Names get rows of their own inside the plot area, in the order of the ends, and
// nothing moves when nothing is in the way.
func TestSpread(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		height := rapid.IntRange(1, 20).Draw(t, "height")
		wants := rapid.SliceOfN(rapid.IntRange(0, height-1), 0, height).Draw(t, "wants")
		d := drawing{Raster: &Raster{Frame: Frame{Height: height}}, workspace: &workspace{}, symbols: asciiSymbols}
		distinct := map[int]bool{}
		for i, want := range wants {
			d.slots = append(d.slots, slot{series: i, want: want})
			distinct[want] = true
		}
		d.spread()
		for i, s := range d.slots {
			if s.row < 0 || s.row >= height {
				t.Fatalf("%v: row %d of %d", wants, s.row, height)
			}
			if i > 0 && (s.row <= d.slots[i-1].row || s.want < d.slots[i-1].want) {
				t.Fatalf("%v: slots %v are out of order", wants, d.slots)
			}
			if len(distinct) == len(wants) && s.row != s.want {
				t.Fatalf("%v: %v has moved without need", wants, s)
			}
		}
	})
}
