package merge

import (
	"cmp"
	"strings"

	"runwhere/costs/words"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/visible"
)

// EncodeMerged returns the merged scenario as a file to work on: like
// EncodeCommented, and behind every value that not all files give alike stands
// who said what. Where words differ the key is a comment with the first of
// them. The error is that of Decode where no file can hold so much.
func EncodeMerged(m *Merged) ([]byte, error) {
	w := mergeWriter{m: m, notes: m.notes()}
	w.Line("# A scenario of runwhere, merged of ", words.ListWords(m.Labels), ".")
	w.Line("# The comment behind a value says who said what; a range spans figures that differ.")
	w.Line("# Where words differ the key is open: remove the `# ` before it to decide.")
	w.Line("# Whatever else is left out has the default that its comment shows.")
	root := scenario.TreeOf(&m.Scenario)
	w.Pair(root.Pairs[0], "")
	w.mapping(root, scenario.Layout(), scenario.At{}, "", false)
	data := []byte(w.B.String())
	if _, err := scenariofile.Decode("the merged scenario", data); err != nil {
		return nil, err
	}
	return data, scenariofile.CheckReadBack(data, m.Scenario)
}

// mergedField is where a field is in the merged scenario.
type mergedField struct {
	field *scenario.Field
	at    scenario.At
}

// mergeNote is what is written about a field: the comment, and for an open one
// a value to begin with, as YAML.
type mergeNote struct{ text, sample string }

// notes says of every field that not all files give alike who said what.
func (m *Merged) notes() map[mergedField]mergeNote {
	notes := map[mergedField]mergeNote{}
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
			example := f.with(m.Scenario, &f.Values[0])
			note.sample, _ = scenario.FieldText(f.Field, &example, at)
			note.text = "open: " + note.text
		}
		for _, misfit := range m.Misfits {
			if misfit.Field == f {
				note.text += "; does not fit the rest"
			}
		}
		notes[mergedField{f.Field, at}] = note
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
	scenariofile.CommentWriter
	m     *Merged
	notes map[mergedField]mergeNote
}

// mapping writes each key of a section, as a comment where the tree lacks it.
// later is true inside all components but the first, where only what was said
// is written.
func (w *mergeWriter) mapping(t *scenario.Tree, sec *scenario.Section, at scenario.At, indent string, later bool) {
	for _, c := range sec.Children {
		p := t.Pair(c.Key)
		if indent == "" && c.Field == nil {
			w.Line()
		}
		switch {
		case p == nil:
			w.missing(c, at, indent+"# ", later)
		case c.List:
			w.list(p, c, at, indent)
		case len(p.Pairs) > 0:
			w.Line(indent, c.Key, ":")
			w.mapping(p, c, at, indent+"  ", later)
		default:
			w.given(indent+p.Key+": "+p.Text, cmp.Or(c.Field, c.Plain), at)
		}
	}
}

// given writes a line with a value, and who said it behind.
func (w *mergeWriter) given(line string, f *scenario.Field, at scenario.At) {
	if note, ok := w.notes[mergedField{f, at}]; ok {
		w.Note(line, note.text)
		return
	}
	w.Line(line)
}

// list writes components and calls; above a component that only some files
// have stands which ones.
func (w *mergeWriter) list(t *scenario.Tree, sec *scenario.Section, at scenario.At, indent string) {
	w.Line(indent, sec.Key, ":")
	for i, item := range t.Items {
		element := sec.Element(at, i)
		if sec.Flow {
			w.call(item, element, indent+"  - ")
			continue
		}
		if c := w.m.Components[i]; len(c.Files) < len(w.m.Labels) {
			w.Line(indent, "  # only in ", words.ListWords(w.m.LabelsOf(c.Files)))
		}
		inner := mergeWriter{m: w.m, notes: w.notes}
		inner.mapping(item, sec, element, indent+"    ", i > 0)
		// A component begins with its name, which is always given.
		w.B.WriteString(indent + "  - " + strings.TrimPrefix(inner.B.String(), indent+"    "))
	}
}

// call writes one call on one line with what was said of its fields.
func (w *mergeWriter) call(t *scenario.Tree, at scenario.At, lead string) {
	var said []string
	for _, c := range t.Sec.Children {
		if note, ok := w.notes[mergedField{c.Field, at}]; ok {
			said = append(said, c.Key+": "+note.text)
		}
	}
	if len(said) == 0 {
		w.Line(lead, t.Flow())
		return
	}
	w.Note(lead+t.Flow(), strings.Join(said, "; "))
}

// missing writes what the merged scenario leaves out, as comments: with what
// was said where files differ, else with the default.
func (w *mergeWriter) missing(sec *scenario.Section, at scenario.At, prefix string, later bool) {
	switch {
	case sec.Field != nil:
		if note, ok := w.notes[mergedField{sec.Field, at}]; ok {
			w.Note(prefix+sec.Key+": "+note.sample, note.text)
		} else if !later {
			w.Absent(sec, prefix)
		}
	case sec.List:
		if !later {
			w.Absent(sec, prefix)
		}
	default:
		inner := mergeWriter{m: w.m, notes: w.notes}
		for _, c := range sec.Children {
			inner.missing(c, at, prefix+"  ", later)
		}
		if inner.B.Len() > 0 {
			w.Line(prefix, sec.Key, ":")
			w.B.WriteString(inner.B.String())
		}
	}
}

// LabelPrinted makes a name fit for a report and for a comment in a file: what
// acts on a terminal or breaks a line is shown instead.
func LabelPrinted(name string) string {
	return visible.Line(name)
}
