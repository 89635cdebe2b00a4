package ask

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

func TestTyped(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		what         string
		msg          tea.Msg
		used, limit  int
		taken, about string
	}{
		{"a letter", keypress("a"), 9, 10, "a", ""},
		{"a letter too many", keypress("a"), 10, 10, "", "no more than 10 characters fit"},
		{"no text", keypress("left"), 10, 10, "", ""},
		{"a paste that just fits", tea.PasteMsg{Content: "abc"}, 7, 10, "abc", ""},
		{"a paste that does not", tea.PasteMsg{Content: "abcd"}, 7, 10, "", "4 characters were pasted and 3 fit: nothing was taken"},
		{"a huge paste", tea.PasteMsg{Content: strings.Repeat("x", 20_000)}, 0, 200, "", "20,000 characters were pasted and 200 fit: nothing was taken"},
		{"the end of a line", tea.PasteMsg{Content: "abc\r\n"}, 0, 10, "abc", ""},
		{"several lines", tea.PasteMsg{Content: "a\r\nb\nc\n"}, 0, 10, "", "3 lines were pasted and one fits: nothing was taken"},
		{"old line breaks", tea.PasteMsg{Content: "a\rb"}, 0, 10, "", "2 lines were pasted and one fits: nothing was taken"},
		{"a tab", tea.PasteMsg{Content: "a\tb"}, 0, 10, "a b", ""},
		{"escape codes", tea.PasteMsg{Content: "a\x1b[31mb\x07"}, 0, 10, "ab", "characters that no line can show were left out"},
		{"a title for the terminal", tea.PasteMsg{Content: "a\x1b]0;gotcha\x07b"}, 0, 10, "ab", "characters that no line can show were left out"},
		{"a text that runs backwards", tea.PasteMsg{Content: "a\u202eb"}, 0, 10, "ab", "characters that no line can show were left out"},
		{"no valid text", tea.PasteMsg{Content: "a\xffb"}, 0, 10, "ab", "characters that no line can show were left out"},
		{"one grapheme of 10,001 characters", tea.PasteMsg{Content: "e" + strings.Repeat("\u0301", 10_000)}, 0, 200, "", "10,001 characters were pasted and 200 fit: nothing was taken"},
		{"combining characters", tea.PasteMsg{Content: "e\u0301"}, 0, 10, "e\u0301", ""},
	} {
		if taken, about := Typed(c.msg, c.used, c.limit); taken != c.taken || about != c.about {
			t.Errorf("%s: %q %q, want %q %q", c.what, taken, about, c.taken, c.about)
		}
	}
}

// TestTypedFits: whatever is pasted, what is taken fits and is one line.
func TestTypedFits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		pasted := drawText(r, "paste")
		limit := rapid.IntRange(0, 30).Draw(r, "limit")
		used := rapid.IntRange(0, limit).Draw(r, "used")
		taken, about := Typed(tea.PasteMsg{Content: pasted}, used, limit)
		if used+utf8.RuneCountInString(taken) > limit || strings.ContainsAny(taken, "\r\n\x1b\u2028") {
			r.Fatalf("%q gives %q", pasted, taken)
		}
		if taken != strings.Trim(strings.ReplaceAll(pasted, "\t", " "), "\r\n\u0085\u2028\u2029") && about == "" {
			r.Fatalf("%q gives %q without a word", pasted, taken)
		}
	})
}

// TestFormRefusesALongPaste: the field says so until the next key, and keeps
// what it had. The length of what it holds is what makes ctrl+w slow.
func TestFormRefusesALongPaste(t *testing.T) {
	t.Parallel()
	f := NewForm("", []Field{{Key: "a", Title: "Name", Value: "orders"}, {Key: "b", Title: "Requests", Limit: NumberLimit}}, nil, 76, 10)
	f.Update(tea.PasteMsg{Content: strings.Repeat("x ", 10_000)})
	if !strings.Contains(text(f), "! 20,000 characters were pasted and 194 fit: nothing was taken") {
		t.Fatalf("no word about it:\n%s", text(f))
	}
	press(f, "ctrl+w", "down")
	if strings.Contains(text(f), "pasted") {
		t.Fatalf("still said:\n%s", text(f))
	}
	f.Update(tea.PasteMsg{Content: strings.Repeat("1", NumberLimit+1)})
	if !strings.Contains(text(f), "61 characters were pasted and 60 fit") {
		t.Fatalf("a number may be longer than its limit:\n%s", text(f))
	}
	press(f, "ctrl+s")
	wantForm(t, f, Done, map[string]string{}, map[string][]string{})
}
