package plot

import (
	"math"
	"unicode/utf8"
)

// Room that a part must leave to the plot area to be drawn at all.
const (
	leastBesideNames  = 24 // columns, for the names in the right margin
	leastBesideLabels = 16 // columns, for letters in the margin and for y labels
	leastBesideAxis   = 4  // columns, for the y axis
	leastOverLabels   = 3  // rows, for the x labels
	leastOverAxis     = 2  // rows, for the x axis
)

// usualLabel is the width of a y label that is kept free even if all labels are
// shorter, so that the plot area does not move sideways when a slider moves the
// range from $10k to $100k.
const usualLabel = 5

// arrange finds the plot area and the range of both axes, and samples the series.
//
// The width of the y labels depends on the range, a fitted range depends on the
// samples, and where to sample depends on the width: a width is assumed first,
// and the second round happens only where it was too small.
func (d *drawing) arrange() {
	c := d.chart
	d.axisRow = d.Height-1 >= leastOverAxis
	d.labelRow = d.Height-2 >= leastOverLabels
	d.Frame = Frame{Height: d.Height - count(d.axisRow) - count(d.labelRow), x: newScale(c.XMin, c.XMax)}

	width, given := usualLabel, usable(c.YMin) && usable(c.YMax)
	if given {
		d.Frame.y = newScale(c.YMin, c.YMax)
		width = d.tickY(width)
	}
	d.arrangeColumns(width)
	d.sample()
	if given {
		return
	}
	lo, hi := d.extremes()
	d.Frame.y = fit(lo, hi, c.YMin, c.YMax)
	if actual := d.tickY(width); actual > width && d.labelled {
		before := d.Frame.Width
		d.arrangeColumns(actual)
		if d.Frame.Width != before {
			d.sample()
		}
	}
}

// arrangeColumns divides the width between the y labels, the y axis, the plot
// area and the right margin, dropping what there is no room for.
func (d *drawing) arrangeColumns(labelWidth int) {
	names, letters := d.nameWidth()+1, 2
	if len(d.chart.Series) == 0 {
		names, letters = 0, 0
	}
	gutter := labelWidth + 2 // the label, a space, the axis
	for _, try := range [...]struct{ left, margin, least int }{
		{gutter, names, leastBesideNames},
		{gutter, letters, leastBesideLabels},
		{gutter, 0, leastBesideLabels},
		{1, 0, leastBesideAxis},
		{0, 0, 0},
	} {
		plot := d.Width - try.left - try.margin
		if plot < try.least {
			continue
		}
		d.Frame.Left, d.Frame.Width, d.margin = try.left, plot, try.margin
		d.axisColumn, d.labelled = try.left > 0, try.left > 1
		return
	}
}

// nameWidth is the width of the longest "L Lambda", at most a quarter of the
// chart.
func (d *drawing) nameWidth() int {
	widest := 1
	for _, s := range d.chart.Series {
		if s.Name != "" {
			widest = max(widest, 2+utf8.RuneCountInString(s.Name))
		}
	}
	return min(widest, d.Width/4)
}

// sample asks every series once for each dot column.
func (d *drawing) sample() {
	n := d.dotColumns()
	d.xs = sized(d.xs, n)
	for i := range d.xs {
		d.xs[i] = d.Frame.x.at((float64(i) + 0.5) / float64(n))
	}
	d.samples = sized(d.samples, n*len(d.chart.Series))
	for i, s := range d.chart.Series {
		row := d.of(i)
		for j, x := range d.xs {
			if s.At == nil {
				row[j] = math.NaN()
			} else {
				row[j] = s.At(x)
			}
		}
	}
}

// extremes are the least and greatest sample that can be drawn, +Inf and -Inf
// where there is none.
func (d *drawing) extremes() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, v := range d.samples {
		if usable(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	return lo, hi
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
