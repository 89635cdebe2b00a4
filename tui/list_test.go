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
	labscreen "runwhere/tui/lab"
	"runwhere/tui/slider"
	splitscreen "runwhere/tui/split"
	systemscreen "runwhere/tui/system"
	"runwhere/tui/window"
)

// listUnderTest is a list with a choice: how it is opened, and where it is.
type listUnderTest struct {
	name  string
	start kit.Screen
	keys  []string // that open it
	at    func(a *App) int
	last  func(a *App) int
}

// everyList are all lists of the program in which something is chosen.
var everyList = []listUnderTest{
	{
		"question", kit.Checklist, nil,
		func(a *App) int { return highlighted(a) }, func(*App) int { return len(checklist.Questions[0].Choices) - 1 },
	},
	{
		"factors", kit.Checklist, times("right", int(checklistscreen.ScoreStep)),
		func(a *App) int { return a.panes[kit.Checklist].(*checklistscreen.Pane).Factor }, func(*App) int { return len(checklist.ArchitectureFactors) - 1 },
	},
	{
		"components", kit.System, nil,
		func(a *App) int { return a.panes[kit.System].(*systemscreen.Pane).Line() }, func(a *App) int { return len(a.panes[kit.System].(*systemscreen.Pane).LineCount) - 1 },
	},
	{
		"components while the filter is typed", kit.System,
		[]string{"/"},
		func(a *App) int { return a.panes[kit.System].(*systemscreen.Pane).Line() }, func(a *App) int { return len(a.panes[kit.System].(*systemscreen.Pane).LineCount) - 1 },
	},
	{
		"calls", kit.System,
		[]string{"home", "l"},
		func(a *App) int { return a.window.(*systemscreen.CallsWindow).At },
		func(a *App) int {
			out, in := a.window.(*systemscreen.CallsWindow).Edges()
			return len(out) + len(in) - 1
		},
	},
	{
		"what a component may call", kit.System,
		[]string{"l", "a"},
		func(a *App) int { return a.window.(*kit.Finder).At }, func(a *App) int { return len(a.window.(*kit.Finder).Shown) - 1 },
	},
	{
		"sliders", kit.Lab, nil,
		func(a *App) int { return a.panes[kit.Lab].(*labscreen.Pane).At }, func(a *App) int { return len(a.panes[kit.Lab].(*labscreen.Pane).Sliders) - 1 },
	},
	{
		"component of the sliders", kit.Lab,
		[]string{"home", "enter"},
		func(a *App) int { return a.window.(*kit.Finder).At }, func(a *App) int { return len(a.window.(*kit.Finder).Shown) - 1 },
	},
	{
		"platforms", kit.Lab,
		[]string{"v"},
		func(a *App) int { return a.window.(*window.Platforms).At }, func(a *App) int { return len(a.window.(*window.Platforms).All) - 1 },
	},
	{
		"bill", kit.Lab,
		[]string{"x"},
		func(a *App) int { return a.window.(*window.Bill).List.At }, func(a *App) int { return len(a.window.(*window.Bill).Entries()) - 1 },
	},
	{
		"placement", kit.Split, nil,
		func(a *App) int { return a.panes[kit.Split].(*splitscreen.Pane).At }, func(a *App) int { return a.panes[kit.Split].(*splitscreen.Pane).LineCount() - 1 },
	},
	{
		"component of the split", kit.Split,
		[]string{"enter"},
		func(a *App) int { return a.window.(*splitscreen.ComponentWindow).List.At }, func(a *App) int { return len(a.window.(*splitscreen.ComponentWindow).Entries()) - 1 },
	},
	{
		"hybrid tax", kit.Split,
		[]string{"c"},
		func(a *App) int { return a.window.(*window.Figures).List.At }, func(a *App) int { return len(a.window.(*window.Figures).Entries) - 1 },
	},
	{
		"presets", kit.Lab,
		[]string{"ctrl+p"},
		func(a *App) int { return a.window.(*kit.Picker).At }, func(a *App) int { return len(a.window.(*kit.Picker).Choices) - 1 },
	},
}

// highlighted is the choice under the pointer of a question.
func highlighted(a *App) int {
	n := -1
	for _, line := range strings.Split(plain(a), "\n") {
		for i := range 9 {
			digit := fmt.Sprintf(" %d  ", i+1)
			if at := strings.Index(line, digit); at >= 0 && at < 16 {
				if n++; strings.Contains(line[:at], "›") || strings.Contains(line[:at], "▸") || strings.Contains(line[:at], ">") {
					return n
				}
				break
			}
		}
	}
	return -1
}

