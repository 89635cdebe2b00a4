package costs

import (
	"cmp"
	"math"
	"strings"

	"runwhere/costs/paths"

	"runwhere/costs/pricebook"
)

const (
	nodeTolerance = 1.10
)

// auto reports whether nobody chose an instance type.
func (k *KubernetesSettings) auto() bool { return k.Node == "" || k.Node == pricebook.AutoNode }

// nodeChooser picks the instance type of a pool of nodes from inputs. A pick costs no
// allocation.
type nodeChooser struct {
	all   []pricebook.NodeOption
	tiers []pricebook.NodeTier
	takes []bool // by component: whether the pool may have it
}

// nodeChooser makes the chooser of a pool in the region, nil where that has no
// types.
func (m *metering) nodeChooser(p *nodePool) *nodeChooser {
	n := &nodeChooser{}
	n.all, n.tiers = m.book.NodeOptions(m.region, m.nodePurchase(p))
	if n.all == nil {
		return nil
	}
	n.takes = m.mayTake()
	for i := range m.work.system() {
		n.takes[i] = n.takes[i] && m.poolOf(&m.work.system()[i]) == p.name
	}
	return n
}

// arch is the scenario's processor architecture as instance types call it.
func (m *metering) arch() string {
	if m.settings.Serverless.Architecture == "arm64" {
		return "arm64"
	}
	return "amd64"
}

// nodePurchase is how the nodes are bought: where it is a commitment or spot,
// and no discount of the scenario's own replaces the price, that has to be known.
func (m *metering) nodePurchase(p *nodePool) pricebook.NodePurchase {
	k := &m.settings.Kubernetes
	bought := pricebook.NodePurchase{Arch: m.arch(), Spot: k.poolSpot(p) > 0 && k.SpotDiscount == 0}
	if k.Discount == 0 && (k.Purchase == Savings1y || k.Purchase == Savings3y) {
		bought.Savings = strings.TrimPrefix(k.Purchase, "savings-")
	}
	return bought
}

// mayTake tells of each component of the system whether it can come here: it is
// not pinned elsewhere, and where the pods are Wasm modules it can be one.
func (m *metering) mayTake() []bool {
	var module []Limit
	if m.hosted {
		module = wasmModule()
	}
	system := m.work.system()
	takes := make([]bool, len(system))
	for i := range system {
		takes[i] = system[i].Pin == "" || system[i].Pin == m.kind.Option
		takes[i] = takes[i] && !refuses(Workload{Components: system[i : i+1]}, module)
	}
	return takes
}

// pick returns the type that holds the largest pod of the components that the
// platform may take, nil where the region has no type at all. Neither volume
// nor placement enters, so that a curve has the same nodes all along. A
// component that no type holds is left out: it is refused on any of them, and
// the others shall not suffer for it.
func (n *nodeChooser) pick(w Workload, density float64) *pricebook.Instance {
	ask, system := nodeAsk{}, w.system()
	cluster := Cluster{Density: density}
	for i := range system {
		if c := &system[i]; n.takes[i] {
			cpu, memory := cluster.podSize(c)
			if n.holdable(cpu, memory, c.Traits.GPU) {
				ask.add(cpu, memory, c.Traits.GPU)
			}
		}
	}
	if ask.pods == 0 { // The pods of the system run on the general nodes.
		ask.cpu, ask.memory = systemCPU, systemMemory
	}
	if x := n.first(&ask); x != nil || ask.gpus == 0 {
		return cmp.Or(x, n.largest())
	}
	ask.gpus = 0 // No type has both a GPU and room for the largest pod.
	return cmp.Or(n.first(&ask), n.largest())
}

// first returns the type of the first tier that has one, nil for none.
func (n *nodeChooser) first(ask *nodeAsk) *pricebook.Instance {
	for t := range n.tiers {
		if x := pick(&n.tiers[t], ask); x != nil {
			return x
		}
	}
	return nil
}

// largest returns the type with the most memory, which stands in where two
// pods fit a type each and none fits both.
func (n *nodeChooser) largest() *pricebook.Instance {
	var largest *pricebook.Instance
	for i := range n.all {
		if x := n.all[i].Instance; largest == nil || x.MemoryMiB > largest.MemoryMiB {
			largest = x
		}
	}
	return largest
}

