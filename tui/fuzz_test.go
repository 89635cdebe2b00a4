package tui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// fuzzKeys are the keys that a byte of a script stands for, by its value. Bytes
// beyond them are the letters that they are. Suspend, and ctrl+v, which reads
// the clipboard of the machine, are left out.
var fuzzKeys = func() []string {
	names := []string{
		"enter", "esc", "tab", "shift+tab", "space", "up", "down", "left", "right", "shift+left", "shift+right",
		"backspace", "delete", "home", "end", "pgup", "pgdown", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+a",
	}
	for _, b := range keys.Bindings {
		for _, key := range b.Keys {
			if len(key) > 1 && key != "ctrl+z" && !slices.Contains(names, key) {
				names = append(names, key)
			}
		}
	}
	return names
}()

// The bytes of a script that stand for something else than a key. What they
// need is in the bytes that follow.
const (
	fuzzClick  = 0xf0 + iota // column, row
	fuzzWheel                // column, row; odd is up
	fuzzPaste                // length, text
	fuzzHuge                 // length in thousands, letter
	fuzzResize               // width, height
	fuzzWork                 // the worker ends its task
	fuzzDark                 // the terminal tells its background
)

// fuzzReader reads a script byte by byte; after its end come zeros.
type fuzzReader struct{ script []byte }

func (r *fuzzReader) next() int {
	if len(r.script) == 0 {
		return 0
	}
	b := r.script[0]
	r.script = r.script[1:]
	return int(b)
}

func (r *fuzzReader) text(n int) string {
	n = min(n, len(r.script))
	text := string(r.script[:n])
	r.script = r.script[n:]
	return text
}

// event returns the next message of a script, nil for the end of a task.
func (r *fuzzReader) event() tea.Msg {
	switch b := r.next(); {
	case b == fuzzClick:
		return tea.MouseClickMsg{X: r.next(), Y: r.next(), Button: tea.MouseLeft}
	case b == fuzzWheel:
		button := []tea.MouseButton{tea.MouseWheelDown, tea.MouseWheelUp}[r.next()%2]
		return tea.MouseWheelMsg{X: r.next(), Y: r.next(), Button: button}
	case b == fuzzPaste:
		return tea.PasteMsg{Content: r.text(r.next())}
	case b == fuzzHuge:
		n := 1000 * r.next()
		return tea.PasteMsg{Content: strings.Repeat(r.text(4), n)}
	case b == fuzzResize:
		return tea.WindowSizeMsg{Width: r.next(), Height: r.next()}
	case b == fuzzDark:
		return tea.BackgroundColorMsg{}
	case b == fuzzWork:
		return nil
	case b < ' ' || b >= 0x7f:
		return keyMsg(fuzzKeys[(b%0x7f)%len(fuzzKeys)])
	default:
		return keyMsg(string(rune(b)))
	}
}

// fuzzStarts are the scenarios that a script may begin with.
func fuzzStarts(t testing.TB) []scenario.Scenario {
	return []scenario.Scenario{{}, fourComponents(), preset(t, "saas-api"), withRanges(t, fiveRanges...)}
}

// fuzzScript writes keys as a script; what is no key stands for itself.
func fuzzScript(keys ...string) []byte {
	var script []byte
	for _, key := range keys {
		switch i := slices.Index(fuzzKeys, key); {
		case i >= ' ':
			script = append(script, byte(0x7f+i))
		case i >= 0:
			script = append(script, byte(i))
		default:
			script = append(script, key...)
		}
	}
	return script
}

