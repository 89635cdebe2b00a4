package costs

import (
	"slices"
	"strings"
)

// Part returns the platform as it is where some components of its workload run
// on it and no others: its meters without what the others count, its fleet
// without their pods. The volume stays that of the whole system, of which the
// components keep their shares; so the costs of parts are added up at one
// volume. It is what a Pool prices at today's volume, at any.
//
// w is the workload that the platform was built for, and on says by component
// whether it runs here.
func (p *Platform) Part(w Workload, on []bool) *Platform {
	part := *p
	part.Refusals, part.Caveats, part.Notes = nil, nil, nil
	for _, note := range p.Notes {
		if of, _, named := strings.Cut(note, ": "); !named || index(w, of) < 0 || on[index(w, of)] {
			part.Notes = append(part.Notes, note)
		}
	}
	for _, list := range []struct{ of, to *[]Refusal }{{&p.Refusals, &part.Refusals}, {&p.Caveats, &part.Caveats}} {
		for _, r := range *list.of {
			if i := index(w, r.Component); i >= 0 && on[i] {
				*list.to = append(*list.to, r)
			}
		}
	}
	http, need := false, outward{}
	for i := range w.Components {
		http = http || on[i] && isPublic(&w.Components[i])
		if on[i] && p.outward != nil {
			of := p.outward(i)
			need.gateway, need.endpoint = need.gateway || of.gateway, need.endpoint || of.endpoint
		}
	}
	part.Levels = nil
	level := make([]int, len(p.Levels)) // where each is among those that stay
	for i := range p.Levels {
		level[i] = len(part.Levels)
		if on[p.Levels[i].Index] {
			part.Levels = append(part.Levels, p.Levels[i])
		}
	}
	part.Meters = nil
	for i := range p.Meters {
		if m, counts := p.Meters[i].part(on, http, need, level); counts {
			part.Meters = append(part.Meters, m)
		}
	}
	if p.Fleet != nil {
		part.Fleets = make([]*Fleet, len(p.Fleets))
		for i, f := range p.Fleets {
			part.Fleets[i] = f.part(on)
		}
		part.Fleet = part.Fleets[0]
		part.maxVolume = part.Fleet.saturation()
	}
	return &part
}

// index is where a component is in a workload, −1 for nowhere.
func index(w Workload, name string) int {
	for i := range w.Components {
		if w.Components[i].Name == name {
			return i
		}
	}
	return -1
}

// part is the meter without the terms of components that are elsewhere, and
// whether anything is left to count.
func (m *Meter) part(on []bool, http bool, need outward, level []int) (Meter, bool) {
	part := *m
	part.Dimensions = make([][]Term, len(m.Dimensions))
	counts := false
	for d := range m.Dimensions {
		for _, t := range m.Dimensions[d] {
			switch t.Base {
			case PerHTTP:
				if !http {
					continue
				}
			case PerOut:
				if !need.gateway {
					continue
				}
			case PerEndpoint:
				if !need.endpoint {
					continue
				}
			case PerRequest, PerUnit, PerComponent:
				if !on[t.Index] || t.With > 0 && !on[t.With-1] {
					continue
				}
			}
			if t.Base == PerUnit {
				t.Level = level[t.Level]
			}
			part.Dimensions[d] = append(part.Dimensions[d], t)
			counts = true
		}
	}
	part.highest, part.rates = 0, rates{}
	part.compile()
	return part, counts
}

// part is the fleet without the pods of components that are elsewhere. Hours
// that only those told apart are one.
func (f *Fleet) part(on []bool) *Fleet {
	part := *f
	part.members, part.pods, part.hours = nil, nil, nil
	for k, i := range f.members {
		if on[i] {
			part.members, part.pods = append(part.members, i), append(part.pods, f.pods[k])
		}
	}
	for g := range f.hours {
		group := hourGroup{hours: f.hours[g].hours}
		for k, i := range f.members {
			if on[i] {
				group.weights = append(group.weights, f.hours[g].weights[k])
				group.rates = append(group.rates, f.hours[g].rates[k])
			}
		}
		same := func(o hourGroup) bool { return slices.Equal(o.rates, group.rates) }
		if k := slices.IndexFunc(part.hours, same); k >= 0 {
			part.hours[k].hours += group.hours
			continue
		}
		part.hours = append(part.hours, group)
	}
	part.classify()
	return &part
}
