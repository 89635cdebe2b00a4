package model

import (
	"bytes"
	"cmp"
	"errors"
	"slices"

	"runwhere/costs"
)

// MergeFile is one architect's scenario, worked out, under the name by which
// reports and comments call it.
type MergeFile struct {
	Label      string // one printable line, different from every other label
	Evaluation *Evaluation
}

// Merged is what several descriptions of the same decision agree on, what they
// dispute, and which of the disputes the verdict hangs on. Files are counted
// from 0 in the order in which they were given; nothing else depends on that
// order.
type Merged struct {
	Book       *costs.Book
	Labels     []string
	Own        []MergeOutcome // each file's own verdict
	LeftOut    []int          // by file: fields that another one gives for what both have
	Components []MergeComponent
	Fields     []*MergeField // every field that a file gives, in the order of the file
	Scenario   Scenario      // ranges where figures differ, open where words do
	Outcome    MergeOutcome  // of Scenario
	Misfits    []MergeMisfit
	Disputes   []*MergeDispute // the one that matters most first
	Together   *MergeTogether  // nil where there was no reason to look for it

	budget int // evaluations that may still be made
}

// MergeComponent is a component with the files that have it.
type MergeComponent struct {
	Name  string
	Files []int
}

// MergeMisfit is a field that was left open because the merged scenario has no
// price with it: a region that one file gives and a cloud that another gives.
type MergeMisfit struct {
	Field *MergeField
	Why   string
}

// The evaluations that a merge may make: mergeWork over the number of
// components, as the time of one grows with them, within these bounds.
const (
	mergeWork             = 20000
	fewestMergeOutcomes   = 20
	greatestMergeOutcomes = 2000
)

// MergeBudget is how many evaluations a merge of so many components makes at
// most to judge its disputes.
func MergeBudget(components int) int {
	return min(greatestMergeOutcomes, max(fewestMergeOutcomes, mergeWork/max(1, components)))
}

// Merge puts several descriptions of one decision beside each other. The error
// is that of fewer than two files.
func Merge(files []MergeFile, book *costs.Book) (*Merged, error) {
	if len(files) < 2 {
		return nil, errors.New("a merge takes at least two scenarios")
	}
	m := &Merged{Book: book, LeftOut: make([]int, len(files))}
	given := make([]*Scenario, len(files))
	for i, f := range files {
		m.Labels = append(m.Labels, f.Label)
		m.Own = append(m.Own, outcomeOf(f.Evaluation))
		given[i] = &f.Evaluation.Scenario
	}
	m.frame(given)
	for _, place := range m.places() {
		if field := place.gather(given); field != nil {
			m.Fields = append(m.Fields, field)
			field.settle(&m.Scenario)
		}
	}
	for _, field := range m.Fields {
		for i := range field.Said {
			if !field.Said[i].Given && !field.Said[i].Absent {
				m.LeftOut[i]++
			}
		}
	}
	m.fit()
	m.budget = MergeBudget(len(m.Scenario.Components))
	m.judge()
	m.Together = m.together()
	return m, nil
}

// inOrder orders scenarios by what they say, so that the merged one is the same
// whatever the order of the files.
func inOrder(given []*Scenario) []*Scenario {
	ordered := slices.Clone(given)
	slices.SortStableFunc(ordered, func(a, b *Scenario) int { return bytes.Compare(Encode(*a), Encode(*b)) })
	return ordered
}

// frame gives the merged scenario the components and calls of all files, with
// nothing said about them yet, and notes which file has which component.
func (m *Merged) frame(given []*Scenario) {
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
			if s.componentNamed(name) >= 0 {
				component.Files = append(component.Files, i)
			}
		}
		var calls [][]mergeCall
		for _, s := range ordered {
			calls = append(calls, s.callsOf(name))
		}
		c := Component{Name: name}
		for _, call := range union(calls) {
			c.Calls = append(c.Calls, Call{To: call.to})
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
func (s *Scenario) callsOf(component string) []mergeCall {
	i := s.componentNamed(component)
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
func (s *Scenario) componentNamed(name string) int {
	return slices.IndexFunc(s.Components, func(c Component) bool { return c.Name == name })
}

// union joins lists: what a list adds stands behind what it follows there.
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

// Settled reports whether all own verdicts recommend the same.
func (m *Merged) Settled() bool {
	for i := range m.Own {
		if m.Own[i].Recommendation != m.Own[0].Recommendation {
			return false
		}
	}
	return true
}

// Count returns how many fields are in a state.
func (m *Merged) Count(state MergeState) int {
	n := 0
	for _, f := range m.Fields {
		if f.State == state {
			n++
		}
	}
	return n
}

// byWeight orders disputes, the one that matters most first.
func byWeight(a, b *MergeDispute) int {
	if a.Changes != b.Changes {
		return map[bool]int{true: -1, false: 1}[a.Changes]
	}
	return cmp.Or(cmp.Compare(b.USD, a.USD), cmp.Compare(b.Points, a.Points))
}
