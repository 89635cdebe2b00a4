package tui

import (
	stdcontext "context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"

	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// knownSearches lists the searches of an evaluation that are known.
func knownSearches(e *study.Study) []string {
	var names []string
	for _, s := range append([]*session.Finding{session.SearchOdds}, session.ReportSearches...) {
		if s.Known(e) {
			names = append(names, s.What)
		}
	}
	return names
}

// TestNoKeySearches: whatever key is pressed wherever, Update and View return
// before anything was searched.
func TestNoKeySearches(t *testing.T) {
	t.Parallel()
	scenario := withRanges(t, fiveRanges...)
	for screen := range kit.ScreenCount {
		for _, b := range keys.Bindings {
			if b.Action == keys.Interrupt || b.Action == keys.Quit {
				continue
			}
			t.Run(kit.ScreenNames[screen]+"/"+b.Keys[0], func(t *testing.T) {
				t.Parallel()
				a := newHeldApp(t, scenario, screen)
				press(a, b.Keys[0])
				press(a, "enter", "down", "enter")
				_ = a.Frame()
				if known := knownSearches(a.ctx.Session.Result); len(known) > 0 {
					t.Errorf("searched while a key was read: %s", strings.Join(known, "; "))
				}
			})
		}
	}
}

// newHeldApp is a program of which the worker never does anything.
func newHeldApp(t testing.TB, scenario scenario.Scenario, start kit.Screen) *App {
	t.Helper()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	a, err := New(Config{Book: book, Scenario: scenario, Start: start, Files: memory{}})
	if err != nil {
		t.Fatal(err)
	}
	hold(a)
	deliver(a, tea.WindowSizeMsg{Width: 120, Height: 40})
	return a
}

// newSettledApp is a program of which the worker has done what the first screen
// shows, and nothing more.
func newSettledApp(t testing.TB, scenario scenario.Scenario, start kit.Screen) *App {
	t.Helper()
	a := newHeldApp(t, scenario, start)
	a.ctx.Work.Running = nil
	tasks := hold(a)
	deliver(a, tea.WindowSizeMsg{Width: 120, Height: 40})
	tasks.runAll(a)
	return a
}

// TestCopyWaitsForWhatItSays: y says what is worked out meanwhile, and copies
// when all is there.
func TestCopyWaitsForWhatItSays(t *testing.T) {
	t.Parallel()
	a := newSettledApp(t, preset(t, "scenario-b"), kit.Lab)
	tasks := hold(a)
	press(a, "y")
	shows(t, a, "copying the decision record: working out ")
	press(a, "y", "y")
	if len(a.ctx.Work.Requests) != 1 {
		t.Errorf("%d copies are made", len(a.ctx.Work.Requests))
	}
	var copied []string
	for len(tasks.list) > 0 {
		_, cmd := a.Update(tasks.only(t).Run())
		copied = append(copied, clipped(a, cmd)...)
	}
	if len(copied) != 1 || !strings.HasPrefix(copied[0], "---") {
		t.Fatalf("copied %d times", len(copied))
	}
	shows(t, a, "decision record copied")
}

// clipped drains a command and returns what it puts into the clipboard.
func clipped(a *App, cmd tea.Cmd) []string {
	var texts []string
	var walk func(cmd tea.Cmd)
	walk = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		msg := cmd()
		if cmds, ok := asCommands(msg); ok {
			for _, c := range cmds {
				walk(c)
			}
			return
		}
		if fmt.Sprintf("%T", msg) == "tea.setClipboardMsg" { // Bubble Tea keeps the type to itself
			texts = append(texts, fmt.Sprint(msg))
			return
		}
		_, next := a.Update(msg)
		walk(next)
	}
	walk(cmd)
	return texts
}

// TestChangedScenarioStopsWhatWasAskedFor: a record of a scenario that is no
// longer on the screen is not copied, and that is said.
func TestChangedScenarioStopsWhatWasAskedFor(t *testing.T) {
	t.Parallel()
	a := newSettledApp(t, preset(t, "scenario-b"), kit.Lab)
	tasks := hold(a)
	press(a, "y")
	first := tasks.only(t)
	a.Update(keyMsg("right"))
	press(a, "down", "right")
	if first.Ctx.Err() == nil {
		t.Error("the search of the earlier scenario goes on")
	}
	if len(a.ctx.Work.Requests) != 0 {
		t.Error("the copy is still to come")
	}
	deliver(a, session.DoneMsg{Task: first, Err: stdcontext.Canceled})
	for _, task := range tasks.list {
		if task.Search != session.SearchRestsOn { // which is in sight
			t.Errorf("nobody asked for %s", task.Search.What)
		}
	}
	deliver(a, session.ReadyMsg{Request: &session.Request{Doing: "copying", Of: first.Of, Then: func(error) tea.Cmd {
		t.Error("it was done all the same")
		return nil
	}}, Err: nil})
	shows(t, a, "stopped copying: the scenario has changed")
}

