package plot

import "unicode/utf8"

// axes draws the two lines, and the ticks and labels of the y axis. The x axis is
// labelled after the marks, which go before its ticks.
func (d *drawing) axes() {
	f := d.Frame
	foot := f.Top + f.Height
	if d.axisColumn {
		for y := range f.Height {
			d.set(f.Left-1, f.Top+y, d.yAxis, Axis)
		}
		d.set(f.Left-1, foot, d.corner, Axis)
	}
	if d.axisRow {
		for x := range f.Width {
			d.set(f.Left+x, foot, d.xAxis, Axis)
		}
	}
	if !d.labelled {
		return
	}
	room := f.Left - 2
	for _, t := range d.yTicks {
		d.set(f.Left-1, f.Top+t.cell, d.yTick, Axis)
		d.write(max(room-t.width, 0), f.Top+t.cell, t.label, room, Label)
	}
}

// xLabels writes the labels under the x axis: those of the marks, and those of
// the ticks where there is still room.
func (d *drawing) xLabels() {
	if !d.labelRow {
		return
	}
	for _, m := range d.chart.Marks {
		column, ok := d.Frame.ColumnOf(m.X)
		if !ok || m.Kind == You || m.Label == "" || d.underAxis(column, m.Label, m.ink()) {
			continue
		}
		d.beside(d.Frame.Left+column, d.Frame.Top+d.Frame.Height-1, m.Label, m.ink())
	}
	d.tickX()
	foot := d.Frame.Top + d.Frame.Height
	for _, t := range d.xTicks {
		if d.underAxis(t.cell, t.label, Label) && d.Row(foot)[d.Frame.Left+t.cell].Ink == Axis {
			d.set(d.Frame.Left+t.cell, foot, d.xTick, Axis)
		}
	}
}

// underAxis writes a label centred under a column, with a space on either side of
// it, or says that there is no room.
func (d *drawing) underAxis(column int, text string, ink Ink) bool {
	width := utf8.RuneCountInString(text)
	x, y := d.centred(column, width), d.Frame.Top+d.Frame.Height+1
	from, to := max(x-1, 0), min(x+width+1, d.Width)
	if width > d.Width || !d.free(from, y, to-from) {
		return false
	}
	d.write(x, y, text, width, ink)
	return true
}
