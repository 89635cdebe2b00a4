// Package pricebook keeps what things cost: every price by id and region with
// its tiers, free amounts, source and date, the machines that can be rented, and
// the overlays and discounts that replace a price. It reads, looks up and
// verifies; what is done with a price is the business of package costs.
package pricebook

import (
	"slices"
	"strings"
)

// Global is the region of a price that holds everywhere. A lookup in any
// region finds it.
const Global = "global"

// Book is the price book: every price with its unit, source and date, and the
// instance types. It never changes, so all lookups may run at the same time; what
// they return is shared and must not be changed.
type Book struct {
	list      list
	collected string // the latest day on which a file was collected
	overlaid  string // the latest day on which an overlay was collected; "" without one
	on        string // the day for which prices are looked up

	nodes  *nodes
	plain  *Book                     // the book without what was agreed on in a scenario; nil for one without
	agreed *memo[string, agreedBook] // by what was agreed on
}

// newBook returns a list as a book that is read for the day on which it was collected.
func newBook(l list, collected string) *Book {
	return &Book{list: l, collected: collected, on: collected, nodes: &nodes{}, agreed: &memo[string, agreedBook]{}}
}

// as returns the book with another list.
func (b *Book) as(l list) *Book {
	other := *b
	other.list, other.nodes, other.agreed, other.plain = l, &nodes{}, &memo[string, agreedBook]{}, nil
	return &other
}

// Version names the book: the day on which its prices were collected.
func (b *Book) Version() string { return b.collected }

// Overlaid returns the latest day on which an overlay of the book was collected, ""
// where there is none.
func (b *Book) Overlaid() string { return b.overlaid }

// AsOf returns the oldest and the newest date that a price of the book is
// stated as of, each as precise as its source ("2026", "2026-07-20"); both are
// empty for an empty book.
func (b *Book) AsOf() (oldest, newest string) {
	all := b.list.summary()
	return all.oldest, all.newest
}

// Count returns how many prices the book has.
func (b *Book) Count() int { return b.list.summary().prices }

// On returns the same book read for another day, YYYY-MM-DD: prices that begin
// or end are looked up as they are on that day. A book is otherwise read for
// the day on which it was collected.
func (b *Book) On(day string) (*Book, error) {
	if !fullDate(day) {
		return nil, &DayError{Day: day}
	}
	other := *b
	other.on = day
	other.nodes, other.agreed = &nodes{}, &memo[string, agreedBook]{} // Another day may have other prices.
	if b.plain != nil {
		other.plain, _ = b.plain.On(day)
	}
	return &other, nil
}

// Day returns the day for which prices are looked up, YYYY-MM-DD.
func (b *Book) Day() string { return b.on }

// Price returns what a unit of the dimension costs in the region on the book's
// day. A global price answers for every region. The error is an
// *UnknownPriceError; a price that is not known is never zero.
func (b *Book) Price(id, region string) (*Price, error) {
	id = priceID(id)
	if p := b.find(id, region); p != nil {
		return p, nil
	}
	if p := b.find(id, Global); p != nil {
		return p, nil
	}
	return nil, b.unknownPrice(id, region)
}

// find returns the price of exactly this region on the book's day, or nil.
func (b *Book) find(id, region string) *Price { return onDay(b.list.find(id, region), b.on) }

// PricesOf returns every price of an id, by region and then first valid day; nil
// for an id that is unknown.
func (b *Book) PricesOf(id string) []*Price { return b.list.of(id) }

// holds reports whether the price is charged on a day.
func (p *Price) holds(day string) bool {
	return p.ValidFrom <= day && (p.ValidTo == "" || day <= p.ValidTo)
}

// Prices returns every price of the book by id, then region, those of
// instance hours ("ec2.c5.xlarge") and those that do not hold today included.
func (b *Book) Prices() []*Price {
	all := make([]*Price, 0, b.Count())
	for _, id := range b.IDs() {
		all = append(all, b.PricesOf(id)...)
	}
	return all
}

// IDs returns the ids of all prices in alphabetical order.
func (b *Book) IDs() []string { return b.list.ids() }

// Regions returns the regions in which all of the prices are known on the
// book's day, in alphabetical order: {"global"} when all of them are global,
// every region that has any price when no id is given.
func (b *Book) Regions(ids ...string) []string {
	local := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return b.find(id, Global) != nil })
	switch {
	case len(ids) == 0:
		return b.RegionsOf("")
	case len(local) == 0:
		return []string{Global}
	}
	var regions []string
	for _, p := range b.PricesOf(local[0]) {
		if p.Region != Global && !slices.Contains(regions, p.Region) && b.has(p.Region, local) {
			regions = append(regions, p.Region)
		}
	}
	return regions
}

// HasRegion reports whether a provider has any price in a region.
func (b *Book) HasRegion(provider, region string) bool {
	return slices.Contains(b.list.regions(provider), region)
}

// RegionsOf returns the regions of a provider that have any price, in
// alphabetical order; "" stands for all providers.
func (b *Book) RegionsOf(provider string) []string {
	return slices.DeleteFunc(b.list.regions(provider), func(region string) bool { return region == Global })
}

// has reports whether a region has all of the prices.
func (b *Book) has(region string, ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return b.find(id, region) == nil })
}

// wholeLists are the beginnings of ids whose list names every region in which the
// service is sold: Google's Cloud Billing Catalog, and the feeds of AWS's own pricing
// pages.
var wholeLists = []string{"cloudfunctions.", "cloudrun.", "gke.", "lambda.requests", "lambda.duration.", "fargate.vcpu.", "fargate.gb.", "eks.cluster."}

// NamesEveryRegion reports whether the list of a price names every region in which it
// is charged, so that one which is not in it has no such service.
func NamesEveryRegion(id string) bool {
	return slices.ContainsFunc(wholeLists, func(start string) bool { return strings.HasPrefix(id, start) })
}
