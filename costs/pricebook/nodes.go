package pricebook

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// fail makes the error for a node; its value is quoted where it has one.
func (f *bookFile) fail(n *yaml.Node, key, text string) error {
	e := &ParseError{File: f.name, Key: key, Text: text}
	if n != nil {
		e.Line = n.Line
		if n.Kind == yaml.ScalarNode {
			e.Value = clip(n.Value)
		}
	}
	return e
}

// fields returns the values of a mapping by key. With allowed keys, any other
// is an error.
func (f *bookFile) fields(n *yaml.Node, key string, allowed ...string) (map[string]*yaml.Node, error) {
	if n.Kind != yaml.MappingNode {
		return nil, f.fail(n, key, "must be a mapping of keys to values")
	}
	fields := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i]
		switch {
		case name.Kind != yaml.ScalarNode:
			return nil, f.fail(name, key, "a key must be a word")
		case fields[name.Value] != nil:
			return nil, f.fail(name, key, "is given twice")
		case len(allowed) > 0 && !slices.Contains(allowed, name.Value):
			return nil, f.fail(name, key, "is not a known key; known are "+Join(allowed))
		}
		fields[name.Value] = n.Content[i+1]
	}
	return fields, nil
}

// text returns a value that must be there and be a single one.
func (f *bookFile) text(parent *yaml.Node, fields map[string]*yaml.Node, path, key string) (string, error) {
	n := fields[key]
	if n == nil {
		return "", &ParseError{File: f.name, Line: parent.Line, Key: under(path, key), Text: "is missing"}
	}
	return f.scalar(n, under(path, key))
}

// optional returns a value that may be left out.
func (f *bookFile) optional(fields map[string]*yaml.Node, path, key string) (string, error) {
	n := fields[key]
	if n == nil {
		return "", nil
	}
	return f.scalar(n, under(path, key))
}

func (f *bookFile) scalar(n *yaml.Node, key string) (string, error) {
	if n.Kind != yaml.ScalarNode {
		return "", f.fail(n, key, "must be a single value")
	}
	return n.Value, nil
}

// number reads one number of a value.
func (f *bookFile) number(n *yaml.Node, key, word string) (float64, error) {
	v, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return 0, &ParseError{File: f.name, Line: n.Line, Key: key, Value: clip(word), Text: "is not a number"}
	}
	return v, nil
}

// isName reports whether a word may name a region or a type. Names are written
// out again in flags and scenarios, and looked up there.
func isName(word string) bool {
	return word != "" && !strings.ContainsFunc(word, func(r rune) bool { return r <= ' ' || r > '~' })
}

const notAName = "is not a name; allowed are letters, digits and signs of ASCII"

func under(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// clip shortens a value so that an error stays one line.
func clip(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:39]) + "…"
	}
	return s
}
