package tui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	"runwhere/model/split"
	"runwhere/tui/kit"
	splitscreen "runwhere/tui/split"
)

func newSplitApp(t testing.TB, s scenario.Scenario, w, h int) *App {
	return newApp(t, Config{Scenario: s, Start: kit.Split}, w, h)
}

func chosen(a *App) *split.Placement {
	p := a.panes[kit.Split].(*splitscreen.Pane)
	return &a.ctx.Session.Split().Placements[p.Component()]
}

// TestDetailOpensEverything: a component opens to its platforms with their
// refusals and sources, and to its calls down to the price.
func TestDetailOpensEverything(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	press(a, "enter", "down", "down", "down", "down")
	shows(t, a, "On W Workers")
	shows(t, a, "way round: stream the data")
	shows(t, a, "as of 20")
	press(a, "esc", "end", "enter", "end")
	shows(t, a, "price egress.internet")
	shows(t, a, "source computed")
	press(a, "esc", "c", "down", "down")
	shows(t, a, "people.second_toolchain sets it")
}

// TestLabStrips: shown for several components alone, worked out in the
// background, and a slider has them worked out anew.
func TestLabStrips(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Lab}, 120, 40)
	press(a, "S")
	shows(t, a, "one component moves as a whole")
	a = newApp(t, Config{Scenario: preset(t, "hybrid"), Start: kit.Lab}, 120, 40)
	tasks := hold(a)
	press(a, "S")
	shows(t, a, "working out where each component goes")
	tasks.runAll(a)
	shows(t, a, " email-sending ")
	press(a, "t")
	shows(t, a, "working out where each component goes")
	tasks.runAll(a)
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
	p := a.panes[kit.Split].(*splitscreen.Pane)
	row := func(text string) int {
		return slices.IndexFunc(strings.Split(plain(a), "\n"), func(line string) bool { return strings.Contains(line, text) })
	}
	deliver(a, tea.MouseClickMsg{X: 30, Y: row("   cron-jobs      "), Button: tea.MouseLeft})
	if c := chosen(a); c.Component != "cron-jobs" {
		t.Errorf("%s is chosen", c.Component)
	}
	at := p.At
	deliver(a, tea.MouseClickMsg{X: 30, Y: row("calls across the boxes"), Button: tea.MouseLeft})
	if p.At != at {
		t.Error("a heading is chosen")
	}
	deliver(a, tea.MouseClickMsg{X: 30, Y: row("log-aggregation → search"), Button: tea.MouseLeft})
	if g := p.Call(); g == nil || g.From != "log-aggregation" {
		t.Errorf("%+v is chosen", g)
	}
	press(a, "h", "x")
	if a.ctx.Session.Hand != nil || a.ctx.Session.Dirty() {
		t.Error("a call is moved or pinned")
	}
}

// TestSortKeepsTheChosenComponent: the order changes, the choice does not.
func TestSortKeepsTheChosenComponent(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	p := a.panes[kit.Split].(*splitscreen.Pane)
	press(a, append(times("down", 9), "h")...)
	before := slices.Clone(p.View().Order)
	for range splitscreen.Orders {
		if c := chosen(a); c.Component != "image-processing" {
			t.Errorf("%s is chosen when sorted %s", c.Component, splitscreen.OrderNames[p.Sorted])
		}
		order := p.View().Order
		switch p.Sorted {
		case splitscreen.MovedFirst:
			if order[0] != 9 {
				t.Errorf("%v is first", order[0])
			}
		case splitscreen.ByCost:
			for k := 1; k < len(order); k++ {
				c, d := &p.Shown.Split.Placements[order[k-1]], &p.Shown.Split.Placements[order[k]]
				if c.Adds[c.Option] < d.Adds[d.Option] {
					t.Errorf("%s before %s", c.Component, d.Component)
				}
			}
		}
		press(a, "s")
	}
	if !slices.Equal(p.View().Order, before) {
		t.Error("the order of the file does not come back")
	}
}
