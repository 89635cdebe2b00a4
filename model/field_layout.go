package model

import (
	"slices"
	"strings"
	"sync"
)

// versionKey is the key of the schema version, which every file begins with,
// and schemaVersion its only value so far.
const (
	versionKey    = "runwhere"
	schemaVersion = "1"
)

// longestList is the most components, and calls of one, that are read.
const longestList = 500

// section is a node of the file's layout, made from the field table: a field,
// a mapping of sections, or a list of mappings.
type section struct {
	key      string
	path     string
	field    *Field // set for fields only
	children []*section
	list     bool
	flow     bool // the mappings of the list are written on one line each
}

// layout returns the root of the file's layout. It must not be changed.
var layout = sync.OnceValue(func() *section {
	root := &section{}
	for _, f := range fields() {
		if !f.SetOnly {
			root.add(f)
		}
	}
	return root
})

// add puts a field at its path below the root.
func (s *section) add(f *Field) {
	parts := strings.Split(f.Path, ".")
	for i, part := range parts {
		if part == "*" {
			s.list = true
			s.flow = s.key == "calls"
			continue
		}
		next := s.child(part)
		if next == nil {
			next = &section{key: part, path: strings.Join(parts[:i+1], ".")}
			s.children = append(s.children, next)
		}
		s = next
	}
	s.field = f
}

// child returns the section below this one with a key or another name of it.
func (s *section) child(key string) *section {
	for _, c := range s.children {
		if c.key == key || c.field != nil && slices.Contains(c.field.Aliases, key) {
			return c
		}
	}
	return nil
}

// keys returns the keys below this section.
func (s *section) keys() []string {
	var keys []string
	for _, c := range s.children {
		keys = append(keys, c.key)
	}
	return keys
}

// length returns how many elements a list of the scenario has.
func (s *section) length(sc *Scenario, at At) int {
	if s.key == "components" {
		return len(sc.Components)
	}
	if c := sc.component(at); c != nil {
		return len(c.Calls)
	}
	return 0
}

// grow adds an empty element to a list of the scenario and returns where it is.
func (s *section) grow(sc *Scenario, at At) At {
	if s.key == "components" {
		sc.Components = append(sc.Components, Component{})
		return At{Component: len(sc.Components) - 1}
	}
	if c := sc.component(at); c != nil {
		c.Calls = append(c.Calls, Call{})
		at.Call = len(c.Calls) - 1
	}
	return at
}

// element returns where the element i of a list is.
func (s *section) element(at At, i int) At {
	if s.key == "components" {
		return At{Component: i}
	}
	at.Call = i
	return at
}
