package checklist

import (
	"slices"
	"strings"
)

// either is how a lean is printed where an answer speaks for no option.
const either = "either"

// LeanRow is one of the ten questions with its answer.
type LeanRow struct {
	ID     string
	Answer string   // id of the choice, "" when unanswered
	Lean   string   // "serverless", "kubernetes or wasm", "either", "" when unanswered
	Leans  []Option // the same as options, empty for "either" and when unanswered
}

// Leans is the checklist counted: how many of the ten questions lean to each
// option. A question that leans to two options counts once for each of them.
type Leans struct {
	Rows []LeanRow // the ten, in order

	counts [4]int // in the order of Outcomes
	room   [4]int // unanswered questions that could still lean to the option
}

// Tally counts where the answers to the ten questions lean.
func Tally(a Answers) Leans {
	l := Leans{Rows: make([]LeanRow, len(Questions))}
	for i := range Questions {
		q, answer := &Questions[i], a.byQuestion[i]
		row := &l.Rows[i]
		row.ID = q.ID
		if !answer.Answered() {
			for k, o := range Outcomes {
				if q.canLeanTo(o) {
					l.room[k]++
				}
			}
			continue
		}
		choice, _ := q.Choice(answer.choice)
		row.Answer, row.Leans, row.Lean = choice.ID, choice.Leans, leanText(choice.Leans)
		for k, o := range Outcomes {
			if slices.Contains(choice.Leans, o) {
				l.counts[k]++
			}
		}
	}
	return l
}

func (q *Question) canLeanTo(o Option) bool {
	return slices.ContainsFunc(q.Choices, func(c Choice) bool { return slices.Contains(c.Leans, o) })
}

// Count returns how many of the ten questions lean to an option, 0 for an
// option that does not exist.
func (l Leans) Count(o Option) int {
	if k := slices.Index(Outcomes, o); k >= 0 {
		return l.counts[k]
	}
	return 0
}

// Range returns the least and the most questions that could lean to an option
// once every open one is answered.
func (l Leans) Range(o Option) (least, most int) {
	k := slices.Index(Outcomes, o)
	if k < 0 {
		return 0, 0
	}
	return l.counts[k], l.counts[k] + l.room[k]
}

// Answered returns how many of the ten questions have an answer.
func (l Leans) Answered() int { return len(l.Rows) - len(l.Unanswered()) }

// Either returns the ids of the answered questions that speak for no option.
func (l Leans) Either() []string { return l.rowsThatLean(either) }

// Unanswered returns the ids of the open questions.
func (l Leans) Unanswered() []string { return l.rowsThatLean("") }

func (l Leans) rowsThatLean(lean string) []string {
	var ids []string
	for _, row := range l.Rows {
		if row.Lean == lean {
			ids = append(ids, row.ID)
		}
	}
	return ids
}

// Leading returns the framework's own result of the checklist, the option that
// most questions lean to: several where they tie, in the order of Outcomes, and
// none where no answer leans anywhere.
func (l Leans) Leading() []Option {
	top := slices.Max(l.counts[:])
	if top == 0 {
		return nil
	}
	var leading []Option
	for k, o := range Outcomes {
		if l.counts[k] == top {
			leading = append(leading, o)
		}
	}
	return leading
}

// leanText prints the options that an answer leans to, in the order of the
// published row.
func leanText(leans []Option) string {
	if len(leans) == 0 {
		return either
	}
	words := make([]string, len(leans))
	for i, o := range leans {
		words[i] = string(o)
	}
	return strings.Join(words, " or ")
}
