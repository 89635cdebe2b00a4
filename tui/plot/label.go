package plot

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// letters puts the letter of each series on its line near the left third, so that
// it can be told without colour, and again near the second third where the curve
// has no name at its end. In ASCII the line consists of letters already, and only
// a series that is hidden behind others needs one.
func (d *drawing) letters() {
	if d.Frame.Width < leastBesideLabels {
		return
	}
	for i := range d.chart.Series {
		if !d.ends[i].drawn || d.chart.Alphabet.sevenBit() && d.visible(i) {
			continue
		}
		d.letterNear(i, d.Frame.Width/3)
		if d.margin == 0 {
			d.letterNear(i, d.Frame.Width*2/3)
		}
	}
}

// visible says whether series i is in front in at least one cell.
func (d *drawing) visible(i int) bool {
	for at, front := range d.front {
		if d.dots[at] != 0 && front == int32(i) {
			return true
		}
	}
	return false
}

// letterNear writes the letter of series i on its line, as near to the column as
// there is a cell that it has to itself. A series that is behind others all over
// that stretch takes a cell of theirs.
func (d *drawing) letterNear(i, column int) {
	for _, behind := range [...]bool{false, true} {
		for k := range d.Frame.Width/3 + 1 {
			x := column + (k+1)/2*(1-k%2*2) // column, -1, +1, -2, +2 …
			if d.letterAt(i, x, behind) {
				return
			}
		}
	}
}

// letterAt writes the letter of series i in a column of the plot area, unless the
// line is not drawn there, is behind another one, or would touch another letter.
func (d *drawing) letterAt(i, x int, behind bool) bool {
	if x < 0 || x >= d.Frame.Width {
		return false
	}
	y, ok := d.Frame.RowOf(d.of(i)[x*d.wide+d.wide/2])
	if !ok {
		return false
	}
	dots, front := d.cell(x, y)
	if *dots == 0 || *front != int32(i) && !behind {
		return false
	}
	if d.isLetter(x-1, y) || d.isLetter(x, y) || d.isLetter(x+1, y) {
		return false
	}
	d.set(d.Frame.Left+x, d.Frame.Top+y, d.letter(i), seriesInk(i))
	return true
}

// isLetter says whether a cell of the plot area shows a letter over its line.
func (d *drawing) isLetter(x, y int) bool {
	if x < 0 || x >= d.Frame.Width {
		return false
	}
	dots, front := d.cell(x, y)
	if *dots == 0 {
		return false
	}
	shown := d.Row(d.Frame.Top + y)[d.Frame.Left+x].Rune
	return shown != d.chart.Alphabet.glyph(*dots, d.letter(int(*front)))
}

// slot is the place of a name in the right margin: the row of dots its curve ends
// in, and the row of cells it is given.
type slot struct{ series, want, row int }

// endLabels writes the name of each curve at its right-hand end: in the margin
// where the curve reaches it, beside its last point where it ends before.
func (d *drawing) endLabels() {
	if d.margin == 0 {
		return
	}
	d.slots = d.slots[:0]
	for i, e := range d.ends {
		if e.drawn && e.x/d.wide == d.Frame.Width-1 {
			d.slots = append(d.slots, slot{series: i, want: e.y})
		}
	}
	// The curves in front keep their names where there are fewer rows than names.
	d.slots = d.slots[max(len(d.slots)-d.Frame.Height, 0):]
	d.spread()
	for _, s := range d.slots {
		d.name(s.series, d.Frame.Left+d.Frame.Width+1, d.Frame.Top+s.row, d.margin-1)
	}
	for i, e := range d.ends {
		if e.drawn && e.x/d.wide < d.Frame.Width-1 {
			d.nameBeside(i, d.Frame.Left+e.x/d.wide+2, d.Frame.Top+e.y/d.high)
		}
	}
}

// name writes "L Lambda" from (x, y) on, cut off after limit cells, or "L".
func (d *drawing) name(i, x, y, limit int) {
	d.set(x, y, d.letter(i), seriesInk(i))
	if name := d.chart.Series[i].Name; name != "" && limit > 2 {
		d.write(x+2, y, name, limit-2, seriesInk(i))
	}
}

// nameBeside writes the name of a curve that ends inside the plot area at (x, y)
// or one row off, where there is room; else its letter; else nothing.
func (d *drawing) nameBeside(i, x, y int) {
	full := min(2+utf8.RuneCountInString(d.chart.Series[i].Name), d.Width/4)
	for _, width := range [...]int{full, 1} {
		for _, row := range [...]int{y, y - 1, y + 1} {
			inside := row >= d.Frame.Top && row < d.Frame.Top+d.Frame.Height
			if inside && d.free(x-1, row, width+2) {
				d.name(i, x, row, width)
				return
			}
		}
	}
}

// block is a group of names that touch.
type block struct{ sum, count int }

// spread gives every slot a row of its own, in the order of the curves and as near
// to where they end as possible. Subtracting its rank from each wish turns "one
// row apart" into "not descending", and the nearest such sequence comes from
// averaging neighbours that are in the wrong order.
func (d *drawing) spread() {
	slices.SortFunc(d.slots, func(a, b slot) int {
		return cmp.Or(cmp.Compare(a.want, b.want), cmp.Compare(a.series, b.series))
	})
	d.blocks = d.blocks[:0]
	for rank, s := range d.slots {
		d.blocks = append(d.blocks, block{s.want/d.high - rank, 1})
		for n := len(d.blocks); n > 1; n-- {
			last, before := d.blocks[n-1], d.blocks[n-2]
			if before.sum*last.count <= last.sum*before.count {
				break
			}
			d.blocks = d.blocks[:n-1]
			d.blocks[n-2] = block{before.sum + last.sum, before.count + last.count}
		}
	}
	rank := 0
	for _, b := range d.blocks {
		first := (2*b.sum + b.count) / (2 * b.count) // the mean, rounded
		if 2*b.sum+b.count < 0 {
			first = 0
		}
		first = max(min(first, d.Frame.Height-len(d.slots)), 0)
		for range b.count {
			d.slots[rank].row = first + rank
			rank++
		}
	}
}
