package pricebook

import (
	"cmp"
	"slices"
	"strings"
)

// InstancePriceID returns the id of the price of an instance hour:
// "ec2.c5.xlarge" for c5.xlarge, "gce.e2-standard-4", "vm.Standard_D4s_v5". The
// form of the name tells the provider, for an error about a type that no book
// knows needs an id too.
func InstancePriceID(instance string) string {
	switch {
	case strings.Contains(instance, "_"):
		return priceID(vmPrefix + instance)
	case strings.Contains(instance, "-") && !strings.Contains(instance, "."):
		return "gce." + instance
	}
	return "ec2." + instance
}

// PriceID returns the id of the price of an instance hour.
func (x *Instance) PriceID() string { return x.Hour.ID }

// Instance returns an instance type, by any of its names (see TypeName), with
// its price in the region. The error is an *UnknownInstanceError.
func (b *Book) Instance(instance, region string) (*Instance, error) {
	instance = b.TypeName(instance)
	if x := b.list.machine(instance, region); x != nil {
		return x, nil
	}
	return nil, b.unknownInstance(instance, region)
}

// Instances returns the instance types that are known in the region, families
// together and each family from small to large; nil where none is known.
func (b *Book) Instances(region string) []*Instance {
	return b.nodes.families.get(region, func() []*Instance {
		found := b.list.in(region)
		slices.SortFunc(found, byTypeAndRegion)
		slices.SortStableFunc(found, func(x, y *Instance) int {
			return cmp.Or(strings.Compare(x.Family(), y.Family()), cmp.Compare(x.VCPU, y.VCPU), cmp.Compare(x.MemoryMiB, y.MemoryMiB))
		})
		return found
	})
}

// InstanceTypes returns the names of all types of the book, in alphabetical
// order.
func (b *Book) InstanceTypes() []string { return b.list.types() }

// machines returns every instance type in every region, by type and region.
func (b *Book) machines() []*Instance {
	var all []*Instance
	for _, name := range b.InstanceTypes() {
		all = append(all, b.list.machines(name)...)
	}
	return all
}

// Family is the type without its size: c5 of c5.xlarge, e2-standard of
// e2-standard-4, Standard_Ds_v5 of Standard_D4s_v5.
func (x *Instance) Family() string {
	if family, _, dotted := strings.Cut(x.Type, "."); dotted {
		return family
	}
	if at := strings.LastIndexByte(x.Type, '-'); at > 0 {
		return x.Type[:at]
	}
	at := strings.IndexAny(x.Type, digits)
	if at < 0 {
		return x.Type
	}
	return x.Type[:at] + strings.TrimLeft(x.Type[at:], digits)
}

const digits = "0123456789"
