package model

import (
	"cmp"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// hybrid is the cheapest placement on more than one platform. Where its parts
// are said or seen to differ, what speaks for a platform is met in the parts
// that are there: it has the evidence of the best platform it uses. Else it
// has, component by component, that of the platforms it uses. Where one
// platform for all of it costs less it is possible still, whether people are
// counted or not, and is that platform with a second one for nothing.
func (e *Evaluation) hybrid(points map[checklist.Option]float64) Ranked {
	r := Ranked{Option: checklist.Hybrid, Evidence: points[checklist.Hybrid], Feasible: true}
	if e.mayDiffer() {
		return e.undescribedHybrid(r, points)
	}
	if r.Why = e.undivided(); r.Why != "" {
		r.MonthlyUSD, r.Feasible = e.Split.USD, false
		return r
	}
	mix := e.MixedSplit()
	r.MonthlyUSD = mix.USD
	for _, o := range mix.Sides() {
		r.PeopleUSD += e.Platforms[o].PeopleUSD()
	}
	r.PeopleUSD += mix.ToolchainUSD
	if e.Resolved.IncludePeople {
		r.MonthlyUSD -= r.PeopleUSD
	}
	r.Dearer = !e.Split.Mixed()
	r.Evidence = 0
	for o, part := range e.hybridShares(points) {
		r.Evidence += part * points[checklist.Options[o]]
	}
	return r
}

// MixedSplit is the cheapest placement on more than one platform, nil where there is
// none: in a search for a recommendation the split alone is known.
func (e *Evaluation) MixedSplit() *split.Split {
	if e.Split.Mixed() {
		return &e.Split
	}
	return e.Mixed
}

// undivided says why a system whose parts are described cannot be divided
// between platforms, "" where it can. No cost is a reason.
func (e *Evaluation) undivided() string {
	s := &e.Split
	switch {
	case !s.Feasible && e.ownSites():
		return costs.NoSiteFigure + ", so it cannot be divided by what its parts cost"
	case !s.Feasible:
		return e.noPlace()
	case e.Resolved.Implied:
		return "its parts are said to be alike, so there is nothing to divide"
	case len(s.Placements) == 1 && e.Said(checklist.KeyParts) == checklist.Differ:
		return "parts are said to differ, and one is described: nothing to divide yet; way round: describe the others"
	case len(s.Placements) == 1:
		return "it has one part, and nothing to divide"
	case math.IsInf(s.USD, 1): // before the number of platforms: which ones it has says nothing then
		return "what has to run on the cluster saturates its fixed fleet" + moreNodes
	case e.MixedSplit() == nil:
		return "no component can run on a second platform"
	}
	return ""
}

// hybridShares is what part of each option's evidence the hybrid of described
// parts has, in the order of checklist.Options: its own and that of the
// platforms it uses, the best of them where parts differ, else component by
// component; and where one platform costs less, that platform's alone.
func (e *Evaluation) hybridShares(points map[checklist.Option]float64) []float64 {
	share := make([]float64, len(checklist.Options))
	of := func(o checklist.Option) *float64 { return &share[slices.Index(checklist.Options, o)] }
	if !e.Split.Mixed() {
		*of(e.Split.Placements[0].Option) = 1
		return share
	}
	share[slices.Index(checklist.Options, checklist.Hybrid)] = 1
	sides := e.Split.Sides()
	if e.bestSide() {
		best := slices.MaxFunc(sides, func(a, b int) int {
			return cmp.Compare(points[checklist.Placeable[a]], points[checklist.Placeable[b]])
		})
		*of(checklist.Placeable[best]) = 1
		return share
	}
	for _, o := range sides {
		*of(checklist.Placeable[o]) = float64(len(e.Split.Of(checklist.Placeable[o]))) / float64(len(e.Split.Placements))
	}
	return share
}

// bestSide reports whether the hybrid has what speaks for the best platform that
// it uses: its parts differ, and what asks for a platform is met in the part that
// is there.
func (e *Evaluation) bestSide() bool {
	said := e.Said(checklist.KeyParts)
	return said == checklist.Differ || said == "" && scenario.PartsApart(&e.Scenario) != ""
}

// borrowedBound is what is known of what a hybrid costs that borrows its cost where
// none of the options has a total: the least of what is known of them; 0 where it has
// one to borrow, or none is known in part.
func (e *Evaluation) borrowedBound(usd float64) float64 {
	least := math.Inf(1)
	for _, p := range e.Platforms[:len(checklist.Placeable)] {
		if p.Partly() {
			least = math.Min(least, p.AtLeast(e.Volume()))
		}
	}
	if !math.IsInf(usd, 1) || math.IsInf(least, 1) {
		return 0
	}
	return least
}

// OwnPrice reports whether an option has a cost of its own: the hybrid of parts
// that are not described borrows one, and on a site of one's own there is none.
func (e *Evaluation) OwnPrice(r *Ranked) bool {
	return r.Feasible && e.noFigure(r) == "" && !(r.Option == checklist.Hybrid && e.mayDiffer())
}

// mayDiffer reports whether the system has no parts described, so that nobody
// can say yet that one platform suits all of it. A single component that is
// described is one part, and one part is never a hybrid.
func (e *Evaluation) mayDiffer() bool {
	return e.Resolved.Implied && e.Said(checklist.KeyParts) != checklist.Alike
}

// undescribedHybrid is the hybrid of a system whose parts are not described: of
// the two options for which most speaks. It is taken to cost what the cheapest
// option costs until the parts have numbers, Wasm only where it fits; a limit that the system breaks as a
// whole is one part's. Where parts are said to differ it has the evidence of the
// better one, as the need for that is met in the part that has it; where nobody
// has said so it has what the two have on average.
func (e *Evaluation) undescribedHybrid(r Ranked, points map[checklist.Option]float64) Ranked {
	differ := e.Said(checklist.KeyParts) == checklist.Differ
	var sides []int // of checklist.Placeable, the best first
	for o := range checklist.Placeable {
		if differ || e.canBeThere(e.Platforms[o]) {
			sides = append(sides, o)
		}
	}
	if len(sides) < 2 {
		r.Feasible, r.Why = false, "only one platform can be where it has to run"
		return r
	}
	of := func(o int) float64 { return points[checklist.Placeable[o]] }
	slices.SortStableFunc(sides, func(a, b int) int { return cmp.Compare(of(b), of(a)) })
	r.MonthlyUSD = math.Inf(1)
	for o, p := range e.Platforms[:len(checklist.Placeable)] {
		if usd := e.bill(o, e.Volume()); usd < r.MonthlyUSD && (p.Option != checklist.Wasm || e.fitsWasm()) {
			r.MonthlyUSD, r.PeopleUSD = usd, p.PeopleUSD()
		}
	}
	r.AtLeast = e.borrowedBound(r.MonthlyUSD)
	switch {
	case math.IsInf(r.MonthlyUSD, 1) && !e.ownSites() && r.AtLeast == 0:
		r.Feasible, r.Why = false, "no platform takes any of it as it is described"
	case differ:
		r.Evidence += of(sides[0])
	default:
		r.Evidence += (of(sides[0]) + of(sides[1])) / 2
	}
	return r
}
