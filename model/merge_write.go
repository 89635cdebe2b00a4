package model

import (
	"strings"

	"runwhere/model/visible"
)

// EncodeMerged returns the merged scenario as a file to work on: like
// EncodeCommented, and behind every value that not all files give alike stands
// who said what. Where words differ the key is a comment with the first of
// them. The error is that of Decode where no file can hold so much.
func EncodeMerged(m *Merged) ([]byte, error) {
	w := mergeWriter{m: m, notes: m.notes()}
	w.line("# A scenario of runwhere, merged of ", listWords(m.Labels), ".")
	w.line("# The comment behind a value says who said what; a range spans figures that differ.")
	w.line("# Where words differ the key is open: remove the `# ` before it to decide.")
	w.line("# Whatever else is left out has the default that its comment shows.")
	root := treeOf(&m.Scenario)
	w.pair(root.pairs[0], "")
	w.mapping(root, layout(), At{}, "", false)
	data := []byte(w.b.String())
	if _, err := Decode("the merged scenario", data); err != nil {
		return nil, err
	}
	return data, CheckReadBack(data, m.Scenario)
}

// mergePlace is where a field stands in the merged scenario.
type mergePlace struct {
	field *Field
	at    At
}

// mergeNote is what is written about a field: the comment, and for an open one
// a value to begin with, as YAML.
type mergeNote struct{ text, sample string }

// notes says of every field that not all files give alike who said what.
func (m *Merged) notes() map[mergePlace]mergeNote {
	notes := map[mergePlace]mergeNote{}
	for _, f := range m.Fields {
		if f.State == MergeAgreed && f.Merged != "" {
			continue
		}
		at, _ := f.at(&m.Scenario)
		note := mergeNote{text: m.WhoSaid(f)}
		if f.State == MergePartial && !m.leavesOut(f) {
			continue // The comment on its component says whose it is.
		}
		if f.Merged == "" {
			example := f.with(m.Scenario, f.Values[0].Value)
			note.sample, _ = fieldText(f.Field, &example, at)
			note.text = "open: " + note.text
		}
		for _, misfit := range m.Misfits {
			if misfit.Field == f {
				note.text += "; does not fit the rest"
			}
		}
		notes[mergePlace{f.Field, at}] = note
	}
	return notes
}

// leavesOut reports whether a file says nothing of a field that it could say
// something of.
func (m *Merged) leavesOut(f *MergeField) bool {
	for i := range f.Said {
		if !f.Said[i].Given && !f.Said[i].Absent {
			return true
		}
	}
	return false
}

// mergeWriter writes the merged scenario with notes on what was said.
type mergeWriter struct {
	commentWriter
	m     *Merged
	notes map[mergePlace]mergeNote
}

// mapping writes each key of a section, as a comment where the tree lacks it.
// later is true inside all components but the first, where only what was said
// is written.
func (w *mergeWriter) mapping(t *tree, sec *section, at At, indent string, later bool) {
	for _, c := range sec.children {
		p := t.pair(c.key)
		if indent == "" && c.field == nil {
			w.line()
		}
		switch {
		case p == nil:
			w.missing(c, at, indent+"# ", later)
		case c.list:
			w.list(p, c, at, indent)
		case len(p.pairs) > 0:
			w.line(indent, c.key, ":")
			w.mapping(p, c, at, indent+"  ", later)
		default:
			w.given(indent+p.key+": "+p.text, c.field, at)
		}
	}
}

// given writes a line with a value, and who said it behind.
func (w *mergeWriter) given(line string, f *Field, at At) {
	if note, ok := w.notes[mergePlace{f, at}]; ok {
		w.note(line, note.text)
		return
	}
	w.line(line)
}

// list writes components and calls; above a component that only some files
// have stands which ones.
func (w *mergeWriter) list(t *tree, sec *section, at At, indent string) {
	w.line(indent, sec.key, ":")
	for i, item := range t.items {
		place := sec.element(at, i)
		if sec.flow {
			w.call(item, place, indent+"  - ")
			continue
		}
		if c := w.m.Components[i]; len(c.Files) < len(w.m.Labels) {
			w.line(indent, "  # only in ", listWords(w.m.LabelsOf(c.Files)))
		}
		inner := mergeWriter{m: w.m, notes: w.notes}
		inner.mapping(item, sec, place, indent+"    ", i > 0)
		// A component begins with its name, which is always given.
		w.b.WriteString(indent + "  - " + strings.TrimPrefix(inner.b.String(), indent+"    "))
	}
}

// call writes one call on one line with what was said of its fields.
func (w *mergeWriter) call(t *tree, at At, lead string) {
	var said []string
	for _, c := range t.sec.children {
		if note, ok := w.notes[mergePlace{c.field, at}]; ok {
			said = append(said, c.key+": "+note.text)
		}
	}
	if len(said) == 0 {
		w.line(lead, t.flow())
		return
	}
	w.note(lead+t.flow(), strings.Join(said, "; "))
}

// missing writes what the merged scenario leaves out, as comments: with what
// was said where files differ, else with the default.
func (w *mergeWriter) missing(sec *section, at At, prefix string, later bool) {
	switch {
	case sec.field != nil:
		if note, ok := w.notes[mergePlace{sec.field, at}]; ok {
			w.note(prefix+sec.key+": "+note.sample, note.text)
		} else if !later {
			w.absent(sec, prefix)
		}
	case sec.list:
		if !later {
			w.absent(sec, prefix)
		}
	default:
		inner := mergeWriter{m: w.m, notes: w.notes}
		for _, c := range sec.children {
			inner.missing(c, at, prefix+"  ", later)
		}
		if inner.b.Len() > 0 {
			w.line(prefix, sec.key, ":")
			w.b.WriteString(inner.b.String())
		}
	}
}

// LabelPrinted makes a name fit for a report and for a comment in a file: what
// acts on a terminal or breaks a line is shown instead.
func LabelPrinted(name string) string {
	return visible.Line(name)
}
