package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"runwhere/checklist"
)

// step is one screen of the checklist, counted from 0: the ten questions come
// first.
type step int

// The steps after the ten questions.
var (
	tenthStep    = skillsStep - 1
	skillsStep   = step(len(checklist.Questions))
	followUpStep = skillsStep + 1
	scoreStep    = skillsStep + 2
	numbersStep  = skillsStep + 3
)

// questionOf returns the question of a step that is one. The follow-up step
// asks the most valuable one that is open, and none where none is left.
func (p *checklistPane) questionOf(at step) (checklist.Question, bool) {
	switch {
	case at < skillsStep:
		return checklist.Questions[at], true
	case at == skillsStep:
		return checklist.SkillsQuestion, true
	case at == followUpStep:
		return p.followUps.asked()
	}
	return checklist.Question{}, false
}

// name is what the progress line calls a step.
func (at step) name() string {
	switch at {
	case skillsStep:
		return "skills"
	case followUpStep:
		return "more"
	case scoreStep:
		return "score"
	case numbersStep:
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
			return append(changed, followUpStep)
		}
	}
	return changed
}

// show goes to a step.
func (p *checklistPane) show(at step) {
	p.step = at
	p.build()
}

// on goes to the next step; beyond the last one is the Lab.
func (p *checklistPane) on() tea.Cmd {
	if p.step == numbersStep {
		return goTo(Lab)
	}
	p.show(p.step + 1)
	return nil
}

// back goes to the step before.
func (p *checklistPane) back() tea.Cmd {
	if p.step == 0 {
		return say("this is the first question")
	}
	p.show(p.step - 1)
	return nil
}

// answered reports whether nothing is open in a step. The score is complete
// when all factors are known, the numbers when the volume was given.
func (p *checklistPane) answered(at step) bool {
	if at == followUpStep {
		open := p.session.Result.PeekOpen()
		return open.Searched && len(open.FollowUps) == 0
	}
	if q, ok := p.questionOf(at); ok {
		return p.session.Scenario.Answers.Get(q.ID).Answered()
	}
	if at == scoreStep {
		return p.session.Result.Score.Low == p.session.Result.Score.High
	}
	return numbersGiven(p.session)
}

// mark tells an answered step from an open one.
func (p *checklistPane) mark(at step) string {
	if p.answered(at) {
		return p.styles.Glyphs.Check
	}
	return "·"
}

// progress is the line of all steps. The present one stands in brackets, so
// that it is told without colour too.
func (p *checklistPane) progress() string {
	s := p.styles
	var b strings.Builder
	for at := step(0); at <= numbersStep; at++ {
		before := " "
		switch at {
		case p.step:
			before = "["
		case p.step + 1:
			before = "]"
		}
		ink := s.Muted
		if p.answered(at) {
			ink = s.Text
		}
		if at == p.step {
			ink = s.Accent
		}
		b.WriteString(s.Accent.Render(before) + ink.Render(at.name()+p.mark(at)))
	}
	if p.step == numbersStep {
		b.WriteString(s.Accent.Render("]"))
	}
	return b.String()
}

// stepAt returns the step that the progress line names at column x.
func (p *checklistPane) stepAt(x int) (step, bool) {
	from := 0
	for at := step(0); at <= numbersStep; at++ {
		width := 1 + ansi.StringWidth(at.name()+p.mark(at))
		if x >= from && x < from+width {
			return at, true
		}
		from += width
	}
	return 0, false
}

// indentBlock splits a view into lines, one cell in.
func indentBlock(view string) []string {
	lines := strings.Split(view, "\n")
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}
