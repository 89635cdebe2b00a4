package costs

import (
	"math"
)

// Curve is a monthly cost as a function of the request volume: a platform's
// bill, and on top the fixed cost of people where that layer is switched on.
type Curve struct {
	Platform *Platform
	Fixed    float64 // USD a month
}

// Cost returns the USD a month at q requests a month, +Inf where the platform
// cannot carry the volume.
func (c Curve) Cost(q float64) float64 { return c.Platform.Cost(q) + c.Fixed }

// Crossing is a volume at which the cheaper of two curves changes. The new one
// is cheaper at Volume and was not at Volume − 1.
type Crossing struct {
	Volume  float64
	Cheaper *Platform
}

// Crossover says how two curves compare over a range of volumes.
type Crossover struct {
	A, B      *Platform
	Crossings []Crossing // ascending; empty where one stays cheaper throughout
	More      bool       // whether there are more between the last two of Crossings
	AtLow     *Platform  // the cheaper at the low end, nil where they cost the same
	AtHigh    *Platform  // the cheaper at the high end
}

// First returns the first volume at which the cheaper one changes, and whether
// there is one. Node steps make a sawtooth of a cluster's curve, so the first
// change need not be the last.
func (c *Crossover) First() (float64, bool) {
	if len(c.Crossings) == 0 {
		return 0, false
	}
	return c.Crossings[0].Volume, true
}

// Sustained returns the volume from which the cheaper one stays cheaper up to
// the high end of the range. Between First and Sustained lies the contested
// band.
func (c *Crossover) Sustained() (float64, bool) {
	if len(c.Crossings) == 0 {
		return 0, false
	}
	return c.Crossings[len(c.Crossings)-1].Volume, true
}

// crossoverBudget bounds the intervals that are halved for one pair,
// crossoverMost the crossings that are listed of it, and crossoverWork the
// figures that are looked at for all pairs together, and a third as many once
// more from the high end. Real curves need a few hundred intervals; two clusters
// whose nodes cost nearly the same would ask for millions, at every step of
// either. 500 components on every kind of platform take 90 million figures.
const (
	crossoverBudget = 8192
	crossoverMost   = 1000
	crossoverWork   = 150e6
	backwardsWork   = 3
)

// FindCrossover finds every whole volume in [lo, hi] at which the cheaper one
// of two curves changes. Where the curves are too much alike for that, the
// crossings from the low end on are listed, then the last one, which is searched
// for from the high end.
func FindCrossover(a, b Curve, lo, hi float64) Crossover {
	return newCrossoverSearch([]Curve{a, b}, [][2]int{{0, 1}}, crossoverWork).compare(lo, hi)[0]
}

// FindCrossoverWithin does the same looking at no more than about so many
// figures, and returns how many those were. It is false where they were too few
// to tell the last crossing.
func FindCrossoverWithin(a, b Curve, lo, hi float64, figures int) (c Crossover, looked int, settled bool) {
	s := newCrossoverSearch([]Curve{a, b}, [][2]int{{0, 1}}, figures-figures/(backwardsWork+1))
	c = s.compare(lo, hi)[0]
	return c, s.looked, !s.unsettled(0)
}

// Crossovers compares every pair of curves over [lo, hi], in their order.
func Crossovers(curves []Curve, lo, hi float64) []Crossover {
	var pairs [][2]int
	for i := range curves {
		for j := i + 1; j < len(curves); j++ {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	return newCrossoverSearch(curves, pairs, crossoverWork).compare(lo, hi)
}

// middle halves an interval of volumes: by ratio while it spans more than a
// factor of four, which suits a range of six decades, then by difference.
func middle(lo, hi float64) float64 {
	if lo > 0 && hi > 4*lo {
		return math.Floor(math.Sqrt(lo) * math.Sqrt(hi))
	}
	return math.Floor(lo + (hi-lo)/2)
}
