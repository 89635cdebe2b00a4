package model

import (
	"math"
	"testing"
)

// BenchmarkEvaluate works a whole scenario out, as every key of the lab does.
func BenchmarkEvaluate(b *testing.B) {
	for _, name := range []string{"scenario-b", "saas-api", "hybrid"} {
		b.Run(name, func(b *testing.B) {
			s, err := Preset(name)
			if err != nil {
				b.Fatal(err)
			}
			book := priceBook(b)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Evaluate(s, book); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFlips searches what would change the recommendation.
func BenchmarkFlips(b *testing.B) {
	for _, name := range []string{"scenario-b", "saas-api", "hybrid"} {
		b.Run(name, func(b *testing.B) {
			s, err := Preset(name)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				sure(findFlips(b.Context(), evaluate(b, s)))
			}
		})
	}
}

// BenchmarkMix builds the curve of the best mix of 18 components and reads it at
// 240 volumes, as the chart does at every key.
func BenchmarkMix(b *testing.B) {
	hybrid, err := Preset("hybrid")
	if err != nil {
		b.Fatal(err)
	}
	for name, s := range map[string]Scenario{"hybrid": hybrid, "inventory": inventory(18, 27, 7)} {
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
