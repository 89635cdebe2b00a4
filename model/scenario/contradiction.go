package scenario

import "runwhere/costs/paths"

// Contradiction is two things that a scenario says and that do not go
// together. The verdict still counts both, as it cannot know which is meant.
type Contradiction struct {
	ID            string // of the rule
	First, Second string // what was said, each as `key: value`
	Check         string // what to find out
}

// Text says the contradiction in one sentence.
func (c *Contradiction) Text() string { return c.First + ", but " + c.Second + ". " + c.Check }

// Contradictions lists what a scenario says against itself, in the order of
// the rules. Only what was said can contradict; a default never does.
func Contradictions(s Scenario) []Contradiction {
	var found []Contradiction
	for _, r := range ContradictionRules() {
		if first, second := r.clash(&s); first != "" && second != "" {
			found = append(found, Contradiction{r.Id, first, second, r.check})
		}
	}
	return found
}

// statement is something that a scenario may say: `key: value`, "" where it
// does not.
type statement func(s *Scenario) string

// pair is a clash of two statements that do not depend on each other.
func pair(first, second statement) func(*Scenario) (string, string) {
	return func(s *Scenario) (string, string) { return first(s), second(s) }
}

// says is the statement that a question of the checklist has one of these
// answers.
func says(question string, choices ...string) statement {
	return func(s *Scenario) string {
		answer := s.Answers.Get(question).Choice()
		for _, c := range choices {
			if answer == c {
				return stated(s, paths.Question(question), At{})
			}
		}
		return ""
	}
}

// factor is the statement that a factor of the architecture was given so.
func factor(id string, holds bool) statement {
	return func(s *Scenario) string {
		path := paths.Architecture.Dot(id)
		f, ok := FieldOf(path)
		if !ok {
			return ""
		}
		if v, given := f.Slot.Get(s, At{}); !given || v.Word != FlagWord(holds) {
			return ""
		}
		return stated(s, path, At{})
	}
}

// component is the statement about a field of the first component for which the
// condition holds.
func component(path paths.Path, holds func(c *Component) bool) statement {
	return func(s *Scenario) string {
		for i := range s.Components {
			if holds(&s.Components[i]) {
				return stated(s, path, At{Component: i})
			}
		}
		return ""
	}
}

// either is the first of several statements that a scenario makes.
func either(statements ...statement) statement {
	return func(s *Scenario) string {
		for _, say := range statements {
			if text := say(s); text != "" {
				return text
			}
		}
		return ""
	}
}

// stated is a field that was given as a file shows it, "" where it was not.
// Components go by their names.
func stated(s *Scenario, path paths.Path, at At) string {
	f, ok := FieldOf(path)
	if !ok {
		return ""
	}
	text, given := FieldText(f, s, at)
	if !given {
		return ""
	}
	key := path.String()
	if path.In(paths.Component) {
		key = path.Named(s.Components[at.Component].Name)
	}
	return key + ": " + text
}
