package scenario

import (
	"slices"
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
)

// MostAgreed is the most agreements on prices that are read.
const MostAgreed = 100

// The settings of an agreement, in the order in which a list of words has them.
const (
	agreedMatch = iota
	agreedPercent
	agreedRegion
	agreedSource
	agreedAsOf
	agreedWords // how many words stand for one
)

// agreedKeys are the keys of the settings.
var agreedKeys = []string{"match", "percent", "region", "source", "as_of"}

// AgreedKeys are the keys of an agreement on prices.
func AgreedKeys() []string { return slices.Clone(agreedKeys) }

// agreedHelp says how agreements are written.
const agreedHelp = "allowed is a list such as [{match: aws.*, percent: 9, source: EDP, as_of: 2026-10-01}]; match is a provider (aws.*), a service (lambda.*), the id of a price or *, " +
	"percent 0.0001 to 100, region one region"

// agreedSlot keeps the agreements as a list of words. A list is never changed: copies
// of a scenario share it.
type agreedSlot struct{}

func (agreedSlot) Get(s *Scenario, _ At) (Value, bool) {
	var v Value
	for _, a := range s.Agreed {
		v.List = append(v.List, a.Match, quantity.FormatNumber(a.Percent), a.Region, a.Source, a.AsOf)
	}
	return v, len(v.List) > 0
}

func (agreedSlot) Set(s *Scenario, _ At, v Value) { s.Agreed = v.Agreements() }

func (agreedSlot) Clear(s *Scenario, _ At) { s.Agreed = nil }

// Agreements are those that a value of the kind Agreed holds.
func (v *Value) Agreements() (list []pricebook.Agreed) {
	for of := range slices.Chunk(v.List, agreedWords) {
		percent, _ := percentOf(of[agreedPercent]) // SetAgreed has read it
		list = append(list, pricebook.Agreed{Match: of[agreedMatch], Percent: percent, Region: of[agreedRegion], Source: of[agreedSource], AsOf: of[agreedAsOf]})
	}
	return list
}

// percentOf reads a percentage, with its sign or without.
func percentOf(text string) (float64, *quantity.InputError) {
	f := Field{Path: paths.Agreed.Dot("*.percent"), Kind: quantity.Number, Min: 0.0001, Max: 100, Exact: true}
	v, err := f.Parse(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%")))
	return v.Amount.Value(), err
}

// AddAgreed adds an agreement without a setting. The error has no key yet.
func (v *Value) AddAgreed() *quantity.InputError {
	if len(v.List) == MostAgreed*agreedWords {
		return &quantity.InputError{Problem: "too many agreements", Allowed: "allowed are 100"}
	}
	v.List = append(v.List, make([]string, agreedWords)...)
	return nil
}

// SetAgreed gives a setting of the last agreement. The error has no key yet.
func (v *Value) SetAgreed(key, text string) *quantity.InputError {
	i := slices.Index(agreedKeys, key)
	if i < 0 {
		return &quantity.InputError{Value: text, Problem: "unknown key of an agreement", Allowed: quantity.DidYouMean(quantity.Closest(key, agreedKeys), "known are "+strings.Join(agreedKeys, ", "))}
	}
	switch problem := textProblem(text, true); {
	case problem != "":
		return &quantity.InputError{Value: text, Problem: problem, Allowed: agreedHelp}
	case i == agreedPercent:
		percent, err := percentOf(text)
		if err != nil {
			return err
		}
		text = quantity.FormatNumber(percent)
	case i == agreedAsOf && text != "" && !pricebook.IsDate(text):
		return &quantity.InputError{Value: text, Problem: "not a date", Allowed: "allowed is YYYY, YYYY-MM or YYYY-MM-DD"}
	}
	v.List[len(v.List)-agreedWords+i] = text
	return nil
}

// EndAgreed refuses an agreement that is not whole. The error has no key yet.
func (v *Value) EndAgreed() *quantity.InputError {
	of := v.List[len(v.List)-agreedWords:]
	for _, i := range []int{agreedMatch, agreedPercent} {
		if of[i] == "" {
			return &quantity.InputError{Problem: agreedKeys[i] + " is missing", Allowed: agreedHelp}
		}
	}
	return nil
}

// formatAgreed writes agreements as a file has them.
func formatAgreed(list []string) string {
	var all []string
	for of := range slices.Chunk(list, agreedWords) {
		var settings []string
		for i, text := range of {
			switch {
			case text == "":
			case i == agreedPercent || i == agreedAsOf || i == agreedMatch && text != "*" && isPlain(strings.TrimSuffix(text, "*")):
				settings = append(settings, agreedKeys[i]+": "+text)
			default:
				settings = append(settings, agreedKeys[i]+": "+YamlText(text))
			}
		}
		all = append(all, "{"+strings.Join(settings, ", ")+"}")
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// parseAgreed reads agreements as --set has them.
func parseAgreed(text string) (Value, *quantity.InputError) {
	v := Value{}
	fail := func(problem string) (Value, *quantity.InputError) {
		return Value{}, &quantity.InputError{Value: text, Problem: problem, Allowed: agreedHelp}
	}
	within, brackets := strings.CutPrefix(strings.TrimSpace(text), "[")
	within, closed := strings.CutSuffix(within, "]")
	if !brackets || !closed {
		return fail("not a list in brackets")
	}
	list, _ := inBraces("{" + within + "}")
	for _, one := range list {
		settings, ok := inBraces(one)
		if !ok {
			return fail("an agreement that is not in braces")
		}
		if err := v.AddAgreed(); err != nil {
			return Value{}, err
		}
		for _, setting := range settings {
			key, value, ok := cutPair(setting)
			if !ok {
				return fail("a setting without a value")
			}
			if err := v.SetAgreed(key, unquoted(value)); err != nil {
				return Value{}, err
			}
		}
		if err := v.EndAgreed(); err != nil {
			return fail(err.Problem)
		}
	}
	return v, nil
}
