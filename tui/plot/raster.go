package plot

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// Ink says what a cell belongs to. The caller maps it to a style.
type Ink uint8

const (
	Blank        Ink = iota // a space
	Axis                    // axis lines and ticks
	Label                   // tick labels on both axes
	CrossoverInk            // a crossover's diamond, line and label
	YouInk                  // the mark of the present value and its label
	CursorInk               // the cursor line and its label

	// SeriesInk is the ink of Series[0]; Series[i] has SeriesInk+i, for its line,
	// its letter, its end mark and its name. Series after the 240th share an ink.
	SeriesInk Ink = 16
)

func seriesInk(i int) Ink { return SeriesInk + Ink(min(i, int(^SeriesInk))) }

// Series returns which series the ink belongs to, and false for other inks.
func (k Ink) Series() (index int, ok bool) {
	if k < SeriesInk {
		return 0, false
	}
	return int(k - SeriesInk), true
}

// Cell is one character position: a rune that is one cell wide, and its ink.
type Cell struct {
	Rune rune
	Ink  Ink
}

// Raster is a drawn chart: Height rows of Width cells. The zero value is ready
// for [Chart.Draw]. A raster keeps its memory from one Draw to the next, and must
// not be drawn into by two goroutines at once.
type Raster struct {
	Width, Height int
	Cells         []Cell // row after row, from the top left
	Frame         Frame  // the plot area of what was drawn last

	work workspace
}

// Row returns the cells of row y from the top, nil outside the raster. The cells
// are the raster's own.
func (r *Raster) Row(y int) []Cell {
	if y < 0 || y >= r.Height {
		return nil
	}
	return r.Cells[y*r.Width : (y+1)*r.Width]
}

// Around is what a series was drawn as at both sides of the middle of a column of
// the plot area: at the first and the last dot of the column, which may be one.
func (r *Raster) Around(series, column int) (left, right float64) {
	n := len(r.work.xs)
	wide := n / r.Frame.Width
	at := series*n + column*wide
	return r.work.samples[at], r.work.samples[at+wide-1]
}

// Runs yields row y from left to right as maximal runs of equal ink, so that the
// caller styles a run at once: styling cell by cell is some thirty times slower.
// The texts together are the row; outside the raster there are none.
func (r *Raster) Runs(y int) iter.Seq2[string, Ink] {
	return func(yield func(string, Ink) bool) {
		row := r.Row(y)
		text := make([]byte, 0, 3*len(row)) // no narrow rune takes more than three bytes
		for from := 0; from < len(row); {
			to := from + 1
			for to < len(row) && row[to].Ink == row[from].Ink {
				to++
			}
			text = text[:0]
			for _, cell := range row[from:to] {
				text = utf8.AppendRune(text, cell.Rune)
			}
			if !yield(string(text), row[from].Ink) {
				return
			}
			from = to
		}
	}
}

// String is the chart as text without styles: Height lines joined by newlines,
// each without its trailing spaces.
func (r *Raster) String() string {
	var text strings.Builder
	for y := range r.Height {
		if y > 0 {
			text.WriteByte('\n')
		}
		row := r.Row(y)
		for len(row) > 0 && row[len(row)-1].Rune == ' ' {
			row = row[:len(row)-1]
		}
		for _, cell := range row {
			text.WriteRune(cell.Rune)
		}
	}
	return text.String()
}

// reset makes the raster width × height spaces.
func (r *Raster) reset(width, height int) {
	r.Width, r.Height = width, height
	r.Cells = sized(r.Cells, width*height)
	for i := range r.Cells {
		r.Cells[i] = Cell{Rune: ' '}
	}
}

// set puts a rune at (x, y); outside the raster it does nothing.
func (r *Raster) set(x, y int, symbol rune, ink Ink) {
	if x >= 0 && x < r.Width && y >= 0 && y < r.Height {
		r.Cells[y*r.Width+x] = Cell{Rune: symbol, Ink: ink}
	}
}

// free says whether the cells from (x, y) on are blank and inside the raster.
func (r *Raster) free(x, y, length int) bool {
	if y < 0 || y >= r.Height || x < 0 || x+length > r.Width {
		return false
	}
	for _, cell := range r.Cells[y*r.Width+x : y*r.Width+x+length] {
		if cell.Ink != Blank {
			return false
		}
	}
	return true
}

// sized returns a slice of n elements, in the memory of s where that is enough.
// The elements' values are not defined.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
