package quantity

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// InputError says what is wrong with one value that came from outside: where
// it stands, what it is and what is allowed instead. Parts that are not known
// are left empty; Line and Column count from 1.
type InputError struct {
	File    string
	Line    int
	Column  int
	Key     string // components[2].memory
	Value   string
	Problem string
	Allowed string
}

// Error returns one line: `file:line: key: value: what is wrong; what is allowed`.
func (e *InputError) Error() string {
	var parts []string
	switch {
	case e.File != "" && e.Line > 0:
		parts = append(parts, fmt.Sprintf("%s:%d", printable(e.File), e.Line))
	case e.File != "":
		parts = append(parts, printable(e.File))
	case e.Line > 0:
		parts = append(parts, fmt.Sprintf("line %d", e.Line))
	}
	if e.Key != "" {
		parts = append(parts, printable(e.Key))
	}
	if e.Value != "" {
		parts = append(parts, printable(e.Value))
	}
	text := strings.Join(append(parts, e.Problem), ": ")
	if e.Allowed != "" {
		text += "; " + e.Allowed
	}
	return text
}

// longestShown is the number of characters of a value that an error repeats.
const longestShown = 60

// printable makes foreign text fit for one line of a terminal: shortened, and
// quoted where it holds anything but printable characters.
func printable(s string) string {
	if utf8.RuneCountInString(s) > longestShown {
		s = string([]rune(s)[:longestShown]) + "…"
	}
	for _, r := range s {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return strconv.Quote(s)
		}
	}
	return s
}
