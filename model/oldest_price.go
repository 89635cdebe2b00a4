package model

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
)

// UsedPrice is a price that a bill rests on, and what it is charged for.
type UsedPrice struct {
	ID    string
	Label string // Node volumes (gp3)
	AsOf  string // as precise as its source
}

// Text names the price with its date: Node volumes (gp3), 1 Jul 2024.
func (u *UsedPrice) Text() string { return u.Label + ", " + quantity.DateWords(u.AsOf) }

// OldestPrice returns the oldest price that anything is charged by at today's
// volume: on a platform that runs everything, and in the split, calls included.
// It is nil where there is no bill.
func (e *Evaluation) OldestPrice() *UsedPrice { return e.oldest() }

func (e *Evaluation) findOldest() *UsedPrice {
	var oldest *UsedPrice
	take := func(u UsedPrice) {
		if oldest == nil || pricebook.LastDay(u.AsOf) < pricebook.LastDay(oldest.AsOf) {
			oldest = &u
		}
	}
	charged := slices.Clone(e.Platforms)
	if e.Split.Mixed() {
		for _, o := range checklist.Placeable {
			if p := e.PartOn(&e.Split, o); p != nil {
				charged = append(charged, p)
			}
		}
		for i := range e.Split.Glue {
			for _, l := range e.Split.Glue[i].Lines {
				take(UsedPrice{l.PriceID, l.Label, l.AsOf})
			}
		}
	}
	for _, p := range charged {
		if m := p.Oldest(e.Volume()); m != nil {
			take(UsedPrice{m.Price.ID, m.Label, m.Price.AsOf})
		}
	}
	return oldest
}
