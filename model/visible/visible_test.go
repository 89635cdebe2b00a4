package visible

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestVisible(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		of   func(string) string
		text string
		want string
	}{
		{"plain text", Text, "Größe 5 µs\n\tb", "Größe 5 µs\n\tb"},
		{"a window title", Text, "a\x1b]0;PWN\ab", "a<U+001B>]0;PWN<U+0007>b"},
		{"a return", Text, "a\r\nb", "a<U+000D>\nb"},
		{"an eight-bit control", Text, "a\u009b31m", "a<U+009B>31m"},
		{"a byte of its own", Text, "a\x9b31m\xff", "a<0x9B>31m<0xFF>"},
		{"delete", Text, "a\x7f", "a<U+007F>"},
		{"an override", Text, "a\u202eb\u2066c\u200fd", "a<U+202E>b<U+2066>c<U+200F>d"},
		{"breaks", Text, "a\u2028b\u0085c\ufeff", "a<U+2028>b<U+0085>c<U+FEFF>"},
		{"emoji of several characters", Text, "👩‍💻 ok", "👩‍💻 ok"},
		{"a line", Line, "a\nb\tc", "a<U+000A>b<U+0009>c"},
		{"colours are foreign", Text, "\x1b[31mred\x1b[m", "<U+001B>[31mred<U+001B>[m"},
		{"colours are ours", Styled, "\x1b[31;1mred\x1b[m\x1b[38:2:1:2:3mx", "\x1b[31;1mred\x1b[m\x1b[38:2:1:2:3mx"},
		{"nothing else is", Styled, "\x1b[2J\x1b[?1049l\x1b]52;c;eA==\a\x1b[", "<U+001B>[2J<U+001B>[?1049l<U+001B>]52;c;eA==<U+0007><U+001B>["},
		{"a line with colours", Styled, "\x1b[1ma\nb", "\x1b[1ma<U+000A>b"},
		{"lines with colours", StyledText, "\x1b[1ma\nb", "\x1b[1ma\nb"},
		{"JSON", JSON, "{\n\t\"a\": \"\u202e\u009b\x7fé\"\n}", "{\n\t\"a\": \"\\u202e\\u009b\\u007fé\"\n}"},
	} {
		if got := c.of(c.text); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

// hostile matches what no output may hold: controls but for line breaks and
// tabs, and what turns the direction of writing. It is written down here a second
// time, by number.
var hostile = regexp.MustCompile("[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")

func TestNothingActsOnATerminal(t *testing.T) {
	t.Parallel()
	pieces := []string{"\x1b", "[31m", "[2J", "]0;t\a", "\u009b", "\x9b", "\u202e", "\r", "\n", "\t", "\x00", "é", "中", "👩‍💻", "a", " ", "\xf0\x9f", "\ufeff"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
		for _, of := range []func(string) string{Text, Line} {
			got := of(text)
			if hostile.MatchString(got) || !utf8.ValidString(got) || of(got) != got {
				t.Fatalf("%q becomes %q", text, got)
			}
		}
		if got := Styled(text); hostile.MatchString(regexp.MustCompile(`\x1b\[[0-9;:]*m`).ReplaceAllString(got, "")) {
			t.Fatalf("%q becomes %q", text, got)
		}
		// JSON keeps its data.
		data, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		var before, after string
		if err := json.Unmarshal(data, &before); err != nil {
			t.Fatal(err)
		}
		got := JSON(string(data))
		if err := json.Unmarshal([]byte(got), &after); err != nil || after != before || hostile.MatchString(got) {
			t.Fatalf("%s becomes %s, %v", data, got, err)
		}
	})
}
