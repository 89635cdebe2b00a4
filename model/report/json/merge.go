package json

import (
	"runwhere/model/merge"
)

// Merged returns what several files say of one decision as one JSON object,
// indented, with a stable order of keys. Money is USD a month, spreads are in
// the base unit of their field; what is unknown or left out is null.
func Merged(m *merge.Merged) ([]byte, error) {
	files := make([]object, len(m.Labels))
	for i, label := range m.Labels {
		files[i] = append(object{{"file", label}}, outcomeJSON(&m.Own[i])...)
		files[i] = append(files[i], member{"left_out", m.LeftOut[i]})
	}
	components := each(m.Components, func(c *merge.MergeComponent) object {
		return object{{"name", c.Name}, {"files", texts(m.LabelsOf(c.Files))}, {"in_all", len(c.Files) == len(m.Labels)}}
	})
	fields := each(m.Fields, func(f **merge.MergeField) object {
		return mergeFieldJSON(m, *f)
	})
	disputes := each(m.Disputes, func(d **merge.MergeDispute) object {
		return disputeJSON(m, *d)
	})
	return indented(object{
		{"prices", object{{"version", m.Book.Version()}}},
		{"files", files},
		{"components", components},
		{"summary", object{
			{"fields", len(m.Fields)},
			{"agreed", m.Count(merge.MergeAgreed)},
			{"partial", m.Count(merge.MergePartial)},
			{"disputed", m.Count(merge.MergeDisputed)},
			{"agreement", m.Agreement()},
			{"settle_first", m.SettleFirst()},
		}},
		{"fields", fields},
		{"merged", append(outcomeJSON(&m.Outcome), member{"left_open", misfitsJSON(m)})},
		{"disputes", disputes},
		{"together", togetherJSON(m)},
	})
}

// outcomeJSON is a verdict in short.
func outcomeJSON(o *merge.MergeOutcome) object {
	verdict := object{{"recommendation", orNull(string(o.Recommendation))}, {"confidence", nil}, {"cheapest", nil}, {"unpriced", orNull(o.Unbilled)}}
	if o.Recommendation != "" {
		verdict[1].value = number(o.Confidence)
	}
	if o.Cheapest != "" {
		verdict[2].value = object{{"option", o.Cheapest}, {"monthly_usd", number(o.USD)}, {"with_people", o.WithPeople}}
	}
	return verdict
}

func mergeFieldJSON(m *merge.Merged, f *merge.MergeField) object {
	said := make([]object, len(f.Said))
	for i, s := range f.Said {
		said[i] = object{{"file", m.Labels[i]}, {"value", nil}, {"absent", s.Absent}}
		if s.Given {
			said[i][1].value = s.Text
		}
	}
	var spread, words any
	if f.Spread != nil {
		var factor any
		if v, ok := f.Factor(); ok {
			factor = number(v)
		}
		spread = object{{"low", number(f.Spread.Low)}, {"high", number(f.Spread.High)}, {"factor", factor}}
	} else {
		list := make([]string, len(f.Values))
		for i := range f.Values {
			list[i] = f.Values[i].Text
		}
		words = list
	}
	return object{{"key", f.Key}, {"state", f.State}, {"said", said}, {"spread", spread}, {"words", words}, {"merged", orNull(f.Merged)}}
}

func misfitsJSON(m *merge.Merged) []object {
	list := []object{}
	for _, misfit := range m.Misfits {
		list = append(list, object{{"key", misfit.Field.Key}, {"why", misfit.Why}})
	}
	return list
}

func disputeJSON(m *merge.Merged, d *merge.MergeDispute) object {
	outcomes := make([]object, len(d.Field.Values))
	for i := range d.Field.Values {
		v := &d.Field.Values[i]
		outcomes[i] = object{{"value", v.Text}, {"files", m.LabelsOf(v.Files)}}
		if d.Tried {
			outcomes[i] = append(outcomes[i], outcomeJSON(&d.Outcomes[i])...)
		}
	}
	head := object{{"key", d.Field.Key}, {"tried", d.Tried}, {"changes_verdict", nil}, {"difference_usd", nil}, {"difference_points", nil}}
	if d.Tried {
		head[2].value, head[3].value, head[4].value = d.Changes, number(d.USD), number(d.Points)
	}
	return append(head, member{"outcomes", outcomes})
}

// togetherJSON is null where there was no reason to look for a pair.
func togetherJSON(m *merge.Merged) any {
	t := m.Together
	if t == nil {
		return nil
	}
	keys, combined := []string{}, []object{}
	for _, d := range t.Pair {
		keys = append(keys, d.Field.Key)
	}
	for i := range t.Combined {
		c := &t.Combined[i]
		combined = append(combined, append(object{{"values", t.Texts(c)}}, outcomeJSON(&c.Outcome)...))
	}
	return object{
		{"keys", keys},
		{"combinations", combined},
		{"pairs_tried", t.Tried},
		{"bound_reached", t.Stopped},
		{"evaluations_allowed", merge.MergeBudget(len(m.Components))},
		{"by_what_is_left_out", t.LeftOut},
	}
}
