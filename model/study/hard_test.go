package study

import (
	"math"
	"runtime"
	"testing"

	"runwhere/model"
	"runwhere/model/hardtest"
	"runwhere/model/scenario/scenariotest"
)

// TestHardSystemsInOneGo: everything that a report says of them, with what they
// take of memory on the way.
func TestHardSystemsInOneGo(t *testing.T) {
	for _, name := range hardtest.HardNames {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		e, err := model.Evaluate(hardtest.Hard(t, name), scenariotest.PriceBook(t))
		if err != nil {
			t.Fatal(err)
		}
		found := scenariotest.Sure(study(e).Findings(t.Context()))
		runtime.ReadMemStats(&after)
		// The horizon of two clusters is not proven within its work: it says so.
		if !e.Split.Optimal || !found.RunnerUp.Optimal {
			t.Errorf("%s: split, runner-up proven: %v %v", name, e.Split.Optimal, found.RunnerUp.Optimal)
		}
		if math.IsInf(e.Split.USD, 1) || len(found.ByVolume.Spans) != len(e.Split.Placements) {
			t.Errorf("%s: %v, %d spans", name, e.Split.USD, len(found.ByVolume.Spans))
		}
		if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 2000 {
			t.Errorf("%s: %d MB were taken on the way", name, taken)
		}
	}
}
