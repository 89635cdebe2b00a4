package tui

import (
	"strings"
	"testing"
)

// everyFocus opens each thing that can have the focus, one for each scope.
var everyFocus = map[Scope]struct {
	start Screen
	keys  []string
}{
	ScopeChecklist: {Checklist, nil}, ScopeScore: {Checklist, nil}, ScopeForm: {System, []string{"enter"}},
	ScopeSystem: {System, nil}, ScopeFilter: {System, []string{"/"}}, ScopeCalls: {System, []string{"l"}},
	ScopeFinder: {System, []string{"l", "a"}}, ScopeLab: {Lab, nil}, ScopeDialog: {Lab, []string{"down", "="}},
	ScopePicker: {Lab, []string{"w"}}, ScopeBill: {Lab, []string{"x"}}, ScopePlatforms: {Lab, []string{"v"}},
	ScopeReading: {Lab, []string{"z"}}, ScopeGrowth: {Lab, []string{"g"}}, ScopeSplit: {Split, nil},
	ScopeComponent: {Split, []string{"enter"}}, ScopeFigures: {Split, []string{"c"}}, ScopeSplitPage: {Split, []string{"f"}},
	ScopeVerdict: {Verdict, nil}, ScopeHelp: {Lab, []string{"?"}},
}

// TestHelpIsOfWhatHasTheFocus: help lists the keys of what had the focus and
// those that hold everywhere, and no others; the bar below it has help's own;
// closing it leads back to what was on show. F1 opens it where ? is text.
func TestHelpIsOfWhatHasTheFocus(t *testing.T) {
	t.Parallel()
	for _, scope := range allScopes() {
		if scope == Global {
			continue
		}
		t.Run(string(scope), func(t *testing.T) {
			t.Parallel()
			open, ok := everyFocus[scope]
			if !ok {
				t.Fatal("nothing opens it")
			}
			a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: open.start}, 120, 60)
			press(a, open.keys...)
			if scope == ScopeScore {
				a.panes[Checklist].(*checklistPane).show(scoreStep)
			}
			if a.focus().Scope() != scope {
				t.Fatalf("the focus is in %s:\n%s", a.focus().Scope(), plain(a))
			}
			before := plain(a)
			if scope == ScopeHelp {
				before = plain(newApp(t, Config{Scenario: preset(t, "hybrid"), Start: Lab}, 120, 60))
			}
			press(a, "f1")
			if scope == ScopeHelp { // it closes the help
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
func onlyHelpOf(t *testing.T, a *App, scope Scope) {
	t.Helper()
	frame := plain(a)
	if !strings.Contains(frame, "Help: "+string(scope)) {
		t.Fatalf("no help of %s:\n%s", scope, frame)
	}
	said := map[string]bool{}
	for _, line := range a.window.(*helpWindow).text() {
		said[strings.Join(strings.Fields(plainLine(line)), " ")] = true
	}
	lines := 3 // two headings and a line between them
	for i := range Bindings {
		b := &Bindings[i]
		if b.Scope != scope && b.Scope != Global || len(holding(b, scope)) == 0 {
			continue
		}
		lines++
		line := strings.Join(strings.Fields(keyNames(b, scope)+" "+b.Help), " ")
		if !said[line] {
			t.Errorf("%s of %s is not listed as %q", b.Action, b.Scope, line)
		}
	}
	if got := len(a.window.(*helpWindow).text()); got != lines {
		t.Errorf("the help has %d lines, want the %d of %s and of everywhere", got, lines, scope)
	}
	bar := strings.Split(frame, "\n")[a.h-1]
	for _, key := range strings.Split(strings.TrimSpace(bar), "  ") {
		name, _, _ := strings.Cut(key, " ")
		if action, ok := lookup(ScopeHelp, strings.NewReplacer("↑↓", "down").Replace(name)); !ok {
			t.Errorf("the bar of the help names %q, which is %q", name, action)
		}
	}
}

// TestEveryListedKeyMeansWhatItIsListedFor: a key of a bar or of help is not
// taken by another binding of the same scope.
func TestEveryListedKeyMeansWhatItIsListedFor(t *testing.T) {
	t.Parallel()
	for _, scope := range allScopes() {
		seen := map[string]Action{}
		for _, b := range barBindings(scope) {
			for _, key := range holding(b, scope) {
				if other, twice := seen[key]; twice {
					t.Errorf("%s: %s is %s and %s", scope, key, other, b.Action)
				}
				seen[key] = b.Action
				if action, _ := lookup(scope, key); action != b.Action {
					t.Errorf("%s: %s is %s, not %s", scope, key, action, b.Action)
				}
			}
			if b.Label(scope) == "" {
				t.Errorf("%s: %s is in the bar without a key", scope, b.Action)
			}
		}
	}
}
