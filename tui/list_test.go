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

// listUnderTest is a list with a choice: how it is opened, and where it stands.
type listUnderTest struct {
	name  string
	start Screen
	keys  []string // that open it
	at    func(a *App) int
	last  func(a *App) int
}

// everyList are all lists of the program in which something is chosen.
var everyList = []listUnderTest{
	{
		"question", Checklist, nil,
		func(a *App) int { return highlighted(a) }, func(*App) int { return len(checklist.Questions[0].Choices) - 1 },
	},
	{
		"factors", Checklist, times("right", int(scoreStep)),
		func(a *App) int { return a.panes[Checklist].(*checklistPane).factor }, func(*App) int { return len(checklist.ArchitectureFactors) - 1 },
	},
	{
		"components", System, nil,
		func(a *App) int { return a.panes[System].(*systemPane).line() }, func(a *App) int { return len(a.panes[System].(*systemPane).lines) - 1 },
	},
	{
		"components while the filter is typed", System,
		[]string{"/"},
		func(a *App) int { return a.panes[System].(*systemPane).line() }, func(a *App) int { return len(a.panes[System].(*systemPane).lines) - 1 },
	},
	{
		"calls", System,
		[]string{"home", "l"},
		func(a *App) int { return a.window.(*callsWindow).at },
		func(a *App) int { out, in := a.window.(*callsWindow).edges(); return len(out) + len(in) - 1 },
	},
	{
		"what a component may call", System,
		[]string{"l", "a"},
		func(a *App) int { return a.window.(*finder).at }, func(a *App) int { return len(a.window.(*finder).lines) - 1 },
	},
	{
		"sliders", Lab, nil,
		func(a *App) int { return a.panes[Lab].(*labPane).at }, func(a *App) int { return len(a.panes[Lab].(*labPane).sliders) - 1 },
	},
	{
		"component of the sliders", Lab,
		[]string{"home", "enter"},
		func(a *App) int { return a.window.(*finder).at }, func(a *App) int { return len(a.window.(*finder).lines) - 1 },
	},
	{
		"platforms", Lab,
		[]string{"v"},
		func(a *App) int { return a.window.(*platformsWindow).at }, func(a *App) int { return len(a.window.(*platformsWindow).all) - 1 },
	},
	{
		"bill", Lab,
		[]string{"x"},
		func(a *App) int { return a.window.(*billWindow).list.at }, func(a *App) int { return len(a.window.(*billWindow).entries()) - 1 },
	},
	{
		"placement", Split, nil,
		func(a *App) int { return a.panes[Split].(*splitPane).at }, func(a *App) int { return a.panes[Split].(*splitPane).lines() - 1 },
	},
	{
		"component of the split", Split,
		[]string{"enter"},
		func(a *App) int { return a.window.(*componentWindow).list.at }, func(a *App) int { return len(a.window.(*componentWindow).entries()) - 1 },
	},
	{
		"hybrid tax", Split,
		[]string{"c"},
		func(a *App) int { return a.window.(*figuresWindow).list.at }, func(a *App) int { return len(a.window.(*figuresWindow).entries) - 1 },
	},
	{
		"presets", Lab,
		[]string{"ctrl+p"},
		func(a *App) int { return a.window.(*picker).at }, func(a *App) int { return len(a.window.(*picker).choices) - 1 },
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
				if l.start == Checklist {
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
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: Lab}, 120, 40)
	pane := a.panes[Lab].(*labPane)
	value := func(label string) string {
		pane.at = slices.IndexFunc(pane.sliders, func(s slider) bool { return s.label == label })
		return pane.sliders[pane.at].value
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
	bill := a.window.(*billWindow)
	press(a, times("right", 9)...)
	if bill.platform != len(a.ctx.session.Result.Platforms)-1 {
		t.Errorf("right ends at bill %d", bill.platform)
	}
	press(a, times("left", 9)...)
	if bill.platform != 0 {
		t.Errorf("left ends at bill %d", bill.platform)
	}
}

// TestComponentOfTheSlidersByName: the list opens on what is chosen, and what
// is typed there narrows it.
func TestComponentOfTheSlidersByName(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: Lab}, 120, 40)
	pane := a.panes[Lab].(*labPane)
	name := a.ctx.session.Result.Resolved.Workload.Components[2].Name
	press(a, "home", "=")
	for _, r := range name {
		press(a, string(r))
	}
	press(a, "enter")
	if a.window != nil || pane.component != 2 || pane.sliders[0].value != name {
		t.Errorf("component %d, slider %q, want 2, %q", pane.component, pane.sliders[0].value, name)
	}
	press(a, "home", "=")
	if at := a.window.(*finder).at; at != 2 {
		t.Errorf("the list opens at %d, not at what is chosen", at)
	}
}
