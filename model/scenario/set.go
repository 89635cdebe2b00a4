package scenario

import (
	"strings"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// Set returns a scenario with one value changed by `key=value`, the form of
// --set: checklist.traffic=steady, platforms.kubernetes.node=c5.xlarge,
// components.orders-api.duration=800ms with the component's name or
// components[0].duration=800ms with its place from 0, and
// requests_per_month=10M for the whole system. The error is an *InputError that
// names key, value and what is allowed; the given scenario is never changed.
func Set(s Scenario, assignment string) (Scenario, error) {
	key, value, ok := strings.Cut(assignment, "=")
	if !ok {
		return s, &quantity.InputError{Value: assignment, Problem: "not an assignment", Allowed: "write KEY=VALUE, such as " + paths.ComponentDuration.Named("orders-api") + "=800ms"}
	}
	if strings.HasPrefix(strings.TrimSpace(key), paths.KubernetesPools.String()+".") {
		changed := s.Clone()
		if err := setPool(&changed, strings.TrimSpace(key), value); err != nil {
			err.Key = strings.TrimSpace(key)
			return s, err
		}
		changed.changedBy(&s, Source{Kind: FromCommand})
		return changed, nil
	}
	f, at, err := Find(&s, strings.TrimSpace(key))
	if err != nil {
		err.Value = value
		return s, err
	}
	changed := s.Clone()
	if err := setText(&changed, f, at, value); err != nil {
		err.Key = strings.TrimSpace(key)
		return s, err
	}
	changed.changedBy(&s, Source{Kind: FromCommand})
	return changed, nil
}

// setText changes a value and checks that it still fits the others.
func setText(s *Scenario, f *Field, at At, text string) *quantity.InputError {
	v, err := f.Parse(text)
	if err != nil {
		return err
	}
	before := map[quantity.InputError]bool{}
	for _, e := range CrossCheck(s) {
		before[*e] = true
	}
	f.Slot.Set(s, at, v)
	for _, e := range CrossCheck(s) {
		if !before[*e] {
			return e
		}
	}
	return nil
}

// Find returns the field that a key of --set means and the component and call
// that it is of. The error is an *InputError with the key.
func Find(s *Scenario, key string) (*Field, At, *quantity.InputError) {
	if rest, ok := strings.CutPrefix(key, "components."); ok {
		return findInNamed(s, key, rest)
	}
	if rest, ok := strings.CutPrefix(key, "components["); ok {
		return findInIndexed(s, key, rest)
	}
	var known []string
	for _, f := range FieldTable() {
		if f.Path.Repeats() {
			continue
		}
		section := strings.TrimSuffix(f.Path.String(), f.Key())
		if f.Path.String() == key {
			return f, At{}, nil
		}
		for _, alias := range f.Aliases {
			if section+alias == key {
				return f, At{}, nil
			}
		}
		known = append(known, f.Path.String())
	}
	return nil, At{}, &quantity.InputError{Key: key, Problem: "unknown key", Allowed: quantity.DidYouMean(nearestPath(key, known), keyHelp)}
}

var keyHelp = "keys are those of a scenario file, such as " + paths.KubernetesNode.String() + " or " + paths.ComponentDuration.Named("NAME")

// nearestPath returns the path that is likely meant: a mistyped one, or the
// one that ends in the key that was given alone.
func nearestPath(key string, paths []string) string {
	for _, p := range paths {
		if strings.HasSuffix(p, "."+key) {
			return p
		}
	}
	if near := quantity.Closest(key, paths); near != "" {
		return near
	}
	for _, p := range paths {
		last := p[strings.LastIndexByte(p, '.')+1:]
		if key != "" && last == quantity.Closest(key, []string{last}) {
			return p
		}
	}
	return ""
}
