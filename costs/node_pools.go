package costs

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// The pools of nodes that a cluster has by itself: one for whatever runs there, and
// one for GPU work where there is any, since a node with a GPU costs several times
// one without and nothing else needs it.
const (
	GeneralPool = "general"
	GPUPool     = "gpu"
)

// MostPools is how many pools of its own a scenario names at most; mostPools is
// how many a cluster has with the two that it has by itself.
const (
	MostPools = 6
	mostPools = MostPools + 2
)

// NamedPool is a pool of nodes that a scenario names. The zero one is none.
type NamedPool struct {
	Name     string
	Node     string  // instance type; AutoNode, "" or one of another cloud leaves it to the pods
	MinNodes float64 // that run at any time, whether the pool has pods or not
	Spot     float64 // part of its nodes on spot capacity, 0..1; counts where OwnSpot says so
	OwnSpot  bool    // whether it has a part of its own; else the cluster's
}

// nodePool is a pool of nodes of one cluster: the components that run there, the
// instance type and how it is bought.
type nodePool struct {
	name    string
	named   int   // which of the settings' pools it is, −1 for those that a cluster has by itself
	at      int   // which of the cluster's pools it is
	members []int // components
	node    *pricebook.Instance
	chooser *nodeChooser // nil where somebody chose the type
	bought  buying
	spot    *pricebook.Price // of a node's hour, nil where none is on spot

	sustained *sustainedUse // nil where none is taken off
}

// level is how the pool's nodes are counted among all of the cluster's.
func (p *nodePool) level(n NodeLevel) NodeLevel { return NodeLevel(p.at)*nodeLevels + n }

// id is the id of one of the pool's meters.
func (p *nodePool) id(meter string) string {
	if p.name == GeneralPool {
		return meter
	}
	return meter + "-" + p.name
}

// nodePools divides the components among the pools of the cluster.
func (m *metering) nodePools() []*nodePool {
	var pools []*nodePool
	add := func(name string, named int) {
		p := &nodePool{name: name, named: named, at: len(pools)}
		for i := range m.work.Components {
			if m.poolOf(&m.work.Components[i]) == name {
				p.members = append(p.members, i)
			}
		}
		if named >= 0 || name == GeneralPool || len(p.members) > 0 {
			pools = append(pools, p)
		}
	}
	add(GeneralPool, -1)
	add(GPUPool, -1)
	for i := range m.settings.Kubernetes.Pools {
		if name := m.settings.Kubernetes.Pools[i].Name; name != "" {
			add(name, i)
		}
	}
	return pools
}

// poolOf is the pool that a component runs in. GPU work has one of its own unless
// the nodes that somebody chose have a GPU anyway. A Wasm runtime has no use for
// GPUs nor for the pools of containers.
func (m *metering) poolOf(c *Component) string {
	k := &m.settings.Kubernetes
	switch {
	case m.kind.Option == checklist.Wasm:
		return GeneralPool
	case c.Pool != "" && slices.ContainsFunc(k.Pools[:], func(p NamedPool) bool { return p.Name == c.Pool }):
		return c.Pool
	case c.Traits.GPU && !m.generalHasGPU():
		return GPUPool
	}
	return GeneralPool
}

// generalHasGPU reports whether the type that somebody chose has a GPU.
func (m *metering) generalHasGPU() bool {
	k := &m.settings.Kubernetes
	if k.auto() {
		return false
	}
	node, err := m.book.Instance(m.book.TypeName(k.Node), m.region)
	return err == nil && node.GPU > 0 && node.Hour.Provider == m.kind.Provider
}

// asked is the instance type that somebody chose for the pool, "" where it is left
// to the pods.
func (m *metering) askedNode(p *nodePool) string {
	node := ""
	switch {
	case p.named >= 0:
		node = m.settings.Kubernetes.Pools[p.named].Node
	case p.name == GeneralPool:
		node = m.settings.Kubernetes.Node
	}
	if node == pricebook.AutoNode {
		return ""
	}
	return node
}

// poolSpot is the part of a pool's nodes that is spot.
func (k *KubernetesSettings) poolSpot(p *nodePool) float64 {
	if p.named >= 0 && k.Pools[p.named].OwnSpot {
		return k.Pools[p.named].Spot
	}
	return k.spotShare()
}

// spotFrom is the field that says how much of a pool is spot.
func (k *KubernetesSettings) spotFrom(p *nodePool) paths.Path {
	if p.named >= 0 && k.Pools[p.named].OwnSpot {
		return paths.KubernetesPools
	}
	return paths.KubernetesSpotShare
}

// cluster is how the settings size a pool. Where the fleet is fixed, that is the
// general pool; the others have what their busiest hour needs.
func (m *metering) cluster(p *nodePool) Cluster {
	k := &m.settings.Kubernetes
	c := Cluster{
		Pool: p.name, Node: p.node, Auto: p.chooser != nil, Sizing: k.Sizing, TargetUtilization: k.TargetUtilization,
		Packing: k.Packing, Autoscale: k.Autoscale, Commitment: p.bought.ratio, Sustained: p.sustained, Density: m.density(),
	}
	switch {
	case p.name == GeneralPool && k.Sizing == SizeFixed:
		c.Nodes, c.System = k.Nodes, m.system()
	case p.name == GeneralPool:
		c.MinNodes, c.System = k.MinNodes*k.clusters(), m.system()
	default:
		if p.named >= 0 {
			c.MinNodes = k.Pools[p.named].MinNodes
		}
		if k.Sizing == SizeFixed {
			c.Sizing = SizePeak
		}
	}
	return c
}

// clusterOf sizes the pools of a cluster and adds the meters of their nodes. The
// nodes are those of the capacity model; nil where a price or a type is unknown.
func (m *metering) clusterOf() []*Fleet {
	m.pools = m.nodePools()
	var fleets []*Fleet
	for _, p := range m.pools {
		if !m.choose(p) {
			return nil
		}
		m.nodes(p)
		m.credits(p)
		fleets = append(fleets, newFleet(m.cluster(p), m.work, p.members))
	}
	m.agents()
	return fleets
}

// everyNode is a term for each pool that counts its nodes.
func (m *metering) everyNode(factors ...reading) []Term {
	terms := make([]Term, len(m.pools))
	for i, p := range m.pools {
		terms[i] = perNode(p.level(AllNodes), factors...)
	}
	return terms
}

// picked returns the types that auto now chooses by pool, nil for a pool whose
// type somebody chose, and whether there is any.
func (m *metering) picked() (nodes nodeTypes, auto bool) {
	for i, p := range m.pools {
		if p.chooser != nil {
			nodes[i], auto = p.chooser.pick(m.work, m.density()), true
		}
	}
	return nodes, auto
}
