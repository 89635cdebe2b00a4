package scenario

import (
	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// choiceIDs returns the ids of a question's choices.
func choiceIDs(questionID string) []string {
	q, _ := checklist.QuestionByID(questionID)
	var ids []string
	for _, c := range q.Choices {
		ids = append(ids, c.ID)
	}
	return ids
}

// checklistFields makes a field of each question, so that a new question is a
// new key without another line here.
func checklistFields() []*Field {
	var table []*Field
	for _, q := range append(append([]checklist.Question(nil), checklist.Questions...), checklist.SkillsQuestion) {
		f := &Field{
			Path: paths.Question(q.ID), Kind: quantity.Choice, Choices: choiceIDs(q.ID), Doc: q.Text,
			Follows: "unanswered", Example: q.Choices[0].ID, Slot: answerSlot(q.ID),
		}
		switch q.ID {
		case checklist.KeyEngineers:
			f.Kind, f.Max, f.Example = quantity.Number, mostThings, "9"
		case checklist.KeyLongestTask:
			f.Kind, f.Max, f.Example = quantity.Duration, longestRun, "30s"
		case checklist.KeyRequests:
			f.Kind, f.Max, f.Example = quantity.Count, MostRequests, "50M"
			f.Follows = "the components' sum"
		default:
			if _, yes := q.Choice(checklist.Yes); yes {
				f.Kind, f.Choices, f.Example = quantity.Flag, nil, "false"
			}
		}
		table = append(table, f)
	}
	return append(table, &Field{
		Path: paths.ChecklistShape, Kind: quantity.Week, Doc: "a measured week of the whole system: requests of each hour, UTC, Monday first",
		Follows: "the traffic pattern", Example: evenWeek, Slot: weekSlot(func(s *Scenario, _ At) *[]float64 { return &s.Week }),
	})
}

// followUpFields makes a field of each follow-up question.
func followUpFields() []*Field {
	var table []*Field
	for _, q := range checklist.FollowUps {
		f := &Field{
			Path: paths.Question(q.ID), Kind: quantity.Choice, Choices: choiceIDs(q.ID), Doc: q.Text,
			Follows: "unanswered", Example: q.Choices[0].ID, Slot: answerSlot(q.ID),
		}
		if _, yes := q.Choice(checklist.Yes); yes {
			f.Kind, f.Choices, f.Example = quantity.Flag, nil, "false"
		}
		table = append(table, f)
	}
	return table
}

// answerSlot keeps the answer to a question of the checklist. The exact figure
// of a numeric question is kept in the answer; what an answer cannot hold, a
// range, and the volume, which the components are compared with, are kept
// beside it and count only as long as they agree with the answer.
type answerSlot string

func (q answerSlot) figure(s *Scenario) *Maybe[quantity.Amount] {
	switch string(q) {
	case checklist.KeyEngineers:
		return &s.EngineersRange
	case checklist.KeyLongestTask:
		return &s.LongestTaskRange
	case checklist.KeyRequests:
		return &s.RequestTotal
	}
	return nil
}

func (q answerSlot) Get(s *Scenario, _ At) (Value, bool) {
	answer := s.Answers.Get(string(q))
	if figure := q.figure(s); figure != nil && figure.given {
		of, err := q.answerOf(figure.Value)
		if err == nil && (of == answer || !answer.Answered()) {
			return Value{Amount: figure.Value}, true
		}
	}
	if exact, ok := answer.Number(); ok {
		return Value{Amount: quantity.Exactly(exact)}, true
	}
	word := answer.Choice()
	if q.isFlag() {
		word = FlagWord(word == checklist.Yes)
	}
	return Value{Word: word}, answer.Answered()
}

func (q answerSlot) Set(s *Scenario, _ At, v Value) {
	answer, kept := checklist.Choose(v.Word), Maybe[quantity.Amount]{}
	switch {
	case v.Word == "":
		var err error
		if answer, err = q.answerOf(v.Amount); err != nil {
			return // The field has checked the amount; nothing else can be wrong.
		}
		if v.Amount.IsRange() || string(q) == checklist.KeyRequests {
			kept = Some(v.Amount)
		}
	case q.isFlag() && v.Word == "true":
		answer = checklist.Choose(checklist.Yes)
	case q.isFlag():
		answer = checklist.Choose(checklist.No)
	}
	q.put(s, answer, kept)
}

func (q answerSlot) Clear(s *Scenario, _ At) { q.put(s, checklist.Answer{}, Maybe[quantity.Amount]{}) }

func (q answerSlot) put(s *Scenario, answer checklist.Answer, kept Maybe[quantity.Amount]) {
	s.Answers = s.Answers.With(string(q), answer)
	if figure := q.figure(s); figure != nil {
		*figure = kept
	}
}

// answerOf returns the answer that a figure or range stands for: that of its
// point estimate.
func (q answerSlot) answerOf(a quantity.Amount) (checklist.Answer, error) {
	question, _ := checklist.QuestionByID(string(q))
	return question.FromNumber(a.Value())
}

func (q answerSlot) isFlag() bool {
	question, _ := checklist.QuestionByID(string(q))
	_, yes := question.Choice(checklist.Yes)
	return yes
}

// WithAnswer returns the scenario with a question answered, or unanswered for
// the zero answer. It keeps the figures beside the answers in step: use it and
// not Answers.With wherever the question takes a number.
func (s Scenario) WithAnswer(questionID string, answer checklist.Answer) Scenario {
	kept := Maybe[quantity.Amount]{}
	if exact, ok := answer.Number(); ok && questionID == checklist.KeyRequests {
		kept = Some(quantity.Exactly(exact))
	}
	answerSlot(questionID).put(&s, answer, kept)
	return s
}
