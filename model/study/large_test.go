package study

import (
	"testing"

	"runwhere/model"
	"runwhere/model/hardtest"
	"runwhere/model/scenario/scenariotest"
)

// BenchmarkLarge works out everything that a report says of them.
func BenchmarkLarge(b *testing.B) {
	for name, l := range hardtest.Larges {
		b.Run(name, func(b *testing.B) {
			s := l.Scenario(b)
			b.ReportAllocs()
			for b.Loop() {
				e, err := model.Evaluate(s, scenariotest.PriceBook(b))
				if err != nil {
					b.Fatal(err)
				}
				scenariotest.Sure(study(e).Findings(b.Context()))
				e.Crossovers()
				e.Shown()
				e.Envelope()
			}
		})
	}
}
