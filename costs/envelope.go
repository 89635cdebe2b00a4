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
	envelopeBudget = 20_000
	envelopeRatio  = 1e-3
)

// Envelope says who is cheapest at each volume of [lo, hi] among all curves:
// to one request, or, where the cheapest one changes too often for that, to
// one part in a thousand of the volume.
//
// Costs never fall, so an interval whose winner is the same at both ends and
// costs no more at the high end than any other curve at the low end has one
// winner; so has one in which all curves are straight lines, since the lowest
// of lines never comes back. Any other interval is halved.
func Envelope(curves []Curve, lo, hi float64) []Segment {
	lo, hi = math.Ceil(lo), math.Floor(hi)
	s := &envelopeSearch{curves: curves, budget: envelopeBudget}
	left, right := s.at(lo), s.at(hi)
	s.add(left)
	s.search(left, right)
	if s.budget < 0 {
		s.segments, s.ratio, s.budget = nil, envelopeRatio, math.MaxInt
		s.add(left)
		s.search(left, right)
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

// reading is every curve at one volume, and the cheapest of them.
type reading struct {
	q    float64
	usd  []float64
	best int // -1 where none can carry the volume
}

func (s *envelopeSearch) at(q float64) reading {
	r := reading{q: q, usd: make([]float64, len(s.curves)), best: -1}
	least := math.Inf(1)
	for i, c := range s.curves {
		if r.usd[i] = c.Cost(q); r.usd[i] < least {
			r.best, least = i, r.usd[i]
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

func (s *envelopeSearch) search(l, r reading) {
	if s.budget--; s.budget < 0 {
		return
	}
	if r.q-l.q <= math.Max(1, s.ratio*l.q) {
		s.add(r)
		return
	}
	if l.best == r.best && (s.settled(l, r) || s.straight(l, r)) {
		return
	}
	m := s.at(middle(l.q, r.q))
	s.search(l, m)
	s.search(m, r)
}

// settled reports whether no other curve can be cheaper in between.
func (s *envelopeSearch) settled(l, r reading) bool {
	if l.best < 0 {
		return true // a fleet that is saturated stays so
	}
	for i, usd := range l.usd {
		if i != l.best && usd < r.usd[r.best] {
			return false
		}
	}
	return true
}

// straight reports whether all curves are straight lines in between.
func (s *envelopeSearch) straight(l, r reading) bool {
	for _, c := range s.curves {
		if !c.Platform.linear(l.q, r.q) {
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
