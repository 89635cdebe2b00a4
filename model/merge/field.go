package merge

import (
	"cmp"
	"slices"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// MergeState says how far the files are of one mind about a field.
type MergeState string

// The states of a field. What a file leaves out contradicts nobody.
const (
	MergeAgreed   MergeState = "agreed"   // all say the same
	MergePartial  MergeState = "partial"  // those who say something say the same
	MergeDisputed MergeState = "disputed" // two of them differ
)

// MergeField is one field with what each file says of it.
type MergeField struct {
	Field  *scenario.Field
	Key    string // as --set takes it: components.orders-api.duration
	State  MergeState
	Said   []MergeSaid      // by file
	Values []MergeValue     // the different ones, figures from the lowest up
	Spread *quantity.Amount // from the lowest to the highest; nil where a word is among them
	Merged string           // what the merged scenario says, "" where it is open

	component string
	call      mergeCall
}

// MergeSaid is what one file says of a field.
type MergeSaid struct {
	Given  bool
	Absent bool // the file does not have the component or the call
	Text   string
}

// MergeValue is one of the values that were said and the files that say it.
type MergeValue struct {
	Value  scenario.Value
	Text   string
	Files  []int
	Source scenario.Source // of the first of the files
}

// Factor returns how many times the lowest figure the highest one is; false
// where there is none, or the lowest is zero.
func (f *MergeField) Factor() (float64, bool) {
	if f.Spread == nil || f.Spread.Low <= 0 {
		return 0, false
	}
	return f.Spread.High / f.Spread.Low, true
}

// gather reads what every file says; nil where none says anything.
func (f *MergeField) gather(given []*scenario.Scenario) *MergeField {
	said := 0
	for i, s := range given {
		at, ok := f.at(s)
		if !ok {
			f.Said = append(f.Said, MergeSaid{Absent: true})
			continue
		}
		v, ok := f.Field.Value(s, at)
		if !ok {
			f.Said = append(f.Said, MergeSaid{})
			continue
		}
		said++
		f.Said = append(f.Said, MergeSaid{Given: true, Text: f.Field.Format(v)})
		f.add(i, v, f.Field.Source(s, at))
	}
	slices.SortStableFunc(f.Values, f.compare)
	f.measure()
	switch {
	case said == 0:
		return nil
	case len(f.Values) > 1:
		f.State = MergeDisputed
	case said < len(given):
		f.State = MergePartial
	default:
		f.State = MergeAgreed
	}
	return f
}

// add notes that a file says a value. Lists are sets: where files order the
// same words differently, the order is that of the field's words.
func (f *MergeField) add(file int, v scenario.Value, source scenario.Source) {
	text := f.Field.Format(v)
	for i := range f.Values {
		known := &f.Values[i]
		switch {
		case known.Text == text:
		case f.Field.Kind == quantity.Choices && slices.Equal(f.sorted(known.Value.List), f.sorted(v.List)):
			known.Value.List = f.sorted(v.List)
			known.Text = f.Field.Format(known.Value)
		default:
			continue
		}
		known.Files = append(known.Files, file)
		return
	}
	f.Values = append(f.Values, MergeValue{Value: v, Text: text, Files: []int{file}, Source: source})
}

// sorted returns words in the order of the field's own.
func (f *MergeField) sorted(words []string) []string {
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Compare(slices.Index(f.Field.Choices, a), slices.Index(f.Field.Choices, b))
	})
	return words
}

// compare orders figures from the lowest up, then words as the field lists
// them, then any other text.
func (f *MergeField) compare(a, b MergeValue) int {
	rank := func(v *scenario.Value) int {
		if i := slices.Index(f.Field.Choices, v.Word); i >= 0 {
			return i
		}
		return len(f.Field.Choices)
	}
	if f.isFigure(&a.Value) != f.isFigure(&b.Value) {
		return map[bool]int{true: -1, false: 1}[f.isFigure(&a.Value)]
	}
	return cmp.Or(
		cmp.Compare(a.Value.Amount.Value(), b.Value.Amount.Value()), cmp.Compare(a.Value.Amount.Low, b.Value.Amount.Low),
		cmp.Compare(rank(&a.Value), rank(&b.Value)), cmp.Compare(a.Text, b.Text),
	)
}

func (f *MergeField) isFigure(v *scenario.Value) bool { return f.Field.Kind.Numeric() && v.Word == "" }

// measure sets the spread where everything said is a figure.
func (f *MergeField) measure() {
	for i := range f.Values {
		v := &f.Values[i].Value
		switch {
		case !f.isFigure(v):
			f.Spread = nil
			return
		case f.Spread == nil:
			f.Spread = &quantity.Amount{Low: v.Amount.Low, High: v.Amount.High}
		}
		f.Spread.Low, f.Spread.High = min(f.Spread.Low, v.Amount.Low), max(f.Spread.High, v.Amount.High)
	}
}

// settle puts into the merged scenario what was said: the value that all give
// who give one, a range over figures that differ. It stays open where words
// differ, and figures of a field that takes no range.
func (f *MergeField) settle(s *scenario.Scenario) {
	at, ok := f.at(s)
	switch {
	case !ok:
		return
	case len(f.Values) == 1:
		f.Values[0].settle(f.Field, s, at)
	case f.Spread == nil || f.Field.CheckAmount(*f.Spread) != nil:
		return
	default:
		f.Field.SetFrom(s, at, scenario.Value{Amount: *f.Spread}, scenario.Source{Kind: scenario.Derived})
	}
	f.Merged, _ = f.Field.Text(s, at)
}

// settle puts the value into a scenario, with where it came from.
func (v *MergeValue) settle(f *scenario.Field, s *scenario.Scenario, at scenario.At) {
	f.SetFrom(s, at, v.Value, v.Source)
}

// with returns the scenario with one of the field's values.
func (f *MergeField) with(s scenario.Scenario, v *MergeValue) scenario.Scenario {
	s = s.Clone()
	if at, ok := f.at(&s); ok {
		v.settle(f.Field, &s, at)
	}
	return s
}
