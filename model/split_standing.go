package model

import (
	"math"
	"slices"

	"runwhere/costs"
)

// standing is a placement with its running sums, on which single moves can be
// tried for the price of two vectors.
type standing struct {
	*placing
	at      []int       // option by component, −1 for none
	sums    [][]float64 // by option
	costs   []float64   // USD a month by option
	scratch [][]float64 // by option
}

// stand adds a placement up.
func (p *placing) stand(placement []int) *standing {
	s := &standing{placing: p, at: slices.Clone(placement), costs: make([]float64, len(p.pools))}
	for o, pool := range p.pools {
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
	return s
}

// usd returns the cost of the placement.
func (s *standing) usd() float64 {
	usd := 0.0
	for _, c := range s.costs {
		usd += c
	}
	return usd
}

// with returns what the whole costs with component i on option o, −1 for
// nowhere.
func (s *standing) with(i, o int) float64 {
	usd := 0.0
	for k, pool := range s.pools {
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
func (s *standing) move(i, o int) {
	if from := s.at[i]; from >= 0 {
		s.pools[from].Remove(s.sums[from], s.sums[from], i)
		s.costs[from] = s.pools[from].Cost(s.sums[from])
	}
	s.pools[o].Add(s.sums[o], s.sums[o], i)
	s.costs[o] = s.pools[o].Cost(s.sums[o])
	s.at[i] = o
}

// describe turns a placement into a Split with each component's reason.
func (p *placing) describe(placement []int) Split {
	r, stood := &p.evaluation.Resolved, p.stand(placement)
	s := Split{
		USD: stood.usd(), ByOption: map[costs.Option]float64{},
		Alternatives: map[costs.Option]float64{}, Feasible: !slices.Contains(placement, -1),
	}
	for i, o := range placement {
		c := Placement{Component: r.Workload.Components[i].Name, Pinned: r.Pins[i] != "", Refusals: p.refusals[i]}
		c.Adds = stood.adds(i)
		if o >= 0 {
			c.Option = costs.Options[o]
			s.ByOption[c.Option] = stood.costs[o]
		}
		c.Reason = c.reason()
		s.Placements = append(s.Placements, c)
	}
	if !s.Feasible {
		s.USD = math.Inf(1)
	}
	return s
}

// adds returns what component i adds to the bill on each option while all
// others stay where they are.
func (s *standing) adds(i int) map[costs.Option]float64 {
	without := s.with(i, -1)
	adds := map[costs.Option]float64{}
	for o, option := range costs.Options {
		adds[option] = math.Inf(1)
		if _, refused := s.refusals[i][option]; !refused {
			adds[option] = s.with(i, o) - without
		}
	}
	return adds
}
