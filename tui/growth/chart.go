package growth

import (
	"math"
	"strconv"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/tui/chart"
	"runwhere/tui/plot"
)

// The plot's x axis is logarithmic. A month m has the place 10^m on it, so the
// months lie evenly and each of them is a tick.
func atMonth(month float64) float64 { return math.Pow(10, month) }

func monthAt(x float64) float64 { return math.Log10(x) }

// monthLabel names every month, every third, sixth or twelfth one: the plot
// leaves out ticks without a label, and more of them where there is no room.
func monthLabel(horizon int) func(float64) string {
	every := 1
	switch {
	case horizon > 60:
		every = 12
	case horizon > 36:
		every = 6
	case horizon >= 12:
		every = 3
	}
	return func(x float64) string {
		month := int(math.Round(monthAt(x)))
		if month%every != 0 {
			return ""
		}
		return strconv.Itoa(month)
	}
}

// drawChart draws every line that has a figure, and marks the months in which
// the cheapest one changes.
func (g *Window) drawChart() {
	o, w, h := &g.Outlook, g.layout.chart.W-2, g.layout.chart.H-2
	today := o.Volumes[0]
	picture := plot.Chart{
		Width: w, Height: h - 1, XMin: 1, XMax: atMonth(float64(o.Horizon)),
		Alphabet: g.Alphabet, XLabel: monthLabel(o.Horizon), YLabel: quantity.ShortMoney,
	}
	g.drawn = g.drawn[:0]
	for i := range o.Lines {
		l := &o.Lines[i]
		if l.Ends == 0 {
			continue
		}
		g.drawn = append(g.drawn, i)
		picture.Series = append(picture.Series, plot.Series{Letter: l.Letter, Name: l.Name, At: func(x float64) float64 {
			return l.Cost(o.VolumeAt(today, monthAt(x)))
		}})
	}
	for _, c := range o.Changes {
		if c.To >= 0 {
			picture.Marks = append(picture.Marks, plot.Mark{
				X: atMonth(float64(c.Month)), Kind: plot.Crossover, Label: strconv.Itoa(c.Month), Y: o.Lines[c.To].Costs[c.Month],
			})
		}
	}
	picture.YMin, picture.YMax = g.costRange()
	picture.Draw(&g.raster)
	lines := chart.Lines(g.Styles, nil, &g.raster, g.optionOf)
	lines = append(lines, g.ribbon())
	g.chart = g.Styles.Box("Monthly cost by month (log USD)", lines, g.layout.chart.W, g.layout.chart.H)
}

// costRange is the range of what is drawn and a little more. Whole decades
// would leave most of a low chart empty: bills seldom grow tenfold.
func (g *Window) costRange() (lo, hi float64) {
	lo = math.Inf(1)
	for _, i := range g.drawn {
		for _, usd := range g.Outlook.Lines[i].Costs {
			if usd > 0 && !math.IsInf(usd, 1) {
				lo, hi = math.Min(lo, usd), math.Max(hi, usd)
			}
		}
	}
	if hi == 0 {
		return 1, 10
	}
	return lo / 1.2, hi * 1.2
}

// optionOf is the option of a line that is drawn.
func (g *Window) optionOf(series int) checklist.Option {
	return g.Outlook.Lines[g.drawn[min(series, len(g.drawn)-1)]].Option
}

// ribbon says under each column which line is the cheapest in its month, in
// letters. A column belongs to the last month that begins in it, so that a
// change is under its mark.
func (g *Window) ribbon() string {
	frame, o := &g.raster.Frame, &g.Outlook
	half := float64(o.Horizon) / float64(2*max(1, frame.Width))
	return chart.Ribbon(g.Styles, frame, "best", func(column int) (rune, checklist.Option) {
		month := int(monthAt(frame.XAt(column)) + half - 1e-6)
		best := o.Cheapest[max(0, min(month, o.Horizon))]
		if best < 0 {
			return ' ', ""
		}
		return o.Lines[best].Letter, o.Lines[best].Option
	})
}
