package tui

import (
	"testing"

	"runwhere/model/scenario"
	checklistscreen "runwhere/tui/checklist"
)

func TestArchitectureScoreStep(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, times("right", int(checklistscreen.ScoreStep))...)
	if p.Step != checklistscreen.ScoreStep {
		t.Fatalf("step %s", p.Step.Name())
	}
	score := func(low, high int) {
		t.Helper()
		if s := a.ctx.Session.Result.Score; s.Low != low || s.High != high {
			t.Errorf("score %d–%d, want %d–%d", s.Low, s.High, low, high)
		}
	}
	score(0, 39)
	press(a, "y") // stateful services: 3
	score(3, 39)
	press(a, "down", "down", "n") // GPU: 5
	score(3, 34)
	press(a, "space")
	score(3, 39)
	press(a, "down", "1") // tasks longer than 15 minutes: 2, and on to the microservices: 2
	score(5, 39)
	if p.Factor != 4 {
		t.Fatalf("factor %d, want the microservices", p.Factor)
	}
	press(a, "=", "1", "2", "enter")
	score(7, 39)
	shows(t, a, "12 services")
	press(a, "3")
	score(5, 39)
	press(a, "end", "up", "y") // mean execution follows from the components
	score(5, 39)
	shows(t, a, "follows from")
	press(a, "left")
	if p.Step != checklistscreen.FollowUpStep {
		t.Errorf("left leads to %s", p.Step.Name())
	}
}

func TestDerivedFactorNamesItsQuestion(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, times("space", 7)...)
	press(a, "1", "space", "space", "space", "right")
	if p.Step != checklistscreen.ScoreStep {
		t.Fatalf("step %s", p.Step.Name())
	}
	press(a, "down", "down")
	shows(t, a, "GPU: yes, from question 8")
}
