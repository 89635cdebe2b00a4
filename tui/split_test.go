package tui

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"runwhere/costs"
	"runwhere/model"
)

// manyComponents is a system of as many components of several kinds, always the
// same one.
func manyComponents(n int) model.Scenario {
	var s model.Scenario
	for i := range n {
		c := model.Component{
			Name:     fmt.Sprintf("service-%03d", i),
			Requests: model.Some(model.Exactly(float64(1+i%37) * 1e5)), Duration: model.Some(model.Exactly(0.05 * float64(1+i%9))),
			Memory: model.Some(model.Exactly(float64(int(64) << (i % 5)))),
		}
		if i%7 == 0 {
			c.Traits = []string{"stateful"}
		}
		if i > 0 && i%3 == 0 {
			c.Calls = []model.Call{{To: fmt.Sprintf("service-%03d", i-1)}}
		}
		s.Components = append(s.Components, c)
	}
	return s
}

func newSplitApp(t testing.TB, s model.Scenario, w, h int) *App {
	return newApp(t, Config{Scenario: s, Start: Split}, w, h)
}

func chosen(a *App) *model.Placement {
	p := a.panes[Split].(*splitPane)
	return &a.ctx.session.Placed().Placements[p.component()]
}

// TestMoveByHand: the others stay, nothing is pinned, the figures are those of
// the placement, and undo knows each move.
func TestMoveByHand(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	s := a.ctx.session
	before := s.Result
	press(a, "down", "down", "down")
	if c := chosen(a); c.Component != "payment-service" || c.Option != costs.Serverless {
		t.Fatalf("%s on %s is chosen", c.Component, c.Option)
	}
	press(a, "h")
	want := before.Split.Options()
	want[3] = costs.Kubernetes
	if got := s.Placed().Options(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if s.Result != before || s.Dirty() || s.Placed().Pinned() != 0 {
		t.Error("a move by hand changes the scenario")
	}
	// What moves alone changes the total by what the optimum says of it.
	if more := s.Placed().USD - before.Split.USD; math.Abs(more-before.Split.Placements[3].Moving[costs.Kubernetes]) > 1e-6 {
		t.Errorf("the move costs %v more", more)
	}
	shows(t, a, "your placement $1,042 a month: +$0.99 against the optimum, $1,041 (proven cheapest) · 1 moved")
	shows(t, a, "payment-service                  [moved]")
	press(a, "l")
	if s.hand != nil {
		t.Error("back at the optimum something is in hand")
	}
	shows(t, a, "that is the optimum again")
	press(a, "u")
	if s.hand == nil || s.Placed().Options()[3] != costs.Kubernetes {
		t.Error("undo does not bring the move back")
	}
	press(a, "u", "ctrl+r")
	shows(t, a, "redone: the placement in hand")
	press(a, "l", "l")
	shows(t, a, "payment-service cannot move to wasm")
}

// TestHandAndScenario: a placement in hand outlives a change of the scenario
// while the components are the same ones.
func TestHandAndScenario(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	s := a.ctx.session
	press(a, append(times("down", 9), "h", "t")...) // image-processing
	if s.hand == nil || s.Placed().Options()[9] != costs.Kubernetes {
		t.Fatal("people take the placement out of the hand")
	}
	shows(t, a, "in the total, t leaves it out")
	press(a, "t", "3", "down", "right", "4")
	if s.hand == nil {
		t.Error("a slider takes the placement out of the hand")
	}
	press(a, "2", "c", "4")
	if s.hand != nil {
		t.Error("another component leaves the placement in hand")
	}
	press(a, "u")
	if s.hand == nil {
		t.Error("undo does not bring it back")
	}
}

// TestPins: x pins the chosen component where it is, X all, and o lets go
// first and removes the pins then.
func TestPins(t *testing.T) {
	t.Parallel()
	disk := memory{}
	a := newApp(t, Config{Scenario: preset(t, "hybrid"), File: "h.yaml", Start: Split, Files: disk}, 120, 40)
	s := a.ctx.session
	press(a, "down", "down", "down", "h", "x")
	if s.Placed().Pinned() != 1 || s.Result.Split.Options()[3] != costs.Kubernetes {
		t.Fatal("x does not pin where it is")
	}
	if s.hand != nil {
		t.Error("the placement in hand is the optimum with this pin")
	}
	press(a, "x")
	if s.Placed().Pinned() != 0 || s.Result.Split.Options()[3] != costs.Serverless {
		t.Error("x does not free it")
	}
	press(a, "h", "down", "down", "X")
	want := s.Placed().Options()
	if s.Placed().Pinned() != 18 || want[3] != costs.Kubernetes {
		t.Fatal("X does not pin all where they are")
	}
	press(a, "ctrl+s")
	saved, err := model.Decode("h.yaml", disk["h.yaml"])
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.Evaluate(saved, s.Book)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(e.Split.Options(), want) {
		t.Error("the file does not hold the placement")
	}
	press(a, "up", "up", "l")
	shows(t, a, "against the optimum")
	press(a, "o")
	shows(t, a, "with 18 pins; o again removes them")
	press(a, "o")
	if s.Placed().Pinned() != 0 {
		t.Error("o leaves the pins")
	}
	shows(t, a, "18 pins removed")
	press(a, "u")
	if s.Placed().Pinned() != 18 {
		t.Error("undo does not bring the pins back")
	}
}

// TestPatternAndRunnerUp: both come into the hand with what sets them apart.
func TestPatternAndRunnerUp(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	s := a.ctx.session
	press(a, "f")
	pattern := s.Result.Pattern()
	page := strings.Join(strings.Fields(plain(a)), " ")
	for _, d := range pattern.Differences {
		if !strings.Contains(page, strings.Fields(d.Why)[0]) {
			t.Errorf("%s is not explained", d.Component)
		}
	}
	press(a, "esc")
	if s.Source() != fromPattern || !slices.Equal(s.Placed().Options(), pattern.Split.Options()) {
		t.Error("the pattern is not in hand")
	}
	shows(t, a, "the framework's pattern $1,153 a month: +$113 against the optimum")
	press(a, "r")
	if s.Source() != fromRunnerUp || !slices.Equal(s.Placed().Options(), s.Result.RunnerUp().Options) {
		t.Error("the runner-up is not in hand")
	}
	press(a, "o")
	shows(t, a, "optimum $1,041 a month · proven cheapest")
}

// TestStaleResultsAreDropped: what belongs to an earlier scenario is not shown,
// and is searched anew.
func TestStaleResultsAreDropped(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	_, cmd := a.Update(keyMsg("g"))
	_, search := a.Update(cmd())
	shows(t, a, "working it out")
	if search == nil {
		t.Fatal("nothing is searched")
	}
	_, again := a.Update(keyMsg("t")) // while the search runs the scenario changes
	drain(a, again)
	old := search()
	_, next := a.Update(old)
	shows(t, a, "working it out")
	drain(a, next)
	shows(t, a, "In words")
	late := runnerUpMsg{old.(volumesMsg).of}
	press(a, "esc")
	deliver(a, late)
	if a.ctx.session.hand != nil {
		t.Error("the runner-up of an earlier scenario is taken in hand")
	}
}

// TestDetailOpensEverything: a component opens to its platforms with their
// refusals and sources, and to its calls down to the price.
func TestDetailOpensEverything(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	press(a, "enter", "down", "down", "down")
	shows(t, a, "On W Workers")
	shows(t, a, "way round: stream the data")
	shows(t, a, "as of 20")
	press(a, "esc", "end", "enter", "end")
	shows(t, a, "price egress.crosszone")
	shows(t, a, "source computed")
	press(a, "esc", "c", "down", "down")
	shows(t, a, "people.second_toolchain sets it")
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
		s, err := model.Preset(rapid.SampledFrom(presets).Draw(t, "preset"))
		if err != nil {
			t.Fatal(err)
		}
		book, err := costs.Embedded()
		if err != nil {
			t.Fatal(err)
		}
		a, err := New(Config{Scenario: s, Book: book, Files: memory{}, Start: Split})
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
		if got, best := a.ctx.session.Placed(), &a.ctx.session.Result.Split; got != best {
			t.Fatalf("o shows %v, the optimum is %v", got.USD, best.USD)
		}
	})
}

