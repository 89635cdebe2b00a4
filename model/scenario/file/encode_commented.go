package file

import (
	"strings"
	"unicode/utf8"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// noteColumn is where the note on a left-out key begins, in characters.
const noteColumn = 40

// EncodeCommented returns the scenario as a file to work on: like Encode, and
// every key that is left out is a comment with its default and its meaning.
// Without its leading `# ` such a line is valid. The keys that a component may
// have are listed at the first one only. Decode reads back the same scenario.
func EncodeCommented(s scenario.Scenario) []byte {
	w := CommentWriter{}
	w.Line("# A scenario of runwhere. Whatever is left out has the default that its comment shows;")
	w.Line("# remove the `# ` before a key to give it. Any figure may be a range low..high.")
	root := scenario.TreeOf(&s)
	w.Pair(root.Pairs[0], "")
	w.mapping(root, scenario.Layout(), "", false)
	return []byte(w.B.String())
}

// CommentWriter writes trees with comments for what is left out.
type CommentWriter struct{ writer }

// mapping writes each key of a section, as a comment where the tree lacks it.
// later is true inside all components but the first.
func (w *CommentWriter) mapping(t *scenario.Tree, sec *scenario.Section, indent string, later bool) {
	for _, c := range sec.Children {
		p := t.Pair(c.Key)
		if indent == "" && c.Field == nil {
			w.Line()
		}
		switch {
		case p == nil && !later:
			w.Absent(c, indent+"# ")
		case p == nil:
		case c.List && !c.Flow:
			w.Line(indent, c.Key, ":")
			for i, item := range p.Items {
				inner := CommentWriter{}
				inner.mapping(item, c, indent+"    ", i > 0)
				w.B.WriteString(indent + "  - " + strings.TrimPrefix(inner.B.String(), indent+"    "))
			}
		case len(p.Pairs) > 0 && !c.Flow:
			w.Line(indent, c.Key, ":")
			w.mapping(p, c, indent+"  ", later)
		default:
			w.Pair(p, indent)
		}
	}
}

// Absent writes a section that is left out as comments; the prefix ends in the
// comment mark and the indent behind it.
func (w *CommentWriter) Absent(sec *scenario.Section, prefix string) {
	switch {
	case sec.Field != nil:
		w.Note(prefix+sec.Key+": "+sample(sec.Field), note(sec.Field))
	case sec.Flow && sec.List:
		item := &scenario.Tree{Sec: sec}
		for _, c := range sec.Children {
			item.Pairs = append(item.Pairs, &scenario.Tree{Key: c.Key, Sec: c, Text: sample(c.Field)})
		}
		w.Line(prefix, sec.Key, ":")
		w.Note(prefix+"  - "+item.Flow(), "left out: none; the components that this one calls")
	case sec.List:
		w.Line(prefix, sec.Key, ":")
		inner := CommentWriter{}
		for _, c := range sec.Children {
			inner.Absent(c, prefix+"    ")
		}
		w.B.WriteString(prefix + "  - " + strings.TrimPrefix(inner.B.String(), prefix+"    "))
	default:
		w.Line(prefix, sec.Key, ":")
		for _, c := range sec.Children {
			w.Absent(c, prefix+"  ")
		}
	}
}

// Note writes a line with a comment behind it.
func (w *CommentWriter) Note(line, note string) {
	pad := max(2, noteColumn-utf8.RuneCountInString(line))
	w.Line(line, strings.Repeat(" ", pad), "# ", note)
}

// sample returns a value to show for a left-out field, as YAML.
func sample(f *scenario.Field) string {
	switch f.Kind {
	case quantity.Choices:
		return "[" + f.Sample() + "]"
	case quantity.Text:
		return scenario.YamlText(f.Sample())
	default:
		return f.Sample()
	}
}

// mostNoted is how many choices a comment lists; only the platforms to compare
// have more, and they are listed where each side's kind is.
const mostNoted = 10

// note says what stands in for the left-out field and what it means.
func note(f *scenario.Field) string {
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
		return text + " (any kind of those above)"
	}
	return text + " (" + strings.Join(words, " | ") + ")"
}
