package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dustin/go-humanize"

	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
)

// usedPrices lists the prices behind all bills, by id.
func usedPrices(e *model.Evaluation) []*pricebook.Price {
	var used []*pricebook.Price
	platforms := e.Platforms
	if e.Mix != nil { // what calls across are charged is in no other bill
		platforms = append(slices.Clone(platforms), e.Mix.Parts()...)
	}
	for _, p := range platforms {
		for i := range p.Meters {
			if price := p.Meters[i].Price; !slices.Contains(used, price) {
				used = append(used, price)
			}
		}
	}
	slices.SortStableFunc(used, func(a, b *pricebook.Price) int { return cmp.Compare(a.ID, b.ID) })
	return used
}

// whyNot says why a platform has no price at today's volume, "" where it has.
func whyNot(e *model.Evaluation, p *costs.Platform) string { return model.WhyNot(p, e.Volume()) }

// volume prints requests a month to three significant digits: 34.2M.
func volume(v float64) string { return quantity.ShortCount(v) }

// money prints USD to the cent, small amounts to three digits: $1,340.20,
// $0.083; a dash for what is not known.
func money(usd float64) string {
	switch {
	case math.IsNaN(usd) || math.IsInf(usd, 0):
		return "-"
	case usd < 0:
		return "-" + money(-usd)
	case usd > 0 && usd < 0.0005:
		return "<$0.001"
	case usd > 0 && usd < 1:
		return fmt.Sprintf("$%.3f", usd)
	}
	return "$" + cents(usd)
}

func cents(usd float64) string {
	if usd >= 1e15 {
		return fmt.Sprintf("%.6g", usd)
	}
	// Half a cent is rounded up wherever it stands: $461.725 and $16,961.725
	// must not end in different cents.
	whole, fraction, _ := strings.Cut(fmt.Sprintf("%.2f", math.Round(usd*100+1e-6)/100), ".")
	var n int64
	if _, err := fmt.Sscan(whole, &n); err != nil {
		return whole + "." + fraction
	}
	return humanize.Comma(n) + "." + fraction
}

// unitPrice prints a price a unit with all its digits.
func unitPrice(usd float64) string { return "$" + strconv.FormatFloat(usd, 'f', -1, 64) }

// withPeople prints a bill with people and tools by the one rule for them.
func withPeople(e *model.Evaluation, p *costs.Platform, usd float64) string {
	known := e.PeopleKnown(p)
	if known == model.PeopleGiven {
		return money(usd + p.PeopleUSD())
	}
	return known.Total(usd + p.PeopleUSD())
}

// people prints what people and tools cost on a platform. The guide publishes
// figures for Kubernetes alone, so elsewhere nothing given is not nothing spent.
func people(p *costs.Platform) string {
	if len(p.People) == 0 {
		return "none given"
	}
	return money(p.PeopleUSD())
}
