package ask

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"
	"github.com/charmbracelet/x/ansi"
	"github.com/dustin/go-humanize"

	"runwhere/model/visible"
)

// Limits of what may be typed or pasted, in characters. Text inputs measure all
// of their text at every step of the cursor, so a text without a limit can hold
// a program up for minutes.
const (
	NumberLimit = 60   // a quantity with its unit, or a range of two
	TextLimit   = 200  // a name or a goal; no field of a scenario is longer
	SearchLimit = 100  // the words that narrow a list
	PathLimit   = 1000 // the name of a file with its folders
)

// Typed returns what a line of text that has used characters of its limit
// takes of a key or a paste, "" where the message brings no text, and what a
// person should know about it, "" where all went in. Text that does not fit is
// not taken in parts, since the first half of a name or of a number is another
// one: it is left out whole. Escape codes and characters that no line can show
// are dropped.
func Typed(msg tea.Msg, used, limit int) (taken, notice string) {
	text := strings.Trim(lineBreaks.Replace(textOf(msg)), "\n")
	if lines := strings.Count(text, "\n") + 1; lines > 1 {
		return "", fmt.Sprintf("%s lines were pasted and one fits: nothing was taken", humanize.Comma(int64(lines)))
	}
	taken = shownOnly(text)
	if n := utf8.RuneCountInString(taken); used+n > limit {
		if n == 1 {
			return "", fmt.Sprintf("no more than %s characters fit", humanize.Comma(int64(limit)))
		}
		return "", fmt.Sprintf("%s characters were pasted and %s fit: nothing was taken",
			humanize.Comma(int64(n)), humanize.Comma(int64(max(0, limit-used))))
	}
	if taken != strings.ReplaceAll(text, "\t", " ") {
		notice = "characters that no line can show were left out"
	}
	return taken, notice
}

// lineBreaks makes one kind of all.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// shownOnly keeps of a text what a line can show.
func shownOnly(text string) string {
	if plainASCII(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r == '\uFE0F', visible.Line(string(r)) != string(r):
			return -1
		}
		return r
	}, ansi.Strip(strings.ToValidUTF8(text, "")))
}

// textOf returns the text that a message brings, "" where it brings none.
func textOf(msg tea.Msg) string {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return msg.Content
	case tea.KeyPressMsg:
		return msg.Text
	}
	return ""
}

// Brings tells whether a message brings text: a letter, or what was pasted.
func Brings(msg tea.Msg) bool { return textOf(msg) != "" }

// Take hands a message to a text input through the limit of its text: what it
// brings is replaced by what Typed takes of it. Where that is nothing, ok is
// false and the message is not for the input. Messages without text, such as
// the arrows, stay as they are.
func Take(msg tea.Msg, used, limit int) (m tea.Msg, notice string, ok bool) {
	if !Brings(msg) {
		return msg, "", true
	}
	taken, notice := Typed(msg, used, limit)
	if taken != textOf(msg) {
		msg = tea.PasteMsg{Content: taken}
	}
	return msg, notice, taken != ""
}

// NoClipboardMsg says that the clipboard could not be read.
type NoClipboardMsg struct{}

// PasteMsg asks for what the clipboard has, which ReadClipboard brings.
type PasteMsg struct{}

// Paste is the command of ctrl+v. It asks only, and so ends at once.
func Paste() tea.Msg { return PasteMsg{} }

// ReadClipboard brings what the clipboard has as the terminal's own paste does.
// The command of the text input would bring a type that only the input knows,
// past every limit.
func ReadClipboard() tea.Msg {
	text, err := clipboard.ReadAll()
	if err != nil {
		return NoClipboardMsg{}
	}
	return tea.PasteMsg{Content: text}
}
