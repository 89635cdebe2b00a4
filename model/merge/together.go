package merge

// MergeTogether is the search for disputes that change the verdict only
// together. It is made where the files' own verdicts differ although no single
// dispute changes the one on the merged scenario.
type MergeTogether struct {
	Pair     []*MergeDispute    // the two that do, nil where none was found
	Combined []MergeCombination // what each combination of their values makes of it
	Tried    int                // pairs that were tried
	Stopped  bool               // whether the bound on evaluations ended the search
	// LeftOut says that even with all disputed values of any one file the
	// verdict stays: what files leave out, not what they dispute, sets their
	// own verdicts apart.
	LeftOut bool
}

// MergeCombination is one value of each of two disputes and their outcome.
type MergeCombination struct {
	Values  [2]int // indices into the values of the two fields
	Outcome MergeOutcome
}

// together looks for the pair, the disputes that move the most money first.
func (m *Merged) together() *MergeTogether {
	if m.Settled() || len(m.Disputes) > 0 && m.Disputes[0].Changes || m.Outcome.Unbilled != "" {
		return nil
	}
	t := &MergeTogether{LeftOut: !differ(append(m.eachAlone(), m.Outcome))}
	var tried []*MergeDispute
	for _, d := range m.Disputes {
		if d.Tried {
			tried = append(tried, d)
		}
	}
	t.Stopped = len(tried) < len(m.Disputes)
	for j := range tried {
		for i := range j {
			a, b := tried[i], tried[j]
			if !m.spend(len(a.Field.Values) * len(b.Field.Values)) {
				t.Stopped = true
				return t
			}
			t.Tried++
			if combined := m.combine(a.Field, b.Field); combined != nil {
				t.Pair, t.Combined = []*MergeDispute{a, b}, combined
				return t
			}
		}
	}
	return t
}

// combine evaluates all combinations of the values of two fields; nil where
// the recommendation is the same under all of them.
func (m *Merged) combine(a, b *MergeField) []MergeCombination {
	var combined []MergeCombination
	var outcomes []MergeOutcome
	for i := range a.Values {
		first := a.with(m.Scenario, &a.Values[i])
		for j := range b.Values {
			o := m.outcome(b.with(first, &b.Values[j]))
			outcomes = append(outcomes, o)
			combined = append(combined, MergeCombination{[2]int{i, j}, o})
		}
	}
	if !differ(outcomes) {
		return nil
	}
	return combined
}

// eachAlone evaluates the merged scenario once for every file with all that
// the file says of what is disputed.
func (m *Merged) eachAlone() []MergeOutcome {
	var outcomes []MergeOutcome
	for file := range m.Labels {
		s := m.Scenario
		for _, d := range m.Disputes {
			for i := range d.Field.Values {
				for _, by := range d.Field.Values[i].Files {
					if by == file {
						s = d.Field.with(s, &d.Field.Values[i])
					}
				}
			}
		}
		outcomes = append(outcomes, m.outcome(s))
	}
	return outcomes
}

// Texts is the values of a combination as a scenario file shows them.
func (t *MergeTogether) Texts(c *MergeCombination) []string {
	return []string{t.Pair[0].Field.Values[c.Values[0]].Text, t.Pair[1].Field.Values[c.Values[1]].Text}
}
