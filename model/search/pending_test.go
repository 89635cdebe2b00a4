package search

import (
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// TestPendingAnswersReallyChange gives every foretold answer and looks.
func TestPendingAnswersReallyChange(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenario.Scenario{}
		for _, q := range checklist.Questions {
			if rapid.Bool().Draw(t, q.ID) {
				s = s.WithAnswer(q.ID, checklist.Choose(rapid.SampledFrom(q.Choices).Draw(t, "choice").ID))
			}
		}
		now := modeltest.Recommendation(s, b)
		open, err := model.Decide(s, b)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range scenariotest.Sure(PendingFollowUps(t.Context(), open)) {
			changes := 0
			for choice, becomes := range p.Becomes {
				e, err := model.Evaluate(s.WithAnswer(p.Question.ID, checklist.Choose(choice)), b)
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
