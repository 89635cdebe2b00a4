package costs

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func embedded(t testing.TB) *Book {
	t.Helper()
	b, err := Embedded()
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
func scenarioB() Workload {
	steady := flatShape()
	return Workload{Components: []Component{{
		Name: "api", Requests: 50e6, Duration: 0.5, CPUTime: 0.15, Memory: 1024, HTTP: true,
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
	s := &Settings{Cloud: AWS, Region: "us-east-1", Kubernetes: KubernetesSettings{Kind: "eks", TargetUtilization: 0.6, Packing: DefaultPacking}}
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
	s := ServerlessSettings{Architecture: "x86", FrontDoor: "rest-api", NATGateways: 1, Logs: "cloudwatch"}
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
	w.Components[0].Duration, w.Components[0].Memory = 0.0101, 64
	p, err := Build("lambda", embedded(t), settingsWith(ServerlessSettings{Architecture: "arm64", FrontDoor: "none", Logs: "none"}), w)
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
	w := Workload{Components: []Component{{Name: "f", Requests: 3e6, Duration: 0.12, Memory: 1536, Shape: flatShape()}}}
	p, err := Build("lambda", embedded(t), settingsWith(ServerlessSettings{Architecture: "x86", FrontDoor: "none", FreeTier: true, Logs: "none"}), w)
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
	f := NewFleet(clusterB(t, "c5.xlarge", SizeMean), scenarioB())
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
	// Three nodes hold ⌊3 × 3.348⌋ = 10 pods of 1 vCPU; ten pods carry
	// 10 × 0.6 / 0.15 = 40 requests a second, 40 × 2,628,000 = 105,120,000.
	if got := p.MaxVolume(); got != 105_120_000 {
		t.Errorf("saturates at %v, want 105,120,000", got)
	}
	if !math.IsInf(p.Cost(105_120_001), 1) || math.IsInf(p.Cost(105_120_000), 1) {
		t.Error("the cost does not end where the fleet saturates")
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
	lambda := ServerlessSettings{Architecture: "x86", FrontDoor: "none", Logs: "none"}
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
	w.Components[0].Memory = 512
	p, _ := Build("cloudflare-workers", embedded(t), settingsWith(nil), w)
	if p.Feasible() {
		t.Error("a component of 512 MiB is placed on Workers")
	}
	w.Components[0].Assumed.Memory = true
	p, _ = Build("cloudflare-workers", embedded(t), settingsWith(nil), w)
	if !p.Feasible() || len(p.Caveats) != 1 {
		t.Error("an assumed figure refuses instead of warning")
	}
}

// drawWorkload draws up to five components.
func drawWorkload(t *rapid.T) Workload {
	var w Workload
	for i := range rapid.IntRange(1, 5).Draw(t, "components") {
		pattern, err := Pattern(rapid.SampledFrom(Patterns).Draw(t, "pattern"))
		if err != nil {
			t.Fatal(err)
		}
		w.Components = append(w.Components, Component{
			Name:     "c" + string(rune('a'+i)),
			Requests: float64(rapid.IntRange(0, 1e8).Draw(t, "requests")),
			Duration: rapid.Float64Range(0.001, 20).Draw(t, "duration"),
			CPUTime:  rapid.Float64Range(0.001, 5).Draw(t, "cpu"),
			Memory:   rapid.Float64Range(16, 4000).Draw(t, "memory"),
			Response: rapid.Float64Range(0, 900).Draw(t, "response"),
			Outbound: rapid.Float64Range(0, 9).Draw(t, "outbound"),
			Logs:     rapid.Float64Range(0, 9).Draw(t, "logs"),
			HTTP:     rapid.Bool().Draw(t, "http"),
			Shape:    pattern,

			Ephemeral: rapid.SampledFrom([]float64{512, 2048}).Draw(t, "disk"), Init: rapid.Float64Range(0, 2).Draw(t, "init"),
			Connections: float64(rapid.IntRange(0, 500).Draw(t, "connections")), Runtime: rapid.SampledFrom([]string{"", "python", "java", "go"}).Draw(t, "runtime"),
			Pod: Pod{
				CPU: rapid.Float64Range(0.1, 2).Draw(t, "pod cpu"), Memory: rapid.Float64Range(64, 4000).Draw(t, "pod memory"),
				Concurrency: 40, MinReplicas: float64(rapid.IntRange(0, 3).Draw(t, "replicas")),
			},
			Assumed: Assumed{Memory: true, CPUTime: true, Duration: true},
		})
	}
	return w
}

// drawSettings draws the choices of every side.
func drawSettings(t *rapid.T) *Settings {
	word := func(name string, words ...string) string { return rapid.SampledFrom(words).Draw(t, name) }
	few := func(name string, most int) float64 { return float64(rapid.IntRange(0, most).Draw(t, name)) }
	flag := func(name string) bool { return rapid.Bool().Draw(t, name) }
	s := &Settings{Cloud: AWS, Region: "us-east-1"}
	s.Kubernetes = KubernetesSettings{
		Kind: word("host", "eks", "gke", "aks"), Node: word("node", "c5.xlarge", "m5.large", "m7g.large"),
		Sizing: Sizing(rapid.IntRange(0, 1).Draw(t, "sizing")), MinNodes: few("min", 3), TargetUtilization: rapid.Float64Range(0.2, 1).Draw(t, "target"),
		Packing: DefaultPacking, Autoscale: Autoscale(rapid.IntRange(0, 2).Draw(t, "autoscale")), Purchase: word("purchase", Purchases...),
		SpotShare: rapid.SampledFrom([]float64{0, 0.3, 1}).Draw(t, "spot"), Discount: rapid.SampledFrom([]float64{0.2, 0.45}).Draw(t, "discount"), SpotDiscount: 0.6,
		LoadBalancer: word("lb", "flat", "alb", "none"), NATGateways: few("nat", 3), PublicIPv4: flag("ipv4"), NodeVolume: 20,
		Logs: word("logs", "cloudwatch", "none"), FreeTier: flag("free"), Tier: word("tier", "free", "standard", "premium"), ExtendedSupport: false,
	}
	s.Serverless = ServerlessSettings{
		Architecture: word("arch", "x86", "arm64"), FrontDoor: word("front door", "none", "function-url", "http-api", "rest-api", "websocket", "alb"),
		FreeTier: flag("free side"), NATGateways: few("nat side", 3), PublicIPv4: flag("ipv4 side"), Logs: word("logs side", "cloudwatch", "cloudwatch-ia", "none"),
		ProvisionedConcurrency: few("provisioned", 3), ColdStartRate: rapid.SampledFrom([]float64{0, 0.01}).Draw(t, "cold"),
		SnapStart: flag("snapstart"), SnapVersions: 1, Streaming: flag("streaming"), Workflow: word("workflow", "none", "step-functions"),
		Concurrency: few("concurrency", 80), VCPU: rapid.SampledFrom([]float64{0, 0.5, 2}).Draw(t, "vcpu"),
		InstanceMemory: rapid.SampledFrom([]float64{0, 512, 4096}).Draw(t, "instance memory"), MinInstances: few("kept", 2), Billing: word("billing", "request", "instance"),
	}
	s.Wasm = WasmSettings{Density: rapid.Float64Range(1, 8).Draw(t, "density"), Logs: flag("wasm logs")}
	return s
}

// drawBuilders draws settings and returns what prices a workload with them on
// every kind of platform.
func drawBuilders(t *rapid.T, b *Book) []func(Workload) *Platform {
	s := drawSettings(t)
	var builders []func(Workload) *Platform
	for _, k := range Kinds() {
		builders = append(builders, func(w Workload) *Platform {
			p, err := Build(k.ID, b, s, w)
			if err != nil {
				t.Fatalf("%s: %v", k.ID, err)
			}
			p.Refusals = nil // the arithmetic is on trial here, not the limits
			return p
		})
	}
	return builders
}

func TestPlatformProperties(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		for _, build := range drawBuilders(t, b) {
			p, last := build(w), -1.0
			if !p.Billed() {
				continue
			}
			for _, q := range []float64{0, 1, 1e3, 12345, 1e6, 1e8, 3e9, 1e10} {
				usd, bill := p.Cost(q), p.Bill(q)
				sum := 0.0
				for _, l := range bill.Lines {
					sum += l.USD
					if l.Formula == "" || l.Source == "" || l.AsOf == "" || strings.Contains(l.Formula, "NaN") {
						t.Fatalf("%s: line without explanation: %+v", p.ID, l)
					}
				}
				if math.IsNaN(usd) || usd < 0 || usd < last-1e-9*math.Max(1, last) {
					t.Fatalf("%s at %v: %v after %v", p.ID, q, usd, last)
				}
				if math.Abs(sum-usd) > 1e-9*math.Max(1, usd) || math.Abs(bill.USD-usd) > 1e-9*math.Max(1, usd) {
					t.Fatalf("%s at %v: lines %v, bill %v, curve %v", p.ID, q, sum, bill.USD, usd)
				}
				last = usd
			}
		}
	})
}

// stairs is the least that the nodes of the members cost by a staircase.
func stairs(s *Staircase, members []int) float64 {
	if s == nil {
		return 0
	}
	most := 0.0
	for _, needs := range s.Needs {
		usd := 0.0
		for h, weight := range s.Weights {
			nodes := 0.0
			for _, i := range members {
				nodes += needs[i][h]
			}
			usd += s.NodeUSD * weight * math.Max(s.Min, math.Ceil(nodes-1e-7))
		}
		most = math.Max(most, usd)
	}
	return most
}

// TestPoolIsThePlatformOfItsPart rebuilds the platform for a part of the
// workload and compares; and holds every lower bound against that cost.
func TestPoolIsThePlatformOfItsPart(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		for _, build := range drawBuilders(t, b) {
			platform := build(w)
			if !platform.Billed() {
				continue
			}
			pool := platform.Pool(w, 7)
			sum, part := pool.Empty(), Workload{}
			var members []int
			for i := range w.Components {
				if rapid.Bool().Draw(t, "placed") {
					pool.Add(sum, sum, i)
					part.Components = append(part.Components, w.Components[i])
					members = append(members, i)
				}
			}
			if len(members) == 0 {
				if got := pool.Cost(sum); got != 0 {
					t.Fatalf("nothing costs %v", got)
				}
				continue
			}
			p := build(part)
			want, got := p.Cost(part.Requests())+7, pool.Cost(sum)
			if math.Abs(got-want) > 1e-9*math.Max(1, want) {
				t.Fatalf("%s: the pool says %v, the platform %v", p.ID, got, want)
			}
			for _, m := range pool.Minorants() {
				bound := m.Base + stairs(pool.Staircase(), members)
				for _, i := range members {
					bound += m.Slopes[i]
				}
				if bound > want*(1+1e-9) {
					t.Fatalf("%s: a lower bound of %v for a cost of %v", p.ID, bound, want)
				}
			}
		}
	})
}
