package lab

import (
	stdcontext "context"
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	"runwhere/model/search"
	"runwhere/model/study"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// seek asks for a goal and moves the chosen slider to the nearest value at
// which it begins or ceases to hold.
func (p *Pane) seek() tea.Cmd {
	s := p.Sliders[p.At]
	if s.Field == nil || !search.Figure(s.Field) {
		return session.Say(s.Label + " has no figure to search")
	}
	e := p.Session.Result
	key := s.Field.PathAt(scenario.At{Component: p.Component})
	about := "until when: changes (of the verdict), an option, or two costs such as kubernetes<serverless or lambda<$500; the slider moves to the nearest value"
	return kit.OpenWindow(kit.NewPrompt(p.Context, "seek "+s.Label, about, search.GoalChanges,
		func(text string) (string, error) {
			_, err := search.ParseGoal(e.Evaluation, text)
			return "", err
		},
		func(text string) tea.Cmd {
			var sought search.Sought
			p.Work.Ask(&session.Request{
				Doing: "seeking " + s.Label, Of: p.Session.Result,
				Work: func(ctx stdcontext.Context, e *study.Study) error {
					goal, err := search.ParseGoal(e.Evaluation, text)
					if err != nil {
						return err
					}
					sought, err = search.Seek(e.Evaluation, ctx, key, goal)
					return err
				},
				Then: func(err error) tea.Cmd {
					if err != nil {
						return session.Complain(session.InWords(err, &p.Session.Scenario))
					}
					return p.moveTo(s.Label, &sought)
				},
			})
			return nil
		}))
}

// moveTo moves a slider to the nearest value that was found.
func (p *Pane) moveTo(label string, sought *search.Sought) tea.Cmd {
	found := sought.Nearest()
	if found == nil {
		return session.Say(fmt.Sprintf("no value of %s from %s to %s changes that", label, sought.Text(sought.Least), sought.Text(sought.Most)))
	}
	if err := p.Session.Apply(found.Scenario); err != nil {
		return session.Complain(err)
	}
	return session.Say(fmt.Sprintf("%s %s instead of %s: %s", label, sought.Text(found.Value), sought.Text(sought.Today), sought.Meaning()))
}
