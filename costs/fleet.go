package costs

import (
	"fmt"
	"math"
	"slices"

	"runwhere/costs/paths"
)

// Sizing is how a cluster's nodes follow its load.
type Sizing int

// The three ways to size a cluster.
const (
	SizeMean  Sizing = iota // a node autoscaler: the bill is the mean of the week
	SizePeak                // none: the busiest hour's nodes all month
	SizeFixed               // a fleet that is given
)

// DefaultPacking is the part of a node's free room that the scheduler fills;
// whole pods never fit exactly. An assumption of the model, editable.
const DefaultPacking = 0.9

// Fleet is a pool of nodes sized for a workload: for each hour of the week the
// pods of every component in it and the nodes that hold them. Pods of different
// components are added hour by hour, so peaks that do not coincide cost less.
type Fleet struct {
	Cluster
	nodeCPU, nodeMemory, nodePods, nodeGPU float64 // free for pods on one node

	members []int       // the components that run there, by their index
	pods    []podDemand // by member
	hours   []hourGroup
	classes []hourClass // nil where nobody prepared them
}

// podDemand is a component's appetite and the size of its pods.
type podDemand struct {
	replicas
	cpu, memory, gpu float64
}

// hourGroup is the hours of the week in which every component has the same
// weight; few groups make a point of a curve cheap.
type hourGroup struct {
	hours   float64
	weights []float64 // by member
	rates   []float64 // by member: requests a second that a monthly request makes
}

// newFleet sizes a pool for some components of the workload.
func newFleet(c Cluster, w Workload, members []int) *Fleet {
	f := &Fleet{members: members, hours: groupHours(w, members, c.Autoscale != ScaleNone)}
	f.size(c, w, w.Shares())
	return f
}

// size fits the cluster to the workload, whose hours are grouped already.
func (f *Fleet) size(c Cluster, w Workload, shares []float64) {
	f.Cluster, f.classes = c, nil
	f.nodeCPU = c.Node.FreeCPU() * c.Packing
	f.nodeMemory = c.Node.FreeMemory() * c.Packing
	f.nodePods = c.Node.FreePods() * math.Max(1, c.Density)
	f.nodeGPU = float64(c.Node.GPU)
	f.pods = f.pods[:0]
	for _, i := range f.members {
		k := &w.Components[i]
		cpu, memory := c.podSize(k)
		f.pods = append(f.pods, podDemand{replicas: c.replicas(k), cpu: cpu, memory: memory, gpu: gpus(k)})
	}
	f.rate(shares)
}

// rate works out the requests a second of every hour.
func (f *Fleet) rate(shares []float64) {
	n := len(f.members)
	var room []float64 // of all hours in one piece
	if cap(f.hours[0].rates) < n {
		room = make([]float64, n*len(f.hours))
	}
	for g := range f.hours {
		group := &f.hours[g]
		if room != nil {
			group.rates = room[g*n : (g+1)*n : (g+1)*n]
		}
		group.rates = group.rates[:n]
		for i, weight := range group.weights {
			group.rates[i] = shares[f.members[i]] * weight / SecondsPerMonth
		}
	}
}

// groupHours groups the hours of the week. Pods that nothing scales run all
// week as in their busiest hours, so there is a single group of them.
func groupHours(w Workload, members []int, scaled bool) []hourGroup {
	var groups []hourGroup
	if !scaled {
		busiest := hourGroup{hours: HoursPerWeek}
		for _, i := range members {
			busiest.weights = append(busiest.weights, w.Components[i].Shape.PeakToMean())
		}
		return []hourGroup{busiest}
	}
next:
	for h := range HoursPerWeek {
		for g := range groups {
			if sameHour(groups[g].weights, w, members, h) {
				groups[g].hours++
				continue next
			}
		}
		weights := make([]float64, len(members))
		for k, i := range members {
			weights[k] = w.Components[i].Shape.Weights[h]
		}
		groups = append(groups, hourGroup{hours: 1, weights: weights})
	}
	slices.SortStableFunc(groups, func(a, b hourGroup) int { return int(b.hours - a.hours) })
	return groups
}

func sameHour(weights []float64, w Workload, members []int, h int) bool {
	for k, i := range members {
		if w.Components[i].Shape.Weights[h] != weights[k] {
			return false
		}
	}
	return true
}

// Nodes returns the nodes that are billed at q requests a month: the mean of
// the week, its maximum, or the fixed fleet. It never falls as q grows.
func (f *Fleet) Nodes(q float64) float64 { return f.Counts(q)[AllNodes] }

// Counts returns the same nodes, divided into those under a commitment and the
// others.
func (f *Fleet) Counts(q float64) nodeCounts {
	switch f.Sizing {
	case SizeFixed:
		return f.allWeek(f.Cluster.Nodes)
	case SizePeak:
		return f.allWeek(f.PeakNodes(q))
	}
	var room [inlineLoads]float64
	nodes := f.nodesByHour(q, room[:0])
	if f.Commitment == 0 && f.Sustained == nil {
		sum := 0.0
		for g := range f.hours {
			sum += f.hours[g].hours * nodes[g]
		}
		mean := sum / HoursPerWeek
		return nodeCounts{AllNodes: mean, FlexibleNodes: mean}
	}
	var b buyer
	for g := range f.hours {
		b.add(f.hours[g].hours, nodes[g])
	}
	return b.counts(f.Commitment, f.Sustained)
}

// allWeek counts nodes that run in every hour, which a commitment is made for.
func (f *Fleet) allWeek(nodes float64) nodeCounts {
	if f.Commitment == 0 {
		return nodeCounts{AllNodes: nodes, FlexibleNodes: nodes * f.Sustained.costs(1)}
	}
	return nodeCounts{AllNodes: nodes, CommittedNodes: nodes}
}

