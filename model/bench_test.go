package model

import (
	"math"
	"testing"

	"runwhere/model/hardtest"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// BenchmarkEvaluate works a whole scenario out, as every key of the lab does.
func BenchmarkEvaluate(b *testing.B) {
	for _, name := range []string{"scenario-b", "saas-api", "hybrid"} {
		b.Run(name, func(b *testing.B) {
			s, err := scenariofile.Preset(name)
			if err != nil {
				b.Fatal(err)
			}
			book := scenariotest.PriceBook(b)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Evaluate(s, book); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkMix builds the curve of the best mix of 18 components and reads it at
// 240 volumes, as the chart does at every key.
func BenchmarkMix(b *testing.B) {
	hybrid, err := scenariofile.Preset("hybrid")
	if err != nil {
		b.Fatal(err)
	}
	for name, s := range map[string]scenario.Scenario{"hybrid": hybrid, "inventory": hardtest.Inventory(18, 27, 7)} {
		b.Run(name, func(b *testing.B) {
			e := evaluate(b, s)
			if e.Mix == nil {
				b.Fatal("no mix")
			}
			b.ReportAllocs()
			for b.Loop() {
				mix := e.mixOf(&e.Split)
				for x := range 240 {
					_ = mix.Cost(LowestVolume * math.Pow(HighestVolume/LowestVolume, float64(x)/239))
				}
			}
		})
	}
}