// TestReportIsWrittenWhenAllIsKnown.
func TestReportIsWrittenWhenAllIsKnown(t *testing.T) {
	t.Parallel()
	for digit, says := range map[string]string{"1": "# ", "2": "{", "3": "platform", "4": "Scenario B"} {
		a := newSettledApp(t, preset(t, "scenario-b"), kit.Lab)
		tasks := hold(a)
		press(a, "w", digit, "x", "enter")
		if files := a.ctx.Files.(memory); len(files) != 0 {
			t.Fatalf("written before anything is known: %v", files)
		}
		tasks.runAll(a)
		if data := a.ctx.Files.(memory)["x"]; !strings.Contains(string(data), says) {
			t.Errorf("%s writes %d bytes", digit, len(data))
		}
		shows(t, a, "written to x")
	}
}

// TestSeekRunsInTheBackground: and moves the slider when it is done.
func TestSeekRunsInTheBackground(t *testing.T) {
	t.Parallel()
	a := newSettledApp(t, scenariotest.ContainersKept(preset(t, "scenario-b")), kit.Lab)
	tasks := hold(a)
	press(a, "down", "s", "enter")
	shows(t, a, "seeking ")
	before := a.ctx.Session.Result
	tasks.runAll(a)
	if a.ctx.Session.Result == before {
		t.Errorf("nothing was found:\n%s", plain(a))
	}
}

// slow is a search that counts how often it is run.
func slow(name string) (*session.Finding, *int) {
	runs, known := new(int), map[*study.Study]bool{}
	return &session.Finding{
		What:  name,
		Known: func(e *study.Study) bool { return known[e] },
		Run: func(ctx stdcontext.Context, e *study.Study) error {
			*runs++
			if ctx.Err() == nil {
				known[e] = true
			}
			return ctx.Err()
		},
	}, runs
}

// TestWorkerDoesOneTaskAtATime: what is in sight first, then what was asked
// for, each once.
func TestWorkerDoesOneTaskAtATime(t *testing.T) {
	t.Parallel()
	var (
		order []string
		b     session.Background
		e     = &study.Study{}
		sight = []*session.Finding{}
		needs = []*session.Finding{}
		done  bool
	)
	b.Held = func(t *session.Task) {
		name := "the request"
		if t.Search != nil {
			name = t.Search.What
		}
		order = append(order, name)
	}
	for _, name := range []string{"a", "b"} {
		s, _ := slow(name)
		sight = append(sight, s)
	}
	c, runs := slow("c")
	needs = append(needs, sight[1], c)
	b.Ask(&session.Request{
		Doing: "it", Of: e, Needs: needs,
		Work: func(stdcontext.Context, *study.Study) error { return nil },
		Then: func(error) tea.Cmd { done = true; return nil },
	})
	b.Next(e, sight)
	for b.Running != nil {
		b.Next(e, sight) // any message
		cmd := b.Take(b.Running.Run().(session.DoneMsg))
		if cmd != nil {
			cmd().(session.ReadyMsg).Request.Then(nil)
		}
		b.Next(e, sight)
	}
	if want := []string{"a", "b", "c", "the request"}; !slices.Equal(order, want) || !done || *runs != 1 {
		t.Errorf("order %v, want %v; done %v; %d runs", order, want, done, *runs)
	}
}

// TestWorkerLeavesWhatNobodyLooksAt: as soon as something else is wanted, not
// before.
func TestWorkerLeavesWhatNobodyLooksAt(t *testing.T) {
	t.Parallel()
	b, e := session.Background{Held: func(*session.Task) {}}, &study.Study{}
	x, _ := slow("x")
	y, _ := slow("y")
	b.Next(e, []*session.Finding{x})
	first := b.Running
	b.Next(e, nil)
	if first.Ctx.Err() != nil {
		t.Error("cancelled although nothing else is wanted")
	}
	b.Next(e, []*session.Finding{y})
	if first.Ctx.Err() == nil || b.Running != first {
		t.Error("two run at a time, or the first goes on")
	}
	b.Take(first.Run().(session.DoneMsg))
	b.Next(e, []*session.Finding{y})
	if b.Running == nil || b.Running.Search != y {
		t.Error("what is wanted does not run")
	}
	b.Stop()
	if b.Running.Ctx.Err() == nil {
		t.Error("it goes on after the end")
	}
}

// TestWorkerTriesOnce: what cannot be worked out is not tried for ever.
func TestWorkerTriesOnce(t *testing.T) {
	t.Parallel()
	runs := 0
	broken := &session.Finding{
		What: "broken", Known: func(*study.Study) bool { return false },
		Run: func(stdcontext.Context, *study.Study) error { runs++; return errors.New("broken") },
	}
	b, e := session.Background{Held: func(*session.Task) {}}, &study.Study{}
	for range 3 {
		b.Next(e, []*session.Finding{broken})
		if b.Running != nil {
			b.Take(b.Running.Run().(session.DoneMsg))
		}
	}
	if runs != 1 {
		t.Errorf("tried %d times", runs)
	}
}
