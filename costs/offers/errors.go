package offers

import (
	"fmt"
	"strings"
)

// Error is what is wrong with a file of a publisher.
type Error struct {
	File string
	Key  string // the place: a SKU, a meter, a key of the file; "" for all of it
	Text string // what is wrong, and what is expected
	Err  error  // the cause, where reading failed
}

func (e *Error) Error() string {
	text := e.Text
	if e.Key != "" {
		text = e.Key + ": " + text
	}
	if e.File != "" {
		text = e.File + ": " + text
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

func fail(file, key, format string, args ...any) *Error {
	return &Error{File: file, Key: clip(key), Text: fmt.Sprintf(format, args...)}
}

// clip shortens a text of a file so that an error stays one readable line.
func clip(s string) string {
	s = strings.ToValidUTF8(s, "?")
	if runes := []rune(s); len(runes) > 120 {
		return string(runes[:119]) + "…"
	}
	return s
}
