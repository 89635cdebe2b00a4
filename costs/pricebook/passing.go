package pricebook

import (
	"slices"
	"strings"
)

// Lasting reports whether auto may choose the type: one that has its cores all
// the time and that its provider counts among the current ones.
func (x *Instance) Lasting() bool {
	family := x.Family()
	return !slices.ContainsFunc(passing, func(p passingFamily) bool { return p.provider == x.Provider && p.is(family) })
}

// passingFamily tells the families of a provider that auto passes over.
type passingFamily struct {
	provider string
	is       func(family string) bool
	why      string
}

// passing are burstable types, which have a part of their cores only for as
// long as credits last, and those of an earlier generation.
var passing = []passingFamily{
	{AWS, begins("t2", "t3", "t4g"), "burstable, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html"},
	{AWS, begins("m1", "m2", "m3", "m4", "c1", "c3", "c4", "r3", "r4", "t1", "a1", "g2", "g3", "p2", "p3"), "previous generation, https://aws.amazon.com/ec2/previous-generation/"},
	{GCP, is("e2", "f1", "g1"), "shared core: e2-micro, e2-small, e2-medium, https://cloud.google.com/compute/docs/general-purpose-machines"},
	{GCP, begins("n1-"), "first generation, same page"},
	{Azure, begins("Standard_B"), "burstable, https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/b-family"},
	{Azure, begins("Standard_A", "Standard_F"), "retired by 2028-11-15, https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list"},
	{Azure, func(f string) bool { return !begins("Standard_N")(f) && !versioned(f) }, "versions 1 to 3 are previous generations, https://learn.microsoft.com/azure/virtual-machines/sizes/previous-gen-sizes-list"},
}

func begins(prefixes ...string) func(string) bool {
	return func(family string) bool {
		return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(family, p) })
	}
}

func is(names ...string) func(string) bool {
	return func(family string) bool { return slices.Contains(names, family) }
}

// versioned reports whether a family of Azure is of version 4 or later.
func versioned(family string) bool {
	_, version, found := strings.Cut(family, "_v")
	return found && version != "" && (version[0] >= '4' || len(version) > 1)
}
