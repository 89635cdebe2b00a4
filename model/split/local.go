package split

import (
	"math"
	"slices"
)

// FewComponents is up to how many components all placements are tried: there
// are fewer of them than bounds to be prepared.
const FewComponents = 3

// tryAll looks at every placement, the ones on a single platform first: among
// placements of equal cost the one with fewer platforms wins.
func (s *splitSearch) tryAll() {
	single := func(at []int) bool {
		return !slices.ContainsFunc(at, func(o int) bool { return o != at[0] })
	}
	for _, together := range []bool{true, false} {
		s.tryFrom(slices.Repeat([]int{-1}, len(s.Allowed)), 0, func(at []int) bool { return single(at) == together })
	}
}

// tryFrom places component i and all after it in every way.
func (s *splitSearch) tryFrom(at []int, i int, wanted func(at []int) bool) {
	if i == len(at) {
		if wanted(at) {
			s.offer(at, s.Cost(at))
		}
		return
	}
	nowhere := true
	for o, allowed := range s.Allowed[i] {
		if allowed {
			at[i], nowhere = o, false
			s.tryFrom(at, i+1, wanted)
		}
	}
	if at[i] = -1; nowhere {
		s.tryFrom(at, i+1, wanted)
	}
}

// seed finds a good first placement by local search: from each single option,
// and from those that put the densest components on one with nodes; or from what
// is known of a problem like this one, and from there alone. A component that no
// option allows stays unplaced.
func (s *splitSearch) seed() {
	switch {
	case s.excluded != nil:
		s.seedBeside()
		return
	case s.known != nil:
		s.improveFrom(s.known)
		return
	}
	s.offerSingles()
	for o := range s.Pools {
		s.improveFrom(s.allOrNearest(o))
	}
	for o, pool := range s.Pools {
		s.stairs = append(s.stairs, pool.Staircase())
		if s.stairs[o] != nil {
			s.improveFrom(s.densest(o))
		}
	}
}

// allOrNearest puts everything on one option and what it refuses on the first
// one that takes it.
func (s *splitSearch) allOrNearest(o int) []int {
	at := make([]int, len(s.Allowed))
	for i, allowed := range s.Allowed {
		at[i] = o
		if !allowed[o] {
			at[i] = slices.Index(allowed, true)
		}
	}
	return at
}

func (s *splitSearch) improveFrom(at []int) {
	sums := s.Tally(at)
	sums.improve()
	s.offer(sums.at, s.Cost(sums.at))
}

// seedBeside begins with the best single move away from the excluded
// placement.
func (s *splitSearch) seedBeside() {
	sums := s.Tally(s.excluded)
	for i, allowed := range s.Allowed {
		for o := range s.Pools {
			if allowed[o] && o != sums.at[i] && (s.best == nil || sums.with(i, o) < s.least-1e-9) {
				at := slices.Clone(sums.at)
				at[i] = o
				s.offer(at, s.Cost(at))
			}
		}
	}
}

// densest takes one component after the other onto an option with nodes, first
// those for which its room is worth the most, and returns the best placement on
// the way. Single moves cannot find it where a node pays only for several
// components at once.
func (s *splitSearch) densest(o int) []int {
	n := len(s.Allowed)
	room := newPlaceBound(o, n, s.minorants[o][0], s.stairs[o], s.stairs[o].Binding())
	paid := make([]float64, n)
	start := make([]int, n)
	for i, allowed := range s.Allowed {
		start[i] = slices.Index(allowed, true)
		paid[i] = math.Inf(1)
		for other := range s.Pools {
			usd := s.minorants[other][0].Slopes[i]
			if allowed[other] && other != o && usd < paid[i] {
				start[i], paid[i] = other, usd
			}
		}
		if !allowed[o] || math.IsInf(paid[i], 1) {
			paid[i] = 0
		}
	}
	room.value(paid, make([][MostPlaces]float64, n), slices.Repeat([]bool{true}, n))
	sums := s.Tally(start)
	best, least := start, sums.usd()
	for _, i := range room.order {
		if sums.move(i, o); sums.usd() < least-1e-9 {
			best, least = slices.Clone(sums.at), sums.usd()
		}
	}
	return best
}

// mostSweeps is how often all components are looked at; a few do, and what moves
// to and fro by rounding has an end.
const mostSweeps = 50

// improve makes moves while they help: of one component, and of the two ends
// of a call together, which neither end would make alone.
func (s *Tally) improve() {
	better := true
	for sweep := 0; better && sweep < mostSweeps; sweep++ {
		better = false
		for i := range s.Allowed {
			better = s.improveOne(i) || better
		}
		if !better && len(s.edges) > 0 {
			alone := s.alone()
			for k := range s.edges {
				better = s.improveBoth(&s.edges[k], alone) || better
			}
		}
	}
}

// Worthwhile is the least saving in USD a month for which anything moves.
const Worthwhile = 1e-6

func (s *Tally) improveOne(i int) bool {
	moved := false
	for o := range s.Pools {
		if s.Allowed[i][o] && o != s.at[i] && s.with(i, o) < s.usd()-Worthwhile {
			s.move(i, o)
			moved = true
		}
	}
	return moved
}

// alone is by how much every component's own move to every option changes the
// total, in USD a month.
func (s *Tally) alone() [][MostPlaces]float64 {
	changes := make([][MostPlaces]float64, len(s.at))
	now := s.usd()
	for i := range changes {
		for o := range s.Pools {
			if s.Allowed[i][o] && s.at[i] >= 0 && o != s.at[i] {
				changes[i][o] = s.with(i, o) - now
			}
		}
	}
	return changes
}

// improveBoth moves the two ends of a call to the same option where that helps.
// It is tried only where what both moves cost by themselves is no more than
// what the call could save: trying every pair takes longer than all else.
func (s *Tally) improveBoth(e *edge, alone [][MostPlaces]float64) bool {
	i, j := e.from, e.to
	if s.at[i] < 0 || s.at[j] < 0 {
		return false
	}
	for o := range s.Pools {
		if !s.Allowed[i][o] || !s.Allowed[j][o] || s.at[i] == o && s.at[j] == o {
			continue
		}
		saves := e.at(s.at[i], s.at[j]) + e.at(o, s.at[j]) + e.at(s.at[i], o)
		if alone[i][o]+alone[j][o] > saves {
			continue
		}
		before, wasI, wasJ := s.usd(), s.at[i], s.at[j]
		s.move(i, o)
		s.move(j, o)
		if s.usd() < before-Worthwhile {
			return true
		}
		s.move(i, wasI)
		s.move(j, wasJ)
	}
	return false
}
