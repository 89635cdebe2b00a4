package costs

import (
	"math"
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// What the general nodes have to hold where nothing but the system runs on them.
const (
	systemCPU    = 0.5  // vCPU
	systemMemory = 1220 // MiB
)

// clusters is how many clusters there are.
func (k *KubernetesSettings) clusters() float64 { return math.Max(1, k.Clusters) }

// system is what the pods of the system ask of the general nodes of all clusters.
//
// What the pods of the system ask for once a cluster, in vCPU, MiB and pods
// (Kind.system and Kind.scaler):
//
//	EKS  CoreDNS 2 × (100 m, 70 MiB), kubernetes/kubernetes coredns.yaml.base at 008b365; metrics-server 2 × (100 m,
//	     200 MiB), its chart of 2026-08-04, with the two replicas of the EKS add-on; EBS CSI controller 2 × (10 m,
//	     40 MiB), its chart of 2026-08-19
//	AKS  CoreDNS and metrics-server as above, konnectivity-agent 2 × (20 m, 20 MiB) of a node as it was described;
//	     what metrics-server asks for there was not found
//	GKE  kube-dns and one metrics-server taken to ask for what they do above, as Google publishes no requests: an
//	     assumption, 150 to 500 m and 200 to 700 MiB
//
// The cluster autoscaler of EKS, where nodes scale, asks for 100 m and 600 MiB
// (kubernetes/autoscaler, its AWS example at 046b7e8); GKE and AKS run theirs.
//
// Collected 2026-11-28. The managed modes run them outside of the nodes.
func (m *metering) system() load {
	k := &m.settings.Kubernetes
	host := m.runsOn()
	of := host.system
	if k.Sizing == SizeMean {
		of = of.plus(host.scaler)
	}
	n := k.clusters()
	return load{pods: of.pods * n, cpu: of.cpu * n, memory: of.memory * n}
}

func (l load) plus(o load) load {
	return load{l.pods + o.pods, l.cpu + o.cpu, l.memory + o.memory, l.gpu + o.gpu}
}

// perCluster is a factor for what there is of once a cluster. A single one needs no
// word.
func (m *metering) perCluster() reading {
	k := &m.settings.Kubernetes
	return func(*Component) Factor {
		if k.clusters() == 1 {
			return Factor{Value: 1}
		}
		return amount(k.clusters(), "clusters").from(paths.KubernetesClusters)
	}
}

// agents adds what monitoring or security agents charge for a node and hour.
func (m *metering) agents() {
	fee := m.settings.Kubernetes.AgentFee
	if fee == 0 {
		return
	}
	m.addAt("agents", "Agents on the nodes", &pricebook.Price{
		ID: "agents.node.hour", Unit: "node-hour", Tiers: []pricebook.Tier{{USD: fee}},
		Source: "the scenario (" + paths.KubernetesAgentFee.String() + ")", AsOf: "given",
	}, m.everyNode(hours))
}

// burstBaseline is the part of each vCPU that a burstable size of EC2 earns credits
// for. What runs above it in the mean of 24 hours is billed by the vCPU-hour, in the
// unlimited mode that t3, t3a and t4g start in
// (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html,
// table of awsdocs/amazon-ec2-user-guide at 0147f87; collected 2026-11-28).
var burstBaseline = map[string]float64{
	"nano": 0.05, "micro": 0.1, "small": 0.2, "medium": 0.2, "large": 0.3, "xlarge": 0.4, "2xlarge": 0.4,
}

// burstPrices are the prices of a vCPU-hour of surplus credits by family.
var burstPrices = map[string]string{"t3": "credits.t3.vcpu.hour", "t3a": "credits.t3.vcpu.hour", "t4g": "credits.t4g.vcpu.hour"}

// throttled are families without surplus credits to buy: a node falls back to its
// baseline when its credits are spent.
func throttled(x *pricebook.Instance) bool {
	return strings.HasPrefix(x.Type, "t2.") || strings.HasPrefix(x.Type, "Standard_B") || x.Type == "e2-micro" || x.Type == "e2-small" || x.Type == "e2-medium"
}

// credits adds what the work of a pool of burstable nodes takes above their
// baseline. The mean of the month stands for that of 24 hours, so a busy day in a
// quiet week is billed too low.
func (m *metering) credits(p *nodePool) {
	if throttled(p.node) {
		m.note("%s is a burstable type: its nodes fall back to a part of their vCPU when their credits are spent, and none can be bought", p.node.Type)
		return
	}
	family, size, _ := strings.Cut(p.node.Type, ".")
	id := burstPrices[family]
	if id == "" {
		return
	}
	here := map[int]bool{}
	for _, i := range p.members {
		here[i] = true
	}
	baseline := p.node.VCPU * burstBaseline[size]
	price := m.price(id)
	if price == nil {
		return
	}
	var terms []Term
	for _, t := range m.perRequest(always, func(c *Component) Factor {
		return amount(c.CPUTime, "s of CPU").from(paths.ComponentCPUTime)
	}, as(dividedBy(3600, "s/h"))) {
		if here[t.Index] {
			terms = append(terms, t)
		}
	}
	if terms == nil {
		return
	}
	terms = append(terms, perNode(p.level(AllNodes), as(amount(-baseline, "vCPU of baseline")), hours))
	meter := newMeter(p.id("credits"), "CPU credits of "+p.node.Type, price, m.free, terms)
	meter.floored = true
	m.meters = append(m.meters, meter)
}
