package model

import (
	"strings"
	"unicode/utf8"
)

// noteColumn is where the note on a left-out key begins, in characters.
const noteColumn = 40

// EncodeCommented returns the scenario as a file to work on: like Encode, and
// every key that is left out is a comment with its default and its meaning.
// Without its leading `# ` such a line is valid. The keys that a component may
// have are listed at the first one only. Decode reads back the same scenario.
func EncodeCommented(s Scenario) []byte {
	w := commentWriter{}
	w.line("# A scenario of runwhere. Whatever is left out has the default that its comment shows;")
	w.line("# remove the `# ` before a key to give it. Any figure may be a range low..high.")
	root := treeOf(&s)
	w.pair(root.pairs[0], "")
	w.mapping(root, layout(), "", false)
	return []byte(w.b.String())
}

// commentWriter writes trees with comments for what is left out.
type commentWriter struct{ writer }

// mapping writes each key of a section, as a comment where the tree lacks it.
// later is true inside all components but the first.
func (w *commentWriter) mapping(t *tree, sec *section, indent string, later bool) {
	for _, c := range sec.children {
		p := t.pair(c.key)
		if indent == "" && c.field == nil {
			w.line()
		}
		switch {
		case p == nil && !later:
			w.absent(c, indent+"# ")
		case p == nil:
		case c.list && !c.flow:
			w.line(indent, c.key, ":")
			for i, item := range p.items {
				inner := commentWriter{}
				inner.mapping(item, c, indent+"    ", i > 0)
				w.b.WriteString(indent + "  - " + strings.TrimPrefix(inner.b.String(), indent+"    "))
			}
		case len(p.pairs) > 0:
			w.line(indent, c.key, ":")
			w.mapping(p, c, indent+"  ", later)
		default:
			w.pair(p, indent)
		}
	}
}

// absent writes a section that is left out as comments; the prefix ends in the
// comment mark and the indent behind it.
func (w *commentWriter) absent(sec *section, prefix string) {
	switch {
	case sec.field != nil:
		w.note(prefix+sec.key+": "+sample(sec.field), sec.field.note())
	case sec.flow:
		item := &tree{sec: sec}
		for _, c := range sec.children {
			item.pairs = append(item.pairs, &tree{key: c.key, sec: c, text: sample(c.field)})
		}
		w.line(prefix, sec.key, ":")
		w.note(prefix+"  - "+item.flow(), "left out: none; the components that this one calls")
	case sec.list:
		w.line(prefix, sec.key, ":")
		inner := commentWriter{}
		for _, c := range sec.children {
			inner.absent(c, prefix+"    ")
		}
		w.b.WriteString(prefix + "  - " + strings.TrimPrefix(inner.b.String(), prefix+"    "))
	default:
		w.line(prefix, sec.key, ":")
		for _, c := range sec.children {
			w.absent(c, prefix+"  ")
		}
	}
}

// note writes a line with a comment behind it.
func (w *commentWriter) note(line, note string) {
	pad := max(2, noteColumn-utf8.RuneCountInString(line))
	w.line(line, strings.Repeat(" ", pad), "# ", note)
}

// sample returns a value to show for a left-out field, as YAML.
func sample(f *Field) string {
	switch f.Kind {
	case Choices:
		return "[" + f.Sample() + "]"
	case Text:
		return yamlText(f.Sample())
	default:
		return f.Sample()
	}
}

// mostNoted is how many choices a comment lists; only the platforms to compare
// have more, and they are listed where each side's kind is.
const mostNoted = 10

// note says what stands in for the left-out field and what it means.
func (f *Field) note() string {
	text := "default; "
	if f.Follows != "" {
		text = "left out: " + f.Follows + "; "
	}
	text += f.Doc
	words := f.Choices
	if len(words) < 2 {
		return text
	}
	if len(words) > mostNoted {
		return text + " (any kind of the three above)"
	}
	return text + " (" + strings.Join(words, " | ") + ")"
}
