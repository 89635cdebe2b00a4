package plot

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// tick is a round value on an axis.
type tick struct {
	value   float64
	ordinal int // the power of ten, or a count; thinning keeps the multiples
	label   string
	width   int // of the label, in cells
	cell    int // column or row in the plot area
}

// appendTicks adds the round values of a scale: the decades, or where it spans
// less than two of them 1, 2 and 5, or where it spans hardly any evenly spaced
// values.
func appendTicks(ticks []tick, s scale) []tick {
	first := int(math.Ceil(math.Log10(s.lo) - hair))
	last := int(math.Floor(math.Log10(s.hi) + hair))
	if last > first {
		for e := first; e <= last; e++ {
			ticks = append(ticks, tick{value: math.Pow10(e), ordinal: e})
		}
		return ticks
	}
	for e := min(first, last) - 1; e <= last; e++ {
		for _, m := range [...]float64{1, 2, 5} {
			if v := m * math.Pow10(e); v >= s.lo*(1-hair) && v <= s.hi*(1+hair) {
				ticks = append(ticks, tick{value: v, ordinal: len(ticks)})
			}
		}
	}
	if len(ticks) >= 2 {
		return ticks
	}
	ticks = ticks[:0]
	step := roundStep((s.hi - s.lo) / 3)
	for i := math.Ceil(s.lo/step - hair); i*step <= s.hi*(1+hair) && len(ticks) < 10; i++ {
		ticks = append(ticks, tick{value: i * step, ordinal: len(ticks)})
	}
	return ticks
}

// roundStep is the greatest of 1, 2 and 5 times a power of ten that is at most
// width.
func roundStep(width float64) float64 {
	power := math.Pow10(int(math.Floor(math.Log10(width) + hair)))
	switch {
	case width >= 5*power:
		return 5 * power
	case width >= 2*power:
		return 2 * power
	}
	return power
}

// labelTicks fills in label and cell, and leaves out ticks that have no cell, no
// label, or the label of the one before.
func labelTicks(ticks []tick, label func(float64) string, cellOf func(float64) (int, bool)) []tick {
	kept, last := ticks[:0], ""
	for _, t := range ticks {
		cell, ok := cellOf(t.value)
		if label == nil {
			t.label = strconv.FormatFloat(t.value, 'g', 4, 64)
		} else {
			t.label = label(t.value)
		}
		if !ok || t.label == "" || t.label == last {
			continue
		}
		t.cell, t.width, last = cell, utf8.RuneCountInString(t.label), t.label
		kept = append(kept, t)
	}
	return kept
}

// thin keeps the ticks whose ordinal is a multiple of the least stride at which
// all neighbours that are left stand apart. Going by the ordinal rather than by
// the place keeps 1, 100, 10k when the range grows by a decade.
func thin(ticks []tick, apart func(a, b tick) bool) []tick {
	for stride := 1; len(ticks) > 1; stride++ {
		previous, roomy := -1, true
		for i, t := range ticks {
			if t.ordinal%stride != 0 {
				continue
			}
			roomy = roomy && (previous < 0 || apart(ticks[previous], t))
			previous = i
		}
		if !roomy {
			continue
		}
		kept := ticks[:0]
		for _, t := range ticks {
			if t.ordinal%stride == 0 {
				kept = append(kept, t)
			}
		}
		return kept
	}
	return ticks
}

// tickY finds the ticks of the y axis and the width of their labels, which is at
// least the width given.
func (d *drawing) tickY(width int) int {
	d.yTicks = labelTicks(appendTicks(d.yTicks[:0], d.Frame.y), d.chart.YLabel, d.Frame.RowOf)
	d.yTicks = thin(d.yTicks, func(a, b tick) bool { return a.cell-b.cell >= 2 })
	for _, t := range d.yTicks {
		width = max(width, t.width)
	}
	return width
}

// tickX finds the ticks of the x axis whose labels leave two cells between them.
func (d *drawing) tickX() {
	d.xTicks = labelTicks(appendTicks(d.xTicks[:0], d.Frame.x), d.chart.XLabel, d.Frame.ColumnOf)
	d.xTicks = thin(d.xTicks, func(a, b tick) bool {
		return d.centred(b.cell, b.width)-(d.centred(a.cell, a.width)+a.width) >= 2
	})
}

// centred is the raster's column in which a label under a column of the plot area
// begins; near the raster's edges it moves inwards.
func (d *drawing) centred(column, width int) int {
	return max(min(d.Frame.Left+column-width/2, d.Width-width), 0)
}
