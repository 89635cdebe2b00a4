package costs

import (
	"math"
)

// Segment is a stretch of volumes on which one platform is the cheapest.
type Segment struct {
	From, To float64   // requests a month, both included
	Cheapest *Platform // nil where no platform can carry the volume
}

// envelopeBudget bounds the intervals that the search opens at the resolution
// of one request, and envelopeWork the figures that it looks at. Where clusters
// that cost nearly the same take turns at every node it runs out, and the search
// is done again at envelopeRatio, with as much work once more.
const (
	envelopeBudget = 50_000
	envelopeWork   = 75e6
	envelopeRatio  = 1e-3
	envelopeTurns  = 16 // changes that are looked for in one interval of that width
)

// Envelope says who is cheapest at each volume of [lo, hi] among all curves.
// Every change is exact to one request. Where the cheapest one changes too
// often for a full search, a platform that is the cheapest for less than one
// part in a thousand of the volume may be passed over; where even that is more
// than envelopeWork, of the intervals that are left one change each is found.
//
// Costs never fall, so a curve that costs more at the low end of an interval
// than another one at its high end is not the cheapest in between, and is not
// read there again. An interval with one curve left has one winner; so has one
// in which all curves left are straight lines and the winner is the same at
// both ends, since the lowest of lines never comes back. Any other interval is
// halved.
func Envelope(curves []Curve, lo, hi float64) []Segment {
	return newEnvelopeSearch(curves, envelopeWork).segmentsIn(lo, hi)
}

// newEnvelopeSearch is a search that may look at so many figures, twice.
func newEnvelopeSearch(curves []Curve, work int) *envelopeSearch {
	return &envelopeSearch{reader: newReader(curves, work), budget: envelopeBudget}
}

func (s *envelopeSearch) segmentsIn(lo, hi float64) []Segment {
	lo, hi = math.Ceil(lo), math.Floor(hi)
	whole := s.work
	all := make([]int, len(s.curves))
	for i := range all {
		all[i] = i
	}
	left, right := s.at(0, lo, all), s.at(1, hi, all)
	s.add(left.q, left.best)
	s.search(left, right, all, 2)
	if s.spent() {
		s.segments, s.ratio, s.budget, s.work = nil, envelopeRatio, math.MaxInt, whole
		s.add(left.q, left.best)
		s.search(left, right, all, 2)
	}
	s.segments[len(s.segments)-1].To = hi
	return s.segments
}

type envelopeSearch struct {
	*reader
	segments []Segment
	left     [][]int // by depth: the curves that may be the cheapest in the interval
	budget   int
	ratio    float64 // the narrowest interval by its low end; 0 for one request
}

// spent reports whether the search at the resolution of one request has to stop.
func (s *envelopeSearch) spent() bool { return s.budget < 0 || s.ratio == 0 && s.work < 0 }

// at reads the curves that may be the cheapest.
func (s *envelopeSearch) at(depth int, q float64, candidates []int) *row {
	r := s.row(depth, q)
	r.best, r.least = -1, math.Inf(1)
	for i := range r.usd {
		r.usd[i] = math.Inf(1)
	}
	for _, i := range candidates {
		if s.read(r, i); r.usd[i] < r.least {
			r.best, r.least = i, r.usd[i]
		}
	}
	return r
}

// bestAt returns the cheapest of the candidates at a volume, −1 where none can
// carry it.
func (s *envelopeSearch) bestAt(q float64, candidates []int) int {
	best, least := -1, math.Inf(1)
	for _, i := range candidates {
		if usd := s.cost(i, q); usd < least {
			best, least = i, usd
		}
	}
	return best
}

// add begins a segment where the winner has changed.
func (s *envelopeSearch) add(q float64, best int) {
	var cheapest *Platform
	if best >= 0 {
		cheapest = s.curves[best].Platform
	}
	if n := len(s.segments); n > 0 {
		if s.segments[n-1].Cheapest == cheapest {
			return
		}
		s.segments[n-1].To = q - 1
	}
	s.segments = append(s.segments, Segment{From: q, Cheapest: cheapest})
}

// search adds the changes in (l.q, r.q] in ascending order.
func (s *envelopeSearch) search(l, r *row, candidates []int, depth int) {
	if s.budget--; s.spent() {
		return
	}
	left := s.candidates(l, r, candidates, depth)
	if l.best == r.best && (len(left) <= 1 || s.allStraight(l, r, left)) {
		return
	}
	if s.work < 0 {
		s.turns(l, r, left, 1)
		return
	}
	if r.q-l.q <= math.Max(1, s.ratio*l.q) {
		s.turns(l, r, left, envelopeTurns)
		return
	}
	m := s.at(depth, middle(l.q, r.q), left)
	s.search(l, m, left, depth+1)
	s.search(m, r, left, depth+1)
}

// candidates returns the curves that may be the cheapest between two volumes.
func (s *envelopeSearch) candidates(l, r *row, among []int, depth int) []int {
	for depth >= len(s.left) {
		s.left = append(s.left, nil)
	}
	left := s.left[depth][:0]
	for _, i := range among {
		if l.best >= 0 && (i == l.best || i == r.best || l.usd[i] < r.least) { // a fleet that is saturated stays so
			left = append(left, i)
		}
	}
	s.left[depth] = left
	return left
}

// turns closes in on so many changes in an interval that is not halved any more:
// to one request each, from the low end on.
func (s *envelopeSearch) turns(l, r *row, candidates []int, most int) {
	from, best := l.q, l.best
	for range most {
		if best == r.best {
			return
		}
		next, becomes := r.q, r.best
		for next-from > 1 {
			q := middle(from, next)
			if at := s.bestAt(q, candidates); at == best {
				from = q
			} else {
				next, becomes = q, at
			}
		}
		s.add(next, becomes)
		from, best = next, becomes
	}
	s.add(r.q, r.best)
}

// allStraight reports whether the curves are straight lines in between.
func (s *envelopeSearch) allStraight(l, r *row, candidates []int) bool {
	for _, i := range candidates {
		if !s.straight(i, l, r) {
			return false
		}
	}
	return true
}

// Cheapest returns the platform with the lowest cost at q requests a month,
// the first of several that cost the same, nil where none can carry it.
func Cheapest(curves []Curve, q float64) *Platform {
	var best *Platform
	least := math.Inf(1)
	for _, c := range curves {
		if usd := c.Cost(q); usd < least {
			best, least = c.Platform, usd
		}
	}
	return best
}
