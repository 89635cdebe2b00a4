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
	i, found := slices.BinarySearchFunc(b.allInstances, instance, func(x *Instance, instance string) int {
		return cmp.Or(strings.Compare(x.Type, instance), strings.Compare(x.Hour.Region, region))
	})
	if found {
		return b.allInstances[i], nil
	}
	return nil, b.unknownInstance(instance, region)
}

// Instances returns the instance types that are known in the region, families
// together and each family from small to large; nil where none is known.
func (b *Book) Instances(region string) []*Instance {
	var found []*Instance
	for _, x := range b.allInstances {
		if x.Hour.Region == region {
			found = append(found, x)
		}
	}
	slices.SortStableFunc(found, func(x, y *Instance) int {
		return cmp.Or(strings.Compare(x.Family(), y.Family()), cmp.Compare(x.VCPU, y.VCPU), cmp.Compare(x.MemoryMiB, y.MemoryMiB))
	})
	return found
}

// InstanceTypes returns the names of all types of the book, in alphabetical
// order.
func (b *Book) InstanceTypes() []string {
	var types []string
	for _, x := range b.allInstances {
		if len(types) == 0 || types[len(types)-1] != x.Type {
			types = append(types, x.Type)
		}
	}
	return types
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
