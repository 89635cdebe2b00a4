package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	"runwhere/tui/ask"
	checklistscreen "runwhere/tui/checklist"
	growthscreen "runwhere/tui/growth"
	"runwhere/tui/kit"
	systemscreen "runwhere/tui/system"
)

// textEntries are the ways to every place where text is typed, from the screen
// that they begin on, and the most characters that fit there.
var textEntries = map[string]struct {
	start kit.Screen
	keys  []string
	limit int
}{
	"open a file":           {kit.Lab, []string{"ctrl+o"}, ask.PathLimit},
	"save under a name":     {kit.Lab, []string{"ctrl+s"}, ask.PathLimit},
	"write a report":        {kit.Lab, []string{"w", "1"}, ask.PathLimit},
	"value of a slider":     {kit.Lab, []string{"down", "="}, ask.NumberLimit},
	"goal":                  {kit.Lab, []string{"down", "s"}, ask.TextLimit},
	"value in the growth":   {kit.Lab, []string{"g", "="}, ask.NumberLimit},
	"answer":                {kit.Checklist, []string{"="}, ask.NumberLimit},
	"numbers":               {kit.Checklist, append(times("right", 13), "ctrl+u"), ask.NumberLimit},
	"name of a component":   {kit.System, []string{"a"}, ask.TextLimit},
	"figure of a component": {kit.System, []string{"a", "down"}, ask.NumberLimit},
	"filter":                {kit.System, []string{"/"}, ask.SearchLimit},
	"finder of a call":      {kit.System, []string{"l", "a"}, ask.SearchLimit},
}

// entered is the text of the entry that has the focus.
func entered(a *App) string {
	switch p := a.focus().(type) {
	case *kit.Prompt:
		return p.Input.Value()
	case *growthscreen.PromptOver:
		return p.Input.Value()
	case *kit.Finder:
		return p.Filter
	case *systemscreen.Pane:
		if p.Form == nil {
			return p.Filter
		}
		return ask.Focused(p.Form.Ask)
	case *checklistscreen.Pane:
		return ask.Focused(p.Numbers.Form)
	}
	return ""
}

// TestEveryTextEntryHasALimit: a huge paste is refused with a word about it,
// whatever it is made of, and what fits is taken.
func TestEveryTextEntryHasALimit(t *testing.T) {
	t.Parallel()
	pastes := map[string]string{
		"letters":   strings.Repeat("x", 20_000),
		"words":     strings.Repeat("x ", 10_000),
		"wide":      strings.Repeat("日", 20_000),
		"combining": "e" + strings.Repeat("\u0301", 20_000),
		"emoji":     strings.Repeat("👩\u200d", 10_000),
		"lines":     strings.Repeat("x\n", 20_000),
	}
	for name, entry := range textEntries {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := preset(t, "hybrid")
			if entry.start == kit.Checklist {
				start = scenario.Scenario{}
			}
			a := newApp(t, Config{Start: entry.start, Scenario: start}, 80, 24)
			press(a, entry.keys...)
			for kind, text := range pastes {
				before := entered(a)
				deliver(a, tea.PasteMsg{Content: text})
				if got := entered(a); got != before {
					t.Fatalf("a paste of %s left %d characters", kind, utf8.RuneCountInString(got))
				}
				shows(t, a, "nothing was")
				press(a, "ctrl+w", "ctrl+u")
			}
			for range 3 {
				deliver(a, tea.PasteMsg{Content: strings.Repeat("7", entry.limit/2)})
			}
			if got := entered(a); len(got) != entry.limit/2*2 {
				t.Fatalf("it takes %d characters, want %d", len(got), entry.limit/2*2)
			}
			deliver(a, tea.KeyPressMsg{Code: '7', Text: strings.Repeat("7", 2*entry.limit)})
			press(a, "8", "9", "8")
			if got := entered(a); len(got) != entry.limit {
				t.Fatalf("with letters it takes %d characters, want %d", len(got), entry.limit)
			}
		})
	}
}

// TestPasteReplacesLikeTyping: the first paste into a value replaces it, as the
// first letter does.
func TestPasteReplacesLikeTyping(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Start: kit.Lab, Scenario: preset(t, "hybrid")}, 80, 24)
	press(a, "down", "=")
	deliver(a, tea.PasteMsg{Content: "60M\n"})
	if got := entered(a); got != "60M" {
		t.Errorf("%q, want 60M", got)
	}
}
