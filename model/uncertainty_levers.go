package model

import (
	"cmp"
	"context"
	"math"
	"slices"

	"runwhere/costs"
)

// Lever is what one uncertain input does to the decision.
type Lever struct {
	UncertainInput

	// Second less Cheapest in USD a month with the input at the end of its
	// range and all others at their median; +Inf and −Inf where only one of the
	// two can run, NaN where neither can or the scenario has no two.
	AtLow, AtHigh float64

	// The volume from which the cheaper one of the two stays cheaper with the
	// input at the end of its range, in requests a month; NaN where none is.
	CrossoverLow, CrossoverHigh float64

	// Worth is the expected saving in USD a month of choosing after this input
	// is known exactly; NaN where every option fails in some draw.
	Worth float64
}

// Swing is how far the input moves the difference between the two, in USD a
// month.
func (l *Lever) Swing() float64 { return math.Abs(l.AtHigh - l.AtLow) }

// pair finds the two options that cost the least where every input has its
// median, and how much the second costs more. It is false where no two can run.
func (u *Uncertainty) pair(m *drawModel) (a, b int, ok bool) {
	curves, q := m.curvesAt(m.medians())
	order := []int{0, 1, 2}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(usdAt(curves[x], q), usdAt(curves[y], q)) })
	a, b = order[0], order[1]
	u.Difference = usdAt(curves[b], q) - usdAt(curves[a], q)
	if math.IsInf(u.Difference, 0) || math.IsNaN(u.Difference) {
		u.Difference = math.NaN()
		return a, b, false
	}
	u.Cheapest, u.Second = m.curves[a].Platform, m.curves[b].Platform
	return a, b, true
}

func (m *drawModel) medians() []float64 {
	values := make([]float64, len(m.inputs))
	for i := range m.inputs {
		values[i] = m.inputs[i].spread.quantile(0.5)
	}
	return values
}

// tornado moves one input after the other to both ends of its range. Levers
// are sorted by their swing, the widest first; those of no known swing last.
func (u *Uncertainty) tornado(ctx context.Context, m *drawModel, k *knowledge, drawn *outcomes) {
	a, b, ok := u.pair(m)
	u.Levers = make([]Lever, len(m.inputs))
	sideBySide(len(m.inputs), func(i int) {
		if ctx.Err() != nil {
			return
		}
		l := Lever{
			UncertainInput: m.inputs[i], AtLow: math.NaN(), AtHigh: math.NaN(),
			CrossoverLow: math.NaN(), CrossoverHigh: math.NaN(), Worth: k.of(drawn.values[i]),
		}
		if ok {
			l.AtLow, l.CrossoverLow = m.between(a, b, i, l.Range.Low)
			l.AtHigh, l.CrossoverHigh = m.between(a, b, i, l.Range.High)
		}
		u.Levers[i] = l
	})
	slices.SortStableFunc(u.Levers, func(x, y Lever) int { return cmp.Compare(y.Swing(), x.Swing()) })
}

// between compares two options with one input at a value and all others at
// their median.
func (m *drawModel) between(a, b, input int, v float64) (difference, crossover float64) {
	values := m.medians()
	values[input] = v
	curves, q := m.curvesAt(values)
	difference = usdAt(curves[b], q) - usdAt(curves[a], q)
	crossover = math.NaN()
	if curves[a].Platform != nil && curves[b].Platform != nil {
		c := costs.FindCrossover(curves[a], curves[b], LowestVolume, HighestVolume)
		if q, crosses := c.Sustained(); crosses {
			crossover = q
		}
	}
	return difference, crossover
}