// FuzzScreens: whatever is pressed, clicked, pasted and however the window
// changes, nothing panics, no frame is larger than its window, and what would be
// saved is read back as it is.
func FuzzScreens(f *testing.F) {
	for start := range uint8(4) {
		for screen := range uint8(kit.ScreenCount) {
			f.Add(start, screen, uint8(80), uint8(24), fuzzScript("down", "right", "enter", "?", "esc", "5", "ctrl+s", "f", "enter"))
		}
	}
	f.Add(uint8(0), uint8(0), uint8(60), uint8(16), fuzzScript("1112111111", "1", "right", "1", "1", "1", "y", "n", "right", "50M", "enter", "ctrl+s"))
	f.Add(uint8(1), uint8(1), uint8(80), uint8(24), fuzzScript("a", "new", "down", "5M", "ctrl+s", "esc", "c", "l", "a", "enter", "2", "ctrl+s", "esc", "d", "u"))
	f.Add(uint8(3), uint8(2), uint8(120), uint8(40), append(fuzzScript("S", "r", "down", "=", "10M", "enter", "s", "enter"), fuzzWork, fuzzWork, fuzzWork, 'y', fuzzWork, 'g', '=', fuzzHuge, 20, 'x', ' ', 'y', 'z'))
	f.Add(uint8(2), uint8(4), uint8(200), uint8(60), []byte{'w', '1', fuzzPaste, 3, 'a', '\n', 'b', 0, fuzzResize, 20, 5, fuzzResize, 100, 30, fuzzClick, 3, 4, fuzzWheel, 1, 2, 3, fuzzDark})
	book, err := pricebook.Embedded()
	if err != nil {
		f.Fatal(err)
	}
	starts := fuzzStarts(f)
	f.Fuzz(func(t *testing.T, start, screen, w, h uint8, script []byte) {
		if len(script) > 80 {
			return
		}
		a, err := New(Config{
			Book: book, Scenario: starts[int(start)%len(starts)].Clone(), Start: kit.Screen(screen) % kit.ScreenCount,
			Files: memory{"f": scenariofile.Encode(preset(t, "scenario-b")), "n": []byte("components: 7")},
		})
		if err != nil {
			t.Fatal(err)
		}
		tasks, r := hold(a), &fuzzReader{script}
		deliver(a, tea.WindowSizeMsg{Width: int(w), Height: int(h)})
		for len(r.script) > 0 {
			msg := r.event()
			if msg != nil && deliver(a, msg) {
				break // it was left
			}
			if msg == nil && len(tasks.list) > 0 {
				one := tasks.list[0]
				tasks.list = tasks.list[1:]
				deliver(a, one.Run())
			}
			requireFits(t, a)
		}
		requireSaves(t, a)
	})
}

// requireFits fails where a frame is larger than its window.
func requireFits(t *testing.T, a *App) {
	t.Helper()
	if a.w == 0 || a.h == 0 {
		return
	}
	lines := strings.Split(a.Frame(), "\n")
	if len(lines) > a.h {
		t.Fatalf("%d lines in a window of %d × %d:\n%s", len(lines), a.w, a.h, plain(a))
	}
	for _, line := range lines {
		if w := ansi.StringWidth(line); w > a.w {
			t.Fatalf("%d cells in a window of %d × %d: %q", w, a.w, a.h, ansi.Strip(line))
		}
	}
}

// requireSaves fails unless what would be saved now, and what was saved last,
// are read as the scenarios that they were.
func requireSaves(t *testing.T, a *App) {
	t.Helper()
	s := a.ctx.Session
	data, err := session.FileOf(s.Doc.Original, s.Scenario)
	if err != nil {
		t.Fatalf("%v: it cannot be saved", err)
	}
	check := func(data []byte, want scenario.Scenario) {
		got, err := scenariofile.Decode("f.yaml", data)
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		if string(scenariofile.Encode(got)) != string(scenariofile.Encode(want)) {
			t.Fatalf("saved\n%s\nread as\n%s\nis\n%s", data, scenariofile.Encode(got), scenariofile.Encode(want))
		}
	}
	check(data, s.Scenario)
	if saved, ok := a.ctx.Files.(memory)[s.Doc.File]; ok {
		check(saved, s.Doc.Saved)
	}
}
