package tui

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// plainLine is a line without its styles.
func plainLine(line string) string { return ansi.Strip(line) }

// TestAVerdictIsReadFromItsBeginning: when something changed the verdict opens
// at its top; when nothing did it keeps its place.
func TestAVerdictIsReadFromItsBeginning(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "saas-api"), Start: Verdict}, 80, 24)
	pane := a.panes[Verdict].(*verdictPane)
	press(a, "end")
	end := pane.scroll.top
	press(a, "3", "5")
	if pane.scroll.top != end || end == 0 {
		t.Errorf("with nothing changed it opens at line %d, want %d", pane.scroll.top, end)
	}
	press(a, "ctrl+t")
	if pane.scroll.top != end {
		t.Errorf("the other colours lead to line %d", pane.scroll.top)
	}
	press(a, "3", "down", "right", "5")
	if pane.scroll.top != 0 {
		t.Errorf("after a change it opens at line %d", pane.scroll.top)
	}
	press(a, "end", "u")
	if pane.scroll.top != 0 {
		t.Errorf("undo leaves it at line %d", pane.scroll.top)
	}
}

// TestEveryReadingWindowIsReadFromItsBeginning: likewise of the windows that
// scroll, when an undo changes what they are about.
func TestEveryReadingWindowIsReadFromItsBeginning(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		start Screen
		key   string
		top   func(a *App) int
	}{
		{Lab, "z", func(a *App) int { return a.window.(*readingWindow).scroll.top }},
		{Lab, "f", func(a *App) int { return a.window.(*readingWindow).scroll.top }},
		{Split, "f", func(a *App) int { return a.window.(*splitPage).scroll.top }},
	} {
		a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: c.start}, 80, 24)
		press(a, "t", c.key, "end")
		if c.top(a) == 0 {
			t.Fatalf("%s of %s does not scroll", c.key, screenNames[c.start])
		}
		press(a, "ctrl+t")
		if c.top(a) == 0 {
			t.Errorf("%s of %s: the other colours lead to the top", c.key, screenNames[c.start])
		}
		press(a, "u")
		if got := c.top(a); got != 0 {
			t.Errorf("%s of %s: undo leaves it at line %d", c.key, screenNames[c.start], got)
		}
	}
}
