package checklist

import (
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// factorField is the field of the scenario that a factor is given in; nil for
// a factor that only ever follows from the rest.
func factorField(id string) *scenario.Field {
	f, ok := scenario.FieldOf(paths.Architecture.Dot(id))
	if !ok {
		return nil
	}
	return f
}

// handleFactor acts on the bindings that mean something to the score.
func (p *Pane) handleFactor(a keys.Action) (tea.Cmd, bool) {
	if at, ok := keys.Walk(p.Factor, len(checklist.ArchitectureFactors), p.factorRoom(p.layout.step.Inner()), a); ok {
		p.Factor = at
		return nil, true
	}
	switch a {
	case keys.SayYes:
		return p.setFactor("true"), true
	case keys.SayNo:
		return p.setFactor("false"), true
	case keys.LeaveOpen, keys.ClearValue:
		return p.setFactor(""), true
	case keys.Exact:
		return p.askFactorNumber(), true
	case keys.Accept:
		return p.on(), true
	}
	return nil, false
}

// digitForFactor answers like the letters and goes to the next factor.
func (p *Pane) digitForFactor(key string) tea.Cmd {
	text, ok := map[string]string{"1": "true", "2": "false", "3": ""}[key]
	if !ok {
		return session.Say("1 is yes, 2 is no, 3 leaves it open")
	}
	before := p.Factor
	cmd := p.setFactor(text)
	if p.Factor == before {
		p.Factor = min(p.Factor+1, len(checklist.ArchitectureFactors)-1)
	}
	return cmd
}

// setFactor gives the chosen factor a state; "" lets it follow from the rest
// again.
func (p *Pane) setFactor(text string) tea.Cmd {
	factor := checklist.ArchitectureFactors[p.Factor]
	f := factorField(factor.ID)
	if f == nil {
		return session.Say(factor.Label + " follows from " + factor.Derived)
	}
	next := p.Session.Scenario.Clone()
	if text == "" {
		f.Clear(&next, scenario.At{})
	} else if err := f.SetText(&next, scenario.At{}, text); err != nil {
		return session.Complain(session.Named(err, factor.Label, &next))
	}
	if err := p.Session.Apply(next); err != nil {
		return session.Complain(err)
	}
	p.build()
	row := &p.Session.Result.Score.Rows[p.Factor]
	return session.Say(fmt.Sprintf("%s: %s (%s); score %s", factor.Label, stateText(row), sourceText(row, true), kit.ScoreText(&p.Session.Result.Score)))
}

// askFactorNumber asks for the number of a factor that is one over a
// threshold.
func (p *Pane) askFactorNumber() tea.Cmd {
	factor := checklist.ArchitectureFactors[p.Factor]
	f := factorField(factor.ID)
	if f == nil || !f.Kind.Numeric() {
		return session.Say(factor.Label + " has no number to type; y is yes, n is no")
	}
	present, _ := f.Text(&p.Session.Scenario, scenario.At{})
	echo := func(text string) (string, error) {
		next := p.Session.Scenario.Clone()
		if text == "" {
			return "empty: follows from " + factor.Derived, nil
		}
		if err := f.SetText(&next, scenario.At{}, text); err != nil {
			return "", kit.WithoutKey(err)
		}
		return fmt.Sprintf("counts as %s", next.Factors.Get(factor.ID).State()), nil
	}
	return kit.OpenWindow(kit.NewPrompt(p.Context, factor.Label, f.Allowed(), present, echo, p.setFactor).Limited(ask.NumberLimit))
}

// clickFactor chooses the factor under the mouse; a click on the chosen one
// goes on to its next state.
func (p *Pane) clickFactor(y int) tea.Cmd {
	i := y - 1 + p.factorTop(p.layout.step.Inner())
	switch {
	case y < 1 || y > p.factorRoom(p.layout.step.Inner()) || i >= len(checklist.ArchitectureFactors):
		return nil
	case i != p.Factor:
		p.Factor = i
		return nil
	}
	row := &p.Session.Result.Score.Rows[i]
	if row.Source != string(checklist.OriginGiven) {
		return p.setFactor("true")
	}
	return p.setFactor(map[checklist.State]string{checklist.Yes: "false"}[row.State])
}
