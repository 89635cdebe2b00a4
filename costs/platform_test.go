package costs

import (
	"math"
	"testing"

	"runwhere/costs/pricebook"
)

func embedded(t testing.TB) *pricebook.Book {
	t.Helper()
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func flatShape() Shape {
	s := Shape{Name: "flat", Burst: 1}
	for h := range s.Weights {
		s.Weights[h] = 1
	}
	return s
}

// scenarioB is the guide's workload: 50M requests of 500 ms with 1,024 MB,
// 50 GB of logs.
// measuredOn1024 is the duration in s where a whole core is there of a run that
// takes 500 ms on a Lambda function of 1,024 MiB, 150 ms of CPU among them: there
// the CPU time takes 0.15 × 1,769/1,024 s, and the rest is waiting.
const measuredOn1024 = 0.5 - 0.15*1769/1024 + 0.15

func scenarioB() Workload {
	steady := flatShape()
	return Workload{Components: []Component{{
		Name: "api", Requests: 50e6, Duration: measuredOn1024, CPUTime: 0.15, Memory: 1024, FunctionMemory: 1024, HTTP: true,
		Logs: 1.048576, Response: 4, Shape: steady,
		Pod: Pod{CPU: 1, Memory: 1024, Concurrency: 40, MinReplicas: 2},
	}}}
}

func lineOf(t *testing.T, b Bill, meter string) Line {
	t.Helper()
	for _, l := range b.Lines {
		if l.Meter == meter {
			return l
		}
	}
	t.Fatalf("no line %s in %+v", meter, b.Lines)
	return Line{}
}

func wantUSD(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.005 {
		t.Errorf("%s: got $%.4f, want $%.4f", what, got, want)
	}
}

// settingsWith returns settings of us-east-1 with one side given.
func settingsWith(side any) *Settings {
	s := &Settings{Cloud: pricebook.AWS, Region: "us-east-1", Kubernetes: KubernetesSettings{Kind: "eks", TargetUtilization: 0.6, Packing: DefaultPacking}}
	switch side := side.(type) {
	case KubernetesSettings:
		s.Kubernetes = side
	case ServerlessSettings:
		s.Serverless = side
	}
	return s
}

func TestLambdaScenarioB(t *testing.T) {
	t.Parallel()
	s := ServerlessSettings{ServiceSettings: ServiceSettings{Architecture: "x86", NATGateways: 1, Logs: "cloudwatch"}, FrontDoor: "rest-api"}
	p, err := Build("lambda", embedded(t), settingsWith(s), scenarioB())
	if err != nil {
		t.Fatal(err)
	}
	b := p.Bill(50e6)
	// 50M × 0.5 s × 1 GiB = 25M GB-s × 0.0000166667 = 416.6675
	wantUSD(t, "compute", lineOf(t, b, "compute").USD, 416.6675)
	wantUSD(t, "requests", lineOf(t, b, "requests").USD, 10)             // 50 × $0.20
	wantUSD(t, "gateway", lineOf(t, b, "gateway").USD, 175)              // 50 × $3.50
	wantUSD(t, "logs", lineOf(t, b, "logs").USD, 25)                     // 50 GB × $0.50
	wantUSD(t, "nat", lineOf(t, b, "nat").USD, 32.85)                    // 730 h × $0.045
	wantUSD(t, "egress", lineOf(t, b, "egress").USD, 50e6*4/1048576*.09) // 190.7 GB × $0.09
	wantUSD(t, "total", b.USD, 416.6675+10+175+25+32.85+17.1661)
	want := "50,000,000 req × 0.5 s × 1 GiB = 25,000,000 GB-s × $0.0000166667"
	if got := lineOf(t, b, "compute").Formula; got != want {
		t.Errorf("formula\n got %s\nwant %s", got, want)
	}
	if got, want := lineOf(t, b, "requests").Formula, "50,000,000 req × $0.0000002"; got != want {
		t.Errorf("formula\n got %s\nwant %s", got, want)
	}
}

func TestLambdaRoundsUpAndFloors(t *testing.T) {
	t.Parallel()
	w := scenarioB()
	c := &w.Components[0]
	c.Duration, c.CPUTime, c.Memory, c.FunctionMemory = 0.0101, 0, 64, 128
	p, err := Build("lambda", embedded(t), settingsWith(ServerlessSettings{ServiceSettings: ServiceSettings{Architecture: "arm64", Logs: "none"}, FrontDoor: "none"}), w)
	if err != nil {
		t.Fatal(err)
	}
	// 10.1 ms is billed as 11 ms, 64 MiB as Lambda's least of 128 MiB.
	wantUSD(t, "compute", lineOf(t, p.Bill(50e6), "compute").USD, 50e6*0.011*0.125*0.0000133334)
}

func TestLambdaFreeTier(t *testing.T) {
	t.Parallel()
	// AWS's own example: 3M requests of 120 ms with 1,536 MB cost $2.33 of
	// compute and $0.40 of requests (https://aws.amazon.com/lambda/pricing/).
	w := Workload{Components: []Component{{Name: "f", Requests: 3e6, Duration: 0.12, Memory: 1536, FunctionMemory: 1536, Shape: flatShape()}}}
	p, err := Build("lambda", embedded(t), settingsWith(ServerlessSettings{ServiceSettings: ServiceSettings{Architecture: "x86", FreeTier: true, Logs: "none"}, FrontDoor: "none"}), w)
	if err != nil {
		t.Fatal(err)
	}
	b := p.Bill(3e6)
	wantUSD(t, "compute", lineOf(t, b, "compute").USD, 2.33)
	wantUSD(t, "requests", lineOf(t, b, "requests").USD, 0.40)
	wantUSD(t, "total", b.USD, 2.73)
}

func eksB(node string, sizing Sizing, nodes float64) KubernetesSettings {
	return KubernetesSettings{
		Kind: "eks", Node: node, Sizing: sizing, Nodes: nodes, MinNodes: 2, TargetUtilization: 0.6, Packing: DefaultPacking,
		LoadBalancer: "flat", Logs: "none",
	}
}

// clusterB is the cluster of the same.
func clusterB(t *testing.T, node string, sizing Sizing) Cluster {
	t.Helper()
	i, err := embedded(t).Instance(node, "us-east-1")
	if err != nil {
		t.Fatal(err)
	}
	return Cluster{Node: i, Sizing: sizing, MinNodes: 2, TargetUtilization: 0.6, Packing: DefaultPacking}
}

func TestEKSScenarioB(t *testing.T) {
	t.Parallel()
	w := scenarioB()
	w.Components[0].Response = 0
	p, err := Build("eks", embedded(t), settingsWith(eksB("c5.xlarge", SizeFixed, 3)), w)
	if err != nil {
		t.Fatal(err)
	}
	b := p.Bill(50e6)
	wantUSD(t, "nodes", lineOf(t, b, "nodes").USD, 3*0.17*730)
	wantUSD(t, "control plane", lineOf(t, b, "control-plane").USD, 73)
	wantUSD(t, "load balancer", lineOf(t, b, "alb").USD, 16.425)
	wantUSD(t, "total", b.USD, 372.30+73+16.425)
}

func TestFleetByHand(t *testing.T) {
	t.Parallel()
	// 50M a month are 50e6/2,628,000 = 19.026 requests a second; of 150 ms of
	// CPU at 60 % they need 4.756 vCPU, so 5 pods of 1 vCPU. A c5.xlarge
	// leaves (3.92 − 0.2) × 0.9 = 3.348 vCPU: 5 / 3.348 = 1.49, 2 nodes.
	f := fleetOf(clusterB(t, "c5.xlarge", SizeMean), scenarioB())
	if need := f.PeakNeed(50e6); need.Pods != 5 || need.Nodes != 2 || need.Binding != "minimum" {
		t.Errorf("at 50M: %+v", need)
	}
	// At 500M: 47.565 → 48 pods of 1 vCPU, 48 / 3.348 = 14.3, 15 nodes.
	if need := f.PeakNeed(500e6); need.Pods != 48 || need.Nodes != 15 || need.Binding != "cpu" {
		t.Errorf("at 500M: %+v", need)
	}
}

func TestFixedFleetSaturates(t *testing.T) {
	t.Parallel()
	p, err := Build("eks", embedded(t), settingsWith(eksB("c5.xlarge", SizeFixed, 3)), scenarioB())
	if err != nil {
		t.Fatal(err)
	}
	// Three nodes have 3 × 3.348 = 10.044 vCPU, of which the pods of the system take
	// 0.42: 9 pods of 1 vCPU, which carry 9 × 0.6 / 0.15 = 36 requests a second,
	// 36 × 2,628,000 = 94,608,000.
	if got := p.MaxVolume(); got != 94_608_000 {
		t.Errorf("saturates at %v, want 94,608,000", got)
	}
	if !math.IsInf(p.Cost(94_608_001), 1) || math.IsInf(p.Cost(94_608_000), 1) {
		t.Error("the cost does not end where the fleet saturates")
	}
}

// TestAHostedRuntimeLeavesTheSystemItsRoom: the cluster that a Wasm runtime runs in
// has the pods of its system as any other. Where a Wasm pod takes the room of a
// container the fleet of TestFixedFleetSaturates carries what it does there; with
// all 10.044 vCPU for pods it would be 10 of them, 105,120,000.
func TestAHostedRuntimeLeavesTheSystemItsRoom(t *testing.T) {
	t.Parallel()
	settings := settingsWith(eksB("c5.xlarge", SizeFixed, 3))
	settings.Wasm.Density = 1
	p, err := Build("spinkube", embedded(t), settings, scenarioB())
	if err != nil {
		t.Fatal(err)
	}
	if got := p.MaxVolume(); got != 94_608_000 {
		t.Errorf("saturates at %v, want 94,608,000", got)
	}
}

func TestWorkersPublishedExamples(t *testing.T) {
	t.Parallel()
	// https://developers.cloudflare.com/workers/platform/pricing/, 2026.
	for _, e := range []struct{ requests, cpu, usd float64 }{
		{15e6, 0.007, 8.00}, {720, 180, 6.99}, {100e6, 0.007, 45.40},
	} {
		w := Workload{Components: []Component{{Name: "w", Requests: e.requests, Duration: e.cpu, CPUTime: e.cpu, Memory: 64, Shape: flatShape()}}}
		p, err := Build("cloudflare-workers", embedded(t), settingsWith(nil), w)
		if err != nil {
			t.Fatal(err)
		}
		wantUSD(t, "workers", p.Bill(e.requests).USD, e.usd)
	}
}

func TestLimitsRefuse(t *testing.T) {
	t.Parallel()
	lambda := ServerlessSettings{ServiceSettings: ServiceSettings{Architecture: "x86", Logs: "none"}, FrontDoor: "none"}
	for name, change := range map[string]func(*Component){
		"20 minutes":  func(c *Component) { c.Duration = 1200 },
		"gpu":         func(c *Component) { c.Traits.GPU = true },
		"connections": func(c *Component) { c.Traits.PersistentConnections = true },
		"memory":      func(c *Component) { c.Memory = 10241 },
	} {
		w := scenarioB()
		change(&w.Components[0])
		p, err := Build("lambda", embedded(t), settingsWith(lambda), w)
		if err != nil {
			t.Fatal(err)
		}
		if p.Feasible() || !math.IsInf(p.Cost(1e6), 1) || len(p.Bill(1e6).Lines) != 0 {
			t.Errorf("%s: Lambda takes it", name)
		}
		for _, r := range p.Refusals {
			if r.Workaround == "" || r.Source == "" || r.AsOf == "" {
				t.Errorf("%s: refusal without way round, source or date: %+v", name, r)
			}
		}
	}
	w := scenarioB()
	w.Components[0].IsolateMemory = 512
	p, _ := Build("cloudflare-workers", embedded(t), settingsWith(nil), w)
	if p.Feasible() {
		t.Error("a component of 512 MiB is placed on Workers")
	}
	w.Components[0].IsolateMemory = 0
	p, _ = Build("cloudflare-workers", embedded(t), settingsWith(nil), w)
	if !p.Feasible() || len(p.Caveats) != 1 {
		t.Error("an assumed figure refuses instead of warning")
	}
}
