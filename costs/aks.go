package costs

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func aksKind() Kind {
	return Kind{
		ID: "aks", Name: "AKS", Letter: 'M', Option: checklist.Kubernetes, Provider: pricebook.Azure, About: "control plane by tier and nodes",
		Limits: nodeLimits, takes: append(slices.Clone(spotCapacity), paths.KubernetesTier), build: buildAKS, usual: true,
		out: ways{NetworkPublic: reachBalancer, NetworkMixed: reachBalancer, NetworkPrivate: reachNAT}, commitment: azureVMCommitment,
		system:  load{pods: 6, cpu: 0.44, memory: 580},
		ownForm: form{"AKS on Azure Local", source{"https://learn.microsoft.com/azure/aks/aksarc/", "2026-11-28"}},
	}
}

func aksAutomaticKind() Kind {
	return Kind{
		ID: "aks-automatic", Name: "AKS Automatic", Letter: 'U', Option: checklist.Kubernetes, Provider: pricebook.Azure, About: "control plane, nodes and a fee for each vCPU",
		Limits: nodeLimits, takes: spotCapacity, build: buildAKSAutomatic,
		out: ways{NetworkPublic: reachBalancer, NetworkMixed: reachBalancer, NetworkPrivate: reachNAT}, commitment: azureVMCommitment,
	}
}

// azureVMCommitment is what commitments take off virtual machines of Azure.
var azureVMCommitment = commitment{0.41, 0.62, "30 to 45 and 50 to 65 %", azurePlans, "2026-08-22"}

// buildAKS bills Azure Kubernetes Service: the control plane by tier, of
// which the free one costs nothing and has no service level, and virtual
// machines.
func buildAKS(m *metering) (*Platform, error) {
	k := &m.settings.Kubernetes
	m.begin(k.FreeTier)
	tier := k.Tier
	if k.ExtendedSupport {
		tier = "premium" // long-term support is part of that tier alone
	}
	if tier == "free" {
		m.note("the free tier of AKS has no service level agreement and is advised for fewer than 10 nodes")
	} else {
		m.add("control-plane", "AKS control plane, "+tier+" tier", "aks."+tier+".hour", fixed(m.perCluster(), hours))
	}
	fleets := m.clusterOf()
	m.azureDisks()
	m.surroundings()
	return m.clustered(fleets)
}

// buildAKSAutomatic bills AKS Automatic: a control plane with managed system
// nodes, virtual machines, and a fee for each of their vCPUs.
func buildAKSAutomatic(m *metering) (*Platform, error) {
	m.begin(m.settings.Kubernetes.FreeTier)
	m.add("control-plane", "AKS Automatic control plane", "aks.automatic.hour", fixed(m.perCluster(), hours))
	fleets := m.clusterOf()
	m.azureDisks()
	var fee []Term
	for _, pool := range m.pools {
		if fleets != nil {
			fee = append(fee, perNode(pool.level(AllNodes), as(amount(pool.node.VCPU, "vCPU")), hours))
		}
	}
	m.add("vcpu-fee", "Automatic fee by vCPU", "aks.automatic.vcpu.hour", fee...)
	m.surroundings()
	return m.clustered(fleets)
}

// azureSizes are the sizes of Premium SSD disks that boot a node, in GiB, with their
// prices (https://learn.microsoft.com/azure/virtual-machines/disks-types, 2026).
var azureSizes = []struct {
	gib   float64
	price string
}{{32, "azure.disk.p4.month"}, {64, "azure.disk.p6.month"}, {128, "azure.disk.p10.month"}}

// azureDisks adds the boot disks of the nodes, which come in sizes. Where their
// price is not known in the region it is said.
func (m *metering) azureDisks() {
	k := &m.settings.Kubernetes
	if k.NodeVolume == 0 {
		return
	}
	for _, size := range azureSizes {
		if k.NodeVolume > size.gib && size.gib < 128 {
			continue
		}
		if _, err := m.book.Price(size.price, m.region); err != nil {
			m.asked = append(m.asked, size.price)
			m.note("boot disks of the nodes are not priced: no sourced price in %s", m.region)
			return
		}
		if k.NodeVolume <= size.gib {
			m.add("volumes", "Node disks (Premium SSD, "+Figure(size.gib)+" GiB)", size.price, m.everyNode(as(amount(1, "disk")))...)
		} else {
			m.note("boot disks of the nodes are not priced: none of more than 128 GiB has a sourced price")
		}
		return
	}
}
