package tui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"runwhere/model/scenario"
	"runwhere/tui/kit"
	"runwhere/tui/plot"
)

// The sizes of golden frames: a frame, with header and bar, is kept of each
// screen in three of them. Everything else is a part: what the screen or window
// itself draws, in one size. Both are drawn in every size, and must fit.
var (
	smallest   = [2]int{60, 16}
	usual      = [2]int{80, 24}
	wide       = [2]int{120, 40}
	widest     = [2]int{200, 60}
	frameSizes = [][2]int{usual, wide, widest}
	everySize  = [][2]int{smallest, usual, wide, widest}
)

// look is how a golden frame is drawn. Colours are compared for each theme
// once; what has none is compared as text.
type look struct {
	name     string
	theme    kit.Theme
	alphabet plot.Alphabet
	colour   bool
}

var (
	dark  = look{"dark", kit.ThemeDark, plot.Braille, true}
	light = look{"light", kit.ThemeLight, plot.Braille, true}
	ascii = look{"ascii", kit.ThemeDark, plot.ASCII, false}
	block = look{"block", kit.ThemeDark, plot.Block, false}
)

// state is what is on show: a scenario on a screen after some keys.
type state struct {
	scenario scenario.Scenario
	start    kit.Screen
	keys     []string
}

// open leads to the state in a window.
func (s state) open(t testing.TB, l look, size [2]int) *App {
	t.Helper()
	a := newApp(t, Config{Scenario: s.scenario, Start: s.start, Theme: l.theme, Alphabet: l.alphabet}, size[0], size[1])
	press(a, s.keys...)
	return a
}

// requireFrame compares the whole frame with the one that is kept.
func (s state) requireFrame(t *testing.T, l look, size [2]int) {
	t.Helper()
	requireGolden(t, l, s.open(t, l, size).Frame())
}

// requirePart compares the part with the one that is kept.
func (s state) requirePart(t *testing.T, l look, size [2]int) {
	t.Helper()
	requireGolden(t, l, s.part(t, l, size))
	s.requireFits(t)
}

// part is what the screen or the window on show draws itself, and what was said
// to the last key.
func (s state) part(t *testing.T, l look, size [2]int) string {
	t.Helper()
	a := s.open(t, l, size)
	frame := a.Frame()
	requireSize(t, frame, size[0], size[1])
	lines, body := strings.Split(frame, "\n"), a.layout.Body
	part := lines[body.Y : body.Y+body.H]
	if said := lines[a.layout.Status.Y]; strings.TrimSpace(ansi.Strip(said)) != "" {
		part = append(part, said)
	}
	return strings.Join(part, "\n")
}

func requireGolden(t *testing.T, l look, drawn string) {
	t.Helper()
	if !l.colour {
		drawn = ansi.Strip(drawn)
	}
	golden.RequireEqual(t, drawn)
}

// requireFits draws the state in every size in plain ASCII.
func (s state) requireFits(t *testing.T) {
	t.Helper()
	a := s.open(t, ascii, smallest)
	for _, size := range everySize {
		a.resize(size[0], size[1])
		frame := a.Frame()
		requireSize(t, frame, size[0], size[1])
		requireASCII(t, ansi.Strip(frame))
	}
}

// requireParts compares states of one screen in the usual size, and those that
// are drawn in another way where there is room in a wide one too.
func requireParts(t *testing.T, of scenario.Scenario, start kit.Screen, states map[string][]string, roomy ...string) {
	t.Helper()
	for name, keys := range states {
		t.Run(name, func(t *testing.T) { state{of, start, keys}.requirePart(t, dark, usual) })
	}
	for _, name := range roomy {
		t.Run(name+" wide", func(t *testing.T) { state{of, start, states[name]}.requirePart(t, dark, wide) })
	}
}

// TestGoldenFrames keeps each screen in the three sizes in dark, and once in
// each other look; in another size a look is the same picture.
func TestGoldenFrames(t *testing.T) {
	for screen, name := range map[kit.Screen]string{
		kit.Checklist: "saas-api", kit.System: "hybrid", kit.Lab: "scenario-b", kit.Split: "hybrid", kit.Verdict: "saas-api",
	} {
		s := state{preset(t, name), screen, nil}
		kept := func(l look, size [2]int) {
			t.Run(fmt.Sprintf("%s/%dx%d/%s", kit.ScreenNames[screen], size[0], size[1], l.name), func(t *testing.T) { s.requireFrame(t, l, size) })
		}
		for _, size := range frameSizes {
			kept(dark, size)
		}
		kept(light, wide)
		kept(ascii, usual)
		if screen == kit.Lab {
			kept(block, wide)
		}
		t.Run(kit.ScreenNames[screen], s.requireFits)
		t.Run(kit.ScreenNames[screen]+"/light", func(t *testing.T) {
			a, b := s.open(t, dark, usual), s.open(t, light, usual)
			for _, size := range everySize {
				a.resize(size[0], size[1])
				b.resize(size[0], size[1])
				if plain(a) != plain(b) {
					t.Errorf("in %v dark and light differ by more than their colours:\n%s\n%s", size, plain(a), plain(b))
				}
			}
		})
	}
}

// TestGoldenBars keeps the bar of everything that can have the focus, as far as
// it goes in the usual and in the widest window.
func TestGoldenBars(t *testing.T) {
	var bars strings.Builder
	for _, scope := range slices.Sorted(maps.Keys(everyFocus)) {
		a := openFocus(t, scope)
		fmt.Fprintf(&bars, "%s\n", scope)
		for _, size := range [][2]int{usual, widest} {
			a.resize(size[0], size[1])
			fmt.Fprintf(&bars, "%s\n", strings.TrimRight(ansi.Strip(a.helpBar()), " "))
		}
	}
	golden.RequireEqual(t, bars.String())
}

// TestTooSmall: a window without room says so as far as that has room, and what
// it needs.
func TestTooSmall(t *testing.T) {
	t.Parallel()
	for size, want := range map[[2]int]string{
		{59, 16}: "runwhere needs 60×16; this window is 59×16",
		{60, 15}: "runwhere needs 60×16; this window is 60×15",
		{20, 3}:  "runwhere needs 60×16",
		{1, 1}:   "r",
	} {
		a := newApp(t, Config{Start: kit.Lab}, size[0], size[1])
		requireSize(t, a.Frame(), size[0], size[1])
		if got := strings.TrimSpace(plain(a)); got != want {
			t.Errorf("%v says %q, want %q", size, got, want)
		}
	}
}

// TestGoldenWindows shows what opens over the lab.
func TestGoldenWindows(t *testing.T) {
	requireParts(t, preset(t, "scenario-b"), kit.Lab, map[string][]string{
		"bill":    {"x", "down"},
		"parity":  {"x", "right", "right", "right", "right"},
		"help":    {"?"},
		"limits":  {"x", "end"},
		"pick":    {"v", "end", "space", "up", "space"},
		"twelve":  {"v", "down", "space", "down", "space", "down", "space", "down", "space", "down", "space", "down", "down", "space", "down", "space", "down", "down", "space", "down", "down", "space", "esc"},
		"exact":   {"=", "8", "0", "0", "m", "s"},
		"presets": {"ctrl+p"},
		"report":  {"w"},
		"quit":    {"right", "q"},
	}, "bill", "twelve")
}
