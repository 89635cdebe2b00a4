package pricebook

import (
	"slices"
	"strings"
)

// laid is a list with the private prices and the discounts of one file over it.
type laid struct {
	below     list
	own       *parsed // of the file
	provider  string
	file      string
	discounts []discount
	day       string // on which the hours of machines are looked up

	found      memo[regional, []*Price]
	everywhere memo[string, []*Price]
	taken      memo[*Price, *Price]
	machined   memo[regional, *Instance]
}

func (l *laid) ids() []string { return distinct(slices.Concat(l.below.ids(), l.own.ids())) }

// find returns the file's prices of a place, for all days, or else the list's
// with their discount.
func (l *laid) find(id, region string) []*Price {
	return l.found.get(regional{id, region}, func() []*Price {
		if own := l.own.find(id, region); len(own) > 0 {
			return own
		}
		return l.discounted(l.below.find(id, region))
	})
}

func (l *laid) of(id string) []*Price {
	return l.everywhere.get(id, func() []*Price {
		listed := l.discounted(l.below.of(id))
		own := l.own.of(id)
		if len(own) == 0 {
			return listed
		}
		replaced := func(p *Price) bool { return len(l.own.find(id, p.Region)) > 0 }
		all := append(slices.DeleteFunc(slices.Clone(listed), replaced), own...)
		slices.SortStableFunc(all, byRegionAndDay)
		return all
	})
}

// discounted returns prices of the list with their discounts taken off.
func (l *laid) discounted(prices []*Price) []*Price {
	var changed []*Price
	for i, p := range prices {
		d := l.discountOf(p.listed())
		if d == nil {
			continue
		}
		if changed == nil {
			changed = slices.Clone(prices)
		}
		changed[i] = l.taken.get(p, func() *Price { return d.take(p, l.file) })
	}
	if changed != nil {
		return changed
	}
	return prices
}

// discountOf returns the discount of a price, nil for none: that with the
// longest match, and the whole id before its beginning.
func (l *laid) discountOf(p listed) *discount {
	var best *discount
	for i := range l.discounts {
		d := &l.discounts[i]
		if d.matches(l.provider, p) && (best == nil || d.length() > best.length()) {
			best = d
		}
	}
	return best
}

func (l *laid) regions(provider string) []string {
	return distinct(slices.Concat(l.below.regions(provider), l.own.regions(provider)))
}

func (l *laid) walk(visit func(listed)) {
	replaced := map[regional]bool{}
	for _, p := range l.own.prices {
		replaced[regional{p.ID, p.Region}] = true
	}
	l.below.walk(func(p listed) {
		if replaced[regional{p.id, p.region}] {
			return
		}
		if d := l.discountOf(p); d != nil {
			p.asOf, p.private = d.asOf, true
		}
		visit(p)
	})
	l.own.walk(visit)
}

func (l *laid) summary() summary { return summaryOf(l) }

func (l *laid) types() []string {
	touched := map[string]bool{}
	for _, p := range l.own.prices {
		_, name, _ := strings.Cut(p.ID, ".")
		touched[name] = true
	}
	all := distinct(slices.Concat(l.below.types(), l.own.types()))
	return slices.DeleteFunc(all, func(name string) bool { return touched[name] && len(l.machines(name)) == 0 })
}

// machine makes the hour of an instance the price of the list, which may be
// discounted or replaced by a price alone; a price in a region that is new for a
// type makes the type known there.
func (l *laid) machine(name, region string) *Instance {
	return l.machined.get(regional{name, region}, func() *Instance {
		x := l.own.machine(name, region)
		if x == nil {
			x = l.below.machine(name, region)
		}
		if x == nil {
			x = l.size(name)
		}
		if x == nil {
			return nil
		}
		hour := onDay(l.find(x.Hour.ID, region), l.day)
		switch hour {
		case nil:
			return nil
		case x.Hour:
			return x
		}
		priced := *x
		priced.Hour = hour
		return &priced
	})
}

func (l *laid) size(name string) *Instance {
	own := l.own.size(name)
	if own == nil {
		return l.below.size(name)
	}
	listed := l.below.machines(name)
	if last := len(listed) - 1; last >= 0 && listed[last].Hour.Region > own.Hour.Region {
		return listed[last]
	}
	return own
}

func (l *laid) machines(name string) []*Instance {
	size := l.size(name)
	if size == nil {
		return nil
	}
	var found []*Instance
	region := ""
	for _, p := range l.of(size.Hour.ID) {
		if p.Region == region {
			continue
		}
		region = p.Region
		if x := l.machine(name, region); x != nil {
			found = append(found, x)
		}
	}
	return found
}

func (l *laid) in(region string) []*Instance {
	var names []string
	for _, x := range l.below.in(region) {
		names = append(names, x.Type)
	}
	for _, p := range l.own.prices { // The file's own types have their hours among them.
		if _, name, _ := strings.Cut(p.ID, "."); p.Region == region && l.isHour(p.ID, name) {
			names = append(names, name)
		}
	}
	var found []*Instance
	for _, name := range distinct(names) {
		if x := l.machine(name, region); x != nil {
			found = append(found, x)
		}
	}
	slices.SortStableFunc(found, byHourAndType)
	return found
}

// isHour reports whether an id is that of an hour of a type.
func (l *laid) isHour(id, name string) bool {
	x := l.size(name)
	return x != nil && x.Hour.ID == id
}

func (l *laid) unbeaten(region string) []*Instance { return l.in(region) }
