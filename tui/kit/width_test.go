package kit

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"runwhere/tui/plot"
)

// TestNarrowSigns holds every sign that is counted at a glance against the table
// of widths that terminals follow.
func TestNarrowSigns(t *testing.T) {
	t.Parallel()
	for r := rune(0x80); r < 0x20000; r++ {
		if narrow(r) && ansi.StringWidth(string(r)) != 1 {
			t.Errorf("%q takes %d cells", r, ansi.StringWidth(string(r)))
		}
	}
}

// TestWidth: counting at a glance is what taking a line apart comes to, also
// where a sign joins with its neighbours or a sequence is not one of colour.
func TestWidth(t *testing.T) {
	t.Parallel()
	pieces := []string{
		"a", "│", "⣿", "·", "…", "—", "é", "e\u0301", "中", "👩‍💻", "●\ufe0f", "▸\u200d", "\u200d", "\u00a0", "\u00ad", "\t", "\n",
		"\x1b[31m", "\x1b[38;2;1;2;3;1m", "\x1b[m", "\x1b[2J", "\x1b", "\x1b]0;title\a", "\x9b", "\xff", "\u0301", "\u009b31m",
	}
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
		if got, want := Width(line), ansi.StringWidth(line); got != want {
			t.Fatalf("%q takes %d cells, is said to take %d", line, want, got)
		}
	})
}

// TestStyleRenders: what was asked once is what lipgloss would render anew.
func TestStyleRenders(t *testing.T) {
	t.Parallel()
	for _, dark := range []bool{true, false} {
		s := NewStyles(dark, plot.Braille)
		for _, style := range []Style{s.Text, s.Title, s.Selected, s.Default, s.Default.Bold(), Style{}.Bold()} {
			for _, text := range []string{"", " ", "one line", "two\nlines of it", "a\ttab", "a\r\nreturn", "\x1b[1mnested\x1b[m", "中"} {
				if got, want := style.Render(text), style.look.Render(text); got != want {
					t.Errorf("%q is rendered %q, by lipgloss %q", text, got, want)
				}
			}
		}
	}
	for _, text := range []string{"", "as it is"} {
		if got := (Style{}).Render(text); got != lipgloss.NewStyle().Render(text) {
			t.Errorf("no style makes %q of %q", got, text)
		}
	}
}
