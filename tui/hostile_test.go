package tui

import (
	"regexp"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"runwhere/costs/pricebook"
	"runwhere/tui/kit"
)

// hostileText has a window title, the clipboard, a screen that is cleared, colours,
// an eight-bit control, a line break and an override.
const hostileText = "x\x1b]0;PWNED\a\x1b]52;c;cHduZWQ=\a\x1b[2J\x1b[31;5mred\u009b31m\r\n\x7f\u202e\u2066\xff"

// foreign matches what no frame may hold but our own colours.
var foreign = regexp.MustCompile("[\x00-\x09\x0b-\x1f\x7f\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")

var ourColours = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// hostileBook has a private price on every line of a bill, with hostile words.
func hostileBook(t *testing.T) *pricebook.Book {
	t.Helper()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	const quoted = `"x\e]0;PWNED\a\e]52;c;cHduZWQ=\a\e[2J\e[31;5mred\x9b31m\r\n\x7f\u202e\u2066"`
	overlay := "provider: aws\ncollected: 2026-10-02\nsources: {s: " + quoted + "}\nprices:\n" +
		"  - {id: lambda.requests, usd: {us-east-1: 0.0000001}, source: s, as_of: 2026-10-01, note: " + quoted + "}\n" +
		"  - {id: lambda.duration.x86, usd: {us-east-1: 0.00001}, source: s, as_of: 2026-10-01, note: " + quoted + "}\n" +
		"discounts: [{match: \"*\", percent: 9, source: s, as_of: 2026-10-01}]\n"
	laid, err := book.Overlay("dir/"+hostileText, []byte(overlay))
	if err != nil {
		t.Fatal(err)
	}
	return laid
}

// No frame sends what a terminal acts on, whichever window is open and whatever
// its text came from; it is shown, and the frame keeps its size.
func TestNoFrameActsOnATerminal(t *testing.T) {
	t.Parallel()
	shown := map[string]bool{}
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a := newApp(t, Config{Book: hostileBook(t), Scenario: preset(t, "hybrid"), File: hostileText, Start: kit.Lab}, size[0], size[1])
		check := func(what string) {
			frame := a.Frame()
			if at := foreign.FindString(ourColours.ReplaceAllString(frame, "")); at != "" {
				t.Errorf("%s at %v: the frame has %q", what, size, at)
			}
			lines := strings.Split(frame, "\n")
			if len(lines) != size[1] {
				t.Errorf("%s at %v: %d lines", what, size, len(lines))
			}
			for _, line := range lines {
				if ansi.StringWidth(line) > size[0] {
					t.Errorf("%s at %v: a line is too wide: %q", what, size, line)
				}
			}
			for _, part := range []string{"<U+001B>", "<U+202E>"} {
				if strings.Contains(frame, part) {
					shown[part] = true
				}
			}
			if strings.ContainsFunc(a.View().WindowTitle, func(r rune) bool { return r < ' ' }) {
				t.Errorf("the title is %q", a.View().WindowTitle)
			}
			if strings.Contains(frame, "\x1b[31;5m") {
				t.Errorf("%s at %v: foreign colours", what, size)
			}
		}
		check("lab")
		press(a, "x")
		for range 20 {
			check("a line of the bill")
			if strings.Contains(a.Frame(), "private rate") {
				shown["private rate"] = true
			}
			press(a, "down")
		}
		press(a, "esc")
		for _, screen := range []string{"1", "2", "3", "4", "5"} {
			press(a, screen)
			check(screen)
			for range 12 {
				press(a, "down", "enter")
				check(screen + " opened")
				deliver(a, tea.PasteMsg{Content: hostileText})
				check(screen + " pasted")
				press(a, "esc")
			}
		}
		for _, key := range []string{"ctrl+s", "?", "esc", "ctrl+o", "esc", "w", "esc", "/", "esc", "p", "esc", "b", "esc"} {
			press(a, key)
			check(key)
			deliver(a, tea.PasteMsg{Content: hostileText})
			check(key + " pasted")
		}
		press(a, "ctrl+s")
		check("saved")
	}
	if len(shown) != 3 {
		t.Errorf("what was hostile is not shown: %v", shown)
	}
}
