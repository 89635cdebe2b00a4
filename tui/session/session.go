package session

import (
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/study"
)

// Session is the decision on the table: the scenario, what follows from it,
// and every earlier state. Panes read it and change it only through Apply, so
// undo knows all that ever happened.
type Session struct {
	Book     *pricebook.Book
	Scenario scenario.Scenario
	Result   *study.Study

	Doc     *Document
	undo    []moment
	redo    []moment
	Hand    *Hand      // a placement held against the optimum, nil for none
	held    shownSplit // the figures of hand
	Changes int        // how often any of this changed
}

// New evaluates a scenario and begins its history. One that was read out
// of a decision record has no file of its own yet.
func New(book *pricebook.Book, s scenario.Scenario, file string, original []byte) (*Session, error) {
	result, err := model.Evaluate(s, book)
	if err != nil {
		return nil, err
	}
	return &Session{Book: book, Scenario: s, Result: studied(result), Doc: newDocument(s, file, original)}, nil
}

// Apply makes next the present scenario. Where it cannot be evaluated nothing
// changes and the error says why, in the words of the screens. A change that changes nothing leaves no
// trace in the history.
func (s *Session) Apply(next scenario.Scenario) error {
	if scenario.SameValues(&next, &s.Scenario) {
		return nil
	}
	before := s.Result
	if err := s.Show(next); err != nil {
		return InWords(err, &next)
	}
	s.remember()
	s.Scenario = next
	s.carryOver(before)
	return nil
}

// moment is what undo goes back to.
type moment struct {
	scenario scenario.Scenario
	hand     *Hand
	doc      *Document
}

// now is the present moment.
func (s *Session) now() moment { return moment{s.Scenario, s.Hand, s.Doc} }

// remember notes the present moment before it is changed.
func (s *Session) remember() {
	s.undo, s.redo = append(s.undo, s.now()), nil
	s.Changes++
}

// Show evaluates a scenario and looks at that; the history is left to the caller.
// With many components the placement of before is held, and the worker searches
// the cheapest one.
func (s *Session) Show(next scenario.Scenario) error {
	evaluate := func() (*model.Evaluation, error) { return model.Evaluate(next, s.Book) }
	if model.Searched(len(next.Components)) {
		evaluate = func() (*model.Evaluation, error) { return model.Hold(next, s.Book, s.Result.Evaluation) }
	}
	result, err := evaluate()
	if err == nil {
		s.Result = studied(result)
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
	if !scenario.SameValues(&m.scenario, &s.Scenario) && s.Show(m.scenario) != nil {
		return false
	}
	*to = append(*to, s.now())
	s.Scenario, s.Hand, s.Doc = m.scenario.WithSourcesOf(&m.doc.Saved), m.hand, m.doc
	*from = (*from)[:n-1]
	s.Changes++
	return true
}

// Open shows another decision in place of this one, as a change that undo knows:
// the one before comes back with its file. One that was read out of a decision
// record has no file of its own yet.
func (s *Session) Open(next scenario.Scenario, file string, original []byte) error {
	if err := s.Show(next); err != nil {
		return InWords(err, &next)
	}
	s.remember()
	s.Scenario, s.Hand, s.Doc = next, nil, newDocument(next, file, original)
	s.Doc.savedAt = len(s.undo)
	return nil
}

// Resume goes on with a scenario that was changed and never saved.
func (s *Session) Resume(u Unsaved) error {
	saved := scenario.Scenario{}
	if u.Original != nil {
		var err error
		if saved, err = scenariofile.Decode(u.File, u.Original); err != nil {
			return err
		}
	}
	if err := s.Open(u.Scenario.WithSourcesOf(&saved), u.File, u.Original); err != nil {
		return err
	}
	s.Doc.Saved, s.Doc.savedAt = saved, len(s.undo)-u.Changes
	return nil
}

// Dirty reports whether something would be lost on quitting.
func (s *Session) Dirty() bool { return !scenario.SameValues(&s.Scenario, &s.Doc.Saved) }

// Unsaved returns what would be lost if the program ended now, nil for nothing.
func (s *Session) Unsaved() *Unsaved {
	if !s.Dirty() {
		return nil
	}
	steps := len(s.undo) - s.Doc.savedAt
	return &Unsaved{File: s.Doc.File, Original: s.Doc.Original, Scenario: s.Scenario, Changes: max(steps, -steps, 1)}
}

// Saved notes that a scenario was written to a file that now is its document's,
// as it reads there: the values have the file's lines for sources from now on.
func (s *Session) Saved(doc *Document, saved scenario.Scenario, file string, data []byte) {
	doc.File, doc.Original, doc.Saved, doc.savedAt = file, data, saved, len(s.undo)
	if doc == s.Doc {
		s.Scenario = s.Scenario.WithSourcesOf(&saved)
	}
	s.Changes++
}
