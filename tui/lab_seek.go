package tui

import (
	stdcontext "context"
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	"runwhere/model/search"
)

// seek asks for a goal and moves the chosen slider to the nearest value at
// which it begins or ceases to hold.
func (p *labPane) seek() tea.Cmd {
	s := p.sliders[p.at]
	if s.field == nil || !search.Figure(s.field) {
		return say(s.label + " has no figure to search")
	}
	e := p.session.Result
	key := s.field.PathAt(scenario.At{Component: p.component})
	about := "until when: changes (of the verdict), an option, or two costs such as kubernetes<serverless or lambda<$500; the slider moves to the nearest value"
	return openWindow(newPrompt(p.context, "seek "+s.label, about, search.GoalChanges,
		func(text string) (string, error) {
			_, err := search.ParseGoal(e.Evaluation, text)
			return "", err
		},
		func(text string) tea.Cmd {
			goal, err := search.ParseGoal(e.Evaluation, text)
			if err != nil {
				return complain(err)
			}
			var sought search.Sought
			p.work.ask(&request{
				doing: "seeking " + s.label, of: e,
				work: func(ctx stdcontext.Context) (err error) {
					sought, err = search.Seek(e.Evaluation, ctx, key, goal)
					return err
				},
				then: func(err error) tea.Cmd {
					if err != nil {
						return complain(inWords(err, &p.session.Scenario))
					}
					return p.moveTo(s.label, &sought)
				},
			})
			return nil
		}))
}

// moveTo moves a slider to the nearest value that was found.
func (p *labPane) moveTo(label string, sought *search.Sought) tea.Cmd {
	found := sought.Nearest()
	if found == nil {
		return say(fmt.Sprintf("no value of %s from %s to %s changes that", label, sought.Text(sought.Least), sought.Text(sought.Most)))
	}
	if err := p.session.Apply(found.Scenario); err != nil {
		return complain(err)
	}
	return say(fmt.Sprintf("%s %s instead of %s: %s", label, sought.Text(found.Value), sought.Text(sought.Today), sought.Meaning()))
}
