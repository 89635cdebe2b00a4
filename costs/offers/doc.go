// Package offers turns the price files that the providers publish into a price
// file of ours: an overlay for the price book. It reads two formats, the offer
// file of the AWS price list (one service, JSON) and the list of the Azure
// retail prices (JSON, in pages), and knows which of their rows are which of
// our prices: the tables are in aws_map.go and azure_map.go.
//
// The package is pure: it reads what it is handed, and today's date and the book
// are handed in too. It holds back rather than guess: a row that it does not know,
// or that the book could not take, is counted and left out, and a row that it
// knows and cannot read is an error.
package offers

import "io"

// Book is the price book that the overlay is to lie on.
type Book interface {
	// Unfit tells why a price of a unit in a region cannot lie over the book, ""
	// where it can.
	Unfit(id, provider, unit, region string) string
}

// Source is one file of a publisher.
type Source struct {
	Name  string // as errors call it: a path, a URL, "standard input"
	Label string // as the overlay calls it
	Page  int    // from 1, of a list in pages; 0 for a single file
}

// Update collects the prices of any number of files.
type Update struct {
	book   Book
	region string // the only one that is wanted; "" for all
	today  string // YYYY-MM-DD
	files  []*file
	prices []*price
	found  map[[2]string]*price // by id and region
	meters []*meter             // Azure's, whose tiers may lie on several pages
	byKey  map[meterKey]*meter
}

// file is what is known of a source after it was read.
type file struct {
	label     string
	provider  string // aws, azure
	title     string // "AWSLambda 20260911173510, published 2026-09-11"
	rows      int    // products or items that it has
	kept      int    // of them, those that became a price
	elsewhere int    // of them, those that are ours but of another region
	unpriced  int    // of them, those that are ours but cost nothing or are not sold on demand
	unsized   int    // of them, machines that the book does not have and whose size is not stated
	unfit     int    // of them, those that are ours but that the book has in another way
	open      bool   // whether the last page names a further one
}

// price is one price in our unit, in one region.
type price struct {
	id, unit, region string
	free             float64
	tiers            []tier
	key, source      string   // of the overlay's table of sources, and its text
	asOf             string   // YYYY-MM-DD
	sku, file        string   // where it was read, for errors
	size             *machine // of an instance type that the book does not have
}

// tier is a price a unit, in USD, from a cumulative monthly quantity on.
type tier struct{ from, usd float64 }

// New starts an overlay for a book. With a region, all others are left out; a
// price that holds everywhere is kept. Today is YYYY-MM-DD.
func New(book Book, region, today string) *Update {
	return &Update{book: book, region: region, today: today, found: map[[2]string]*price{}, byKey: map[meterKey]*meter{}}
}

// Read reads one file of either format. The result is the address of the next
// page where the file names one. The error is an *Error.
func (u *Update) Read(s Source, r io.Reader) (next string, err error) {
	return newReading(u, s, r).read()
}

// wants reports whether prices of a region are asked for.
func (u *Update) wants(region string) bool {
	return u.region == "" || region == u.region || region == everywhere
}

// everywhere is the region of a price that holds in all of them.
const everywhere = "global"

// add keeps a price that so many rows of a file state. The same price may be read
// twice; two prices for the same thing are refused, since nothing tells which of
// them holds.
func (u *Update) add(p *price, f *file, rows int) error {
	key := [2]string{p.id, p.region}
	first := u.found[key]
	switch {
	case costsNothing(p.tiers):
		f.unpriced += rows
		return nil
	case first != nil && !first.same(p):
		return fail(p.file, p.id, "has two prices in %s: %s of %s (%s) and %s of %s; give only the file that holds",
			p.region, first.amounts(), first.sku, first.file, p.amounts(), p.sku)
	case p.size == nil && u.book.Unfit(p.id, f.provider, p.unit, p.region) != "":
		f.unfit += rows
		return nil
	}
	f.kept += rows
	if first == nil {
		u.found[key] = p
		u.prices = append(u.prices, p)
	}
	return nil
}
