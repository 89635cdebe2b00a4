package ask

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// indent is the number of columns before a control; the marks are in them.
const indent = 2

// errorRows is the most rows that an error may take.
const errorRows = 3

// row is one row of a form's body and what it belongs to.
type row struct {
	text  string
	field int
	part  int // row of the field's control, or -1
}

// block is the part of the body that belongs to the field with the focus.
type block struct{ first, anchor, last int }

// arrange lays all controls out for the present size.
func (f *Form) arrange() {
	for _, e := range f.entries {
		e.control.resize(f.inner()-indent, max(f.height-1, 1))
	}
	f.draw()
}

// inner returns the width that rows are laid out for.
func (f *Form) inner() int { return max(f.width, narrowest+indent) }

// draw lays the body out, moves the window to the focus and renders the view.
func (f *Form) draw() {
	f.header = f.header[:0]
	if f.height > 1 {
		f.header = append(f.header, f.headline())
	}
	room := max(f.height-len(f.header), 1)
	var at block
	f.body, at = f.layout(true)
	if at.last-at.first >= room {
		f.body, at = f.layout(false)
	}
	if len(f.body) < room && len(f.header) > 0 {
		f.header = append(f.header, "")
		room--
	}
	if at.last-at.first < room {
		f.scroll = slide(f.scroll, room, len(f.body), at.first, at.last)
	} else {
		// Not even this one field fits. What the person types or chooses comes
		// first, then what is said about it below, then the title above.
		f.scroll = max(min(at.last+1-room, at.anchor), at.first)
	}
	lines := append([]string(nil), f.header...)
	for i := f.scroll; i < min(f.scroll+room, len(f.body)); i++ {
		lines = append(lines, f.body[i].text)
	}
	f.view = clip(lines, f.width, f.height)
}

// headline is the title with the position of the focus at its right.
func (f *Form) headline() string {
	position := "no fields"
	if n := len(f.entries); n > 0 {
		position = fmt.Sprintf("%d of %d", f.at+1, n)
	}
	width := max(f.width, 1)
	title := ansi.Truncate(clean(f.title), max(width-len(position)-2, 0), "…")
	gap := max(width-ansi.StringWidth(title)-len(position), 0)
	return f.look.head.Render(title) + strings.Repeat(" ", gap) + f.look.note.Render(position)
}

// layout returns the rows of all fields and where the focus is in them.
func (f *Form) layout(descriptions bool) ([]row, block) {
	var (
		body []row
		at   block
		col  = f.column()
	)
	for i := range f.entries {
		if i != f.at {
			body = append(body, row{text: f.line(i, col), field: i, part: -1})
			continue
		}
		at.first = len(body)
		body, at.anchor = f.open(body, i, descriptions)
		at.last = len(body) - 1
	}
	return body, at
}

// column returns the width of the titles: that of the longest, but not more
// than two fifths of the screen.
func (f *Form) column() int {
	widest := 0
	for _, e := range f.entries {
		widest = max(widest, ansi.StringWidth(clean(e.Title)))
	}
	return min(widest, max((f.inner()-indent)*2/5, 1))
}

// line draws a field that has not the focus: mark, title, value, error.
func (f *Form) line(i, col int) string {
	e, style := f.entries[i], f.look.styles.Blurred
	title := ansi.Truncate(clean(e.Title), col, "…")
	text := f.look.quiet.Render(title) + strings.Repeat(" ", col-ansi.StringWidth(title)+2)
	switch value := e.control.summary(); {
	case value != "":
		text += style.TextInput.Text.Render(value)
	case clean(e.Placeholder) != "":
		text += style.TextInput.Placeholder.Render(clean(e.Placeholder))
	default:
		text += style.TextInput.Placeholder.Render(markNothing)
	}
	if err := f.shown(i); err != nil {
		return f.look.wrong.Render(markWrong) + " " + text + "  " + f.look.wrong.Render(clean(err.Error()))
	}
	return "  " + text
}

// open draws the field that has the focus and returns the row to keep visible.
func (f *Form) open(body []row, i int, description bool) ([]row, int) {
	var (
		e     = f.entries[i]
		style = f.look.styles.Focused
		add   = func(text string, part int) { body = append(body, row{text: text, field: i, part: part}) }
		width = f.inner() - indent
	)
	add(style.SelectSelector.String()+f.look.title.Render(clean(e.Title)), -1)
	if description {
		for _, line := range wrap(clean(e.Description), width) {
			add("  "+f.look.note.Render(line), -1)
		}
	}
	rows, anchor := e.control.rows()
	anchor = len(body) + max(min(anchor, len(rows)-1), 0)
	for part, text := range rows {
		add("  "+text, part)
	}
	for _, line := range f.status(i, width) {
		add("  "+line, -1)
	}
	return body, anchor
}

// status returns the rows below the focused control: what is wrong with its
// value or how it is understood. A field that may have either keeps a row for
// it, so that nothing below jumps while typing.
func (f *Form) status(i, width int) []string {
	e := f.entries[i]
	if notice := e.control.notice(); notice != "" {
		return paint(f.look.wrong, shorten(wrap(markWrong+" "+notice, width), errorRows, width))
	}
	if err := f.shown(i); err != nil {
		lines := shorten(wrap(markWrong+" "+clean(err.Error()), width), errorRows, width)
		return paint(f.look.wrong, lines)
	}
	if e.Live != nil && f.problem(i) == nil {
		if got := e.control.values(); len(got) > 0 {
			if echo := clean(e.Live(strings.Join(got, ","))); echo != "" {
				return paint(f.look.note, shorten(wrap(echo, width), 1, width))
			}
		}
	}
	if e.Live != nil || e.Validate != nil || e.Required {
		return []string{""}
	}
	return nil
}

// shown returns what is wrong with a field if the person should be told by now:
// nobody is told that a field is required before having been at it.
func (f *Form) shown(i int) error {
	err := f.problem(i)
	if e := f.entries[i]; err == errRequired && !e.touched && !f.tried {
		return nil
	}
	return err
}

// rowAt returns the row of the body at a cell of the view.
func (f *Form) rowAt(x, y int) (row, bool) {
	if x < 0 || x >= f.width || y < len(f.header) || y >= f.height {
		return row{}, false
	}
	i := f.scroll + y - len(f.header)
	if i >= len(f.body) {
		return row{}, false
	}
	return f.body[i], true
}

// paint renders every line in a style.
func paint(style lipgloss.Style, lines []string) []string {
	painted := make([]string, len(lines))
	for i, line := range lines {
		painted[i] = style.Render(line)
	}
	return painted
}
