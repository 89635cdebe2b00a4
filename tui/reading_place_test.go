package tui

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"runwhere/tui/kit"
	splitscreen "runwhere/tui/split"
	verdictscreen "runwhere/tui/verdict"
)

// plainLine is a line without its styles.
func plainLine(line string) string { return ansi.Strip(line) }

// TestAVerdictIsReadFromItsBeginning: when something changed the verdict opens
// at its top; when nothing did it keeps its place.
func TestAVerdictIsReadFromItsBeginning(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "saas-api"), Start: kit.Verdict}, 80, 24)
	pane := a.panes[kit.Verdict].(*verdictscreen.Pane)
	press(a, "end")
	end := pane.Scroll.Top
	press(a, "3", "5")
	if pane.Scroll.Top != end || end == 0 {
		t.Errorf("with nothing changed it opens at line %d, want %d", pane.Scroll.Top, end)
	}
	press(a, "ctrl+t")
	if pane.Scroll.Top != end {
		t.Errorf("the other colours lead to line %d", pane.Scroll.Top)
	}
	press(a, "3", "down", "right", "5")
	if pane.Scroll.Top != 0 {
		t.Errorf("after a change it opens at line %d", pane.Scroll.Top)
	}
	press(a, "end", "u")
	if pane.Scroll.Top != 0 {
		t.Errorf("undo leaves it at line %d", pane.Scroll.Top)
	}
}

// TestEveryReadingWindowIsReadFromItsBeginning: likewise of the windows that
// scroll, when an undo changes what they are about.
func TestEveryReadingWindowIsReadFromItsBeginning(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		start kit.Screen
		key   string
		top   func(a *App) int
	}{
		{kit.Lab, "z", func(a *App) int { return a.window.(*kit.ReadingWindow).Scroll.Top }},
		{kit.Lab, "f", func(a *App) int { return a.window.(*kit.ReadingWindow).Scroll.Top }},
		{kit.Split, "f", func(a *App) int { return a.window.(*splitscreen.Page).Scroll.Top }},
	} {
		a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: c.start}, 80, 24)
		press(a, "t", c.key, "end")
		if c.top(a) == 0 {
			t.Fatalf("%s of %s does not scroll", c.key, kit.ScreenNames[c.start])
		}
		press(a, "ctrl+t")
		if c.top(a) == 0 {
			t.Errorf("%s of %s: the other colours lead to the top", c.key, kit.ScreenNames[c.start])
		}
		press(a, "u")
		if got := c.top(a); got != 0 {
			t.Errorf("%s of %s: undo leaves it at line %d", c.key, kit.ScreenNames[c.start], got)
		}
	}
}
