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
// its 1 point, and $290 more than Lambda, 1.5 × log2(449.11/158.80) = 2.25: with a
// NAT gateway and its address in each of two zones, $36.50 more than in one, and the
// log of 33.4 GB through them, $1.50.
// auto sets the functions of the preset to 384, 1,280 and 256 MiB: a run of the
// API waits 95 ms and computes 25 ms ÷ (384/1,769), 211 ms; a report takes
// 3 s + 5 s ÷ (1,280/1,769), 9.911 s; a webhook 52 ms + 8 ms ÷ (256/1,769), 108 ms.
// That is 2,373,750 + 2,477,750 + 129,600 GB-s, $83.02 at $0.0000166667, where
// the durations alone on 256, 1,024 and 128 MiB were $42.27.
func TestWaterfallByHand(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("saas-api")
	if err != nil {
		t.Fatal(err)
	}
	e := evaluate(t, s)
	steps := e.Waterfall(checklist.Kubernetes)
	last := steps[len(steps)-1]
	if last.ID != StepEconomics || math.Abs(last.Points+1.5*math.Log2(449.11/158.80)) > 0.01 {
		t.Errorf("%+v", last)
	}
}
