package model

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
)

// TestAnswerFlipsAreAllThatFlip asks every question anew and evaluates the
// whole: the answers that change the recommendation are those of the flips.
func TestAnswerFlipsAreAllThatFlip(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	drawn, found := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		drawn++
		s := drawScenario(t, 1)
		drawAnswers(t, &s)
		e, err := price(s, b)
		if err != nil || e.Verdict.Recommendation == "" {
			t.Skip(err)
		}
		flips := answerFlips(t.Context(), s, e.nearby(), e.Verdict.Recommendation)
		for _, q := range checklist.Questions {
			for _, choice := range q.Choices {
				there, err := price(s.WithAnswer(q.ID, checklist.Choose(choice.ID)), b)
				becomes := checklist.Option("")
				if err == nil {
					becomes = there.Verdict.Recommendation
				}
				said := slices.ContainsFunc(flips, func(f Flip) bool {
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
