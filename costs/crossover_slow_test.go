package costs

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// slowSearch compares one pair by itself and works every figure out whenever it
// is looked at: the plain form of crossoverSearch.
type slowSearch struct {
	a, b   Curve
	last   int
	found  []Crossing
	budget int

	held float64
	done bool
}

func (s *slowSearch) sign(q float64) int { return sign(s.a.Cost(q), s.b.Cost(q)) }

func (s *slowSearch) platform(sign int) *Platform {
	return map[int]*Platform{-1: s.a.Platform, 1: s.b.Platform}[sign]
}

// decided reports whether the ends of an interval say all about it.
func (s *slowSearch) decided(lo, hi float64) bool {
	return hi-lo <= 1 || s.b.Cost(lo) > s.a.Cost(hi) || s.a.Cost(lo) > s.b.Cost(hi) ||
		s.sign(lo) == s.sign(hi) && slowLinear(s.a.Platform, lo, hi) && slowLinear(s.b.Platform, lo, hi)
}

func (s *slowSearch) search(lo, hi float64) {
	if s.budget--; s.budget < 0 || len(s.found) >= crossoverMost {
		return
	}
	if !s.decided(lo, hi) {
		s.search(lo, middle(lo, hi))
		s.search(middle(lo, hi), hi)
		return
	}
	sign := s.sign(hi)
	if sign != 0 && sign != s.last && s.last != 0 {
		s.found = append(s.found, Crossing{hi, s.platform(sign)})
	}
	if sign != 0 {
		s.last = sign
	}
}

func (s *slowSearch) searchBack(lo, hi float64) {
	if s.budget--; s.done || s.budget < 0 {
		return
	}
	if s.decided(lo, hi) {
		s.noteBack(lo)
		return
	}
	s.searchBack(middle(lo, hi), hi)
	s.searchBack(lo, middle(lo, hi))
}

func (s *slowSearch) noteBack(q float64) {
	sign := s.sign(q)
	if sign != 0 && s.last != 0 && sign != s.last {
		s.done = true
	} else if sign != 0 {
		s.last, s.held = sign, q
	}
}

// slowLinear compares the capacities and tiers of two volumes.
func slowLinear(p *Platform, lo, hi float64) bool {
	if limit := p.MaxVolume(); hi > limit {
		return lo > limit
	}
	for _, part := range p.parts {
		if !slowLinear(part, lo, hi) {
			return false
		}
	}
	a, b := p.capacities(lo, nil, nil), p.capacities(hi, nil, nil)
	if !slices.Equal(a.nodes, b.nodes) || !slices.Equal(a.levels, b.levels) {
		return false
	}
	for i := range p.Meters {
		m := &p.Meters[i]
		if m.Price.Tier(m.quantity(lo, &a), m.Free) != m.Price.Tier(m.quantity(hi, &b), m.Free) || m.floored && (m.quantity(lo, &a) > 0) != (m.quantity(hi, &b) > 0) {
			return false
		}
	}
	return true
}

func slowCrossover(a, b Curve, lo, hi float64) Crossover {
	s := slowSearch{a: a, b: b, budget: crossoverBudget}
	c := Crossover{A: a.Platform, B: b.Platform, AtLow: s.platform(s.sign(lo)), AtHigh: s.platform(s.sign(hi))}
	s.last = s.sign(lo)
	s.search(lo, hi)
	c.Crossings = s.found
	if s.budget >= 0 && len(s.found) < crossoverMost {
		return c
	}
	back := slowSearch{a: a, b: b, budget: crossoverBudget}
	back.noteBack(hi)
	back.searchBack(lo, hi)
	last, changes := lo, back.done || back.platform(back.last) != c.AtLow
	if n := len(s.found); n > 0 {
		last, changes = s.found[n-1].Volume, true
	}
	if changes && back.held > last {
		c.Crossings, c.More = append(c.Crossings, Crossing{back.held, s.platform(back.last)}), true
	}
	return c
}

