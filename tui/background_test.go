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
	"runwhere/model/study"
)

// knownSearches lists the searches of an evaluation that are known.
func knownSearches(e *study.Study) []string {
	var names []string
	for _, s := range append([]*finding{searchOdds}, reportSearches...) {
		if s.known(e) {
			names = append(names, s.what)
		}
	}
	return names
}

// TestNoKeySearches: whatever key is pressed wherever, Update and View return
// before anything was searched.
func TestNoKeySearches(t *testing.T) {
	t.Parallel()
	scenario := withRanges(t, fiveRanges...)
	for screen := range screenCount {
		for _, b := range Bindings {
			if b.Action == Interrupt || b.Action == Quit {
				continue
			}
			t.Run(screenNames[screen]+"/"+b.Keys[0], func(t *testing.T) {
				t.Parallel()
				a := newHeldApp(t, scenario, screen)
				press(a, b.Keys[0])
				press(a, "enter", "down", "enter")
				_ = a.Frame()
				if known := knownSearches(a.ctx.session.Result); len(known) > 0 {
					t.Errorf("searched while a key was read: %s", strings.Join(known, "; "))
				}
			})
		}
	}
}

// newHeldApp is a program of which the worker never does anything.
func newHeldApp(t testing.TB, scenario scenario.Scenario, start Screen) *App {
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

// TestCopyWaitsForWhatItSays: y says what is worked out meanwhile, and copies
// when all is there.
func TestCopyWaitsForWhatItSays(t *testing.T) {
	t.Parallel()
	a := newHeldApp(t, preset(t, "scenario-b"), Lab)
	tasks := hold(a)
	press(a, "y")
	shows(t, a, "copying the decision record: working out ")
	press(a, "y", "y")
	if len(a.ctx.work.requests) != 1 {
		t.Errorf("%d copies are made", len(a.ctx.work.requests))
	}
	var copied []string
	for len(tasks.list) > 0 {
		_, cmd := a.Update(tasks.only(t).run())
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
	a := newHeldApp(t, preset(t, "scenario-b"), Lab)
	tasks := hold(a)
	press(a, "y")
	first := tasks.only(t)
	a.Update(keyMsg("right"))
	press(a, "down", "right")
	if first.ctx.Err() == nil {
		t.Error("the search of the earlier scenario goes on")
	}
	if len(a.ctx.work.requests) != 0 {
		t.Error("the copy is still to come")
	}
	deliver(a, workedMsg{first, stdcontext.Canceled})
	if len(tasks.list) != 0 {
		t.Errorf("%d tasks that nobody asked for", len(tasks.list))
	}
	deliver(a, readyMsg{&request{doing: "copying", of: first.of, then: func(error) tea.Cmd {
		t.Error("it was done all the same")
		return nil
	}}, nil})
	shows(t, a, "stopped copying: the scenario has changed")
}

// TestReportIsWrittenWhenAllIsKnown.
func TestReportIsWrittenWhenAllIsKnown(t *testing.T) {
	t.Parallel()
	for digit, says := range map[string]string{"1": "# ", "2": "{", "3": "platform", "4": "Scenario B"} {
		a := newHeldApp(t, preset(t, "scenario-b"), Lab)
		tasks := hold(a)
		press(a, "w", digit, "x", "enter")
		if files := a.ctx.files.(memory); len(files) != 0 {
			t.Fatalf("written before anything is known: %v", files)
		}
		tasks.runAll(a)
		if data := a.ctx.files.(memory)["x"]; !strings.Contains(string(data), says) {
			t.Errorf("%s writes %d bytes", digit, len(data))
		}
		shows(t, a, "written to x")
	}
}

// TestSeekRunsInTheBackground: and moves the slider when it is done.
func TestSeekRunsInTheBackground(t *testing.T) {
	t.Parallel()
	a := newHeldApp(t, preset(t, "scenario-b"), Lab)
	tasks := hold(a)
	press(a, "down", "s", "enter")
	shows(t, a, "seeking ")
	before := a.ctx.session.Result
	tasks.runAll(a)
	if a.ctx.session.Result == before {
		t.Errorf("nothing was found:\n%s", plain(a))
	}
}

// slow is a search that counts how often it is run.
func slow(name string) (*finding, *int) {
	runs, known := new(int), map[*study.Study]bool{}
	return &finding{
		what:  name,
		known: func(e *study.Study) bool { return known[e] },
		run: func(ctx stdcontext.Context, e *study.Study) error {
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
		b     background
		e     = &study.Study{}
		sight = []*finding{}
		needs = []*finding{}
		done  bool
	)
	b.held = func(t *task) {
		name := "the request"
		if t.search != nil {
			name = t.search.what
		}
		order = append(order, name)
	}
	for _, name := range []string{"a", "b"} {
		s, _ := slow(name)
		sight = append(sight, s)
	}
	c, runs := slow("c")
	needs = append(needs, sight[1], c)
	b.ask(&request{
		doing: "it", of: e, needs: needs,
		work: func(stdcontext.Context) error { return nil },
		then: func(error) tea.Cmd { done = true; return nil },
	})
	b.next(e, sight)
	for b.running != nil {
		b.next(e, sight) // any message
		cmd := b.take(b.running.run().(workedMsg))
		if cmd != nil {
			cmd().(readyMsg).request.then(nil)
		}
		b.next(e, sight)
	}
	if want := []string{"a", "b", "c", "the request"}; !slices.Equal(order, want) || !done || *runs != 1 {
		t.Errorf("order %v, want %v; done %v; %d runs", order, want, done, *runs)
	}
}

// TestWorkerLeavesWhatNobodyLooksAt: as soon as something else is wanted, not
// before.
func TestWorkerLeavesWhatNobodyLooksAt(t *testing.T) {
	t.Parallel()
	b, e := background{held: func(*task) {}}, &study.Study{}
	x, _ := slow("x")
	y, _ := slow("y")
	b.next(e, []*finding{x})
	first := b.running
	b.next(e, nil)
	if first.ctx.Err() != nil {
		t.Error("cancelled although nothing else is wanted")
	}
	b.next(e, []*finding{y})
	if first.ctx.Err() == nil || b.running != first {
		t.Error("two run at a time, or the first goes on")
	}
	b.take(first.run().(workedMsg))
	b.next(e, []*finding{y})
	if b.running == nil || b.running.search != y {
		t.Error("what is wanted does not run")
	}
	b.stop()
	if b.running.ctx.Err() == nil {
		t.Error("it goes on after the end")
	}
}

// TestWorkerTriesOnce: what cannot be worked out is not tried for ever.
func TestWorkerTriesOnce(t *testing.T) {
	t.Parallel()
	runs := 0
	broken := &finding{
		what: "broken", known: func(*study.Study) bool { return false },
		run: func(stdcontext.Context, *study.Study) error { runs++; return errors.New("broken") },
	}
	b, e := background{held: func(*task) {}}, &study.Study{}
	for range 3 {
		b.next(e, []*finding{broken})
		if b.running != nil {
			b.take(b.running.run().(workedMsg))
		}
	}
	if runs != 1 {
		t.Errorf("tried %d times", runs)
	}
}
