package scenario

import (
	"slices"
	"strings"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// Field is one value of a scenario file. The table of all fields is the only
// list of keys there is: reading, writing, --set, --sweep and the controls of
// the screens all go through it.
type Field struct {
	Path     paths.Path    // components.*.duration; * stands for the element of a list
	Kind     quantity.Kind // what the value is
	Doc      string        // what it means, in one line
	Min, Max float64       // of numeric kinds, in the base unit, both allowed
	Whole    bool          // the amount is a whole number
	Exact    bool          // the amount cannot be a range
	Choices  []string      // the words that are understood; next to figures for numeric kinds
	Older    []string      // words that are read still, and offered no longer
	Meanings []string      // what each of Choices means, in one line; nil where the words say it
	Follows  string        // what stands in for a left-out value that has no fixed default
	Example  string        // a sensible value, where there is no fixed default to show
	Aliases  []string      // other names of the key that are read
	Within   string        // of a value whose key may hold a mapping too: the key that it has in there
	Once     paths.Path    // where the field was before it moved into a mapping; files and --set still say so
	SetOnly  bool          // exists for --set, --sweep and controls, not in files

	Plausible *Plausible // what a value that nobody gave may be; nil for a choice

	OrWhole bool // a choice that may also be a whole number from Min to Max
	Naming  bool // a text that other keys refer to
	Slot    slot
}

// At says which component, and which of its calls, a field is of; each counts
// from 0. Fields outside of components ignore it.
type At struct {
	Component, Call int
}

// Value is what a field holds: a word, a list of words, or an amount.
type Value struct {
	Word   string   // of Text, Choice and Flag (true, false), and of bands of figures
	List   []string // of Pairs three words a pair, of Pools four a pool
	Amount quantity.Amount
}

// slot reads and writes one field of a scenario. An index that is out of range
// reads as left out and ignores writes.
type slot interface {
	Get(s *Scenario, at At) (Value, bool)
	Set(s *Scenario, at At, v Value)
	Clear(s *Scenario, at At)
}

// Meaning returns in one line what one of the field's words means, "" where the
// word says it.
func (f *Field) Meaning(word string) string {
	if i := slices.Index(f.Choices, word); i >= 0 && i < len(f.Meanings) {
		return f.Meanings[i]
	}
	return ""
}

// Key returns the last part of the path, which is the key in the file.
func (f *Field) Key() string { return f.Path.Key() }

// PathAt returns the path with the indices of lists in place of the stars:
// components[2].duration.
func (f *Field) PathAt(at At) string { return concretePath(f.Path, at) }

// Value returns what the scenario holds and whether it was given.
func (f *Field) Value(s *Scenario, at At) (Value, bool) { return f.Slot.Get(s, at) }

// Amount returns the amount of a numeric field and whether one was given. A
// band of figures such as under-5 is an answer without an amount.
func (f *Field) Amount(s *Scenario, at At) (quantity.Amount, bool) {
	v, ok := f.Slot.Get(s, at)
	return v.Amount, ok && f.Kind.Numeric() && v.Word == ""
}

// Text returns the value as a file shows it and whether it was given.
func (f *Field) Text(s *Scenario, at At) (string, bool) {
	v, ok := f.Slot.Get(s, at)
	if !ok {
		return "", false
	}
	return f.Format(v), true
}

// SetText changes the value to what a text says. The error is an *InputError
// with the field's key; the scenario is then unchanged.
func (f *Field) SetText(s *Scenario, at At, text string) error {
	v, err := f.Parse(text)
	if err != nil {
		err.Key = f.PathAt(at)
		return err
	}
	f.Slot.Set(s, at, v)
	return nil
}

// SetAmount changes the value of a numeric field. The error is an *InputError
// where the amount is outside of what the field allows.
func (f *Field) SetAmount(s *Scenario, at At, a quantity.Amount) error {
	if err := f.CheckAmount(a); err != nil {
		err.Key = f.PathAt(at)
		return err
	}
	f.Slot.Set(s, at, Value{Amount: a})
	return nil
}

// Clear leaves the value out again.
func (f *Field) Clear(s *Scenario, at At) { f.Slot.Clear(s, at) }

// Default returns the text of the value that stands in where the field is left
// out, or in words what it follows from.
func (f *Field) Default() string {
	if f.Follows != "" {
		return f.Follows
	}
	d := Defaults()
	if text, ok := f.Text(&d, At{}); ok {
		return text
	}
	return "left out"
}

// Sample returns a value to show in a template: the default if there is a
// fixed one, else an example.
func (f *Field) Sample() string {
	if f.Example != "" {
		return f.Example
	}
	return f.Default()
}

// Format prints a value as SetText reads it.
func (f *Field) Format(v Value) string {
	switch {
	case f.Kind == quantity.Choices:
		return strings.Join(v.List, ",")
	case f.Kind == quantity.Week:
		return "[" + strings.Join(v.List, ", ") + "]"
	case f.Kind == quantity.Pairs:
		return formatCorrelations(v.List)
	case f.Kind == quantity.Pools:
		return formatPools(v.List)
	case f.Kind == quantity.Agreed:
		return formatAgreed(v.List)
	case f.Kind.Numeric() && v.Word == "":
		return quantity.FormatAmount(f.Kind, v.Amount)
	default:
		return v.Word
	}
}

// concretePath replaces the stars of a path by the indices.
func concretePath(p paths.Path, at At) string {
	path := strings.Replace(p.String(), paths.Component.String(), "components["+quantity.FormatNumber(float64(at.Component))+"]", 1)
	return strings.Replace(path, "calls.*", "calls["+quantity.FormatNumber(float64(at.Call))+"]", 1)
}
