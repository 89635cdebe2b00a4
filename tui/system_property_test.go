package tui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	systemscreen "runwhere/tui/system"
)

// systemKeys are the keys of the table, of the calls and of what they open,
// and letters and values that a form, the filter or the finder takes. Keys that
// lead to other screens, to files or out of the program are left out.
var systemKeys = []string{
	"up", "down", "home", "end", "pgup", "pgdown", "a", "enter", "e", "c", "d", "l", "/", "s", "S", "r", "x", "i", "esc",
	"tab", "shift+tab", "b", "f", "right", "left", "u", "ctrl+r", "backspace", "ctrl+u", "space", "1", "3", "0", ".", "z", "=", "é",
}

// systemMoves are whole changes, which single keys hardly ever make by chance:
// a component added, renamed, given traits or a pin, a call made, changed or
// taken away, a copy, a deletion. ctrl+s asks for a file name, and esc leaves
// that.
var systemMoves = [][]string{
	{"a", "n", "e", "w", "ctrl+s", "esc"},
	{"enter", "2", "ctrl+s", "esc"},
	{"enter", "z", "tab", "esc", "enter"},
	{"enter", "tab", "ctrl+u", "3", "M", "ctrl+s", "esc"},
	{"enter", "shift+tab", "down", "ctrl+u", "ctrl+s", "esc"},
	{"l", "a", "enter", "2", "ctrl+s", "esc", "esc", "esc"},
	{"l", "a", "down", "enter", "ctrl+s", "esc", "esc", "esc"},
	{"l", "b", "end", "enter", "ctrl+s", "esc", "esc", "esc"},
	{"l", "enter", "tab", "tab", "ctrl+u", "8", "K", "i", "B", "ctrl+s", "esc", "esc", "esc"},
	{"l", "d", "esc"},
	{"l", "d", "u", "a", "enter", "ctrl+s", "esc", "f", "d", "esc"},
	{"c"},
	{"c", "c", "d"},
	{"d"},
	{"x"},
	{"u"},
	{"u", "u", "ctrl+r"},
	{"/", "a", "enter"},
	{"s"},
	{"r"},
	{"esc", "esc"},
}

// TestAnySystemKeys: whatever is pressed, nothing panics, every frame has the
// size of its window, the scenario is read back as it is written, and undoing
// everything leads to the start.
func TestAnySystemKeys(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	starts := []scenario.Scenario{{}, fourComponents(), preset(t, "scenario-b")}
	rapid.Check(t, func(r *rapid.T) {
		start := starts[rapid.IntRange(0, len(starts)-1).Draw(r, "start")]
		size := rapid.SampledFrom([][2]int{{60, 16}, {80, 24}, {200, 60}}).Draw(r, "size")
		a, err := New(Config{Book: book, Scenario: start.Clone(), Start: kit.System, Files: memory{}})
		if err != nil {
			r.Fatal(err)
		}
		deliver(a, tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		p := a.panes[kit.System].(*systemscreen.Pane)
		step := rapid.OneOf(
			rapid.Map(rapid.SampledFrom(systemKeys), func(key string) []string { return []string{key} }),
			rapid.SampledFrom(systemMoves),
		)
		for _, key := range slices.Concat(rapid.SliceOfN(step, 1, 40).Draw(r, "steps")...) {
			if slices.Contains([]string{"tab", "shift+tab", "1", "2", "3"}, key) && a.focus().Scope() != keys.ScopeDialog {
				continue // would lead to another screen
			}
			press(a, key)
			frameFits(r, a)
			requireSound(r, a, p)
		}
		requireReadBack(r, a.ctx.Session.Scenario)
		for a.ctx.Session.Undo() {
			a.refresh()
		}
		if !scenariotest.Same(a.ctx.Session.Scenario, start) {
			r.Fatalf("undoing everything leads to\n%s", scenariofile.Encode(a.ctx.Session.Scenario))
		}
		for a.ctx.Session.Redo() {
			a.refresh()
		}
		requireReadBack(r, a.ctx.Session.Scenario)
	})
}

// frameFits fails where a frame is larger than its window.
func frameFits(r *rapid.T, a *App) {
	r.Helper()
	lines := strings.Split(a.Frame(), "\n")
	if len(lines) > a.h {
		r.Fatalf("%d lines in a window of %d", len(lines), a.h)
	}
	for _, line := range lines {
		if w := ansi.StringWidth(line); w > a.w {
			r.Fatalf("%d cells in a window of %d: %q", w, a.w, ansi.Strip(line))
		}
	}
}

// requireSound checks what the table promises: every component is on one line,
// and what is chosen is in sight.
func requireSound(r *rapid.T, a *App, p *systemscreen.Pane) {
	r.Helper()
	if a.window != nil || p.Form != nil || p.Detail == systemscreen.DetailLarge {
		return
	}
	if p.Filter == "" && len(p.LineCount) != len(p.Rows) {
		r.Fatalf("%d lines of %d components", len(p.LineCount), len(p.Rows))
	}
	seen := map[int]bool{}
	for _, i := range p.LineCount {
		if seen[i] {
			r.Fatalf("component %d is there twice", i)
		}
		seen[i] = true
	}
	if line := p.Line(); len(p.LineCount) > 0 && (line < p.Top || line >= p.Top+p.Room()) {
		r.Fatalf("line %d is not in sight of %d to %d", line, p.Top, p.Top+p.Room())
	}
	if len(p.Rows) != len(p.Session.Result.Resolved.Workload.Components) {
		r.Fatal("the table is stale")
	}
}

// requireReadBack fails where a scenario is not read as it is written.
func requireReadBack(r *rapid.T, s scenario.Scenario) {
	r.Helper()
	data := scenariofile.Encode(s)
	back, err := scenariofile.Decode("f.yaml", data)
	if err != nil {
		r.Fatalf("%v in\n%s", err, data)
	}
	if again := scenariofile.Encode(back); string(again) != string(data) {
		r.Fatalf("written\n%s\nread and written\n%s", data, again)
	}
}
