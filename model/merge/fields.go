package merge

import (
	"slices"
	"strconv"
	"strings"

	"runwhere/costs/paths"
	"runwhere/model/scenario"
)

// fieldsToMerge lists every field that the merged scenario may give, those of a
// component together.
func (m *Merged) fieldsToMerge() []*MergeField {
	var list []*MergeField
	done := false
	for _, f := range scenario.Fields() {
		switch {
		case f.SetOnly:
		case !f.Path.In(paths.Components):
			list = append(list, &MergeField{Field: f, Key: f.Path.String()})
		case !done:
			for i := range m.Scenario.Components {
				list = append(list, m.componentFields(m.Scenario.Components[i].Name)...)
			}
			done = true
		}
	}
	return list
}

func (m *Merged) componentFields(name string) []*MergeField {
	var list []*MergeField
	add := func(section paths.Path, call mergeCall, key string) {
		for _, f := range scenario.Fields() {
			path, ok := f.Path.Below(section)
			if ok && !f.Naming && !strings.Contains(path, "*") {
				list = append(list, &MergeField{Field: f, Key: key + path, component: name, call: call})
			}
		}
	}
	key := "components." + name + "."
	add(paths.Component, mergeCall{}, key)
	for _, call := range callsOf(&m.Scenario, name) {
		target := call.to
		if call.nth > 0 {
			target += "#" + strconv.Itoa(call.nth+1)
		}
		add(paths.Call, call, key+"calls."+target+".")
	}
	return list
}

// at finds the field's place in a scenario; false where the scenario does not
// have the component or the call.
func (f *MergeField) at(s *scenario.Scenario) (scenario.At, bool) {
	if f.component == "" {
		return scenario.At{}, true
	}
	at := scenario.At{Component: componentNamed(s, f.component)}
	if at.Component < 0 || f.call.to == "" {
		return at, at.Component >= 0
	}
	at.Call = slices.Index(callsOf(s, f.component), f.call)
	return at, at.Call >= 0
}
