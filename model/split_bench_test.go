package model

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"runwhere/costs"
)

// inventory makes a system of components of all kinds with as many calls,
// always the same one for a seed.
func inventory(components, calls int, seed uint64) Scenario {
	random := rand.New(rand.NewPCG(seed, 11))
	var s Scenario
	for i := range components {
		duration := math.Pow(10, -2.3+2.5*random.Float64())
		c := Component{
			Name:     fmt.Sprintf("c%03d", i),
			Requests: Some(Exactly(math.Round(math.Pow(10, 4.5+3.5*random.Float64())))),
			Duration: Some(Exactly(duration)), CPUTime: Some(Exactly(duration * random.Float64())),
			Memory:  Some(Exactly(float64(int(64) << random.IntN(5)))),
			Traffic: Some(costs.Patterns[random.IntN(len(costs.Patterns))]),
			Trigger: Some(triggers[random.IntN(len(triggers))]),
		}
		if random.IntN(6) == 0 {
			c.Traits = []string{"stateful"}
		}
		s.Components = append(s.Components, c)
	}
	for range calls {
		from := random.IntN(components)
		to := (from + 1 + random.IntN(components-1)) % components
		s.Components[from].Calls = append(s.Components[from].Calls, Call{
			To: s.Components[to].Name, PerRequest: Some(Exactly(math.Pow(10, -2+2*random.Float64()))),
			Payload: Some(Exactly(math.Pow(10, 2*random.Float64()))),
		})
	}
	return s
}

// BenchmarkSplit finds the cheapest placement, prepared pools included, and
// reports by how much a better one could undercut it at most.
func BenchmarkSplit(b *testing.B) {
	for _, n := range []int{8, 20, 100, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e, err := worked(inventory(n, n*3/2, 7), priceBook(b))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			var s Split
			for b.Loop() {
				if s, err = e.split(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(100*s.Gap(), "%gap")
		})
	}
}

// BenchmarkRunnerUp searches the second best placement of 20 components.
func BenchmarkRunnerUp(b *testing.B) {
	e, err := worked(inventory(20, 30, 7), priceBook(b))
	if err != nil {
		b.Fatal(err)
	}
	p, err := e.placing()
	if err != nil {
		b.Fatal(err)
	}
	best := p.solve(b.Context())
	b.ReportAllocs()
	for b.Loop() {
		if !p.solveBeside(b.Context(), best.at).optimal {
			b.Fatal("not proven")
		}
	}
}

// BenchmarkPlace explains a placement made by hand, as every move on the split
// screen does.
func BenchmarkPlace(b *testing.B) {
	for _, n := range []int{18, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e, err := Evaluate(inventory(n, n*3/2, 7), priceBook(b))
			if err != nil {
				b.Fatal(err)
			}
			options := e.Split.Options()
			b.ReportAllocs()
			for b.Loop() {
				e.Place(options)
			}
		})
	}
}

// BenchmarkSplitByVolume looks along the axis.
func BenchmarkSplitByVolume(b *testing.B) {
	for _, n := range []int{18, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e, err := Evaluate(inventory(n, n*3/2, 7), priceBook(b))
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				sure(findSplitByVolume(b.Context(), e))
			}
		})
	}
}

// BenchmarkHardSystems works out everything that a report says of systems with
// nodes on two sides, and of one with 2,000 calls.
func BenchmarkHardSystems(b *testing.B) {
	for _, name := range hardNames {
		b.Run(name, func(b *testing.B) {
			s := hard(b, name)
			b.ReportAllocs()
			for b.Loop() {
				e, err := Evaluate(s, priceBook(b))
				if err != nil {
					b.Fatal(err)
				}
				sure(study(e).Findings(b.Context()))
			}
		})
	}
}
