package scenario

import (
	"math"
	"strconv"
	"strings"

	"runwhere/model/quantity"
)

// weekHelp says how a measured week is written.
const weekHelp = "allowed is a list of 168 figures, one an hour from Monday 0:00 UTC, none negative and not all 0"

// evenWeek is a week to show in a template: as much traffic in every hour.
var evenWeek = "[" + strings.TrimSuffix(strings.Repeat("1, ", hoursInWeek), ", ") + "]"

// ParseWeek reads a measured week: requests or any figure in proportion to them, an
// hour each. The error, one for the whole week, has no key yet.
func ParseWeek(words []string) (Value, *quantity.InputError) {
	fail := func(value, problem string) (Value, *quantity.InputError) {
		return Value{}, &quantity.InputError{Value: value, Problem: problem, Allowed: weekHelp}
	}
	if len(words) != hoursInWeek {
		return fail(strconv.Itoa(len(words))+" figures", "not a week")
	}
	v, sum := Value{}, 0.0
	for h, word := range words {
		at := strings.TrimSpace(word) + " as figure " + strconv.Itoa(h+1)
		figure, err := strconv.ParseFloat(strings.TrimSpace(word), 64)
		switch {
		case err != nil || math.IsNaN(figure):
			return fail(at, "not a number")
		case figure < 0:
			return fail(at, "negative")
		case figure > MostRequests:
			return fail(at, "above the maximum of 10T")
		}
		sum += figure
		v.List = append(v.List, strconv.FormatFloat(figure+0, 'g', -1, 64))
	}
	if sum == 0 {
		return fail("168 zeros", "no traffic")
	}
	return v, nil
}

// parseWeek reads a week as --set has it, with or without brackets.
func parseWeek(text string) (Value, *quantity.InputError) {
	return ParseWeek(strings.Split(withoutBrackets(text), ","))
}

// weekSlot keeps a measured week, nil where there is none. A week is never changed:
// copies of a scenario share it.
type weekSlot func(s *Scenario, at At) *[]float64

func (p weekSlot) Get(s *Scenario, at At) (Value, bool) {
	w := p(s, at)
	if w == nil || len(*w) == 0 {
		return Value{}, false
	}
	var v Value
	for _, figure := range *w {
		v.List = append(v.List, strconv.FormatFloat(figure, 'g', -1, 64))
	}
	return v, true
}

func (p weekSlot) Set(s *Scenario, at At, v Value) {
	w := p(s, at)
	if w == nil {
		return
	}
	*w = nil
	for _, word := range v.List {
		figure, _ := strconv.ParseFloat(word, 64) // ParseWeek has read it
		*w = append(*w, figure)
	}
}

func (p weekSlot) Clear(s *Scenario, at At) {
	if w := p(s, at); w != nil {
		*w = nil
	}
}
