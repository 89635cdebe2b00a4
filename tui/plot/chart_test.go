package plot

import (
	"math"
	"strings"
	"testing"
)

func flat(v float64) func(float64) float64 { return func(float64) float64 { return v } }

func TestFit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name                    string
		lo, hi, setLo, setHi    float64
		wantLeast, wantGreatest float64
	}{
		{"whole decades around", 459, 6720, 0, 0, 100, 10000},
		{"on the decades", 10, 1000, 0, 0, 10, 1000},
		{"one decade", 459, 672, 0, 0, 100, 1000},
		{"one value on a decade", 100, 100, 0, 0, 10, 1000},
		{"cents", 0.021, 0.3, 0, 0, 0.01, 1},
		{"nothing drawn", math.Inf(1), math.Inf(-1), 0, 0, 1, 10},
		{"nothing drawn, an end set", math.Inf(1), math.Inf(-1), 5, 0, 5, 50},
		{"lower end set", 459, 6720, 2, 0, 2, 10000},
		{"upper end set", 459, 6720, 0, 5e5, 100, 5e5},
		{"lower end set above everything", 1, 2, 50, 0, 50, 500},
		{"upper end set below everything", 100, 200, 0, 5, 0.5, 5},
		{"both set", 459, 6720, 1, 3, 1, 3},
		{"exchanged", 459, 6720, 3, 1, 1, 3},
	} {
		s := fit(c.lo, c.hi, c.setLo, c.setHi)
		if math.Abs(s.lo/c.wantLeast-1) > 1e-12 || math.Abs(s.hi/c.wantGreatest-1) > 1e-12 {
			t.Errorf("%s: %g to %g, want %g to %g", c.name, s.lo, s.hi, c.wantLeast, c.wantGreatest)
		}
	}
}

// labelled is a wide enough chart with two curves.
func labelled(width, height int) Chart {
	return Chart{
		Width: width, Height: height, XMin: 1e5, XMax: 1e9, YMin: 10, YMax: 1e5, Alphabet: ASCII,
		Series: []Series{{Letter: 'L', Name: "Lambda", At: flat(200)}, {Letter: 'K', Name: "EKS", At: flat(3000)}},
		XLabel: short, YLabel: dollars,
	}
}

// The order in which parts go is the one the package documents.
func TestPartsAreDroppedInOrder(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		width, height int
		has, not      []string
	}{
		{40, 10, []string{"L Lambda", "K EKS", "$100 +", "1M", "+--"}, nil},
		{39, 10, []string{"L L\n", "$100 +", "1M"}, []string{"Lam", "EKS"}}, // 7 + 24 + 9 is one too many
		{24, 10, []string{"$100 +", "1M"}, []string{"L L"}},
		{22, 10, []string{"|", "1M"}, []string{"$"}},
		{4, 10, []string{"LLLL"}, []string{"|", "$"}},
		{40, 4, []string{"$100 +", "+--"}, []string{"1M", "10M"}},
		{40, 2, []string{"LLLL", "KKKK"}, []string{"+--", "1M"}},
	} {
		chart := labelled(c.width, c.height)
		var r Raster
		chart.Draw(&r)
		picture := r.String() + "\n"
		for _, text := range c.has {
			if !strings.Contains(picture, text) {
				t.Errorf("%d×%d has no %q:\n%s", c.width, c.height, text, picture)
			}
		}
		for _, text := range c.not {
			if strings.Contains(picture, text) {
				t.Errorf("%d×%d still has %q:\n%s", c.width, c.height, text, picture)
			}
		}
	}
}

// A long name has a quarter of the width, and shows that it is cut.
func TestLongNames(t *testing.T) {
	t.Parallel()
	for a, want := range map[Alphabet]string{ASCII: " W Cloudflar.\n", Block: " W Cloudflar…\n"} {
		c := labelled(48, 10)
		c.Alphabet = a
		c.Series = []Series{{Letter: 'W', Name: "Cloudflare Workers", At: flat(200)}}
		var r Raster
		c.Draw(&r)
		if !strings.Contains(r.String(), want) {
			t.Errorf("%v has no %q:\n%s", a, want, &r)
		}
	}
}

// The plot area stays where it is while a fitted range moves by decades, as long
// as the labels are short, and gives way to longer ones.
func TestGutterIsSteady(t *testing.T) {
	t.Parallel()
	var r Raster
	left := func(value float64, label func(float64) string) int {
		c := labelled(60, 12)
		c.YMin, c.YMax, c.YLabel = 0, 0, label
		c.Series = []Series{{Letter: 'L', At: flat(value)}}
		c.Draw(&r)
		return r.Frame.Left
	}
	for _, v := range []float64{0.5, 5, 500, 5e5} {
		if got := left(v, dollars); got != 7 {
			t.Errorf("with %g the plot area begins at %d, want 7", v, got)
		}
	}
	long := func(float64) string { return "1,000,000 USD" }
	if got := left(500, long); got != 15 {
		t.Errorf("with labels of 13 cells the plot area begins at %d, want 15", got)
	}
}

