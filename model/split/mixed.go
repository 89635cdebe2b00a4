package split

import (
	"math"
	"slices"
)

// mixedSweeps is how often all components are looked at once more to make a
// mixed placement cheaper.
const mixedSweeps = 3

// besides finds a placement on two platforms beside one that uses a single
// platform: for each second platform the component whose own move there costs
// the least goes first, and then what makes the two together cheaper. It
// returns the cheapest that it found, nil where no component can be anywhere
// else. Whether there is one depends on limits, pins and fleets alone and on no
// cost, so that people change nothing of it.
func (p *Solver) besides(single []int) []int {
	var best *Tally
	for o := range p.Pools {
		if o == single[0] {
			continue
		}
		s := p.Tally(single)
		if s.leave(single[0], o); s.counts[o] == 0 {
			continue
		}
		if best == nil || s.usd() < best.usd()-Worthwhile {
			best = s
		}
	}
	if best == nil {
		return nil
	}
	return best.at
}

// leave moves components from one option to another one: the first whatever it
// costs, the others, and back again, where that makes the placement cheaper.
func (s *Tally) leave(from, to int) {
	first, least := -1, math.Inf(1)
	for i := range s.at {
		if !s.Allowed[i][to] {
			continue
		}
		if usd := s.with(i, to); usd < least {
			first, least = i, usd
		}
	}
	if first < 0 {
		return
	}
	s.move(first, to)
	for range mixedSweeps {
		moved := false
		for i, at := range s.at {
			other := from + to - at
			if !s.Allowed[i][other] || s.counts[at] == 1 {
				continue
			}
			if s.with(i, other) < s.usd()-Worthwhile {
				s.move(i, other)
				moved = true
			}
		}
		if !moved {
			return
		}
	}
}

// Mixed is the cheapest placement on more than one platform: the split itself
// where it is one, else what is found beside it; nil where nothing runs so.
func (p *Solver) Mixed(split *Split) *Split {
	if len(split.Placements) < 2 || !split.Feasible || math.IsInf(split.USD, 1) {
		return nil
	}
	if split.Mixed() {
		return split
	}
	at := p.besides(Indices(split.Options()))
	if at == nil {
		return nil
	}
	beside := p.Tally(at).Outline()
	return &beside
}

// Sides are the places that a placement uses.
func (s *Split) Sides() []int {
	var list []int
	for i := range s.Placements {
		if at := s.Placements[i].Place; at >= 0 && !slices.Contains(list, at) {
			list = append(list, at)
		}
	}
	slices.Sort(list)
	return list
}
