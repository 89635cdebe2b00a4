package ask

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

var errRequired = errors.New("is required")

// entry is a field with what a person did to it.
type entry struct {
	Field
	control control
	touched bool // its value was changed: its error may be shown
}

// Form asks for several values on one screen. The field that has the focus is
// drawn in full, the others as one line each, so that a dozen fields fit in a
// small terminal; where they do not, the form scrolls.
//
// Keys: up and shift+tab go to the previous field, down and tab to the next
// one, in every kind of field; enter goes on when the field is valid, and on the
// last field finishes; ctrl+s finishes from anywhere; where something is wrong,
// both go to the first field that is. Esc cancels. What is typed goes to the
// field that has the focus and never moves it. A choice changes with left,
// right, home, end and its digit; space or backspace leaves it out; of several
// choices left and right move the highlight, space or x toggles it, a digit its
// own choice, ctrl+a all. Ctrl+c is not touched.
type Form struct {
	title   string
	entries []entry
	at      int // the field with the focus
	tried   bool
	outcome Outcome

	look          *look
	width, height int

	body   []row // everything below the header
	header []string
	scroll int // first row of the body that is shown
	view   string
}

// NewForm returns a form of width × height cells. Styles may be nil. Several
// fields of the same key are all drawn, and the last one that is not left out
// counts.
func NewForm(title string, fields []Field, styles *huh.Styles, width, height int) *Form {
	f := &Form{title: title, look: newLook(styles), width: width, height: height}
	f.entries = make([]entry, len(fields))
	for i, field := range fields {
		f.entries[i] = entry{Field: field, control: newControl(field, f.look)}
	}
	f.arrange()
	return f
}

// Init returns nothing to run: a form needs no command to start.
func (f *Form) Init() tea.Cmd { return nil }

// Update reads one message, and ignores all of them once the form was left.
// The command that it returns, if any, has to be run and its message to come
// back here: it reads the clipboard.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	if f.outcome != Pending {
		return nil
	}
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = f.press(msg)
	case tea.WindowSizeMsg, tea.BackgroundColorMsg, tea.KeyReleaseMsg, tea.MouseMsg:
		return nil
	default:
		cmd = f.forward(msg)
	}
	f.draw()
	return cmd
}

// View returns the screen, at most width × height cells.
func (f *Form) View() string { return f.view }

// Result returns how the form was left, and the values when that is Done.
func (f *Form) Result() (Outcome, Values) {
	if f.outcome != Done {
		return f.outcome, Values{}
	}
	v := Values{One: map[string]string{}, Many: map[string][]string{}}
	for _, e := range f.entries {
		got := e.control.values()
		switch {
		case len(got) == 0:
		case e.Kind == KindMulti:
			v.Many[e.Key] = got
		default:
			v.One[e.Key] = got[0]
		}
	}
	return f.outcome, v
}

// Changed tells whether any value was changed since the form was made.
func (f *Form) Changed() bool {
	for _, e := range f.entries {
		if e.touched {
			return true
		}
	}
	return false
}

// Reopen makes a form that was left Pending again, with the values it has.
func (f *Form) Reopen() { f.outcome = Pending }

// SetSize changes the size; values, focus and highlights stay.
func (f *Form) SetSize(width, height int) {
	if width == f.width && height == f.height {
		return
	}
	f.width, f.height = width, height
	f.arrange()
}

// SetStyles changes the colours of every field; nil means huh's plain base.
func (f *Form) SetStyles(styles *huh.Styles) {
	f.look.set(styles)
	for _, e := range f.entries {
		e.control.restyle()
	}
	f.draw()
}

// Click gives the focus to the field at a cell of the view, and in the field
// that has it picks or toggles the choice there. It tells whether there was
// anything to click on.
func (f *Form) Click(x, y int) bool {
	at, ok := f.rowAt(x, y)
	if !ok || f.outcome != Pending {
		return false
	}
	if at.field != f.at {
		f.at = at.field
		f.draw()
		return true
	}
	if at.part < 0 {
		return true
	}
	e := &f.entries[f.at]
	before := strings.Join(e.control.values(), ",")
	hit, way := e.control.click(x-indent, at.part)
	e.touched = e.touched || before != strings.Join(e.control.values(), ",")
	f.follow(way)
	f.draw()
	return hit
}

// press reads the keys that mean the same in every field and forwards others.
func (f *Form) press(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "ctrl+c":
		return nil
	case "esc":
		f.outcome = Cancelled
		return nil
	case "ctrl+s":
		f.finish()
		return nil
	case "tab":
		f.follow(next)
		return nil
	case "shift+tab":
		f.follow(previous)
		return nil
	}
	if len(f.entries) == 0 {
		if msg.String() == "enter" {
			f.finish()
		}
		return nil
	}
	return f.forward(msg)
}

// forward hands a message to the field that has the focus.
func (f *Form) forward(msg tea.Msg) tea.Cmd {
	if len(f.entries) == 0 {
		return nil
	}
	e := &f.entries[f.at]
	before := strings.Join(e.control.values(), ",")
	cmd, way := e.control.update(msg)
	e.touched = e.touched || before != strings.Join(e.control.values(), ",")
	f.follow(way)
	return cmd
}

// follow takes a step between fields. Submitting a field that is wrong shows
// what is wrong instead, and submitting the last one finishes.
func (f *Form) follow(way step) {
	last := len(f.entries) - 1
	switch way {
	case next:
		f.at = max(min(f.at+1, last), 0)
	case previous:
		f.at = max(f.at-1, 0)
	case submit:
		if f.at == last {
			f.finish()
			return
		}
		if f.problem(f.at) != nil {
			f.entries[f.at].touched = true
			return
		}
		f.at++
	}
}

// finish leaves the form when everything is valid, and otherwise goes to the
// first field that is not. From then on every error is shown.
func (f *Form) finish() {
	for i := range f.entries {
		if f.problem(i) != nil {
			f.at, f.tried = i, true
			return
		}
	}
	f.outcome = Done
}

// problem returns what is wrong with a field's value, nil when nothing is.
func (f *Form) problem(i int) error {
	e := f.entries[i]
	got := e.control.values()
	if len(got) == 0 {
		if e.Required {
			return errRequired
		}
		return nil
	}
	if e.Validate == nil {
		return nil
	}
	return e.Validate(strings.Join(got, ","))
}

// Focused returns the text of the field with the focus as it was entered, the
// ids of several choices joined with commas.
func Focused(f *Form) string {
	if len(f.entries) == 0 {
		return ""
	}
	return strings.Join(f.entries[f.at].control.values(), ",")
}
