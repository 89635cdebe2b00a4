package plot

// end is the last point of a series that was drawn, in dots from the upper left
// corner of the plot area.
type end struct {
	x, y  int
	drawn bool // some point was
	stops bool // from the next dot column on the value is NaN or infinite
}

// curves draws all series into the dots, and then the dots into the cells.
func (d *drawing) curves() {
	cells := d.Frame.Width * d.Frame.Height
	d.dots, d.front = sized(d.dots, cells), sized(d.front, cells)
	clear(d.dots)
	d.ends = sized(d.ends, len(d.chart.Series))
	for i := range d.chart.Series {
		d.ends[i] = d.curve(i)
	}
	for y := range d.Frame.Height {
		for x := range d.Frame.Width {
			dots, front := d.cell(x, y)
			if *dots != 0 {
				glyph := d.chart.Alphabet.glyph(*dots, d.letter(int(*front)))
				d.set(d.Frame.Left+x, d.Frame.Top+y, glyph, seriesInk(int(*front)))
			}
		}
	}
}

// curve lights the dots of series i. Between two neighbouring columns the line
// goes up or down in the second one, so a step of a node count is one straight
// vertical line. A line to a value outside the y range is drawn up to the edge.
func (d *drawing) curve(i int) (last end) {
	var (
		samples  = d.of(i)
		dashed   = d.chart.Series[i].Dashed
		previous int
		joined   bool // the column before has a value
		length   int  // of the line so far, in dots
	)
	for x, value := range samples {
		y, ok := d.dotRow(value)
		if !ok {
			joined = false
			continue
		}
		from, step := y, 1
		if joined && previous != y {
			if previous > y {
				step = -1
			}
			from = previous + step
		}
		for dot := from; ; dot += step {
			if !dashed || length%(d.dash+d.gap) < d.dash {
				d.light(x, dot, i)
			}
			length++
			if dot == y {
				break
			}
		}
		if y >= 0 && y < d.dotRows() {
			last = end{x: x, y: y, drawn: true}
		}
		previous, joined = y, true
	}
	last.stops = last.drawn && stopped(samples[last.x+1:])
	return last
}

// stopped says whether there are values left and none of them is finite.
func stopped(rest []float64) bool {
	for _, v := range rest {
		if v-v == 0 { // true for finite values only
			return false
		}
	}
	return len(rest) > 0
}

// dotRow is the row of dots of a value from the top, -1 above the plot area and
// dotRows() below it; ok is false where nothing is drawn.
func (d *drawing) dotRow(value float64) (row int, ok bool) {
	slot, ok := d.Frame.y.slot(value, d.dotRows())
	return d.dotRows() - 1 - slot, ok
}

// light turns on one dot for series i, which comes to the front of its cell.
func (d *drawing) light(x, y, i int) {
	if y < 0 || y >= d.dotRows() {
		return
	}
	dots, front := d.cell(x/d.wide, y/d.high)
	*dots |= d.chart.Alphabet.bit(x%d.wide, y%d.high)
	*front = int32(i)
}

// cell is the dots and the front series of a cell of the plot area.
func (d *drawing) cell(x, y int) (dots *uint8, front *int32) {
	at := y*d.Frame.Width + x
	return &d.dots[at], &d.front[at]
}
