package costs

import (
	"math"
	"slices"
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// commitment is what a kind's commitments take off the price on demand where the
// book has no exact figure: for one year and for three, without anything paid
// upfront, and the range in which such discounts lie; nothing where none is sold.
// Requests, management fees, egress and whatever is not computing are never
// discounted.
type commitment struct {
	oneYear, threeYears float64       // 0..1
	lies                [2][2]float64 // in which a year's and three years' lie; of nothing where it is exact or none is sold
	ranges              string        // in words
	source, asOf        string
}

const (
	savingsPlansSource = "AWS pricing feeds of reserved instances by family, median over sizes (yeo/ec2.shop, 2025-04-06); ranges over families and regions"
	flexibleCUD        = "https://cloud.google.com/run/cud and https://cloud.google.com/kubernetes-engine/cud (stored copies)"
	azurePlans         = "Azure Retail Prices, savings plans and reservations (2026-08-22); the default is a judgement of ours"
)

// off is what a commitment of the purchase takes off.
func (c *commitment) off(purchase string) float64 {
	if purchase == Savings3y {
		return c.threeYears
	}
	return c.oneYear
}

// UsualDiscount is what a commitment is taken to take off where nobody knows exactly,
// and what it may be instead, each 0..1.
type UsualDiscount struct{ Off, Low, High float64 }

// usual is the default of a purchase as an assumption, nil for one that is exact.
func (c *commitment) usual(purchase string) *UsualDiscount {
	lies := c.lies[0]
	if purchase == Savings3y {
		lies = c.lies[1]
	}
	if lies[0] == lies[1] {
		return nil
	}
	return &UsualDiscount{c.off(purchase), lies[0], lies[1]}
}

// commits reports whether a purchase is a commitment.
func commits(purchase string) bool { return purchase == Savings1y || purchase == Savings3y }

// committedRatio returns what a committed unit costs of one on demand, and by
// whom: the exact price of the book, else the kind's default, which a note says.
// 0 is no commitment.
func (m *metering) committedRatio(id, purchase string) (float64, *pricebook.Price) {
	m.asked = append(m.asked, id)
	if p, err := m.book.Price(id, m.region); err == nil {
		return p.Tiers[0].USD, p
	}
	usual := &m.runsOn().commitment
	if usual.off(purchase) == 0 {
		m.note("%s sells no commitment: all of it stays on demand", m.kind.Name)
		return 0, nil
	}
	off := usual.off(purchase)
	m.usual = usual.usual(purchase)
	m.note("the commitment takes %s %% off, an assumption where the exact price is not known (%s; %s)", Figure(math.Round(off*1000)/10), usual.ranges, usual.source)
	return 1 - off, &pricebook.Price{Source: usual.source, AsOf: usual.asOf}
}

// committed is how the computing of a platform without nodes is bought: what a
// committed unit costs of one on demand, 0 where all of it stays on demand.
func (m *metering) committed(id string) (float64, *pricebook.Price) {
	s := m.service()
	if !commits(s.Purchase) {
		return 0, nil
	}
	if s.Discount > 0 {
		return 1 - s.Discount, ownDiscount(m.side(paths.ServerlessDiscount))
	}
	return m.committedRatio(id+strings.TrimPrefix(s.Purchase, "savings"), s.Purchase)
}

// addBought adds a meter of computing by the way in which it is bought: the level
// that is used in at least as many hours as a committed unit costs of one on
// demand is committed to and paid for in every hour, the rest stays on demand.
func (m *metering) addBought(id, label, price string, ratio float64, source *pricebook.Price, terms ...Term) {
	if ratio <= 0 || len(terms) == 0 {
		m.add(id, label, price, terms...)
		return
	}
	list := m.price(price)
	if list == nil {
		return
	}
	part := func(c *Component) float64 { return c.Shape.heldFor(ratio) }
	m.addAt(id+"-committed", label+" under a commitment", times(list, ratio, pricebook.Committed, m.service().Purchase, source),
		m.withFactors(terms, func(c *Component) Factor {
			return percent(part(c), "% of the mean load, committed").from(m.side(paths.ServerlessPurchase))
		}))
	m.addAt(id, label+" on demand", list, m.withFactors(terms, func(c *Component) Factor {
		return percent(c.Shape.above(part(c)), "% of the load above it").from(m.side(paths.ServerlessPurchase))
	}))
}

// heldFor returns the load over the mean that is reached in at least some part of
// the hours of a week.
func (s *Shape) heldFor(part float64) float64 {
	weights := slices.Clone(s.Weights[:])
	slices.Sort(weights)
	most := int(math.Floor((1-part)*float64(len(weights)) + 1e-9)) // hours that may lie below it
	return weights[min(most, len(weights)-1)]
}

// above returns the part of the load that lies above a level over the mean.
func (s *Shape) above(level float64) float64 {
	sum := 0.0
	for _, w := range s.Weights {
		sum += math.Max(0, w-level)
	}
	return sum / float64(len(s.Weights))
}
