package tui

import (
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
)

// factorField is the field of the scenario that a factor is given in; nil for
// a factor that only ever follows from the rest.
func factorField(id string) *scenario.Field {
	f, ok := scenario.FieldOf("architecture." + id)
	if !ok {
		return nil
	}
	return f
}

// handleFactor acts on the bindings that mean something to the score.
func (p *checklistPane) handleFactor(a Action) (tea.Cmd, bool) {
	if at, ok := walk(p.factor, len(checklist.ArchitectureFactors), p.factorRoom(p.layout.Step.Inner()), a); ok {
		p.factor = at
		return nil, true
	}
	switch a {
	case SayYes:
		return p.setFactor("true"), true
	case SayNo:
		return p.setFactor("false"), true
	case LeaveOpen, ClearValue:
		return p.setFactor(""), true
	case Exact:
		return p.askFactorNumber(), true
	case Accept:
		return p.on(), true
	}
	return nil, false
}

// digitForFactor answers like the letters and goes to the next factor.
func (p *checklistPane) digitForFactor(key string) tea.Cmd {
	text, ok := map[string]string{"1": "true", "2": "false", "3": ""}[key]
	if !ok {
		return say("1 is yes, 2 is no, 3 leaves it open")
	}
	before := p.factor
	cmd := p.setFactor(text)
	if p.factor == before {
		p.factor = min(p.factor+1, len(checklist.ArchitectureFactors)-1)
	}
	return cmd
}

// setFactor gives the chosen factor a state; "" lets it follow from the rest
// again.
func (p *checklistPane) setFactor(text string) tea.Cmd {
	factor := checklist.ArchitectureFactors[p.factor]
	f := factorField(factor.ID)
	if f == nil {
		return say(factor.Label + " follows from " + factor.Derived)
	}
	next := p.session.Scenario.Clone()
	if text == "" {
		f.Clear(&next, scenario.At{})
	} else if err := f.SetText(&next, scenario.At{}, text); err != nil {
		return complain(named(err, factor.Label, &next))
	}
	if err := p.session.Apply(next); err != nil {
		return complain(err)
	}
	p.build()
	row := &p.session.Result.Score.Rows[p.factor]
	return say(fmt.Sprintf("%s: %s (%s); score %s", factor.Label, stateText(row), sourceText(row, true), scoreText(&p.session.Result.Score)))
}

// askFactorNumber asks for the number of a factor that is one over a
// threshold.
func (p *checklistPane) askFactorNumber() tea.Cmd {
	factor := checklist.ArchitectureFactors[p.factor]
	f := factorField(factor.ID)
	if f == nil || !f.Kind.Numeric() {
		return say(factor.Label + " has no number to type; y is yes, n is no")
	}
	present, _ := f.Text(&p.session.Scenario, scenario.At{})
	echo := func(text string) (string, error) {
		next := p.session.Scenario.Clone()
		if text == "" {
			return "empty: follows from " + factor.Derived, nil
		}
		if err := f.SetText(&next, scenario.At{}, text); err != nil {
			return "", plainError(err)
		}
		return fmt.Sprintf("counts as %s", next.Factors.Get(factor.ID).State()), nil
	}
	return openWindow(newPrompt(p.context, factor.Label, f.Allowed(), present, echo, p.setFactor).limited(ask.NumberLimit))
}

// clickFactor chooses the factor under the mouse; a click on the chosen one
// goes on to its next state.
func (p *checklistPane) clickFactor(y int) tea.Cmd {
	i := y - 1 + p.factorTop(p.layout.Step.Inner())
	switch {
	case y < 1 || y > p.factorRoom(p.layout.Step.Inner()) || i >= len(checklist.ArchitectureFactors):
		return nil
	case i != p.factor:
		p.factor = i
		return nil
	}
	row := &p.session.Result.Score.Rows[i]
	if row.Source != string(checklist.OriginGiven) {
		return p.setFactor("true")
	}
	return p.setFactor(map[checklist.State]string{checklist.Yes: "false"}[row.State])
}
