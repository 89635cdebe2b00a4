package ask

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// keypress returns the message that Bubble Tea sends for a key by its name.
func keypress(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "enter": tea.KeyEnter, "esc": tea.KeyEscape,
		"tab": tea.KeyTab, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	}
	switch {
	case name == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case name == "shift+tab":
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case strings.HasPrefix(name, "ctrl+"):
		return tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl}
	}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// screen is what Select and Form have in common.
type screen interface {
	Update(tea.Msg) tea.Cmd
	View() string
}

// drain runs a command and feeds what it returns back, as a program would.
func drain(s screen, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			drain(s, c)
		}
	default:
		drain(s, s.Update(msg))
	}
}

// press sends keys by name.
func press(s screen, names ...string) {
	for _, name := range names {
		drain(s, s.Update(keypress(name)))
	}
}

// typeIn sends a text letter by letter.
func typeIn(s screen, text string) {
	for _, r := range text {
		drain(s, s.Update(tea.KeyPressMsg{Code: r, Text: string(r)}))
	}
}

// text returns what a person reads on the screen.
func text(s screen) string { return ansi.Strip(s.View()) }

// rows returns the rows of the screen.
func rows(s screen) []string { return strings.Split(text(s), "\n") }

// rowWith returns the number of the first row with the text.
func rowWith(t *testing.T, s screen, part string) int {
	t.Helper()
	for i, row := range rows(s) {
		if strings.Contains(row, part) {
			return i
		}
	}
	t.Fatalf("no row has %q in\n%s", part, text(s))
	return 0
}

// fits fails when a view is larger than its screen.
func fits(t interface{ Fatalf(string, ...any) }, view string, width, height int) {
	if width < 1 || height < 1 {
		if view != "" {
			t.Fatalf("a screen of %d×%d cells shows %q", width, height, view)
		}
		return
	}
	lines := strings.Split(view, "\n")
	if len(lines) > height {
		t.Fatalf("%d rows in a screen of %d×%d cells:\n%s", len(lines), width, height, ansi.Strip(view))
	}
	for _, line := range lines {
		if w := ansi.StringWidth(line); w > width {
			t.Fatalf("a row of %d cells in a screen of %d×%d: %q", w, width, height, line)
		}
	}
}

// painted returns styles in which everything has the same foreground, and
// frames that must not count.
func painted(color string) *huh.Styles {
	style := lipgloss.NewStyle().Foreground(lipgloss.Color(color))
	field := huh.FieldStyles{
		Base:  lipgloss.NewStyle().Border(lipgloss.ThickBorder()).Padding(1, 2),
		Title: style.MarginBottom(1), Description: style, ErrorMessage: style.SetString(" *"),
		SelectSelector: style.SetString("> "), MultiSelectSelector: style.SetString("> "),
		SelectedOption: style, SelectedPrefix: style, UnselectedOption: style, UnselectedPrefix: style,
		TextInput: huh.TextInputStyles{Cursor: style, Placeholder: style, Prompt: style, Text: style},
	}
	return &huh.Styles{
		Group: huh.GroupStyles{Title: style}, Focused: field, Blurred: field,
	}
}

const (
	redCode  = "38;2;255;0;0"
	blueCode = "38;2;0;0;255"
)

var (
	red  = painted("#ff0000")
	blue = painted("#0000ff")
)

// team is a question with all there is.
var team = Question{
	ID:    "engineers",
	Title: "How many engineers do you have?",
	Why:   "A small team pays for every cluster with its time.",
	Choices: []Choice{
		{ID: "few", Label: "fewer than 5"},
		{ID: "some", Label: "5 to 15", Note: "either can work"},
		{ID: "many", Label: "more than 15"},
	},
}
