package model

import (
	"cmp"
	"math"
	"slices"

	"runwhere/costs"
)

// splitBudget bounds the placements that the search looks at; up to
// provenComponents it ends far below. Beyond them a proof is rare and each look
// takes longer, so the budget falls with the square of their number: there the
// single moves that the search begins with find what it returns.
const (
	splitBudget      = 2_000_000
	provenComponents = 20
)

func splitBudgetFor(components int) int {
	if components <= provenComponents {
		return splitBudget
	}
	return splitBudget / 50 * provenComponents * provenComponents / (components * components)
}

// solve returns the cheapest placement and whether it is proven to be so.
//
// Branch and bound, once for each set of platforms that may be used, so that
// each platform's fixed cost is charged from the start and not only when the
// first component lands on it. A branch is cut when the cheapest completion
// that any of the pools' affine lower bounds allows is no cheaper than the
// best placement so far.
func (p *placing) solve() (best []int, optimal bool) {
	s := &splitSearch{placing: p, budget: splitBudgetFor(len(p.allowed)), least: math.Inf(1)}
	s.seed()
	s.allocate()
	for _, open := range s.openSets() {
		s.open = open
		if s.prepare() {
			s.branch(0)
		}
	}
	return s.best, s.budget > 0
}

type splitSearch struct {
	*placing
	best   []int
	least  float64
	budget int

	open   []int            // the options that may be used
	order  []int            // components, the ones without a choice first
	bounds []*bound         // of the open options
	placed []int            // option by component, −1 for open
	sums   [][][]float64    // by depth, option: the vectors of what is placed
	used   [][][]float64    // by depth, resource: nodes by hour
	stairs *costs.Staircase // nil where the cluster is closed or has no nodes
	nodes  *costs.Staircase // of the cluster, open or not
}

// openSets lists the non-empty sets of options, the small ones first: among
// placements of equal cost the one with fewer platforms wins.
func (s *splitSearch) openSets() [][]int {
	var sets [][]int
	for mask := 1; mask < 1<<len(s.pools); mask++ {
		var set []int
		for o := range s.pools {
			if mask&(1<<o) != 0 {
				set = append(set, o)
			}
		}
		sets = append(sets, set)
	}
	slices.SortStableFunc(sets, func(a, b []int) int { return cmp.Compare(len(a), len(b)) })
	return sets
}

// seed finds a good first placement: each single option, then single moves
// while they help. A component that no option allows stays unplaced.
func (s *splitSearch) seed() {
	for o := range s.pools {
		placement := make([]int, len(s.allowed))
		for i, allowed := range s.allowed {
			placement[i] = o
			if !allowed[o] {
				placement[i] = slices.Index(allowed, true)
			}
		}
		stood := s.stand(placement)
		stood.improve()
		if usd := s.cost(stood.at); usd < s.least || s.best == nil {
			s.best, s.least = stood.at, usd
		}
	}
}

// improve makes single moves while they help.
func (s *standing) improve() {
	for better := true; better; {
		better = false
		for i, allowed := range s.allowed {
			for o := range s.pools {
				if allowed[o] && o != s.at[i] && s.with(i, o) < s.usd()-1e-6 {
					s.move(i, o)
					better = true
				}
			}
		}
	}
}

// allocate makes room for the sums of every depth. All sets of open options
// share it: depth 0 stays empty, and every other one is written before it is
// read.
func (s *splitSearch) allocate() {
	n := len(s.allowed)
	s.placed = make([]int, n)
	s.sums = make([][][]float64, n+1)
	s.used = make([][][]float64, n+1)
	s.nodes = s.pools[cluster].Staircase()
	for d := range s.sums {
		for _, pool := range s.pools {
			s.sums[d] = append(s.sums[d], pool.Empty())
		}
		if s.nodes == nil {
			continue
		}
		for range s.nodes.Needs {
			s.used[d] = append(s.used[d], make([]float64, len(s.nodes.Weights)))
		}
	}
}

