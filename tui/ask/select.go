package ask

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// Select asks one question on one screen.
//
// Keys: 1 to 9 answer and move on; up, down, k, j, g, G, home, end, pgup and
// pgdown move the highlight and change nothing else; enter answers with the
// highlighted choice; space leaves the question unanswered, taking back an
// answer that was there, and moves on; right and tab move on as it is; left,
// esc and shift+tab go back. Other keys, ctrl+c among them, are not touched.
type Select struct {
	question Question
	answer   int // index of the stored answer, or unanswered
	outcome  Outcome

	look          *look
	field         *huh.Select[int]
	highlight     *hover
	width, height int

	plan   plan
	header []string // the rows above the choices, drawn
	scroll int      // first row of the choices that is shown
	view   string
}

// NewQuestion returns a screen of width × height cells for a question. The
// answer is the id of the stored choice; "" or an id that the question does not
// have means unanswered. Styles may be nil.
func NewQuestion(q Question, answer string, styles *huh.Styles, width, height int) *Select {
	return newSelect(q, answer, newLook(styles), width, height)
}

func newSelect(q Question, answer string, look *look, width, height int) *Select {
	s := &Select{question: q, answer: q.index(answer), look: look, width: width, height: height}
	s.highlight = &hover{at: max(s.answer, 0)}
	s.rebuild()
	return s
}

// Init returns nothing to run: a select needs no command to start.
func (s *Select) Init() tea.Cmd { return nil }

// Update reads one message. Only key presses matter, and only while the
// outcome is Pending, so a second keypress of an impatient finger cannot
// overwrite an answer before the caller has moved on.
func (s *Select) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok || s.outcome != Pending {
		return nil
	}
	switch press.String() {
	case "left", "esc", "shift+tab":
		s.outcome = Back
	case "right", "tab":
		s.moveOn()
	case "space":
		s.settle(unanswered)
	case "enter":
		if len(s.question.Choices) > 0 {
			s.settle(s.highlight.at)
		}
	default:
		if i, ok := digit(press, len(s.question.Choices)); ok {
			s.settle(i)
			return nil
		}
		return s.move(press)
	}
	return nil
}

// View returns the screen, at most width × height cells.
func (s *Select) View() string { return s.view }

// Result returns how the question was left and the id of its answer, which is
// "" where there is none. After Back it is the answer that was there before.
func (s *Select) Result() (Outcome, string) { return s.outcome, s.Answer() }

// Answer returns the id of the stored answer, "" when unanswered.
func (s *Select) Answer() string {
	if s.answer == unanswered {
		return ""
	}
	return s.question.Choices[s.answer].ID
}

// Reopen makes the screen Pending again with the answer that it has.
func (s *Select) Reopen() { s.outcome = Pending }

// SetSize changes the size; answer and highlight stay.
func (s *Select) SetSize(width, height int) {
	if width == s.width && height == s.height {
		return
	}
	s.width, s.height = width, height
	s.rebuild()
}

// SetStyles changes the colours; nil means huh's plain base.
func (s *Select) SetStyles(styles *huh.Styles) {
	s.look.set(styles)
	s.rebuild()
}

// Click picks the choice at a cell of the view, as its digit would, and tells
// whether there was one.
func (s *Select) Click(x, y int) bool {
	i := s.choiceAt(x, y)
	if i == unanswered || s.outcome != Pending {
		return false
	}
	s.settle(i)
	return true
}

// settle stores an answer, or its absence, and moves on.
func (s *Select) settle(answer int) {
	s.answer = answer
	if answer != unanswered {
		s.highlight.at = answer
	}
	s.moveOn()
	s.rebuild()
}

// moveOn leaves the question as it is: it is answered, or it is skipped.
func (s *Select) moveOn() {
	s.outcome = Skipped
	if s.answer != unanswered {
		s.outcome = Answered
	}
}

// move forwards a key that can only move the highlight.
func (s *Select) move(press tea.KeyPressMsg) tea.Cmd {
	switch last := len(s.question.Choices) - 1; press.String() {
	case "up", "k", "ctrl+p": // huh goes on from the first choice to the last one, and back
		if s.highlight.at <= 0 {
			return nil
		}
	case "down", "j", "ctrl+n":
		if s.highlight.at >= last {
			return nil
		}
	}
	if len(s.question.Choices) == 0 {
		return nil
	}
	_, cmd := s.field.Update(press)
	if at, ok := s.field.Hovered(); ok {
		s.highlight.at = at
	}
	s.draw()
	return cmd
}