// holdable reports whether any type of the region holds such a pod. The dear
// types, which hold the most, are asked first.
func (n *nodeChooser) holdable(cpu, memory float64, gpu bool) bool {
	for i := len(n.all) - 1; i >= 0; i-- {
		if n.all[i].Holds(cpu, memory, gpu) {
			return true
		}
	}
	return false
}

// nodeAsk is what the pods ask of a node, one pod of each component.
type nodeAsk struct {
	cpu, memory float64 // of the largest pod, vCPU and MiB
	sumCPU      float64 // of all pods
	sumMemory   float64
	gpus, pods  float64
}

func (a *nodeAsk) add(cpu, memory float64, gpu bool) {
	a.cpu, a.memory = math.Max(a.cpu, cpu), math.Max(a.memory, memory)
	a.sumCPU, a.sumMemory, a.pods = a.sumCPU+cpu, a.sumMemory+memory, a.pods+1
	if gpu {
		a.gpus++
	}
}

// pick returns the type of a tier, nil where none holds the largest pod. The
// two largest needs may be two components' own; a type that holds both holds
// each.
func pick(t *pricebook.NodeTier, ask *nodeAsk) *pricebook.Instance {
	least := math.Inf(1)
	for i := range t.Options {
		if o := &t.Options[i]; fits(t, o, ask) {
			if !t.ByWork {
				return o.Instance
			}
			least = math.Min(least, ask.usd(o))
		}
	}
	for i := range t.Options {
		if o := &t.Options[i]; fits(t, o, ask) && ask.usd(o) <= least*nodeTolerance {
			return o.Instance
		}
	}
	return nil
}

func fits(t *pricebook.NodeTier, o *pricebook.NodeOption, ask *nodeAsk) bool {
	return o.Holds(ask.cpu, ask.memory, ask.gpus > 0) && (t.AnyGPU || ask.gpus > 0 || o.GPU == 0)
}

// usd is what one pod of each component costs an hour on nodes of the type,
// whichever of their resources it fills first.
func (a *nodeAsk) usd(o *pricebook.NodeOption) float64 {
	share := math.Max(math.Max(a.sumCPU/o.Cpu, a.sumMemory/o.Memory), a.pods/o.Pods)
	if a.gpus > 0 {
		share = math.Max(share, a.gpus/float64(o.GPU))
	}
	return o.Hour.Tiers[0].USD * share
}

// nodeTypes are instance types by pool.
type nodeTypes = [mostPools]*pricebook.Instance

// nodeType returns the instance type of a pool: the one that somebody chose where
// the platform's provider has it, else the one that suits its pods. The error is
// an *UnknownInstanceError.
func (m *metering) nodeType(p *nodePool) (*pricebook.Instance, error) {
	asked, provider := m.askedNode(p), ""
	if asked != "" {
		asked = m.book.TypeName(asked)
		if provider = m.book.ProviderOf(asked); provider == m.kind.Provider || provider == "" {
			return m.book.Instance(asked, m.region)
		}
	}
	p.chooser = m.nodeChooser(p)
	if p.chooser == nil {
		return nil, &pricebook.UnknownInstanceError{Type: pricebook.AutoNode, Region: m.region, Regions: m.book.MachineRegions(m.kind.Provider)}
	}
	node := m.chosen[p.at]
	if node == nil {
		node = p.chooser.pick(m.work, m.density())
	}
	if provider != "" {
		m.note(paths.KubernetesNode.String()+" is %s, a type of %s: %s runs on %s, so %s is taken, as auto chooses", asked,
			cloudNames[provider], m.kind.Name, cloudNames[m.kind.Provider], node.Type)
	}
	if node.Arch != m.arch() {
		m.note("no %s type of the book in %s holds the pods: auto takes %s, which is %s", m.arch(), m.region, node.Type, node.Arch)
	}
	return node, nil
}

// gpuNodes are examples of instance types with a GPU.
var gpuNodes = map[string]string{pricebook.AWS: "g4dn.xlarge", pricebook.GCP: "g2-standard-4", pricebook.Azure: "Standard_NC4as_T4_v3"}

// cloudNames are what providers of instance types are called.
var cloudNames = map[string]string{pricebook.AWS: "AWS", pricebook.GCP: "Google Cloud", pricebook.Azure: "Azure"}
