package pricebook

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// checkPrivate holds an entry of an overlay against the list: it replaces or
// extends a price that the list has, in its unit, and says where it is from. The
// use is the list's.
func (f *bookFile) checkPrivate(n *yaml.Node, fields map[string]*yaml.Node, path string, p *Price) error {
	if text := f.list.notListed(p.ID, p.Provider); text != "" {
		return f.fail(fields["id"], under(path, "id"), text)
	}
	listed := f.list.PricesOf(p.ID)[0]
	if p.Unit == "" {
		p.Unit = listed.Unit
	}
	if text := f.list.notInUnit(p.ID, p.Unit); text != "" {
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
	if !IsDate(asOf) {
		return f.fail(fields["as_of"], under(path, "as_of"), "is not a date; allowed is YYYY, YYYY-MM or YYYY-MM-DD")
	}
	if asOf < firstYear || asOf > f.own.collected {
		return f.fail(fields["as_of"], under(path, "as_of"), "is not a date of this file; allowed is "+firstYear+" to the day on which it was collected, "+f.own.collected)
	}
	return nil
}

// Unfit tells why a private price of a unit in a region cannot lie over the
// book, "" where it can: the book must have the id, of the same provider and in
// the same unit, and by region where the price is global.
func (b *Book) Unfit(id, provider, unit, region string) string {
	for _, text := range []string{b.notListed(id, provider), b.notInUnit(id, unit), b.nowhere(id, region)} {
		if text != "" {
			return text
		}
	}
	return ""
}

func (b *Book) notListed(id, provider string) string {
	listed := b.PricesOf(id)
	switch {
	case len(listed) == 0:
		return "is not a price of the book" + didYouMean(nearest(id, b.IDs()))
	case listed[0].Provider != provider:
		return "is a price of " + listed[0].Provider + ", and the file is one of " + provider
	}
	return ""
}

// notInUnit tells that a private price counts something else than the list's.
func (b *Book) notInUnit(id, unit string) string {
	if listed := b.PricesOf(id); len(listed) > 0 && listed[0].Unit != unit {
		return "is not the unit of the list; allowed is " + listed[0].Unit
	}
	return ""
}

// nowhere tells that no look-up would ever see a global price, for it takes the
// list's price of a region first.
func (b *Book) nowhere(id, region string) string {
	listed := b.PricesOf(id)
	if region != Global || len(listed) == 0 || slices.ContainsFunc(listed, func(p *Price) bool { return p.Region == Global }) {
		return ""
	}
	return "changes nothing, for the list has this price by region; allowed are the names of regions"
}

// addPrice takes a price into the book that is read. A private one is refused
// for what Verify would find wrong with it, since nobody verifies an overlay, and
// where it would not fit the list.
func (f *bookFile) addPrice(n *yaml.Node, path string, p *Price) error {
	if f.list != nil {
		if text := f.list.Unfit(p.ID, p.Provider, p.Unit, p.Region); text != "" {
			return f.refused(n, path, p, text)
		}
	}
	return f.addNewPrice(n, path, p)
}

// addNewPrice is addPrice for a price that the list need not have.
func (f *bookFile) addNewPrice(n *yaml.Node, path string, p *Price) error {
	if f.list != nil {
		for _, check := range []func(*Price) string{f.twice, f.unsound} {
			if text := check(p); text != "" {
				return f.refused(n, path, p, text)
			}
		}
		key := [2]string{p.ID, p.Region}
		f.private[key] = append(f.private[key], p)
	}
	f.own.prices = append(f.own.prices, p)
	return nil
}

// addMachine is addPrice for the hour of an instance type that the list need not
// have, since its size comes with it. The name of a type tells the provider, as
// it does for whoever looks the type up.
func (f *bookFile) addMachine(n *yaml.Node, path string, p *Price) error {
	if len(f.list.PricesOf(p.ID)) > 0 {
		return f.addPrice(n, path, p)
	}
	prefix, name, _ := strings.Cut(p.ID, ".")
	if other := f.list.machineProvider(prefix); p.ID != InstancePriceID(name) || other != p.Provider {
		return f.refused(n, path, p, "is not a type as "+p.Provider+" names them")
	}
	if p.Region == Global {
		return f.refused(n, path, p, "is a machine without a region; allowed are the names of regions")
	}
	return f.addNewPrice(n, path, p)
}

// machineProvider is whose machines have ids of a prefix, "" for nobody's.
func (b *Book) machineProvider(prefix string) string {
	for _, name := range b.InstanceTypes() {
		if InstancePriceID(name) == prefix+"."+name {
			return b.ProviderOf(name)
		}
	}
	return ""
}

func (f *bookFile) refused(n *yaml.Node, path string, p *Price, text string) error {
	return &ParseError{File: f.name, Line: n.Line, Key: path, Value: clip(p.ID + " in " + p.Region), Text: text}
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
	p.verify(f.own.collected, func(format string, args ...any) {
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
		x.verify(f.own.collected, func(format string, args ...any) {
			if wrong == nil {
				wrong = &ParseError{File: f.name, Line: n.Line, Key: path, Value: clip(x.Type), Text: fmt.Sprintf(format, args...)}
			}
		})
	}
	f.own.instances = append(f.own.instances, x)
	return wrong
}
