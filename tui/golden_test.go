package tui

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/kit"
	"runwhere/tui/plot"
	"runwhere/tui/session"
)

// memory is a disk in memory.
type memory map[string][]byte

func (m memory) Read(path string) ([]byte, error) {
	if data, ok := m[path]; ok {
		return data, nil
	}
	return nil, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
}

func (m memory) Write(path string, data []byte, over session.Over) error {
	_, exists := m[path]
	if err := over.Check(exists, func() ([]byte, error) { return m.Read(path) }); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	m[path] = data
	return nil
}

func (m memory) Same(a, b string) bool { return a == b }

func preset(t testing.TB, name string) scenario.Scenario {
	t.Helper()
	s, err := scenariofile.Preset(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func newApp(t testing.TB, c Config, w, h int) *App {
	t.Helper()
	if c.Book == nil {
		book, err := pricebook.Embedded()
		if err != nil {
			t.Fatal(err)
		}
		c.Book = book
	}
	if c.Files == nil {
		c.Files = memory{}
	}
	a, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	drain(a, a.Init())
	deliver(a, tea.WindowSizeMsg{Width: w, Height: h})
	drain(a, a.show(c.Start))
	return a
}

// deliver gives the model a message and all that follows from it, without a
// program. It reports whether the program was left.
func deliver(a *App, msg tea.Msg) (quit bool) {
	_, cmd := a.Update(msg)
	return drain(a, cmd)
}

// drain runs a command to its end. The messages of a batch and of a sequence
// come in order; their slice types share the shape of tea.BatchMsg.
func drain(a *App, cmd tea.Cmd) (quit bool) {
	if cmd == nil {
		return false
	}
	switch msg := cmd().(type) {
	case nil:
		return false
	case tea.QuitMsg:
		return true
	case tea.BatchMsg:
		for _, c := range msg {
			quit = drain(a, c) || quit
		}
		return quit
	default:
		if cmds, ok := asCommands(msg); ok {
			for _, c := range cmds {
				quit = drain(a, c) || quit
			}
			return quit
		}
		return deliver(a, msg)
	}
}

// press types keys: a name such as "shift+left", or a text of single keys.
func press(a *App, keys ...string) (quit bool) {
	for _, k := range keys {
		quit = deliver(a, keyMsg(k)) || quit
	}
	return quit
}

func plain(a *App) string { return ansi.Strip(a.Frame()) }

// goldenScenario is what each screen is drawn with.
var goldenScenario = map[kit.Screen]string{
	kit.Checklist: "saas-api", kit.System: "hybrid", kit.Lab: "scenario-b", kit.Split: "hybrid", kit.Verdict: "saas-api",
}

var sizes = [][2]int{{80, 24}, {120, 40}, {200, 60}}

// look is how a golden frame is drawn. Colours are compared for each theme
// once; what has none is compared as text.
type look struct {
	name     string
	theme    kit.Theme
	alphabet plot.Alphabet
	colour   bool
}

var looks = []look{
	{"dark", kit.ThemeDark, plot.Braille, true},
	{"light", kit.ThemeLight, plot.Braille, true},
	{"ascii", kit.ThemeDark, plot.ASCII, false},
	{"block", kit.ThemeDark, plot.Block, false},
}

// config starts a scenario on a screen with the look.
func (l look) config(s scenario.Scenario, start kit.Screen) Config {
	return Config{Scenario: s, Start: start, Theme: l.theme, Alphabet: l.alphabet}
}

// requireGolden compares the frame that is on show, and that it has the size
// of its window and the look's alphabet.
func requireGolden(t *testing.T, a *App, l look) {
	t.Helper()
	frame := a.Frame()
	requireSize(t, frame, a.w, a.h)
	if !l.colour {
		frame = ansi.Strip(frame)
	}
	if l.alphabet == plot.ASCII {
		requireASCII(t, frame)
	}
	golden.RequireEqual(t, frame)
}

func TestGoldenFrames(t *testing.T) {
	for screen, name := range goldenScenario {
		for _, size := range sizes {
			for _, look := range looks {
				t.Run(fmt.Sprintf("%s/%dx%d/%s", kit.ScreenNames[screen], size[0], size[1], look.name), func(t *testing.T) {
					requireGolden(t, newApp(t, look.config(preset(t, name), screen), size[0], size[1]), look)
				})
			}
		}
	}
}

func TestGoldenTooSmall(t *testing.T) {
	for _, size := range [][2]int{{59, 16}, {60, 15}, {20, 3}, {1, 1}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			a := newApp(t, Config{Start: kit.Lab}, size[0], size[1])
			requireSize(t, a.Frame(), size[0], size[1])
			golden.RequireEqual(t, a.Frame())
		})
	}
}

func TestGoldenWindows(t *testing.T) {
	for name, keys := range map[string][]string{
		"bill":    {"x", "down"},
		"help":    {"?"},
		"limits":  {"x", "end"},
		"pick":    {"v", "end", "space", "up", "space"},
		"twelve":  {"v", "down", "space", "down", "space", "down", "space", "down", "space", "down", "space", "down", "down", "space", "down", "space", "down", "down", "space", "down", "down", "space", "esc"},
		"exact":   {"=", "8", "0", "0", "m", "s"},
		"presets": {"ctrl+p"},
		"report":  {"w"},
		"quit":    {"right", "q"},
	} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s/%dx%d", name, size[0], size[1]), func(t *testing.T) {
				a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Lab}, size[0], size[1])
				press(a, keys...)
				requireSize(t, a.Frame(), size[0], size[1])
				golden.RequireEqual(t, plain(a))
			})
		}
	}
}

// requireSize fails where a frame is larger than its window.
func requireSize(t testing.TB, frame string, w, h int) {
	t.Helper()
	lines := strings.Split(frame, "\n")
	if len(lines) > h {
		t.Fatalf("%d lines in a window of %d", len(lines), h)
	}
	for i, line := range lines {
		if width := ansi.StringWidth(line); width > w {
			t.Fatalf("line %d has %d cells in a window of %d: %q", i, width, w, ansi.Strip(line))
		}
	}
}

func requireASCII(t testing.TB, frame string) {
	t.Helper()
	for i, line := range strings.Split(frame, "\n") {
		for _, r := range line {
			if r > 126 {
				t.Fatalf("line %d has %q: %s", i, r, line)
			}
		}
	}
}
