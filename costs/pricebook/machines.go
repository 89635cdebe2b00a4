package pricebook

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
)

// machines are the instance types of a region, the cheapest first and by name
// where two cost the same. What auto asks of them is worked out once for each way
// to buy them: a platform is built thousands of times for one answer.
type machines struct {
	types []*Instance

	mu    sync.Mutex
	all   []NodeOption
	tiers map[NodePurchase][]NodeTier
}

// NodePurchase is what auto looks for: an architecture, and prices other than
// that on demand which have to be known.
type NodePurchase struct {
	Arch    string
	Spot    bool
	Savings string // 1y, 3y, "" for none
}

// Options returns the types with what they leave for pods, and their tiers.
func (r *machines) Options(b *Book, p NodePurchase) (all []NodeOption, tiers []NodeTier) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.all == nil {
		r.tiers = map[NodePurchase][]NodeTier{}
		for _, x := range r.types {
			r.all = append(r.all, NodeOption{
				Instance: x, Cpu: math.Max(0, x.AllocatableCPU-DaemonCPU), Memory: math.Max(0, x.AllocatableMemory-DaemonMemory), Pods: math.Max(0, x.MaxPods-DaemonPods),
			})
		}
	}
	tiers, known := r.tiers[p]
	if !known {
		tiers = tiersOf(r.all, p.Arch, func(x *Instance) bool { return b.sells(x, p) })
		r.tiers[p] = tiers
	}
	return r.all, tiers
}

// sells reports whether the prices are known at which a type is bought.
func (b *Book) sells(x *Instance, p NodePurchase) bool {
	prefix, _, _ := strings.Cut(x.Hour.ID, ".")
	known := func(id string) bool { return b.find(id, x.Hour.Region) != nil || b.find(id, Global) != nil }
	return (!p.Spot || known(prefix+spotPart+x.Type)) &&
		(p.Savings == "" || x.Provider == GCP || known(prefix+".savings-"+p.Savings+"."+x.Family()))
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
	var regions []string
	for region, list := range b.Machines {
		if list.types[0].Provider == provider {
			regions = append(regions, region)
		}
	}
	slices.Sort(regions)
	return regions
}

// machinesOf groups the types by region.
func machinesOf(instances []*Instance) map[string]*machines {
	byRegion := map[string]*machines{}
	for _, x := range instances {
		at := byRegion[x.Hour.Region]
		if at == nil {
			at = &machines{}
			byRegion[x.Hour.Region] = at
		}
		at.types = append(at.types, x)
	}
	for _, at := range byRegion {
		slices.SortFunc(at.types, func(a, b *Instance) int {
			return cmp.Or(cmp.Compare(a.Hour.Tiers[0].USD, b.Hour.Tiers[0].USD), strings.Compare(a.Type, b.Type))
		})
	}
	return byRegion
}
