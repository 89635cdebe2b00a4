package model

import (
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// TestFollowUpsHaveWeightsAndReasons holds the one table of weights complete.
func TestFollowUpsHaveWeightsAndReasons(t *testing.T) {
	t.Parallel()
	for _, q := range checklist.FollowUps {
		if w := scenario.FollowUpWeights[q.ID]; w.Points <= 0 || w.Why == "" {
			t.Errorf("%s has the weight %+v", q.ID, w)
		}
	}
	if len(scenario.FollowUpWeights) != len(checklist.FollowUps) {
		t.Errorf("%d weights for %d questions", len(scenario.FollowUpWeights), len(checklist.FollowUps))
	}
}

// TestWhatAFollowUpOverrules holds that the length of work that can be cut, and
// connections that a gateway holds, speak for nothing.
func TestWhatAFollowUpOverrules(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	for question, follow := range map[string][2]string{
		checklist.KeyLongestTask:           {checklist.KeyDivisible, checklist.Yes},
		checklist.KeyPersistentConnections: {checklist.KeyTerminates, checklist.Gateway},
	} {
		s := scenario.Scenario{}.WithAnswer(checklist.KeyLongestTask, checklist.Choose(checklist.Over15Min)).
			WithAnswer(checklist.KeyPersistentConnections, checklist.Choose(checklist.Yes))
		points := func(s scenario.Scenario) float64 {
			e, err := Evaluate(s, b)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range e.Verdict.Ledger {
				if l.ID == question {
					return l.Points[checklist.Kubernetes]
				}
			}
			return 0
		}
		if points(s) <= 0 || points(s.WithAnswer(follow[0], checklist.Choose(follow[1]))) != 0 {
			t.Errorf("%s is not overruled by %s", question, follow[0])
		}
	}
}

// TestFollowUpsForAnOption: an answer to a follow-up that leans to an option
// never lowers its place, whatever else was said, with components and without.
func TestFollowUpsForAnOption(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	position := func(e *Evaluation, o checklist.Option) int {
		for i, r := range e.Verdict.Ranking {
			if r.Option == o {
				return i
			}
		}
		return len(e.Verdict.Ranking)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := scenario.Scenario{}
		if rapid.Bool().Draw(t, "components") {
			s = scenariotest.DrawScenario(t, 3)
		}
		scenariotest.DrawAnswers(t, &s)
		for _, q := range checklist.FollowUps {
			if rapid.IntRange(0, 3).Draw(t, q.ID) == 0 {
				s.Answers = s.Answers.With(q.ID, checklist.Choose(rapid.SampledFrom(q.Choices).Draw(t, "answer").ID))
			}
		}
		q := rapid.SampledFrom(checklist.FollowUps).Draw(t, "question")
		c := rapid.SampledFrom(q.Choices).Draw(t, "choice")
		s.Answers = s.Answers.With(q.ID, checklist.Answer{})
		if q.ID == checklist.KeyPlacement {
			s.Wasm.Kind = scenario.Maybe[string]{} // a provider's network that is asked for by name is where it is
		}
		open, err := Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		s.Answers = s.Answers.With(q.ID, checklist.Choose(c.ID))
		said, err := Decide(s, b)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range c.Leans {
			if was, is := rankedAs(open, o), rankedAs(said, o); len(c.Leans) == 1 && position(said, o) > position(open, o) || is.Points < was.Points-1e-9 && was.Feasible {
				t.Fatalf("%s: %s puts %s at %+v, it was at %+v", q.ID, c.ID, o, is, was)
			}
		}
	})
}
