package merge

import (
	"cmp"
	"errors"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/scenario"
)

// MergeFile is one architect's scenario, worked out, under the name by which
// reports and comments call it.
type MergeFile struct {
	Label      string // one printable line, different from every other label
	Evaluation *model.Evaluation
}

// Merged is what several descriptions of the same decision agree on, what they
// dispute, and which of the disputes the verdict hangs on. Files are counted
// from 0 in the order in which they were given; nothing else depends on that
// order.
type Merged struct {
	Book       *pricebook.Book
	Labels     []string
	Own        []MergeOutcome // each file's own verdict
	LeftOut    []int          // by file: fields that another one gives for what both have
	Components []MergeComponent
	Fields     []*MergeField     // every field that a file gives, in the order of the file
	Scenario   scenario.Scenario // ranges where figures differ, open where words do
	Outcome    MergeOutcome      // of Scenario
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
func Merge(files []MergeFile, book *pricebook.Book) (*Merged, error) {
	if len(files) < 2 {
		return nil, errors.New("a merge takes at least two scenarios")
	}
	m := &Merged{Book: book, LeftOut: make([]int, len(files))}
	given := make([]*scenario.Scenario, len(files))
	for i, f := range files {
		m.Labels = append(m.Labels, f.Label)
		m.Own = append(m.Own, outcomeOf(f.Evaluation))
		given[i] = &f.Evaluation.Scenario
	}
	m.frame(given)
	for _, candidate := range m.fieldsToMerge() {
		if field := candidate.gather(given); field != nil {
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
