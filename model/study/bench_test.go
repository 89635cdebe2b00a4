package study

import (
	"testing"

	"runwhere/model"
	"runwhere/model/hardtest"
	"runwhere/model/scenario/scenariotest"
)

// BenchmarkHardSystems works out everything that a report says of systems with
// nodes on two sides, and of one with 2,000 calls.
func BenchmarkHardSystems(b *testing.B) {
	for _, name := range hardtest.HardNames {
		b.Run(name, func(b *testing.B) {
			s := hardtest.Hard(b, name)
			b.ReportAllocs()
			for b.Loop() {
				e, err := model.Evaluate(s, scenariotest.PriceBook(b))
				if err != nil {
					b.Fatal(err)
				}
				scenariotest.Sure(study(e).Findings(b.Context()))
			}
		})
	}
}
