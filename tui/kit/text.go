package kit

import (
	"errors"
	"strings"
	"unicode/utf8"

	"charm.land/bubbletea/v2"

	"runwhere/tui/ask"
	"runwhere/tui/session"
)

// Spaces are so many of them.
func Spaces(n int) string { return strings.Repeat(" ", max(0, n)) }

// PlainText replaces signs that an ASCII terminal lacks.
func (s *Styles) PlainText(text string) string {
	if s.Glyphs.Dash != "-" {
		return text
	}
	return inASCII.Replace(text)
}

// Capped keeps at most n lines.
func Capped(lines []string, n int) []string { return lines[:min(n, len(lines))] }

// Edited is the text that narrows a list after a key or a paste, and what is
// to be done about it.
func Edited(text string, msg tea.Msg) (string, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "backspace", "delete":
			letters := []rune(text)
			return string(letters[:max(0, len(letters)-1)]), nil
		case "ctrl+u":
			return "", nil
		case "ctrl+v":
			return text, ask.Paste
		}
	}
	more, notice := ask.Typed(msg, utf8.RuneCountInString(text), ask.SearchLimit)
	if notice != "" {
		return text + more, session.Complain(errors.New(notice))
	}
	return text + more, nil
}
