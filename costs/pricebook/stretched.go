package pricebook

import (
	"slices"
)

// Stretched returns the book with free amounts, tiers and lots so many times as
// large.
func (b *Book) Stretched(times float64) *Book {
	return b.as(&changed{below: b.list, price: func(p *Price) *Price {
		q := *p
		q.Free, q.Lot, q.Tiers = q.Free*times, q.Lot*times, slices.Clone(q.Tiers)
		for i := range q.Tiers {
			q.Tiers[i].From *= times
		}
		return &q
	}})
}
