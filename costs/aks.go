package costs

// buildAKS prices Azure Kubernetes Service: the control plane by tier, of
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
	m.surroundings()
	m.note("disks of the nodes are not priced: no sourced price")
	return m.clustered(fleets)
}

// buildAKSAutomatic prices AKS Automatic: a control plane with managed system
// nodes, virtual machines, and a fee for each of their vCPUs.
func buildAKSAutomatic(m *metering) (*Platform, error) {
	m.begin(m.settings.Kubernetes.FreeTier)
	m.add("control-plane", "AKS Automatic control plane", "aks.automatic.hour", fixed(m.perCluster(), hours))
	fleets := m.clusterOf()
	var fee []Term
	for _, pool := range m.pools {
		if fleets != nil {
			fee = append(fee, perNode(pool.level(AllNodes), as(amount(pool.node.VCPU, "vCPU")), hours))
		}
	}
	m.add("vcpu-fee", "Automatic fee by vCPU", "aks.automatic.vcpu.hour", fee...)
	m.surroundings()
	m.note("disks of the nodes are not priced: no sourced price")
	return m.clustered(fleets)
}
