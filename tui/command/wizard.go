package command

import (
	"context"
	"errors"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/report"
	"runwhere/model/study"
	"runwhere/model/uncertainty"
	"runwhere/model/visible"
	"runwhere/tui"
	"runwhere/tui/ask"
	"runwhere/tui/kit"
)

// openWizard opens the screens, or the plain prompts, and returns when they
// are left.
func (p *program) openWizard(w wizardSettings) error {
	if w.plain {
		return p.askPlainly(w)
	}
	start := kit.Checklist
	if w.file != "" {
		start = kit.Lab
	}
	return p.runScreens(tui.Config{
		Book: w.book, Scenario: w.scenario, File: w.file, Original: w.original,
		Start: start, Files: disk{}, Alphabet: w.alphabet, NoColor: w.noColor, Today: today(),
		Theme: map[string]kit.Theme{"light": kit.ThemeLight, "dark": kit.ThemeDark}[w.theme],
	})
}

// askPlainly asks the ten questions line by line and prints the verdict as
// eval does. Leaving in between prints nothing and is no error; the end of the
// input is one, which names the questions that are still open.
func (p *program) askPlainly(w wizardSettings) error {
	var questions []ask.Question
	current := map[string]string{}
	for _, q := range checklist.Questions {
		question := ask.Question{ID: q.ID, Title: q.Text, Why: q.Why}
		for _, c := range q.Choices {
			question.Choices = append(question.Choices, ask.Choice{ID: c.ID, Label: c.Label, Note: c.Note})
		}
		questions = append(questions, question)
		if a := w.scenario.Answers.Get(q.ID); a.Answered() {
			current[q.ID] = a.Choice()
		}
	}
	answers, err := ask.NewPlain(p.stdin, safeWriter{p.out, visible.Text}).AskAll(questions, current)
	if errors.Is(err, ask.ErrQuit) {
		return nil
	}
	if err != nil {
		return err
	}
	s := w.scenario
	for id, choice := range answers {
		if s.Answers.Get(id).Choice() != choice { // an exact figure in the same band stays
			s = s.WithAnswer(id, checklist.Choose(choice))
		}
	}
	e, err := model.Evaluate(s, w.book)
	if err != nil {
		return err
	}
	found, err := study.New(e, 0, uncertainty.DefaultSeed).Findings(context.Background())
	if err != nil {
		return err
	}
	return p.write(standardOutput, append([]byte("\n"), report.Text(e, found)...))
}
