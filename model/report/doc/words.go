package doc

import "fmt"

// Words is a text with marks, in both forms.
type Words struct{ forms [2][]span }

type span struct {
	text string
	mark mark
}

// mark is what a stretch of words is.
type mark int

const (
	plain  mark = iota
	code        // a key or an id
	strong      // what stands out
	source      // where a figure is from, with addresses that stay addresses
)

// Say joins parts into a text: a Words as it is, anything else as fmt prints it.
func Say(parts ...any) Words {
	var joined Words
	for _, part := range parts {
		t, ok := part.(Words)
		if !ok {
			t = marked(fmt.Sprint(part), plain)
		}
		for f := range t.forms {
			joined.forms[f] = append(joined.forms[f], t.forms[f]...)
		}
	}
	return joined
}

// Code is a key or an id, to be copied as it is.
func Code(s string) Words { return marked(s, code) }

// Strong is what stands out, such as a total.
func Strong(s string) Words { return marked(s, strong) }

// Source is where something is from.
func Source(s string) Words { return marked(s, source) }

// Either is one thing in a brief form and in a full one.
func Either(brief, full any) Words {
	return Words{[2][]span{Say(brief).forms[Brief], Say(full).forms[Full]}}
}

func marked(s string, m mark) Words {
	spans := []span{{s, m}}
	return Words{[2][]span{spans, spans}}
}

func (t Words) empty(f Form) bool {
	for _, s := range t.forms[f] {
		if s.text != "" {
			return false
		}
	}
	return true
}

// String is the brief form without its marks.
func (t Words) String() string { return t.plain(Brief) }

// plain returns a form without its marks.
func (t Words) plain(f Form) string {
	words := ""
	for _, s := range t.forms[f] {
		words += s.text
	}
	return words
}
