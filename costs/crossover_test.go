package costs

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
)

// line is a platform with a fixed fee and a price a request, by tiers.
func line(name string, fee float64, tiers ...pricebook.Tier) *Platform {
	flat := &pricebook.Price{ID: name + ".fee", Unit: "month", Tiers: []pricebook.Tier{{From: 0, USD: fee}}}
	use := &pricebook.Price{ID: name + ".request", Unit: "request", Tiers: tiers}
	return &Platform{
		ID: name, maxVolume: math.Inf(1),
		Meters: []Meter{
			newMeter("fee", "fee", flat, false, []Term{fixed(as(amount(1, "month")))}),
			newMeter("requests", "requests", use, false, []Term{{Base: PerRequest, Share: 1}}),
		},
	}
}

func TestCrossoverOfTwoLines(t *testing.T) {
	t.Parallel()
	// 100 + q/1000 meets q/500 where 100 = q/1000, at q = 100,000. There they
	// cost the same; the first whole volume at which a is cheaper is one more.
	a := line("a", 100, pricebook.Tier{From: 0, USD: 1e-3})
	b := line("b", 0, pricebook.Tier{From: 0, USD: 2e-3})
	c := FindCrossover(Curve{Platform: a}, Curve{Platform: b}, 1, 1e9)
	first, ok := c.First()
	if !ok || first != 100_001 || len(c.Crossings) != 1 || c.AtLow != b || c.AtHigh != a {
		t.Fatalf("got %+v, want one crossing at 100,001 from b to a", c)
	}
}

func TestCrossoverNone(t *testing.T) {
	t.Parallel()
	a, b := line("a", 1, pricebook.Tier{From: 0, USD: 1e-6}), line("b", 2, pricebook.Tier{From: 0, USD: 1e-6})
	c := FindCrossover(Curve{Platform: a}, Curve{Platform: b}, 10e3, 10e9)
	if _, ok := c.First(); ok || c.AtLow != a || c.AtHigh != a {
		t.Fatalf("parallel lines cross: %+v", c)
	}
	same := FindCrossover(Curve{Platform: a}, Curve{Platform: line("c", 1, pricebook.Tier{From: 0, USD: 1e-6})}, 10e3, 10e9)
	if len(same.Crossings) != 0 || same.AtLow != nil || same.AtHigh != nil {
		t.Fatalf("two equal curves have a winner: %+v", same)
	}
}

func TestCrossoverWithPeopleOnTop(t *testing.T) {
	t.Parallel()
	// The fixed cost of people moves the crossing: 100 + 50 + q/1000 = q/500.
	a, b := line("a", 100, pricebook.Tier{From: 0, USD: 1e-3}), line("b", 0, pricebook.Tier{From: 0, USD: 2e-3})
	c := FindCrossover(Curve{a, 50}, Curve{b, 0}, 1, 1e9)
	if first, _ := c.First(); first != 150_001 {
		t.Fatalf("first = %v, want 150,001", first)
	}
}

// staircase is a platform whose nodes carry a given number of requests each.
func staircase(node, perNode float64) *Platform {
	var flat Shape
	for h := range flat.Weights {
		flat.Weights[h] = 1
	}
	flat.Burst = 1
	w := Workload{Components: []Component{{
		Name: "app", Requests: 1, Duration: 0.001, CPUTime: 1, Shape: flat,
		Pod: Pod{CPU: 1, Memory: 1, Concurrency: 1e9},
	}}}
	fleet := fleetOf(Cluster{
		Node:              &pricebook.Instance{AllocatableCPU: perNode / SecondsPerMonth, AllocatableMemory: 1e12, MaxPods: 1e12},
		MinNodes:          1,
		TargetUtilization: 1, Packing: 1,
	}, w)
	fleet.pods[0].perRate = SecondsPerMonth / 10 // a pod for every ten requests a month
	fleet.pods[0].cpu = 10.0 / SecondsPerMonth
	price := &pricebook.Price{ID: "node", Unit: "node", Tiers: []pricebook.Tier{{From: 0, USD: node}}}
	return &Platform{
		ID: "stairs", Fleet: fleet, Fleets: []*Fleet{fleet}, maxVolume: math.Inf(1),
		Meters: []Meter{newMeter("nodes", "nodes", price, false, []Term{{Base: PerNode}})},
	}
}

