package offers

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"runwhere/costs/pricebook"
)

// amount reads a decimal number that is not negative. The fraction is exact:
// prices are divided and multiplied by the sizes of units before they become
// floating point. Long figures and exponents are refused, for they are no
// prices and would take memory without bound.
func amount(text string) (*big.Rat, bool) {
	mantissa, exponent, scientific := strings.Cut(strings.ToLower(text), "e")
	if scientific {
		digits := strings.TrimLeft(exponent, "+-")
		if len(exponent)-len(digits) > 1 || len(digits) > 2 || !isDigits(digits) {
			return nil, false
		}
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	if len(mantissa) > 40 || !isDigits(whole+fraction) {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// plain prints a figure with all its digits and without exponent.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func float(r *big.Rat) float64 {
	v, _ := r.Float64()
	return v
}

// The bounds of what is sold, those of the price book.
const (
	leastUSD     = 1e-15
	mostUSD      = 1e9
	mostQuantity = 1e18
)

// band is a tier as a file states it, in the publisher's unit.
type band struct {
	from, to *big.Rat // to is nil where it has no end
	usd      *big.Rat
}

// tiersOf turns bands into tiers of our unit; size is how many of our units
// one of theirs is. Bands that cost nothing before one that costs something
// are an amount that is free each month, which our files keep apart. What is
// wrong with the bands is the last result.
func tiersOf(bands []band, size *big.Rat) (free float64, tiers []tier, wrong string) {
	slices.SortStableFunc(bands, func(a, b band) int { return a.from.Cmp(b.from) })
	if bands[0].from.Sign() != 0 {
		return 0, nil, "its tiers leave out all up to " + decimal(bands[0].from) + "; the first tier begins at 0"
	}
	for i, b := range bands[1:] {
		switch end := bands[i].to; {
		case end == nil || end.Cmp(b.from) > 0:
			return 0, nil, "its tiers overlap from " + decimal(b.from) + "; each tier begins where the one before it ends"
		case end.Cmp(b.from) < 0:
			return 0, nil, "its tiers leave out " + decimal(end) + " to " + decimal(b.from) + "; each tier begins where the one before it ends"
		}
	}
	if end := bands[len(bands)-1].to; end != nil {
		return 0, nil, "its tiers end at " + decimal(end) + "; the last tier has no end"
	}
	for _, b := range bands {
		t := tier{float(new(big.Rat).Mul(b.from, size)), float(new(big.Rat).Quo(b.usd, size))}
		if t.usd != 0 && (t.usd < leastUSD || t.usd > mostUSD) || t.from > mostQuantity {
			return 0, nil, "its price of " + strconv.FormatFloat(t.usd, 'g', -1, 64) + " USD a unit from " + strconv.FormatFloat(t.from, 'g', -1, 64) + " on is none that anything is sold at"
		}
		if n := len(tiers); n > 0 && t.from <= tiers[n-1].from {
			return 0, nil, "its tiers at " + plain(t.from) + " are too close together"
		}
		tiers = append(tiers, t)
	}
	if paid := slices.IndexFunc(tiers, func(t tier) bool { return t.usd > 0 }); paid > 0 {
		free, tiers = tiers[paid].from, tiers[paid:]
		tiers[0].from = 0
	}
	return free, tiers, ""
}

func decimal(r *big.Rat) string { return plain(float(r)) }

// costsNothing reports whether no quantity costs anything. A price that is
// stated as zero everywhere is not one that a comparison may rest on.
func costsNothing(tiers []tier) bool {
	return !slices.ContainsFunc(tiers, func(t tier) bool { return t.usd > 0 })
}

func (p *price) same(o *price) bool {
	return p.unit == o.unit && p.free == o.free && slices.Equal(p.tiers, o.tiers)
}

// amounts prints the prices of the tiers.
func (p *price) amounts() string {
	var words []string
	for _, t := range p.tiers {
		words = append(words, "$"+plain(t.usd))
	}
	return strings.Join(words, ", ")
}

// isDay reports whether a text is a day, YYYY-MM-DD, on which there were clouds.
func isDay(s string) bool { return len(s) == len("2026-11-25") && s >= "2000" && pricebook.IsDate(s) }

// dayOf is the day of a time such as 2026-09-11T17:35:10Z, "" where it has none.
func dayOf(time string) string {
	if len(time) < 10 || !isDay(time[:10]) {
		return ""
	}
	return time[:10]
}

// isWord reports whether a text may be part of an id, a region or a version:
// letters, digits, dots, dashes and underscores.
func isWord(s string) bool {
	return s != "" && len(s) <= 64 && strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_')
	}) < 0
}

// isRegion reports whether a text may be a region. "every" has a meaning of its
// own in our files.
func isRegion(s string) bool { return isWord(s) && s[0] >= 'a' && s[0] <= 'z' && s != "every" }
