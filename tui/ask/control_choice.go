package ask

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// The values of a KindConfirm field; left out it has none.
const (
	Yes = "true"
	No  = "false"
)

// leftOut is the last row of a choice that may be left out. It makes leaving
// out visible, and it is where the highlight is then: who presses enter
// through a form changes nothing.
const leftOut = "left out"

// choiceControl is one choice out of several, or none. It is a Select without
// a title. A confirmation is the same with two choices and two letters.
type choiceControl struct {
	sel     *Select
	none    int    // index of the row for leaving out, or unanswered without one
	letters string // letter i picks choice i, besides its digit
}

func newChoiceControl(f Field, look *look) *choiceControl {
	c := &choiceControl{none: unanswered}
	options := slices.Clone(f.Options)
	if f.Kind == KindConfirm {
		c.letters = "yn"
		options = []Choice{{ID: Yes, Label: "yes"}, {ID: No, Label: "no"}}
	}
	if !f.Required {
		c.none = len(options)
		options = append(options, Choice{Label: leftOut})
	}
	c.sel = newSelect(Question{Choices: options}, f.Value, look, narrowest, 1)
	if c.sel.answer == unanswered {
		c.clear()
	}
	return c
}

// clear leaves the choice out.
func (c *choiceControl) clear() {
	c.sel.settle(c.none)
	c.sel.Reopen()
}

// update changes the choice with left, right, home, end, a digit or a letter,
// and keeps the focus: what is typed on never reaches another field.
func (c *choiceControl) update(msg tea.Msg) (tea.Cmd, step) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, stay
	}
	last := len(c.sel.question.Choices) - 1
	switch name := press.String(); name {
	case "enter":
		return nil, submit
	case "up":
		return nil, previous
	case "down":
		return nil, next
	case "left":
		c.choose(max(c.sel.answer-1, 0))
	case "right":
		c.choose(min(c.sel.answer+1, last))
	case "home":
		c.choose(0)
	case "end":
		c.choose(last)
	case "delete", "backspace", "space":
		c.clear()
	default:
		if i := strings.Index(c.letters, strings.ToLower(name)); i >= 0 && len(name) == 1 {
			c.choose(i)
		} else if i, ok := digit(press, last+1); ok {
			c.choose(i)
		}
	}
	return nil, stay
}

// choose makes row i the choice.
func (c *choiceControl) choose(i int) {
	if len(c.sel.question.Choices) > 0 {
		c.sel.settle(i)
		c.sel.Reopen()
	}
}

func (c *choiceControl) notice() string { return "" }

func (c *choiceControl) resize(width, height int) { c.sel.SetSize(max(width, 1), max(height, 1)) }

func (c *choiceControl) restyle() { c.sel.rebuild() }

func (c *choiceControl) rows() ([]string, int) {
	return strings.Split(c.sel.View(), "\n"), c.sel.highlightRow()
}

func (c *choiceControl) click(x, row int) (bool, step) {
	if !c.sel.Click(x, row) {
		return false, stay
	}
	c.sel.Reopen()
	return true, stay
}

func (c *choiceControl) values() []string {
	if answer := c.sel.Answer(); answer != "" {
		return []string{answer}
	}
	return nil
}

func (c *choiceControl) summary() string {
	if c.sel.answer == c.none || c.sel.answer == unanswered {
		return ""
	}
	return c.sel.question.Choices[c.sel.answer].text()
}
