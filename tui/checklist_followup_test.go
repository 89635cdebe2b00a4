package tui

import (
	"fmt"
	"testing"

	"runwhere/model/scenario"
	checklistscreen "runwhere/tui/checklist"
)

// TestFurtherQuestions answers one that changes the verdict, skips the next,
// takes the answer back and undoes.
func TestFurtherQuestions(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, times("right", int(checklistscreen.FollowUpStep))...)
	q, ok := p.QuestionOf(checklistscreen.FollowUpStep)
	if !ok {
		t.Fatalf("nothing is asked:\n%s", plain(a))
	}
	before := a.ctx.Session.Result.Verdict.Recommendation
	pending := sure(a.ctx.Session.Result.PendingFollowUps(t.Context()))
	for i, choice := range q.Choices {
		if pending[0].Becomes[choice.ID] == before {
			continue
		}
		press(a, fmt.Sprint(i+1))
		if got := a.ctx.Session.Result.Verdict.Recommendation; got != pending[0].Becomes[choice.ID] || got == before {
			t.Errorf("%s %s makes it %s, foretold was %s", q.ID, choice.ID, got, pending[0].Becomes[choice.ID])
		}
		break
	}
	if !a.ctx.Session.Scenario.Answers.Get(q.ID).Answered() {
		t.Fatal("the answer is not in the scenario")
	}
	press(a, "backspace")
	if a.ctx.Session.Scenario.Answers.Get(q.ID).Answered() {
		t.Error("the answer was not taken back")
	}
	for _, open := p.QuestionOf(checklistscreen.FollowUpStep); open; _, open = p.QuestionOf(checklistscreen.FollowUpStep) {
		press(a, "space")
	}
	shows(t, a, "Nothing is left")
	press(a, "enter")
	if p.Step != checklistscreen.ScoreStep {
		t.Errorf("enter leads to %s", p.Step.Name())
	}
}
