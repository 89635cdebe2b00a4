package costs

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

// Why two alike halves of a component may be billed otherwise than the whole: what
// each component has for itself comes in whole units, has a least number, or serves
// several requests at once only where they meet.
const (
	wholePods = "pods come in whole ones and have a least number a component, and nodes, their disks, addresses and fees follow from them"
	keptOnes  = "what is kept warm is kept for each component"
	meetings  = "an instance is shared by requests of one component alone"
	pollers   = "what polls a queue or reads a stream is there for each component, in whole pollers and shards"
)

// halvesDiffer names the meters of which that holds, by their ids without the pool.
var halvesDiffer = map[string]string{
	"nodes": wholePods, "nodes-committed": wholePods, "nodes-spot": wholePods, "volumes": wholePods, "agents": wholePods, "management": wholePods, "vcpu-fee": wholePods,
	"credits": wholePods, "ipv4": wholePods, "nat": wholePods, "ephemeral": wholePods,
	"vcpu": wholePods + "; " + meetings, "memory": wholePods + "; " + meetings, "vcpu-committed": wholePods, "memory-committed": wholePods, "vcpu-spot": wholePods, "memory-spot": wholePods,
	"vcpu-idle": keptOnes, "memory-idle": keptOnes, "vcpu-instance": keptOnes + "; " + wholePods, "memory-instance": keptOnes + "; " + wholePods, "gpu": keptOnes + "; " + wholePods,
	"vcpu-instance-committed": keptOnes, "memory-instance-committed": keptOnes,
	"provisioned": keptOnes, "compute-provisioned": keptOnes, "snapstart-cache": keptOnes, "ready": keptOnes, "ready-compute": keptOnes,
	"compute": keptOnes + "; " + meetings, "compute-committed": meetings,
	"queue": pollers, "stream": pollers, "stream-units": pollers, "stream-shards": pollers,
}

// ofAnyPool takes the name of a pool out of the id of a meter.
var ofAnyPool = strings.NewReplacer("-"+GPUPool, "", "-batch", "")

// halved is the workload with a component in two alike halves.
func halved(w Workload, i int) Workload {
	h := Workload{Components: append([]Component{}, w.Components...)}
	c := &h.Components[i]
	c.Requests, c.Connections = c.Requests/2, c.Connections/2
	other := *c
	other.Name += " too"
	h.Components = append(h.Components, other)
	for _, call := range w.Calls {
		h.Calls = append(h.Calls, call)
		if call.To == i {
			h.Calls[len(h.Calls)-1].PerRequest /= 2
			call.PerRequest /= 2
			call.To = len(h.Components) - 1
			h.Calls = append(h.Calls, call)
		}
	}
	for _, call := range h.Calls {
		if call.From == i {
			call.From = len(h.Components) - 1
			h.Calls = append(h.Calls, call)
		}
	}
	return h
}

// TestTwoHalvesAreTheWhole: splitting a component into two alike halves changes no
// line of any bill but those that are named, and those for the reasons that are named.
func TestTwoHalvesAreTheWhole(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		i := rapid.IntRange(0, len(w.Components)-1).Draw(t, "halved")
		for _, build := range drawBuilders(t, b) {
			whole, halves := build(w), build(halved(w, i))
			if !whole.Billed() || !halves.Billed() {
				continue
			}
			more := map[string]float64{} // USD a month of each line in two halves
			for _, l := range whole.Bill(w.Requests()).Lines {
				more[l.Meter] -= l.USD
			}
			for _, l := range halves.Bill(w.Requests()).Lines {
				more[l.Meter] += l.USD
			}
			for _, l := range halves.Bill(w.Requests()).Lines {
				if math.Abs(more[l.Meter]) > 1e-9*math.Max(1, l.USD) && halvesDiffer[ofAnyPool.Replace(l.Meter)] == "" {
					t.Fatalf("%s: %s costs $%v more of $%v in two halves", whole.ID, l.Meter, more[l.Meter], l.USD)
				}
			}
		}
	})
}

// TestMoreMemoryOfAPodIsNeverCheaper: pods that need more memory cost no less on any
// cluster of a given instance type. Where auto chooses the type, larger pods may bring
// a larger one, whose vCPU are cheaper.
func TestMoreMemoryOfAPodIsNeverCheaper(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	nodes := map[string]string{pricebook.AWS: "m5.large", pricebook.GCP: "n2-standard-4", pricebook.Azure: "Standard_D4s_v5"}
	rapid.Check(t, func(t *rapid.T) {
		w, s := drawWorkload(t), drawSettings(t)
		for i := range w.Components {
			w.Components[i].Traits.GPU = false // auto chooses the type of the pool for it
		}
		more := Workload{Components: append([]Component{}, w.Components...), Calls: w.Calls}
		more.Components[rapid.IntRange(0, len(w.Components)-1).Draw(t, "which")].Pod.Memory *= rapid.Float64Range(1, 3).Draw(t, "more")
		for _, k := range Kinds() {
			node := nodes[k.Provider]
			if k.Option != checklist.Kubernetes {
				continue
			}
			s.Kubernetes.Node = node
			for i := range s.Kubernetes.Pools {
				s.Kubernetes.Pools[i].Node = node
			}
			few, err := Build(k.ID, b, s, w)
			if err != nil {
				t.Fatal(err)
			}
			many, err := Build(k.ID, b, s, more)
			if err != nil {
				t.Fatal(err)
			}
			few.Refusals, many.Refusals = nil, nil
			for _, q := range []float64{1e4, w.Requests(), 1e9} {
				if before, after := few.Cost(q), many.Cost(q); after < before*(1-1e-9) {
					t.Fatalf("%s at %v: $%v with more memory, $%v with less", k.ID, q, after, before)
				}
			}
		}
	})
}
