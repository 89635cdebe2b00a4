package costs

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPlatformProperties(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		for _, build := range drawBuilders(t, b) {
			p, last := build(w), -1.0
			if !p.Billed() {
				continue
			}
			for _, q := range []float64{0, 1, 1e3, 12345, 1e6, 1e8, 3e9, 1e10} {
				usd, bill := p.Cost(q), p.Bill(q)
				sum := 0.0
				for _, l := range bill.Lines {
					sum += l.USD
					if l.Formula == "" || l.Source == "" || l.AsOf == "" || strings.Contains(l.Formula, "NaN") {
						t.Fatalf("%s: line without explanation: %+v", p.ID, l)
					}
				}
				if math.IsNaN(usd) || usd < 0 || usd < last-1e-9*math.Max(1, last) {
					t.Fatalf("%s at %v: %v after %v", p.ID, q, usd, last)
				}
				if math.Abs(sum-usd) > 1e-9*math.Max(1, usd) || math.Abs(bill.USD-usd) > 1e-9*math.Max(1, usd) {
					t.Fatalf("%s at %v: lines %v, bill %v, curve %v", p.ID, q, sum, bill.USD, usd)
				}
				last = usd
			}
		}
	})
}

// stairs is the least that the nodes of the members cost by a staircase.
func stairs(s *Staircase, members []int) float64 {
	if s == nil {
		return 0
	}
	most := 0.0
	for resource, needs := range s.Needs {
		usd := 0.0
		for h, weight := range s.Weights {
			nodes := s.System[resource]
			for _, i := range members {
				nodes += needs[h][i]
			}
			usd += s.NodeUSD * weight * math.Max(s.Min, math.Ceil(nodes-1e-7))
		}
		most = math.Max(most, usd)
	}
	return most
}

// callsAmong are the calls between members, with their ends as their places among
// them.
func callsAmong(w Workload, members []int) []Call {
	var calls []Call
	for _, c := range w.Calls {
		c.From, c.To = slices.Index(members, c.From), slices.Index(members, c.To)
		if c.From >= 0 && c.To >= 0 {
			calls = append(calls, c)
		}
	}
	return calls
}

// betweenZonesUSD is what the calls of a platform's line of data between zones cost,
// at its flat price.
func betweenZonesUSD(p *Platform, w Workload) float64 {
	usd := 0.0
	for i := range p.Meters {
		for _, t := range p.Meters[i].Dimensions[0] {
			if t.With > 0 {
				usd += w.Components[t.Index].Requests * t.counted * p.Meters[i].Price.Tiers[0].USD
			}
		}
	}
	return usd
}

// TestPoolIsThePlatformOfItsPart rebuilds the platform for a part of the
// workload and compares; and holds every lower bound against that cost.
func TestPoolIsThePlatformOfItsPart(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		for _, build := range drawBuilders(t, b) {
			platform := build(w)
			if !platform.Billed() {
				continue
			}
			pool := platform.Pool(w, 7)
			sum, part := pool.Empty(), Workload{System: w.Components}
			var members []int
			for i := range w.Components {
				if rapid.Bool().Draw(t, "placed") {
					pool.Add(sum, sum, i)
					part.Components = append(part.Components, w.Components[i])
					members = append(members, i)
				}
			}
			if len(members) == 0 {
				if got := pool.Cost(sum); got != 0 {
					t.Fatalf("nothing costs %v", got)
				}
				continue
			}
			part.Calls = callsAmong(w, members)
			p := build(part)
			// What passes between zones takes both ends of a call and is no part of the vectors.
			want, got := p.Cost(part.Requests())+7-betweenZonesUSD(p, part), pool.Cost(sum)
			if math.Abs(got-want) > 1e-9*math.Max(1, want) {
				t.Fatalf("%s: the pool says %v, the platform %v", p.ID, got, want)
			}
			for _, m := range pool.Minorants() {
				bound := m.Base + stairs(pool.Staircase(), members)
				for _, i := range members {
					bound += m.Slopes[i]
				}
				if bound > want*(1+1e-9) {
					t.Fatalf("%s: a lower bound of %v for a cost of %v", p.ID, bound, want)
				}
			}
		}
	})
}