// TestListsBehaveAlike: no list wraps, home and end reach its ends, pgup and
// pgdn go further than one line where there is room, and the wheel moves as the
// arrows do.
func TestListsBehaveAlike(t *testing.T) {
	t.Parallel()
	for _, l := range everyList {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			t.Run(fmt.Sprintf("%s/%dx%d", l.name, size[0], size[1]), func(t *testing.T) {
				t.Parallel()
				a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: l.start}, size[0], size[1])
				if l.start == kit.Checklist {
					a = newApp(t, Config{Scenario: scenario.Scenario{}, Start: l.start}, size[0], size[1])
				}
				press(a, l.keys...)
				last := l.last(a)
				if last < 1 {
					t.Fatalf("a list of %d says nothing:\n%s", last+1, plain(a))
				}
				want := func(key string, at int) {
					t.Helper()
					press(a, key)
					if got := l.at(a); got != at {
						t.Errorf("%s leads to %d, want %d of 0 to %d:\n%s", key, got, at, last, plain(a))
					}
				}
				want("home", 0)
				want("up", 0)
				want("end", last)
				want("down", last)
				want("up", last-1)
				want("home", 0)
				want("down", 1)
				press(a, times("pgdown", last+1)...)
				if got := l.at(a); got != last && !scrolls(a) {
					t.Errorf("pgdown ends at %d, want %d", got, last)
				}
				press(a, "end")
				press(a, times("pgup", last+1)...)
				if got := l.at(a); got != 0 && !scrolls(a) {
					t.Errorf("pgup ends at %d", got)
				}
				press(a, "home")
				deliver(a, tea.MouseWheelMsg{Button: tea.MouseWheelDown})
				if got := l.at(a); got != 1 {
					t.Errorf("the wheel leads to %d, want 1", got)
				}
				deliver(a, tea.MouseWheelMsg{Button: tea.MouseWheelUp})
				deliver(a, tea.MouseWheelMsg{Button: tea.MouseWheelUp})
				if got := l.at(a); got != 0 {
					t.Errorf("the wheel leads to %d, want 0", got)
				}
			})
		}
	}
}

// scrolls reports whether pgup and pgdn are those of a long explanation below
// the list.
func scrolls(a *App) bool { return strings.Contains(plain(a), "pgup, pgdown") }

// TestNothingToTheSideWraps: what left and right go through has two ends too.
func TestNothingToTheSideWraps(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Lab}, 120, 40)
	pane := a.panes[kit.Lab].(*labscreen.Pane)
	value := func(label string) string {
		pane.At = slices.IndexFunc(pane.Sliders, func(s slider.Slider) bool { return s.Label == label })
		return pane.Sliders[pane.At].Value
	}
	for label, ends := range map[string][2]string{
		"people": {"excluded", "included"}, "front door": {"none", "alb"}, "processor": {"x86", "arm64"}, "autoscale": {"hpa", "none"},
	} {
		value(label)
		for _, c := range []struct{ key, end string }{{"left", ends[0]}, {"right", ends[1]}} {
			press(a, times(c.key, 6)...)
			if got := value(label); got != c.end {
				t.Errorf("%s ends at %s by %s, want %s", label, got, c.key, c.end)
			}
		}
	}
	press(a, "x")
	bill := a.window.(*window.Bill)
	press(a, times("right", 9)...)
	if bill.Platform != len(a.ctx.Session.Result.Billable()) || len(bill.Entries()) != 0 {
		t.Errorf("right ends at bill %d, and not behind the last one where all are compared", bill.Platform)
	}
	press(a, times("left", 9)...)
	if bill.Platform != 0 {
		t.Errorf("left ends at bill %d", bill.Platform)
	}
}

// TestComponentOfTheSlidersByName: the list opens on what is chosen, and what
// is typed there narrows it.
func TestComponentOfTheSlidersByName(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: kit.Lab}, 120, 40)
	pane := a.panes[kit.Lab].(*labscreen.Pane)
	name := a.ctx.Session.Result.Resolved.Workload.Components[2].Name
	press(a, "home", "=")
	for _, r := range name {
		press(a, string(r))
	}
	press(a, "enter")
	if a.window != nil || pane.Component != 2 || pane.Sliders[0].Value != name {
		t.Errorf("component %d, slider %q, want 2, %q", pane.Component, pane.Sliders[0].Value, name)
	}
	press(a, "home", "=")
	if at := a.window.(*kit.Finder).At; at != 2 {
		t.Errorf("the list opens at %d, not at what is chosen", at)
	}
}
