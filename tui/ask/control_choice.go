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
// out visible, and it is where the highlight stands then: who presses enter
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

func (c *choiceControl) update(msg tea.Msg) (tea.Cmd, step) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, stay
	}
	name := press.String()
	if i := strings.Index(c.letters, strings.ToLower(name)); i >= 0 && len(name) == 1 {
		c.sel.settle(i)
		return nil, c.settled()
	}
	if name == "enter" && len(c.sel.question.Choices) == 0 {
		return nil, submit
	}
	switch name {
	case "delete", "backspace":
		c.clear()
		return nil, stay
	case "space":
		c.clear()
		return nil, next
	}
	cmd := c.sel.Update(msg)
	if name == "enter" {
		c.sel.Reopen()
		return cmd, submit
	}
	return cmd, c.settled()
}

// settled turns the outcome of the select into a step and opens it again.
func (c *choiceControl) settled() step {
	outcome, _ := c.sel.Result()
	c.sel.Reopen()
	switch outcome {
	case Answered, Skipped:
		return next
	case Back:
		return previous
	default:
		return stay
	}
}

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
