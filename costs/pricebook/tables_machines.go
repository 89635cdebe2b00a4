package pricebook

import (
	"slices"
	"strings"
)

func (t *tables) types() []string {
	var types []string
	for rows := t.typed; ; {
		r, ok := rows.next()
		if !ok {
			return types
		}
		types = append(types, r.field())
	}
}

// size returns an instance type without its hour, nil for no type.
func (t *tables) size(name string) *Instance {
	return t.sized.get(name, func() *Instance {
		rows := t.typed.rows(name)
		r, ok := rows.next()
		if !ok {
			return nil
		}
		x := &Instance{Type: r.field(), Provider: r.field(), Hour: &Price{ID: r.field()}, Arch: r.field()}
		x.VCPU, x.MemoryMiB, x.GPU, x.MaxPods = number(r.field()), number(r.field()), int(number(r.field())), number(r.field())
		x.AllocatableCPU, x.AllocatableMemory = number(r.field()), number(r.field())
		x.AsOf, x.Source = r.field(), r.field()
		return x
	})
}

// machine returns a type in a region that has a price of its hour. Hours of the
// list hold on every day.
func (t *tables) machine(name, region string) *Instance {
	return t.instances.get(regional{name, region}, func() *Instance {
		size := t.size(name)
		if size == nil {
			return nil
		}
		hours := t.find(size.Hour.ID, region)
		if len(hours) == 0 {
			return nil
		}
		x := *size
		x.Hour = hours[0]
		return &x
	})
}

func (t *tables) machines(name string) []*Instance {
	size := t.size(name)
	if size == nil {
		return nil
	}
	var found []*Instance
	for rows := t.prices.rows(size.Hour.ID); ; {
		r, ok := rows.next()
		if !ok {
			return found
		}
		r.field()
		if x := t.machine(name, r.field()); x != nil {
			found = append(found, x)
		}
	}
}

func (t *tables) in(region string) []*Instance {
	unbeaten, others := t.inRegion(region)
	all := t.named(unbeaten+" "+others, region)
	slices.SortStableFunc(all, byHourAndType)
	return all
}

func (t *tables) unbeaten(region string) []*Instance {
	unbeaten, _ := t.inRegion(region)
	return t.named(unbeaten, region)
}

// inRegion returns the names of a region's types, apart by blanks, the cheapest
// first: those that nothing beats, and the others.
func (t *tables) inRegion(region string) (unbeaten, others string) {
	for rows := t.byRegion.rows(region); ; {
		r, ok := rows.next()
		if !ok {
			return strings.TrimSpace(unbeaten), strings.TrimSpace(others)
		}
		r.field()
		r.field()
		unbeaten, others = unbeaten+" "+r.field(), others+" "+r.field()
	}
}

func (t *tables) named(names, region string) []*Instance {
	var found []*Instance
	for name := range strings.FieldsSeq(names) {
		if x := t.machine(name, region); x != nil {
			found = append(found, x)
		}
	}
	return found
}
