package costs

import (
	"fmt"
	"math"
)

// EKSSettings are the choices that Amazon EKS leaves to the architect.
type EKSSettings struct {
	Cluster
	LoadBalancer string // flat (its hours alone), alb (hours, capacity units, addresses), none
	NATGateways  float64
	PublicIPv4   bool
	NodeVolume   float64 // GB of gp3 a node
	Logs         bool
	FreeTier     bool
}

// EKS prices a workload on Amazon EKS: control plane, nodes, volumes, load
// balancer, NAT, logs and egress. The nodes are those of the capacity model.
func EKS(b *Book, region string, s EKSSettings, w Workload) (*Platform, error) {
	if s.Sizing == SizeFixed {
		s.MinNodes = 0
	}
	m := metering{book: b, region: region, free: s.FreeTier, work: w, shares: w.Shares()}
	m.add("control-plane", "EKS control plane", "eks.cluster.hour", fixed(hours()))
	m.meters = append(m.meters, newMeter("nodes", "Nodes "+s.Node.Type, s.Node.Hour, false, []Term{perNode(hours())}))
	if s.NodeVolume > 0 {
		m.add("volumes", "Node volumes (gp3)", "ebs.gp3.month", perNode(amount(s.NodeVolume, "GB")))
	}
	if s.LoadBalancer != "none" {
		m.alb(lcuGB, s.LoadBalancer == "alb")
	}
	m.nat(s.NATGateways)
	if s.PublicIPv4 {
		m.ipv4(s.NATGateways, s.LoadBalancer == "alb")
	}
	if s.Logs {
		m.logs("cloudwatch.logs.ingest")
	}
	m.egress()
	if m.err != nil {
		return nil, m.err
	}
	fleet := NewFleet(s.Cluster, w)
	p := &Platform{
		ID: "eks", Name: "EKS", Letter: 'K', Option: Kubernetes, Region: region,
		Meters: m.meters, Fleet: fleet, maxVolume: fleet.saturation(),
	}
	p.Refusals, p.Caveats = check(w, nodeLimits(fleet))
	return p, nil
}

// nodeLimits are what one pod may ask of the chosen node.
func nodeLimits(f *Fleet) []limit {
	node := f.Node
	cpu, memory := node.AllocatableCPU-DaemonCPU, node.AllocatableMemory-DaemonMemory
	return []limit{
		{
			broken: func(c *Component) bool { return c.Pod.CPU > cpu },
			says: func(c *Component) string {
				return fmt.Sprintf("asks for %s vCPU a pod; a %s leaves %s", Figure(c.Pod.CPU), node.Type, Figure(math.Max(0, cpu)))
			},
			workaround: "a larger instance type, or more and smaller pods",
			source:     node.Source, asOf: node.AsOf,
		},
		{
			broken: func(c *Component) bool { return c.Pod.Memory > memory },
			says: func(c *Component) string {
				return fmt.Sprintf("asks for %s MiB a pod; a %s leaves %s MiB", Figure(c.Pod.Memory), node.Type, Figure(math.Max(0, memory)))
			},
			workaround: "a larger instance type",
			source:     node.Source, asOf: node.AsOf,
		},
		{
			broken:     func(c *Component) bool { return c.Traits.GPU && node.GPU == 0 },
			says:       func(*Component) string { return "needs a GPU; a " + node.Type + " has none" },
			workaround: "an instance type with a GPU, such as g4dn.xlarge",
			source:     node.Source, asOf: node.AsOf,
		},
	}
}
