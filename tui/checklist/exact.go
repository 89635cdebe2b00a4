package checklist

import (
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// askExact asks for the number behind a band.
func (p *Pane) askExact(q checklist.Question) tea.Cmd {
	f := answerField(q)
	if !q.Numeric() || f == nil {
		return session.Say("this question has no number; a digit answers it")
	}
	present := ""
	if v, ok := f.Amount(&p.Session.Scenario, scenario.At{}); ok {
		present = quantity.FormatAmount(f.Kind, v)
	}
	set := func(text string) (scenario.Scenario, error) {
		next := p.Session.Scenario.Clone()
		if text == "" {
			f.Clear(&next, scenario.At{})
			return next, nil
		}
		return next, kit.WithoutKey(f.SetText(&next, scenario.At{}, text))
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
		return fmt.Sprintf("%s: counts as %q", kit.EchoOf(f, &next, scenario.At{}), choice.Label), nil
	}
	return kit.OpenWindow(kit.NewPrompt(p.Context, q.Text, f.Allowed(), present, echo, func(text string) tea.Cmd {
		next, err := set(text)
		if err == nil {
			err = p.Session.Apply(next)
		}
		if err != nil {
			return session.Complain(err)
		}
		p.on()
		return nil
	}).Limited(ask.NumberLimit))
}
