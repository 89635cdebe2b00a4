package costs

import (
	"fmt"

	"go.yaml.in/yaml/v4"
)

// checkPrivate holds an entry of an overlay against the list: it replaces or
// extends a price that the list has, in its unit, and says where it is from. The
// use is the list's.
func (f *bookFile) checkPrivate(n *yaml.Node, fields map[string]*yaml.Node, path string, p *Price) error {
	if text := f.notListed(p); text != "" {
		return f.fail(fields["id"], under(path, "id"), text)
	}
	listed := f.list.of(p.ID)[0]
	if p.Unit == "" {
		p.Unit = listed.Unit
	}
	if text := f.notInUnit(p); text != "" {
		return f.fail(fields["unit"], under(path, "unit"), text)
	}
	p.Use = listed.Use
	return f.checkOrigin(n, fields, path, p.Source, p.AsOf)
}

// checkOrigin refuses a private figure without source or date.
func (f *bookFile) checkOrigin(n *yaml.Node, fields map[string]*yaml.Node, path, source, asOf string) error {
	for _, field := range []struct{ key, value, text string }{
		{"source", source, "is missing; it is one of the file's sources"},
		{"as_of", asOf, "is missing; it is a date, YYYY, YYYY-MM or YYYY-MM-DD"},
	} {
		if field.value == "" {
			at := fields[field.key]
			if at == nil {
				at = &yaml.Node{Line: n.Line}
			}
			return f.fail(at, under(path, field.key), field.text)
		}
	}
	if !isDate(asOf) {
		return f.fail(fields["as_of"], under(path, "as_of"), "is not a date; allowed is YYYY, YYYY-MM or YYYY-MM-DD")
	}
	return nil
}

// notListed tells what is wrong with the id of a private price, "" for nothing.
func (f *bookFile) notListed(p *Price) string {
	listed := f.list.of(p.ID)
	switch {
	case len(listed) == 0:
		return "is not a price of the book" + didYouMean(nearest(p.ID, f.list.IDs()))
	case listed[0].Provider != p.Provider:
		return "is a price of " + listed[0].Provider + ", and the file is one of " + p.Provider
	}
	return ""
}

// notInUnit tells that a private price counts something else than the list's.
func (f *bookFile) notInUnit(p *Price) string {
	if unit := f.list.of(p.ID)[0].Unit; p.Unit != unit {
		return "is not the unit of the list; allowed is " + unit
	}
	return ""
}

// addPrice takes a price into the book that is read. A private one is refused
// for what Verify would find wrong with it, since nobody verifies an overlay, and
// where it is global but the list's is by region: no look-up would ever see it.
func (f *bookFile) addPrice(n *yaml.Node, path string, p *Price) error {
	if f.list != nil {
		for _, check := range []func(*Price) string{f.notListed, f.notInUnit, f.nowhere, f.twice, f.unsound} {
			if text := check(p); text != "" {
				return &ParseError{File: f.name, Line: n.Line, Key: path, Value: clip(p.ID + " in " + p.Region), Text: text}
			}
		}
		key := [2]string{p.ID, p.Region}
		f.private[key] = append(f.private[key], p)
	}
	f.book.prices = append(f.book.prices, p)
	return nil
}

func (f *bookFile) nowhere(p *Price) string {
	if p.Region != Global || f.list.find(p.ID, Global) != nil {
		return ""
	}
	for _, listed := range f.list.of(p.ID) {
		if listed.Region == Global {
			return ""
		}
	}
	return "changes nothing, for the list has this price by region; allowed are the names of regions"
}

func (f *bookFile) twice(p *Price) string {
	for _, other := range f.private[[2]string{p.ID, p.Region}] {
		if overlap(other, p) {
			return "has two prices for the same day"
		}
	}
	return ""
}

func (f *bookFile) unsound(p *Price) string {
	text := ""
	p.verify(f.book.collected, func(format string, args ...any) {
		if text == "" {
			text = fmt.Sprintf(format, args...)
		}
	})
	return text
}

// addInstance takes an instance into the book that is read, a private one only
// when its sizes make sense.
func (f *bookFile) addInstance(n *yaml.Node, path string, x *Instance) error {
	var wrong error
	if f.list != nil {
		x.verify(f.book.collected, func(format string, args ...any) {
			if wrong == nil {
				wrong = &ParseError{File: f.name, Line: n.Line, Key: path, Value: clip(x.Type), Text: fmt.Sprintf(format, args...)}
			}
		})
	}
	f.book.instances = append(f.book.instances, x)
	return wrong
}
