package costs

import "math"

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

// crossoverBudget bounds the intervals that one search opens, and
// crossoverMost the crossings that it lists. Real curves need a few hundred
// intervals; two clusters whose nodes cost nearly the same would ask for
// millions, at every step of either.
const (
	crossoverBudget = 8192
	crossoverMost   = 1000
)

// FindCrossover finds every whole volume in [lo, hi] at which the cheaper one
// of two curves changes.
//
// Both curves never fall, so over an interval their difference lies within
// [a(lo) − b(hi), a(hi) − b(lo)]. An interval in which that range excludes zero
// holds no crossing; one in which both are straight lines is solved by its
// ends; any other is halved, down to one request. Tier edges and node steps
// therefore need no list: they are closed in on only where they matter. Where
// the curves are too much alike for that, the crossings from the low end on
// are listed, then the last one, which is searched for from the high end.
func FindCrossover(a, b Curve, lo, hi float64) Crossover {
	lo, hi = math.Ceil(lo), math.Floor(hi)
	s := crossoverSearch{a: a, b: b, budget: crossoverBudget}
	left, right := s.at(lo), s.at(hi)
	c := Crossover{A: a.Platform, B: b.Platform, AtLow: s.platform(left.sign()), AtHigh: s.platform(right.sign())}
	s.last = left.sign()
	s.search(left, right)
	if s.spent() {
		back := crossoverSearch{a: a, b: b, budget: crossoverBudget}
		back.noteBack(right)
		back.searchBack(left, right)
		if n := len(s.found); n > 0 && back.held > s.found[n-1].Volume {
			s.found = append(s.found, Crossing{back.held, s.platform(back.last)})
			c.More = true
		}
	}
	c.Crossings = s.found
	return c
}

type crossoverSearch struct {
	a, b   Curve
	last   int // the sign that held so far
	found  []Crossing
	budget int

	held float64 // of a search from the high end: the lowest volume so far at which last holds
	done bool    // and whether the change there was found
}

// spent reports whether the search had to stop before its end.
func (s *crossoverSearch) spent() bool { return s.budget < 0 || len(s.found) >= crossoverMost }

// point is both curves read at one volume.
type point struct{ q, a, b float64 }

func (s *crossoverSearch) at(q float64) point { return point{q, s.a.Cost(q), s.b.Cost(q)} }

// sign is −1 where a is cheaper, 1 where b is, 0 where they cost the same to
// within a rounding error or neither can carry the volume.
func (p point) sign() int {
	switch {
	case p.a == p.b:
		return 0
	case math.IsInf(p.a, 1):
		return 1
	case math.IsInf(p.b, 1):
		return -1
	case math.Abs(p.a-p.b) <= 1e-12*math.Max(p.a, p.b):
		return 0
	case p.a < p.b:
		return -1
	default:
		return 1
	}
}

func (s *crossoverSearch) platform(sign int) *Platform {
	switch sign {
	case -1:
		return s.a.Platform
	case 1:
		return s.b.Platform
	}
	return nil
}

// search reports the crossings in (l.q, r.q] in ascending order.
func (s *crossoverSearch) search(l, r point) {
	if s.budget--; s.spent() {
		return
	}
	if r.q-l.q <= 1 {
		s.note(r)
		return
	}
	if l.b > r.a || l.a > r.b { // one is cheaper throughout
		s.note(r)
		return
	}
	if l.sign() == r.sign() && s.a.Platform.linear(l.q, r.q) && s.b.Platform.linear(l.q, r.q) {
		return // two straight lines that meet at most once, and did not
	}
	m := s.at(middle(l.q, r.q))
	s.search(l, m)
	s.search(m, r)
}

// searchBack finds the last change in [l.q, r.q), looking from the high end.
func (s *crossoverSearch) searchBack(l, r point) {
	if s.budget--; s.done || s.budget < 0 {
		return
	}
	if r.q-l.q <= 1 || l.b > r.a || l.a > r.b ||
		l.sign() == r.sign() && s.a.Platform.linear(l.q, r.q) && s.b.Platform.linear(l.q, r.q) {
		s.noteBack(l)
		return
	}
	m := s.at(middle(l.q, r.q))
	s.searchBack(m, r)
	s.searchBack(l, m)
}

// noteBack takes up a point on the way to lower volumes.
func (s *crossoverSearch) noteBack(p point) {
	switch sign := p.sign(); {
	case sign == 0:
	case s.last == 0 || sign == s.last:
		s.last, s.held = sign, p.q
	default:
		s.done = true
	}
}

// note records the point if the cheaper one has changed there. A tie is no
// change: the one that was cheaper keeps the title.
func (s *crossoverSearch) note(p point) {
	sign := p.sign()
	if sign == 0 || sign == s.last {
		return
	}
	if s.last != 0 {
		s.found = append(s.found, Crossing{p.q, s.platform(sign)})
	}
	s.last = sign
}

// middle halves an interval of volumes: by ratio while it spans more than a
// factor of four, which suits a range of six decades, then by difference.
func middle(lo, hi float64) float64 {
	if lo > 0 && hi > 4*lo {
		return math.Floor(math.Sqrt(lo) * math.Sqrt(hi))
	}
	return math.Floor(lo + (hi-lo)/2)
}
