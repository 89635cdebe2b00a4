package pricebook

import (
	_ "embed" // for the tables
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The tables are made from the files in prices, which are what people read and
// edit; a test holds that both say the same.
//
//go:generate go test -run TestTablesAreFresh -update
var (
	//go:embed tables/prices.tsv
	priceTable string
	//go:embed tables/terms.tsv
	termTable string
	//go:embed tables/types.tsv
	typeTable string
	//go:embed tables/regions.tsv
	regionTable string
	//go:embed tables/providers.tsv
	providerTable string
)

// Embedded returns the price book that the program was built with; every call
// returns the same book.
func Embedded() (*Book, error) { return embeddedBook() }

var embeddedBook = sync.OnceValues(func() (*Book, error) {
	t := &tables{
		prices: table(priceTable), terms: table(termTable), typed: table(typeTable),
		byRegion: table(regionTable), providers: table(providerTable),
	}
	if t.collected() == "" {
		return nil, errors.New("the program was built without its price book")
	}
	return newBook(t, t.collected()), nil
})

// tables is the list that the program is built with. Nothing of it is read before
// it is asked for.
type tables struct {
	prices    table // id, region, terms, tiers: "0.09", those that begin later as "10240:0.085"
	terms     table // key, provider, unit, use, free, lot, as of, valid from, valid to, source, note
	typed     table // type, provider, price id, arch, vCPU, MiB, GPUs, pods, allocatable vCPU and MiB, as of, source
	byRegion  table // region, provider, types that nothing beats, the other types
	providers table // provider, collected, prices, oldest, newest

	found      memo[regional, []*Price]
	everywhere memo[string, []*Price]
	termed     memo[string, *Price]
	sized      memo[string, *Instance] // without an hour
	instances  memo[regional, *Instance]
}

func (t *tables) collected() string {
	day := ""
	for providers := t.providers; ; {
		r, ok := providers.next()
		if !ok {
			return day
		}
		r.field()
		day = max(day, r.field())
	}
}

func (t *tables) summary() summary {
	var all summary
	for providers := t.providers; ; {
		r, ok := providers.next()
		if !ok {
			return all
		}
		r.field()
		r.field()
		prices, oldest, newest := int(number(r.field())), r.field(), r.field()
		if all.prices == 0 || oldest < all.oldest {
			all.oldest = oldest
		}
		all.newest = max(all.newest, newest)
		all.prices += prices
	}
}

func (t *tables) ids() []string {
	var ids []string
	for prices := t.prices; ; {
		r, ok := prices.next()
		if !ok {
			return ids
		}
		if id := r.field(); len(ids) == 0 || ids[len(ids)-1] != id {
			ids = append(ids, id)
		}
	}
}

func (t *tables) find(id, region string) []*Price {
	return t.found.get(regional{id, region}, func() []*Price {
		var found []*Price
		for rows := t.prices.rows(id, region); ; {
			r, ok := rows.next()
			if !ok {
				return found
			}
			if p := t.price(r); p != nil {
				found = append(found, p)
			}
		}
	})
}

func (t *tables) of(id string) []*Price {
	return t.everywhere.get(id, func() []*Price {
		var found []*Price
		last := ""
		for rows := t.prices.rows(id); ; {
			r, ok := rows.next()
			if !ok {
				return found
			}
			r.field()
			if region := r.field(); region != last {
				found, last = append(found, t.find(id, region)...), region
			}
		}
	})
}

// price reads a price, nil where it has no terms or no figure.
func (t *tables) price(r row) *Price {
	id, region := r.field(), r.field()
	terms := t.term(r.field())
	if terms == nil || r == "" {
		return nil
	}
	p := *terms
	p.ID, p.Region = id, region
	p.Tiers = make([]Tier, 0, 1+strings.Count(string(r), "\t"))
	for r != "" {
		from, usd, later := strings.Cut(r.field(), ":")
		if !later {
			from, usd = "0", from
		}
		p.Tiers = append(p.Tiers, Tier{From: number(from), USD: number(usd)})
	}
	return &p
}

// term returns what many prices share, nil for a key that is not there.
func (t *tables) term(key string) *Price {
	return t.termed.get(key, func() *Price {
		rows := t.terms.rows(key)
		r, ok := rows.next()
		if !ok {
			return nil
		}
		r.field()
		p := &Price{Provider: r.field(), Unit: r.field(), Use: r.field()}
		p.Free, p.Lot = number(r.field()), number(r.field())
		p.AsOf, p.ValidFrom, p.ValidTo = r.field(), r.field(), r.field()
		p.Source, p.Note = r.field(), r.field()
		return p
	})
}

func (t *tables) walk(visit func(listed)) {
	for prices := t.prices; ; {
		r, ok := prices.next()
		if !ok {
			return
		}
		id, region := r.field(), r.field()
		if terms := t.term(r.field()); terms != nil {
			p := terms.listed()
			p.id, p.region = id, region
			visit(p)
		}
	}
}

func (t *tables) regions(provider string) []string {
	var regions []string
	for rows := t.byRegion; ; {
		r, ok := rows.next()
		if !ok {
			return slices.Compact(regions)
		}
		if region := r.field(); provider == "" || provider == r.field() {
			regions = append(regions, region)
		}
	}
}

// number reads a figure of a table. They were written by the program.
func number(word string) float64 {
	v, _ := strconv.ParseFloat(word, 64)
	return v
}
