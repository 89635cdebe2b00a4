package costs

import (
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// buildEKS prices Amazon EKS: control plane, nodes, volumes and what is around
// them.
func buildEKS(m *metering) (*Platform, error) {
	m.begin(m.settings.Kubernetes.FreeTier)
	m.eksControlPlane()
	fleets := m.clusterOf()
	m.nodeVolumes()
	m.surroundings()
	return m.clustered(fleets)
}

// buildEKSAuto prices EKS Auto Mode: Amazon EKS with a management fee for each
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
