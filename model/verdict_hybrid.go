package model

import (
	"cmp"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// hybrid is the best split, where it uses more than one platform. Where its
// parts are said or seen to differ, what speaks for a platform is met in the
// parts that are there: it has the evidence of the best platform it uses. Else
// it has, component by component, that of the platforms it uses.
func (e *Evaluation) hybrid(points map[checklist.Option]float64) Ranked {
	s := &e.Split
	r := Ranked{Option: checklist.Hybrid, Evidence: points[checklist.Hybrid], MonthlyUSD: s.USD, Feasible: true}
	switch {
	case e.mayDiffer():
		return e.undescribedHybrid(r, points)
	case !s.Feasible:
		r.Why = e.unplaced()
	case math.IsInf(s.USD, 1): // before the number of platforms: which ones it has says nothing then
		r.Why = "what has to run on the cluster saturates its fixed fleet" + moreNodes
	case !s.Mixed():
		r.Why = "the cheapest placement puts every component on one platform"
	}
	if r.Feasible = r.Why == ""; !r.Feasible {
		return r
	}
	mean, best := 0.0, math.Inf(-1)
	for o, option := range costs.Options {
		if n := len(s.Of(option)); n > 0 {
			mean += points[checklist.Option(option)] * float64(n) / float64(len(s.Placements))
			best = math.Max(best, points[checklist.Option(option)])
			r.PeopleUSD += e.Platforms[o].PeopleUSD()
		}
	}
	if said := e.said(checklist.KeyParts); said == checklist.Differ || said == "" && partsApart(&e.Scenario) != "" {
		r.Evidence += best
	} else {
		r.Evidence += mean
	}
	r.PeopleUSD += s.ToolchainUSD
	if e.Resolved.IncludePeople {
		r.MonthlyUSD -= r.PeopleUSD
	}
	return r
}

// ownPrice reports whether an option has a cost of its own: the hybrid of parts
// that are not described borrows one.
func (e *Evaluation) ownPrice(r *Ranked) bool {
	return r.Feasible && !(r.Option == checklist.Hybrid && e.mayDiffer())
}

// mayDiffer reports whether the system has no parts described, so that nobody
// can say yet that one platform suits all of it. A single component may stand
// for any number; one that is pinned has its place.
func (e *Evaluation) mayDiffer() bool {
	return len(e.Resolved.Pins) == 1 && e.Resolved.Pins[0] == "" && e.said(checklist.KeyParts) != checklist.Alike
}

// undescribedHybrid is the hybrid of a system whose parts are not described: of
// the two options for which most speaks. It is taken to cost what the cheapest
// option costs until the parts have numbers, Wasm only where it fits; a limit that the system breaks as a
// whole is one part's. Where parts are said to differ it has the evidence of the
// better one, as the need for that is met in the part that has it; where nobody
// has said so it has what the two have on average.
func (e *Evaluation) undescribedHybrid(r Ranked, points map[checklist.Option]float64) Ranked {
	differ := e.said(checklist.KeyParts) == checklist.Differ
	var sides []int // of costs.Options, the best first
	for o := range costs.Options {
		if differ || e.outOfPlace(e.Platforms[o]) == "" {
			sides = append(sides, o)
		}
	}
	if len(sides) < 2 {
		r.Feasible, r.Why = false, "only one platform can be where it has to run"
		return r
	}
	of := func(o int) float64 { return points[checklist.Option(costs.Options[o])] }
	slices.SortStableFunc(sides, func(a, b int) int { return cmp.Compare(of(b), of(a)) })
	r.MonthlyUSD = math.Inf(1)
	for o, p := range e.Platforms[:len(costs.Options)] {
		if usd := e.bill(o, e.Volume()); usd < r.MonthlyUSD && (p.Option != costs.Wasm || e.fitsWasm()) {
			r.MonthlyUSD, r.PeopleUSD = usd, p.PeopleUSD()
		}
	}
	switch {
	case math.IsInf(r.MonthlyUSD, 1):
		r.Feasible, r.Why = false, "no platform takes any of it as it is described"
	case differ:
		r.Evidence += of(sides[0])
	default:
		r.Evidence += (of(sides[0]) + of(sides[1])) / 2
	}
	return r
}