// TestLabStrips: shown for several components alone, worked out in the
// background, and a slider has them worked out anew.
func TestLabStrips(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: Lab}, 120, 40)
	press(a, "S")
	shows(t, a, "one component moves as a whole")
	a = newApp(t, Config{Scenario: preset(t, "hybrid"), Start: Lab}, 120, 40)
	_, search := a.Update(keyMsg("S"))
	shows(t, a, "working out where each component goes")
	drain(a, search)
	shows(t, a, " webhook-handlers ")
	_, search = a.Update(keyMsg("t"))
	shows(t, a, "working out where each component goes")
	drain(a, search)
	if strings.Contains(plain(a), "working out") {
		t.Error("the strips of the changed scenario do not come")
	}
	press(a, "S")
	if strings.Contains(plain(a), " webhook-handlers ") {
		t.Error("the strips do not go away")
	}
}

// TestSplitClick: the mouse chooses the line under it, and nothing on the
// heading between components and calls.
func TestSplitClick(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 60)
	p := a.panes[Split].(*splitPane)
	row := func(text string) int {
		return slices.IndexFunc(strings.Split(plain(a), "\n"), func(line string) bool { return strings.Contains(line, text) })
	}
	deliver(a, tea.MouseClickMsg{X: 30, Y: row("   cron-jobs      "), Button: tea.MouseLeft})
	if c := chosen(a); c.Component != "cron-jobs" {
		t.Errorf("%s is chosen", c.Component)
	}
	at := p.at
	deliver(a, tea.MouseClickMsg{X: 30, Y: row("calls across the boxes"), Button: tea.MouseLeft})
	if p.at != at {
		t.Error("a heading is chosen")
	}
	deliver(a, tea.MouseClickMsg{X: 30, Y: row("log-aggregation → search"), Button: tea.MouseLeft})
	if g := p.call(); g == nil || g.From != "log-aggregation" {
		t.Errorf("%+v is chosen", g)
	}
	press(a, "h", "x")
	if a.ctx.session.hand != nil || a.ctx.session.Dirty() {
		t.Error("a call is moved or pinned")
	}
}

// TestSortKeepsTheChosenComponent: the order changes, the choice does not.
func TestSortKeepsTheChosenComponent(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	p := a.panes[Split].(*splitPane)
	press(a, append(times("down", 9), "h")...)
	before := slices.Clone(p.view().order)
	for range splitOrders {
		if c := chosen(a); c.Component != "image-processing" {
			t.Errorf("%s is chosen when sorted %s", c.Component, splitOrderNames[p.sorted])
		}
		order := p.view().order
		switch p.sorted {
		case movedFirst:
			if order[0] != 9 {
				t.Errorf("%v is first", order[0])
			}
		case byCost:
			for k := 1; k < len(order); k++ {
				c, d := &p.shown.split.Placements[order[k-1]], &p.shown.split.Placements[order[k]]
				if c.Adds[c.Option] < d.Adds[d.Option] {
					t.Errorf("%s before %s", c.Component, d.Component)
				}
			}
		}
		press(a, "s")
	}
	if !slices.Equal(p.view().order, before) {
		t.Error("the order of the file does not come back")
	}
}
