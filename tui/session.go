package tui

import (
	stdcontext "context"
	"reflect"

	"runwhere/costs"
	"runwhere/model"
)

// Session is the decision on the table: the scenario, what follows from it,
// and every earlier state. Panes read it and change it only through Apply, so
// undo knows all that ever happened.
type Session struct {
	Book     *costs.Book
	Scenario model.Scenario
	Result   *model.Evaluation

	File     string // where it was opened from or last saved to; "" for none
	original []byte // the author's own file, whose comments saving keeps
	saved    model.Scenario
	undo     []moment
	redo     []moment
	hand     *hand  // a placement held against the optimum, nil for none
	held     placed // the figures of hand

	searched *model.Evaluation // whose flips are being searched
}

// NewSession evaluates a scenario and begins its history. One that was read out
// of a decision record has no file of its own yet.
func NewSession(book *costs.Book, s model.Scenario, file string, original []byte) (*Session, error) {
	result, err := model.Evaluate(s, book)
	if err != nil {
		return nil, err
	}
	if model.IsRecord(original) { // saving a scenario must not replace a decision record
		file, original = "", nil
	}
	return &Session{Book: book, Scenario: s, Result: drawn(result), File: file, original: original, saved: s}, nil
}

// Apply makes next the present scenario. Where it cannot be evaluated nothing
// changes and the error says why. A change that changes nothing leaves no
// trace in the history.
func (s *Session) Apply(next model.Scenario) error {
	if reflect.DeepEqual(next, s.Scenario) {
		return nil
	}
	before := s.Result
	if err := s.show(next); err != nil {
		return err
	}
	s.remember()
	s.Scenario = next
	s.carryOver(before)
	return nil
}

// moment is what undo goes back to.
type moment struct {
	scenario model.Scenario
	hand     *hand
}

// remember notes the present moment before it is changed.
func (s *Session) remember() {
	s.undo, s.redo = append(s.undo, moment{s.Scenario, s.hand}), nil
}

func (s *Session) show(next model.Scenario) error {
	result, err := model.Evaluate(next, s.Book)
	if err == nil {
		s.Result = drawn(result)
	}
	return err
}

// Undo goes back one change; false where there is none.
func (s *Session) Undo() bool { return s.travel(&s.undo, &s.redo) }

// Redo takes an undo back; false where there is none.
func (s *Session) Redo() bool { return s.travel(&s.redo, &s.undo) }

func (s *Session) travel(from, to *[]moment) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	m := (*from)[n-1]
	if !reflect.DeepEqual(m.scenario, s.Scenario) && s.show(m.scenario) != nil {
		return false
	}
	*to = append(*to, moment{s.Scenario, s.hand})
	s.Scenario, s.hand = m.scenario, m.hand
	*from = (*from)[:n-1]
	return true
}

// Open replaces the decision by another one and forgets the history.
func (s *Session) Open(next model.Scenario, file string, original []byte) error {
	opened, err := NewSession(s.Book, next, file, original)
	if err != nil {
		return err
	}
	*s = *opened
	return nil
}

// Dirty reports whether something would be lost on quitting.
func (s *Session) Dirty() bool { return !reflect.DeepEqual(s.Scenario, s.saved) }

// Bytes returns the file to save: the author's own with the changes worked
// in, or a new one.
func (s *Session) Bytes() ([]byte, error) {
	if s.original == nil {
		data := model.Encode(s.Scenario)
		return data, model.CheckReadBack(data, s.Scenario)
	}
	return model.Update(s.original, s.Scenario)
}

// Saved notes that data was written to file.
func (s *Session) Saved(file string, data []byte) {
	s.File, s.original, s.saved = file, data, s.Scenario
}

// Findings returns what a report says beside the evaluation, worked out when
// first asked for: it takes many evaluations and most screens do not show it.
func (s *Session) Findings() *model.Findings {
	found, err := s.Result.Findings(stdcontext.Background())
	if err != nil { // only a context that is done fails
		panic(err)
	}
	return found
}
