package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/scenario"
)

func newChecklistApp(t testing.TB, s scenario.Scenario) (*App, *checklistPane) {
	t.Helper()
	a := newApp(t, Config{Scenario: s, Start: Checklist}, 80, 24)
	return a, a.panes[Checklist].(*checklistPane)
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

func answerTo(a *App, id string) string { return a.ctx.session.Scenario.Answers.Get(id).Choice() }

func TestTenDigitsOpenTheLab(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	for i := range checklist.Questions {
		if a.screen != Checklist {
			t.Fatalf("left the checklist after %d answers", i)
		}
		shows(t, a, fmt.Sprintf("question %d of 10", i+1))
		press(a, "1")
	}
	if a.screen != Lab {
		t.Fatalf("the tenth digit leads to %s", screenNames[a.screen])
	}
	for _, q := range checklist.Questions {
		if got := answerTo(a, q.ID); got != q.Choices[0].ID {
			t.Errorf("%s: %q, want its first choice %q", q.ID, got, q.Choices[0].ID)
		}
	}
	shows(t, a, "skills, further questions, score and numbers")
	press(a, "1")
	if a.screen != Checklist || p.step != skillsStep {
		t.Errorf("key 1 goes on at step %s", p.step.name())
	}
}

// TestEveryWayToAnswerLeadsTheSameWay: whatever answers the tenth question, the
// way leads to the Lab, and the screen has said so before.
func TestEveryWayToAnswerLeadsTheSameWay(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"1", "enter"} {
		for at := range skillsStep + 1 {
			a, p := newChecklistApp(t, scenario.Scenario{})
			press(a, times("right", int(at))...)
			hint := strings.Contains(plain(a), "your answer opens the Lab")
			press(a, key)
			screen, step := Checklist, at+1
			if at == tenthStep {
				screen = Lab
			}
			if a.screen != screen || p.step != step || hint != (at == tenthStep) {
				t.Errorf("%s at %s leads to %s, step %s; announced %v", key, at.name(), screenNames[a.screen], p.step.name(), hint)
			}
		}
	}
}

func TestEnterAloneLeadsToTheLabStepByStep(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, times("enter", 10)...)
	if a.screen != Lab || p.step != skillsStep {
		t.Fatalf("after ten enters: %s, step %s", screenNames[a.screen], p.step.name())
	}
	press(a, "1")
	for range 2 + len(checklist.FollowUps) { // each further question is left open
		if p.step != scoreStep {
			press(a, "enter")
		}
	}
	shows(t, a, "architecture score")
	press(a, "enter")
	shows(t, a, "requests a month")
	press(a, times("enter", 1+len(numberPaths))...)
	if a.screen != Lab {
		t.Fatalf("the form's last enter leads to %s:\n%s", screenNames[a.screen], plain(a))
	}
	if len(a.ctx.session.Scenario.Components) != 0 {
		t.Error("entering through the form made the assumed component a given one")
	}
}

func TestSkippedQuestionsStayOpen(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "1", "space", "2")
	answers := a.ctx.session.Scenario.Answers
	if answers.Answered() != 2 || answers.Get(checklist.KeyPlatformTeam).Answered() {
		t.Errorf("%d answered, platform team %q", answers.Answered(), answerTo(a, checklist.KeyPlatformTeam))
	}
	if p.step != 3 {
		t.Errorf("step %s, want 4", p.step.name())
	}
	shows(t, a, "1✓ 2· 3✓[4·]")
	shows(t, a, "open: 2 4 5 6 7 8 9 10")
	press(a, times("space", 7)...)
	if a.screen != Checklist || p.step != skillsStep {
		t.Errorf("skipping the tenth leads to %s, step %s", screenNames[a.screen], p.step.name())
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
	if got := answerTo(a, checklist.KeyEngineers); got != "" || p.step != 0 {
		t.Errorf("taken back: %q at step %s", got, p.step.name())
	}
	press(a, "3", "left", "space")
	if got := answerTo(a, checklist.KeyEngineers); got != "" || p.step != 1 {
		t.Errorf("skipped: %q at step %s", got, p.step.name())
	}
	press(a, "left", "left")
	shows(t, a, "first question")
}

