package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"runwhere/tui/keys"
	"runwhere/tui/kit"
)

// readingWindows are the keys of the two windows in the lab.
var readingWindows = map[string]string{"coldstarts": "z", "facts": "f"}

func TestGoldenReading(t *testing.T) {
	for name, key := range readingWindows {
		requireParts(t, preset(t, "scenario-b"), kit.Lab, map[string][]string{name: {key}, name + " further": {key, "pgdown"}})
	}
}

// TestReadingCutsNothing reads both windows to the end in a narrow and a wide
// terminal, with a scenario of many components: no line is cut off, so no
// source is.
func TestReadingCutsNothing(t *testing.T) {
	for name, key := range readingWindows {
		for _, size := range everySize {
			for _, scenario := range []string{"hybrid", "scenario-b", "ml-inference"} {
				t.Run(fmt.Sprintf("%s/%dx%d/%s", name, size[0], size[1], scenario), func(t *testing.T) {
					a := newApp(t, Config{Scenario: preset(t, scenario), Start: kit.Lab}, size[0], size[1])
					press(a, key)
					w := a.window.(*kit.ReadingWindow)
					all := ""
					for i, line := range w.Text {
						plain := ansi.Strip(line)
						if width := ansi.StringWidth(plain); width > size[0]-2 {
							t.Errorf("line %d has %d cells of %d: %s", i, width, size[0]-2, plain)
						}
						if strings.Contains(plain, "…") {
							t.Errorf("line %d is cut off: %s", i, plain)
						}
						all += plain + "\n"
					}
					if !strings.Contains(all, "2026-11-23") {
						t.Error("no date of a source")
					}
				})
			}
		}
	}
}

func TestReadingKeys(t *testing.T) {
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Lab}, 80, 24)
	top := func() int { return a.window.(*kit.ReadingWindow).Scroll.Top }
	press(a, "z", "down", "down", "up")
	if top() != 1 {
		t.Errorf("two lines down and one up is line %d", top())
	}
	press(a, "end")
	last := top()
	press(a, "pgdown")
	if top() != last || last == 0 {
		t.Errorf("the end is %d, then %d", last, top())
	}
	press(a, "pgup", "home")
	if top() != 0 {
		t.Errorf("home is line %d", top())
	}
	press(a, "f")
	if w := a.window.(*kit.ReadingWindow); w.Opens != keys.OpenFacts {
		t.Error("f does not go on to the facts")
	}
	for _, key := range []string{"esc", "q", "z"} {
		press(a, "z")
		if press(a, key) || a.window != nil && a.window.(*kit.ReadingWindow).Opens == keys.OpenStarts {
			t.Errorf("%s does not close the window", key)
		}
		a.window = nil
	}
}

// TestReadingFollowsTheSession: what is on show is worked out again when a
// change is taken back, and drawn again in another size or theme.
func TestReadingFollowsTheSession(t *testing.T) {
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Lab}, 120, 40)
	press(a, "right", "z")
	text := func(a *App) string { return strings.Join(a.window.(*kit.ReadingWindow).Text, "\n") }
	before := text(a)
	press(a, "u")
	if text(a) == before {
		t.Error("undo does not reach the window")
	}
	narrow := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Lab}, 80, 24)
	press(narrow, "z")
	a.resize(80, 24)
	if text(a) != text(narrow) {
		t.Error("another size leaves the text as it was")
	}
	drawn := a.window.(*kit.ReadingWindow).Text
	press(a, "ctrl+t")
	if slices.Equal(a.window.(*kit.ReadingWindow).Text, drawn) {
		t.Error("another theme leaves the text as it was")
	}
}

// BenchmarkReadingView is a frame of a window that is open: it only reads.
func BenchmarkReadingView(b *testing.B) {
	for name, key := range readingWindows {
		b.Run(name, func(b *testing.B) {
			a := newApp(b, Config{Scenario: preset(b, "hybrid"), Start: kit.Lab}, 200, 60)
			press(a, key)
			b.ReportAllocs()
			for b.Loop() {
				_ = a.View()
			}
		})
	}
}
