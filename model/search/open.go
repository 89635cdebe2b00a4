package search

import (
	"fmt"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model"
)

// Open is what nobody has answered yet and what is still worth answering: every
// place that says what is open reads it, so that no two of them disagree.
type Open struct {
	Questions []checklist.Question // those of the ten, in order
	Skills    bool                 // whether the skills of the team are
	FollowUps []Pending            // that can still change the recommendation, the most valuable first
	Searched  bool                 // whether FollowUps is known; else it is empty
}

// OpenWith returns what is open with the follow-up questions that a search has
// found.
func OpenWith(e *model.Evaluation, pending []Pending) Open {
	o := Unanswered(e)
	o.FollowUps, o.Searched = pending, true
	return o
}

// Unanswered returns what is open as far as no search is needed to know.
func Unanswered(e *model.Evaluation) Open {
	a := &e.Scenario.Answers
	return Open{Questions: a.Open(), Skills: !a.Get(checklist.KeySkills).Answered()}
}

// All lists the open questions in the order in which they are asked.
func (o *Open) All() []checklist.Question {
	list := slices.Clone(o.Questions)
	if o.Skills {
		list = append(list, checklist.SkillsQuestion)
	}
	for _, p := range o.FollowUps {
		list = append(list, p.Question)
	}
	return list
}

// Nothing reports whether it is known that nothing is open.
func (o *Open) Nothing() bool {
	return o.Searched && len(o.FollowUps) == 0 && len(o.Questions) == 0 && !o.Skills
}

// Words lists what is open, as the object of a sentence; "" where nothing is
// known to be.
func (o *Open) Words() string {
	var parts []string
	switch n := len(o.Questions); n {
	case 0:
	case 1:
		parts = append(parts, "one of the ten questions")
	case len(checklist.Questions):
		parts = append(parts, "all ten questions")
	default:
		parts = append(parts, fmt.Sprintf("%d of the ten questions", n))
	}
	if o.Skills {
		parts = append(parts, "the team's skills")
	}
	switch n := len(o.FollowUps); n {
	case 0:
	case 1:
		parts = append(parts, "a further question that can change the verdict")
	default:
		parts = append(parts, fmt.Sprintf("%d further questions that can change the verdict", n))
	}
	return words.ListWords(parts)
}

// Sentence says what is open.
func (o *Open) Sentence() string {
	switch words := o.Words(); {
	case words != "":
		return "Open: " + words + "."
	case !o.Searched:
		return "Open: which further questions can change the verdict is being worked out."
	}
	return "Nothing is open."
}
