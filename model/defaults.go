package model

import (
	"runwhere/costs"
	"runwhere/costs/pricebook"
)

// Defaults returns the value that stands in for everything a scenario may
// leave out: the one place where a default is written down. The field table
// prints its default texts from here and Resolve fills in from here. Its first
// component holds the defaults of every component; the CPU time and the pod's
// memory follow from other values (CPUShare, and the component's own memory),
// so they are left out here too.
func Defaults() Scenario {
	return Scenario{
		Name:   Some("Untitled"),
		Cloud:  Some("aws"),
		Region: Some("us-east-1"),
		Components: []Component{{
			Name:     "app",
			Requests: Some(Exactly(1e6)),
			Duration: Some(Exactly(0.2)),
			Memory:   Some(Exactly(256)),
			Response: Some(Exactly(4)),
			Outbound: Some(Exactly(0)), OutboundCloud: Some(Exactly(0)),
			Logs: Some(Exactly(1)),

			Ephemeral: Some(Exactly(512)), Connections: Some(Exactly(0)), PerInstance: Some(Exactly(costs.ConnectionsPerInstance)),

			Traffic: Some("steady"),
			Trigger: Some("http"),
			Pod:     Pod{CPU: Some(Exactly(0.5)), Concurrency: Some(Exactly(40)), MinReplicas: Some(Exactly(2))},
		}},
		Kubernetes: Kubernetes{
			Kind: Some("eks"), Node: Some(pricebook.AutoNode), Nodes: Some("auto"), MinNodes: Some(Exactly(2)),
			TargetUtilization: Some(Exactly(0.6)), LoadBalancer: Some("flat"), Autoscale: Some("hpa"),
			Purchase: Some("on-demand"), NATGateways: Some(Exactly(1)), PublicIPv4: Some(true),
			NodeVolume: Some(Exactly(20)), Logs: Some("cloudwatch"), FreeTier: Some(false),
			SpotShare: Some(Exactly(0)), ExtendedSupport: Some(false), Tier: Some("standard"),
		},
		Serverless: Serverless{
			Kind: Some("lambda"), Architecture: Some("x86"), FrontDoor: Some("rest-api"), FreeTier: Some(false),
			NATGateways: Some(Exactly(1)), PublicIPv4: Some(true), ProvisionedConcurrency: Some(Exactly(0)),
			Logs: Some("cloudwatch"), ColdStartRate: Some(Exactly(0)), SnapStart: Some(false), SnapVersions: Some(Exactly(1)),
			Streaming: Some(false), Workflow: Some("none"), MinInstances: Some(Exactly(0)), Billing: Some("request"),
		},
		Wasm:   Wasm{Kind: Some("cloudflare-workers"), Density: Some(Exactly(costs.DefaultDensity)), Logs: Some("none")},
		People: People{Include: Some(false), Toolchain: Some(Exactly(secondToolchain()))},
		Growth: Growth{Monthly: Some(Exactly(0)), HorizonMonths: Some(Exactly(24)), MigrationCost: Some(Exactly(0))},
	}
}

// CPUShare is the part of a request's wall time that is CPU where the CPU time
// was left out. The rest is waiting for other services; an assumption, and the
// biggest hidden lever between platforms that bill the wall and those that
// bill or are sized by CPU.
const CPUShare = 0.3

// MinPodMemory is the memory of a pod in MiB where it was left out, unless the
// component itself needs more: a pod must hold at least one request.
const MinPodMemory = 512

// defaultKinds are the platforms that stand for Kubernetes and serverless
// where a scenario names only its cloud.
var defaultKinds = map[string][2]string{
	pricebook.AWS:   {"eks", "lambda"},
	pricebook.GCP:   {"gke", "cloud-run"},
	pricebook.Azure: {"aks", "azure-flex"},
}
