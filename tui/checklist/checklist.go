package checklist

import (
	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/study"
	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// Pane asks, one step a screen: the ten questions, the skills, the
// architecture score and the numbers. Beside the step stands what the answers
// say so far, redrawn after each of them.
type Pane struct {
	*kit.Context
	layout layout
	Step   step

	question  *ask.Select // of a question step
	followUps followUps
	Factor    int // the chosen row of the score
	Numbers   *numbersForm

	seen      *study.Study      // what the present step was built from
	answers   checklist.Answers // as they were then
	traveling bool              // an undo or redo is under way
}

// NewPane makes the first screen.
func NewPane(ctx *kit.Context) *Pane {
	p := &Pane{Context: ctx}
	p.begin()
	return p
}

// begin shows the first open question, and the first one where none is open.
func (p *Pane) begin() {
	p.Step = firstOpen(p.Session.Scenario.Answers)
	p.build()
}

// Scope is that of text entry while the numbers are typed.
func (p *Pane) Scope() keys.Scope {
	switch p.Step {
	case NumbersStep:
		return keys.ScopeForm
	case ScoreStep:
		return keys.ScopeScore
	}
	return keys.ScopeChecklist
}

func (p *Pane) SetSize(w, h int) {
	p.layout = layoutIn(w, h)
	p.resizeStep()
}

// Restyle takes up the present styles.
func (p *Pane) Restyle() {
	if p.question != nil {
		p.question.SetStyles(p.Styles.Form)
	}
	if p.Numbers != nil {
		p.Numbers.Form.SetStyles(p.Styles.Form)
	}
}

// Refresh takes up a change of the session. Where several answers have changed
// at once it is another decision, and the questions begin anew; after an undo
// the question that it changed is shown.
func (p *Pane) Refresh() {
	if p.seen == p.Session.Result {
		if p.Step == FollowUpStep && !p.followUps.known && session.SearchFollowUps.Known(p.seen) {
			p.build()
		}
		return
	}
	changed := changedAnswers(p.answers, p.Session.Scenario.Answers)
	traveling := p.traveling
	p.traveling = false
	switch {
	case len(changed) > 1:
		p.begin()
		return
	case traveling && len(changed) == 1:
		p.Step = changed[0]
	}
	p.build()
}

// build makes what the present step shows from the session.
func (p *Pane) build() {
	p.seen, p.answers = p.Session.Result, p.Session.Scenario.Answers
	p.question = nil
	if p.Step == FollowUpStep {
		p.followUps.refresh(p.Session)
	}
	if q, ok := p.QuestionOf(p.Step); ok {
		shown := askQuestion(q, p.answers.Get(q.ID))
		p.question = ask.NewQuestion(shown, p.answers.Get(q.ID).Choice(), p.Styles.Form, 1, 1)
	}
	if p.Step == NumbersStep && (p.Numbers == nil || p.Numbers.of != p.Session.Result) {
		p.Numbers = newNumbersForm(p.Context)
	}
	p.resizeStep()
}

func (p *Pane) resizeStep() {
	inner := p.layout.step.Inner()
	if p.question != nil {
		p.question.SetSize(inner.W-1, p.questionHeight())
	}
	if p.Numbers != nil {
		p.Numbers.Form.SetSize(inner.W-1, max(1, inner.H-len(p.Numbers.foot(p.Styles, inner.W))))
	}
}

// Key takes the digits, which are the question's, and everything while the
// numbers are typed.
func (p *Pane) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	p.traveling = false
	if p.Step == NumbersStep {
		return p.numbersKey(msg), true
	}
	key := msg.String()
	if len(key) != 1 || key[0] < '0' || key[0] > '9' {
		return nil, false
	}
	if p.Step == ScoreStep {
		return p.digitForFactor(key), true
	}
	return p.digitForQuestion(msg), true
}

// Receive hands pasted text and the like to the form of the numbers.
func (p *Pane) Receive(msg tea.Msg) tea.Cmd {
	if msg == nil || p.Step != NumbersStep {
		return nil
	}
	return p.Numbers.Form.Update(msg)
}

// Handle acts on the checklist's bindings.
func (p *Pane) Handle(a keys.Action) (tea.Cmd, bool) {
	switch a {
	case keys.Undo, keys.Redo:
		p.traveling = true
		return nil, false
	case keys.StepBack:
		return p.back(), true
	case keys.StepOn:
		return p.on(), true
	}
	switch p.Step {
	case ScoreStep:
		return p.handleFactor(a)
	case NumbersStep:
		return p.handleNumbers(a)
	case FollowUpStep:
		return p.handleFollowUp(a)
	default:
		return p.handleQuestion(a)
	}
}

// Click answers with what is under the mouse, or goes to a step of the
// progress line.
func (p *Pane) Click(x, y int) tea.Cmd {
	l := &p.layout
	if l.progress.Contains(x, y) {
		if at, ok := p.stepAt(x); ok {
			p.Show(at)
		}
		return nil
	}
	inner := l.step.Inner()
	if !inner.Contains(x, y) {
		return nil
	}
	x, y = x-inner.X-1, y-inner.Y
	switch p.Step {
	case ScoreStep:
		return p.clickFactor(y)
	case NumbersStep:
		p.Numbers.Form.Click(x, y)
		return nil
	default:
		if p.question != nil && p.question.Click(x, y) {
			return p.takeAnswer()
		}
		return nil
	}
}

// Lines draws the progress line, the step and what the answers say so far.
func (p *Pane) Lines() []string {
	l, s := &p.layout, p.Styles
	title, lines := p.stepLines(l.step.Inner())
	step := s.BoxIn(s.Accent, title, lines, l.step.W, l.step.H)
	side := s.Box("What it says so far", p.sideLines(l.side.Inner()), l.side.W, l.side.H)
	body := append([]string{kit.Fit(p.progress(), l.w, s.Glyphs.Ellipsis)}, kit.Beside(step, side)...)
	return kit.Block(body, l.w, l.h, s.Glyphs.Ellipsis)
}

// stepLines returns the title and the inside of the present step.
func (p *Pane) stepLines(r kit.Rect) (string, []string) {
	switch p.Step {
	case ScoreStep:
		return "architecture score", p.factorLines(r)
	case NumbersStep:
		return "numbers", p.numbersLines(r)
	case FollowUpStep:
		if p.question == nil {
			return "further questions", p.settledLines(r)
		}
		return p.questionTitle(), p.questionLines(r)
	default:
		return p.questionTitle(), p.questionLines(r)
	}
}

// layout divides the screen; the choices come first, so the side pane
// narrows with the window:
//
//	progress: 1✓ 2✓[3·]4· …
//	┌ question 3 of 10 ────────┐┌ What it says so far ┐
//	│                          ││                     │
//	└──────────────────────────┘└─────────────────────┘
type layout struct {
	w, h                 int
	progress, step, side kit.Rect
}

// layoutIn divides the first screen.
func layoutIn(w, h int) layout {
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
	return layout{
		w: w, h: h,
		progress: kit.Rect{X: 0, Y: 0, W: w, H: min(1, max(0, h))},
		step:     kit.Rect{X: 0, Y: 1, W: max(0, w-side), H: max(0, h-1)},
		side:     kit.Rect{X: max(0, w-side), Y: 1, W: side, H: max(0, h-1)},
	}
}
