package tui

import (
	"strings"
	"testing"

	checklistscreen "runwhere/tui/checklist"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/window"
)

// everyFocus opens each thing that can have the focus, one for each scope.
var everyFocus = map[keys.Scope]struct {
	start kit.Screen
	keys  []string
}{
	keys.ScopeChecklist: {kit.Checklist, nil}, keys.ScopeScore: {kit.Checklist, nil}, keys.ScopeForm: {kit.System, []string{"enter"}},
	keys.ScopeSystem: {kit.System, nil}, keys.ScopeFilter: {kit.System, []string{"/"}}, keys.ScopeCalls: {kit.System, []string{"l"}},
	keys.ScopeFinder: {kit.System, []string{"l", "a"}}, keys.ScopeLab: {kit.Lab, nil}, keys.ScopeDialog: {kit.Lab, []string{"down", "="}},
	keys.ScopePicker: {kit.Lab, []string{"w"}}, keys.ScopeBill: {kit.Lab, []string{"x"}}, keys.ScopePlatforms: {kit.Lab, []string{"v"}},
	keys.ScopeReading: {kit.Lab, []string{"z"}}, keys.ScopeGrowth: {kit.Lab, []string{"g"}}, keys.ScopeSplit: {kit.Split, nil},
	keys.ScopeComponent: {kit.Split, []string{"enter"}}, keys.ScopeFigures: {kit.Split, []string{"c"}}, keys.ScopeSplitPage: {kit.Split, []string{"f"}},
	keys.ScopeVerdict: {kit.Verdict, nil}, keys.ScopeHelp: {kit.Lab, []string{"?"}},
}

// openFocus is a program in which a scope has the focus.
func openFocus(t *testing.T, scope keys.Scope) *App {
	t.Helper()
	open, ok := everyFocus[scope]
	if !ok {
		t.Fatalf("nothing opens %s", scope)
	}
	a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: open.start}, 120, 60)
	press(a, open.keys...)
	if scope == keys.ScopeScore {
		a.panes[kit.Checklist].(*checklistscreen.Pane).Show(checklistscreen.ScoreStep)
	}
	if a.focus().Scope() != scope {
		t.Fatalf("the focus is in %s:\n%s", a.focus().Scope(), plain(a))
	}
	return a
}

// TestHelpIsOfWhatHasTheFocus: help lists the keys of what had the focus and
// those that hold everywhere, and no others; the bar below it has help's own;
// closing it leads back to what was on show. F1 opens it where ? is text.
func TestHelpIsOfWhatHasTheFocus(t *testing.T) {
	t.Parallel()
	for _, scope := range allScopes() {
		if scope == keys.Global {
			continue
		}
		t.Run(string(scope), func(t *testing.T) {
			t.Parallel()
			a := openFocus(t, scope)
			before := plain(a)
			if scope == keys.ScopeHelp {
				before = plain(newApp(t, Config{Scenario: preset(t, "hybrid"), Start: kit.Lab}, 120, 60))
			}
			press(a, "f1")
			if scope == keys.ScopeHelp { // it closes the help
				press(a, "f1", "f1")
			} else {
				onlyHelpOf(t, a, scope)
				press(a, "esc")
			}
			if got := plain(a); got != before {
				t.Errorf("closing the help leads to\n%s\nbefore it was\n%s", got, before)
			}
		})
	}
}

// onlyHelpOf fails unless the help on show has every key of the scope and none
// of another one.
func onlyHelpOf(t *testing.T, a *App, scope keys.Scope) {
	t.Helper()
	frame := plain(a)
	if !strings.Contains(frame, "Help: "+string(scope)) {
		t.Fatalf("no help of %s:\n%s", scope, frame)
	}
	said := map[string]bool{}
	for _, line := range a.window.(*window.Help).Text() {
		said[strings.Join(strings.Fields(plainLine(line)), " ")] = true
	}
	lines := 3 // two headings and a line between them
	for i := range keys.Bindings {
		b := &keys.Bindings[i]
		if b.Scope != scope && b.Scope != keys.Global || len(keys.Holding(b, scope)) == 0 {
			continue
		}
		lines++
		line := strings.Join(strings.Fields(keys.KeyNames(b, scope)+" "+b.Help), " ")
		if !said[line] {
			t.Errorf("%s of %s is not listed as %q", b.Action, b.Scope, line)
		}
	}
	if got := len(a.window.(*window.Help).Text()); got != lines {
		t.Errorf("the help has %d lines, want the %d of %s and of everywhere", got, lines, scope)
	}
	bar := strings.Split(frame, "\n")[a.h-1]
	for _, key := range strings.Split(strings.TrimSpace(bar), "  ") {
		name, _, _ := strings.Cut(key, " ")
		if action, ok := keys.Lookup(keys.ScopeHelp, strings.NewReplacer("↑↓", "down").Replace(name)); !ok {
			t.Errorf("the bar of the help names %q, which is %q", name, action)
		}
	}
}

// TestEveryListedKeyMeansWhatItIsListedFor: a key of a bar or of help is not
// taken by another binding of the same scope.
func TestEveryListedKeyMeansWhatItIsListedFor(t *testing.T) {
	t.Parallel()
	for _, scope := range allScopes() {
		seen := map[string]keys.Action{}
		for _, b := range barBindings(scope) {
			for _, key := range keys.Holding(b, scope) {
				if other, twice := seen[key]; twice {
					t.Errorf("%s: %s is %s and %s", scope, key, other, b.Action)
				}
				seen[key] = b.Action
				if action, _ := keys.Lookup(scope, key); action != b.Action {
					t.Errorf("%s: %s is %s, not %s", scope, key, action, b.Action)
				}
			}
			if b.Label(scope) == "" {
				t.Errorf("%s: %s is in the bar without a key", scope, b.Action)
			}
		}
	}
}
