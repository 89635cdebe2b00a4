package costs

import (
	"math"
)

// crossoverSearch compares pairs of curves over a range of volumes, all of them
// on one way through it.
//
// Both curves never fall, so over an interval their difference lies within
// [a(lo) − b(hi), a(hi) − b(lo)]. An interval in which that range excludes zero
// holds no crossing; one in which both are straight lines is solved by its
// ends; any other is halved, down to one request. Tier edges and node steps
// therefore need no list: they are closed in on only where they matter. Every
// pair halves the same intervals, so a curve is read once for all of its pairs.
type crossoverSearch struct {
	*reader
	pairs []pairSearch
	open  [][]int // by depth: the pairs for which the interval is halved
}

// pairSearch is how far the search of one pair has come.
type pairSearch struct {
	a, b   int // of the curves
	budget int
	last   int // the sign that held so far
	found  []crossing

	held float64 // of a search from the high end: the lowest volume so far at which last holds
	done bool    // and whether the change there was found
}

// crossing is a volume at which the sign becomes another one.
type crossing struct {
	volume float64
	sign   int
}

// newCrossoverSearch is a search that may look at so many figures.
func newCrossoverSearch(curves []Curve, pairs [][2]int, work int) *crossoverSearch {
	s := &crossoverSearch{reader: newReader(curves, work)}
	for _, pair := range pairs {
		s.pairs = append(s.pairs, pairSearch{a: pair[0], b: pair[1], budget: crossoverBudget})
	}
	return s
}

// unsettled reports whether a pair's last crossing was not found either.
func (s *crossoverSearch) unsettled(k int) bool { return s.pairs[k].spent() && !s.pairs[k].done }

// compare returns how the pairs compare, in their order.
func (s *crossoverSearch) compare(lo, hi float64) []Crossover {
	lo, hi = math.Ceil(lo), math.Floor(hi)
	all := make([]int, len(s.pairs))
	for k := range all {
		all[k] = k
	}
	backwards := s.work / backwardsWork
	left, right := s.row(0, lo), s.row(1, hi)
	s.readPairs(left, all)
	s.readPairs(right, all)
	for k := range s.pairs {
		s.pairs[k].last = s.sign(k, left)
	}
	s.search(left, right, all, 2)
	found := make([]Crossover, len(s.pairs))
	for k := range s.pairs {
		p, c := &s.pairs[k], &found[k]
		c.A, c.B = s.curves[p.a].Platform, s.curves[p.b].Platform
		c.AtLow, c.AtHigh = s.platform(k, s.sign(k, left)), s.platform(k, s.sign(k, right))
		for _, at := range p.found {
			c.Crossings = append(c.Crossings, Crossing{at.volume, s.platform(k, at.sign)})
		}
	}
	s.work = max(s.work, 0) + backwards
	s.searchBackwards(left, right, found)
	return found
}

// searchBackwards finds the last crossing of the pairs whose search had to stop
// before its end.
func (s *crossoverSearch) searchBackwards(left, right *row, found []Crossover) {
	var spent []int
	for k := range s.pairs {
		if p := &s.pairs[k]; p.spent() {
			*p = pairSearch{a: p.a, b: p.b, budget: crossoverBudget}
			s.noteBack(k, right)
			spent = append(spent, k)
		}
	}
	if len(spent) == 0 {
		return
	}
	s.searchBack(left, right, spent, 2)
	for _, k := range spent {
		p, c := &s.pairs[k], &found[k]
		last, changes := left.q, p.done || s.platform(k, p.last) != c.AtLow
		if n := len(c.Crossings); n > 0 {
			last, changes = c.Crossings[n-1].Volume, true
		}
		if changes && p.held > last {
			c.Crossings = append(c.Crossings, Crossing{p.held, s.platform(k, p.last)})
			c.More = true
		}
	}
}

// search notes the crossings in (l.q, r.q] of some pairs in ascending order.
func (s *crossoverSearch) search(l, r *row, pairs []int, depth int) {
	open := s.halved(l, r, pairs, depth, s.note, r)
	if len(open) == 0 {
		return
	}
	m := s.row(depth, middle(l.q, r.q))
	s.readPairs(m, open)
	s.search(l, m, open, depth+1)
	s.search(m, r, open, depth+1)
}

