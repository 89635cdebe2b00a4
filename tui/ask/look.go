package ask

import (
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// The marks tell by character what colours also tell.
const (
	markHighlight = "›"
	markAnswer    = "●"
	markWrong     = "!"
	markNothing   = "–"
)

// look is the theme shared by all fields of a screen. huh takes a theme once
// and never again, so fields hold the look and set replaces what is in it.
type look struct {
	styles huh.Styles
	// head draws a screen's title, title that of what has the focus, quiet that
	// of what has not, picked the stored answer, note remarks, wrong errors.
	head, title, quiet, picked, note, wrong lipgloss.Style
}

// newLook returns a look for the styles, or for huh's plain base without any.
func newLook(given *huh.Styles) *look {
	l := &look{}
	l.set(given)
	return l
}

// Theme returns the present styles; huh calls it whenever it draws. Light and
// dark are decided by whoever made the styles, not by what huh believes.
func (l *look) Theme(bool) *huh.Styles { return &l.styles }

// set takes over the colours of the given styles. Frames, margins and sizes are
// dropped: the size of what a field draws must follow from its text alone.
func (l *look) set(given *huh.Styles) {
	if given == nil {
		given = huh.ThemeBase(true)
	}
	l.styles = huh.Styles{
		Form:           huh.FormStyles{Base: lipgloss.NewStyle()},
		Group:          huh.GroupStyles{Base: lipgloss.NewStyle()},
		FieldSeparator: lipgloss.NewStyle().SetString("\n"),
		Focused:        flatField(given.Focused),
		Blurred:        flatField(given.Blurred),
		Help:           given.Help,
	}
	l.head = flat(given.Group.Title)
	l.title, l.quiet = flat(given.Focused.Title), flat(given.Blurred.Title)
	l.picked = flat(given.Focused.SelectedPrefix).Bold(true)
	l.note = l.styles.Focused.Description
	l.wrong = flat(given.Focused.ErrorMessage)
}

// flatField keeps the colours of a field's styles and gives the marks their
// characters. The title has none, as we draw titles ourselves: huh gives the
// row of a title to an empty one as soon as it has a colour.
func flatField(s huh.FieldStyles) huh.FieldStyles {
	return huh.FieldStyles{
		Base:                lipgloss.NewStyle(),
		Description:         flat(s.Description),
		ErrorIndicator:      flat(s.ErrorIndicator),
		ErrorMessage:        flat(s.ErrorMessage),
		SelectSelector:      flat(s.SelectSelector).SetString(markHighlight + " "),
		Option:              flat(s.Option),
		MultiSelectSelector: flat(s.MultiSelectSelector).SetString(markHighlight + " "),
		SelectedOption:      flat(s.SelectedOption),
		SelectedPrefix:      flat(s.SelectedPrefix).SetString("[x] "),
		UnselectedOption:    flat(s.UnselectedOption),
		UnselectedPrefix:    flat(s.UnselectedPrefix).SetString("[ ] "),
		TextInput: huh.TextInputStyles{
			Cursor:      flat(s.TextInput.Cursor),
			CursorText:  flat(s.TextInput.CursorText),
			Placeholder: flat(s.TextInput.Placeholder),
			Prompt:      flat(s.TextInput.Prompt),
			Text:        flat(s.TextInput.Text),
		},
	}
}

// flat keeps of a style what a run of text can carry. Underlining is dropped
// as well: lipgloss draws it rune by rune, which would tear the escape codes of
// the parts that are styled already.
func flat(s lipgloss.Style) lipgloss.Style {
	return lipgloss.NewStyle().
		Foreground(s.GetForeground()).
		Background(s.GetBackground()).
		Bold(s.GetBold()).
		Faint(s.GetFaint()).
		Italic(s.GetItalic()).
		Reverse(s.GetReverse())
}
