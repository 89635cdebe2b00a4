package tui

import (
	"errors"
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
)

// askExact asks for the number behind a band.
func (p *checklistPane) askExact(q checklist.Question) tea.Cmd {
	f := answerField(q)
	if !q.Numeric() || f == nil {
		return say("this question has no number; a digit answers it")
	}
	present := ""
	if v, ok := f.Amount(&p.session.Scenario, scenario.At{}); ok {
		present = quantity.FormatAmount(f.Kind, v)
	}
	set := func(text string) (scenario.Scenario, error) {
		next := p.session.Scenario.Clone()
		if text == "" {
			f.Clear(&next, scenario.At{})
			return next, nil
		}
		return next, plainError(f.SetText(&next, scenario.At{}, text))
	}
	echo := func(text string) (string, error) {
		if text == "" {
			return "empty: leaves the question open", nil
		}
		next, err := set(text)
		if err != nil {
			return "", err
		}
		choice, _ := q.Choice(next.Answers.Get(q.ID).Choice())
		return fmt.Sprintf("%s: counts as %q", echoOf(f, &next, scenario.At{}), choice.Label), nil
	}
	return openWindow(newPrompt(p.context, q.Text, f.Allowed(), present, echo, func(text string) tea.Cmd {
		next, err := set(text)
		if err == nil {
			err = p.session.Apply(next)
		}
		if err != nil {
			return complain(err)
		}
		p.on()
		return nil
	}).limited(ask.NumberLimit))
}

// plainError leaves the key out of an error where the screen names the field.
func plainError(err error) error {
	var e *quantity.InputError
	if err == nil || !errors.As(err, &e) {
		return err
	}
	short := *e
	short.Key, short.Value = "", ""
	return &short
}
