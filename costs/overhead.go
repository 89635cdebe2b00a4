package costs

import (
	"math"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// What the pods of the system ask for once a cluster, in vCPU, MiB and pods, by
// provider:
//
//	EKS  CoreDNS 2 × (100 m, 70 MiB), kubernetes/kubernetes coredns.yaml.base at 008b365; metrics-server 2 × (100 m,
//	     200 MiB), its chart of 2026-08-04, with the two replicas of the EKS add-on; EBS CSI controller 2 × (10 m,
//	     40 MiB), its chart of 2026-08-19
//	AKS  CoreDNS and metrics-server as above, konnectivity-agent 2 × (20 m, 20 MiB) of a node as it was described;
//	     what metrics-server asks for there was not found
//	GKE  kube-dns and one metrics-server taken to ask for what they do above, as Google publishes no requests: an
//	     assumption, 150 to 500 m and 200 to 700 MiB
//
// Collected 2026-11-28. The managed modes run them outside of the nodes.
var systemPods = map[string]load{
	"eks":         {pods: 6, cpu: 0.42, memory: 620},
	"eks-auto":    {pods: 2, cpu: 0.2, memory: 400},
	"gke":         {pods: 3, cpu: 0.3, memory: 340},
	"aks":         {pods: 6, cpu: 0.44, memory: 580},
	"eks-fargate": {pods: 2, cpu: 0.2, memory: 140},
}

// scalerPods is the cluster autoscaler of EKS, where nodes scale: 100 m and 600 MiB
// (kubernetes/autoscaler, its AWS example at 046b7e8). GKE and AKS run theirs.
var scalerPods = map[string]load{"eks": {pods: 1, cpu: 0.1, memory: 600}}

// What the general nodes have to hold where nothing but the system runs on them.
const (
	systemCPU    = 0.5  // vCPU
	systemMemory = 1220 // MiB
)

// clusters is how many clusters there are.
func (k *KubernetesSettings) clusters() float64 { return math.Max(1, k.Clusters) }

// system is what the pods of the system ask of the general nodes of all clusters.
func (m *metering) system() load {
	k, host := &m.settings.Kubernetes, m.kind.host(m.settings)
	of := systemPods[host.ID]
	if fallback, podBilled := nodeHosts[host.ID]; podBilled && m.hosted {
		of = systemPods[fallback]
	}
	if k.Sizing == SizeMean {
		of = of.plus(scalerPods[host.ID])
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
