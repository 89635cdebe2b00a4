package costs

import (
	"slices"
	"strings"

	"runwhere/costs/pricebook"
)

// unpublished are the beginnings of prices that a platform would charge and that no source was
// found for: asking for them says that they are unknown.
var unpublished = []string{
	"vm.savings-", // Azure savings plans by family
	"ec2.savings-1y.g4dn", "ec2.savings-3y.g4dn",
	"vm.spot.",                                                               // Azure spot machines
	"cloudrun.savings-", "cloudfunctions.savings-", "containerapps.savings-", // the kinds' usual discounts stand in
	"azure.disk.p40.month", // and larger disks; no node boots from one
	"cloudscheduler.job",   // by the job; no source of the price was found (2026-11-28)
}

// UsedPrices returns the ids of the prices that platforms charge, in
// alphabetical order: whatever any kind looks up under any of the settings
// that choose between prices, and what calls between platforms cost. Machines
// are not in it, nor is anything that is only spelt with a machine's name.
func UsedPrices() []string {
	book, err := pricebook.Embedded()
	if err != nil {
		return nil
	}
	var ids []string
	for _, s := range settingsProbes() {
		for _, k := range kinds() {
			region, _ := s.RegionOf(k.host(s).Provider)
			m := k.metering(region, book, s, probeWorkload())
			_, _ = k.build(m) // What it asked for counts, not whether all of it is known here.
			m.eventSources()
			ids = append(ids, m.asked...)
		}
	}
	ids = append(ids, gluePrices()...)
	for _, disk := range azureSizes {
		ids = append(ids, disk.price)
	}
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(id string) bool {
		return slices.ContainsFunc(unpublished, func(prefix string) bool { return strings.HasPrefix(id, prefix) })
	})
}

// settingsProbes are settings that between them take every branch that chooses a price.
func settingsProbes() []*Settings {
	var all []*Settings
	for i, door := range []string{"rest-api", "http-api", "websocket", "alb"} {
		s := &Settings{Cloud: pricebook.AWS, Region: DefaultRegion(pricebook.AWS), Network: []string{NetworkMixed, NetworkPrivate}[i%2], Endpoints: EndpointsInterface}
		s.Kubernetes = KubernetesSettings{
			Kind: eksKind().ID, Node: []string{"t4g.medium", "m7g.large", "m7g.large", "t3.medium"}[i], TargetUtilization: 0.6, Packing: DefaultPacking, LoadBalancer: "alb", NATGateways: 1, PublicIPv4: true,
			NodeVolume: []float64{20, 50, 100, 20}[i], Logs: "cloudwatch", Purchase: []string{OnDemand, Savings1y, Savings3y, OnDemand}[i], Tier: []string{"standard", "premium", "standard", "premium"}[i],
			SpotShare: 0.5, ExtendedSupport: i == 3,
		}
		service := ServiceSettings{
			Architecture: []string{"x86", "arm64"}[i%2], Purchase: []string{Savings1y, Savings3y, OnDemand, OnDemand}[i], NATGateways: 1, PublicIPv4: true, Logs: []string{"cloudwatch", "cloudwatch-ia"}[i%2],
			ColdStartRate: 0.01, MinInstances: float64(i % 2), Billing: []string{"request", "instance"}[i/2],
		}
		s.Containers = ContainersSettings{ServiceSettings: service, TargetUtilization: 0.6, SpotShare: 0.5, LoadBalancer: "alb"}
		s.Serverless = ServerlessSettings{
			ServiceSettings: service, FrontDoor: door, ProvisionedConcurrency: float64(i / 2), SnapStart: true, SnapVersions: 1, Streaming: true, Workflow: "step-functions",
		}
		s.Wasm = WasmSettings{Density: 1, Logs: true, State: States[i]}
		all = append(all, s)
	}
	return all
}

// probeWorkload has a component for every meter that only some components have.
func probeWorkload() Workload {
	shape, _ := Pattern("steady")
	base := Component{
		Name: "probe", Requests: 1e6, Duration: 1, CPUTime: 0.3, Memory: 256, Response: 7168, Outbound: 1, OutboundCloud: 1, Logs: 1, Ephemeral: 512, Init: 0.1, Connections: 1,
		Runtime: "python", HTTP: true, Shape: shape, Pod: Pod{CPU: 0.5, Memory: 512, Concurrency: 40, MinReplicas: 1},
	}
	long, gpu := base, base
	long.Name, long.Traits.LongestTask, long.Ephemeral, long.Traits.CustomNetworking = "long", 1200, 30*1024, true
	gpu.Name, gpu.Traits.GPU = "gpu", true
	w := Workload{Components: []Component{base, long, gpu}}
	state := base
	state.Name, state.Connections, state.Traits.Stateful = "state", 0, true
	w.Components = append(w.Components, state)
	for _, source := range Sources {
		work := base
		work.Name, work.HTTP, work.Source, work.Connections = source, false, source, 0
		w.Components = append(w.Components, work)
	}
	return w
}
