package pricebook

import (
	"cmp"
	"slices"
	"strings"
)

// parsed is the list of files that were read as a whole.
type parsed struct {
	prices    []*Price    // by id, region, first valid day
	instances []*Instance // by type, region
	collected string      // the latest day on which a file was collected
}

// joined returns one list with the prices of several.
func joined(lists ...*parsed) *parsed {
	all := &parsed{}
	for _, l := range lists {
		all.prices = append(all.prices, l.prices...)
		all.instances = append(all.instances, l.instances...)
		all.collected = max(all.collected, l.collected)
	}
	slices.SortStableFunc(all.prices, byRegionAndDay)
	slices.SortStableFunc(all.instances, byTypeAndRegion)
	return all
}

func (l *parsed) ids() []string {
	var ids []string
	for _, p := range l.prices {
		if len(ids) == 0 || ids[len(ids)-1] != p.ID {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

func (l *parsed) of(id string) []*Price {
	i, _ := slices.BinarySearchFunc(l.prices, id, func(p *Price, id string) int { return strings.Compare(p.ID, id) })
	j := i
	for j < len(l.prices) && l.prices[j].ID == id {
		j++
	}
	return l.prices[i:j]
}

func (l *parsed) find(id, region string) []*Price {
	i, _ := slices.BinarySearchFunc(l.prices, id, func(p *Price, id string) int {
		return cmp.Or(strings.Compare(p.ID, id), strings.Compare(p.Region, region))
	})
	j := i
	for j < len(l.prices) && l.prices[j].ID == id && l.prices[j].Region == region {
		j++
	}
	return l.prices[i:j]
}

func (l *parsed) regions(provider string) []string {
	var regions []string
	for _, p := range l.prices {
		if (provider == "" || p.Provider == provider) && !slices.Contains(regions, p.Region) {
			regions = append(regions, p.Region)
		}
	}
	return distinct(regions)
}

func (l *parsed) walk(visit func(listed)) {
	for _, p := range l.prices {
		visit(p.listed())
	}
}

func (l *parsed) summary() summary { return summaryOf(l) }

func (l *parsed) types() []string {
	var types []string
	for _, x := range l.instances {
		if len(types) == 0 || types[len(types)-1] != x.Type {
			types = append(types, x.Type)
		}
	}
	return types
}

func (l *parsed) size(name string) *Instance {
	all := l.machines(name)
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

func (l *parsed) machine(name, region string) *Instance {
	i, found := slices.BinarySearchFunc(l.instances, name, func(x *Instance, name string) int {
		return cmp.Or(strings.Compare(x.Type, name), strings.Compare(x.Hour.Region, region))
	})
	if !found {
		return nil
	}
	return l.instances[i]
}

func (l *parsed) machines(name string) []*Instance {
	i, _ := slices.BinarySearchFunc(l.instances, name, func(x *Instance, name string) int { return strings.Compare(x.Type, name) })
	j := i
	for j < len(l.instances) && l.instances[j].Type == name {
		j++
	}
	return l.instances[i:j]
}

func (l *parsed) in(region string) []*Instance {
	var found []*Instance
	for _, x := range l.instances {
		if x.Hour.Region == region {
			found = append(found, x)
		}
	}
	slices.SortStableFunc(found, byHourAndType)
	return found
}

func (l *parsed) unbeaten(region string) []*Instance { return l.in(region) }
