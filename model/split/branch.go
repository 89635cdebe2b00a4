package split

import (
	"cmp"
	"math"
	"slices"
)

// branching is the search of one set of open options: depth first, one component
// after the other on each of its options, cut where the relaxation says that no
// completion is cheaper than the best placement that is known.
type branching struct {
	search  *splitSearch
	relaxed *relaxation
	parts   []*partial // by depth, the first one with what has no choice
	order   []int      // components with a choice, those first whose choice matters most
	choices [][]int    // by component: the options it may be on, the most promising first
	least   float64    // USD a month that nothing undercuts which was left unsearched
}

// explore searches the placements on options that are all decided. It returns the
// USD a month that none of them undercuts, +Inf where none is cheaper than what
// is known.
func (b *branching) explore(bound float64) float64 {
	s, r := b.search, b.relaxed
	r.narrow(b.parts[0])
	if s.effort.spend(roundingLooks * r.figures) {
		s.improveFrom(r.rounded(b.parts[0]))
	}
	if bound = b.fix(bound); bound >= s.cut() {
		return math.Inf(1)
	}
	b.branch(0, bound)
	return b.least
}

// roundingLooks is about how many looks at the bound the local search from a
// rounded relaxation takes as long as.
const roundingLooks = 8

// force places the components that have one option left.
func (b *branching) force() {
	root := b.parts[0]
	for _, i := range b.relaxed.choosing {
		if root.placed[i] != open {
			continue
		}
		if options := b.relaxed.optionsOf(i); len(options) == 1 {
			root.become(b.relaxed, root, i, options[0])
		}
	}
}

// optionsOf lists the open options that component i may be on.
func (r *relaxation) optionsOf(i int) []int {
	return slices.DeleteFunc(slices.Clone(r.set), func(o int) bool { return !r.may[o][i] })
}

// fix tries every component on every option and strikes out what no cheaper
// placement can have. It returns the bound of what is left, and puts the
// components in order.
func (b *branching) fix(bound float64) float64 {
	s, r, root := b.search, b.relaxed, b.parts[0]
	for {
		regrets := make([]float64, len(s.Allowed))
		struck := false
		for _, i := range r.choosing {
			if root.placed[i] != open {
				continue
			}
			bounds := b.try(i, bound)
			b.choices[i] = slices.DeleteFunc(r.optionsOf(i), func(o int) bool { return bounds[o] >= s.cut() })
			slices.SortStableFunc(b.choices[i], func(x, y int) int { return cmp.Compare(bounds[x], bounds[y]) })
			switch options := b.choices[i]; {
			case len(options) == 0:
				return math.Inf(1)
			case len(options) > 1:
				regrets[i] = bounds[options[1]] - bounds[options[0]]
			}
			for _, o := range r.optionsOf(i) {
				if bounds[o] >= s.cut() {
					r.may[o][i], struck = false, true
				}
			}
		}
		if !struck {
			b.sort(regrets)
			return bound
		}
		b.force()
		r.reprice()
		root.reset(r)
		bound = math.Max(bound, r.ascend(s, root, r.of(root)))
		if bound >= s.cut() {
			return math.Inf(1)
		}
	}
}

// try is the bound with component i on each option, or what is known without a
// look where there is no work left for one.
func (b *branching) try(i int, bound float64) (bounds [MostPlaces]float64) {
	for _, o := range b.relaxed.optionsOf(i) {
		bounds[o] = bound
		if b.search.effort.spend(b.relaxed.figures) {
			bounds[o] = math.Max(bound, b.look(0, i, o))
		}
	}
	b.parts[0].placed[i] = open
	return bounds
}

// sort puts the components with a choice in order.
func (b *branching) sort(regrets []float64) {
	for _, i := range b.relaxed.choosing {
		if b.parts[0].placed[i] == open {
			b.order = append(b.order, i)
		}
	}
	slices.SortStableFunc(b.order, func(x, y int) int { return cmp.Compare(regrets[y], regrets[x]) })
}

// look places component i on an option, in the partial placement below a depth,
// and returns its bound.
func (b *branching) look(depth, i, o int) float64 {
	if depth+1 == len(b.parts) {
		b.parts = append(b.parts, b.search.newPartial(b.parts[0].placed))
	}
	next := b.parts[depth+1]
	next.become(b.relaxed, b.parts[depth], i, o)
	bound := b.relaxed.costSoFar(next)
	if bound < b.search.cut() {
		bound = math.Max(bound, b.relaxed.of(next))
	}
	return bound
}

// branch places the k-th component on each of its options. bound is what no
// completion of what is placed so far undercuts.
func (b *branching) branch(k int, bound float64) {
	s := b.search
	if k == len(b.order) {
		s.offer(b.parts[0].placed, s.Cost(b.parts[0].placed))
		return
	}
	i := b.order[k]
	for _, o := range b.choices[i] {
		if !s.effort.spend(b.relaxed.figures) {
			b.least = math.Min(b.least, bound)
			break
		}
		if with := math.Max(bound, b.look(k, i, o)); with < s.cut() {
			b.branch(k+1, with)
		}
	}
	b.parts[0].placed[i] = open
}
