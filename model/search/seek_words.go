package search

import (
	"fmt"

	"runwhere/model"
)

// Meaning says what the nearest found value does to the goal.
func (s *Sought) Meaning() string {
	switch {
	case s.Goal.Text == GoalChanges:
		return "the verdict becomes " + model.Outcome(s.Nearest().Becomes)
	case s.Holds:
		return s.Goal.Text + " ceases to hold"
	}
	return s.Goal.Text + " begins to hold"
}

// glance is how many characters of a value are still read at a glance.
const glance = 12

// Text prints a value of the input with its unit; one that takes many digits,
// such as the middle of a range, with three of them.
func (s *Sought) Text(v float64) string {
	text := s.text(v)
	if len(text) > glance {
		return s.text(digits(indexOfDigits(v)))
	}
	return text
}

// Sentences tell what was sought and found.
func (s *Sought) Sentences() []string {
	given := "given"
	if !s.Given {
		given = "a default"
	}
	holds, change := "does not hold", "begins to hold"
	if s.Holds {
		holds, change = "holds", "ceases to hold"
	}
	if s.Goal.Text == GoalChanges {
		holds, change = "asks for another recommendation", "is met"
	}
	lines := []string{fmt.Sprintf("%s is %s today (%s). The goal %s %s.", s.Path, s.Text(s.Today), given, s.Goal.Text, holds)}
	for _, side := range []struct {
		where string
		found *Found
		end   float64
	}{{"below", s.Below, s.Least}, {"above", s.Above, s.Most}} {
		switch {
		case side.found != nil:
			lines = append(lines, fmt.Sprintf("The nearest value %s at which it %s is %s; the recommendation there is %s.",
				side.where, change, s.Text(side.found.Value), model.Outcome(side.found.Becomes)))
		case side.where == "below" && s.Today <= s.Least || side.where == "above" && s.Today >= s.Most:
			lines = append(lines, fmt.Sprintf("There is no value %s.", side.where))
		default:
			lines = append(lines, fmt.Sprintf("No value %s, as far as %s, changes that.", side.where, s.Text(side.end)))
		}
	}
	return lines
}
