package plot

import (
	"slices"
	"testing"
)

func TestRunsAreMaximalAndComplete(t *testing.T) {
	t.Parallel()
	r := Raster{Width: 6, Height: 1, Cells: []Cell{
		{'│', Axis}, {'a', SeriesInk}, {'b', SeriesInk}, {' ', Blank}, {' ', Blank}, {'b', SeriesInk + 1},
	}}
	var texts []string
	var inks []Ink
	for text, ink := range r.Runs(0) {
		texts, inks = append(texts, text), append(inks, ink)
	}
	if !slices.Equal(texts, []string{"│", "ab", "  ", "b"}) {
		t.Errorf("texts %q", texts)
	}
	if !slices.Equal(inks, []Ink{Axis, SeriesInk, Blank, SeriesInk + 1}) {
		t.Errorf("inks %v", inks)
	}
	for range r.Runs(0) {
		break // leaving early must not panic
	}
	for _, y := range []int{-1, 1} {
		for text := range r.Runs(y) {
			t.Errorf("row %d outside the raster has a run %q", y, text)
		}
		if r.Row(y) != nil {
			t.Errorf("row %d outside the raster is not nil", y)
		}
	}
}

func TestSeriesOfInk(t *testing.T) {
	t.Parallel()
	for _, i := range []int{0, 1, 239} {
		if got, ok := seriesInk(i).Series(); !ok || got != i {
			t.Errorf("series of the ink of series %d: %d, %t", i, got, ok)
		}
	}
	if got, _ := seriesInk(1000).Series(); got != 239 {
		t.Errorf("series after the last ink share that of %d, want 239", got)
	}
	for _, ink := range []Ink{Blank, Axis, Label, CrossoverInk, YouInk, CursorInk} {
		if _, ok := ink.Series(); ok {
			t.Errorf("ink %d belongs to a series", ink)
		}
	}
}

func TestParseAlphabet(t *testing.T) {
	t.Parallel()
	for _, a := range []Alphabet{Braille, Block, ASCII} {
		if got, err := ParseAlphabet(a.String()); err != nil || got != a {
			t.Errorf("%v is read back as %v, %v", a, got, err)
		}
	}
	if got, err := ParseAlphabet(" Block "); err != nil || got != Block {
		t.Errorf("case and spaces: %v, %v", got, err)
	}
	const want = `chart alphabet "dots" is unknown: choose braille, block or ascii`
	if _, err := ParseAlphabet("dots"); err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	if got := Alphabet(7).String(); got != "Alphabet(7)" {
		t.Errorf("unknown alphabet is called %s", got)
	}
}

// TestAround: the dots of a column enclose its middle, in every alphabet.
func TestAround(t *testing.T) {
	t.Parallel()
	for _, alphabet := range []Alphabet{Braille, Block, ASCII} {
		var r Raster
		same := func(x float64) float64 { return x }
		c := Chart{Width: 60, Height: 12, XMin: 1, XMax: 1e6, Alphabet: alphabet, Series: []Series{{Letter: 'a', At: same}, {Letter: 'b', At: same}}}
		c.Draw(&r)
		for column := range r.Frame.Width {
			left, right := r.Around(1, column)
			if x := r.Frame.XAt(column); left > x || right < x || r.Frame.XAt(max(0, column-1)) > left && column > 0 {
				t.Fatalf("column %d: %v is not between %v and %v", column, x, left, right)
			}
		}
	}
}
