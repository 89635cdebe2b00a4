package model

import (
	"math"
	"testing"

	"runwhere/checklist"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestUndescribedHybridByHand follows the points of a hybrid whose parts nobody
// has described: those of the two options for which most speaks.
func TestUndescribedHybridByHand(t *testing.T) {
	t.Parallel()
	stateful := checklist.Factors{}.With(checklist.FactorStateful, checklist.Given(true))
	for name, c := range map[string]struct {
		pairs    []string
		factors  checklist.Factors
		possible bool
		evidence float64
	}{
		// Spiky is 1.5 for serverless and a score of 3 a third, a platform team is
		// 1 for Kubernetes.
		"nothing said of parts": {[]string{"traffic", "spiky", "platform_team", "yes"}, checklist.Factors{}, true, (1.5 + 1.0/3 + 1) / 2},
		// 3 for parts that differ, and what serverless has in full.
		"parts differ": {[]string{"traffic", "spiky", "platform_team", "yes", "parts", "differ"}, checklist.Factors{}, true, 3 + 1.5 + 1.0/3},
		"parts alike":  {[]string{"traffic", "spiky", "platform_team", "yes", "parts", "alike"}, checklist.Factors{}, false, 0},
		// State is 1 for Kubernetes and 2 for needs that differ; the score of 3
		// + 3 is a third of a point for serverless: 2 + (2 + 1.8333)/2.
		"needs differ": {[]string{"traffic", "spiky", "platform_team", "yes"}, stateful, true, 2 + (2+1.5+1.0/3)/2},
		// Without anybody for a second platform a point goes, and serverless has
		// the 1 for that too: −1 + (1 + 1.5 + 1 + 1/3)/2 with Kubernetes' 1.
		"nobody for two": {[]string{"traffic", "spiky", "platform_team", "no"}, stateful, true, -1 + (1+1.5+1.0/3+1)/2},
	} {
		s := scenariotest.Answered(c.pairs...)
		s.Factors = c.factors
		r := rankedAs(evaluate(t, s), checklist.Hybrid)
		if r.Feasible != c.possible || r.Feasible && math.Abs(r.Evidence-c.evidence) > 1e-9 {
			t.Errorf("%s: %+v, want %v", name, r, c.evidence)
		}
	}
}

// TestPartsThatDifferHaveTheirPlatforms: with parts that are seen to differ the
// split has the evidence of its best platform, with parts that are said to be
// alike only the components' mean.
func TestPartsThatDifferHaveTheirPlatforms(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	e := evaluate(t, s)
	points := evidence(e.Verdict.Ledger)
	if !e.Split.Mixed() {
		t.Fatal("the guide's pattern is a split")
	}
	best := math.Inf(-1)
	for _, p := range e.Split.Placements {
		best = math.Max(best, points[p.Option])
	}
	if got, want := rankedAs(e, checklist.Hybrid).Evidence, points[checklist.Hybrid]+best; math.Abs(got-want) > 1e-9 {
		t.Errorf("%v, want %v", got, want)
	}
	s.Answers = s.Answers.With(checklist.KeyParts, checklist.Choose(checklist.Alike))
	if e = evaluate(t, s); rankedAs(e, checklist.Hybrid).Evidence >= evidence(e.Verdict.Ledger)[checklist.Hybrid]+best {
		t.Error("parts that are alike have the best platform's evidence in full")
	}
}
