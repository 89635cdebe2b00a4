package costs

import (
	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func eksKind() Kind {
	return Kind{
		ID: "eks", Name: "EKS", Letter: 'K', Option: checklist.Kubernetes, Provider: pricebook.AWS, About: "control plane and nodes",
		Limits: nodeLimits, takes: spotCapacity, build: buildEKS, usual: true,
		out: ways{NetworkPublic: reachAddress, NetworkMixed: reachNAT, NetworkPrivate: reachNAT}, commitment: ec2Commitment,
		system:  load{pods: 6, cpu: 0.42, memory: 620}, // see overhead.go
		scaler:  load{pods: 1, cpu: 0.1, memory: 600},
		ownForm: form{"EKS Anywhere or EKS on Outposts", source{"https://anywhere.eks.amazonaws.com/docs/concepts/", "2026-11-28"}},
	}
}

func eksAutoKind() Kind {
	return Kind{
		ID: "eks-auto", Name: "EKS Auto", Letter: 'A', Option: checklist.Kubernetes, Provider: pricebook.AWS, About: "control plane, nodes and a fee for each",
		Limits: nodeLimits, takes: spotCapacity, build: buildEKSAuto,
		out: ways{NetworkPublic: reachAddress, NetworkMixed: reachNAT, NetworkPrivate: reachNAT}, commitment: ec2Commitment,
		system: load{pods: 2, cpu: 0.2, memory: 400},
	}
}

// ec2Commitment is what commitments take off machines of EC2.
var ec2Commitment = commitment{0.25, 0.45, [2][2]float64{{0.18, 0.30}, {0.38, 0.52}}, "18 to 30 and 38 to 52 %", savingsPlansSource, "2025-04-06"}

// buildEKS bills Amazon EKS: control plane, nodes, volumes and what is around
// them.
func buildEKS(m *metering) (*Platform, error) {
	m.begin(m.settings.Kubernetes.FreeTier)
	m.eksControlPlane()
	fleets := m.clusterOf()
	m.nodeVolumes()
	m.surroundings()
	return m.clustered(fleets)
}

// buildEKSAuto bills EKS Auto Mode: Amazon EKS with a management fee for each
// instance, a part of the price on demand that neither commitments nor spot
// reduce.
func buildEKSAuto(m *metering) (*Platform, error) {
	m.begin(m.settings.Kubernetes.FreeTier)
	m.eksControlPlane()
	fleets := m.clusterOf()
	if ratio := m.price("eks.auto.ratio"); ratio != nil && fleets != nil {
		for _, pool := range m.pools {
			fee := times(pool.node.Hour, ratio.Tiers[0].USD, pricebook.AutoModeFee, "management fee of EKS Auto Mode", ratio)
			m.addAt(pool.id("management"), "Auto Mode fee "+pool.node.Type, fee, []Term{perNode(pool.level(AllNodes), hours)})
		}
	}
	m.nodeVolumes()
	m.surroundings()
	p, err := m.clustered(fleets)
	for _, f := range fleets {
		if err == nil && autoModeUnsupported[f.Node.Type] {
			p.Unbilled = &Unbilled{
				Why: "has no fee for " + f.Node.Type + " nodes", Remedy: "a larger instance type, such as c5.xlarge, or auto",
				Source: "AWS price list, https://aws.amazon.com/eks/pricing/", AsOf: "2025-10-28",
			}
		}
	}
	return p, err
}

// autoModeUnsupported are types of the book without an Auto Mode fee in the
// EKS price list of 2025-10-28.
var autoModeUnsupported = map[string]bool{"t3.small": true, "t4g.small": true}

func (m *metering) eksControlPlane() {
	m.add("control-plane", "EKS control plane", "eks.cluster.hour", fixed(m.perCluster(), hours))
	if m.settings.Kubernetes.ExtendedSupport {
		m.add("extended-support", "Extended support", "eks.extended.hour", fixed(m.perCluster(), hours))
	}
}

// nodeVolumes adds the disks of the nodes.
func (m *metering) nodeVolumes() { m.volumes("Node volumes (gp3)", "ebs.gp3.month") }

// volumes adds disks of the nodes that are billed by their size.
func (m *metering) volumes(label, price string) {
	k := &m.settings.Kubernetes
	if k.NodeVolume > 0 {
		m.add("volumes", label, price, m.everyNode(func(*Component) Factor {
			return amount(k.NodeVolume, "GB").from(paths.KubernetesNodeVolume)
		})...)
	}
}
