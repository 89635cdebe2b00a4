package checklist

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// step is one screen of the checklist, counted from 0: the ten questions come
// first.
type step int

// The steps after the ten questions.
var (
	TenthStep    = SkillsStep - 1
	SkillsStep   = step(len(checklist.Questions))
	FollowUpStep = SkillsStep + 1
	ScoreStep    = SkillsStep + 2
	NumbersStep  = SkillsStep + 3
)

// QuestionOf returns the question of a step that is one. The follow-up step
// asks the most valuable one that is open, and none where none is left.
func (p *Pane) QuestionOf(at step) (checklist.Question, bool) {
	switch {
	case at < SkillsStep:
		return checklist.Questions[at], true
	case at == SkillsStep:
		return checklist.SkillsQuestion, true
	case at == FollowUpStep:
		return p.followUps.asked()
	}
	return checklist.Question{}, false
}

// Name is what the progress line calls a step.
func (at step) Name() string {
	switch at {
	case SkillsStep:
		return "skills"
	case FollowUpStep:
		return "more"
	case ScoreStep:
		return "score"
	case NumbersStep:
		return "numbers"
	}
	return fmt.Sprint(int(at) + 1)
}

func firstOpen(a checklist.Answers) step {
	for i, q := range checklist.Questions {
		if !a.Get(q.ID).Answered() {
			return step(i)
		}
	}
	return 0
}

// changedAnswers returns the steps whose answers differ.
func changedAnswers(a, b checklist.Answers) []step {
	var changed []step
	for i, q := range append(slices.Clone(checklist.Questions), checklist.SkillsQuestion) {
		if a.Get(q.ID) != b.Get(q.ID) {
			changed = append(changed, step(i))
		}
	}
	for _, q := range checklist.FollowUps {
		if a.Get(q.ID) != b.Get(q.ID) {
			return append(changed, FollowUpStep)
		}
	}
	return changed
}

// Show goes to a step.
func (p *Pane) Show(at step) {
	p.Step = at
	p.build()
}

// on goes to the next step; beyond the last one is the Lab.
func (p *Pane) on() tea.Cmd {
	if p.Step == NumbersStep {
		return kit.GoTo(kit.Lab)
	}
	p.Show(p.Step + 1)
	return nil
}

// back goes to the step before.
func (p *Pane) back() tea.Cmd {
	if p.Step == 0 {
		return session.Say("this is the first question")
	}
	p.Show(p.Step - 1)
	return nil
}

// answered reports whether nothing is open in a step. The score is complete
// when all factors are known, the numbers when the volume was given.
func (p *Pane) answered(at step) bool {
	if at == FollowUpStep {
		open := p.Session.Result.PeekOpen()
		return open.Searched && len(open.FollowUps) == 0
	}
	if q, ok := p.QuestionOf(at); ok {
		return p.Session.Scenario.Answers.Get(q.ID).Answered()
	}
	if at == ScoreStep {
		return p.Session.Result.Score.Low == p.Session.Result.Score.High
	}
	return numbersGiven(p.Session)
}

// mark tells an answered step from an open one.
func (p *Pane) mark(at step) string {
	if p.answered(at) {
		return p.Styles.Glyphs.Check
	}
	return "·"
}

// progress is the line of all steps. The present one is in brackets, so
// that it is told without colour too.
func (p *Pane) progress() string {
	s := p.Styles
	var b strings.Builder
	for at := step(0); at <= NumbersStep; at++ {
		before := " "
		switch at {
		case p.Step:
			before = "["
		case p.Step + 1:
			before = "]"
		}
		ink := s.Muted
		if p.answered(at) {
			ink = s.Text
		}
		if at == p.Step {
			ink = s.Accent
		}
		b.WriteString(s.Accent.Render(before) + ink.Render(at.Name()+p.mark(at)))
	}
	if p.Step == NumbersStep {
		b.WriteString(s.Accent.Render("]"))
	}
	return b.String()
}

// stepAt returns the step that the progress line names at column x.
func (p *Pane) stepAt(x int) (step, bool) {
	from := 0
	for at := step(0); at <= NumbersStep; at++ {
		width := 1 + kit.Width(at.Name()+p.mark(at))
		if x >= from && x < from+width {
			return at, true
		}
		from += width
	}
	return 0, false
}
