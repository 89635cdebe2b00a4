package split

import (
	"math"
	"slices"
)

// use says of every option whether a placement has it. Of one that is undecided
// the bound takes what is less: what it costs with what it takes, or nothing.
type use [MostPlaces]decision

type decision int

const (
	undecided decision = iota
	used
	unused
)

// prove searches all placements and returns what none undercuts. What an option
// costs by itself is charged where it is used, so it is decided first which ones
// are (as in the search for where to open facilities), and only then which
// component goes where.
func (s *splitSearch) prove() float64 {
	if s.stairs == nil {
		for _, pool := range s.Pools {
			s.stairs = append(s.stairs, pool.Staircase())
		}
	}
	return s.decide(use{}, nil)
}

// decide searches the placements that use the options so. It starts from the
// prices that bounded those with one option less decided, nil for none. It
// returns the USD a month that no placement among them undercuts, +Inf where none
// is cheaper than what is known.
func (s *splitSearch) decide(u use, from *prices) float64 {
	r := s.relax(&u)
	if r == nil {
		return math.Inf(1)
	}
	b := &branching{search: s, relaxed: r, choices: make([][]int, len(s.Allowed)), least: math.Inf(1)}
	b.parts = []*partial{s.newPartial(slices.Repeat([]int{open}, len(s.Allowed)))}
	b.force()
	bound := r.start(s, b.parts[0], from)
	if from == nil || !from.taken(u) { // else it is bounded as it was
		bound = r.ascend(s, b.parts[0], bound)
	}
	if r.Learned != nil {
		r.learn()
	}
	if bound >= s.cut() {
		return math.Inf(1)
	}
	if from == nil && s.enough != nil && s.enough(s.best, bound) {
		return bound
	}
	o := r.settle(s, b.parts[0], bound)
	if o < 0 && r.use == u {
		return b.explore(bound)
	}
	best := r.prices()
	for _, o := range r.set {
		best.takes[o] = r.takes(o)
	}
	if o < 0 {
		return s.decide(r.use, &best)
	}
	// The side that the relaxation takes comes first, with half of the work.
	sides := [2]decision{used, unused}
	if r.worth[o] > 0 {
		sides = [2]decision{unused, used}
	}
	whole, least := s.effort, math.Inf(1)
	for k, side := range sides {
		s.effort = &Effort{whole.Ctx, whole.Left}
		if k == 0 {
			s.effort.Left /= 2
		}
		whole.Left -= s.effort.Left
		next := r.use
		next[o] = side
		least = math.Min(least, math.Max(bound, s.decide(next, &best)))
		whole.settle(s.effort)
	}
	s.effort = whole
	return least
}

// settle decides the options of which one way costs too much: what an option
// costs beyond what it takes is what its use adds to the bound, or its absence.
// It returns the option to be decided next, the one that matters most, -1 where
// all are.
func (r *relaxation) settle(s *splitSearch, p *partial, bound float64) int {
	r.options(p)
	next := -1
	for _, o := range r.set {
		if r.use[o] != undecided {
			continue
		}
		switch worth := r.worth[o]; {
		case worth > 0 && bound+worth >= s.cut():
			r.use[o] = unused
		case worth < 0 && bound-worth >= s.cut():
			r.use[o] = used
		case next < 0 || math.Abs(worth) > math.Abs(r.worth[next]):
			next = o
		}
	}
	return next
}

// taken reports whether the prices took the very options that are used: then
// having decided so changes nothing of their bound.
func (p *prices) taken(u use) bool {
	for o, decided := range u {
		if decided == used && !p.takes[o] || decided == unused && p.takes[o] {
			return false
		}
	}
	return true
}
