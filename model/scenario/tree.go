package scenario

import (
	"slices"
	"strings"
	"unicode"

	"runwhere/model/quantity"
)

// Tree is a scenario as its file shows it: only what is given, in the order of
// the layout. Every way to write a file starts from it.
type Tree struct {
	Key   string
	Sec   *Section // nil for the schema version
	Text  string   // of a field
	Pairs []*Tree  // of a mapping
	Items []*Tree  // of a list: one mapping each
}

// TreeOf returns the tree of a scenario. Its first pair is the schema version.
func TreeOf(s *Scenario) *Tree {
	root := mappingTree(s, Layout(), At{})
	root.Pairs = slices.Insert(root.Pairs, 0, &Tree{Key: VersionKey, Text: SchemaVersion})
	return root
}

// mappingTree returns the tree of a mapping; it has no pairs where nothing is
// given.
func mappingTree(s *Scenario, sec *Section, at At) *Tree {
	t := &Tree{Key: sec.Key, Sec: sec}
	for _, c := range sec.Children {
		switch {
		case c.Field != nil:
			if text, ok := FieldText(c.Field, s, at); ok {
				t.Pairs = append(t.Pairs, &Tree{Key: c.Key, Sec: c, Text: text})
			}
		case c.List:
			list := &Tree{Key: c.Key, Sec: c}
			for i := range c.length(s, at) {
				list.Items = append(list.Items, mappingTree(s, c, c.Element(at, i)))
			}
			if len(list.Items) > 0 {
				t.Pairs = append(t.Pairs, list)
			}
		default:
			inner := mappingTree(s, c, at)
			if len(inner.Pairs) == 1 && c.Plain != nil && inner.Pairs[0].Sec.Field == c.Plain {
				inner = &Tree{Key: c.Key, Sec: c, Text: inner.Pairs[0].Text}
			}
			if len(inner.Pairs) > 0 || inner.Text != "" {
				t.Pairs = append(t.Pairs, inner)
			}
		}
	}
	return t
}

// FieldText returns a field's value as YAML.
func FieldText(f *Field, s *Scenario, at At) (string, bool) {
	v, ok := f.Slot.Get(s, at)
	switch {
	case !ok:
		return "", false
	case f.Kind == quantity.Choices:
		words := make([]string, len(v.List))
		for i, w := range v.List {
			words[i] = YamlText(w)
		}
		return "[" + strings.Join(words, ", ") + "]", true
	case f.Kind == quantity.Text:
		return YamlText(v.Word), true
	default:
		return f.Format(v), true
	}
}

// Pair returns the pair with a key, nil when there is none.
func (t *Tree) Pair(key string) *Tree {
	for _, p := range t.Pairs {
		if p.Key == key {
			return p
		}
	}
	return nil
}

// Equal reports whether two trees are written the same.
func (t *Tree) Equal(o *Tree) bool {
	same := func(a, b *Tree) bool { return a.Equal(b) }
	return t.Key == o.Key && t.Text == o.Text && slices.EqualFunc(t.Pairs, o.Pairs, same) && slices.EqualFunc(t.Items, o.Items, same)
}

// Flow returns the tree on one line: [{to: pdf, payload: 8KiB}].
func (t *Tree) Flow() string {
	var parts []string
	switch {
	case t.Text != "":
		return t.Text
	case len(t.Items) > 0:
		for _, item := range t.Items {
			parts = append(parts, item.Flow())
		}
		return "[" + strings.Join(parts, ", ") + "]"
	default:
		for _, p := range t.Pairs {
			parts = append(parts, p.Key+": "+p.Flow())
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
}

// notText are the words that YAML, in one version or another, does not take
// for text.
var notText = []string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}

// YamlText writes a text as a YAML scalar: plain where every parser reads it as
// text, in double quotes otherwise.
func YamlText(s string) string {
	if isPlain(s) {
		return s
	}
	const hex = "0123456789abcdef"
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			b.WriteString(`\U`)
			for shift := 28; shift >= 0; shift -= 4 {
				b.WriteByte(hex[r>>shift&0xf])
			}
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isPlain reports whether a text needs no quotes, neither in a block nor in a
// flow mapping: it begins with a letter, ends with no space and holds nothing
// that means something to YAML.
func isPlain(s string) bool {
	if s == "" || slices.Contains(notText, strings.ToLower(s)) || strings.HasSuffix(s, " ") {
		return false
	}
	for i, r := range s {
		letter := unicode.IsLetter(r)
		if i == 0 && !letter {
			return false
		}
		if !letter && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(" -_./()+", r) {
			return false
		}
	}
	return true
}
