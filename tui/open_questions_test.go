package tui

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
	checklistscreen "runwhere/tui/checklist"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// TestOneTruthAboutWhatIsOpen: with the ten questions and the skills answered the
// checklist, its progress line, the verdict and the reports agree on what else
// can change the verdict.
func TestOneTruthAboutWhatIsOpen(t *testing.T) {
	t.Parallel()
	open := preset(t, "saas-api")
	settled := open
	for _, q := range checklist.FollowUps {
		settled = settled.WithAnswer(q.ID, checklist.Choose(q.Choices[0].ID))
	}
	for _, s := range []scenario.Scenario{open, settled} {
		a, _ := newChecklistApp(t, s)
		n := len(sure(a.ctx.Session.Result.PendingFollowUps(t.Context())))
		if (n > 1) != (scenariotest.Same(s, open)) {
			t.Fatalf("%d further questions can change the verdict, which makes this test say nothing", n)
		}
		agreeOnOpen(t, a, n)
	}
}

// agreeOnOpen holds every place that says what is open against the number of
// further questions that can change the verdict.
func agreeOnOpen(t *testing.T, a *App, n int) {
	t.Helper()
	side, progress, verdict := "✓ nothing is open", "more✓", "Nothing is open."
	if n > 0 {
		side, progress = fmt.Sprintf("open: more (%d)", n), "more·"
		verdict = fmt.Sprintf("Open: %d further questions that can change the verdict.", n)
	}
	shows(t, a, side)
	shows(t, a, progress)
	e := a.ctx.Session.Result
	found := sure(e.Findings(t.Context()))
	for name, text := range map[string]string{"text": string(report.Text(e.Evaluation, found)), "md": string(report.Markdown(e.Evaluation, found, report.Record{}))} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), verdict) {
			t.Errorf("%s does not say %q", name, verdict)
		}
	}
	document := struct {
		Checklist struct{ Followups struct{ Open []any } }
	}{}
	if err := json.Unmarshal(sure(reportjson.Evaluation(e.Evaluation, found)), &document); err != nil || len(document.Checklist.Followups.Open) != n {
		t.Errorf("json has %d open follow-ups (%v), want %d", len(document.Checklist.Followups.Open), err, n)
	}
	drain(a, a.show(kit.Verdict))
	if page := strings.Join(strings.Fields(strings.NewReplacer("│", " ").Replace(plain(a))), " "); !strings.Contains(page, verdict) {
		t.Errorf("the verdict does not say %q:\n%s", verdict, plain(a))
	}
	drain(a, a.show(kit.Checklist))
	press(a, times("right", int(checklistscreen.FollowUpStep))...)
	if n > 0 {
		shows(t, a, fmt.Sprintf("further question; %d can change the verdict", n))
		press(a, "space")
		shows(t, a, fmt.Sprintf("%d can change the verdict, 1 skipped", n))
		shows(t, a, side)
		return
	}
	shows(t, a, "No further question can change the verdict")
}

// TestNothingIsSaidToBeClosedTooSoon: while the further questions are searched
// the checklist says so.
func TestNothingIsSaidToBeClosedTooSoon(t *testing.T) {
	t.Parallel()
	a, _ := newChecklistApp(t, scenario.Scenario{})
	a.ctx.Work.Held = func(*session.Task) {}
	s := preset(t, "saas-api")
	if err := a.ctx.Session.Apply(s); err != nil {
		t.Fatal(err)
	}
	drain(a, a.refresh())
	shows(t, a, "open: more …")
}
