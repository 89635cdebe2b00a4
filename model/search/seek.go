package search

import (
	"context"
	"math"
	"strconv"
	"strings"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// Sought is the outcome of a search for the values of one input at which a
// goal begins or ceases to hold.
type Sought struct {
	Path         string  // components[0].duration
	Today        float64 // in the base unit
	Given        bool    // whether somebody gave today's value
	Goal         Goal
	Holds        bool   // whether the goal holds today
	Below, Above *Found // the nearest values at which that changes; nil for none within the limits
	Least, Most  float64

	text func(v float64) string
}

// Found is a value that was searched for, and the scenario that has it.
type Found struct {
	Value    float64
	Becomes  checklist.Option // the recommendation there
	Scenario scenario.Scenario
}

// smallestSought is where a search upward from zero begins; half a permille of
// a second, of a share or of a dollar changes no decision.
const smallestSought = 0.0005

// Seek searches for the values nearest to today's, below and above, at which
// a goal begins or ceases to hold while everything else stays. Values have
// three significant digits, or are whole where the field is. A change that is
// undone within an eighth of a decade may be passed over. The error is an
// *InputError for an unknown key, and for one that is not a figure, or that of the
// context.
func Seek(e *model.Evaluation, ctx context.Context, key string, goal Goal) (Sought, error) {
	base := e.Scenario
	if strings.HasPrefix(key, "components") {
		base = e.Explicit()
	}
	f, at, wrong := scenario.Find(&base, key)
	if wrong != nil {
		return Sought{}, wrong
	}
	value, source, known := e.Effective().Value(f, at)
	today, isFigure := figure(f, value)
	switch {
	case !Figure(f):
		return Sought{}, &quantity.InputError{Key: key, Problem: "not a figure", Allowed: "take an input that is one, such as requests_per_month"}
	case !known || !isFigure:
		return Sought{}, &quantity.InputError{Key: key, Value: value.Word, Problem: "no figure today to search from", Allowed: "give it one first"}
	}
	s := Sought{
		Path: f.PathAt(at), Today: today, Given: source.Given(),
		Goal: goal, Holds: goal.holds(e.Scenario, split.NewEffort(ctx, split.FlipWork)), Least: f.Min, Most: f.Max, text: func(v float64) string { return textOf(f, v) },
	}
	with := func(v float64) (scenario.Scenario, bool) {
		next := base.Clone()
		return next, f.SetText(&next, at, textOf(f, v)) == nil
	}
	found := func(direction int) *Found {
		work := split.NewEffort(ctx, split.FlipWork)
		v, ok := seekToward(f, s.Today, direction, func(v float64) bool {
			next, ok := with(v)
			return ctx.Err() != nil || ok && goal.holds(next, work) != s.Holds
		})
		if !ok {
			return nil
		}
		next, _ := with(v)
		becomes, _ := nearby(e).Recommend(next, work)
		return &Found{Value: v, Becomes: becomes, Scenario: next}
	}
	s.Below, s.Above = found(-1), found(1)
	return s, ctx.Err()
}

// Figure reports whether the field can hold a figure.
func Figure(f *scenario.Field) bool { return f.Kind.Numeric() || f.OrWhole }

// figure reads the figure that a field holds: an amount, or a whole number
// where the field takes words or a whole number.
func figure(f *scenario.Field, v scenario.Value) (float64, bool) {
	if f.OrWhole {
		n, err := strconv.ParseFloat(v.Word, 64)
		return n, err == nil
	}
	return v.Amount.Value(), v.Word == ""
}

// textOf is a figure as SetText reads it.
func textOf(f *scenario.Field, v float64) string {
	if f.OrWhole {
		return quantity.FormatNumber(v)
	}
	return quantity.FormatQuantity(f.Kind, v)
}

// seekToward searches on one side of today's value.
func seekToward(f *scenario.Field, today float64, direction int, changes func(float64) bool) (float64, bool) {
	round := func(v float64) float64 { return v }
	least := max(f.Min, smallestSought, quantity.Smallest[f.Kind])
	if f.Whole || f.OrWhole {
		round, least = math.Ceil, math.Max(f.Min, 1)
		if direction < 0 {
			round = math.Floor
		}
	}
	search := nearestSearch{value: today, low: least, high: f.Max, changes: func(v float64) bool {
		v = round(v)
		return v != today && changes(v)
	}}
	if today < least { // zero, which has no values of three digits around it
		if direction < 0 {
			return 0, false
		}
		if search.value = least; search.changes(least) {
			return least, true
		}
	}
	if v, ok := search.toward(direction); ok {
		return round(v), true
	}
	if direction < 0 && f.Min < least && today > f.Min && changes(f.Min) {
		return f.Min, true
	}
	return 0, false
}

// Nearest returns the found value that is nearest to today's, by ratio; nil
// where nothing changes.
func (s *Sought) Nearest() *Found {
	switch {
	case s.Below == nil:
		return s.Above
	case s.Above == nil:
		return s.Below
	case s.Below.Value*s.Above.Value >= s.Today*s.Today:
		return s.Below
	}
	return s.Above
}
