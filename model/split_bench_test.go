package model

import (
	"fmt"
	"testing"

	"runwhere/model/hardtest"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

// BenchmarkSplit finds the cheapest placement, prepared pools included, and
// reports by how much a better one could undercut it at most.
func BenchmarkSplit(b *testing.B) {
	for _, n := range []int{8, 20, 100, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e, err := Unplaced(hardtest.Inventory(n, n*3/2, 7), scenariotest.PriceBook(b))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			var s split.Split
			for b.Loop() {
				if s, err = e.split(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(100*s.Gap(), "%gap")
		})
	}
}

// BenchmarkRunnerUp searches the second best placement of 20 components.
func BenchmarkRunnerUp(b *testing.B) {
	e, err := Unplaced(hardtest.Inventory(20, 30, 7), scenariotest.PriceBook(b))
	if err != nil {
		b.Fatal(err)
	}
	p, err := e.NewSolver()
	if err != nil {
		b.Fatal(err)
	}
	best := p.Solve(b.Context())
	b.ReportAllocs()
	for b.Loop() {
		if !p.SolveBeside(b.Context(), best.At).Optimal {
			b.Fatal("not proven")
		}
	}
}

// BenchmarkPlace explains a placement made by hand, as every move on the split
// screen does.
func BenchmarkPlace(b *testing.B) {
	for _, n := range []int{18, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e, err := Evaluate(hardtest.Inventory(n, n*3/2, 7), scenariotest.PriceBook(b))
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
			e, err := Evaluate(hardtest.Inventory(n, n*3/2, 7), scenariotest.PriceBook(b))
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				scenariotest.Sure(FindSplitByVolume(b.Context(), e))
			}
		})
	}
}
