package ask

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/cursor"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// step is what a control asks of its form after a message.
type step int

const (
	stay     step = iota // the field keeps the focus
	next                 // on to the next field
	previous             // back to the previous field
	submit               // on to the next field if this one is valid; finish on the last
)

// control is the part of a field that takes input. Titles, descriptions and
// errors are drawn by the form, in the same way for every kind. A control draws
// itself as if it had the focus; without focus the form draws its summary.
type control interface {
	// update reads a message that the form has no use for.
	update(msg tea.Msg) (tea.Cmd, step)
	// resize lays the control out for a width and the most rows it may use.
	resize(width, height int)
	// restyle draws with the present contents of the look.
	restyle()
	// rows returns the control's rows and the one that must stay visible.
	rows() (rows []string, anchor int)
	// click reacts to a mouse click on one of its rows.
	click(x, row int) (bool, step)
	// values returns what was entered: nothing when left out, several only
	// from a control for several choices.
	values() []string
	// summary returns the values in words, "" when left out.
	summary() string
	// notice returns what a person should know about what was last typed or
	// pasted, "" where all of it was taken.
	notice() string
}

// newControl returns the control for a field's kind.
func newControl(f Field, look *look) control {
	switch f.Kind {
	case KindChoice, KindConfirm:
		return newChoiceControl(f, look)
	case KindMulti:
		return newMultiControl(f.Options, f.Values, look)
	default:
		return newTextControl(f, look)
	}
}

// textControl is a line of text.
type textControl struct {
	field *huh.Input
	value huh.EmbeddedAccessor[string]
	limit int    // of the text, in characters
	says  string // about what was last typed or pasted
}

func newTextControl(f Field, look *look) *textControl {
	t := &textControl{limit: f.Limit}
	if t.limit == 0 {
		t.limit = TextLimit
	}
	t.value.Set(strings.ToValidUTF8(f.Value, "\uFFFD"))
	t.limit = max(t.limit, t.used()) // nothing of the present value is lost
	placeholder := clean(f.Placeholder)
	if ansi.StringWidth(placeholder) == 0 {
		placeholder = "" // a text of no width makes the text input panic
	}
	t.field = huh.NewInput().
		CharLimit(t.limit).
		Placeholder(placeholder).
		Accessor(&t.value)
	t.field.WithTheme(look)
	t.field.WithKeyMap(movements())
	// The command would start a blinking cursor. A steady one needs no timer,
	// and what is drawn then follows from the model alone.
	t.field.Focus()
	return t
}

// used is the number of characters of the text.
func (t *textControl) used() int { return utf8.RuneCountInString(t.value.Get()) }

func (t *textControl) update(msg tea.Msg) (tea.Cmd, step) {
	if _, ok := msg.(cursor.BlinkMsg); ok {
		return nil, stay
	}
	t.says = ""
	if press, ok := msg.(tea.KeyPressMsg); ok {
		switch press.String() {
		case "enter":
			return nil, submit
		case "down":
			return nil, next
		case "up":
			return nil, previous
		case "ctrl+v":
			return Paste, stay
		}
	}
	var ok bool
	if msg, t.says, ok = Take(msg, t.used(), t.limit); ok {
		t.field.Update(msg) // its commands only make the cursor blink
	}
	return nil, stay
}

func (t *textControl) notice() string { return t.says }

func (t *textControl) resize(width, _ int) { t.field.WithWidth(max(width, narrowest)) }

func (t *textControl) restyle() {}

func (t *textControl) rows() ([]string, int) {
	row, _, _ := strings.Cut(t.field.View(), "\n")
	// A placeholder with wide characters is padded with zero bytes.
	return []string{strings.ReplaceAll(row, "\x00", "")}, 0
}

func (t *textControl) click(int, int) (bool, step) { return true, stay }

func (t *textControl) values() []string {
	if text := strings.TrimSpace(t.value.Get()); text != "" {
		return []string{text}
	}
	return nil
}

func (t *textControl) summary() string { return clean(t.value.Get()) }
