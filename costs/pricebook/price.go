package pricebook

import (
	"math"
	"slices"

	"runwhere/costs/words"
)

// Price is what one unit of one billed dimension costs in one region.
type Price struct {
	ID       string // contract id, e.g. lambda.requests
	Provider string // aws, azure, cloudflare, fastly, gcp
	Region   string
	Unit     string  // what a quantity counts: request, GB-s, hour, …
	Tiers    []Tier  // ascending, the first from 0
	Free     float64 // the monthly allowance that never ends
	Lot      float64 // what goes beyond the free or included amount is billed in whole lots; 0 for by the unit
	Use      string  // "" for a price that a platform charges, ForQuotes for one that is only looked up
	Source   string
	AsOf     string // YYYY-MM-DD, or as precise as the source allows
	Note     string

	ValidFrom string // the first day the price holds, YYYY-MM-DD; "" when it always has
	ValidTo   string // the last day the price holds, YYYY-MM-DD; "" when no end is announced
	Derived   string // "" for a price of the book, else what was made of it: Committed, OnSpot, AutoModeFee
	Unknown   string // "" for a price, else why a line has none: its tiers then cost nothing, which is not what is charged
	Private   string // the file that replaced or discounted the list price; "" for a list price
}

// ForQuotes is the Use of a price that no platform charges: it is listed,
// shown and quoted only.
const ForQuotes = "quote"

// Tier is a price a unit from a cumulative monthly quantity on.
type Tier struct {
	From float64
	USD  float64
}

// What is derived from a price of the book.
const (
	Committed   = "under a commitment"
	OnSpot      = "on spot"
	AutoModeFee = "fee of EKS Auto Mode"
)

// derivedDigits are the significant digits of a price that was worked out from
// another one: more than any published price or percentage has together, and
// fewer than the noise of binary fractions needs, so that 0.1 × 0.3 is 0.03.
const derivedDigits = 12

// DerivedUSD rounds a price that was worked out, in USD a unit.
func DerivedUSD(usd float64) float64 { return words.Significant(usd, derivedDigits) }

// TierCharge is the part of a quantity that falls into one tier.
type TierCharge struct {
	Quantity  float64
	UnitPrice float64
	USD       float64
}

// USD returns what the quantity costs. The free amount, where taken, is the
// first of the month; tiers count the whole quantity.
func (p *Price) USD(quantity float64, free bool) float64 {
	if p.Lot > 0 {
		quantity = p.inLots(quantity, free)
	}
	skip := 0.0
	if free {
		skip = p.Free
	}
	usd := 0.0
	for i := range p.Tiers {
		from, to := max(p.Tiers[i].From, skip), quantity
		if i+1 < len(p.Tiers) {
			to = min(quantity, p.Tiers[i+1].From)
		}
		if to > from {
			usd += (to - from) * p.Tiers[i].USD
		}
	}
	return usd
}

// BeyondFree is the price as its provider bills it where the free amount is taken.
// AWS takes it off first and counts the tiers from there on ("first 10 TB a month
// beyond the global free tier", https://aws.amazon.com/ec2/pricing/on-demand/);
// with the others it lies inside of the first tier.
func (p *Price) BeyondFree() *Price {
	if p.Provider != AWS || p.Free == 0 || len(p.Tiers) < 2 {
		return p
	}
	q := *p
	q.Tiers = slices.Clone(p.Tiers)
	for i := 1; i < len(q.Tiers); i++ {
		q.Tiers[i].From += p.Free
	}
	return &q
}

// Charges returns the same sum tier by tier, the free amount first at a price
// of zero. Tiers that the quantity does not reach are left out; a quantity of
// zero is one empty charge at the first price.
func (p *Price) Charges(quantity float64, free bool) []TierCharge {
	if p.Lot > 0 {
		quantity = p.inLots(quantity, free)
	}
	var charges []TierCharge
	skip := 0.0
	if free && p.Free > 0 {
		skip = p.Free
		charges = append(charges, TierCharge{Quantity: min(quantity, skip)})
	}
	for i := range p.Tiers {
		from, to := max(p.Tiers[i].From, skip), quantity
		if i+1 < len(p.Tiers) {
			to = min(quantity, p.Tiers[i+1].From)
		}
		if to > from {
			charges = append(charges, TierCharge{to - from, p.Tiers[i].USD, (to - from) * p.Tiers[i].USD})
		}
	}
	if len(charges) == 0 {
		charges = append(charges, TierCharge{UnitPrice: p.Tiers[0].USD})
	}
	return charges
}

// lotSlack is the share of a lot that is taken for an error of arithmetic: a
// bill must not grow by a lot because a third of a second is no binary number.
const lotSlack = 1e-9

// inLots returns the quantity that is billed: what goes beyond the free amount,
// or beyond a first tier that costs nothing, is rounded up to whole lots.
func (p *Price) inLots(quantity float64, free bool) float64 {
	included := 0.0
	if free {
		included = p.Free
	}
	if len(p.Tiers) > 1 && p.Tiers[0].USD == 0 {
		included = max(included, p.Tiers[1].From)
	}
	if quantity <= included {
		return quantity
	}
	return included + p.Lot*math.Ceil((quantity-included)/p.Lot-lotSlack)
}

// Tier returns the index of the linear piece that the quantity lies on: below
// the free amount is piece -1.
func (p *Price) Tier(quantity float64, free bool) int {
	if free && quantity <= p.Free {
		return -1
	}
	i := len(p.Tiers) - 1
	for i > 0 && quantity <= p.Tiers[i].From {
		i--
	}
	return i
}

// Instance is a virtual machine type: its price and what the kubelet's and the
// system's reservations leave of it for pods.
type Instance struct {
	Provider          string
	Type              string
	Arch              string // amd64, arm64
	VCPU              float64
	MemoryMiB         float64
	GPU               int
	MaxPods           float64
	AllocatableCPU    float64 // vCPU after the provider's published reservation
	AllocatableMemory float64 // MiB after the provider's published reservation and eviction threshold
	Hour              *Price  // USD an instance hour, on demand, Linux
	Source            string  // of the sizes
	AsOf              string
}
