package tui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
	systemscreen "runwhere/tui/system"
)

// inSight lists the names of the table in the order of its lines.
func inSight(p *systemscreen.Pane) []string {
	var names []string
	for _, i := range p.LineCount {
		names = append(names, p.Rows[i].Name)
	}
	return names
}

// four components whose order differs by every column.
func fourComponents() scenario.Scenario {
	count := func(v float64) scenario.Maybe[quantity.Amount] { return scenario.Some(quantity.Exactly(v)) }
	return scenario.Scenario{Components: []scenario.Component{
		{Name: "delta", Requests: count(2e6), Duration: count(0.4), Memory: count(64), Traits: []string{"stateful"}, Trigger: scenario.Some("queue")},
		{Name: "alpha", Requests: count(9e6), Duration: count(0.1), Memory: count(512), Traits: []string{"stateful", "gpu"}},
		{Name: "charlie", Requests: count(2e6), Duration: count(0.3), Memory: count(128), Calls: []scenario.Call{{To: "alpha"}}},
		{Name: "bravo", Requests: count(5e5), Duration: count(0.2), Memory: count(1024), Pin: scenario.Some("kubernetes")},
	}}
}

func TestSortingIsAViewAndKeepsTheChoice(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, fourComponents(), 200, 40)
	file := []string{"delta", "alpha", "charlie", "bravo"}
	press(a, "down", "down")
	for _, want := range []struct {
		key, says string
		order     []string
	}{
		{"s", "by name, from a to z", []string{"alpha", "bravo", "charlie", "delta"}},
		{"r", "by name, from z to a", []string{"delta", "charlie", "bravo", "alpha"}},
		{"s", "by requests, the largest first", []string{"alpha", "delta", "charlie", "bravo"}},
		{"r", "by requests, the smallest first", []string{"bravo", "delta", "charlie", "alpha"}},
		{"s", "by duration, the largest first", []string{"delta", "charlie", "bravo", "alpha"}},
		{"S", "by requests, the largest first", []string{"alpha", "delta", "charlie", "bravo"}},
		{"S", "by name, from a to z", []string{"alpha", "bravo", "charlie", "delta"}},
		{"S", "the order of the file", file},
		{"S", "by runs on", nil},
		{"s", "the order of the file", file},
	} {
		press(a, want.key)
		shows(t, a, want.says)
		if got := inSight(p); want.order != nil && !slices.Equal(got, want.order) {
			t.Errorf("%s: %v, want %v", want.says, got, want.order)
		}
		if name := p.Rows[p.At].Name; name != "charlie" {
			t.Errorf("%s: the choice went to %s", want.says, name)
		}
	}
	if got := names(a); !slices.Equal(got, file) || a.ctx.Session.Dirty() {
		t.Errorf("sorting changed the scenario: %v", got)
	}
}

// TestEveryColumnSorts steps through all columns and checks the order that each
// shows against the cells, and that the head has the only marker.
func TestEveryColumnSorts(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, preset(t, "hybrid"), 240, 60)
	for column := range systemscreen.ColumnCount {
		press(a, "s")
		if !p.Order.Sorted || p.Order.Column != column {
			t.Fatalf("step %d sorts by %+v", column, p.Order)
		}
		for _, down := range []bool{p.Order.Down, !p.Order.Down} {
			for i := 1; i < len(p.LineCount); i++ {
				by := systemscreen.CompareCells(&p.Rows[p.LineCount[i-1]], &p.Rows[p.LineCount[i]], column)
				if down && by < 0 || !down && by > 0 {
					t.Errorf("%s, down %v: lines %d and %d are in the wrong order", systemscreen.Columns[column].Title, down, i-1, i)
				}
			}
			head := strings.Split(plain(a), "\n")[2]
			if got := strings.Count(head, "↑") + strings.Count(head, "↓"); got != 1 {
				t.Errorf("%d markers in %q", got, head)
			}
			press(a, "r")
		}
	}
	press(a, "s")
	if p.Order.Sorted {
		t.Error("after the last column comes the order of the file")
	}
}