func TestUndoGoesBackToTheQuestion(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "1", "1", "1", "u")
	if got := answerTo(a, checklist.KeyTraffic); got != "" || p.step != 2 {
		t.Errorf("undone: %q at step %s", got, p.step.name())
	}
	press(a, "ctrl+r")
	if got := answerTo(a, checklist.KeyTraffic); got != checklist.Steady || p.step != 2 {
		t.Errorf("redone: %q at step %s", got, p.step.name())
	}
}

// TestUndoOfNothingMovesNothing: an undo that found nothing must not make a
// later change elsewhere look like one.
func TestUndoOfNothingMovesNothing(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "right", "u", "tab", "tab", "right", "shift+tab", "shift+tab")
	if a.ctx.session.Scenario.Answers.Answered() != 1 {
		t.Fatal("the slider of the Lab did not answer question 7")
	}
	if p.step != 1 {
		t.Errorf("the checklist moved to %s", p.step.name())
	}
}

func TestHighlightIsNoAnswer(t *testing.T) {
	t.Parallel()
	a, _ := newChecklistApp(t, scenario.Scenario{})
	press(a, "down", "down", "up", "end", "home", "j")
	if a.ctx.session.Scenario.Answers != (checklist.Answers{}) || a.ctx.session.Dirty() {
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
	if a.screen != Checklist || p.step != 0 || a.ctx.session.Dirty() {
		t.Errorf("a digit without a choice: %s, step %s", screenNames[a.screen], p.step.name())
	}
	shows(t, a, "this question has 3")
}

func TestLettersAnswerYesOrNo(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	press(a, "n") // engineers are not a matter of no
	if p.step != 0 || a.ctx.session.Dirty() {
		t.Fatal("n answered the first question")
	}
	press(a, "space", "n")
	if got := answerTo(a, checklist.KeyPlatformTeam); got != checklist.No || p.step != 2 {
		t.Errorf("n: %q at step %s", got, p.step.name())
	}
}

func TestKeysFallThroughToTheBindings(t *testing.T) {
	t.Parallel()
	a, _ := newChecklistApp(t, scenario.Scenario{})
	press(a, "tab")
	if a.screen != System {
		t.Errorf("tab leads to %s", screenNames[a.screen])
	}
	press(a, "shift+tab", "?")
	if _, ok := a.window.(*helpWindow); !ok {
		t.Errorf("? opens %T", a.window)
	}
	press(a, "esc", "ctrl+s")
	if _, ok := a.window.(*prompt); !ok {
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
	if p.step != 4 {
		t.Errorf("begins at %s", p.step.name())
	}
	if err := a.ctx.session.Open(scenario.Scenario{}, "", nil); err != nil {
		t.Fatal(err)
	}
	drain(a, a.show(Checklist))
	if p.step != 0 {
		t.Errorf("another scenario begins at %s", p.step.name())
	}
}

func TestClicksAnswer(t *testing.T) {
	t.Parallel()
	a, p := newChecklistApp(t, scenario.Scenario{})
	y := slices.IndexFunc(strings.Split(plain(a), "\n"), func(line string) bool { return strings.Contains(line, "5 to 15") })
	deliver(a, tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
	if got := answerTo(a, checklist.KeyEngineers); got != checklist.From5To15 || p.step != 1 {
		t.Errorf("clicked %q, step %s", got, p.step.name())
	}
	deliver(a, tea.MouseClickMsg{X: 0, Y: 1, Button: tea.MouseLeft})
	if p.step != 0 {
		t.Errorf("a click on the first step leads to %s", p.step.name())
	}
	p.show(scoreStep)
	y = slices.IndexFunc(strings.Split(plain(a), "\n"), func(line string) bool { return strings.Contains(line, "GPU") })
	deliver(a, tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
	deliver(a, tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
	if got := a.ctx.session.Scenario.Factors.Get(checklist.FactorGPU).State(); got != checklist.Yes {
		t.Errorf("clicking the GPU twice: %s", got)
	}
}
