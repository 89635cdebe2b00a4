package pricebook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// ofOnDemand is the unit of a share of another price.
const ofOnDemand = "of on-demand"

// leastPercent is the smallest discount that anybody agrees on.
const leastPercent = 0.0001

// discount is a percentage off list prices.
type discount struct {
	match   string // an id, the beginning of ids with a star, or a star
	percent float64
	source  string
	asOf    string
}

// readDiscounts reads the list of discounts of an overlay.
func (f *bookFile) readDiscounts(n *yaml.Node) error {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return f.fail(n, "discounts", "must be a list")
	}
	for i, entry := range n.Content {
		if err := f.readDiscount(entry, "discounts["+strconv.Itoa(i)+"]"); err != nil {
			return err
		}
	}
	return nil
}

func (f *bookFile) readDiscount(n *yaml.Node, path string) error {
	fields, err := f.fields(n, path, "match", "percent", "source", "as_of")
	if err != nil {
		return err
	}
	var d discount
	if d.match, err = f.text(n, fields, path, "match"); err != nil {
		return err
	}
	if !strings.HasSuffix(d.match, "*") {
		d.match = priceID(d.match)
	}
	word, err := f.text(n, fields, path, "percent")
	if err != nil {
		return err
	}
	if d.percent, err = f.number(fields["percent"], under(path, "percent"), word); err != nil {
		return err
	}
	if d.percent != 0 && !(d.percent >= leastPercent && d.percent <= 100) {
		return f.fail(fields["percent"], under(path, "percent"), "is not a percentage; allowed is 0 to 100")
	}
	source, err := f.optional(fields, path, "source")
	if err != nil {
		return err
	}
	if d.source, err = f.source(fields["source"], under(path, "source"), source); err != nil {
		return err
	}
	if d.asOf, err = f.optional(fields, path, "as_of"); err != nil {
		return err
	}
	if err := f.checkOrigin(n, fields, path, d.source, d.asOf); err != nil {
		return err
	}
	return f.addDiscount(fields["match"], under(path, "match"), d)
}

// addDiscount refuses a discount of nothing, and a second one of the same.
func (f *bookFile) addDiscount(n *yaml.Node, path string, d discount) error {
	for _, other := range f.discounts {
		if other.match == d.match {
			return f.fail(n, path, "is given twice")
		}
	}
	matches := false
	f.list.list.walk(func(p listed) { matches = matches || d.matches(f.provider, p) })
	if matches {
		f.discounts = append(f.discounts, d)
		return nil
	}
	ids := slices.DeleteFunc(f.list.IDs(), func(id string) bool { return f.list.PricesOf(id)[0].Provider != f.provider })
	return f.fail(n, path, "matches no list price of "+f.provider+"; allowed is an id, the beginning of ids with a star, or *"+
		didYouMean(nearest(strings.TrimSuffix(d.match, "*"), ids)))
}

// matches reports whether the discount is one of the price. A private price is
// what was agreed already.
func (d *discount) matches(provider string, p listed) bool {
	if p.provider != provider || p.private {
		return false
	}
	start, star := strings.CutSuffix(d.match, "*")
	if !star {
		return p.id == d.match
	}
	return p.unit != ofOnDemand && strings.HasPrefix(p.id, start)
}

// length orders matches: the longer one is the more exact, and a whole id comes
// before a beginning of the same length.
func (d *discount) length() int {
	if strings.HasSuffix(d.match, "*") {
		return 2 * len(d.match)
	}
	return 2*len(d.match) + 3
}

// take returns a copy of the price with the discount taken off; its note tells
// the list price.
func (d *discount) take(p *Price, file string) *Price {
	taken := *p
	taken.Tiers = make([]Tier, len(p.Tiers))
	list := make([]string, len(p.Tiers))
	for i, t := range p.Tiers {
		taken.Tiers[i] = Tier{From: t.From, USD: DerivedUSD(t.USD * (1 - d.percent/100))}
		list[i] = strconv.FormatFloat(t.USD, 'f', -1, 64)
	}
	taken.Source, taken.AsOf, taken.Private = d.source, d.asOf, file
	taken.Note = fmt.Sprintf("list price %s as of %s, less %v %%", strings.Join(list, ", "), p.AsOf, d.percent)
	if p.Note != "" {
		taken.Note += "; " + p.Note
	}
	return &taken
}