func TestClickingAHeadSortsByIt(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, preset(t, "hybrid"), 80, 24)
	head := strings.Split(plain(a), "\n")[2]
	at, _, _ := strings.Cut(head, "memory")
	click := tea.MouseClickMsg{X: ansi.StringWidth(at), Y: 2, Button: tea.MouseLeft}
	deliver(a, click)
	if p.Order != (systemscreen.Order{Column: systemscreen.ColumnMemory, Sorted: true, Down: true}) {
		t.Fatalf("order %+v", p.Order)
	}
	deliver(a, click)
	if p.Order.Down {
		t.Error("a second click does not turn the order round")
	}
}

func TestEditingInASortedTable(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, fourComponents(), 120, 40)
	press(a, "s", "home", "c")
	if got := inSight(p); !slices.Equal(got, []string{"alpha", "alpha-2", "bravo", "charlie", "delta"}) || p.Rows[p.At].Name != "alpha-2" {
		t.Errorf("lines %v, chosen %s", got, p.Rows[p.At].Name)
	}
	if got := names(a); !slices.Equal(got, []string{"delta", "alpha", "alpha-2", "charlie", "bravo"}) {
		t.Errorf("file %v", got)
	}
	press(a, "d")
	if p.Rows[p.At].Name != "bravo" {
		t.Errorf("after deleting, %s is chosen and not the next line", p.Rows[p.At].Name)
	}
	press(a, "u")
	if p.Rows[p.At].Name != "alpha-2" {
		t.Errorf("undo chose %s and not what it brought back", p.Rows[p.At].Name)
	}
}

func TestFilterByEveryWord(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, fourComponents(), 80, 24)
	for filter, want := range map[string][]string{
		"AL":          {"alpha"},
		"stateful":    {"delta", "alpha"},
		"[gpu]":       {"alpha"},
		"state queue": {"delta"},
		"pinned":      {"bravo"},
		"kubernetes":  nil, // whatever the split says; at least bravo
		"zzz":         {},
	} {
		press(a, "/", "ctrl+u")
		press(a, times("backspace", 30)...)
		for _, key := range typed(filter) {
			if key == " " {
				key = "space"
			}
			press(a, key)
		}
		if got := inSight(p); want != nil && !slices.Equal(got, want) && len(got)+len(want) > 0 {
			t.Errorf("%q shows %v, want %v", filter, got, want)
		}
		if p.Line() < 0 && len(p.LineCount) > 0 {
			t.Errorf("%q leaves a hidden component chosen", filter)
		}
		shows(t, a, "4 components") // the totals are those of all
		press(a, "enter")
	}
}

func TestFilterIsLeftByEscAndByNewComponents(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, fourComponents(), 80, 24)
	press(a, "/", "q", "u", "e", "enter")
	if got := inSight(p); !slices.Equal(got, []string{"delta"}) {
		t.Fatalf("lines %v", got)
	}
	press(a, "a")
	press(a, typed("echo")...)
	press(a, times("enter", len(systemscreen.ComponentFields()))...)
	if p.Filter != "" || p.Rows[p.At].Name != "echo" {
		t.Errorf("filter %q hides the new component, chosen is %s", p.Filter, p.Rows[p.At].Name)
	}
	press(a, "/", "z", "z")
	shows(t, a, "no component matches zz")
	press(a, "esc")
	if len(p.LineCount) != 5 || p.Typing {
		t.Error("esc does not show all")
	}
	deliver(a, tea.PasteMsg{Content: "ignored"})
	press(a, "/")
	deliver(a, tea.PasteMsg{Content: "alp\x1b[31m\n"})
	if p.Filter != "alp" {
		t.Errorf("pasted %q", p.Filter)
	}
}

// TestKeysWithoutAComponent: where the filter hides all, keys say so.
func TestKeysWithoutAComponent(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, fourComponents(), 80, 24)
	press(a, "/", "z", "z")
	p.Typing = false // as after a change that leaves nothing to match
	for _, key := range []string{"enter", "c", "d", "x", "l"} {
		press(a, key)
		shows(t, a, "no component is on show")
	}
	press(a, "up", "down", "end", "pgdown", "i", "i", "esc")
	if a.ctx.Session.Dirty() || len(p.LineCount) != 4 {
		t.Error("something was changed")
	}
}
