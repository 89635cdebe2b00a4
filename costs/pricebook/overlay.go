package pricebook

import "strings"

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
	f := &bookFile{name: name, sources: map[string]string{}, own: &parsed{}, list: b, private: map[[2]string][]*Price{}}
	if err := f.load(data); err != nil {
		return nil, err
	}
	for _, p := range f.own.prices {
		p.Private = baseName(name)
	}
	over := b.as(&laid{
		below: b.list, own: joined(f.own), provider: f.provider, file: baseName(name), discounts: f.discounts, day: b.on,
	})
	over.overlaid = max(b.overlaid, f.own.collected)
	return over, nil
}

// WithTexts returns the book with what the files of overlays say in their own
// words, sources, notes and the names of the files, as a function of it: a screen
// shows those of foreign files in another way than it reads them. Without any the
// book itself is returned.
func (b *Book) WithTexts(of func(string) string) *Book {
	if b.overlaid == "" {
		return b
	}
	return b.as(&changed{below: b.list, source: of, price: func(p *Price) *Price {
		if p.Private == "" {
			return p
		}
		price := *p
		price.Source, price.Note, price.Private = of(p.Source), of(p.Note), of(p.Private)
		return &price
	}})
}

// baseName is the name of a file without its folders.
func baseName(name string) string { return name[strings.LastIndexAny(name, `/\`)+1:] }