// All labels under the axis stand apart, at every width, and thinning keeps some.
func TestXLabelsNeverTouch(t *testing.T) {
	t.Parallel()
	var r Raster
	known := map[string]bool{"34M": true}
	for _, label := range []string{"100K", "1M", "10M", "100M", "1000M"} {
		known[label] = true
	}
	for width := 8; width < 120; width++ {
		c := labelled(width, 10)
		c.Marks = []Mark{{X: 34e6, Label: "34M"}}
		c.Draw(&r)
		lines := strings.Split(r.String(), "\n")
		labels := strings.Fields(lines[9])
		if len(labels) < 2 && width > 10 {
			t.Errorf("width %d has only %q", width, labels)
		}
		for _, label := range labels {
			if !known[label] {
				t.Errorf("width %d: %q is no label", width, label)
			}
		}
		ticks := strings.Count(lines[8], "+") - 1 // without the corner
		if ticks != len(labels) {
			t.Errorf("width %d: %d ticks for %d labels:\n%s", width, ticks, len(labels), &r)
		}
	}
}

// An axis that spans no two decades still has ticks.
func TestTicksOfNarrowRanges(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lo, hi float64
		want   string
	}{
		{1e5, 1e8, "100K 1M 10M 100M"},
		{2e6, 8e6, "2M 5M"},
		{3e6, 2.5e7, "5M 10M 20M"},
		{3e6, 4e6, "3M 3.2M 3.4M 3.6M 3.8M 4M"},
		{2.1e6, 2.4e6, "2.1M 2.2M 2.3M 2.4M"},
	} {
		f := Frame{Width: 200, x: newScale(c.lo, c.hi)}
		var labels []string
		for _, tick := range labelTicks(appendTicks(nil, f.x), short, f.ColumnOf) {
			labels = append(labels, tick.label)
		}
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("%g to %g: %s, want %s", c.lo, c.hi, got, c.want)
		}
	}
}

// Equal curves can still both be told: the hidden one shows its letter on the
// front one's line, and both names are at the end.
func TestHiddenSeries(t *testing.T) {
	t.Parallel()
	for _, a := range []Alphabet{Braille, Block, ASCII} {
		c := labelled(60, 12)
		c.Alphabet = a
		c.Series[1].At = c.Series[0].At
		var r Raster
		c.Draw(&r)
		on, names := 0, 0
		for y := range r.Frame.Height {
			for x, cell := range r.Row(y) {
				if cell.Rune != 'L' || cell.Ink != SeriesInk {
					continue
				}
				if x < r.Frame.Left+r.Frame.Width {
					on++
				} else {
					names++
				}
			}
		}
		if text := r.String(); on != 1 || names != 2 || !strings.Contains(text, "K EKS") { // L Lambda has two
			t.Errorf("%v: %d letters on the line, %d in the margin:\n%s", a, on, names, text)
		}
	}
}

// A series is told apart without colour: its letter is on its line.
func TestLettersOnTheLines(t *testing.T) {
	t.Parallel()
	c := labelled(60, 12)
	c.Alphabet = Braille
	var r Raster
	c.Draw(&r)
	for i, letter := range []rune{'L', 'K'} {
		row, _ := r.Frame.RowOf([]float64{200, 3000}[i])
		cell := r.Row(row)[r.Frame.Left+r.Frame.Width/3]
		if cell.Rune != letter || cell.Ink != seriesInk(i) {
			t.Errorf("%c is not at the left third of its line:\n%s", letter, &r)
		}
	}
}

// Where series share a cell the later one has it, with the dots of both.
func TestFrontSeries(t *testing.T) {
	t.Parallel()
	c := square(Braille, flat(1.2))                                     // 8·log₁₀ 1.2 = 0.6: the lowest row of dots
	c.Series = append(c.Series, Series{Letter: 'L', At: flat(1.5)})     // 1.4: the next one
	c.Series = append(c.Series, Series{Letter: 'X', At: nil}, Series{}) // nothing to draw
	var r Raster
	c.Draw(&r)
	if got := r.Row(1)[2]; got != (Cell{'⣤', SeriesInk + 1}) {
		t.Errorf("shared cell is %q with ink %d", got.Rune, got.Ink)
	}
}

// A redraw of the same size allocates nothing of its own.
func TestRedrawDoesNotAllocate(t *testing.T) {
	for _, a := range []Alphabet{Braille, Block, ASCII} {
		c := benchChart(132, 56, 12)
		c.Alphabet = a
		c.XLabel = func(float64) string { return "1M" }
		c.YLabel = func(float64) string { return "$1M" }
		var r Raster
		c.Draw(&r)
		if n := testing.AllocsPerRun(20, func() { c.Draw(&r) }); n > 0 {
			t.Errorf("%v: %g allocations a redraw", a, n)
		}
	}
}

// Sizes that no terminal has are cut rather than tried.
func TestHugeSizes(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{math.MaxInt, 3}, {3, math.MaxInt}, {math.MinInt, math.MinInt}} {
		c := labelled(size[0], size[1])
		var r Raster
		c.Draw(&r)
		if r.Width > 4096 || r.Height > 1024 || r.Width < 0 || r.Height < 0 {
			t.Errorf("%v is drawn as %d×%d", size, r.Width, r.Height)
		}
	}
}

// A y label that is wider than the chart costs the labels, not the curves.
func TestHugeLabels(t *testing.T) {
	t.Parallel()
	c := labelled(60, 12)
	c.YLabel = func(float64) string { return strings.Repeat("$", 100) }
	c.XLabel = c.YLabel
	var r Raster
	c.Draw(&r)
	if text := r.String(); strings.Contains(text, "$") || r.Frame.Width != 59 {
		t.Errorf("plot area %d wide:\n%s", r.Frame.Width, text)
	}
}
