package costs

import (
	"cmp"
	"slices"
	"strings"
)

// InstancePriceID returns the id of the price of an instance hour:
// "ec2.c5.xlarge" for c5.xlarge.
func InstancePriceID(instance string) string { return "ec2." + instance }

// Instance returns an instance type with its price in the region. The error is
// an *UnknownInstanceError.
func (b *Book) Instance(instance, region string) (*Instance, error) {
	i, found := slices.BinarySearchFunc(b.instances, instance, func(x *Instance, instance string) int {
		return cmp.Or(strings.Compare(x.Type, instance), strings.Compare(x.Hour.Region, region))
	})
	if found {
		return b.instances[i], nil
	}
	return nil, b.unknownInstance(instance, region)
}

// Instances returns the instance types that are known in the region, families
// together and each family from small to large; nil where none is known.
func (b *Book) Instances(region string) []*Instance {
	var found []*Instance
	for _, x := range b.instances {
		if x.Hour.Region == region {
			found = append(found, x)
		}
	}
	slices.SortStableFunc(found, func(x, y *Instance) int {
		return cmp.Or(strings.Compare(x.family(), y.family()), cmp.Compare(x.VCPU, y.VCPU), cmp.Compare(x.MemoryMiB, y.MemoryMiB))
	})
	return found
}

// InstanceTypes returns the names of all types of the book, in alphabetical
// order.
func (b *Book) InstanceTypes() []string {
	var types []string
	for _, x := range b.instances {
		if len(types) == 0 || types[len(types)-1] != x.Type {
			types = append(types, x.Type)
		}
	}
	return types
}

// family is the part of the type before its size: c5 of c5.xlarge.
func (x *Instance) family() string {
	family, _, _ := strings.Cut(x.Type, ".")
	return family
}
