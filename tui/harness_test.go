package tui

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
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
