package checklist

import "slices"

// Option is an outcome that a question, a factor or an instrument can lean to.
type Option string

// The outcomes. Four are the framework's; containers without a cluster are this
// program's own, as the framework does not know of them. Hybrid is an outcome of
// the instruments; a single component is always placed on one of the others.
const (
	Kubernetes Option = "kubernetes"
	Containers Option = "containers"
	Serverless Option = "serverless"
	Wasm       Option = "wasm"
	Hybrid     Option = "hybrid"
)

// Title returns the option as a sentence begins with it; "none" for no option.
func (o Option) Title() string {
	switch o {
	case Kubernetes:
		return "Kubernetes"
	case Containers:
		return "Containers"
	case Serverless:
		return "Serverless"
	case Wasm:
		return "Wasm serverless"
	case Hybrid:
		return "Hybrid"
	case "":
		return "none"
	}
	return string(o)
}

// Options lists the outcomes in the order in which they are always shown.
var Options = []Option{Kubernetes, Containers, Serverless, Wasm, Hybrid}

// Outcomes lists the outcomes that the framework and its instruments know of.
var Outcomes = []Option{Kubernetes, Serverless, Wasm, Hybrid}

// Placeable lists the options that a component can be placed on, in the order
// in which they are always shown. It is what Options begins with.
var Placeable = []Option{Kubernetes, Containers, Serverless, Wasm}

// PlaceableCount is how many options Placeable lists.
const PlaceableCount = 4

// Side is what an option is one form of: containers are the same image on a
// cluster of one's own or without one, and the decisions that are published
// seldom tell the two apart. Every other option is a side by itself.
func (o Option) Side() Option {
	if o == Containers {
		return Kubernetes
	}
	return o
}

// Answer is what was said to one question. The zero Answer is "unanswered",
// which is a state of its own and never the first choice.
type Answer struct {
	choice string
	exact  float64
	number bool
}

// Choose returns the answer that picks the choice with this id.
func Choose(id string) Answer { return Answer{choice: id} }

// Answered reports whether anything was said.
func (a Answer) Answered() bool { return a.choice != "" }

// Choice returns the id of the chosen answer, "" when unanswered.
func (a Answer) Choice() string { return a.choice }

// Number returns the exact figure that was given (engineers, seconds,
// requests a month, in the question's base unit) and whether one was given:
// an answer may also be only a band such as "under-5".
func (a Answer) Number() (float64, bool) { return a.exact, a.number }

// Answers holds one answer a question, by question id. The zero Answers is
// wholly unanswered. It is a value that can be compared with ==: With returns a
// changed copy.
type Answers struct {
	byQuestion [questionCount]Answer
}

// With returns a copy in which one question has this answer; the zero Answer
// makes it unanswered again. A question that does not exist, or an answer that
// is not among the question's choices, changes nothing: whatever Answers holds
// can be looked up in the tables.
func (a Answers) With(questionID string, answer Answer) Answers {
	i := questionIndex(questionID)
	if i < 0 {
		return a
	}
	if answer.Answered() {
		if _, ok := questionAt(i).Choice(answer.choice); !ok {
			return a
		}
	}
	a.byQuestion[i] = answer
	return a
}

// Get returns the answer to a question, the zero Answer where it is unanswered
// or where there is no such question.
func (a Answers) Get(questionID string) Answer {
	if i := questionIndex(questionID); i >= 0 {
		return a.byQuestion[i]
	}
	return Answer{}
}

// Answered returns how many of the ten questions have an answer. Skills are
// not counted: they belong to the team factor.
func (a Answers) Answered() int { return len(Questions) - len(a.Open()) }

// Open returns those of the ten questions that have no answer, in order.
func (a Answers) Open() []Question {
	var open []Question
	for i := range Questions {
		if !a.byQuestion[i].Answered() {
			open = append(open, Questions[i])
		}
	}
	return open
}

// questionIndex returns the place of a question in Answers, -1 where there is
// no such question. The skills come after the ten,
// then the follow-ups.
func questionIndex(id string) int {
	if id == SkillsQuestion.ID {
		return len(Questions)
	}
	if i := slices.IndexFunc(FollowUps, func(q Question) bool { return q.ID == id }); i >= 0 {
		return len(Questions) + 1 + i
	}
	return slices.IndexFunc(Questions, func(q Question) bool { return q.ID == id })
}

// questionAt is the reverse of questionIndex for an index that it returned.
func questionAt(i int) Question {
	switch n := len(Questions); {
	case i > n:
		return FollowUps[i-n-1]
	case i == n:
		return SkillsQuestion
	}
	return Questions[i]
}
