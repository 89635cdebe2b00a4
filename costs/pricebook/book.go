// Package pricebook keeps what things cost: every price by id and region with
// its tiers, free amounts, source and date, the machines that can be rented, and
// the overlays and discounts that replace a price. It reads, looks up and
// verifies; what is done with a price is the business of package costs.
package pricebook

import (
	"cmp"
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// Global is the region of a price that holds everywhere. A lookup in any
// region finds it.
const Global = "global"

// Book is the price book: every price with its unit, source and date, and the
// instance types. It never changes once it is read, so all lookups may run at
// the same time; what they return is shared and must not be changed.
type Book struct {
	allPrices    []*Price    // by id, region, first valid day
	allInstances []*Instance // by type, region
	collected    string      // the latest day on which a file was collected
	overlaid     string      // the latest day on which an overlay was collected; "" without one
	on           string      // the day for which prices are looked up

	Machines map[string]*machines // the instance types by region
}

//go:embed prices/*.yaml
var priceFiles embed.FS

// Embedded returns the price book that the program was built with. It is read
// once; every call returns the same book.
func Embedded() (*Book, error) { return embeddedBook() }

var embeddedBook = sync.OnceValues(readEmbedded)

// readEmbedded reads the files of the book side by side: the program starts with
// them.
func readEmbedded() (*Book, error) {
	names, err := fs.Glob(priceFiles, "prices/*.yaml")
	if err != nil {
		return nil, err
	}
	books, errs := make([]*Book, len(names)), make([]error, len(names))
	var reading sync.WaitGroup
	for i, name := range names {
		reading.Go(func() { books[i], errs[i] = embeddedFile(name) })
	}
	reading.Wait()
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	return joined(books...), nil
}

// embeddedFile reads one file of the book.
func embeddedFile(name string) (*Book, error) {
	data, err := priceFiles.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return Parse(name, data)
}

// joined returns one book with the prices of several. It is read for the day
// on which the latest of them was collected.
func joined(books ...*Book) *Book {
	all := &Book{}
	for _, b := range books {
		all.allPrices = append(all.allPrices, b.allPrices...)
		all.allInstances = append(all.allInstances, b.allInstances...)
		all.collected = max(all.collected, b.collected)
	}
	all.on = all.collected
	slices.SortStableFunc(all.allPrices, func(a, b *Price) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Region, b.Region), strings.Compare(a.ValidFrom, b.ValidFrom))
	})
	slices.SortStableFunc(all.allInstances, byTypeAndRegion)
	all.Machines = machinesOf(all.allInstances)
	return all
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
	for i, p := range b.allPrices {
		if i == 0 || p.AsOf < oldest {
			oldest = p.AsOf
		}
		newest = max(newest, p.AsOf)
	}
	return oldest, newest
}

// On returns the same book read for another day, YYYY-MM-DD: prices that begin
// or end are looked up as they are on that day. A book is otherwise read for
// the day on which it was collected.
func (b *Book) On(day string) (*Book, error) {
	if !fullDate(day) {
		return nil, &DayError{Day: day}
	}
	other := *b
	other.on = day
	other.Machines = machinesOf(b.allInstances) // Another day may have other prices.
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
func (b *Book) find(id, region string) *Price {
	i, _ := slices.BinarySearchFunc(b.allPrices, id, func(p *Price, id string) int {
		return cmp.Or(strings.Compare(p.ID, id), strings.Compare(p.Region, region))
	})
	for ; i < len(b.allPrices) && b.allPrices[i].ID == id && b.allPrices[i].Region == region; i++ {
		if b.allPrices[i].holds(b.on) {
			return b.allPrices[i]
		}
	}
	return nil
}

// of returns every price of an id, in all regions and for all days.
func (b *Book) of(id string) []*Price {
	i, _ := slices.BinarySearchFunc(b.allPrices, id, func(p *Price, id string) int { return strings.Compare(p.ID, id) })
	j := i
	for j < len(b.allPrices) && b.allPrices[j].ID == id {
		j++
	}
	return b.allPrices[i:j]
}

// holds reports whether the price is charged on a day.
func (p *Price) holds(day string) bool {
	return p.ValidFrom <= day && (p.ValidTo == "" || day <= p.ValidTo)
}

// Prices returns every price of the book by id, then region, those of
// instance hours ("ec2.c5.xlarge") and those that do not hold today included.
func (b *Book) Prices() []*Price { return slices.Clone(b.allPrices) }

// IDs returns the ids of all prices in alphabetical order.
func (b *Book) IDs() []string {
	var ids []string
	for _, p := range b.allPrices {
		if len(ids) == 0 || ids[len(ids)-1] != p.ID {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// Regions returns the regions in which all of the prices are known on the
// book's day, in alphabetical order: {"global"} when all of them are global,
// every region that has any price when no id is given.
func (b *Book) Regions(ids ...string) []string {
	local := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return b.find(id, Global) != nil })
	candidates := b.allPrices
	switch {
	case len(local) > 0:
		candidates = b.of(local[0])
	case len(ids) > 0:
		return []string{Global}
	}
	var regions []string
	for _, p := range candidates {
		if p.Region != Global && !slices.Contains(regions, p.Region) && b.has(p.Region, local) {
			regions = append(regions, p.Region)
		}
	}
	slices.Sort(regions)
	return regions
}

// HasRegion reports whether a provider has any price in a region.
func (b *Book) HasRegion(provider, region string) bool {
	return slices.ContainsFunc(b.allPrices, func(p *Price) bool { return p.Region == region && p.Provider == provider })
}

// RegionsOf returns the regions of a provider that have any price, in
// alphabetical order.
func (b *Book) RegionsOf(provider string) []string {
	var regions []string
	for _, p := range b.allPrices {
		if p.Provider == provider && p.Region != Global && !slices.Contains(regions, p.Region) {
			regions = append(regions, p.Region)
		}
	}
	slices.Sort(regions)
	return regions
}

// has reports whether a region has all of the prices.
func (b *Book) has(region string, ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return b.find(id, region) == nil })
}
