package merge

import (
	"bytes"
	"slices"

	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// inOrder orders scenarios by what they say, so that the merged one is the same
// whatever the order of the files.
func inOrder(given []*scenario.Scenario) []*scenario.Scenario {
	ordered := slices.Clone(given)
	slices.SortStableFunc(ordered, func(a, b *scenario.Scenario) int {
		return bytes.Compare(scenariofile.Encode(*a), scenariofile.Encode(*b))
	})
	return ordered
}

// frame gives the merged scenario the components and calls of all files, with
// nothing said about them yet, and notes which file has which component.
func (m *Merged) frame(given []*scenario.Scenario) {
	var names [][]string
	ordered := inOrder(given)
	for _, s := range ordered {
		var list []string
		for i := range s.Components {
			list = append(list, s.Components[i].Name)
		}
		names = append(names, list)
	}
	for _, name := range union(names) {
		component := MergeComponent{Name: name}
		for i, s := range given {
			if componentNamed(s, name) >= 0 {
				component.Files = append(component.Files, i)
			}
		}
		var calls [][]mergeCall
		for _, s := range ordered {
			calls = append(calls, callsOf(s, name))
		}
		c := scenario.Component{Name: name}
		for _, call := range union(calls) {
			c.Calls = append(c.Calls, scenario.Call{To: call.to})
		}
		m.Components = append(m.Components, component)
		m.Scenario.Components = append(m.Scenario.Components, c)
	}
}

// mergeCall tells the calls of a component apart: the second call to a target
// is another one than the first.
type mergeCall struct {
	to  string
	nth int
}

// callsOf lists the calls of a component, none where there is no such one.
func callsOf(s *scenario.Scenario, component string) []mergeCall {
	i := componentNamed(s, component)
	if i < 0 {
		return nil
	}
	var list []mergeCall
	seen := map[string]int{}
	for _, c := range s.Components[i].Calls {
		list = append(list, mergeCall{c.To, seen[c.To]})
		seen[c.To]++
	}
	return list
}

// componentNamed returns the index of a component, -1 where there is none.
func componentNamed(s *scenario.Scenario, name string) int {
	return slices.IndexFunc(s.Components, func(c scenario.Component) bool { return c.Name == name })
}

// union joins lists: what a list adds is behind what it follows there.
func union[T comparable](lists [][]T) []T {
	var all []T
	for _, list := range lists {
		at := 0
		for _, v := range list {
			if i := slices.Index(all, v); i >= 0 {
				at = i + 1
				continue
			}
			all = slices.Insert(all, at, v)
			at++
		}
	}
	return all
}
