package model

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestWaterfallsEndAtTheRanking: each line begins where the one before ended,
// and the last one ends at what the ranking says of the option.
func TestWaterfallsEndAtTheRanking(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	hybrids, toolchains := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 3)
		scenariotest.DrawAnswers(t, &s)
		if rapid.Bool().Draw(t, "nothing described") {
			s.Components = nil
		}
		e, err := Evaluate(s, b)
		if err != nil {
			t.Skip(err)
		}
		for _, r := range e.Verdict.Ranking {
			total := 0.0
			for _, step := range e.Waterfall(r.Option) {
				if step.Before != total || math.Abs(step.After-step.Before-step.Points) > 1e-9 || step.Points == 0 {
					t.Fatalf("%s: after %v comes %+v", r.Option, total, step)
				}
				if step.Why == "" || step.Source == "" || step.Question == "" {
					t.Fatalf("%s: nobody says why: %+v", r.Option, step)
				}
				total = step.After
				if step.ID == StepToolchain {
					toolchains++
				}
			}
			if math.Abs(total-r.Points) > 1e-6 {
				t.Fatalf("%s: the waterfall ends at %v, the ranking says %v (%v and %v)", r.Option, total, r.Points, r.Evidence, r.Economics)
			}
			if r.Option == checklist.Hybrid && r.Feasible {
				hybrids++
			}
		}
	})
	if hybrids == 0 || toolchains == 0 {
		t.Errorf("%d hybrids and %d second toolchains were looked at", hybrids, toolchains)
	}
}

// TestWaterfallByHand: one question speaks for Kubernetes with
// its 1 point, and $293 more than Lambda, 1.5 × log2(411.11/118.05) = 2.70.
func TestWaterfallByHand(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("saas-api")
	if err != nil {
		t.Fatal(err)
	}
	e := evaluate(t, s)
	steps := e.Waterfall(checklist.Kubernetes)
	last := steps[len(steps)-1]
	if last.ID != StepEconomics || math.Abs(last.Points+1.5*math.Log2(411.11/118.05)) > 0.01 {
		t.Errorf("%+v", last)
	}
}
