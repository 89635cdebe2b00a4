package ask

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// multiControl is any number of choices out of several. Chosen values that are
// not among the options cannot be shown and are not returned.
type multiControl struct {
	options []Choice
	look    *look
	width   int
	field   *huh.MultiSelect[int]
	chosen  huh.EmbeddedAccessor[[]int]
}

func newMultiControl(options []Choice, values []string, look *look) *multiControl {
	m := &multiControl{options: options, look: look, width: narrowest}
	var chosen []int
	lines := make([]huh.Option[int], len(options))
	for i, c := range options {
		if c.ID != "" && slices.Contains(values, c.ID) {
			chosen = append(chosen, i)
		}
		// huh toggles every option of the same text, so each has its number.
		lines[i] = huh.NewOption(strconv.Itoa(i), i)
	}
	m.chosen.Set(chosen)
	// Without title and description the field's height is its options' height;
	// with them huh would take their rows away from the options.
	m.field = huh.NewMultiSelect[int]().Filterable(false).Accessor(&m.chosen)
	m.field.WithTheme(look)
	m.field.WithKeyMap(movements())
	// Focusing a field that has no options yet would empty the accessor.
	m.field.Options(lines...)
	m.field.Focus()
	return m
}

// highlightKeys are the keys that move the highlight, and what they are to huh.
// Up and down leave the field, as they do in every other one.
var highlightKeys = map[string]rune{"left": tea.KeyUp, "right": tea.KeyDown, "home": tea.KeyHome, "end": tea.KeyEnd}

func (m *multiControl) update(msg tea.Msg) (tea.Cmd, step) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, stay
	}
	name := press.String()
	switch name {
	case "enter":
		return nil, submit
	case "up":
		return nil, previous
	case "down":
		return nil, next
	}
	if len(m.options) == 0 {
		return nil, stay
	}
	if i, ok := digit(press, len(m.options)); ok {
		m.toggle(i)
	} else if key, ok := highlightKeys[name]; ok {
		m.field.Update(tea.KeyPressMsg{Code: key})
	} else if name == "space" || name == "x" || name == "ctrl+a" {
		m.field.Update(press)
	}
	return nil, stay
}

func (m *multiControl) notice() string { return "" }

// toggle moves the highlight to an option and toggles it. huh lets only keys
// move its highlight, so keys are what it gets.
func (m *multiControl) toggle(at int) {
	m.field.Update(tea.KeyPressMsg{Code: tea.KeyHome})
	for range at {
		m.field.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	}
	m.field.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
}

func (m *multiControl) resize(width, _ int) {
	m.width = max(width, narrowest)
	m.field.WithWidth(m.width)
}

func (m *multiControl) restyle() {}

func (m *multiControl) rows() ([]string, int) {
	if len(m.options) == 0 {
		return []string{markNothing}, 0
	}
	at, _ := m.field.Hovered()
	rows := make([]string, len(m.options))
	for i := range m.options {
		rows[i] = ansi.Truncate(m.row(i, i == at), m.width, "…")
	}
	return rows, at
}

// row draws one option. huh keeps what is chosen and highlighted; it draws an
// option in one colour only, and a label may have its own.
func (m *multiControl) row(i int, highlighted bool) string {
	style, c := &m.look.styles.Focused, &m.options[i]
	pointer := style.MultiSelectSelector.Render()
	if !highlighted {
		pointer = strings.Repeat(" ", ansi.StringWidth(pointer))
	}
	mark, text := style.UnselectedPrefix.Render(), style.UnselectedOption
	if slices.Contains(m.chosen.Get(), i) {
		mark, text = style.SelectedPrefix.Render(), style.SelectedOption
	}
	label := text.Render(c.text())
	if c.Ink != nil {
		label = c.Ink(c.text())
	}
	row := pointer + mark + text.Render(numeral(i)+"  ") + label
	if note := clean(c.Note); note != "" {
		row += text.Render("  " + note)
	}
	return row
}

func (m *multiControl) click(_, row int) (bool, step) {
	if row < 0 || row >= len(m.options) {
		return false, stay
	}
	m.toggle(row)
	return true, stay
}

func (m *multiControl) values() []string {
	var ids []string
	for _, i := range m.chosen.Get() {
		ids = append(ids, m.options[i].ID)
	}
	return ids
}

func (m *multiControl) summary() string {
	var labels []string
	for _, i := range m.chosen.Get() {
		labels = append(labels, m.options[i].text())
	}
	return strings.Join(labels, ", ")
}
