package costs

import (
	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

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
			Request:  rapid.SampledFrom([]float64{1, 9000}).Draw(t, "request"),
			Response: rapid.Float64Range(0, 900).Draw(t, "response"),
			Outbound: rapid.Float64Range(0, 9).Draw(t, "outbound"),
			Logs:     rapid.Float64Range(0, 9).Draw(t, "logs"),
			HTTP:     rapid.Bool().Draw(t, "http"), Internal: rapid.Bool().Draw(t, "internal"), Job: rapid.IntRange(0, 3).Draw(t, "job") == 0, CallsStore: rapid.Bool().Draw(t, "calls a store"),
			Shape: pattern,

			Ephemeral: rapid.SampledFrom([]float64{512, 2048}).Draw(t, "disk"), Init: rapid.Float64Range(0, 2).Draw(t, "init"),
			Connections: float64(rapid.IntRange(0, 50_000).Draw(t, "connections")), PerInstance: rapid.SampledFrom([]float64{0, 40, 2000}).Draw(t, "an instance"),
			MemoryPerRun: rapid.SampledFrom([]float64{0, 0.5, 20}).Draw(t, "memory a run"), IsolateMemory: rapid.SampledFrom([]float64{0, 60, 200}).Draw(t, "in an isolate"),
			FunctionMemory: rapid.SampledFrom([]float64{0, 0, 128, 1000, 3008}).Draw(t, "function memory"), LatencyGoal: rapid.SampledFrom([]float64{0, 0, 0.5, 30}).Draw(t, "goal"),
			Batch:         float64(rapid.IntRange(0, 120).Draw(t, "batch")),
			Source:        rapid.SampledFrom(append([]string{""}, Sources...)).Draw(t, "source"),
			OutboundCloud: rapid.Float64Range(0, 9).Draw(t, "to the cloud"), OutboundZones: rapid.Float64Range(0, 9).Draw(t, "to zones"),
			Runtime: rapid.SampledFrom([]string{"", "python", "java", "go"}).Draw(t, "runtime"),
			Pod: Pod{
				CPU: rapid.Float64Range(0.1, 2).Draw(t, "pod cpu"), Memory: rapid.Float64Range(64, 4000).Draw(t, "pod memory"),
				Concurrency: 40, MinReplicas: float64(rapid.IntRange(0, 3).Draw(t, "replicas")),
			},
			Pool: rapid.SampledFrom([]string{"", "", "batch", "elsewhere"}).Draw(t, "pool"), Traits: Traits{GPU: rapid.IntRange(0, 4).Draw(t, "needs a GPU") == 4},
			Assumed: Assumed{Memory: true, CPUTime: true, Duration: true},
		})
	}
	for i := range w.Components {
		if rapid.IntRange(0, 3).Draw(t, "settings of its own") == 0 {
			w.Components[i].Places = drawOwn(t)
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "calls") {
		call := Call{Via: rapid.SampledFrom(Vias).Draw(t, "via"), PerRequest: rapid.Float64Range(0, 4).Draw(t, "calls a request"), Payload: rapid.Float64Range(0, 90).Draw(t, "payload")}
		call.From, call.To = rapid.IntRange(0, len(w.Components)-1).Draw(t, "caller"), rapid.IntRange(0, len(w.Components)-1).Draw(t, "called")
		if call.From != call.To {
			w.Calls = append(w.Calls, call)
		}
	}
	return w
}

