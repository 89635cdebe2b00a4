package tui

import (
	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/study"
	"runwhere/tui/ask"
)

// checklistPane asks, one step a screen: the ten questions, the skills, the
// architecture score and the numbers. Beside the step stands what the answers
// say so far, redrawn after each of them.
type checklistPane struct {
	*context
	layout checklistLayout
	step   step

	question  *ask.Select // of a question step
	followUps followUps
	factor    int // the chosen row of the score
	numbers   *numbersForm

	seen      *study.Study      // what the present step was built from
	answers   checklist.Answers // as they were then
	traveling bool              // an undo or redo is under way
}

func newChecklistPane(ctx *context) *checklistPane {
	p := &checklistPane{context: ctx}
	p.begin()
	return p
}

// begin shows the first open question, and the first one where none is open.
func (p *checklistPane) begin() {
	p.step = firstOpen(p.session.Scenario.Answers)
	p.build()
}

// Scope is that of text entry while the numbers are typed.
func (p *checklistPane) Scope() Scope {
	switch p.step {
	case numbersStep:
		return ScopeForm
	case scoreStep:
		return ScopeScore
	}
	return ScopeChecklist
}

func (p *checklistPane) SetSize(w, h int) {
	p.layout = layoutChecklist(w, h)
	p.resizeStep()
}

// Restyle takes up the present styles.
func (p *checklistPane) Restyle() {
	if p.question != nil {
		p.question.SetStyles(p.styles.Form)
	}
	if p.numbers != nil {
		p.numbers.form.SetStyles(p.styles.Form)
	}
}

// Refresh takes up a change of the session. Where several answers have changed
// at once it is another decision, and the questions begin anew; after an undo
// the question that it changed is shown.
func (p *checklistPane) Refresh() {
	if p.seen == p.session.Result {
		if p.step == followUpStep && !p.followUps.known && searchFollowUps.known(p.seen) {
			p.build()
		}
		return
	}
	changed := changedAnswers(p.answers, p.session.Scenario.Answers)
	traveling := p.traveling
	p.traveling = false
	switch {
	case len(changed) > 1:
		p.begin()
		return
	case traveling && len(changed) == 1:
		p.step = changed[0]
	}
	p.build()
}

// build makes what the present step shows from the session.
func (p *checklistPane) build() {
	p.seen, p.answers = p.session.Result, p.session.Scenario.Answers
	p.question = nil
	if p.step == followUpStep {
		p.followUps.refresh(p.session)
	}
	if q, ok := p.questionOf(p.step); ok {
		shown := askQuestion(q, p.answers.Get(q.ID))
		p.question = ask.NewQuestion(shown, p.answers.Get(q.ID).Choice(), p.styles.Form, 1, 1)
	}
	if p.step == numbersStep && (p.numbers == nil || p.numbers.of != p.session.Result) {
		p.numbers = newNumbersForm(p.context)
	}
	p.resizeStep()
}

func (p *checklistPane) resizeStep() {
	inner := p.layout.Step.Inner()
	if p.question != nil {
		p.question.SetSize(inner.W-1, p.questionHeight())
	}
	if p.numbers != nil {
		p.numbers.form.SetSize(inner.W-1, max(1, inner.H-len(p.numbers.foot(p.styles, inner.W))))
	}
}

// Key takes the digits, which are the question's, and everything while the
// numbers are typed.
func (p *checklistPane) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	p.traveling = false
	if p.step == numbersStep {
		return p.numbersKey(msg), true
	}
	key := msg.String()
	if len(key) != 1 || key[0] < '0' || key[0] > '9' {
		return nil, false
	}
	if p.step == scoreStep {
		return p.digitForFactor(key), true
	}
	return p.digitForQuestion(msg), true
}

// Receive hands pasted text and the like to the form of the numbers.
func (p *checklistPane) Receive(msg tea.Msg) tea.Cmd {
	if msg == nil || p.step != numbersStep {
		return nil
	}
	return p.numbers.form.Update(msg)
}

// Handle acts on the checklist's bindings.
func (p *checklistPane) Handle(a Action) (tea.Cmd, bool) {
	switch a {
	case Undo, Redo:
		p.traveling = true
		return nil, false
	case StepBack:
		return p.back(), true
	case StepOn:
		return p.on(), true
	}
	switch p.step {
	case scoreStep:
		return p.handleFactor(a)
	case numbersStep:
		return p.handleNumbers(a)
	case followUpStep:
		return p.handleFollowUp(a)
	default:
		return p.handleQuestion(a)
	}
}

// Click answers with what is under the mouse, or goes to a step of the
// progress line.
func (p *checklistPane) Click(x, y int) tea.Cmd {
	l := &p.layout
	if l.Progress.Contains(x, y) {
		if at, ok := p.stepAt(x); ok {
			p.show(at)
		}
		return nil
	}
	inner := l.Step.Inner()
	if !inner.Contains(x, y) {
		return nil
	}
	x, y = x-inner.X-1, y-inner.Y
	switch p.step {
	case scoreStep:
		return p.clickFactor(y)
	case numbersStep:
		p.numbers.form.Click(x, y)
		return nil
	default:
		if p.question != nil && p.question.Click(x, y) {
			return p.takeAnswer()
		}
		return nil
	}
}

// Lines draws the progress line, the step and what the answers say so far.
func (p *checklistPane) Lines() []string {
	l, s := &p.layout, p.styles
	title, lines := p.stepLines(l.Step.Inner())
	step := s.boxIn(s.Accent, title, lines, l.Step.W, l.Step.H)
	side := s.box("What it says so far", p.sideLines(l.Side.Inner()), l.Side.W, l.Side.H)
	body := append([]string{fit(p.progress(), l.W, s.Glyphs.Ellipsis)}, beside(step, side)...)
	return block(body, l.W, l.H, s.Glyphs.Ellipsis)
}

// stepLines returns the title and the inside of the present step.
func (p *checklistPane) stepLines(r Rect) (string, []string) {
	switch p.step {
	case scoreStep:
		return "architecture score", p.factorLines(r)
	case numbersStep:
		return "numbers", p.numbersLines(r)
	case followUpStep:
		if p.question == nil {
			return "further questions", p.settledLines(r)
		}
		return p.questionTitle(), p.questionLines(r)
	default:
		return p.questionTitle(), p.questionLines(r)
	}
}

// checklistLayout divides the screen; the choices come first, so the side pane
// narrows with the window:
//
//	progress: 1✓ 2✓[3·]4· …
//	┌ question 3 of 10 ────────┐┌ What it says so far ┐
//	│                          ││                     │
//	└──────────────────────────┘└─────────────────────┘
type checklistLayout struct {
	W, H                 int
	Progress, Step, Side Rect
}

func layoutChecklist(w, h int) checklistLayout {
	side := 56
	switch {
	case w < 76:
		side = 26
	case w < 100:
		side = 33
	case w < 150:
		side = 44
	}
	side = min(side, max(0, w))
	return checklistLayout{
		W: w, H: h,
		Progress: Rect{0, 0, w, min(1, max(0, h))},
		Step:     Rect{0, 1, max(0, w-side), max(0, h-1)},
		Side:     Rect{max(0, w-side), 1, side, max(0, h-1)},
	}
}
