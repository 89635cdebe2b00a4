package tui

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
	checklistscreen "runwhere/tui/checklist"
	"runwhere/tui/kit"
	"runwhere/tui/plot"
)

// screenKeys are keys that mean something on the checklist and on the system.
var screenKeys = []string{
	"1", "2", "3", "4", "9", "0", "enter", "esc", "left", "right", "up", "down", "space", "backspace", "delete", "home", "end",
	"pgup", "pgdown", "=", "y", "n", "a", "e", "c", "d", "x", "u", "ctrl+r", "tab", "shift+tab", "?", "M", "m", "s", "q", "-", "ctrl+s", "t",
}

// exactPane fails unless a pane's lines fill its cells exactly.
func exactPane(t interface {
	Helper()
	Fatalf(string, ...any)
}, p kit.Pane, w, h int,
) {
	t.Helper()
	lines := p.Lines()
	if len(lines) != h {
		t.Fatalf("%d lines in %d×%d", len(lines), w, h)
	}
	for i, line := range lines {
		if got := ansi.StringWidth(line); got != w {
			t.Fatalf("line %d has %d cells in %d×%d: %q", i, got, w, h, ansi.Strip(line))
		}
	}
}

// TestScreensHoldAtAnySizeAndKeys: whatever is pressed at whatever size, the
// two screens fill their cells exactly, and with ASCII only where that was
// asked for.
func TestScreensHoldAtAnySizeAndKeys(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	presets := []scenario.Scenario{{}, preset(t, "hybrid"), preset(t, "scenario-b")}
	rapid.Check(t, func(t *rapid.T) {
		alphabet := rapid.SampledFrom([]plot.Alphabet{plot.Braille, plot.ASCII}).Draw(t, "alphabet")
		start := rapid.SampledFrom([]kit.Screen{kit.Checklist, kit.System}).Draw(t, "screen")
		scenario := rapid.SampledFrom(presets).Draw(t, "scenario")
		a, err := New(Config{Book: book, Scenario: scenario, Files: memory{}, Start: start, Alphabet: alphabet})
		if err != nil {
			t.Fatalf("%v", err)
		}
		for range 3 {
			w, h := rapid.IntRange(kit.MinWidth, 200).Draw(t, "w"), rapid.IntRange(kit.MinHeight, 60).Draw(t, "h")
			deliver(a, tea.WindowSizeMsg{Width: w, Height: h})
			drain(a, a.show(start))
			for _, key := range rapid.SliceOfN(rapid.SampledFrom(screenKeys), 0, 8).Draw(t, "keys") {
				press(a, key)
			}
			exactPane(t, a.panes[start], w, h-3)
			if frame := a.Frame(); alphabet == plot.ASCII && strings.IndexFunc(frame, func(r rune) bool { return r > '~' }) >= 0 {
				t.Fatalf("not ASCII:\n%s", ansi.Strip(frame))
			}
		}
	})
}

// TestEverySizeShowsTheChoices: the choices of a question are never hidden.
func TestEverySizeShowsTheChoices(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{60, 16}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		a := newApp(t, Config{Start: kit.Checklist}, size[0], size[1])
		for range checklist.Questions {
			pane := a.panes[kit.Checklist].(*checklistscreen.Pane)
			q, _ := pane.QuestionOf(pane.Step)
			for i, c := range q.Choices {
				first, _, _ := strings.Cut(c.Label, " ")
				shows(t, a, fmt.Sprintf("%d  %s", i+1, first))
			}
			exactPane(t, a.panes[kit.Checklist], size[0], size[1]-3)
			press(a, "space")
		}
	}
}
