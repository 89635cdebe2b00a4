package search

import (
	"runtime"
	"strings"
	"testing"

	"runwhere/model"
	"runwhere/model/hardtest"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

// TestProbesRebuildNoGlue: what a scenario that is tried takes of memory grows
// with its calls by a few hundred bytes each: an edge and its ends, and no
// meters, of which a call would have six times some kilobytes.
func TestProbesRebuildNoGlue(t *testing.T) {
	b := scenariotest.PriceBook(t)
	bytes := func(calls int) float64 {
		s := hardtest.Inventory(100, calls, 5)
		for i := range s.Components {
			for k := range s.Components[i].Calls {
				s.Components[i].Calls[k].Payload = scenario.Some(quantity.Exactly(float64(1 + k%3)))
			}
		}
		e, err := model.Decide(s, b)
		if err != nil {
			t.Fatal(err)
		}
		like, next := nearby(e), withVolume(e, 2*e.Volume())
		like.Recommend(next, split.NewEffort(t.Context(), 0))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		like.Recommend(next, split.NewEffort(t.Context(), 0))
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	few, many := bytes(500), bytes(4500)
	if each := (many - few) / 4000; each > 700 {
		t.Errorf("a call takes %.0f bytes of every scenario that is tried", each)
	}
}

// TestUnprovenFlipsSayThatTheyAre: a flip of a system that no search can prove
// the split of says on what it rests.
func TestUnprovenFlipsSayThatTheyAre(t *testing.T) {
	t.Parallel()
	e, err := model.Evaluate(hardtest.Inventory(60, 150, 3), scenariotest.PriceBook(t))
	if err != nil {
		t.Fatal(err)
	}
	if e.Split.Optimal {
		t.Fatal("take a harder system: this one is proven")
	}
	unproven := 0
	for _, f := range scenariotest.Sure(Flips(t.Context(), e)) {
		if said := strings.Contains(f.Text(), "(with the best placement that was found there)"); said != f.Unproven {
			t.Errorf("unproven %v: %s", f.Unproven, f.Text())
		}
		if f.Unproven {
			unproven++
		}
	}
	if unproven == 0 {
		t.Error("every flip is proven")
	}
	if !modeltest.Evaluate(t, hardtest.Hard(t, "hybrid on spinkube")).Split.Optimal {
		t.Error("18 components are not proven")
	}
}
