package pricebook

import (
	"slices"
	"strings"
)

// nodes is what a cluster asks of the machines of regions, worked out once for
// each region and way to buy them: a platform is built thousands of times for one
// answer.
type nodes struct {
	families memo[string, []*Instance]
	options  memo[string, []NodeOption]
	tiers    memo[regionalPurchase, []NodeTier]
}

type regionalPurchase struct {
	NodePurchase
	region string
}

// NodePurchase is what auto looks for: an architecture, and prices other than
// that on demand which have to be known.
type NodePurchase struct {
	Arch    string
	Spot    bool
	Savings string // 1y, 3y, "" for none
}

// NodeOptions returns the machines of a region that auto can choose, with what
// they leave for pods, and their tiers; none where the region has no machine.
func (b *Book) NodeOptions(region string, p NodePurchase) (all []NodeOption, tiers []NodeTier) {
	all = b.nodes.options.get(region, func() []NodeOption { return optionsOf(b.list.unbeaten(region)) })
	if len(all) == 0 {
		return nil, nil
	}
	return all, b.nodes.tiers.get(regionalPurchase{p, region}, func() []NodeTier {
		return tiersOf(all, p.Arch, func(x *Instance) bool { return b.sells(x, p) })
	})
}

func optionsOf(types []*Instance) []NodeOption {
	all := make([]NodeOption, len(types))
	for i, x := range types {
		all[i] = NodeOption{
			Instance: x, Cpu: x.FreeCPU(), Memory: x.FreeMemory(), Pods: x.FreePods(),
		}
	}
	return all
}

// ids returns the prices beside that on demand at which a type is bought.
func (p NodePurchase) ids(x *Instance) []string {
	var ids []string
	prefix, _, _ := strings.Cut(x.Hour.ID, ".")
	if p.Spot {
		ids = append(ids, prefix+spotPart+x.Type)
	}
	if p.Savings != "" && x.Provider != GCP {
		ids = append(ids, prefix+".savings-"+p.Savings+"."+x.Family())
	}
	return ids
}

// sells reports whether the prices are known at which a type is bought.
func (b *Book) sells(x *Instance, p NodePurchase) bool {
	return !slices.ContainsFunc(p.ids(x), func(id string) bool {
		return b.find(id, x.Hour.Region) == nil && b.find(id, Global) == nil
	})
}

// NodeOption is an instance type with what it leaves for pods.
type NodeOption struct {
	*Instance
	Cpu, Memory, Pods float64 // vCPU, MiB, number
}

func (o *NodeOption) Holds(cpu, memory float64, gpu bool) bool {
	return o.Pods >= 1 && cpu <= o.Cpu && memory <= o.Memory && (!gpu || o.GPU > 0)
}

// NodeTier is a part of the types of a region, the cheapest first. A tier is
// asked only where none before it has a type that holds the largest pod.
type NodeTier struct {
	Options []NodeOption
	ByWork  bool // whether the work decides, and not the hour alone
	AnyGPU  bool // whether a type with a GPU may do work that has no use for it
}

// tiersOf orders the types: those of an architecture before the others, of
// these the ones whose price is known in the way they are bought, and of these
// current types of a common size before the rest. A type without its price
// stands for an error that names the price.
func tiersOf(all []NodeOption, arch string, buys func(*Instance) bool) []NodeTier {
	own := only(all, func(x *Instance) bool { return x.Arch == arch })
	bought := only(own, buys)
	tiers := tiersBySize(bought)
	if len(bought) < len(own) {
		tiers = append(tiers, tiersBySize(own)...)
	}
	return append(tiers, NodeTier{Options: only(all, buys), AnyGPU: true}, NodeTier{Options: all, AnyGPU: true})
}

func tiersBySize(options []NodeOption) []NodeTier {
	current := only(options, (*Instance).Lasting)
	common := only(current, func(x *Instance) bool { return x.VCPU >= autoLeastVCPU && x.VCPU <= AutoMostVCPU })
	return []NodeTier{{Options: common, ByWork: true}, {Options: current}, {Options: options, AnyGPU: true}}
}

func only(options []NodeOption, is func(*Instance) bool) []NodeOption {
	return slices.DeleteFunc(slices.Clone(options), func(o NodeOption) bool { return !is(o.Instance) })
}

// MachineRegions returns the regions of a provider that have instance types, in
// alphabetical order.
func (b *Book) MachineRegions(provider string) []string {
	return slices.DeleteFunc(b.list.regions(provider), func(region string) bool {
		types := b.list.unbeaten(region)
		return len(types) == 0 || types[0].Provider != provider
	})
}