// prepare sets up the search within the open options; false where some
// component has no place in them.
func (s *splitSearch) prepare() bool {
	s.order, s.bounds, s.stairs = s.order[:0], s.bounds[:0], nil
	for i, allowed := range s.allowed {
		if slices.Contains(allowed, true) {
			if !slices.ContainsFunc(s.open, func(o int) bool { return allowed[o] }) {
				return false
			}
			s.order = append(s.order, i)
		}
	}
	if slices.Contains(s.open, cluster) {
		s.stairs = s.nodes
	}
	s.combine(nil)
	s.sortOrder()
	for i := range s.placed {
		s.placed[i] = -1
	}
	return true
}

// combine makes a bound of every choice of one minorant for each open option
// and one resource of the cluster.
func (s *splitSearch) combine(chosen []costs.Minorant) {
	if k := len(chosen); k < len(s.open) {
		for _, m := range s.minorants[s.open[k]] {
			s.combine(append(slices.Clone(chosen), m))
		}
		return
	}
	if s.stairs == nil {
		s.bounds = append(s.bounds, newBound(s.placing, s.open, chosen, nil, 0))
		return
	}
	for resource := range s.stairs.Needs {
		b := newBound(s.placing, s.open, chosen, s.stairs, resource)
		b.resource = resource
		s.bounds = append(s.bounds, b)
	}
}

// sortOrder puts first the components that have no choice, then those whose
// choice moves the most money.
func (s *splitSearch) sortOrder() {
	weight := func(i int) float64 {
		choices := 0
		for _, o := range s.open {
			if s.allowed[i][o] {
				choices++
			}
		}
		if choices < 2 {
			return math.Inf(1)
		}
		most := 0.0
		for _, b := range s.bounds {
			if !math.IsInf(b.elsewhere[i], 1) {
				most = math.Max(most, b.elsewhere[i])
			}
		}
		return most
	}
	slices.SortStableFunc(s.order, func(a, b int) int { return cmp.Compare(weight(b), weight(a)) })
}

// branch places the k-th component on each open option.
func (s *splitSearch) branch(k int) {
	if s.budget--; s.budget <= 0 {
		return
	}
	if k == len(s.order) {
		usd := 0.0
		for o, pool := range s.pools {
			usd += pool.Cost(s.sums[k][o])
		}
		if usd < s.least-1e-9 {
			s.best, s.least = slices.Clone(s.placed), usd
		}
		return
	}
	if s.hopeless(k) {
		return
	}
	i := s.order[k]
	for _, o := range s.open {
		if s.allowed[i][o] {
			s.place(k, i, o)
			s.branch(k + 1)
		}
	}
	s.placed[i] = -1
}

// place writes the state of depth k+1.
func (s *splitSearch) place(k, i, o int) {
	for other := range s.pools {
		copy(s.sums[k+1][other], s.sums[k][other])
	}
	s.pools[o].Add(s.sums[k+1][o], s.sums[k][o], i)
	s.placed[i] = o
	for resource := range s.used[k] {
		copy(s.used[k+1][resource], s.used[k][resource])
		if o == cluster && s.stairs != nil {
			for h, need := range s.stairs.Needs[resource][i] {
				s.used[k+1][resource][h] += need
			}
		}
	}
}

// hopeless reports whether no completion of the first k placements can be
// cheaper than the best placement so far.
func (s *splitSearch) hopeless(k int) bool {
	standing := 0.0
	for o, pool := range s.pools { // no completion is cheaper than what stands already
		standing += pool.Cost(s.sums[k][o])
	}
	if standing >= s.least-1e-9 {
		return true
	}
	for n, b := range s.bounds {
		var used []float64
		if b.stairs != nil {
			used = s.used[k][b.resource]
		}
		if b.of(s.placed, used) >= s.least-1e-9 {
			// The bound that cuts here most likely cuts the next branch too.
			s.bounds[0], s.bounds[n] = b, s.bounds[0]
			return true
		}
	}
	return false
}
