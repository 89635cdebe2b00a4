package search

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/scenario/scenariotest"
)

// TestAnswerFlipsAreAllThatFlip asks every question anew and evaluates the
// whole: the answers that change the recommendation are those of the flips.
func TestAnswerFlipsAreAllThatFlip(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	drawn, found := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		drawn++
		s := scenariotest.DrawScenario(t, 1)
		scenariotest.DrawAnswers(t, &s)
		e, err := model.Decide(s, b)
		if err != nil || e.Verdict.Recommendation == "" {
			t.Skip(err)
		}
		flips := answerFlips(t.Context(), s, nearby(e), e.Verdict.Recommendation)
		for _, q := range checklist.Questions {
			for _, choice := range q.Choices {
				there, err := model.Decide(s.WithAnswer(q.ID, checklist.Choose(choice.ID)), b)
				becomes := checklist.Option("")
				if err == nil {
					becomes = there.Verdict.Recommendation
				}
				said := slices.ContainsFunc(flips, func(f model.Flip) bool {
					return f.Input == "checklist."+q.ID && f.Becomes == becomes && slices.Contains(strings.Split(f.To, ", or "), choice.Label)
				})
				want := q.ID != checklist.KeyRequests && choice.ID != s.Answers.Get(q.ID).Choice() && becomes != e.Verdict.Recommendation
				if said != want {
					t.Fatalf("%s answered %s becomes %s, today is %s; the flips say so: %v", q.ID, choice.ID, becomes, e.Verdict.Recommendation, said)
				}
				if want {
					found++
				}
			}
		}
	})
	if drawn >= 100 && found < 10 { // A run with fewer checks may meet none.
		t.Errorf("only %d answers flipped anything", found)
	}
}
