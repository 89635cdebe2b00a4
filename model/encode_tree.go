package model

import (
	"slices"
	"strings"
	"unicode"
)

// tree is a scenario as its file shows it: only what is given, in the order of
// the layout. Every way to write a file starts from it.
type tree struct {
	key   string
	sec   *section // nil for the schema version
	text  string   // of a field
	pairs []*tree  // of a mapping
	items []*tree  // of a list: one mapping each
}

// treeOf returns the tree of a scenario. Its first pair is the schema version.
func treeOf(s *Scenario) *tree {
	root := mappingTree(s, layout(), At{})
	root.pairs = slices.Insert(root.pairs, 0, &tree{key: versionKey, text: schemaVersion})
	return root
}

// mappingTree returns the tree of a mapping; it has no pairs where nothing is
// given.
func mappingTree(s *Scenario, sec *section, at At) *tree {
	t := &tree{key: sec.key, sec: sec}
	for _, c := range sec.children {
		switch {
		case c.field != nil:
			if text, ok := fieldText(c.field, s, at); ok {
				t.pairs = append(t.pairs, &tree{key: c.key, sec: c, text: text})
			}
		case c.list:
			list := &tree{key: c.key, sec: c}
			for i := range c.length(s, at) {
				list.items = append(list.items, mappingTree(s, c, c.element(at, i)))
			}
			if len(list.items) > 0 {
				t.pairs = append(t.pairs, list)
			}
		default:
			if inner := mappingTree(s, c, at); len(inner.pairs) > 0 {
				t.pairs = append(t.pairs, inner)
			}
		}
	}
	return t
}

// fieldText returns a field's value as YAML.
func fieldText(f *Field, s *Scenario, at At) (string, bool) {
	v, ok := f.slot.get(s, at)
	switch {
	case !ok:
		return "", false
	case f.Kind == Choices:
		words := make([]string, len(v.List))
		for i, w := range v.List {
			words[i] = yamlText(w)
		}
		return "[" + strings.Join(words, ", ") + "]", true
	case f.Kind == Text:
		return yamlText(v.Word), true
	default:
		return f.format(v), true
	}
}

// pair returns the pair with a key, nil when there is none.
func (t *tree) pair(key string) *tree {
	for _, p := range t.pairs {
		if p.key == key {
			return p
		}
	}
	return nil
}

// equal reports whether two trees are written the same.
func (t *tree) equal(o *tree) bool {
	same := func(a, b *tree) bool { return a.equal(b) }
	return t.key == o.key && t.text == o.text && slices.EqualFunc(t.pairs, o.pairs, same) && slices.EqualFunc(t.items, o.items, same)
}

// flow returns the tree on one line: [{to: pdf, payload: 8KiB}].
func (t *tree) flow() string {
	var parts []string
	switch {
	case t.text != "":
		return t.text
	case len(t.items) > 0:
		for _, item := range t.items {
			parts = append(parts, item.flow())
		}
		return "[" + strings.Join(parts, ", ") + "]"
	default:
		for _, p := range t.pairs {
			parts = append(parts, p.key+": "+p.flow())
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
}

// notText are the words that YAML, in one version or another, does not take
// for text.
var notText = []string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}

// yamlText writes a text as a YAML scalar: plain where every parser reads it as
// text, in double quotes otherwise.
func yamlText(s string) string {
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
