package merge

import (
	"fmt"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/quantity"
)

// namedFields is how many fields a sentence names.
const namedFields = 3

// LabelsOf returns the labels of files.
func (m *Merged) LabelsOf(files []int) []string {
	var labels []string
	for _, i := range files {
		labels = append(labels, m.Labels[i])
	}
	return labels
}

// WhoSaid says of a field who said what: "10M: a.yaml; 90M: b.yaml; left out:
// c.yaml".
func (m *Merged) WhoSaid(f *MergeField) string {
	var parts []string
	for i := range f.Values {
		parts = append(parts, f.Values[i].Text+": "+strings.Join(m.LabelsOf(f.Values[i].Files), ", "))
	}
	var left []int
	for i := range f.Said {
		if !f.Said[i].Given && !f.Said[i].Absent {
			left = append(left, i)
		}
	}
	if len(left) > 0 {
		parts = append(parts, "left out: "+strings.Join(m.LabelsOf(left), ", "))
	}
	return strings.Join(parts, "; ")
}

// Agreement says in one sentence what the files agree on.
func (m *Merged) Agreement() string {
	var same []string
	for _, f := range m.Fields {
		if f.State == MergeAgreed {
			same = append(same, f.Key)
		}
	}
	verdicts := m.ownVerdicts()
	switch {
	case len(m.Fields) == 0:
		return verdicts + "; no file says anything."
	case len(same) == 0:
		return verdicts + "; there is no field that all of them give alike."
	}
	named := same[:min(namedFields, len(same))]
	if more := len(same) - len(named); more > 0 {
		named = append(slices.Clone(named), fmt.Sprintf("%d more", more))
	}
	return fmt.Sprintf("%s; all say the same of %s: %s.", verdicts, words.OutOf(len(same), len(m.Fields), "field"), words.ListWords(named))
}

// ownVerdicts says what the files recommend, those of one mind together.
func (m *Merged) ownVerdicts() string {
	if m.Settled() {
		all := "Both"
		if len(m.Own) > 2 {
			all = fmt.Sprintf("All %d", len(m.Own))
		}
		if m.Own[0].Recommendation == "" {
			return all + " find no option that can run the system"
		}
		return all + " recommend " + m.Own[0].Recommendation.Title()
	}
	var parts []string
	for _, option := range append([]checklist.Option{""}, checklist.Options...) {
		var files []int
		for i := range m.Own {
			if m.Own[i].Recommendation == option {
				files = append(files, i)
			}
		}
		if len(files) > 0 {
			parts = append(parts, option.Title()+" ("+words.ListWords(m.LabelsOf(files))+")")
		}
	}
	return "They recommend different things, " + words.ListWords(parts)
}

// SettleFirst says in one sentence what to settle first.
func (m *Merged) SettleFirst() string {
	switch {
	case m.Outcome.Unbilled != "":
		return "Settle first what keeps the merged scenario from having a price: " + m.Outcome.Unbilled + "."
	case len(m.Disputes) > 0 && m.Disputes[0].Changes:
		d := m.Disputes[0]
		return "Settle " + d.Field.Key + " first: " + m.whatEachMakes(d) + "."
	case m.Together != nil:
		return m.settleTogether(m.Together)
	case len(m.Disputes) == 0:
		return "There is nothing to settle: no file contradicts another."
	case m.Disputes[0].USD == 0:
		return "There is nothing to settle first: " + m.noneChanges() + ", and none moves the cheapest bill."
	}
	d := m.Disputes[0]
	return fmt.Sprintf("Nothing has to be settled first: %s; %s moves the most money, %s a month.", m.noneChanges(), d.Field.Key, quantity.Money(d.USD))
}

// noneChanges says that no dispute changes the verdict, as far as they were
// tried.
func (m *Merged) noneChanges() string {
	tried := 0
	for _, d := range m.Disputes {
		if d.Tried {
			tried++
		}
	}
	if tried < len(m.Disputes) {
		return fmt.Sprintf("none of the %s that were tried changes the verdict", words.OutOf(tried, len(m.Disputes), "dispute"))
	}
	return "no dispute changes the verdict"
}

// whatEachMakes says what each value of a dispute makes of the verdict.
func (m *Merged) whatEachMakes(d *MergeDispute) string {
	var parts []string
	for i := range d.Outcomes {
		if o := &d.Outcomes[i]; o.Unbilled == "" {
			v := &d.Field.Values[i]
			parts = append(parts, fmt.Sprintf("with %s (%s) it is %s", v.Text, words.ListWords(m.LabelsOf(v.Files)), o.Recommendation.Title()))
		}
	}
	return words.ListWords(parts)
}

// settleTogether says which disputes change the verdict only together.
func (m *Merged) settleTogether(t *MergeTogether) string {
	none := m.noneChanges()
	if t.Pair != nil {
		a, b := t.Pair[0].Field, t.Pair[1].Field
		var parts []string
		var seen []checklist.Option
		for _, c := range t.Combined {
			if c.Outcome.Unbilled != "" || slices.Contains(seen, c.Outcome.Recommendation) {
				continue
			}
			seen = append(seen, c.Outcome.Recommendation)
			parts = append(parts, fmt.Sprintf("with %s and %s it is %s", a.Values[c.Values[0]].Text, b.Values[c.Values[1]].Text, c.Outcome.Recommendation.Title()))
		}
		return fmt.Sprintf("Settle %s and %s first: %s by itself, but these two do together: %s.", a.Key, b.Key, none, words.ListWords(parts))
	}
	if t.LeftOut {
		return m.settleLeftOut()
	}
	bound := ""
	if t.Stopped {
		bound = fmt.Sprintf(", where the bound of %d evaluations was reached", MergeBudget(len(m.Scenario.Components)))
	}
	return fmt.Sprintf("It takes more than two disputes together: %s by itself, nor does any of the %s that were tried%s.", none, words.Plural(t.Tried, "pair"), bound)
}

// settleLeftOut says who leaves out what sets the verdicts apart.
func (m *Merged) settleLeftOut() string {
	most := 0
	for i := range m.LeftOut {
		if m.LeftOut[i] > m.LeftOut[most] {
			most = i
		}
	}
	const apart = ": the verdicts differ by that and not by what is disputed"
	if m.LeftOut[most] == 0 {
		return "Settle first which components there are" + apart + "."
	}
	whole := ""
	if slices.ContainsFunc(m.Components, func(c MergeComponent) bool { return len(c.Files) < len(m.Labels) }) {
		whole = ", whole components among it"
	}
	return fmt.Sprintf("Settle first what some leave out%s%s; %s leaves out the most, %s.", whole, apart, m.Labels[most], words.Plural(m.LeftOut[most], "field"))
}
