package scenario

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
)

// Defaults returns the value that stands in for everything a scenario may
// leave out: the one place where a default is written down. The field table
// prints its default texts from here and Resolve fills in from here. Its first
// component holds the defaults of every component; the CPU time and the pod's
// memory follow from other values (CPUShare, and the component's own memory),
// so they are left out here too.
func Defaults() Scenario {
	kind := func(o checklist.Option) Maybe[string] { return Some(costs.DefaultKind(o, pricebook.AWS)) }
	service := Service{
		Architecture: Some("x86"), Purchase: Some(costs.OnDemand), ColdStartRate: Some(quantity.Exactly(0)), MinInstances: Some(quantity.Exactly(0)), Billing: Some("request"),
	}
	functions := service
	functions.PublicIPv4, functions.Logs = Some(true), Some("cloudwatch")
	return Scenario{
		Name:   Some("Untitled"),
		Cloud:  Some(pricebook.AWS),
		Region: Some("us-east-1"),

		Network: Some(costs.NetworkMixed), Zones: Some(quantity.Exactly(costs.DefaultZones)), Endpoints: Some(costs.EndpointsGateway), FreeTier: Some(false),

		Components: []Component{{
			Name:     "app",
			Requests: Some(quantity.Exactly(1e6)),
			Duration: Some(quantity.Exactly(0.2)),
			Memory:   Some(quantity.Exactly(128)),
			Request:  Some(quantity.Exactly(1)),
			Response: Some(quantity.Exactly(4)),
			Outbound: Some(quantity.Exactly(0)), OutboundCloud: Some(quantity.Exactly(0)), OutboundZones: Some(quantity.Exactly(0)),
			Logs: Some(quantity.Exactly(1)),

			Ephemeral: Some(quantity.Exactly(512)), Connections: Some(quantity.Exactly(0)),

			Traffic: Some("steady"),
			Trigger: Some("http"), Batch: Some(quantity.Exactly(1)),
			Pod: Pod{CPU: Some(quantity.Exactly(0.5)), Concurrency: Some(quantity.Exactly(40)), MinReplicas: Some(quantity.Exactly(2))},
		}},
		Kubernetes: Kubernetes{
			Kind: kind(checklist.Kubernetes), Node: Some(pricebook.AutoNode), Nodes: Some("auto"), MinNodes: Some(quantity.Exactly(2)),
			TargetUtilization: Some(DefaultUtilization()), LoadBalancer: Some("flat"), Autoscale: Some("hpa"),
			Purchase: Some("on-demand"), PublicIPv4: Some(true),
			NodeVolume: Some(quantity.Exactly(20)), Logs: Some("cloudwatch"),
			SpotShare: Some(quantity.Exactly(0)), ExtendedSupport: Some(false), Tier: Some("standard"),
			Clusters: Some(quantity.Exactly(1)), AgentFee: Some(quantity.Exactly(0)),
		},
		Containers: Containers{
			Kind: kind(checklist.Containers), Service: service, SpotShare: Some(quantity.Exactly(0)), TargetUtilization: Some(DefaultUtilization()),
		},
		Serverless: Serverless{
			Kind: kind(checklist.Serverless), Service: functions, FrontDoor: Some("http-api"), ProvisionedConcurrency: Some(quantity.Exactly(0)),
			SnapStart: Some(false), SnapVersions: Some(quantity.Exactly(1)), Streaming: Some(false), Workflow: Some("none"),
		},
		Wasm:   Wasm{Kind: kind(checklist.Wasm), Density: Some(quantity.Exactly(costs.DefaultDensity)), Logs: Some("none"), Hibernation: Some(false), State: Some(costs.StateNone)},
		People: People{Include: Some(false), Toolchain: Some(quantity.Exactly(secondToolchain()))},
		Growth: Growth{Monthly: Some(quantity.Exactly(0)), HorizonMonths: Some(quantity.Exactly(24)), MigrationCost: Some(quantity.Exactly(0))},
	}
}

// DefaultsOf returns the defaults of a scenario: its word on free amounts stands
// in for a side's own, and there is at least a node in each of its zones.
func DefaultsOf(s *Scenario) Scenario {
	d := Defaults()
	if zones := s.Zones.Or(d.Zones.Value); zones.Low > d.Kubernetes.MinNodes.Value.Low {
		d.Kubernetes.MinNodes = Some(zones)
	}
	free := Some(s.FreeTier.Or(d.FreeTier.Value))
	d.Kubernetes.FreeTier, d.Containers.FreeTier, d.Serverless.FreeTier, d.Wasm.FreeTier = free, free, free, free
	return d
}

// CPUShare is the part of a request's wall time that is CPU where the CPU time
// was left out. The rest is waiting for other services; an assumption, and the
// biggest hidden lever between platforms that bill the wall and those that
// bill or are sized by CPU.
const CPUShare = 0.3

// MemoryShare is the part of a process's memory that each further run at once in
// it takes where that was left out, of work that shares a process: an assumption,
// 0.2 to 50 %.
const MemoryShare = 0.02

// DefaultUtilization is the CPU utilization that a pod autoscaler holds where it
// was left out.
func DefaultUtilization() quantity.Amount { return quantity.Exactly(0.6) }

// MinPodMemory is the memory of a pod in MiB where it was left out, unless the
// component itself needs more: a pod must hold at least one request.
const MinPodMemory = 512

// ToolchainLines are the lines of the guide's table that a second platform
// brings once more: its traps of the hybrid are a second deployment system, a
// second monitoring system and a second mental model to be learnt.
var ToolchainLines = []string{"monitoring", "ci_cd_upkeep", "training"}

// secondToolchain is what every platform beyond the first one costs in USD a
// month where nobody said: the guide gives no figure, so it is the sum of its
// published lines for what is there twice. An assumption.
func secondToolchain() float64 {
	usd := 0.0
	for _, tax := range checklist.HiddenTax {
		if slices.Contains(ToolchainLines, tax.ID) {
			usd += tax.USD
		}
	}
	return usd
}
