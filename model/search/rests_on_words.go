package search

import (
	"fmt"
	"math"
	"strings"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
)

// leastSaid is from which USD a month on an assumption that does not decide is
// worth a line, and mostSaid how many of them a page has.
const (
	leastSaid = 1.0
	mostSaid  = 5
)

// Name is what an option is called beside its bill: its platform, or the best mix.
func (r *RestingOn) Name(e *model.Evaluation, o checklist.Option) string {
	switch o {
	case "":
		return "nothing"
	case checklist.Hybrid:
		return "the best mix"
	}
	return e.Platform(o).Name
}

// Intro says what is moved, and what the gap is.
func (r *RestingOn) Intro(e *model.Evaluation) string {
	const moved = "Each value that nobody gave, over what it may plausibly be, all others as they stand in"
	switch {
	case math.IsNaN(r.Gap):
		return moved + ". Nothing has a bill."
	case r.Second == "":
		return fmt.Sprintf("%s. Only %s has a bill, %s a month today.", moved, r.Name(e, r.Cheapest), quantity.Money(r.Gap))
	}
	return fmt.Sprintf("%s. The gap is what %s costs more than %s, %s a month today.", moved, r.Name(e, r.Second), r.Name(e, r.Cheapest), quantity.Money(r.Gap))
}

// Nothing is what is said where no assumption decides.
const Nothing = "Nothing assumed changes the winner within what it may plausibly be."

// Called is what an assumption is called where others stand beside it.
func (a *Assumption) Called() string {
	if a.Scope == "" {
		return a.Label
	}
	return a.Label + " of " + a.Scope
}

// standing is what stands in, and for whom.
func (a *Assumption) standing() string {
	if a.Scope == "" {
		return a.Label + " " + a.Value + " (assumed)"
	}
	return a.Label + " " + a.Value + " (" + a.Scope + ", assumed)"
}

// Text says an assumption in one sentence: what stands in, at which end the winner
// is another one, and how far it moves the gap.
func (r *RestingOn) Text(e *model.Evaluation, a *Assumption) string {
	return a.standing() + ": " + strings.Join(append(r.winners(e, a), r.moves(e, a)), "; ")
}

// Brief says which assumption decides first, and how many more do; "" where none
// does.
func (r *RestingOn) Brief(e *model.Evaluation) string {
	deciding := r.Deciding()
	if len(deciding) == 0 {
		return ""
	}
	text := "Rests on " + deciding[0].standing() + ": " + strings.Join(r.winners(e, &deciding[0]), "; ")
	if more := len(deciding) - 1; more > 0 {
		text += fmt.Sprintf(", and on %d more", more)
	}
	return text + "."
}

// winners says at which ends somebody else wins.
func (r *RestingOn) winners(e *model.Evaluation, a *Assumption) []string {
	var list []string
	for i := range a.Ends {
		if text, changes := r.Winner(e, &a.Ends[i]); changes {
			list = append(list, "at "+a.Ends[i].Text+" "+text)
		}
	}
	return list
}

// Winner says who wins at an end, and whether that is another one than today.
func (r *RestingOn) Winner(e *model.Evaluation, n *End) (text string, changes bool) {
	o, changes := r.Becomes(n, e.Verdict.Recommendation)
	switch {
	case o == "":
		return model.NoOption, changes
	case n.Leads != e.Verdict.Recommendation:
		return o.Title() + " leads", changes
	}
	return r.Name(e, o) + " costs the least", changes
}

// moves says what the range does to the gap.
func (r *RestingOn) moves(e *model.Evaluation, a *Assumption) string {
	gap := "the gap"
	if r.Second == "" {
		gap = "the bill"
	}
	switch {
	case len(a.Ends) == 0:
		return "a word, which has no range"
	case math.IsInf(a.Moves, 1):
		for i := range a.Ends {
			switch n := &a.Ends[i]; {
			case math.IsInf(n.Gap, 1):
				return r.Name(e, r.Second) + " cannot carry it at " + n.Text
			case math.IsInf(n.Gap, -1):
				return r.Name(e, r.Cheapest) + " cannot carry it at " + n.Text
			}
		}
	}
	over := a.Ends[0].Text
	if len(a.Ends) > 1 {
		over += " to " + a.Ends[1].Text
	}
	return "over " + over + " it moves " + gap + " by " + quantity.Money(a.Moves)
}

// Said lists the assumptions that are worth a line: those that decide, and those
// that move the most.
func (r *RestingOn) Said() []*Assumption {
	var list []*Assumption
	others := 0
	for i := range r.Assumptions {
		a := &r.Assumptions[i]
		switch {
		case a.Decides:
		case len(a.Ends) == 0, a.Moves < leastSaid, others == mostSaid:
			continue
		default:
			others++
		}
		list = append(list, a)
	}
	return list
}

// Rest says how much is not worth a line, and which words are assumed; "" where
// nothing is left.
func (r *RestingOn) Rest() string {
	said, left, most := len(r.Said()), 0, 0.0
	var named []string
	for i := range r.Assumptions {
		switch a := &r.Assumptions[i]; {
		case len(a.Ends) == 0 && a.Field.Plausible == nil:
			named = append(named, a.Called()+": "+a.Value)
		case i >= said:
			left, most = left+1, math.Max(most, a.Moves)
		}
	}
	text := ""
	if left > 0 {
		verb := "move"
		if left == 1 {
			verb = "moves"
		}
		text = fmt.Sprintf("%d more %s it by %s or less.", left, verb, quantity.Money(most))
	}
	if len(named) > 0 {
		text += " Words that are assumed: " + strings.Join(named, "; ") + "."
	}
	return strings.TrimSpace(text)
}
