package costs

import (
	"math"
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
var azureVMCommitment = commitment{0.41, 0.62, [2][2]float64{{0.30, 0.45}, {0.50, 0.65}}, "30 to 45 and 50 to 65 %", azurePlans, "2026-08-22"}

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
}{
	{32, "azure.disk.p4.month"},
	{64, "azure.disk.p6.month"},
	{128, "azure.disk.p10.month"},
	{256, "azure.disk.p15.month"},
	{512, "azure.disk.p20.month"},
	{1024, "azure.disk.p30.month"},
	{math.Inf(1), "azure.disk.p40.month"},
}

// diskSize is which of Azure's sizes holds so many GB, from 1; 0 for no disk.
func diskSize(gb float64) int {
	if gb == 0 {
		return 0
	}
	for i := range azureSizes {
		if gb <= azureSizes[i].gib {
			return i + 1
		}
	}
	return len(azureSizes)
}

// azureDisks adds the boot disks of the nodes, which come in sizes.
func (m *metering) azureDisks() {
	size := diskSize(m.settings.Kubernetes.NodeVolume)
	if size == 0 {
		return
	}
	disk, of := azureSizes[size-1], ", over 1,024 GiB"
	if size < len(azureSizes) {
		of = ", " + Figure(disk.gib) + " GiB"
	}
	m.add("volumes", "Node disks (Premium SSD"+of+")", disk.price, m.everyNode(as(amount(1, "disk")))...)
}
