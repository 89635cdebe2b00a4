package tui

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// manyComponents is a system of as many components of several kinds, always the
// same one.
func manyComponents(n int) scenario.Scenario {
	var s scenario.Scenario
	for i := range n {
		c := scenario.Component{
			Name:     fmt.Sprintf("service-%03d", i),
			Requests: scenario.Some(quantity.Exactly(float64(1+i%37) * 1e5)), Duration: scenario.Some(quantity.Exactly(0.05 * float64(1+i%9))),
			Memory: scenario.Some(quantity.Exactly(float64(int(64) << (i % 5)))),
		}
		if i%7 == 0 {
			c.Traits = []string{"stateful"}
		}
		if i > 0 && i%3 == 0 {
			c.Calls = []scenario.Call{{To: fmt.Sprintf("service-%03d", i-1)}}
		}
		s.Components = append(s.Components, c)
	}
	return s
}

// TestSplitKeysNeverPanic: whatever is pressed in whatever window, the frame
// keeps its size, and o goes back to the optimum's figures.
func TestSplitKeysNeverPanic(t *testing.T) {
	t.Parallel()
	keys := []string{
		"up", "down", "h", "l", "left", "right", "x", "X", "o", "f", "r", "g", "s", "c", "t", "u", "ctrl+r", "enter", "esc",
		"home", "end", "pgup", "pgdown", "4", "3", "q",
	}
	presets := []string{"hybrid", "scenario-b", "ml-inference", "game-backend"}
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.SampledFrom([][2]int{{60, 16}, {80, 24}, {120, 40}}).Draw(t, "size")
		s, err := scenariofile.Preset(rapid.SampledFrom(presets).Draw(t, "preset"))
		if err != nil {
			t.Fatal(err)
		}
		book, err := pricebook.Embedded()
		if err != nil {
			t.Fatal(err)
		}
		a, err := New(Config{Scenario: s, Book: book, Files: memory{}, Start: kit.Split})
		if err != nil {
			t.Fatal(err)
		}
		deliver(a, tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(keys), 1, 25).Draw(t, "keys") {
			press(a, k)
			for _, line := range strings.Split(a.Frame(), "\n") {
				if ansi.StringWidth(line) > size[0] {
					t.Fatalf("%d cells wide after %s", ansi.StringWidth(line), k)
				}
			}
		}
		press(a, "esc", "esc", "esc", "4", "o")
		if got, best := a.ctx.Session.Split(), &a.ctx.Session.Result.Split; got != best {
			t.Fatalf("o shows %v, the optimum is %v", got.USD, best.USD)
		}
	})
}

// TestSearchesRunBesideMoves: what is searched in the background shares nothing
// that a move changes; the race detector would say so.
func TestSearchesRunBesideMoves(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	e := a.ctx.Session.Result
	done := make(chan struct{})
	go func() {
		defer close(done)
		sure(e.RunnerUp(t.Context()))
		sure(e.SplitByVolume(t.Context()))
	}()
	press(a, append(times("down", 9), "h", "l", "h", "f", "esc", "o", "r", "c", "esc")...)
	<-done
	if a.ctx.Session.Source() != session.FromRunnerUp {
		t.Error("the runner-up is not in hand")
	}
}

// TestStaleResultsAreDropped: what belongs to an earlier scenario is not shown,
// and is searched anew.
func TestStaleResultsAreDropped(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	tasks := hold(a)
	press(a, "g")
	shows(t, a, "working it out")
	old := tasks.only(t)
	press(a, "t") // while the search runs the scenario changes
	if old.Ctx.Err() == nil {
		t.Error("the search goes on")
	}
	sure(old.Of.SplitByVolume(t.Context())) // had it ended just before
	deliver(a, session.DoneMsg{Task: old})
	shows(t, a, "working it out")
	tasks.runAll(a)
	shows(t, a, "In words")
}
