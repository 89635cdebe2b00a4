package pricebook

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// list is where the prices and the machines of a book come from: files that were
// parsed, the tables that the program is built with, or another list with
// something laid over it. A list never changes. Asked again for the same thing it
// returns the same pointer, whoever asks at the same time, and what nobody asks
// for is not made.
type list interface {
	// ids returns the ids of all prices, in alphabetical order.
	ids() []string
	// of returns every price of an id, by region and first valid day.
	of(id string) []*Price
	// find returns the prices of an id in exactly one region, by first valid day.
	find(id, region string) []*Price
	// regions returns the regions, Global among them, in which a provider has any
	// price, in alphabetical order; "" stands for all providers.
	regions(provider string) []string
	// walk visits every price without making it.
	walk(visit func(listed))
	// summary returns how many prices there are, and from when.
	summary() summary

	// types returns the names of the instance types, in alphabetical order.
	types() []string
	// size returns an instance type as it is in the last of its regions, nil for no
	// type. Of its hour it says the id alone.
	size(name string) *Instance
	// machine returns an instance type in a region, nil where it has no price.
	machine(name, region string) *Instance
	// machines returns an instance type in all of its regions, by region.
	machines(name string) []*Instance
	// in returns the instance types of a region, the cheapest first and by name
	// where two cost the same.
	in(region string) []*Instance
	// unbeaten returns those of them that auto can choose, with or without others.
	unbeaten(region string) []*Instance
}

// listed is what a price is known by, without its figures.
type listed struct {
	id, region, provider, unit, asOf string
	private                          bool
}

func (p *Price) listed() listed {
	return listed{id: p.ID, region: p.Region, provider: p.Provider, unit: p.Unit, asOf: p.AsOf, private: p.Private != ""}
}

// summary is what is told of a list as a whole.
type summary struct {
	prices         int
	oldest, newest string // as precise as their sources
}

func (s *summary) add(asOf string) {
	if s.prices == 0 || asOf < s.oldest {
		s.oldest = asOf
	}
	s.newest = max(s.newest, asOf)
	s.prices++
}

// summaryOf counts the prices of a list one by one.
func summaryOf(l list) summary {
	var s summary
	l.walk(func(p listed) { s.add(p.asOf) })
	return s
}

// onDay returns the first of the prices of one id and region that holds on a day,
// nil for none.
func onDay(prices []*Price, day string) *Price {
	for _, p := range prices {
		if p.holds(day) {
			return p
		}
	}
	return nil
}

// regional is an id or an instance type in a region.
type regional struct{ name, region string }

// memo keeps what was made, so that it is made once.
type memo[K comparable, V any] struct {
	mu   sync.RWMutex
	made map[K]V
}

// get returns what was made for a key, and makes it where it is the first to ask.
// Of two that are first at the same time both get what one of them made.
func (m *memo[K, V]) get(key K, work func() V) V {
	m.mu.RLock()
	v, known := m.made[key]
	m.mu.RUnlock()
	if known {
		return v
	}
	v = work()
	m.mu.Lock()
	defer m.mu.Unlock()
	if first, known := m.made[key]; known {
		return first
	}
	if m.made == nil {
		m.made = map[K]V{}
	}
	m.made[key] = v
	return v
}

func byRegionAndDay(a, b *Price) int {
	return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Region, b.Region), strings.Compare(a.ValidFrom, b.ValidFrom))
}

func byTypeAndRegion(a, b *Instance) int {
	return cmp.Or(strings.Compare(a.Type, b.Type), strings.Compare(a.Hour.Region, b.Hour.Region))
}

func byHourAndType(a, b *Instance) int {
	return cmp.Or(cmp.Compare(a.Hour.Tiers[0].USD, b.Hour.Tiers[0].USD), strings.Compare(a.Type, b.Type))
}

// distinct returns names in alphabetical order, each once. It may reorder its argument.
func distinct(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}
