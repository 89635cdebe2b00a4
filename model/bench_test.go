package model

import (
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
				sure(evaluate(b, s).Flips(b.Context()))
			}
		})
	}
}
