package model

import (
	"cmp"
	"math"
	"slices"

	"runwhere/costs"
)

// allocate makes room for the sums of every depth. All sets of open options
// share it: depth 0 stays empty, and every other one is written before it is
// read.
func (s *splitSearch) allocate() {
	n := len(s.allowed)
	s.placed = make([]int, n)
	s.across = make([]float64, n+1)
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
	weights := make([]float64, len(s.allowed))
	for _, i := range s.order {
		weights[i] = s.weight(i)
	}
	slices.SortStableFunc(s.order, func(a, b int) int { return cmp.Compare(weights[b], weights[a]) })
}

// placeForced places the components that have no choice, which come first, and
// returns how many there are.
func (s *splitSearch) placeForced() int {
	for k, i := range s.order {
		choices := s.choices(i)
		if len(choices) > 1 {
			return k
		}
		s.place(k, i, choices[0])
	}
	return len(s.order)
}

// choices are the open options that a component may be placed on.
func (s *splitSearch) choices(i int) []int {
	return slices.DeleteFunc(slices.Clone(s.open), func(o int) bool { return !s.allowed[i][o] })
}

// weight is about how much money the choice of a component moves; +Inf where
// it has none.
func (s *splitSearch) weight(i int) float64 {
	if len(s.choices(i)) < 2 {
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

// stepsBetweenLooks is after how many steps a search looks whether anybody
// still waits for it.
const stepsBetweenLooks = 1024

// branch places the k-th component on each open option.
func (s *splitSearch) branch(k int) {
	if s.budget--; s.budget <= 0 {
		return
	}
	if s.budget%stepsBetweenLooks == 0 && s.ctx.Err() != nil {
		s.budget = 0 // nobody waits for the answer any more
		return
	}
	if k == len(s.order) {
		s.offer(s.placed, s.standing(k))
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
	s.across[k+1] = s.across[k] + s.glueAround(s.placed, i, o)
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

// standing is what the first k placements cost by themselves: no completion is
// cheaper.
func (s *splitSearch) standing(k int) float64 {
	usd, open := s.across[k], 0
	for o, pool := range s.pools {
		if standing := pool.Cost(s.sums[k][o]); standing > 0 || slices.Contains(s.placed, o) {
			usd += standing
			open++
		}
	}
	return usd + s.toolchain*float64(max(0, open-1))
}

// hopeless reports whether no completion of the first k placements can be
// cheaper than the best placement so far.
func (s *splitSearch) hopeless(k int) bool {
	glue := s.pending()
	if s.standing(k)+glue >= s.least-1e-9 {
		return true
	}
	glue += s.across[k] + s.toolchain*float64(len(s.open)-1)
	for n, b := range s.bounds {
		if b.of(s.placed, s.usedBy(b, k))+glue >= s.least-1e-9 {
			// The bound that cuts here most likely cuts the next branch too.
			s.bounds[0], s.bounds[n] = b, s.bounds[0]
			return true
		}
	}
	return false
}

// completion is a lower bound of every completion of the first k placements
// within the open options.
func (s *splitSearch) completion(k int) float64 {
	least := 0.0
	for _, b := range s.bounds {
		least = math.Max(least, b.of(s.placed, s.usedBy(b, k)))
	}
	return least + s.across[k] + s.pending() + s.toolchain*float64(len(s.open)-1)
}

// usedBy is the nodes that the first k placements take of a bound's resource.
func (s *splitSearch) usedBy(b *bound, k int) []float64 {
	if b.stairs == nil {
		return nil
	}
	return s.used[k][b.resource]
}

// pending is the least that the calls of open components to placed ones can
// cost, whatever is chosen for them.
func (s *splitSearch) pending() float64 {
	if len(s.edges) == 0 {
		return 0
	}
	usd := 0.0
	for i, o := range s.placed {
		if o >= 0 || len(s.edgesOf[i]) == 0 {
			continue
		}
		least := math.Inf(1)
		for _, open := range s.open {
			if s.allowed[i][open] {
				least = math.Min(least, s.glueAround(s.placed, i, open))
			}
		}
		if !math.IsInf(least, 1) {
			usd += least
		}
	}
	return usd
}