// drawSettings draws the choices of every side.
func drawSettings(t *rapid.T) *Settings {
	word := func(name string, words ...string) string { return rapid.SampledFrom(words).Draw(t, name) }
	few := func(name string, most int) float64 { return float64(rapid.IntRange(0, most).Draw(t, name)) }
	flag := func(name string) bool { return rapid.Bool().Draw(t, name) }
	s := &Settings{Cloud: pricebook.AWS, Region: "us-east-1", Network: word("network", Networks...), Endpoints: word("endpoints", Endpoints...), Zones: few("zones", 3)}
	s.Kubernetes = KubernetesSettings{
		Kind: word("host", "eks", "gke", "aks"), Node: word("node", pricebook.AutoNode, "", "c5.xlarge", "m5.large", "m7g.large", "n2-standard-4"),
		Sizing: Sizing(rapid.IntRange(0, 1).Draw(t, "sizing")), MinNodes: few("min", 3), TargetUtilization: rapid.Float64Range(0.2, 1).Draw(t, "target"),
		Packing: DefaultPacking, Autoscale: Autoscale(rapid.IntRange(0, 2).Draw(t, "autoscale")), Purchase: word("purchase", Purchases...),
		SpotShare: rapid.SampledFrom([]float64{0, 0.3, 1}).Draw(t, "spot"), Discount: rapid.SampledFrom([]float64{0.2, 0.45}).Draw(t, "discount"), SpotDiscount: 0.6,
		Clusters: few("clusters", 3), AgentFee: rapid.SampledFrom([]float64{0, 0.02}).Draw(t, "agents"),
		LoadBalancer: word("lb", "flat", "alb", "none"), NATGateways: few("nat", 3), NATByNetwork: flag("nat by network"), PublicIPv4: flag("ipv4"), NodeVolume: 20,
		Logs: word("logs", "cloudwatch", "none"), FreeTier: flag("free"), Tier: word("tier", "free", "standard", "premium"), ExtendedSupport: false,
	}
	if flag("a pool of its own") {
		s.Kubernetes.Pools[rapid.IntRange(0, 1).Draw(t, "which")] = NamedPool{
			Name: "batch", Node: word("its node", pricebook.AutoNode, "m5.large", "g4dn.xlarge"), MinNodes: few("its least", 2), OwnSpot: flag("its own spot"), Spot: 0.4,
		}
	}
	service := func(of string) ServiceSettings {
		return ServiceSettings{
			Purchase: word("purchase of "+of, OnDemand, Savings1y, Savings3y), Discount: rapid.SampledFrom([]float64{0, 0.2}).Draw(t, "discount of "+of),
			Architecture: word("arch of "+of, "x86", "arm64"), FreeTier: flag("free " + of), NATGateways: few("nat of "+of, 3), NATByNetwork: flag(of + "' nat by network"),
			PublicIPv4: flag("ipv4 of " + of), Logs: word("logs of "+of, "cloudwatch", "cloudwatch-ia", "none"), ColdStartRate: rapid.SampledFrom([]float64{0, 0.01}).Draw(t, "cold "+of),
			Concurrency: few("concurrency of "+of, 80), VCPU: rapid.SampledFrom([]float64{0, 0.5, 2}).Draw(t, "vcpu of "+of), MinInstances: few("kept "+of, 2),
			Billing: word("billing of "+of, "request", "instance"),
		}
	}
	s.Containers = ContainersSettings{
		ServiceSettings: service("containers"), TargetUtilization: rapid.Float64Range(0.2, 1).Draw(t, "target of tasks"),
		SpotShare: rapid.SampledFrom([]float64{0, 0.3, 1}).Draw(t, "spot tasks"), SpotDiscount: rapid.SampledFrom([]float64{0, 0.5}).Draw(t, "spot off tasks"),
		LoadBalancer: word("lb of tasks", "flat", "alb", "none"), RunningHours: rapid.SampledFrom([]float64{0, 50}).Draw(t, "running"),
	}
	s.Serverless = ServerlessSettings{
		ServiceSettings: service("functions"), FrontDoor: word("front door", "none", "function-url", "http-api", "rest-api", "websocket", "alb"),
		ProvisionedConcurrency: few("provisioned", 3), SnapStart: flag("snapstart"), SnapVersions: 1, Streaming: flag("streaming"),
		Workflow: word("workflow", "none", "step-functions"), InstanceMemory: rapid.SampledFrom([]float64{0, 512, 4096}).Draw(t, "instance memory"),
	}
	s.Wasm = WasmSettings{Density: rapid.Float64Range(1, 8).Draw(t, "density"), Logs: flag("wasm logs"), Hibernation: flag("hibernation"), State: word("state", States...)}
	return s
}

// drawBuilders draws settings and returns what bills a workload with them on
// every kind of platform.
func drawBuilders(t *rapid.T, b *pricebook.Book) []func(Workload) *Platform {
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

// drawOwn draws what is set for a component on each option.
func drawOwn(t *rapid.T) (places [checklist.PlaceableCount]Own) {
	for i, o := range checklist.Placeable {
		places[i] = Own{
			Option: o, Keeps: rapid.Bool().Draw(t, "keeps"), MinInstances: float64(rapid.IntRange(0, 3).Draw(t, "own minimum")),
			VCPU: rapid.SampledFrom([]float64{0, 0.5, 4}).Draw(t, "own vcpu"), Concurrency: rapid.SampledFrom([]float64{0, 1, 60}).Draw(t, "own concurrency"),
			Billing: rapid.SampledFrom([]string{"", "request", "instance"}).Draw(t, "own billing"), FunctionMemory: rapid.SampledFrom([]float64{0, 512, 1769}).Draw(t, "own memory"),
			Pod: Pod{CPU: rapid.SampledFrom([]float64{0, 0.25, 2}).Draw(t, "own pod"), MinReplicas: float64(rapid.IntRange(0, 2).Draw(t, "own replicas"))}, Replicas: rapid.Bool().Draw(t, "has own replicas"),
		}
	}
	return places
}
