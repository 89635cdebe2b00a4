package costs

import (
	"math"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func gkeKind() Kind {
	return Kind{
		ID: "gke", Name: "GKE", Letter: 'G', Option: checklist.Kubernetes, Provider: pricebook.GCP, About: "control plane and nodes",
		Limits: nodeLimits, takes: spotCapacity, build: buildGKE, usual: true,
		out: ways{NetworkPublic: reachAddress, NetworkMixed: reachNAT, NetworkPrivate: reachNAT}, commitment: gceCommitment,
		system:  load{pods: 3, cpu: 0.3, memory: 340},
		ownForm: form{"Google Distributed Cloud", source{"https://docs.cloud.google.com/kubernetes-engine/distributed-cloud/vmware/docs/overview", "2026-11-28"}},
	}
}

func autopilotKind() Kind {
	return Kind{
		ID: "gke-autopilot", Name: "GKE Autopilot", Letter: 'P', Option: checklist.Kubernetes, Provider: pricebook.GCP, About: "control plane and what pods request",
		Limits: autopilotLimits, takes: spotCapacity, build: buildAutopilot, nodesOf: gkeKind,
		out: ways{NetworkMixed: reachNAT, NetworkPrivate: reachNAT}, commitment: gceCommitment, // the nodes' addresses are the provider's
	}
}

// gceCommitment is what commitments take off machines of Compute Engine.
var gceCommitment = commitment{0.28, 0.46, [2][2]float64{}, "exact for flexible commitments", flexibleCUD, "2025-08-19"}

// buildGKE bills GKE Standard: the management fee and nodes of Compute Engine.
func buildGKE(m *metering) (*Platform, error) {
	m.begin(m.settings.Kubernetes.FreeTier)
	m.gkeControlPlane()
	fleets := m.clusterOf()
	m.volumes("Node disks (balanced)", "gcp.disk.pd-balanced.month")
	m.surroundings()
	return m.clustered(fleets)
}

// gkeControlPlane adds the management fee. The free amount is the credit of
// one zonal or Autopilot cluster an account.
func (m *metering) gkeControlPlane() {
	m.add("control-plane", "GKE management fee", "gke.cluster.hour", fixed(m.perCluster(), hours))
	if m.settings.Kubernetes.ExtendedSupport {
		m.add("extended-support", "Extended release channel", "gke.extended.hour", fixed(m.perCluster(), hours))
	}
}

// What GKE Autopilot makes of a pod's request: not less than the minimum of
// clusters with bursting, and at least 1 and at most 6.5 GiB a vCPU
// (https://cloud.google.com/kubernetes-engine/docs/concepts/autopilot-resource-requests).
const (
	autopilotMinCPU    = 0.05 // vCPU
	autopilotMinMemory = 52   // MiB
	autopilotLeastGiB  = 1    // a vCPU
	autopilotMostGiB   = 6.5  // a vCPU
	autopilotEphemeral = 1    // GiB, requested where nothing is
)

// autopilotPod returns what a pod is billed for: vCPU and GiB.
func autopilotPod(cpu, memoryMiB float64) (vcpu, gib float64) {
	vcpu, gib = math.Max(cpu, autopilotMinCPU), math.Max(memoryMiB, autopilotMinMemory)/1024
	vcpu = math.Max(vcpu, gib/autopilotMostGiB)
	return vcpu, math.Max(gib, vcpu*autopilotLeastGiB)
}

// buildAutopilot bills GKE Autopilot: the management fee, and what the pods
// request. Nodes and system pods are not billed.
func buildAutopilot(m *metering) (*Platform, error) {
	m.begin(m.settings.Kubernetes.FreeTier)
	m.gkeControlPlane()
	b := m.buying(func(term string) string { return "gce.flex-cud-" + term })
	m.autopilotPods(b)
	m.surroundings()
	return m.metered(autopilotLimits)
}

// podResource is one of the things that a pod is billed for.
type podResource struct {
	id, label, price, spot string
	terms                  [nodeLevels][]Term
}

func (m *metering) autopilotPods(b buying) {
	vcpu := podResource{id: "vcpu", label: "Pod vCPU", price: "gke.autopilot.vcpu.hour", spot: "gke.autopilot.spot.vcpu.hour"}
	memory := podResource{id: "memory", label: "Pod memory", price: "gke.autopilot.gib.hour", spot: "gke.autopilot.spot.gib.hour"}
	disk := podResource{id: "ephemeral", label: "Pod ephemeral storage", price: "gke.autopilot.ephemeral.hour"}
	cores := func(c *Component) Factor {
		vcpu, _ := autopilotPod(c.Pod.CPU, c.Pod.Memory)
		return amount(vcpu, "vCPU").from(paths.PodCPU)
	}
	gib := func(c *Component) Factor {
		_, gib := autopilotPod(c.Pod.CPU, c.Pod.Memory)
		return amount(gib, "GiB").from(paths.PodMemory)
	}
	m.replicaLevels("pods", b.ratio, m.podWeek(podStart), func(counts [nodeLevels]int) {
		for n, level := range counts {
			vcpu.terms[n] = append(vcpu.terms[n], m.perUnit(level, cores, hours))
			memory.terms[n] = append(memory.terms[n], m.perUnit(level, gib, hours))
			disk.terms[n] = append(disk.terms[n], m.perUnit(level, as(amount(autopilotEphemeral, "GiB")), hours))
		}
	})
	for _, r := range []*podResource{&vcpu, &memory} {
		m.boughtPods(r, b)
	}
	m.add(disk.id, disk.label, disk.price, disk.terms[AllNodes]...)
}

// boughtPods adds the meters of one resource by the ways in which it is bought.
func (m *metering) boughtPods(r *podResource, b buying) {
	price := m.price(r.price)
	if price == nil {
		return
	}
	if b.spot > 0 {
		var spot *pricebook.Price
		if own := m.settings.Kubernetes.SpotDiscount; own > 0 {
			spot = times(price, 1-own, pricebook.OnSpot, "spot", ownDiscount(paths.KubernetesSpotDiscount))
		} else {
			spot = m.price(r.spot)
		}
		m.addAt(r.id+"-spot", r.label+" on spot", spot, m.withFactors(r.terms[AllNodes], m.onSpot()))
	}
	rest := m.onDemand(&b)
	switch {
	case b.spot >= 1:
	case b.ratio > 0:
		m.addAt(r.id+"-committed", r.label+" under a commitment",
			times(price, b.ratio, pricebook.Committed, m.settings.Kubernetes.Purchase, b.source), m.withFactors(r.terms[CommittedNodes], rest...))
		m.addAt(r.id, r.label+" on demand", price, m.withFactors(r.terms[FlexibleNodes], rest...))
	default:
		m.addAt(r.id, r.label, price, m.withFactors(r.terms[AllNodes], rest...))
	}
}

// withFactors returns the terms, each with some more factors.
func (m *metering) withFactors(terms []Term, more ...reading) []Term {
	out := make([]Term, len(terms))
	for i, t := range terms {
		out[i] = t.readOff(&m.work.Components[t.Index], append(t.source.factors[:len(t.source.factors):len(t.source.factors)], more...))
	}
	return out
}
