package model

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// Crossovers compares every pair of Curves. It is worked out when it is first
// asked for: a dozen platforms make 66 pairs, and a screen shows a few.
func (e *Evaluation) Crossovers() []costs.Crossover { return e.crossovers() }

// Shown returns the crossovers that matter on a chart: those of the platforms that
// stand for the options, and those at which the cheapest of all
// changes, the best mix among them.
func (e *Evaluation) Shown() []costs.Crossover { return e.shown() }

// Envelope says which platform is the cheapest at each volume, or that the best
// mix is. It is worked out when it is first asked for.
func (e *Evaluation) Envelope() []costs.Segment { return e.envelope() }

// Crossover returns how two platforms compare over the range of volumes.
func (e *Evaluation) Crossover(a, b *costs.Platform) *costs.Crossover {
	for _, c := range e.Shown() {
		if c.A == a && c.B == b || c.A == b && c.B == a {
			return &c
		}
	}
	c := costs.FindCrossover(e.Curve(a), e.Curve(b), LowestVolume, HighestVolume)
	return &c
}

// shownSteps is how many volumes are looked at for changes of the cheapest.
const shownSteps = 96

// findShown finds the pairs of Shown and compares them.
func (e *Evaluation) findShown() []costs.Crossover {
	chosen := min(len(checklist.Placeable), len(e.Curves))
	found := costs.Crossovers(e.Curves[:chosen], LowestVolume, HighestVolume)
	if len(e.Curves) == chosen {
		return found
	}
	has := func(a, b *costs.Platform) bool {
		return slices.ContainsFunc(found, func(c costs.Crossover) bool { return c.A == a && c.B == b || c.A == b && c.B == a })
	}
	var last *costs.Platform
	for i := range shownSteps + 1 {
		q := math.Round(LowestVolume * math.Pow(HighestVolume/LowestVolume, float64(i)/shownSteps))
		cheapest := costs.Cheapest(e.contending, q)
		if cheapest != nil && last != nil && cheapest != last && !has(last, cheapest) {
			found = append(found, costs.FindCrossover(e.Curve(last), e.Curve(cheapest), LowestVolume, HighestVolume))
		}
		if cheapest != nil {
			last = cheapest
		}
	}
	return found
}
