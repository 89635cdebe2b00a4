package costs

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// slowNodes is the capacity model written down hour by hour, as plainly as it
// can be: 168 hours, every component, no grouping.
func slowNodes(c Cluster, w Workload, q float64) (mean, peak float64) {
	total := w.Requests()
	for h := range HoursPerWeek {
		var pods, cpu, memory float64
		for _, k := range w.Components {
			share := 1 / float64(len(w.Components))
			if total > 0 {
				share = k.Requests / total
			}
			rps := q * share * k.Shape.Weights[h] / (730 * 3600)
			busiest := rps * k.Shape.Burst / 0.85
			byCPU := math.Max(rps*k.CPUTime/(c.TargetUtilization*k.Pod.CPU), busiest*k.CPUTime/k.Pod.CPU)
			byConcurrency := busiest * k.Duration / k.Pod.Concurrency
			held := 10_000.0
			if k.PerInstance > 0 {
				held = k.PerInstance
			}
			byConnections := k.Connections / held
			if k.Requests > 0 {
				byConnections = k.Connections * q / total * k.Shape.Weights[h] / held
			}
			n := math.Max(k.Pod.MinReplicas, math.Ceil(math.Max(byConnections, math.Max(byCPU, byConcurrency))-1e-9))
			if k.Job { // a pod for each run, which is there 5 s before it
				n = rps * (k.Duration + 5)
			}
			pods += n
			cpu += n * k.Pod.CPU
			memory += n * k.Pod.Memory
		}
		nodes := math.Max(c.MinNodes, math.Max(
			math.Ceil(cpu/(c.Node.FreeCPU()*c.Packing)-1e-9),
			math.Max(
				math.Ceil(memory/(c.Node.FreeMemory()*c.Packing)-1e-9),
				math.Ceil(pods/c.Node.FreePods()-1e-9))))
		mean += nodes / HoursPerWeek
		peak = math.Max(peak, nodes)
	}
	return mean, peak
}

func TestFleetAgainstHourByHour(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		node, err := b.Instance(rapid.SampledFrom([]string{"c5.xlarge", "m5.large", "t3.medium"}).Draw(t, "node"), "us-east-1")
		if err != nil {
			t.Fatal(err)
		}
		c := Cluster{
			Node: node, MinNodes: float64(rapid.IntRange(0, 4).Draw(t, "min")),
			TargetUtilization: rapid.Float64Range(0.1, 1).Draw(t, "target"), Packing: rapid.Float64Range(0.5, 1).Draw(t, "packing"),
		}
		q := math.Pow(10, rapid.Float64Range(0, 9).Draw(t, "volume"))
		mean, peak := slowNodes(c, w, q)
		f := fleetOf(c, w)
		if got := f.Nodes(q); math.Abs(got-mean) > 1e-6*mean {
			t.Errorf("mean: got %v nodes, hour by hour %v", got, mean)
		}
		c.Sizing = SizePeak
		if got := fleetOf(c, w).Nodes(q); math.Abs(got-peak) > 1e-6*peak { // millions of nodes are added up in another order
			t.Errorf("peak: got %v nodes, hour by hour %v", got, peak)
		}
	})
}

// TestSaturationBeyondEveryCountEnds: work of next to nothing saturates the
// fleet beyond 2^53 requests, where floats have no whole numbers in between.
func TestSaturationBeyondEveryCountEnds(t *testing.T) {
	t.Parallel()
	node, err := embedded(t).Instance("c5.xlarge", "us-east-1")
	if err != nil {
		t.Fatal(err)
	}
	w := Workload{Components: []Component{{
		Name: "a", Requests: 1e6, Duration: 1e-10, CPUTime: 3e-11, Shape: flatShape(), Pod: Pod{CPU: 0.5, Memory: 128, Concurrency: 40, MinReplicas: 1},
	}}}
	f := fleetOf(Cluster{Node: node, Sizing: SizeFixed, Nodes: 3, TargetUtilization: 0.6, Packing: 0.9}, w)
	if got := f.saturation(); !math.IsInf(got, 1) {
		t.Errorf("saturates at %v", got)
	}
}

func TestSaturationIsTheLastVolumeThatFits(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		node, err := b.Instance("m5.large", "us-east-1")
		if err != nil {
			t.Fatal(err)
		}
		c := Cluster{Node: node, Sizing: SizeFixed, Nodes: float64(rapid.IntRange(1, 40).Draw(t, "nodes")), TargetUtilization: 0.6, Packing: 0.9}
		last := fleetOf(c, w).saturation()
		if math.IsInf(last, 1) {
			return
		}
		slow := c
		slow.Sizing, slow.MinNodes = SizePeak, 0
		if _, peak := slowNodes(slow, w, last); last > 0 && peak > c.Nodes {
			t.Errorf("%v requests need %v of %v nodes", last, peak, c.Nodes)
		}
		if _, peak := slowNodes(slow, w, last+1); peak <= c.Nodes {
			t.Errorf("%v requests fit into %v of %v nodes as well", last+1, peak, c.Nodes)
		}
	})
}

// TestClassesCountAsHoursDo: a fleet that is prepared for many volumes has in every
// hour the nodes that it has unprepared, whichever components their least number
// of replicas carries.
func TestClassesCountAsHoursDo(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	node, err := b.Instance("c5.xlarge", "us-east-1")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		c := Cluster{Node: node, TargetUtilization: rapid.Float64Range(0.1, 1).Draw(t, "target"), Packing: rapid.Float64Range(0.5, 1).Draw(t, "packing")}
		plain, prepared := fleetOf(c, w), fleetOf(c, w)
		prepared.classify()
		q := math.Pow(10, rapid.Float64Range(0, 9).Draw(t, "volume"))
		want, got := plain.nodesByHour(q, nil), prepared.nodesByHour(q, nil)
		for g := range want {
			if math.Abs(got[g]-want[g]) > 1e-9*want[g] {
				t.Fatalf("in hours %d: %v nodes, hour by hour %v", g, got[g], want[g])
			}
		}
	})
}

// fleetOf sizes a pool for the whole workload.
func fleetOf(c Cluster, w Workload) *Fleet {
	members := make([]int, len(w.Components))
	for i := range members {
		members[i] = i
	}
	return newFleet(c, w, members)
}
