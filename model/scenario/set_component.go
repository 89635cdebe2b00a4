package scenario

import (
	"fmt"
	"strconv"
	"strings"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// findInNamed finds components.NAME.key; names may hold dots.
func findInNamed(s *Scenario, key, rest string) (*Field, At, *quantity.InputError) {
	var unknown *quantity.InputError
	for i := range s.Components {
		suffix, ok := strings.CutPrefix(rest, s.Components[i].Name+".")
		if !ok {
			continue
		}
		f, at, err := findInComponent(s, key, suffix, i)
		if err == nil {
			return f, at, nil
		}
		unknown = err
	}
	if unknown != nil {
		return nil, At{}, unknown
	}
	name, _, _ := strings.Cut(rest, ".")
	return nil, At{}, noSuchComponent(s, key, quantity.Closest(name, s.componentNames()))
}

// findInIndexed finds components[0].key, the form in which errors and reports
// name a value.
func findInIndexed(s *Scenario, key, rest string) (*Field, At, *quantity.InputError) {
	index, suffix, _ := strings.Cut(rest, "]")
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || i >= len(s.Components) {
		return nil, At{}, noSuchComponent(s, key, "")
	}
	return findInComponent(s, key, strings.TrimPrefix(suffix, "."), i)
}

// findInComponent finds the field that the rest of a key means in a component.
func findInComponent(s *Scenario, key, suffix string, component int) (*Field, At, *quantity.InputError) {
	var keys []string
	for _, f := range FieldTable() {
		path, ok := f.Path.Below(paths.Component)
		if !ok {
			continue
		}
		if path == suffix || f.alsoAt(path, suffix) {
			return f, At{Component: component}, nil
		}
		if call, ok := s.callOf(path, suffix, component); ok {
			return f, At{Component: component, Call: call}, nil
		}
		if !strings.Contains(path, "*") {
			keys = append(keys, path)
		}
	}
	wrong := suffix[strings.LastIndexByte(suffix, '.')+1:]
	return nil, At{}, &quantity.InputError{Key: key, Problem: "unknown key of a component", Allowed: quantity.DidYouMean(nearestPath(wrong, keys), "known are "+strings.Join(keys, ", "))}
}

// alsoAt reports whether a suffix is another way to write a component's field: in
// the mapping whose value it is, or where it once was.
func (f *Field) alsoAt(path, suffix string) bool {
	once, moved := f.Once.Below(paths.Component)
	return f.Within != "" && suffix == path+"."+f.Within || moved && suffix == once
}

// callOf finds the call that calls.TARGET.key, calls.TARGET#2.key for the
// second call to the same target, or calls[0].key means in a component.
func (s *Scenario) callOf(path, suffix string, component int) (int, bool) {
	key, ok := strings.CutPrefix(path, "calls.*.")
	if !ok {
		return 0, false
	}
	seen := map[string]int{}
	for j, c := range s.Components[component].Calls {
		seen[c.To]++
		if suffix == "calls."+c.To+"."+key && seen[c.To] == 1 || suffix == fmt.Sprintf("calls.%s#%d.%s", c.To, seen[c.To], key) || suffix == fmt.Sprintf("calls[%d].%s", j, key) {
			return j, true
		}
	}
	return 0, false
}

// mostListed is how many components an error names; the others are counted.
const mostListed = 20

// noSuchComponent lists the components that there are, and names the one that
// is likely meant where there is one.
func noSuchComponent(s *Scenario, key, meant string) *quantity.InputError {
	names := s.componentNames()
	allowed := "the scenario has no components"
	if n := len(names); n > 0 {
		allowed = "there are " + strings.Join(names[:min(n, mostListed)], ", ")
		if n > mostListed {
			allowed += fmt.Sprintf(" and %d more", n-mostListed)
		}
		if strings.HasPrefix(key, "components[") {
			allowed += ", components[0]"
			if n > 1 {
				allowed += fmt.Sprintf(" to components[%d]", n-1)
			}
		}
	}
	return &quantity.InputError{Key: key, Problem: "no such component", Allowed: quantity.DidYouMean(meant, allowed)}
}

// componentNames lists the names of the components in the order of the file.
func (s *Scenario) componentNames() []string {
	names := make([]string, len(s.Components))
	for i := range s.Components {
		names[i] = s.Components[i].Name
	}
	return names
}
