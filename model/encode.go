package model

import (
	"strings"
)

// Encode returns the scenario as a canonical file: what is given and nothing
// else, in a fixed order and form. Decode reads back the same scenario.
func Encode(s Scenario) []byte {
	w := writer{}
	w.mapping(treeOf(&s), "")
	return []byte(w.b.String())
}

// writer writes trees as YAML in block style.
type writer struct {
	b strings.Builder
}

// line writes one line.
func (w *writer) line(parts ...string) {
	for _, p := range parts {
		w.b.WriteString(p)
	}
	w.b.WriteByte('\n')
}

// mapping writes the pairs of a mapping, each indented.
func (w *writer) mapping(t *tree, indent string) {
	for _, p := range t.pairs {
		w.pair(p, indent)
	}
}

// pair writes a key with its value.
func (w *writer) pair(t *tree, indent string) {
	switch {
	case len(t.items) > 0:
		w.line(indent, t.key, ":")
		for _, item := range t.items {
			w.item(item, indent+"  ")
		}
	case len(t.pairs) > 0:
		w.line(indent, t.key, ":")
		w.mapping(t, indent+"  ")
	default:
		w.line(indent, t.key, ": ", t.text)
	}
}

// item writes an element of a list behind its dash.
func (w *writer) item(t *tree, indent string) {
	if t.sec.flow || len(t.pairs) == 0 {
		w.line(indent, "- ", t.flow())
		return
	}
	inner := writer{}
	inner.mapping(t, indent+"  ")
	w.b.WriteString(indent + "- " + strings.TrimPrefix(inner.b.String(), indent+"  "))
}
