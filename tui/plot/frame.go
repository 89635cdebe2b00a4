package plot

// Frame is the plot area of a drawn chart: where it lies in the raster, and which
// values its edges stand for. What the caller draws above or below the chart (a
// ribbon, a pointer) is aligned by it, and a mouse click is read by it.
type Frame struct {
	Left, Top     int // the plot area's upper left cell
	Width, Height int // of the plot area, in cells

	x, y scale
}

// XAt is the value in the middle of a column, counted from the plot area's left.
// Outside the plot area it goes on as the axis would.
func (f Frame) XAt(column int) float64 {
	return f.x.at((float64(column) + 0.5) / float64(max(f.Width, 1)))
}

// YAt is the value in the middle of a row, counted from the plot area's top.
func (f Frame) YAt(row int) float64 { return f.y.at(1 - (float64(row)+0.5)/float64(max(f.Height, 1))) }

// ColumnOf is the column that x lies in, counted from the plot area's left; ok is
// false where x is outside the plot area. ColumnOf(XAt(c)) is c.
func (f Frame) ColumnOf(x float64) (column int, ok bool) {
	column, ok = f.x.slot(x, f.Width)
	if !ok || column < 0 || column >= f.Width {
		return 0, false
	}
	return column, true
}

// RowOf is the row that y lies in, counted from the plot area's top; ok is false
// where y is outside the plot area. RowOf(YAt(r)) is r.
func (f Frame) RowOf(y float64) (row int, ok bool) {
	row, ok = f.y.slot(y, f.Height)
	if !ok || row < 0 || row >= f.Height {
		return 0, false
	}
	return f.Height - 1 - row, true
}
