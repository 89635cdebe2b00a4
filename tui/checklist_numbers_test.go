package tui

import (
	"testing"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	checklistscreen "runwhere/tui/checklist"
	"runwhere/tui/kit"
)

func TestExactNumberOfAQuestion(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "=", "9", "enter")
	answer := a.ctx.Session.Scenario.Answers.Get(checklist.KeyEngineers)
	if n, ok := answer.Number(); !ok || n != 9 || answer.Choice() != checklist.From5To15 {
		t.Fatalf("9 engineers became %+v", answer)
	}
	if p.Step != 1 || a.window != nil {
		t.Errorf("step %s, window %v", p.Step.Name(), a.window)
	}
	press(a, "left")
	shows(t, a, "exactly 9 engineers")
	press(a, "2") // the same band keeps the figure
	if n, ok := a.ctx.Session.Scenario.Answers.Get(checklist.KeyEngineers).Number(); !ok || n != 9 {
		t.Errorf("the same band dropped the figure: %v %v", n, ok)
	}
	press(a, "left", "1")
	if _, ok := a.ctx.Session.Scenario.Answers.Get(checklist.KeyEngineers).Number(); ok {
		t.Error("another band kept the figure")
	}
}

func TestWrongExactNumberKeepsTheWindow(t *testing.T) {
	t.Parallel()
	a, _ := newChecklistApp(t, scenario.Scenario{})
	press(a, times("space", 4)...)
	press(a, "=", "9", "x", "enter")
	if a.window == nil {
		t.Fatal("a unit that does not exist was accepted")
	}
	shows(t, a, "unknown unit")
	press(a, "backspace", "m", "enter")
	answer := a.ctx.Session.Scenario.Answers.Get(checklist.KeyLongestTask)
	if n, _ := answer.Number(); n != 540 || answer.Choice() != checklist.UpTo15Min {
		t.Errorf("9m became %+v", answer)
	}
}

func TestNumbersChangeTheScenario(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, times("right", int(checklistscreen.NumbersStep))...)
	press(a, "5", "0", "M", "down")
	press(a, "5", "0", "0", "m", "s")
	shows(t, a, "= 0.5 s")
	press(a, "enter", "enter", "enter", "enter", "enter", "enter")
	if a.screen != kit.Lab {
		t.Fatalf("still on %s:\n%s", kit.ScreenNames[a.screen], plain(a))
	}
	components := a.ctx.Session.Scenario.Components
	if len(components) != 1 {
		t.Fatalf("%d components", len(components))
	}
	if got := components[0].Duration; got != scenario.Some(quantity.Exactly(0.5)) {
		t.Errorf("duration %v", got)
	}
	if got := a.ctx.Session.Result.Volume(); got != 50e6 {
		t.Errorf("volume %v", got)
	}
	if components[0].Memory.Given() {
		t.Error("memory was made a given value")
	}
	press(a, "u")
	if a.ctx.Session.Dirty() || len(a.ctx.Session.Scenario.Components) != 0 {
		t.Error("one undo does not take the form back")
	}
	if p.Step != 0 {
		t.Errorf("the checklist goes on at %s", p.Step.Name())
	}
}

func TestVolumeAloneStaysAnAnswer(t *testing.T) {
	t.Parallel()
	a, _ := newChecklistApp(t, scenario.Scenario{})
	press(a, times("right", int(checklistscreen.NumbersStep))...)
	press(a, "5", "0", "M")
	press(a, times("enter", 1+len(checklistscreen.NumberPaths))...)
	if n, ok := a.ctx.Session.Scenario.Answers.Get(checklist.KeyRequests).Number(); !ok || n != 50e6 {
		t.Errorf("question 7 has %v %v", n, ok)
	}
	if len(a.ctx.Session.Scenario.Components) != 0 {
		t.Error("the assumed component became a given one")
	}
}

func TestWrongNumberStaysInTheForm(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, times("right", int(checklistscreen.NumbersStep))...)
	press(a, "5", "q", "enter")
	if a.screen != kit.Checklist || a.ctx.Session.Dirty() {
		t.Fatal("5q requests were accepted")
	}
	shows(t, a, "unknown unit")
	press(a, "esc")
	if p.Step != checklistscreen.ScoreStep {
		t.Fatalf("esc leads to %s", p.Step.Name())
	}
	press(a, "right")
	shows(t, a, "5q") // what was typed is there still
}

func TestNumbersOfSeveralComponents(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, preset(t, "hybrid"))
	p.Show(checklistscreen.NumbersStep)
	shows(t, a, "edit components on System")
	before := a.ctx.Session.Result.Volume()
	press(a, times("backspace", 12)...)
	press(a, "8", "2", "2", "M", "enter")
	if got := a.ctx.Session.Result.Volume(); got != 822e6 {
		t.Errorf("volume %v after %v:\n%s", got, before, plain(a))
	}
	if n := len(a.ctx.Session.Scenario.Components); n != 18 {
		t.Errorf("%d components", n)
	}
}