// PeakNodes returns the nodes that the busiest hour of the week needs.
func (f *Fleet) PeakNodes(q float64) float64 {
	var room [inlineLoads]float64
	peak := f.MinNodes
	for _, nodes := range f.nodesByHour(q, room[:0]) {
		peak = max(peak, nodes)
	}
	return peak
}

// about tells how the nodes come about.
func (f *Fleet) about(q float64) string {
	text := f.aboutNumber(q)
	if f.Auto {
		text += fmt.Sprintf("; auto takes %s, which costs the least for the pods, one of each component: "+paths.KubernetesNode.String()+" chooses another", f.Node.Type)
	}
	return text
}

// aboutNumber tells how many nodes there are and why.
func (f *Fleet) aboutNumber(q float64) string {
	if f.Sizing == SizeFixed {
		return fmt.Sprintf("a fixed fleet of %s × %s", Figure(f.Cluster.Nodes), f.NodeName())
	}
	need := f.PeakNeed(q)
	return fmt.Sprintf("busiest hour: %s asking for %s vCPU and %s MiB; a %s has %s vCPU and %s MiB free for pods: %s (%s)",
		Counted(need.Pods, "pods"), Figure(need.CPU), Figure(need.Memory), f.NodeName(), Figure(f.nodeCPU), Figure(f.nodeMemory), Counted(need.Nodes, "nodes"),
		map[bool]string{true: "all week", false: "the mean of the week is billed"}[f.Sizing == SizePeak])
}

// Need is what one hour asks of the cluster.
type Need struct {
	Pods, CPU, Memory, GPUs float64 // pods, vCPU, MiB, GPUs
	Nodes                   float64
	Binding                 string // what sets the nodes: cpu, memory, pods, gpu or minimum
}

// PeakNeed returns the hour of the week that needs the most nodes.
func (f *Fleet) PeakNeed(q float64) Need {
	var peak Need
	for g := range f.hours {
		if n := f.need(&f.hours[g], q); n.Nodes > peak.Nodes || n.Nodes == peak.Nodes && n.CPU > peak.CPU {
			peak = n
		}
	}
	return peak
}

func (f *Fleet) nodesIn(g *hourGroup, q float64) float64 {
	pods, cpu, memory, gpu := f.demand(g, q)
	return f.nodesFor(pods, cpu, memory, gpu)
}

// nodesFor returns the whole nodes that an hour's pods need, beside those of the
// system. It runs for every
// hour of every point of a curve, where comparing beats calling math.Max.
func (f *Fleet) nodesFor(pods, cpu, memory, gpu float64) float64 {
	share := (cpu + f.System.cpu) / f.nodeCPU
	if m := (memory + f.System.memory) / f.nodeMemory; m > share {
		share = m
	}
	if p := (pods + f.System.pods) / f.nodePods; p > share {
		share = p
	}
	if gpu > 0 && f.nodeGPU > 0 { // where no node has one, its pods are refused
		if g := gpu / f.nodeGPU; g > share {
			share = g
		}
	}
	if nodes := whole(share); nodes > f.MinNodes {
		return nodes
	}
	return f.MinNodes
}

func (f *Fleet) need(g *hourGroup, q float64) Need {
	n := Need{Nodes: f.MinNodes, Binding: "minimum"}
	n.Pods, n.CPU, n.Memory, n.GPUs = f.demand(g, q)
	n.Pods, n.CPU, n.Memory = n.Pods+f.System.pods, n.CPU+f.System.cpu, n.Memory+f.System.memory
	for _, limit := range []struct {
		by    string
		nodes float64
	}{{"cpu", n.CPU / f.nodeCPU}, {"memory", n.Memory / f.nodeMemory}, {"pods", n.Pods / f.nodePods}, {"gpu", n.GPUs / f.nodeGPU}} {
		if nodes := whole(limit.nodes); nodes > n.Nodes {
			n.Nodes, n.Binding = nodes, limit.by
		}
	}
	return n
}

// demand adds the pods of all components in one hour.
func (f *Fleet) demand(g *hourGroup, q float64) (pods, cpu, memory, gpu float64) {
	for i := range f.pods {
		d := &f.pods[i]
		n := d.needed(q * g.rates[i])
		pods += n
		cpu += n * d.cpu
		memory += n * d.memory
		gpu += n * d.gpu
	}
	return pods, cpu, memory, gpu
}

// gpus returns the GPUs that each pod of the component needs.
func gpus(c *Component) float64 {
	if c.Traits.GPU {
		return 1
	}
	return 0
}

// whole rounds up to whole units. A quotient that is whole but for the last
// bits of its floating-point number must not become one unit more.
func whole(v float64) float64 { return math.Ceil(v - 1e-9) }

// mostWhole is the highest volume up to which a float64 tells every whole
// number from the next; no search by single requests ends beyond it.
const mostWhole = 1 << 53

// carries reports whether the fleet has the nodes that a volume needs.
func (f *Fleet) carries(q float64) bool {
	return f.Sizing != SizeFixed || f.PeakNodes(q) <= f.Cluster.Nodes
}

// saturation returns the highest whole volume that a fixed fleet can carry;
// +Inf where the nodes follow the load or carry more than can be counted, 0
// where it cannot hold the minimum.
func (f *Fleet) saturation() float64 {
	if f.Sizing != SizeFixed {
		return math.Inf(1)
	}
	if !f.carries(0) {
		return 0
	}
	lo, hi := 0.0, 1.0
	for f.carries(hi) {
		if lo, hi = hi, hi*2; hi > mostWhole {
			return math.Inf(1)
		}
	}
	for hi-lo > 1 {
		if mid := math.Floor(lo + (hi-lo)/2); f.carries(mid) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}
