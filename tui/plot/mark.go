package plot

// ink is the ink of a mark's line, symbol and label. A kind that does not exist
// is treated as a cursor.
func (m Mark) ink() Ink {
	switch m.Kind {
	case Crossover:
		return CrossoverInk
	case You:
		return YouInk
	}
	return CursorInk
}

// markLines draws the vertical lines of crossovers and cursors. They go behind
// the curves: only blank cells take them.
func (d *drawing) markLines() {
	for _, m := range d.chart.Marks {
		column, ok := d.Frame.ColumnOf(m.X)
		if !ok || m.Kind == You {
			continue
		}
		line, top := d.cursor, 0
		if m.Kind == Crossover {
			line = d.drop
			if row, ok := d.crossoverRow(m); ok {
				top = row
			}
		}
		x := d.Frame.Left + column
		for y := d.Frame.Top + top; y < d.Frame.Top+d.Frame.Height; y++ {
			if d.free(x, y, 1) {
				d.set(x, y, line, m.ink())
			}
		}
		if d.axisRow {
			d.set(x, d.Frame.Top+d.Frame.Height, d.foot, m.ink())
		}
	}
}

// markSymbols draws ◆ and ▼, and the × of curves that stop, over the curves.
func (d *drawing) markSymbols() {
	for i, e := range d.ends {
		if e.stops {
			d.set(d.Frame.Left+e.x/d.wide, d.Frame.Top+e.y/d.high, d.stop, seriesInk(i))
		}
	}
	for _, m := range d.chart.Marks {
		column, ok := d.Frame.ColumnOf(m.X)
		switch {
		case !ok:
		case m.Kind == You:
			x, y := d.Frame.Left+column, d.Frame.Top+d.youRow(m, column)
			d.set(x, y, d.you, YouInk)
			d.beside(x, y, m.Label, YouInk)
		case m.Kind == Crossover:
			if row, ok := d.crossoverRow(m); ok {
				d.set(d.Frame.Left+column, d.Frame.Top+row, d.crossing, CrossoverInk)
			}
		}
	}
}

// crossoverRow is the row of a crossover's diamond: that of its Y, or of the
// lowest curve there.
func (d *drawing) crossoverRow(m Mark) (row int, ok bool) {
	y := m.Y
	if !usable(y) {
		y = d.lowest(m.X)
	}
	return d.Frame.RowOf(y)
}

// lowest is the least drawable sample in the dot column of x, 0 without one.
func (d *drawing) lowest(x float64) (least float64) {
	column, ok := d.Frame.x.slot(x, d.dotColumns())
	if !ok || column < 0 || column >= d.dotColumns() {
		return 0
	}
	for i := range d.chart.Series {
		if v := d.of(i)[column]; usable(v) && (least == 0 || v < least) {
			least = v
		}
	}
	return least
}

// youRow is the row of a ▼: the first free cell over the highest curve in its
// column, or over its Y. Where there is none it is the top row.
func (d *drawing) youRow(m Mark, column int) int {
	row, ok := d.Frame.RowOf(m.Y)
	if !ok {
		for row = 0; row < d.Frame.Height; row++ {
			if dots, _ := d.cell(column, row); *dots != 0 {
				break
			}
		}
	}
	for row > 0 {
		row--
		if dots, _ := d.cell(column, row); *dots == 0 {
			break
		}
	}
	return row
}