// TestCrossoverAgainstScan compares with the plainest method there is: look at
// every single volume.
func TestCrossoverAgainstScan(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		price := func(name string) float64 { return rapid.Float64Range(0.001, 2).Draw(t, name) }
		edge := func(name string) float64 { return float64(rapid.IntRange(1, 3000).Draw(t, name)) }
		a := line("a", rapid.Float64Range(0, 500).Draw(t, "fee a"), pricebook.Tier{From: 0, USD: price("a1")}, pricebook.Tier{From: edge("a edge"), USD: price("a2")})
		b := line("b", rapid.Float64Range(0, 500).Draw(t, "fee b"), pricebook.Tier{From: 0, USD: 0}, pricebook.Tier{From: edge("b edge"), USD: price("b2")})
		if rapid.Bool().Draw(t, "stairs") {
			b = staircase(rapid.Float64Range(1, 400).Draw(t, "node"), rapid.Float64Range(10, 3000).Draw(t, "per node"))
		}
		if rapid.Bool().Draw(t, "saturates") {
			b.maxVolume = edge("saturation")
		}
		const lo, hi = 1, 4000
		got := FindCrossover(Curve{Platform: a}, Curve{Platform: b}, lo, hi)
		var want []Crossing
		last := 0
		for q := float64(lo); q <= hi; q++ {
			s := sign(a.Cost(q), b.Cost(q))
			if s != 0 && last != 0 && s != last {
				want = append(want, Crossing{q, map[int]*Platform{-1: a, 1: b}[s]})
			}
			if s != 0 {
				last = s
			}
		}
		if len(got.Crossings) != len(want) {
			t.Fatalf("got %d crossings %v, the scan finds %d %v", len(got.Crossings), got.Crossings, len(want), want)
		}
		for i := range want {
			if got.Crossings[i] != want[i] {
				t.Fatalf("crossing %d: got %+v, want %+v", i, got.Crossings[i], want[i])
			}
		}
	})
}

// TestEnvelopeAgainstScan asks at every volume who is cheapest.
func TestEnvelopeAgainstScan(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var curves []Curve
		for _, name := range []string{"a", "b", "c"} {
			p := line(name, rapid.Float64Range(0, 300).Draw(t, "fee"), pricebook.Tier{From: 0, USD: rapid.Float64Range(0.001, 1).Draw(t, "price")})
			curves = append(curves, Curve{Platform: p})
		}
		const lo, hi = 1, 3000
		segments := Envelope(curves, lo, hi)
		i := 0
		for q := float64(lo); q <= hi; q++ {
			for q > segments[i].To {
				i++
			}
			least := Cheapest(curves, q)
			for _, c := range curves {
				if c.Platform == segments[i].Cheapest && c.Cost(q) > (Curve{Platform: least}).Cost(q)*(1+1e-12) {
					t.Fatalf("at %v the envelope says %s (%v), %s costs %v", q, c.Platform.ID, c.Cost(q), least.ID, least.Cost(q))
				}
			}
		}
		if segments[0].From != lo || segments[len(segments)-1].To != hi {
			t.Fatalf("the envelope covers %v to %v", segments[0].From, segments[len(segments)-1].To)
		}
	})
}

// TestEnvelopeOfStairsThatTakeTurns: two clusters of nearly the same cost a
// request overtake each other at every node, too often for a search of every
// interval. Each change that is reported is exact all the same.
func TestEnvelopeOfStairsThatTakeTurns(t *testing.T) {
	t.Parallel()
	a, b := staircase(10, 1000), staircase(13, 1300.1)
	a.ID, b.ID = "a", "b"
	curves := []Curve{{Platform: a}, {Platform: b}}
	segments := Envelope(curves, 1, 1e9)
	if len(segments) < 100 {
		t.Fatalf("%d segments: the stairs do not take turns", len(segments))
	}
	for i, s := range segments {
		if least := Cheapest(curves, s.From); least.ID != s.Cheapest.ID {
			t.Fatalf("segment %d: at %v %s is the cheapest and not %s", i, s.From, least.ID, s.Cheapest.ID)
		}
		if i == 0 {
			continue
		}
		if before := segments[i-1]; before.To != s.From-1 || Cheapest(curves, before.To).ID != before.Cheapest.ID {
			t.Fatalf("segment %d ends at %v, where %s is the cheapest", i-1, before.To, Cheapest(curves, before.To).ID)
		}
	}
}