// searchBack finds the last change in [l.q, r.q) of some pairs, looking from the
// high end.
func (s *crossoverSearch) searchBack(l, r *row, pairs []int, depth int) {
	open := s.halved(l, r, pairs, depth, s.noteBack, l)
	if len(open) == 0 {
		return
	}
	m := s.row(depth, middle(l.q, r.q))
	s.readPairs(m, open)
	s.searchBack(m, r, open, depth+1)
	s.searchBack(l, m, open, depth+1)
}

// halved returns the pairs for which an interval has to be halved. Of others the
// end that the search comes to next is noted. Where the work is at its end the
// search of those pairs is.
func (s *crossoverSearch) halved(l, r *row, pairs []int, depth int, note func(k int, at *row), next *row) []int {
	for depth >= len(s.open) {
		s.open = append(s.open, nil)
	}
	open := s.open[depth][:0]
	for _, k := range pairs {
		p := &s.pairs[k]
		if p.budget--; p.spent() || p.done {
			continue
		}
		if s.decided(p, l, r) {
			note(k, next)
			continue
		}
		if s.work < 0 {
			p.budget = -1
			continue
		}
		open = append(open, k)
	}
	s.open[depth] = open
	return open
}

// decided reports whether an interval tells nothing that its ends do not: it is a
// single request, one of the pair is cheaper throughout, or both are straight
// lines that meet at most once, and did not.
func (s *crossoverSearch) decided(p *pairSearch, l, r *row) bool {
	return r.q-l.q <= 1 || l.usd[p.b] > r.usd[p.a] || l.usd[p.a] > r.usd[p.b] ||
		sign(l.usd[p.a], l.usd[p.b]) == sign(r.usd[p.a], r.usd[p.b]) && s.straight(p.a, l, r) && s.straight(p.b, l, r)
}

// readPairs reads the curves of some pairs.
func (s *crossoverSearch) readPairs(at *row, pairs []int) {
	clear(at.read)
	for _, k := range pairs {
		for _, i := range [2]int{s.pairs[k].a, s.pairs[k].b} {
			if !at.read[i] {
				s.read(at, i)
			}
		}
	}
}

// sign is −1 where a is cheaper, 1 where b is, 0 where they cost the same to
// within a rounding error or neither can carry the volume.
func sign(a, b float64) int {
	switch {
	case a == b:
		return 0
	case math.IsInf(a, 1):
		return 1
	case math.IsInf(b, 1):
		return -1
	case math.Abs(a-b) <= 1e-12*math.Max(a, b):
		return 0
	case a < b:
		return -1
	default:
		return 1
	}
}

// sign is that of a pair.
func (s *crossoverSearch) sign(k int, at *row) int {
	p := &s.pairs[k]
	return sign(at.usd[p.a], at.usd[p.b])
}

func (s *crossoverSearch) platform(k, sign int) *Platform {
	switch sign {
	case -1:
		return s.curves[s.pairs[k].a].Platform
	case 1:
		return s.curves[s.pairs[k].b].Platform
	}
	return nil
}

// spent reports whether the search had to stop before its end.
func (p *pairSearch) spent() bool { return p.budget < 0 || len(p.found) >= crossoverMost }

// noteBack takes up a volume on the way to lower ones.
func (s *crossoverSearch) noteBack(k int, at *row) {
	p := &s.pairs[k]
	switch sign := s.sign(k, at); {
	case sign == 0:
	case p.last == 0 || sign == p.last:
		p.last, p.held = sign, at.q
	default:
		p.done = true
	}
}

// note records a volume if the cheaper one has changed there. A tie is no
// change: the one that was cheaper keeps the title.
func (s *crossoverSearch) note(k int, at *row) {
	p, sign := &s.pairs[k], s.sign(k, at)
	if sign == 0 || sign == p.last {
		return
	}
	if p.last != 0 {
		p.found = append(p.found, crossing{at.q, sign})
	}
	p.last = sign
}
