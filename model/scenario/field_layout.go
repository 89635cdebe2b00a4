package scenario

import (
	"slices"
	"strings"
	"sync"
)

// VersionKey is the key of the schema version, which every file begins with,
// and schemaVersion its only value so far.
const (
	VersionKey    = "runwhere"
	SchemaVersion = "1"
)

// LongestList is the most components, and calls of one, that are read.
const LongestList = 500

// Section is a node of the file's layout, made from the field table: a field,
// a mapping of sections, or a list of mappings.
type Section struct {
	Key      string
	path     string
	Field    *Field // set for fields only
	Children []*Section
	List     bool
	Flow     bool   // the mappings of the list, or the mapping itself, are written on one line each
	Plain    *Field // of a mapping that may also be a single value: which of its fields that is
	former   []former
}

// former is a key that a mapping once had, which is read and not written.
type former struct {
	key   string
	field *Field
	now   *Section // the child that has the field now
}

// Layout returns the root of the file's layout. It must not be changed.
var Layout = sync.OnceValue(func() *Section {
	root := &Section{}
	for _, f := range FieldTable() {
		if !f.SetOnly {
			root.add(f)
		}
	}
	for _, f := range FieldTable() {
		if !f.Once.IsZero() {
			root.remember(f)
		}
	}
	return root
})

// add puts a field at its path below the root.
func (s *Section) add(f *Field) {
	parts := strings.Split(f.Path.String(), ".")
	for i, part := range parts {
		if part == "*" {
			s.List = true
			s.Flow = s.Key == "calls"
			continue
		}
		next := s.Child(part)
		if next == nil {
			next = &Section{Key: part, path: strings.Join(parts[:i+1], ".")}
			s.Children = append(s.Children, next)
		}
		s = next
	}
	if f.Within == "" {
		s.Field = f
		return
	}
	s.Plain, s.Flow = f, true
	s.Children = append(s.Children, &Section{Key: f.Within, path: JoinPath(s.path, f.Within), Field: f})
}

// remember notes where a field was before it moved into a mapping beside.
func (s *Section) remember(f *Field) {
	was, is := strings.Split(f.Once.String(), "."), strings.Split(f.Path.String(), ".")
	for i, part := range was {
		switch {
		case part == "*":
		case i < len(was)-1:
			s = s.Child(part)
		default:
			s.former = append(s.former, former{part, f, s.Child(is[i])})
		}
	}
}

// Former returns the field that this mapping once had at a key, and the child
// that has it now; nil where there is none.
func (s *Section) Former(key string) (f *Field, now *Section) {
	for _, c := range s.former {
		if c.key == key {
			return c.field, c.now
		}
	}
	return nil, nil
}

// Child returns the section below this one with a key or another name of it.
func (s *Section) Child(key string) *Section {
	for _, c := range s.Children {
		if c.Key == key || c.Field != nil && slices.Contains(c.Field.Aliases, key) {
			return c
		}
	}
	return nil
}

// Keys returns the keys below this section.
func (s *Section) Keys() []string {
	var keys []string
	for _, c := range s.Children {
		keys = append(keys, c.Key)
	}
	return keys
}

// length returns how many elements a list of the scenario has.
func (s *Section) length(sc *Scenario, at At) int {
	if s.Key == "components" {
		return len(sc.Components)
	}
	if c := sc.component(at); c != nil {
		return len(c.Calls)
	}
	return 0
}

// Grow adds an empty element to a list of the scenario and returns where it is.
func (s *Section) Grow(sc *Scenario, at At) At {
	if s.Key == "components" {
		sc.Components = append(sc.Components, Component{})
		return At{Component: len(sc.Components) - 1}
	}
	if c := sc.component(at); c != nil {
		c.Calls = append(c.Calls, Call{})
		at.Call = len(c.Calls) - 1
	}
	return at
}

// Element returns where the element i of a list is.
func (s *Section) Element(at At, i int) At {
	if s.Key == "components" {
		return At{Component: i}
	}
	at.Call = i
	return at
}
