package doc

import (
	"fmt"
	"slices"
)

// Words is a text with marks, in both forms.
type Words struct{ forms [2][]Span }

// Span is a stretch of words with one mark. Of is whose name it is, where a
// format gives names a colour of their own.
type Span struct {
	Text string
	Mark Mark
	Of   string
}

// Mark is what a stretch of words is.
type Mark int

// The marks. Those after IsSource are seen on a screen alone.
const (
	Plain     Mark = iota
	IsCode         // a key or an id
	IsStrong       // what stands out
	IsSource       // where a figure is from, with addresses that stay addresses
	IsAside        // small print
	IsGood         // what can be had
	IsAgainst      // what is in the way
	IsUnsure       // what may be in the way
	IsName         // the name of what Of says
)

// Say joins parts into a text: a Words as it is, anything else as fmt prints it.
func Say(parts ...any) Words {
	var joined Words
	for _, part := range parts {
		t, ok := part.(Words)
		if !ok {
			t = marked(fmt.Sprint(part), Plain)
		}
		for f := range t.forms {
			joined.forms[f] = append(joined.forms[f], t.forms[f]...)
		}
	}
	return joined
}

// Code is a key or an id, to be copied as it is.
func Code(s string) Words { return marked(s, IsCode) }

// Strong is what stands out, such as a total.
func Strong(parts ...any) Words { return Say(parts...).as(IsStrong) }

// Source is where something is from.
func Source(s string) Words { return marked(s, IsSource) }

// Aside is small print.
func Aside(parts ...any) Words { return Say(parts...).as(IsAside) }

// Good is what can be had.
func Good(parts ...any) Words { return Say(parts...).as(IsGood) }

// Against is what is in the way, and Unsure what only may be.
func Against(parts ...any) Words { return Say(parts...).as(IsAgainst) }

// Unsure is what may be in the way, for all that is known.
func Unsure(parts ...any) Words { return Say(parts...).as(IsUnsure) }

// Name is the name of something that has a colour of its own.
func Name(of, name string) Words {
	spans := []Span{{name, IsName, of}}
	return Words{[2][]Span{spans, spans}}
}

// as marks what has no mark yet.
func (t Words) as(m Mark) Words {
	for f, spans := range t.forms {
		t.forms[f] = slices.Clone(spans)
		for i := range t.forms[f] {
			if s := &t.forms[f][i]; s.Mark == Plain {
				s.Mark = m
			}
		}
	}
	return t
}

// Spans returns a form, stretch by stretch.
func (t Words) Spans(f Form) []Span { return t.forms[f] }

// Either is one thing in a brief form and in a full one.
func Either(brief, full any) Words {
	return Words{[2][]Span{Say(brief).forms[Brief], Say(full).forms[Full]}}
}

func marked(s string, m Mark) Words {
	spans := []Span{{s, m, ""}}
	return Words{[2][]Span{spans, spans}}
}

func (t Words) empty(f Form) bool {
	for _, s := range t.forms[f] {
		if s.Text != "" {
			return false
		}
	}
	return true
}

// String is the brief form without its marks.
func (t Words) String() string { return t.In(Brief) }

// In returns a form without its marks.
func (t Words) In(f Form) string {
	words := ""
	for _, s := range t.forms[f] {
		words += s.Text
	}
	return words
}
