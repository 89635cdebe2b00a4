package checklist

import (
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// askQuestion is a question as the screen puts it. An exact figure that was
// given is beside its band.
func askQuestion(q checklist.Question, answer checklist.Answer) ask.Question {
	shown := ask.Question{ID: q.ID, Title: q.Text, Why: q.Why}
	for _, c := range q.Choices {
		note := c.Note
		if exact, ok := answer.Number(); ok && c.ID == answer.Choice() {
			note = "exactly " + exactText(q, exact)
		}
		shown.Choices = append(shown.Choices, ask.Choice{ID: c.ID, Label: c.Label, Note: note})
	}
	return shown
}

// answerField is the field of the scenario that an answer is kept in.
func answerField(q checklist.Question) *scenario.Field {
	f, _ := scenario.FieldOf(paths.Question(q.ID))
	return f
}

// exactText prints the exact figure of a question with its unit.
func exactText(q checklist.Question, v float64) string {
	f := answerField(q)
	if f == nil {
		return fmt.Sprint(v)
	}
	text := quantity.FormatQuantity(f.Kind, v)
	if f.Kind != quantity.Duration {
		text += " " + q.Unit
	}
	return text
}

func (p *Pane) questionTitle() string {
	switch p.Step {
	case SkillsStep:
		return "team skills"
	case FollowUpStep:
		return p.followUps.title()
	}
	return fmt.Sprintf("question %d of %d", int(p.Step)+1, len(checklist.Questions))
}

// questionHeight leaves the rows for what is below the choices.
func (p *Pane) questionHeight() int {
	inner := p.layout.step.Inner()
	return max(1, inner.H-len(p.questionFoot(inner)))
}

func (p *Pane) questionLines(r kit.Rect) []string {
	lines := kit.Block(kit.IndentBlock(p.question.View()), r.W, p.questionHeight(), p.Styles.Glyphs.Ellipsis)
	return append(lines, p.questionFoot(r)...)
}

// questionFoot says what may be done beyond the choices, in what room there
// is.
func (p *Pane) questionFoot(r kit.Rect) []string {
	q, ok := p.QuestionOf(p.Step)
	if !ok || r.H < 9 {
		return nil
	}
	var hints []string
	if p.Step == TenthStep {
		hints = append(hints, "your answer opens the Lab; "+p.Styles.Glyphs.Right+" or space goes on to the team's skills")
	}
	if q.Numeric() {
		hints = append(hints, "= types the exact number")
	}
	if p.Session.Scenario.Answers.Get(q.ID).Answered() {
		hints = append(hints, p.Styles.Glyphs.Dot+" is your answer; backspace takes it back")
	} else {
		hints = append(hints, "open: no answer is assumed")
	}
	var lines []string
	for _, hint := range hints {
		lines = append(lines, p.Styles.Indent(p.Styles.Muted, hint, r.W-1)...)
	}
	if room := r.H - 8; len(lines) > room {
		lines = lines[:room]
	}
	return lines
}

// handleQuestion acts on the bindings that mean something to a question.
func (p *Pane) handleQuestion(a keys.Action) (tea.Cmd, bool) {
	q, _ := p.QuestionOf(p.Step)
	switch a {
	case keys.LeaveOpen:
		if cmd, ok := p.answer(checklist.Answer{}); !ok {
			return cmd, true
		}
		return p.on(), true
	case keys.Accept:
		p.question.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
		return p.takeAnswer(), true
	case keys.ClearValue:
		cmd, _ := p.answer(checklist.Answer{})
		return cmd, true
	case keys.Exact:
		return p.askExact(q), true
	case keys.SayYes, keys.SayNo:
		return p.sayYesOrNo(q, a)
	case keys.MoveUp, keys.MoveDown, keys.First, keys.Last, keys.PageUp, keys.PageDown:
		key := map[keys.Action]rune{
			keys.MoveUp: tea.KeyUp, keys.MoveDown: tea.KeyDown, keys.First: tea.KeyHome, keys.Last: tea.KeyEnd, keys.PageUp: tea.KeyPgUp, keys.PageDown: tea.KeyPgDown,
		}[a]
		p.question.Update(tea.KeyPressMsg{Code: key})
		return nil, true
	}
	return nil, false
}

// sayYesOrNo answers with a letter where the question has such a choice; else
// the letter keeps the meaning that it has everywhere.
func (p *Pane) sayYesOrNo(q checklist.Question, a keys.Action) (tea.Cmd, bool) {
	id := checklist.No
	if a == keys.SayYes {
		id = checklist.Yes
	}
	if _, ok := q.Choice(id); ok {
		return p.answerAndMoveOn(checklist.Choose(id)), true
	}
	if a == keys.SayYes {
		return kit.Perform(keys.CopyReport), true
	}
	return session.Say("this question does not ask yes or no; a digit answers it"), true
}

// digitForQuestion answers and moves on. A digit without a choice is said so
// and never opens another screen.
func (p *Pane) digitForQuestion(msg tea.KeyPressMsg) tea.Cmd {
	if p.question == nil && p.Step == FollowUpStep && !p.followUps.known {
		return session.Say(followUpsSearched)
	}
	if p.question == nil {
		return session.Say("nothing is asked here; enter goes on")
	}
	p.question.Update(msg)
	if outcome, _ := p.question.Result(); outcome == ask.Pending {
		q, _ := p.QuestionOf(p.Step)
		return session.Say(fmt.Sprintf("there is no choice %s; this question has %d", msg.String(), len(q.Choices)))
	}
	return p.takeAnswer()
}

// takeAnswer takes over what the question on the screen was answered with.
func (p *Pane) takeAnswer() tea.Cmd {
	outcome, id := p.question.Result()
	p.question.Reopen()
	if outcome != ask.Answered {
		return nil
	}
	return p.answerAndMoveOn(checklist.Choose(id))
}

// answerAndMoveOn answers the present question, whatever key or click did it.
// After the tenth the way leads straight to the Lab, as the screen says.
func (p *Pane) answerAndMoveOn(answer checklist.Answer) tea.Cmd {
	q, _ := p.QuestionOf(p.Step)
	cmd, ok := p.answer(answer)
	if !ok {
		return cmd
	}
	if p.Step == FollowUpStep { // the next further question that matters is on the screen already
		if !answer.Answered() {
			p.followUps.skip(q.ID)
			p.build()
		}
		return nil
	}
	tenth := p.Step == TenthStep
	p.on()
	switch {
	case tenth:
		return tea.Batch(kit.GoTo(kit.Lab), session.Say(p.afterTen()))
	case q.Numeric():
		return session.Say(fmt.Sprintf("%s then = gives the exact number", p.Styles.Glyphs.Left))
	}
	return nil
}

// afterTen says what is left when the Lab opens.
func (p *Pane) afterTen() string {
	open := len(p.Session.Scenario.Answers.Open())
	done := "all ten answered"
	if open > 0 {
		done = fmt.Sprintf("%d of ten still open", open)
	}
	return done + "; key 1 has skills, further questions, score and numbers"
}

// answer gives the present question an answer, or takes it back, and reports
// whether that was possible. A band that holds the exact figure given before
// keeps that figure.
func (p *Pane) answer(answer checklist.Answer) (tea.Cmd, bool) {
	q, _ := p.QuestionOf(p.Step)
	scenario := p.Session.Scenario
	if answer.Answered() && scenario.Answers.Get(q.ID).Choice() == answer.Choice() {
		return nil, true
	}
	err := p.Session.Apply(scenario.WithAnswer(q.ID, answer))
	p.build()
	if err != nil {
		return session.Complain(err), false
	}
	return nil, true
}
