package scenario

import (
	"slices"
	"strings"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// CheckNames returns the first thing that is wrong between the names of a
// scenario, an *InputError as reading a file gives it: a component without a
// name or with that of another, a call that goes nowhere or to its own
// component.
func (s *Scenario) CheckNames() error {
	for _, err := range CrossCheck(s) {
		return err
	}
	return nil
}

// CrossCheck finds what is wrong between values: component names that are
// missing or there twice, calls that go nowhere, and correlations that cannot be.
// Errors carry the key.
func CrossCheck(s *Scenario) []*quantity.InputError {
	var errs []*quantity.InputError
	index := map[string]bool{}
	var names []string
	for i := range s.Components {
		name := s.Components[i].Name
		key := concretePath(paths.Component, At{Component: i})
		switch {
		case name == "":
			errs = append(errs, &quantity.InputError{Key: key, Problem: "no name", Allowed: "every component has a name"})
		case index[name]:
			errs = append(errs, &quantity.InputError{Key: key + ".name", Value: name, Problem: "there is a component of this name already", Allowed: "every name is there once"})
		default:
			names = append(names, name)
		}
		index[name] = true
	}
	for i := range s.Components {
		for j := range s.Components[i].Calls {
			to := s.Components[i].Calls[j].To
			key := concretePath(paths.Call, At{Component: i, Call: j})
			switch {
			case to == "":
				errs = append(errs, &quantity.InputError{Key: key, Problem: "no target", Allowed: "every call has a `to`"})
			case to == s.Components[i].Name:
				errs = append(errs, &quantity.InputError{Key: key + ".to", Value: to, Problem: "a component does not call itself", Allowed: "name another component"})
			case !index[to]:
				errs = append(errs, &quantity.InputError{
					Key: key + ".to", Value: to, Problem: "no such component",
					Allowed: quantity.DidYouMean(quantity.Closest(to, names), "there are "+strings.Join(names[:min(len(names), 20)], ", ")),
				})
			}
		}
	}
	return slices.Concat(errs, s.checkPools(), s.checkCorrelations())
}
