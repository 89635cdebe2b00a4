package file

import (
	"strings"

	"runwhere/model/scenario"
)

// Encode returns the scenario as a canonical file: what is given and nothing
// else, in a fixed order and form. Decode reads back the same scenario.
func Encode(s scenario.Scenario) []byte {
	w := writer{}
	w.mapping(scenario.TreeOf(&s), "")
	return []byte(w.B.String())
}

// writer writes trees as YAML in block style.
type writer struct {
	B strings.Builder
}

// Line writes one line.
func (w *writer) Line(parts ...string) {
	for _, p := range parts {
		w.B.WriteString(p)
	}
	w.B.WriteByte('\n')
}

// mapping writes the pairs of a mapping, each indented.
func (w *writer) mapping(t *scenario.Tree, indent string) {
	for _, p := range t.Pairs {
		w.Pair(p, indent)
	}
}

// Pair writes a key with its value.
func (w *writer) Pair(t *scenario.Tree, indent string) {
	switch {
	case len(t.Items) > 0:
		w.Line(indent, t.Key, ":")
		for _, item := range t.Items {
			w.item(item, indent+"  ")
		}
	case len(t.Pairs) > 0 && t.Sec.Flow:
		w.Line(indent, t.Key, ": ", t.Flow())
	case len(t.Pairs) > 0:
		w.Line(indent, t.Key, ":")
		w.mapping(t, indent+"  ")
	default:
		w.Line(indent, t.Key, ": ", t.Text)
	}
}

// item writes an element of a list behind its dash.
func (w *writer) item(t *scenario.Tree, indent string) {
	if t.Sec.Flow || len(t.Pairs) == 0 {
		w.Line(indent, "- ", t.Flow())
		return
	}
	inner := writer{}
	inner.mapping(t, indent+"  ")
	w.B.WriteString(indent + "- " + strings.TrimPrefix(inner.B.String(), indent+"  "))
}
