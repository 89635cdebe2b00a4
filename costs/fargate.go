package costs

import (
	"math"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func eksFargateKind() Kind {
	return Kind{
		ID: "eks-fargate", Name: "EKS Fargate", Letter: 'F', Option: checklist.Kubernetes, Provider: pricebook.AWS, About: "control plane and pods by the second",
		Limits: fargateLimits, build: buildEKSFargate, nodesOf: eksKind,
		out:        ways{NetworkPublic: reachNAT, NetworkMixed: reachNAT, NetworkPrivate: reachNAT}, // its pods run in private subnets alone
		commitment: commitment{0.20, 0.45, [2][2]float64{}, "exact on x86", "AWS price list, Compute Savings Plans", "2026-10-01"},
		system:     load{pods: 2, cpu: 0.2, memory: 140},
	}
}

// fargateOverhead is what EKS adds to a pod's memory on Fargate for the Kubernetes
// components, in MiB (https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html).
// A task of ECS has none.
const fargateOverhead = 256

// fargateSize is a vCPU figure that Fargate sells, with the memory that goes
// with it in GB.
type fargateSize struct{ vcpu, from, to, step float64 }

// fargateSizes are the pairs of Fargate; a request is rounded up to the next
// one (same page, 2026). 0.25 vCPU also comes with half a GB.
var fargateSizes = []fargateSize{
	{0.25, 0.5, 2, 1}, {0.5, 1, 4, 1}, {1, 2, 8, 1}, {2, 4, 16, 1}, {4, 8, 30, 1}, {8, 16, 60, 4}, {16, 32, 120, 8},
}

// fargatePair rounds what is asked for up to the next pair of vCPU and GB that
// Fargate sells; false where none is large enough.
func fargatePair(cpu, memoryMiB float64) (vcpu, gb float64, ok bool) {
	need := memoryMiB / 1024
	for _, s := range fargateSizes {
		if cpu > s.vcpu+1e-9 || need > s.to+1e-9 {
			continue
		}
		if need <= s.from {
			return s.vcpu, s.from, true
		}
		if s.vcpu == 0.25 {
			return s.vcpu, math.Max(1, math.Ceil(need-1e-9)), true
		}
		return s.vcpu, s.from + ceilTo(need-s.from, s.step), true
	}
	return 0, 0, false
}

// fargatePod is the pair of a pod of EKS.
func fargatePod(cpu, memoryMiB float64) (vcpu, gb float64, ok bool) {
	return fargatePair(cpu, memoryMiB+fargateOverhead)
}

// buildEKSFargate bills EKS on Fargate: the control plane, and every pod by
// its vCPU and GB. A pod has a node of its own, so there are no nodes to fill.
func buildEKSFargate(m *metering) (*Platform, error) {
	k := &m.settings.Kubernetes
	m.begin(k.FreeTier)
	m.eksControlPlane()
	b := m.buying(func(term string) string { return "fargate.savings-" + term })
	b.spot = 0
	f := fargateRun{
		noun: "pods", purchase: k.Purchase, bought: b, vcpu: "fargate.vcpu.hour", gb: "fargate.gb.hour",
		cores: func(c *Component) Factor {
			vcpu, _, _ := fargatePod(c.Pod.CPU, c.Pod.Memory)
			return amount(vcpu, "vCPU").from(paths.PodCPU)
		},
		memory: func(c *Component) Factor {
			_, gb, _ := fargatePod(c.Pod.CPU, c.Pod.Memory)
			return written(gb, fargateMemoryText, gb, c.Pod.Memory).from(paths.PodMemory)
		},
	}
	m.fargateLines(&f, m.podWeek(fargateStart))
	m.fargateSystem()
	m.surroundings()
	if k.SpotShare > 0 || k.Purchase == Spot {
		m.note("Fargate on EKS has no spot capacity: spot is not taken into account")
	}
	m.note("each pod is billed for at least a minute, from the pull of its image on")
	return m.metered(fargateLimits)
}

// fargateSystem adds the pods of CoreDNS, which run on Fargate like any other: two a
// cluster of 0.25 vCPU and 0.5 GB, on demand.
func (m *metering) fargateSystem() {
	of := m.kind.system
	vcpu, gb, _ := fargatePod(of.cpu/of.pods, of.memory/of.pods)
	pods := as(amount(of.pods, "pods of CoreDNS"))
	m.add("system-vcpu", "Fargate vCPU of the system", "fargate.vcpu.hour", fixed(m.perCluster(), pods, as(amount(vcpu, "vCPU")), hours))
	m.add("system-memory", "Fargate memory of the system", "fargate.gb.hour", fixed(m.perCluster(), pods, as(amount(gb, "GB")), hours))
}

// fargateRun is what runs on Fargate and is billed for as long as it is there: the
// pods of EKS, the tasks of ECS.
type fargateRun struct {
	noun          string // pods, tasks
	vcpu, gb      string // ids of the prices on demand
	cores, memory reading
	purchase      string
	bought        buying
	onDemand      []reading // the part that is not on spot
}

// fargateLines adds the meters of what runs. It returns the levels that count all
// of it, by component.
func (m *metering) fargateLines(f *fargateRun, week func(i int) *weekly) (all []int) {
	var cpu, memory [nodeLevels][]Term
	m.replicaLevels(f.noun, f.bought.ratio, week, func(counts [nodeLevels]int) {
		all = append(all, counts[AllNodes])
		for n, level := range counts {
			cpu[n] = append(cpu[n], m.perUnit(level, append([]reading{f.cores, hours}, f.onDemand...)...))
			memory[n] = append(memory[n], m.perUnit(level, append([]reading{f.memory, hours}, f.onDemand...)...))
		}
	})
	vcpuHour, gbHour := m.price(f.vcpu), m.price(f.gb)
	if m.err != nil || f.bought.spot >= 1 {
		return all
	}
	if f.bought.ratio == 0 {
		m.addAt("vcpu", "Fargate vCPU", vcpuHour, cpu[AllNodes])
		m.addAt("memory", "Fargate memory", gbHour, memory[AllNodes])
		return all
	}
	committed := func(p *pricebook.Price) *pricebook.Price {
		return times(p, f.bought.ratio, pricebook.Committed, f.purchase, f.bought.source)
	}
	m.addAt("vcpu-committed", "Fargate vCPU under a commitment", committed(vcpuHour), cpu[CommittedNodes])
	m.addAt("vcpu", "Fargate vCPU on demand", vcpuHour, cpu[FlexibleNodes])
	m.addAt("memory-committed", "Fargate memory under a commitment", committed(gbHour), memory[CommittedNodes])
	m.addAt("memory", "Fargate memory on demand", gbHour, memory[FlexibleNodes])
	return all
}

// fargateMemoryText says how the memory of a pod on Fargate comes about.
func fargateMemoryText(gb, podMiB float64) string {
	return Figure(gb) + " GB (" + Figure(podMiB) + " MiB and 256 MiB, rounded up)"
}
