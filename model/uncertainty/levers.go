package uncertainty

import (
	"cmp"
	"math"
	"slices"

	"runwhere/checklist"
)

// Lever is what one uncertain input does to the decision.
type Lever struct {
	UncertainInput

	// Second less Cheapest in USD a month with the input at the end of its
	// range and all others at their median; +Inf and −Inf where only one of the
	// two can run, NaN where neither can or the scenario has no two.
	AtLow, AtHigh float64

	// The volume from which the cheaper one of the two stays cheaper with the
	// input at the end of its range, in requests a month; NaN where none is, or
	// where it was not searched.
	CrossoverLow, CrossoverHigh float64

	Moved    bool // whether the ends of the range were billed: see moveWork
	Searched bool // whether the crossovers there were searched for: see leverWork

	// Worth is the expected saving in USD a month of choosing after this input
	// is known exactly; NaN where every option fails in some draw.
	Worth float64
}

// Swing is how far the input moves the difference between the two, in USD a
// month.
func (l *Lever) Swing() float64 { return math.Abs(l.AtHigh - l.AtLow) }

// pair finds the two options that cost the least where every input has its
// median, and how much the second costs more; of options that are billed alike, as
// containers and functions of one service are, the first stands for all. It is false
// where no two can run.
func (u *Uncertainty) pair(m *drawModel) (a, b int, ok bool) {
	curves, q := m.curvesAt(m.medians())
	order := optionsInOrder()
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(usdAt(curves[x], q), usdAt(curves[y], q)) })
	a, b = order[0], order[1]
	for _, o := range order[2:] {
		if usdAt(curves[b], q) == usdAt(curves[a], q) && !math.IsInf(usdAt(curves[o], q), 1) {
			b = o
		}
	}
	u.Difference = usdAt(curves[b], q) - usdAt(curves[a], q)
	if math.IsInf(u.Difference, 0) || math.IsNaN(u.Difference) {
		u.Difference = math.NaN()
		return a, b, false
	}
	u.Cheapest, u.Second = m.curves[a].Platform, m.curves[b].Platform
	return a, b, true
}

// optionsInOrder are the indices of checklist.Placeable, to be sorted.
func optionsInOrder() []int {
	order := make([]int, checklist.PlaceableCount)
	for o := range order {
		order[o] = o
	}
	return order
}

func (m *drawModel) medians() []float64 {
	values := make([]float64, len(m.inputs))
	for i := range m.inputs {
		values[i] = m.inputs[i].spread.quantile(0.5)
	}
	return values
}
