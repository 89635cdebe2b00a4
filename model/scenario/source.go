package scenario

import (
	"slices"
	"strconv"

	"runwhere/checklist"
	"runwhere/costs/paths"
)

// SourceKind is how a value came into a scenario.
type SourceKind string

// The kinds of sources.
const (
	Assumed     SourceKind = "default" // nobody gave the value
	Derived     SourceKind = "derived" // it follows from values that were given
	Answered    SourceKind = "answer"  // given in the wizard, or to whoever built the scenario
	FromPreset  SourceKind = "preset"
	FromFile    SourceKind = "file"
	FromCommand SourceKind = "command_line"
)

// Source is where a value came from.
type Source struct {
	Kind SourceKind
	File string // of a file as it was named, of a preset its name
	Line int    // from 1, 0 where there is none
}

// Given reports whether somebody gave the value.
func (s Source) Given() bool { return s.Kind != Assumed && s.Kind != Derived }

// Text says where the value came from: "given in orders.yaml, line 12".
func (s Source) Text() string {
	switch s.Kind {
	case FromFile:
		return "given in " + s.File + ", line " + strconv.Itoa(s.Line)
	case FromPreset:
		return "given by the preset " + s.File
	case FromCommand:
		return "given on the command line"
	case Answered:
		return "given here"
	case Derived:
		return "derived"
	}
	return "assumed"
}

// origins remember where the values of a scenario, a component or a call came
// from, the latest first. They never change, so that copies share them. Each
// holds the value as it came: one that reads otherwise by now was changed since,
// and no change has to tell of itself.
type origins struct {
	path    paths.Path
	value   Value
	source  Source
	earlier *origins
}

// originsAt returns the origins of what a field is part of, nil where there is
// no such component or call.
func (s *Scenario) originsAt(path paths.Path, at At) **origins {
	switch {
	case !path.In(paths.Component):
		return &s.origins
	case s.component(at) == nil || path.In(paths.Call) && s.Call(at) == nil:
		return nil
	case path.In(paths.Call):
		return &s.Call(at).origins
	}
	return &s.component(at).origins
}

// SetFrom changes the value to one that Parse returned, and remembers its source.
func (f *Field) SetFrom(s *Scenario, at At, v Value, source Source) {
	f.Slot.Set(s, at, v)
	f.came(s, at, source)
}

// came remembers where the present value came from.
func (f *Field) came(s *Scenario, at At, source Source) {
	v, given := f.Slot.Get(s, at)
	if of := s.originsAt(f.Path, at); given && of != nil {
		*of = &origins{path: f.Path, value: v, source: source, earlier: *of}
	}
}

// Source returns where the value came from. The volume of the whole system is
// the checklist's, or the sum of its components.
func (f *Field) Source(s *Scenario, at At) Source {
	if f.SetOnly {
		if total, _ := FieldOf(paths.Question(checklist.KeyRequests)); len(s.Components) == 0 || s.SharesTotal() {
			return total.Source(s, at)
		}
		return Source{Kind: Derived}
	}
	v, given := f.Slot.Get(s, at)
	if !given {
		return Source{Kind: Assumed}
	}
	if of := s.originsAt(f.Path, at); of != nil {
		for o := *of; o != nil; o = o.earlier {
			if o.path == f.Path && o.value.same(v) {
				return o.source
			}
		}
	}
	return Source{Kind: Answered}
}

// same reports whether two values are the same to the last bit.
func (v Value) same(o Value) bool {
	return v.Word == o.Word && v.Amount == o.Amount && slices.Equal(v.List, o.List)
}

// changedBy remembers a source for every value that a scenario has and one with
// the same components and calls before it had not: a field may change others.
func (s *Scenario) changedBy(before *Scenario, source Source) {
	eachField(s, Layout(), At{}, func(f *Field, at At) {
		old, given := f.Slot.Get(before, at)
		if now, _ := f.Slot.Get(s, at); !given || !now.same(old) {
			f.came(s, at, source)
		}
	})
}

// WithSourcesOf returns the scenario with the sources of another one, whose
// components are the same by their name, or else their place. What the two say
// differently was given since.
func (s Scenario) WithSourcesOf(o *Scenario) Scenario {
	s = s.Clone()
	s.origins = o.origins
	names := o.componentNames()
	for i := range s.Components {
		c, of := &s.Components[i], Component{}
		if j := slices.Index(names, c.Name); j >= 0 {
			of = o.Components[j]
		} else if i < len(o.Components) {
			of = o.Components[i]
		}
		c.origins = of.origins
		for k := range c.Calls {
			c.Calls[k].origins = nil
			if k < len(of.Calls) {
				c.Calls[k].origins = of.Calls[k].origins
			}
		}
	}
	return s
}

// eachField visits every field of a file as often as a scenario has it.
func eachField(s *Scenario, sec *Section, at At, visit func(f *Field, at At)) {
	for _, c := range sec.Children {
		switch {
		case c.Field != nil:
			visit(c.Field, at)
		case c.List:
			for i := range c.length(s, at) {
				eachField(s, c, c.Element(at, i), visit)
			}
		default:
			eachField(s, c, at, visit)
		}
	}
}
