package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/scenario"
	checklistscreen "runwhere/tui/checklist"
	"runwhere/tui/kit"
	"runwhere/tui/window"
)

func newChecklistApp(t testing.TB, s scenario.Scenario) (*App, *checklistscreen.Pane) {
	t.Helper()
	a := newApp(t, Config{Scenario: s, Start: kit.Checklist}, 80, 24)
	return a, a.panes[kit.Checklist].(*checklistscreen.Pane)
}

// times repeats a key.
func times(key string, n int) []string { return slices.Repeat([]string{key}, n) }

// shows fails unless the frame has a text.
func shows(t testing.TB, a *App, text string) {
	t.Helper()
	if !strings.Contains(plain(a), text) {
		t.Fatalf("the screen does not show %q:\n%s", text, plain(a))
	}
}

func answerTo(a *App, id string) string { return a.ctx.Session.Scenario.Answers.Get(id).Choice() }

func TestTenDigitsOpenTheLab(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	for i := range checklist.Questions {
		if a.screen != kit.Checklist {
			t.Fatalf("left the checklist after %d answers", i)
		}
		shows(t, a, fmt.Sprintf("question %d of 10", i+1))
		press(a, "1")
	}
	if a.screen != kit.Lab {
		t.Fatalf("the tenth digit leads to %s", kit.ScreenNames[a.screen])
	}
	for _, q := range checklist.Questions {
		if got := answerTo(a, q.ID); got != q.Choices[0].ID {
			t.Errorf("%s: %q, want its first choice %q", q.ID, got, q.Choices[0].ID)
		}
	}
	shows(t, a, "skills, further questions, score and numbers")
	press(a, "1")
	if a.screen != kit.Checklist || p.Step != checklistscreen.SkillsStep {
		t.Errorf("key 1 goes on at step %s", p.Step.Name())
	}
}

// TestEveryWayToAnswerLeadsTheSameWay: whatever answers the tenth question, the
// way leads to the Lab, and the screen has said so before.
func TestEveryWayToAnswerLeadsTheSameWay(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"1", "enter"} {
		for at := range checklistscreen.SkillsStep + 1 {
			a, p := newChecklistApp(t, scenario.Scenario{})
			press(a, times("right", int(at))...)
			hint := strings.Contains(plain(a), "your answer opens the Lab")
			press(a, key)
			screen, step := kit.Checklist, at+1
			if at == checklistscreen.TenthStep {
				screen = kit.Lab
			}
			if a.screen != screen || p.Step != step || hint != (at == checklistscreen.TenthStep) {
				t.Errorf("%s at %s leads to %s, step %s; announced %v", key, at.Name(), kit.ScreenNames[a.screen], p.Step.Name(), hint)
			}
		}
	}
}

func TestEnterAloneLeadsToTheLabStepByStep(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, times("enter", 10)...)
	if a.screen != kit.Lab || p.Step != checklistscreen.SkillsStep {
		t.Fatalf("after ten enters: %s, step %s", kit.ScreenNames[a.screen], p.Step.Name())
	}
	press(a, "1")
	for range 2 + len(checklist.FollowUps) { // each further question is left open
		if p.Step != checklistscreen.ScoreStep {
			press(a, "enter")
		}
	}
	shows(t, a, "architecture score")
	press(a, "enter")
	shows(t, a, "requests a month")
	press(a, times("enter", 1+len(checklistscreen.NumberPaths))...)
	if a.screen != kit.Lab {
		t.Fatalf("the form's last enter leads to %s:\n%s", kit.ScreenNames[a.screen], plain(a))
	}
	if len(a.ctx.Session.Scenario.Components) != 0 {
		t.Error("entering through the form made the assumed component a given one")
	}
}

func TestSkippedQuestionsStayOpen(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "1", "space", "2")
	answers := a.ctx.Session.Scenario.Answers
	if answers.Answered() != 2 || answers.Get(checklist.KeyPlatformTeam).Answered() {
		t.Errorf("%d answered, platform team %q", answers.Answered(), answerTo(a, checklist.KeyPlatformTeam))
	}
	if p.Step != 3 {
		t.Errorf("step %s, want 4", p.Step.Name())
	}
	shows(t, a, "1✓ 2· 3✓[4·]")
	shows(t, a, "open: 2 4 5 6 7 8 9 10")
	press(a, times("space", 7)...)
	if a.screen != kit.Checklist || p.Step != checklistscreen.SkillsStep {
		t.Errorf("skipping the tenth leads to %s, step %s", kit.ScreenNames[a.screen], p.Step.Name())
	}
}

func TestAnswersCanBeChangedAndTakenBack(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "1", "1")
	press(a, "esc", "left")
	shows(t, a, "● 1  Fewer than 5")
	press(a, "3")
	if got := answerTo(a, checklist.KeyEngineers); got != checklist.Over15 {
		t.Errorf("changed to %q", got)
	}
	press(a, "left", "backspace")
	if got := answerTo(a, checklist.KeyEngineers); got != "" || p.Step != 0 {
		t.Errorf("taken back: %q at step %s", got, p.Step.Name())
	}
	press(a, "3", "left", "space")
	if got := answerTo(a, checklist.KeyEngineers); got != "" || p.Step != 1 {
		t.Errorf("skipped: %q at step %s", got, p.Step.Name())
	}
	press(a, "left", "left")
	shows(t, a, "first question")
}

