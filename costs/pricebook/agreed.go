package pricebook

import (
	"fmt"
	"slices"
	"strings"
)

// Agreed is a percentage off list prices that somebody agreed on with a provider:
// off all of its prices, those of a service or one of them, in one region or in all.
type Agreed struct {
	Match   string  // aws.* for a provider, lambda.* for a service, the id of a price, * for all
	Percent float64 // off the list price
	Region  string  // "" for all regions
	Source  string  // EDP, the contract
	AsOf    string  // YYYY, YYYY-MM or YYYY-MM-DD; "" where nobody said
}

// AgreedFile is what the prices are marked with that were agreed on in a scenario.
const AgreedFile = "the scenario (agreed)"

// AgreedError is an agreement that is none of this book's prices.
type AgreedError struct {
	At         int // of the list
	Key, Value string
	Text       string // what is allowed
}

func (e *AgreedError) Error() string { return fmt.Sprintf("%s %q: %s", e.Key, e.Value, e.Text) }

// WithAgreed returns the book with what was agreed on taken off its list prices; asked
// again for the same, the same book. What it was asked for before is not taken off
// twice: a book has one set of agreements. A private price of an overlay is what was
// agreed already. Of several agreements that match, that of the region counts before
// that of all regions, and then the one with the longest match. The error is an
// *AgreedError.
func (b *Book) WithAgreed(list []Agreed) (*Book, error) {
	plain := b
	if b.plain != nil {
		plain = b.plain
	}
	if len(list) == 0 {
		return plain, nil
	}
	made := plain.agreed.get(fmt.Sprintf("%#v", list), func() agreedBook {
		list := slices.Clone(list)
		for i := range list {
			if err := plain.checkAgreed(i, &list[i]); err != nil {
				return agreedBook{err: err}
			}
		}
		other := plain.as(&changed{below: plain.list, price: func(p *Price) *Price { return takeAgreed(list, p) }})
		other.plain = plain
		return agreedBook{book: other}
	})
	return made.book, made.err
}

// agreedBook is a book with agreements, or why there is none.
type agreedBook struct {
	book *Book
	err  error
}

// checkAgreed refuses an agreement that no list price matches.
func (b *Book) checkAgreed(i int, a *Agreed) error {
	if a.Region != "" && a.Region != Global && !slices.Contains(b.list.regions(""), a.Region) {
		return &AgreedError{i, "region", a.Region, "unknown region" + didYouMean(nearest(a.Region, b.list.regions("")))}
	}
	found := false
	b.list.walk(func(p listed) { found = found || a.matches(p) })
	if found {
		return nil
	}
	where := ""
	if a.Region != "" {
		where = " in " + a.Region
	}
	return &AgreedError{i, "match", a.Match, "matches no list price" + where + "; allowed is a provider (aws.*), the beginning of ids with a star (lambda.*), an id, or *" +
		didYouMean(nearest(strings.TrimSuffix(a.Match, "*"), b.IDs()))}
}

// matches reports whether the agreement is one of a price. Shares of another price
// follow that one and are left alone unless they are named.
func (a *Agreed) matches(p listed) bool {
	if p.private || a.Region != "" && p.region != a.Region {
		return false
	}
	start, star := strings.CutSuffix(a.Match, "*")
	switch {
	case !star:
		return p.id == priceID(a.Match)
	case p.unit == ofOnDemand:
		return false
	}
	return start == p.provider+"." || strings.HasPrefix(p.id, start)
}

// rank orders agreements that match: the region's own first, then the more exact.
func (a *Agreed) rank() int {
	rank := (&discount{match: a.Match}).length()
	if a.Region != "" {
		rank += 1 << 20
	}
	return rank
}

// takeAgreed returns a price as it was agreed on, the price itself where nothing was.
func takeAgreed(list []Agreed, p *Price) *Price {
	var best *Agreed
	for i := range list {
		if a := &list[i]; a.matches(p.listed()) && (best == nil || a.rank() > best.rank()) {
			best = a
		}
	}
	if best == nil {
		return p
	}
	off := discount{percent: best.Percent, source: agreedSource(best), asOf: p.AsOf}
	taken := off.take(p, AgreedFile)
	taken.Source += "; list price: " + p.Source
	return taken
}

func agreedSource(a *Agreed) string {
	text := "agreed"
	if a.Source != "" {
		text += ": " + a.Source
	}
	if a.AsOf != "" {
		text += ", " + a.AsOf
	}
	return text
}
