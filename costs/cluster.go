package costs

import (
	"math"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func spinKubeKind() Kind {
	return Kind{
		ID: "spinkube", Name: "SpinKube", Letter: 'S', Option: checklist.Wasm, About: "the Kubernetes side at a higher density",
		Limits: inClusterLimits, takes: []paths.Path{paths.WasmDensity}, build: buildInCluster,
	}
}

func wasmCloudKind() Kind {
	return Kind{
		ID: "wasmcloud", Name: "wasmCloud", Letter: 'O', Option: checklist.Wasm, About: "the Kubernetes side at a higher density",
		Limits: inClusterLimits, takes: []paths.Path{paths.WasmDensity}, build: buildInCluster, onDevices: true,
	}
}

// Cluster is how one pool of nodes of a Kubernetes cluster is sized.
type Cluster struct {
	Pool              string // of the nodes: general, gpu or a name of the scenario
	Node              *pricebook.Instance
	Auto              bool // whether the node was chosen for the workload
	Sizing            Sizing
	Nodes             float64 // of a fixed fleet
	MinNodes          float64
	System            load    // what the pods of the system ask for
	TargetUtilization float64 // CPU that the pod autoscaler holds, 0..1
	Packing           float64 // 0..1
	Autoscale         Autoscale
	Commitment        float64 // what a committed node costs of one on demand; 0 for no commitment
	Sustained         *sustainedUse
	Start             float64 // s that a job's pod takes to start; 0 is podStart
	Density           float64 // how many Wasm pods take the room of one container; 0 is 1
}

// NodeName names the instance type, and says so where auto chose it.
func (c *Cluster) NodeName() string {
	if c.Auto {
		return c.Node.Type + " (auto)"
	}
	return c.Node.Type
}

// Autoscale is what scales the pods of a cluster.
type Autoscale int

// The ways to scale pods.
const (
	ScaleHPA  Autoscale = iota // by CPU, hour by hour, never to zero
	ScaleKEDA                  // by events, to zero where the minimum is 0
	ScaleNone                  // not at all: the pods of the busiest hour, all week
)

// Timing of KEDA by its defaults
// (https://keda.sh/docs/2.21/reference/scaledobject-spec/, 2026-08-20).
const (
	KEDAPolling  = 30  // s between two looks at the trigger while there is no pod
	KEDACooldown = 300 // s from the last event to scaling to zero
)

// podStart is how long the pod of a job is there before its run begins, in s, on
// a node that is there; fargateStart is the same where each pod has a node of its
// own to start, which is billed from the pull of the image on. Both are
// assumptions; starts of 30 to 60 s are reported for Fargate.
const (
	podStart     = 5
	fargateStart = 45
)

// replicas returns how many pods of a component the cluster runs.
func (c *Cluster) replicas(k *Component) replicas {
	if k.Job {
		return replicas{perRate: k.Duration + math.Max(podStart, c.Start), parts: true}
	}
	cpu, _ := c.podSize(k)
	r := replicas{
		perRate: k.perRate(cpu, c.TargetUtilization, k.Pod.Concurrency, k.holds(math.Inf(1))),
		minimum: k.kept(k.Pod.MinReplicas, k.holds(math.Inf(1))),
	}
	if c.Autoscale == ScaleKEDA {
		r.hold = KEDACooldown + k.open()
	}
	return r
}

// podSize returns what one pod asks for in vCPU and MiB. A Wasm pod asks for a
// part of a container's; work takes the CPU that it takes, so it is the idle
// floor and the memory that shrink.
func (c *Cluster) podSize(k *Component) (cpu, memory float64) {
	density := math.Max(1, c.Density)
	return k.Pod.CPU / density, k.Pod.Memory / density
}

// density is how many Wasm pods take the room of a container: 1 on any
// platform but those that run Wasm in a cluster.
func (m *metering) density() float64 {
	if m.kind.Option == checklist.Wasm {
		return m.settings.Wasm.Density
	}
	return 1
}

// surroundings adds what every cluster has around its nodes or pods.
func (m *metering) surroundings() {
	k := &m.settings.Kubernetes
	m.around(k.LoadBalancer, k.Logs)
	if k.Autoscale == ScaleKEDA {
		m.note("KEDA looks at its trigger every %d s while there is no pod: the first request after an idle time waits up to %d s and then "+
			"for the pod, and for a node where none is free; it takes the HTTP add-on to wake up on a request (keda.sh, 2.21)", KEDAPolling, KEDAPolling)
	}
}

// around adds what is around nodes, pods or tasks: the load balancer (flat, alb,
// none), the way out, what passes between zones, logs and egress.
func (m *metering) around(balancer, logs string) {
	addresses := 0.0
	if balancer != "none" {
		m.balancer(balancer == "alb")
	}
	if balancer == "alb" {
		addresses = m.settings.balancerAddresses(m.kind.cloud())
	}
	m.wayOut(addresses)
	m.zoneData()
	if logs != "none" {
		m.logs(networks[m.kind.cloud()].logs)
	}
	m.egress()
}

// clustered finishes a platform that has nodes.
func (m *metering) clustered(fleets []*Fleet) (*Platform, error) {
	if m.err != nil {
		return nil, m.err
	}
	p := &Platform{Fleet: fleets[0], Fleets: fleets, maxVolume: fleets[0].saturation()}
	for _, f := range fleets {
		m.hold(p, podLimits(f, m))
	}
	return p, nil
}

// begin sets whether free amounts are taken.
func (m *metering) begin(free bool) { m.free = free }

// podWeek is the week of a component's pods on a platform that bills pods and not
// nodes; start is how long the pod of a job takes to start, in s.
func (m *metering) podWeek(start float64) func(i int) *weekly {
	k := &m.settings.Kubernetes
	return func(i int) *weekly {
		c := &m.work.Components[i]
		return m.week(i, func() replicas {
			cluster := Cluster{TargetUtilization: k.TargetUtilization, Autoscale: k.Autoscale, Start: start}
			return cluster.replicas(c)
		}, k.Autoscale != ScaleNone)
	}
}

// replicaLevels adds the replicas of every component as levels of their own: pods,
// or tasks. Under a commitment there is one for what is committed to as well.
func (m *metering) replicaLevels(noun string, ratio float64, week func(i int) *weekly, visit func(counts [nodeLevels]int)) {
	for i := range m.work.Components {
		w := week(i)
		about := w.about(m.work.Components[i].Name, noun)
		var counts [nodeLevels]int
		for n := range nodeLevels {
			if ratio == 0 && n > AllNodes {
				break
			}
			counts[n] = m.level(noun, i, func(q float64) float64 { return w.counts(q, ratio)[n] }, about)
		}
		visit(counts)
	}
}

// DefaultDensity is how many Wasm pods take the room of one container where
// nobody says otherwise. No vendor publishes a figure that could be checked, so
// this is an assumption of the program, marked so wherever it is shown.
const DefaultDensity = 3

// buildInCluster bills Wasm on a cluster of one's own (SpinKube, wasmCloud):
// the bill of the Kubernetes side, with pods that take less room. The software
// is free; what it saves is idle memory and idle replicas, while work takes the
// CPU that it takes.
func buildInCluster(m *metering) (*Platform, error) {
	host := *m.kind.host(m.settings)
	if host.nodesOf != nil {
		m.note("%s has no nodes to install a Wasm runtime on: priced on %s instead", host.Name, host.nodesOf().ID)
		host = host.nodesOf()
	}
	m.host = &host
	m.kind.Provider, m.hosted = host.Provider, true
	p, err := host.build(m)
	if err != nil {
		return nil, err
	}
	m.hold(p, spinDocs.at(wasmModule()...))
	m.note("priced as a cluster of its own: a split that has containers on Kubernetes beside it pays for two clusters, and people are counted once for each")
	m.note("a density of %s Wasm pods in the room of a container is an assumption without a source; "+paths.WasmDensity.String()+" changes it",
		Figure(m.settings.Wasm.Density))
	return p, nil
}
