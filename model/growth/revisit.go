package growth

import (
	"fmt"
	"math"

	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/scenario"
)

// Trigger is a figure at which the decision changes, put as what to watch.
type Trigger struct {
	Flip  model.Flip
	Month int // from today in which today's growth reaches it; −1 where it does not, or the figure does not grow
}

// Triggers turns the flips of figures into what to look again for. Answers
// change when somebody changes them and need no watch.
func Triggers(e *model.Evaluation, flips []model.Flip) []Trigger {
	var list []Trigger
	for _, f := range flips {
		if f.Answer || f.ToValue == f.FromValue {
			continue
		}
		t := Trigger{Flip: f, Month: -1}
		if f.Input == paths.Requests.String() && f.ToValue > f.FromValue {
			t.Month = monthOf(e, f.ToValue)
		}
		list = append(list, t)
	}
	return list
}

// monthOf is the first month in which the volume has grown to so much, −1 where
// it does not grow.
func monthOf(e *model.Evaluation, volume float64) int {
	rate := e.Scenario.Growth.Monthly.Or(scenario.Defaults().Growth.Monthly.Value).Value()
	if rate <= 0 || e.Volume() <= 0 {
		return -1
	}
	months := math.Log(volume/e.Volume()) / math.Log1p(rate)
	return int(math.Max(0, math.Ceil(months-1e-9)))
}

// Text says what to watch, and what it becomes then.
func (t *Trigger) Text() string {
	f := &t.Flip
	moves := "rises to"
	if f.ToValue < f.FromValue {
		moves = "falls to"
	}
	when := ""
	if t.Month >= 0 {
		when = fmt.Sprintf(", in month %d at the growth assumed", t.Month)
	}
	return fmt.Sprintf("%s %s %s (%s today)%s: %s", f.Label, moves, f.To, f.From, when, model.Outcome(f.Becomes))
}
