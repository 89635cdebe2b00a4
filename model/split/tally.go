package split

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// Tally is a placement with its running sums, on which single moves can be
// tried for the price of two vectors.
type Tally struct {
	*Solver
	at      []int       // option by component, −1 for none
	sums    [][]float64 // by option
	costs   []float64   // USD a month by option
	counts  []int       // components by option
	across  float64     // USD a month of calls across
	scratch [][]float64 // by option
}

// Tally adds a placement up.
func (p *Solver) Tally(placement []int) *Tally {
	s := &Tally{Solver: p, at: slices.Clone(placement), costs: make([]float64, len(p.Pools)), counts: make([]int, len(p.Pools))}
	for o, pool := range p.Pools {
		sum := pool.Empty()
		for i, at := range placement {
			if at == o {
				pool.Add(sum, sum, i)
			}
		}
		s.sums = append(s.sums, sum)
		s.scratch = append(s.scratch, pool.Empty())
		s.costs[o] = pool.Cost(sum)
	}
	for _, o := range s.at {
		if o >= 0 {
			s.counts[o]++
		}
	}
	s.across = p.glueOf(s.at)
	return s
}

// usd returns the cost of the placement.
func (s *Tally) usd() float64 {
	usd := s.across + s.toolchains(-1, -1)
	for _, c := range s.costs {
		usd += c
	}
	return usd
}

// toolchains is what the platforms beyond the first cost in people with one
// component taken off an option and put on another one; −1 is none.
func (s *Tally) toolchains(off, on int) float64 {
	if s.toolchain == 0 {
		return 0
	}
	open := 0
	for k, count := range s.counts {
		if off == k {
			count--
		}
		if on == k {
			count++
		}
		if count > 0 {
			open++
		}
	}
	return s.toolchain * float64(max(0, open-1))
}

// with returns what the whole costs with component i on option o, −1 for
// nowhere.
func (s *Tally) with(i, o int) float64 {
	usd := s.across + s.toolchains(s.at[i], o)
	if o != s.at[i] {
		usd += s.glueAround(s.at, i, o) - s.glueAround(s.at, i, s.at[i])
	}
	for k, pool := range s.Pools {
		switch {
		case k == s.at[i] && k != o:
			pool.Remove(s.scratch[k], s.sums[k], i)
			usd += pool.Cost(s.scratch[k])
		case k == o && k != s.at[i]:
			pool.Add(s.scratch[k], s.sums[k], i)
			usd += pool.Cost(s.scratch[k])
		default:
			usd += s.costs[k]
		}
	}
	return usd
}

// move places component i on option o.
func (s *Tally) move(i, o int) {
	s.across += s.glueAround(s.at, i, o) - s.glueAround(s.at, i, s.at[i])
	if from := s.at[i]; from >= 0 {
		s.counts[from]--
		s.Pools[from].Remove(s.sums[from], s.sums[from], i)
		s.costs[from] = s.Pools[from].Cost(s.sums[from])
	}
	s.counts[o]++
	s.Pools[o].Add(s.sums[o], s.sums[o], i)
	s.costs[o] = s.Pools[o].Cost(s.sums[o])
	s.at[i] = o
}

// Outline turns a placement into a Split without its explanations.
func (s *Tally) Outline() Split {
	split := s.Sketch()
	split.Glue = s.crossing()
	for i := range split.Glue {
		split.GlueUSD += split.Glue[i].USD
	}
	return split
}

// Sketch turns a placement into a Split without its calls: what a recommendation
// rests on.
func (s *Tally) Sketch() Split {
	split := Split{USD: s.usd(), ByOption: map[checklist.Option]float64{}, Feasible: !slices.Contains(s.at, -1)}
	for i, o := range s.at {
		c := Placement{Component: s.Workload.Components[i].Name, Place: o}
		if o >= 0 {
			c.Option = s.Places[o].Option
		}
		split.Placements = append(split.Placements, c)
	}
	for o, place := range s.Places {
		if s.counts[o] > 0 {
			split.ByOption[place.Option] += s.costs[o]
		}
	}
	for k := range s.edges { // A call between two components of one place is in that one's bill.
		e := &s.edges[k]
		if from, to := s.at[e.from], s.at[e.to]; from >= 0 && from == to {
			split.ByOption[s.Places[from].Option] += e.usd[from][to]
		}
	}
	split.ToolchainUSD = s.Toolchain * float64(max(0, len(split.ByOption)-1))
	if !split.Feasible {
		split.USD = math.Inf(1)
	}
	return split
}

// Explain adds to an outline what each component adds anywhere, and why it is
// where it is.
func (s *Tally) Explain(split *Split) {
	for i := range split.Placements {
		c := &split.Placements[i]
		c.Pinned, c.Refusals = s.Pins[i] != "", s.Refusals[i]
		s.weigh(c, i)
		c.Reason = c.WhyHere()
		if s.OwnSites {
			c.Reason = "no place has a price: " + costs.NoSiteFigure
		}
	}
	split.Alternatives = map[checklist.Option]float64{}
	for o, place := range s.Places {
		split.Alternatives[place.Option] = s.allOn(o)
	}
}

// weigh works out what component i adds on each option while all others stay
// where they are, and what its own move there would change.
func (s *Tally) weigh(c *Placement, i int) {
	without, here := s.with(i, -1), s.usd()
	c.Adds, c.Glue, c.Moving = map[checklist.Option]float64{}, map[checklist.Option]float64{}, map[checklist.Option]float64{}
	for o, place := range s.Places {
		option := place.Option
		c.Adds[option], c.Moving[option] = math.Inf(1), math.Inf(1)
		if _, refused := s.Refusals[i][option]; !refused {
			there := here
			if o != s.at[i] {
				there = s.with(i, o)
			}
			c.Adds[option], c.Moving[option], c.Glue[option] = there-without, there-here, s.glueAround(s.at, i, o)-s.glueWithin(i, o)
		}
	}
}