// TestCrossoversAgainstOneByOne: all pairs at once, every platform read once at
// a volume, come to the same as each pair by itself; so does a mix among them.
func TestCrossoversAgainstOneByOne(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		var curves []Curve
		var parts []*Platform
		for k, build := range drawBuilders(t, b) {
			if rapid.IntRange(0, 3).Draw(t, "taken") > 0 {
				continue
			}
			p := build(w)
			curves = append(curves, Curve{p, float64(rapid.IntRange(0, 1).Draw(t, "people")) * 1000})
			on := make([]bool, len(w.Components))
			for i := range on {
				on[i] = i%2 == k%2
			}
			if p.Billed() && len(parts) < 2 {
				parts = append(parts, p.Part(w, on))
			}
		}
		if len(parts) == 2 {
			curves = append(curves, Curve{Platform: NewMix(parts)})
		}
		const lo, hi = 10e3, 10e9
		for _, got := range Crossovers(curves, lo, hi) {
			at := func(p *Platform) Curve {
				return curves[slices.IndexFunc(curves, func(c Curve) bool { return c.Platform == p })]
			}
			if want := slowCrossover(at(got.A), at(got.B), lo, hi); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("%s and %s:\n got %+v\nwant %+v", got.A.ID, got.B.ID, got, want)
			}
		}
	})
}

// TestReadingIsTheCost: what a search reads at a volume is what Cost returns.
func TestReadingIsTheCost(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w, q := drawWorkload(t), math.Floor(math.Pow(10, rapid.Float64Range(0, 10).Draw(t, "volume")))
		for _, build := range drawBuilders(t, b) {
			p := build(w)
			if usd, _ := p.read(q, nil); usd != p.Cost(q) {
				t.Fatalf("%s at %v: read %v, cost %v", p.ID, q, usd, p.Cost(q))
			}
		}
	})
}

// TestTheWorkOfCrossoversIsBounded: a search that may look at few figures looks
// at no more than that and the rows that it is in, and what it found is true.
func TestTheWorkOfCrossoversIsBounded(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		var curves []Curve
		row := 0
		for _, build := range drawBuilders(t, b) {
			if rapid.IntRange(0, 3).Draw(t, "taken") > 0 {
				continue
			}
			curves = append(curves, Curve{Platform: build(w)})
			row += curves[len(curves)-1].Platform.Effort()
		}
		if len(curves) < 2 {
			t.Skip("nothing to compare")
		}
		const lo, hi = 10e3, 10e9
		whole := Crossovers(curves[:2], lo, hi)[0]
		work := rapid.IntRange(0, 400_000).Draw(t, "work")
		s := newCrossoverSearch(curves[:2], [][2]int{{0, 1}}, work)
		c := s.compare(lo, hi)[0]
		if s.work < -2*row {
			t.Fatalf("%d figures more than allowed", -s.work)
		}
		if c.AtLow != whole.AtLow || c.AtHigh != whole.AtHigh {
			t.Fatalf("%+v, and with more work %+v", c, whole)
		}
		for i, at := range c.Crossings {
			if i < len(c.Crossings)-1 && at != whole.Crossings[i] {
				t.Fatalf("%+v, and with more work %+v", c, whole)
			}
			if at.Cheaper.Cost(at.Volume) > Cheapest(curves[:2], at.Volume).Cost(at.Volume) {
				t.Fatalf("%s is not the cheaper one at %v", at.Cheaper.ID, at.Volume)
			}
		}
		e := newEnvelopeSearch(curves, work)
		segments := e.segmentsIn(lo, hi)
		if most := (len(e.rows) + 1) * 34 * row; e.work < -most {
			t.Fatalf("%d figures more than allowed and %d to close with", -e.work, most)
		}
		cost := func(p *Platform, q float64) float64 {
			if p == nil {
				return math.Inf(1)
			}
			return p.Cost(q)
		}
		for i, segment := range segments {
			if least := Cheapest(curves, segment.From); cost(segment.Cheapest, segment.From) != cost(least, segment.From) {
				t.Fatalf("segment %d of %+v: %s is cheaper", i, segments, least.ID)
			}
			if i > 0 && segments[i-1].To != segment.From-1 {
				t.Fatalf("segment %d of %+v", i, segments)
			}
		}
	})
}
