package tui

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model"
	reportjson "runwhere/model/report/json"
	"runwhere/model/scenario"
	"runwhere/model/search"
	"runwhere/model/study"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// TestPlacementIsHeldAtAKey: with many components a key bills the placement of
// before, says so on every screen, and leaves the search to the worker, before all
// else that is in sight. What comes of it is the evaluation anew.
func TestPlacementIsHeldAtAKey(t *testing.T) {
	t.Parallel()
	a := newSettledApp(t, manyComponents(24), kit.Lab)
	tasks := hold(a)
	before := a.ctx.Session.Result.Split.Options()
	press(a, "down", "right")
	shown := &a.ctx.Session.Result.Split
	if !shown.Held || shown.Optimal || !slices.Equal(shown.Options(), before) {
		t.Fatalf("held %v, proven %v: %v, before %v", shown.Held, shown.Optimal, shown.Options(), before)
	}
	for range kit.ScreenCount {
		press(a, "tab")
		shows(t, a, "placement of before, searching the cheapest")
	}
	task := tasks.only(t)
	if task.Search != session.SearchPlacement {
		t.Fatalf("the worker works out %s", task.Search.What)
	}
	deliver(a, task.Run())
	if strings.Contains(plain(a), "placement of before") {
		t.Errorf("the placement that was found is said to be that of before:\n%s", plain(a))
	}
	requireFresh(t, a)
	press(a, "u", "ctrl+r", "u") // all at once: the worker goes on with the last
	tasks.runAll(a)
	requireFresh(t, a)
}

// TestCopyFollowsThePlacement: what is asked for while a placement is held is about
// the one that is found.
func TestCopyFollowsThePlacement(t *testing.T) {
	t.Parallel()
	s := manyComponents(24)
	a := newSettledApp(t, s, kit.Lab)
	tasks := hold(a)
	press(a, "down", "right", "y")
	shows(t, a, "copying the decision record: working out the cheapest")
	deliver(a, tasks.only(t).Run())
	if requests := a.ctx.Work.Requests; len(requests) != 1 || requests[0].Of != a.ctx.Session.Result {
		t.Fatalf("%d requests are left, or one of another evaluation", len(requests))
	}
	shows(t, a, "copying the decision record")
}

// TestSessionIsAsAnew: after any keys, and when the worker is done, all figures are
// those of the scenario evaluated anew, with few components and with many.
func TestSessionIsAsAnew(t *testing.T) {
	t.Parallel()
	presses := []string{
		"right", "left", "shift+right", "shift+left", "down", "up", "x", "X", "o", "h", "l", "t", "u", "ctrl+r", "backspace",
		"tab", "2", "3", "4", "5", "d", "enter", "esc", "y",
	}
	for name, s := range map[string]scenario.Scenario{"few": preset(t, "hybrid"), "many": manyComponents(24)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(r *rapid.T) {
				a := newSettledApp(t, s, kit.Lab)
				tasks := hold(a)
				for range rapid.IntRange(1, 12).Draw(r, "keys") {
					press(a, rapid.SampledFrom(presses).Draw(r, "key"))
					if rapid.Bool().Draw(r, "the worker is quick") {
						settle(a, tasks)
					}
				}
				settle(a, tasks)
				requireFresh(r, a)
			})
		})
	}
}

// settle lets the worker find the placement, and nothing else.
func settle(a *App, tasks *heldTasks) {
	for a.ctx.Session.Result.Split.Held && len(tasks.list) > 0 {
		one := tasks.list[0]
		tasks.list = tasks.list[1:]
		if one.Search == session.SearchPlacement || one.Ctx.Err() != nil {
			deliver(a, one.Run())
		}
	}
}

// requireFresh fails where the session knows something else than an evaluation of
// its scenario that nothing came before.
func requireFresh(t interface{ Fatalf(string, ...any) }, a *App) {
	s := a.ctx.Session
	fresh, err := model.Evaluate(s.Scenario, s.Book)
	if err != nil {
		t.Fatalf("%v", err)
	}
	document := func(e *model.Evaluation) string {
		text, err := reportjson.Evaluation(e, &study.Findings{ByVolume: &model.SplitByVolume{}, RestsOn: &search.RestingOn{}})
		if err != nil {
			t.Fatalf("%v", err)
		}
		return string(text)
	}
	if got, want := document(s.Result.Evaluation), document(fresh); got != want {
		t.Fatalf("the session knows other figures than its scenario has:\n%s\nanew:\n%s", got, want)
	}
}
