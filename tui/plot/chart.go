package plot

// Series is one curve.
type Series struct {
	Letter rune   // tells the curve without colour; one that can't be drawn becomes a, b, c …
	Name   string // for its right-hand end; may be empty
	// At is the value at x. It is asked once a dot column, from left to right.
	// Where it is zero, negative, infinite or NaN nothing is drawn.
	At     func(x float64) float64
	Dashed bool
}

// MarkKind is what a mark says about its X.
type MarkKind int

const (
	// Crossover is where the cheapest changes: ◆ on the curve, a dotted line from
	// there down, and the label under the axis in place of a tick label.
	Crossover MarkKind = iota
	// You is the present value: ▼ above the curves with its label beside it.
	You
	// Cursor is a vertical line behind the curves, with its label under the axis.
	Cursor
)

// Mark is something noteworthy on the x axis. A mark outside the x range is not
// drawn. Where labels are in each other's way the earlier mark's is drawn.
type Mark struct {
	X    float64
	Kind MarkKind
	// Y is the height of a Crossover's diamond, or what a You mark points down
	// at. 0 means the lowest curve at X for a Crossover, the highest for You.
	Y     float64
	Label string
}

// Chart is what is to be seen. The zero value is an empty chart of no cells.
type Chart struct {
	Width, Height int // cells, with axes and labels; at most 4096 × 1024 are drawn

	// The range of each axis, both logarithmic. Exchanged, equal or meaningless
	// ends are repaired. YMin or YMax 0 is fitted to the series, in whole decades.
	XMin, XMax, YMin, YMax float64

	Alphabet Alphabet
	Series   []Series // painted in this order: the last one is in front
	Marks    []Mark

	// Labels of values on the axes; nil is a plain number such as 1e+06.
	XLabel, YLabel func(float64) string
}

const greatestWidth, greatestHeight = 4096, 1024

// Draw draws the chart into dst, whose size it sets. It reuses dst's memory: a
// redraw of the same size allocates nothing beyond what At and the label
// functions do. The range of y being fitted, a y label of more than five cells
// makes the plot area narrower than first assumed, and the series are asked a
// second time; otherwise each is asked once a dot column.
func (c *Chart) Draw(dst *Raster) {
	dst.reset(min(max(c.Width, 0), greatestWidth), min(max(c.Height, 0), greatestHeight))
	d := drawing{Raster: dst, workspace: &dst.work, chart: c, symbols: c.Alphabet.symbols()}
	d.arrange()
	if dst.Frame.Width == 0 || dst.Frame.Height == 0 {
		return
	}
	d.axes()
	d.curves()
	d.markLines()
	d.letters()
	d.markSymbols()
	d.xLabels()
	d.endLabels()
}

// drawing is one Draw in progress.
type drawing struct {
	*Raster
	*workspace
	symbols
	chart *Chart

	axisColumn, labelled bool // of the y axis: its line, its labels
	axisRow, labelRow    bool // of the x axis
	margin               int  // cells to the right of the plot area
}

// workspace is memory that a raster keeps for its next drawing.
type workspace struct {
	xs      []float64 // x at the middle of every dot column
	samples []float64 // y there, series after series
	dots    []uint8   // lit dots of every cell of the plot area
	front   []int32   // which series is in front there
	ends    []end     // where each series is drawn last
	yTicks  []tick
	xTicks  []tick
	slots   []slot
	blocks  []block
}

// dotColumns and dotRows are the size of the plot area in dots.
func (d *drawing) dotColumns() int { return d.Frame.Width * d.wide }
func (d *drawing) dotRows() int    { return d.Frame.Height * d.high }

// of returns the samples of series i, one a dot column.
func (d *drawing) of(i int) []float64 {
	n := d.dotColumns()
	return d.samples[i*n : (i+1)*n]
}

// letter is the rune that stands for series i.
func (d *drawing) letter(i int) rune {
	letter := d.chart.Series[i].Letter
	if letter == ' ' || d.chart.Alphabet.drawable(letter) != letter {
		return 'a' + rune(i%26)
	}
	return letter
}
