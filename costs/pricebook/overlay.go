package pricebook

import (
	"cmp"
	"slices"
	"strings"
)

// Overlay returns the book with private prices over its list prices; b itself
// does not change. name is what errors call the file. It is a price file whose
// prices replace those of the same id and region, for all days, or add regions;
// it may also hold discounts:
//
//	discounts:
//	  - {match: lambda.*, percent: 9, source: contract, as_of: 2026-10-01}
//
// A discount takes a percentage off the list prices of the file's provider that
// match: an id, the beginning of ids with a star, or a star for all of them; the
// longest match counts. Shares of the on-demand price are left alone unless they
// are named, for they follow the price that they are a share of. Its table of
// instances may have new_types beside types: rows of types that the list does
// not have. The error is a *ParseError that names the line, the key and what is
// allowed.
func (b *Book) Overlay(name string, data []byte) (*Book, error) {
	f := &bookFile{name: name, sources: map[string]string{}, book: &Book{}, list: b, private: map[[2]string][]*Price{}}
	if err := f.load(data); err != nil {
		return nil, err
	}
	for _, p := range f.book.allPrices {
		p.Private = baseName(name)
	}
	all := f.discounted()
	all = append(all, f.book.allPrices...)
	laid := joined(&Book{allPrices: all, allInstances: f.machines(), collected: b.collected})
	laid.on, laid.overlaid = b.on, max(b.overlaid, f.book.collected)
	laid.priceMachines()
	return laid, nil
}

// discounted returns the list prices that the file does not replace, those of
// its discounts as copies.
func (f *bookFile) discounted() []*Price {
	type place struct{ id, region string }
	replaced := map[place]bool{}
	for _, p := range f.book.allPrices {
		replaced[place{p.ID, p.Region}] = true
	}
	var kept []*Price
	for _, p := range f.list.allPrices {
		if replaced[place{p.ID, p.Region}] {
			continue
		}
		if d := f.discountOf(p); d != nil {
			p = d.take(p, baseName(f.name))
		}
		kept = append(kept, p)
	}
	return kept
}

// discountOf returns the discount of a price, nil for none: that with the
// longest match, and the whole id before its beginning.
func (f *bookFile) discountOf(p *Price) *discount {
	var best *discount
	for i := range f.discounts {
		d := &f.discounts[i]
		if d.matches(f.provider, p) && (best == nil || d.length() > best.length()) {
			best = d
		}
	}
	return best
}

// machines returns the instances of the list and of the file; of two for the
// same type and region that of the file.
func (f *bookFile) machines() []*Instance {
	all := slices.Clone(f.book.allInstances)
	for _, x := range f.list.allInstances {
		if !slices.ContainsFunc(f.book.allInstances, func(y *Instance) bool {
			return y.Type == x.Type && y.Hour.Region == x.Hour.Region
		}) {
			all = append(all, x)
		}
	}
	return all
}

// priceMachines makes the hours of instances the prices of the book, which may
// be discounted or replaced by a price alone; a price in a region that is new
// for a type makes the type known there.
func (b *Book) priceMachines() {
	type place struct{ id, region string }
	known := map[place]bool{}
	sizes := map[string]*Instance{}
	for i, x := range b.allInstances {
		id := x.Hour.ID
		known[place{id, x.Hour.Region}] = true
		sizes[id] = x
		if hour := b.find(id, x.Hour.Region); hour != x.Hour {
			priced := *x
			priced.Hour = hour
			b.allInstances[i] = &priced
		}
	}
	b.allInstances = slices.DeleteFunc(b.allInstances, func(x *Instance) bool { return x.Hour == nil })
	for _, p := range b.allPrices {
		at := place{p.ID, p.Region}
		if x := sizes[p.ID]; x != nil && !known[at] && p.holds(b.on) {
			known[at] = true
			priced := *x
			priced.Hour = p
			b.allInstances = append(b.allInstances, &priced)
		}
	}
	slices.SortStableFunc(b.allInstances, byTypeAndRegion)
	b.Machines = machinesOf(b.allInstances)
}

func byTypeAndRegion(a, b *Instance) int {
	return cmp.Or(strings.Compare(a.Type, b.Type), strings.Compare(a.Hour.Region, b.Hour.Region))
}

// WithTexts returns the book with what the files of overlays say in their own
// words, sources, notes and the names of the files, as a function of it: a screen
// shows those of foreign files in another way than it reads them. Without any the
// book itself is returned.
func (b *Book) WithTexts(of func(string) string) *Book {
	if !slices.ContainsFunc(b.allPrices, func(p *Price) bool { return p.Private != "" }) {
		return b
	}
	other := *b
	other.allPrices, other.allInstances = slices.Clone(b.allPrices), slices.Clone(b.allInstances)
	changed := map[*Price]*Price{}
	for i, p := range b.allPrices {
		if p.Private != "" {
			price := *p
			price.Source, price.Note, price.Private = of(p.Source), of(p.Note), of(p.Private)
			other.allPrices[i], changed[p] = &price, &price
		}
	}
	for i, x := range b.allInstances {
		machine := *x
		machine.Source = of(x.Source)
		if hour := changed[x.Hour]; hour != nil {
			machine.Hour = hour
		}
		other.allInstances[i] = &machine
	}
	return &other
}

// baseName is the name of a file without its folders.
func baseName(name string) string { return name[strings.LastIndexAny(name, `/\`)+1:] }
