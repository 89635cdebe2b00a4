package costs

import "math"

// Segment is a stretch of volumes on which one platform is the cheapest.
type Segment struct {
	From, To float64   // requests a month, both included
	Cheapest *Platform // nil where no platform can carry the volume
}

// envelopeBudget bounds the intervals that the search opens at the resolution
// of one request. Where clusters that cost nearly the same take turns at every
// node it runs out, and the search is done again at envelopeRatio.
const (
	envelopeBudget = 50_000
	envelopeRatio  = 1e-3
	envelopeTurns  = 16 // changes that are looked for in one interval of that width
)

// Envelope says who is cheapest at each volume of [lo, hi] among all curves.
// Every change is exact to one request. Where the cheapest one changes too
// often for a full search, a platform that is the cheapest for less than one
// part in a thousand of the volume may be passed over.
//
// Costs never fall, so a curve that costs more at the low end of an interval
// than another one at its high end is not the cheapest in between, and is not
// read there again. An interval with one curve left has one winner; so has one
// in which all curves left are straight lines and the winner is the same at
// both ends, since the lowest of lines never comes back. Any other interval is
// halved.
func Envelope(curves []Curve, lo, hi float64) []Segment {
	lo, hi = math.Ceil(lo), math.Floor(hi)
	s := &envelopeSearch{curves: curves, budget: envelopeBudget}
	all := make([]int, len(curves))
	for i := range all {
		all[i] = i
	}
	left, right := s.at(lo, all), s.at(hi, all)
	s.add(left)
	s.search(left, right, all)
	if s.budget < 0 {
		s.segments, s.ratio, s.budget = nil, envelopeRatio, math.MaxInt
		s.add(left)
		s.search(left, right, all)
	}
	s.segments[len(s.segments)-1].To = hi
	return s.segments
}

type envelopeSearch struct {
	curves   []Curve
	segments []Segment
	budget   int
	ratio    float64 // the narrowest interval by its low end; 0 for one request
}

// reading is some curves at one volume, and the cheapest of them.
type reading struct {
	q     float64
	usd   []float64 // by curve; +Inf for one that was not read
	best  int       // -1 where none can carry the volume
	least float64   // its cost; +Inf where none can
}

// at reads the curves that may be the cheapest.
func (s *envelopeSearch) at(q float64, candidates []int) reading {
	r := reading{q: q, usd: make([]float64, len(s.curves)), best: -1, least: math.Inf(1)}
	for i := range r.usd {
		r.usd[i] = math.Inf(1)
	}
	for _, i := range candidates {
		if r.usd[i] = s.curves[i].Cost(q); r.usd[i] < r.least {
			r.best, r.least = i, r.usd[i]
		}
	}
	return r
}

// add begins a segment where the winner has changed.
func (s *envelopeSearch) add(r reading) {
	var cheapest *Platform
	if r.best >= 0 {
		cheapest = s.curves[r.best].Platform
	}
	if n := len(s.segments); n > 0 {
		if s.segments[n-1].Cheapest == cheapest {
			return
		}
		s.segments[n-1].To = r.q - 1
	}
	s.segments = append(s.segments, Segment{From: r.q, Cheapest: cheapest})
}

// search adds the changes in (l.q, r.q] in ascending order.
func (s *envelopeSearch) search(l, r reading, candidates []int) {
	if s.budget--; s.budget < 0 {
		return
	}
	left := s.candidates(l, r, candidates)
	if l.best == r.best && (len(left) <= 1 || s.straight(l, r, left)) {
		return
	}
	if r.q-l.q <= math.Max(1, s.ratio*l.q) {
		s.turns(l, r, left)
		return
	}
	m := s.at(middle(l.q, r.q), left)
	s.search(l, m, left)
	s.search(m, r, left)
}

// candidates returns the curves that may be the cheapest between two volumes.
func (s *envelopeSearch) candidates(l, r reading, among []int) []int {
	if l.best < 0 {
		return nil // a fleet that is saturated stays so
	}
	var left []int
	for _, i := range among {
		if i == l.best || i == r.best || l.usd[i] < r.least {
			left = append(left, i)
		}
	}
	return left
}

// turns closes in on the changes in an interval that is not halved any more:
// to one request each, from the low end on.
func (s *envelopeSearch) turns(l, r reading, candidates []int) {
	for range envelopeTurns {
		if l.best == r.best {
			return
		}
		next := r
		for next.q-l.q > 1 {
			if m := s.at(middle(l.q, next.q), candidates); m.best == l.best {
				l = m
			} else {
				next = m
			}
		}
		s.add(next)
		l = next
	}
	s.add(r)
}

// straight reports whether the curves are straight lines in between.
func (s *envelopeSearch) straight(l, r reading, candidates []int) bool {
	for _, i := range candidates {
		if !s.curves[i].Platform.linear(l.q, r.q) {
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

// Crossovers compares every pair of curves over [lo, hi].
func Crossovers(curves []Curve, lo, hi float64) []Crossover {
	var all []Crossover
	for i := range curves {
		for j := i + 1; j < len(curves); j++ {
			all = append(all, FindCrossover(curves[i], curves[j], lo, hi))
		}
	}
	return all
}
