package checklist

import (
	"fmt"
	"math"
)

// Question is one question with a closed list of choices.
type Question struct {
	ID      string // its key under `checklist:` in a scenario file
	Text    string
	Why     string // why it matters, one line
	Unit    string // of a question that also takes an exact number: engineers, s, requests a month; else ""
	Choices []Choice
}

// Choice is one possible answer to a question.
type Choice struct {
	ID    string
	Label string
	Leans []Option // empty where the framework says "either"
	Note  string   // what the lean leaves out, "" where nothing

	band band // of a numeric question
}

// band is the range of numbers that a choice stands for. It begins where the
// choice before it ends.
type band struct {
	low, high float64
	closed    bool // high itself belongs to this band, and not to the next
}

func (b band) holds(v float64) bool { return v < b.high || b.closed && v == b.high }

// QuestionByID returns the question with this id, one of the ten or the skills,
// and whether there is one.
func QuestionByID(id string) (Question, bool) {
	i := questionIndex(id)
	if i < 0 {
		return Question{}, false
	}
	return questionAt(i), true
}

// Numeric reports whether the question also takes an exact number.
func (q Question) Numeric() bool { return q.Unit != "" }

// Choice returns the choice with this id and whether there is one.
func (q Question) Choice(id string) (Choice, bool) {
	for _, c := range q.Choices {
		if c.ID == id {
			return c, true
		}
	}
	return Choice{}, false
}

// FromNumber returns the answer that an exact number in the question's unit
// stands for: the band that it falls into, and the number itself. The error
// says what is wrong with a number that is not finite or is negative, or that
// the question takes no number at all.
func (q Question) FromNumber(v float64) (Answer, error) {
	if !q.Numeric() {
		return Answer{}, fmt.Errorf("%s: takes no number", q.ID)
	}
	if err := checkNumber(q.ID, q.Unit, v); err != nil {
		return Answer{}, err
	}
	v += 0 // Minus zero is zero, or two equal answers would print differently.
	for _, c := range q.Choices {
		if c.band.holds(v) {
			return Answer{choice: c.ID, exact: v, number: true}, nil
		}
	}
	return Answer{}, fmt.Errorf("%s: %v %s is in no band", q.ID, v, q.Unit)
}

// Band returns the lowest and the highest number that a choice of a numeric
// question stands for, +Inf where it has no upper end; which of two
// neighbouring bands a shared end belongs to is said at Questions. A band has
// no representative number: one would be an answer that nobody gave. Both are
// 0 where there is no such choice and where the question is not numeric.
func (q Question) Band(choiceID string) (low, high float64) {
	c, _ := q.Choice(choiceID)
	return c.band.low, c.band.high
}

// checkNumber returns an error for a number that cannot be a quantity.
func checkNumber(id, unit string, v float64) error {
	switch {
	case math.IsNaN(v), math.IsInf(v, 0):
		return fmt.Errorf("%s: %v is not a finite number of %s", id, v, unit)
	case v < 0:
		return fmt.Errorf("%s: %v %s is negative; 0 or more is allowed", id, v, unit)
	}
	return nil
}
