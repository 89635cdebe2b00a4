package model

import (
	"math"
	"slices"
)

// mostDrivers is how many lines of evidence a record names as what drives it.
const mostDrivers = 8

// Drivers are the lines of a ledger that move an option the most, in that
// order.
func Drivers(ledger []Evidence) []Evidence {
	weight := func(l Evidence) float64 {
		most := 0.0
		for _, points := range l.Points {
			most = math.Max(most, math.Abs(points))
		}
		return most
	}
	lines := slices.DeleteFunc(slices.Clone(ledger), func(l Evidence) bool { return weight(l) == 0 })
	slices.SortStableFunc(lines, func(a, b Evidence) int { return compareDescending(weight(a), weight(b)) })
	return lines[:min(mostDrivers, len(lines))]
}

// Scale is the range of points that waterfalls are drawn on, 0 in it.
type Scale struct{ Low, High float64 }

// ScaleOf is the scale on which all of some waterfalls fit.
func ScaleOf(waterfalls ...[]Step) Scale {
	var s Scale
	for _, steps := range waterfalls {
		for i := range steps {
			s.Low, s.High = math.Min(s.Low, steps[i].After), math.Max(s.High, steps[i].After)
		}
	}
	return s
}

// Column is the cell of a number of points on a line of so many cells.
func (s Scale) Column(points float64, cells int) int {
	if s.High == s.Low {
		return 0
	}
	return int(math.Round((points - s.Low) / (s.High - s.Low) * float64(cells-1)))
}

// Span returns the cells from a step's bar begins and before which it ends; at
// least one, so that no step is invisible.
func (s Scale) Span(step *Step, cells int) (from, to int) {
	from, to = s.Column(math.Min(step.Before, step.After), cells), s.Column(math.Max(step.Before, step.After), cells)
	return from, max(from+1, to)
}