func TestUndoGoesBackToTheQuestion(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "1", "1", "1", "u")
	if got := answerTo(a, checklist.KeyTraffic); got != "" || p.Step != 2 {
		t.Errorf("undone: %q at step %s", got, p.Step.Name())
	}
	press(a, "ctrl+r")
	if got := answerTo(a, checklist.KeyTraffic); got != checklist.Steady || p.Step != 2 {
		t.Errorf("redone: %q at step %s", got, p.Step.Name())
	}
}

// TestUndoOfNothingMovesNothing: an undo that found nothing must not make a
// later change elsewhere look like one.
func TestUndoOfNothingMovesNothing(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "right", "u", "tab", "tab", "right", "shift+tab", "shift+tab")
	if a.ctx.Session.Scenario.Answers.Answered() != 1 {
		t.Fatal("the slider of the Lab did not answer question 7")
	}
	if p.Step != 1 {
		t.Errorf("the checklist moved to %s", p.Step.Name())
	}
}

func TestHighlightIsNoAnswer(t *testing.T) {
	t.Parallel()
	a, _ := newChecklistApp(t, scenario.Scenario{})
	press(a, "down", "down", "up", "end", "home", "j")
	if a.ctx.Session.Scenario.Answers != (checklist.Answers{}) || a.ctx.Session.Dirty() {
		t.Error("moving the highlight answered")
	}
	press(a, "enter")
	if got := answerTo(a, checklist.KeyEngineers); got != checklist.From5To15 {
		t.Errorf("enter took %q", got)
	}
}

func TestDigitsBelongToTheQuestion(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "5")
	if a.screen != kit.Checklist || p.Step != 0 || a.ctx.Session.Dirty() {
		t.Errorf("a digit without a choice: %s, step %s", kit.ScreenNames[a.screen], p.Step.Name())
	}
	shows(t, a, "this question has 3")
}

func TestLettersAnswerYesOrNo(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "n") // engineers are not a matter of no
	if p.Step != 0 || a.ctx.Session.Dirty() {
		t.Fatal("n answered the first question")
	}
	press(a, "space", "n")
	if got := answerTo(a, checklist.KeyPlatformTeam); got != checklist.No || p.Step != 2 {
		t.Errorf("n: %q at step %s", got, p.Step.Name())
	}
}

func TestKeysFallThroughToTheBindings(t *testing.T) {
	t.Parallel()
	a, _ := newChecklistApp(t, scenario.Scenario{})
	press(a, "tab")
	if a.screen != kit.System {
		t.Errorf("tab leads to %s", kit.ScreenNames[a.screen])
	}
	press(a, "shift+tab", "?")
	if _, ok := a.window.(*window.Help); !ok {
		t.Errorf("? opens %T", a.window)
	}
	press(a, "esc", "ctrl+s")
	if _, ok := a.window.(*kit.Prompt); !ok {
		t.Errorf("ctrl+s opens %T", a.window)
	}
}

// TestSideFollowsTheFramework counts by hand: nine questions can lean to
// Kubernetes, six to serverless, two to Wasm, one to hybrid; fewer than five
// engineers leans to serverless.
func TestSideFollowsTheFramework(t *testing.T) {
	t.Parallel()
	a, _ := newChecklistApp(t, scenario.Scenario{})
	for _, figure := range []string{"0–9", "0–6", "0–2", "0–1"} {
		shows(t, a, figure)
	}
	press(a, "1")
	for _, figure := range []string{"0–8", "1–6", "0–2", "1 of 10"} {
		shows(t, a, figure)
	}
}

func TestOpeningBeginsAtTheFirstOpenQuestion(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{}
	for _, q := range checklist.Questions[:4] {
		s = s.WithAnswer(q.ID, checklist.Choose(q.Choices[0].ID))
	}
	a, p := newChecklistApp(t, s)
	if p.Step != 4 {
		t.Errorf("begins at %s", p.Step.Name())
	}
	if err := a.ctx.Session.Open(scenario.Scenario{}, "", nil); err != nil {
		t.Fatal(err)
	}
	drain(a, a.show(kit.Checklist))
	if p.Step != 0 {
		t.Errorf("another scenario begins at %s", p.Step.Name())
	}
}

func TestClicksAnswer(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	y := slices.IndexFunc(strings.Split(plain(a), "\n"), func(line string) bool { return strings.Contains(line, "5 to 15") })
	deliver(a, tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
	if got := answerTo(a, checklist.KeyEngineers); got != checklist.From5To15 || p.Step != 1 {
		t.Errorf("clicked %q, step %s", got, p.Step.Name())
	}
	deliver(a, tea.MouseClickMsg{X: 0, Y: 1, Button: tea.MouseLeft})
	if p.Step != 0 {
		t.Errorf("a click on the first step leads to %s", p.Step.Name())
	}
	p.Show(checklistscreen.ScoreStep)
	y = slices.IndexFunc(strings.Split(plain(a), "\n"), func(line string) bool { return strings.Contains(line, "GPU") })
	deliver(a, tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
	deliver(a, tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
	if got := a.ctx.Session.Scenario.Factors.Get(checklist.FactorGPU).State(); got != checklist.Yes {
		t.Errorf("clicking the GPU twice: %s", got)
	}
}
