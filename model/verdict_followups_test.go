package model

import (
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
)

// TestFollowUpsHaveWeightsAndReasons holds the one table of weights complete.
func TestFollowUpsHaveWeightsAndReasons(t *testing.T) {
	t.Parallel()
	for _, q := range checklist.FollowUps {
		if w := followUpWeights[q.ID]; w.Points <= 0 || w.Why == "" {
			t.Errorf("%s has the weight %+v", q.ID, w)
		}
	}
	if len(followUpWeights) != len(checklist.FollowUps) {
		t.Errorf("%d weights for %d questions", len(followUpWeights), len(checklist.FollowUps))
	}
}

// TestPendingAnswersReallyChange gives every foretold answer and looks.
func TestPendingAnswersReallyChange(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := Scenario{}
		for _, q := range checklist.Questions {
			if rapid.Bool().Draw(t, q.ID) {
				s = s.WithAnswer(q.ID, checklist.Choose(rapid.SampledFrom(q.Choices).Draw(t, "choice").ID))
			}
		}
		now := recommendation(s, b)
		open, err := price(s, b)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range sure(findPending(t.Context(), open)) {
			changes := 0
			for choice, becomes := range p.Becomes {
				e, err := Evaluate(s.WithAnswer(p.Question.ID, checklist.Choose(choice)), b)
				if err != nil {
					t.Fatal(err)
				}
				if e.Verdict.Recommendation != becomes {
					t.Fatalf("%s %s: foretold %s, got %s", p.Question.ID, choice, becomes, e.Verdict.Recommendation)
				}
				if becomes != now {
					changes++
				}
			}
			if changes == 0 || changes != p.Changes {
				t.Fatalf("%s: %d of its answers change the verdict, foretold %d", p.Question.ID, changes, p.Changes)
			}
		}
	})
}

// TestWhatAFollowUpOverrules holds that the length of work that can be cut, and
// connections that a gateway holds, speak for nothing.
func TestWhatAFollowUpOverrules(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	for question, follow := range map[string][2]string{
		checklist.KeyLongestTask:           {checklist.KeyDivisible, checklist.Yes},
		checklist.KeyPersistentConnections: {checklist.KeyTerminates, checklist.Gateway},
	} {
		s := Scenario{}.WithAnswer(checklist.KeyLongestTask, checklist.Choose(checklist.Over15Min)).
			WithAnswer(checklist.KeyPersistentConnections, checklist.Choose(checklist.Yes))
		points := func(s Scenario) float64 {
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
	b := priceBook(t)
	place := func(e *Evaluation, o checklist.Option) int {
		for i, r := range e.Verdict.Ranking {
			if r.Option == o {
				return i
			}
		}
		return len(e.Verdict.Ranking)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := Scenario{}
		if rapid.Bool().Draw(t, "components") {
			s = drawScenario(t, 3)
		}
		drawAnswers(t, &s)
		for _, q := range checklist.FollowUps {
			if rapid.IntRange(0, 3).Draw(t, q.ID) == 0 {
				s.Answers = s.Answers.With(q.ID, checklist.Choose(rapid.SampledFrom(q.Choices).Draw(t, "answer").ID))
			}
		}
		q := rapid.SampledFrom(checklist.FollowUps).Draw(t, "question")
		c := rapid.SampledFrom(q.Choices).Draw(t, "choice")
		s.Answers = s.Answers.With(q.ID, checklist.Answer{})
		if q.ID == checklist.KeyPlacement {
			s.Wasm.Kind = Maybe[string]{} // a provider's network that is asked for by name is where it is
		}
		open, err := price(s, b)
		if err != nil {
			t.Skip(err)
		}
		s.Answers = s.Answers.With(q.ID, checklist.Choose(c.ID))
		said, err := price(s, b)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range c.Leans {
			if was, is := rankedAs(open, o), rankedAs(said, o); len(c.Leans) == 1 && place(said, o) > place(open, o) || is.Points < was.Points-1e-9 && was.Feasible {
				t.Fatalf("%s: %s puts %s at %+v, it was at %+v", q.ID, c.ID, o, is, was)
			}
		}
	})
}
