package costs

import (
	"math"
	"slices"
)

// Segment is a stretch of volumes on which one platform is the cheapest.
type Segment struct {
	From, To float64   // requests a month, both included
	Cheapest *Platform // nil where no platform can carry the volume
}

// Envelope says who is cheapest at each volume of [lo, hi] among all curves.
// The order of two curves changes only at one of their crossings, so it is
// enough to ask once between each two neighbouring crossings.
func Envelope(curves []Curve, crossovers []Crossover, lo, hi float64) []Segment {
	lo, hi = math.Ceil(lo), math.Floor(hi)
	starts := []float64{lo}
	for i := range crossovers {
		for _, c := range crossovers[i].Crossings {
			starts = append(starts, c.Volume)
		}
	}
	slices.Sort(starts)
	starts = slices.Compact(starts)
	var segments []Segment
	for i, from := range starts {
		to := hi
		if i+1 < len(starts) {
			to = starts[i+1] - 1
		}
		cheapest := Cheapest(curves, from)
		if n := len(segments); n > 0 && segments[n-1].Cheapest == cheapest {
			segments[n-1].To = to
			continue
		}
		segments = append(segments, Segment{from, to, cheapest})
	}
	return segments
}

// Cheapest returns the platform with the lowest cost at q requests a month,
// the first of several that cost the same, nil where none can carry it.
func Cheapest(curves []Curve, q float64) *Platform {
	var best *Platform
	least := math.Inf(1)
	for _, c := range curves {
		if usd := c.Cost(q); usd < least {
			best, least = c.Platform, usd
		}
	}
	return best
}

// Crossovers compares every pair of curves over [lo, hi].
func Crossovers(curves []Curve, lo, hi float64) []Crossover {
	var all []Crossover
	for i := range curves {
		for j := i + 1; j < len(curves); j++ {
			all = append(all, FindCrossover(curves[i], curves[j], lo, hi))
		}
	}
	return all
}
