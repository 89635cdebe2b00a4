package search

import (
	"testing"

	"runwhere/model/modeltest"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// BenchmarkFlips searches what would change the recommendation.
func BenchmarkFlips(b *testing.B) {
	for _, name := range []string{"scenario-b", "saas-api", "hybrid"} {
		b.Run(name, func(b *testing.B) {
			s, err := scenariofile.Preset(name)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				scenariotest.Sure(Flips(b.Context(), modeltest.Evaluate(b, s)))
			}
		})
	}
}
