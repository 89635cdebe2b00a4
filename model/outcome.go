package model

import (
	"fmt"

	"runwhere/checklist"
)

// NoOption is said wherever nothing is left to recommend: on the screens, in
// the reports and of what a search finds.
const NoOption = "no option can run this system"

// NoVerdict is NoOption in the place of a recommendation.
const NoVerdict = "No option can run this system as it is described"

// Outcome names what a change leads to: an option, or that there is none.
func Outcome(o checklist.Option) string {
	if o == "" {
		return NoOption
	}
	return o.Title()
}

// Text says a flip in one sentence without its end: what the input would have
// to be instead of what it is, and what follows.
func (f *Flip) Text() string {
	text := f.Label + ": " + f.To + " instead of " + f.From
	if f.Becomes == "" {
		text += ", and " + NoOption
	} else {
		text += " makes it " + f.Becomes.Title()
	}
	if f.Unproven {
		text += " (with the best placement that was found there)"
	}
	return text
}

// Percent prints a probability without decimals, and never as certain what is
// not.
func Percent(p float64) string {
	switch {
	case p > 0 && p < 0.005:
		return "under 1 %"
	case p >= 0.995 && p < 1:
		return "over 99 %"
	}
	return fmt.Sprintf("%.0f %%", p*100)
}
