package search

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

func TestEveryLineHasAWeight(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, id := range scenario.WeightIDs() {
		if w := scenario.DefaultWeight(id); w.Points <= 0 || w.Why == "" || seen[id] {
			t.Errorf("%s: %+v, or there twice", id, w)
		}
		seen[id] = true
	}
	if len(seen) != scenario.WeightCount || len(scenario.QuestionWeights)+len(scenario.FollowUpWeights)+len(scenario.FactorWeights)+len(scenario.OtherWeights) != scenario.WeightCount {
		t.Errorf("%d ids, want %d", len(seen), scenario.WeightCount)
	}
}

// TestWeightFlipByHand: with a margin of m points and a line that gives all its
// points to the winner alone, the winner loses once the weight is m lower.
func TestWeightFlipByHand(t *testing.T) {
	t.Parallel()
	s := scenariotest.Answered("priority", "ship-fast", "longest_task", "over-15m", "parts", "alike")
	s.Components = []scenario.Component{scenariotest.Small()}
	s.Components[0].Memory = scenario.Some(quantity.Exactly(256))                                                    // keeps Workers out
	s.Components[0].Pod.CPU, s.Containers.Kind = scenario.Some(quantity.Exactly(5)), scenario.Some("container-apps") // keeps containers out
	e := modeltest.Evaluate(t, s)
	ranking := e.Verdict.Ranking
	if ranking[0].Option != checklist.Serverless || ranking[1].Option != checklist.Kubernetes {
		t.Fatalf("%+v", ranking)
	}
	margin := ranking[0].Points - ranking[1].Points
	for _, f := range scenariotest.Sure(WeightFlips(t.Context(), e)) {
		switch f.ID {
		case checklist.KeyPriority: // for serverless
			if f.Above != nil || margin < 1.5 && (f.Below == nil || math.Abs(f.Below.Weight-(1.5-margin)) > weightStep) {
				t.Errorf("margin %v: %s", margin, f.Text())
			}
		case checklist.KeyLongestTask: // for Kubernetes
			if f.Below != nil || f.Above == nil || math.Abs(f.Above.Weight-(1.5+margin)) > weightStep || f.Above.Becomes != checklist.Kubernetes {
				t.Errorf("margin %v: %s", margin, f.Text())
			}
		}
	}
}

// TestWeightFlipsReallyFlip: a scenario that is evaluated anew with the weight
// that a flip names recommends what it says, with a step less what it did; and
// no weight that was drawn between contradicts it.
func TestWeightFlipsReallyFlip(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 3)
		scenariotest.DrawAnswers(t, &s)
		if rapid.Bool().Draw(t, "undescribed") {
			s.Components = nil
			s.Answers = s.Answers.With(checklist.KeyParts, checklist.Choose(checklist.Differ))
		}
		e, err := model.Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		with := func(id string, points float64) checklist.Option {
			changed := s
			changed.Weights = s.Weights.With(id, points)
			return modeltest.Recommendation(changed, b)
		}
		for _, f := range scenariotest.Sure(WeightFlips(t.Context(), e)) {
			for _, side := range []struct {
				edge *WeightEdge
				sign float64
				end  float64
			}{{f.Below, -1, 0}, {f.Above, 1, scenario.MostWeight}} {
				near := side.end
				if side.edge != nil {
					if got := with(f.ID, side.edge.Weight); got != side.edge.Becomes || got == e.Verdict.Recommendation {
						t.Fatalf("%s at %v: %s, want %s", f.ID, side.edge.Weight, got, side.edge.Becomes)
					}
					near = side.edge.Weight - side.sign*weightStep
				}
				if side.sign*(near-f.Weight) < 0 {
					continue
				}
				tried := f.Weight + (near-f.Weight)*rapid.Float64Range(0, 1).Draw(t, "between")
				if got := with(f.ID, tried); got != e.Verdict.Recommendation {
					t.Fatalf("%s: %s; but at %v already %s", f.ID, f.Text(), tried, got)
				}
			}
		}
	})
}

// TestWeightsAreRead: one line a weight; what is wrong is named with its place.
func TestWeightsAreRead(t *testing.T) {
	t.Parallel()
	var s scenario.Scenario
	if err := scenariofile.DecodeWeights("w.yaml", []byte("priority: 3\nuntrusted_code: 0\n"), &s); err != nil {
		t.Fatal(err)
	}
	changed := s.Weights.Changed()
	if len(changed) != 2 || changed[0].Text() != "priority 3 instead of 1.5" || changed[1].Text() != "untrusted_code 0 instead of 4" {
		t.Errorf("%+v", changed)
	}
	again, err := scenariofile.Decode("s.yaml", scenariofile.Encode(s))
	if err != nil || again.Weights != s.Weights {
		t.Errorf("a file does not keep the weights: %v\n%s", err, scenariofile.Encode(s))
	}
	for file, want := range map[string]string{
		"priorty: 3\n":     "w.yaml:1: priorty: unknown key; did you mean priority? known are engineers, ",
		"a: 1\n":           "w.yaml:1: a: unknown key; known are engineers, platform_team, ",
		"gpu: much\n":      "w.yaml:1: gpu: much: ",
		"\npriority: -1\n": "w.yaml:2: priority: -1: ",
		"priority: 101\n":  "w.yaml:1: priority: 101: ",
		"priority: [1]\n":  "w.yaml:1: priority: not a single value; allowed is ",
		"priority: 1..2\n": "w.yaml:1: priority: 1..2: ",
		"":                 "w.yaml: empty; a file of weights holds lines such as `priority: 3`",
		"- priority\n":     "w.yaml:1: not a file of weights; a file of weights holds lines such as `priority: 3`",
		"gpu: 1\ngpu: 2\n": "w.yaml:2: gpu: given twice; ",
	} {
		before := s
		err := scenariofile.DecodeWeights("w.yaml", []byte(file), &s)
		if err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v, want %s", file, err, want)
		}
		if s.Weights != before.Weights {
			t.Errorf("%q changed the weights", file)
		}
	}
}

// TestWeightsMoveTheVerdict: a heavier wish for control takes a small system to
// the cluster, and the ledger and the penalty of an open question follow.
func TestWeightsMoveTheVerdict(t *testing.T) {
	t.Parallel()
	s := scenariotest.Answered("priority", "full-control")
	s.Components = []scenario.Component{scenariotest.Small()}
	before := modeltest.Evaluate(t, s).Verdict
	s.Weights = s.Weights.With(checklist.KeyPriority, 20)
	after := modeltest.Evaluate(t, s).Verdict
	if before.Recommendation == checklist.Kubernetes || after.Recommendation != checklist.Kubernetes {
		t.Errorf("from %s to %s", before.Recommendation, after.Recommendation)
	}
	if got := after.Ledger[0].Points[checklist.Kubernetes]; got != 20 {
		t.Errorf("the line counts %v", got)
	}
}
