package scenario

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
)

// Scenario is a decision as its author wrote it: whatever was left out is
// left out here too, so that a default can always be told from an answer.
// It is a value; Clone makes an independent copy. Resolve fills in defaults.
type Scenario struct {
	Name         Maybe[string]
	Cloud        Maybe[string]          // aws, gcp, azure
	Region       Maybe[string]          // us-east-1
	Regions      Regions                // of the other clouds
	Network      Maybe[string]          // mixed, public, private
	Zones        Maybe[quantity.Amount] // of the region that the system is spread over
	Endpoints    Maybe[string]          // gateway, interface, none
	FreeTier     Maybe[bool]            // of all sides
	Answers      checklist.Answers
	Factors      checklist.Factors
	Components   []Component
	Kubernetes   Kubernetes
	Containers   Containers
	Serverless   Serverless
	Wasm         Wasm
	Compare      []string // kinds of further platforms
	People       People
	Growth       Growth
	Weights      Weights                // of the ledger, where they are not the program's
	Week         []float64              // measured of the whole system, nil for none
	Agreed       []pricebook.Agreed     // percentages off list prices
	Correlate    []Correlation          // figures whose ranges hang together
	RequestTotal Maybe[quantity.Amount] // checklist.requests_per_month as an exact figure or range

	// Ranges given as answers, which hold no more than one figure.
	EngineersRange   Maybe[quantity.Amount]
	LongestTaskRange Maybe[quantity.Amount] // s

	origins *origins // of all but the components
}

// Regions are the regions in which platforms of a cloud are billed that is not
// the scenario's own.
type Regions struct {
	AWS, GCP, Azure Maybe[string]
}

// Component is one component of a scenario as written.
type Component struct {
	Name     string
	Requests Maybe[quantity.Amount] // a month
	Duration Maybe[quantity.Amount] // s
	CPUTime  Maybe[quantity.Amount] // s
	Memory   Maybe[quantity.Amount] // MiB
	Response Maybe[quantity.Amount] // KiB
	Request  Maybe[quantity.Amount] // KiB
	Audience Maybe[string]          // internet, internal
	RunsAs   Maybe[string]          // service, job

	MemoryPerRun   Maybe[quantity.Amount] // MiB of each further run at once in one process
	IsolateMemory  Maybe[quantity.Amount] // MiB in an isolate
	FunctionMemory Maybe[quantity.Amount] // MiB that a function is set to; 0 is auto
	MeasuredAt     Maybe[quantity.Amount] // MiB of the function that the duration was measured on
	LatencyGoal    Maybe[quantity.Amount] // s

	Outbound Maybe[quantity.Amount] // KiB a request to the internet
	Logs     Maybe[quantity.Amount] // KiB a request

	OutboundCloud Maybe[quantity.Amount] // KiB a request to services of the provider
	OutboundZones Maybe[quantity.Amount] // KiB a request to what runs in one zone of the region

	Ephemeral   Maybe[quantity.Amount] // MiB of temporary disk
	Runtime     Maybe[string]          // language
	Init        Maybe[quantity.Amount] // s that a cold start takes to initialise
	Connections Maybe[quantity.Amount] // open at any time
	PerInstance Maybe[quantity.Amount] // connections that a pod or instance holds

	Traffic    Maybe[string]          // a pattern of the framework
	PeakToMean Maybe[quantity.Amount] // overrides the peak of the pattern or the week
	Week       []float64              // measured: 168 figures, nil for none; in place of the pattern
	Burst      Maybe[quantity.Amount] // the busiest minute over the mean of its hour
	Trigger    Maybe[string]          // http, queue, schedule, event, stream
	Source     Maybe[string]          // what brings the work where it is not the trigger's own
	Batch      Maybe[quantity.Amount] // messages a run
	Traits     []string
	Pin        Maybe[string] // an option
	Pool       Maybe[string] // of a cluster's nodes
	Pod        Pod
	Calls      []Call

	Places [checklist.PlaceableCount]Place // what is set for it on one option alone, in the order of checklist.Placeable

	origins *origins // of all but the calls
}

// ImpliedSource is what brings a component its work where nobody says. Events that
// another component sends go over the bus; those of a provider's own services, as
// a file that arrives in a bucket, cost nothing. A component that keeps state is a
// store or a broker itself.
func (s *Scenario) ImpliedSource(c *Component) string {
	source := costs.SourceOf(c.Trigger.Or(""))
	if c.Trigger.Or("") == "event" && s.sendEvents(c.Name) {
		source = costs.SourceBus
	}
	if source == "" || slices.Contains(c.Traits, "stateful") {
		return NoSource
	}
	return source
}

// sendEvents reports whether any component sends events to the one of this name.
func (s *Scenario) sendEvents(name string) bool {
	for i := range s.Components {
		for k := range s.Components[i].Calls {
			if call := &s.Components[i].Calls[k]; call.To == name && s.Components[i].Name != name && call.Via.Or(string(costs.ViaEvent)) == string(costs.ViaEvent) {
				return true
			}
		}
	}
	return false
}

// Pod is how a component runs on Kubernetes.
type Pod struct {
	CPU         Maybe[quantity.Amount] // vCPU
	Memory      Maybe[quantity.Amount] // MiB
	Concurrency Maybe[quantity.Amount] // requests at once
	MinReplicas Maybe[quantity.Amount] // pods
}

// Place is what is set for a component on one option alone, in place of the
// platform's settings and of what the component has everywhere.
type Place struct {
	MinInstances   Maybe[quantity.Amount]
	VCPU           Maybe[quantity.Amount] // of an instance
	Concurrency    Maybe[quantity.Amount] // requests at once an instance
	Billing        Maybe[string]          // request, instance
	FunctionMemory Maybe[quantity.Amount] // MiB
	Pod            Pod
}

// Call is an edge of the system: this component calls another one.
type Call struct {
	To         string
	PerRequest Maybe[quantity.Amount] // calls a request
	Payload    Maybe[quantity.Amount] // KiB, both ways
	Via        Maybe[string]          // event, gateway, private

	origins *origins
}

// Kubernetes holds the settings of the Kubernetes side.
type Kubernetes struct {
	Kind              Maybe[string]
	Node              Maybe[string] // instance type
	Nodes             Maybe[string] // auto, peak or a number
	MinNodes          Maybe[quantity.Amount]
	TargetUtilization Maybe[quantity.Amount] // 0..1
	LoadBalancer      Maybe[string]          // flat, alb, none
	Autoscale         Maybe[string]          // hpa, keda, none
	Purchase          Maybe[string]          // on-demand, savings-1y, savings-3y, spot
	SpotShare         Maybe[quantity.Amount] // 0..1
	Discount          Maybe[quantity.Amount] // of a commitment, 0..1
	SpotDiscount      Maybe[quantity.Amount] // 0..1
	ExtendedSupport   Maybe[bool]
	Tier              Maybe[string] // of AKS: free, standard, premium
	Clusters          Maybe[quantity.Amount]
	AgentFee          Maybe[quantity.Amount] // USD a node and hour
	Pools             []Pool                 // of nodes, by name
	NATGateways       Maybe[quantity.Amount]
	PublicIPv4        Maybe[bool]            // whether public addresses are billed
	NodeVolume        Maybe[quantity.Amount] // GiB of gp3 a node
	Logs              Maybe[string]          // cloudwatch, none
	FreeTier          Maybe[bool]
}

// Service holds what is set of what runs without nodes, instance by instance:
// containers without a cluster, and functions.
type Service struct {
	Architecture  Maybe[string]          // x86, arm64
	Purchase      Maybe[string]          // on-demand, savings-1y, savings-3y; of containers also spot
	Discount      Maybe[quantity.Amount] // of a commitment, 0..1
	FreeTier      Maybe[bool]
	NATGateways   Maybe[quantity.Amount]
	PublicIPv4    Maybe[bool]            // whether public addresses are billed
	Logs          Maybe[string]          // cloudwatch, none; of functions also cloudwatch-ia
	ColdStartRate Maybe[quantity.Amount] // 0..1
	Concurrency   Maybe[quantity.Amount] // requests at once an instance
	VCPU          Maybe[quantity.Amount] // of an instance
	MinInstances  Maybe[quantity.Amount]
	Billing       Maybe[string] // request, instance
}

// Containers holds the settings of the side of containers without a cluster.
type Containers struct {
	Kind Maybe[string]
	Service
	SpotShare         Maybe[quantity.Amount] // of the tasks, 0..1
	SpotDiscount      Maybe[quantity.Amount] // 0..1
	TargetUtilization Maybe[quantity.Amount] // 0..1
	LoadBalancer      Maybe[string]          // flat, alb, none
	RunningHours      Maybe[quantity.Amount] // of a week
}

// Serverless holds the settings of the serverless side.
type Serverless struct {
	Kind Maybe[string]
	Service
	FunctionMemory         Maybe[quantity.Amount] // MiB of every function; 0 is auto
	FrontDoor              Maybe[string]          // none, function-url, http-api, rest-api, websocket, alb
	ProvisionedConcurrency Maybe[quantity.Amount]
	SnapStart              Maybe[bool]
	SnapVersions           Maybe[quantity.Amount]
	Streaming              Maybe[bool]
	Workflow               Maybe[string]          // none, step-functions
	InstanceMemory         Maybe[quantity.Amount] // MiB of an instance
}

// Wasm holds the settings of the Wasm side.
type Wasm struct {
	Kind    Maybe[string]
	Density Maybe[quantity.Amount] // Wasm pods in the room of one container
	Logs    Maybe[string]          // cloudflare, none

	FreeTier Maybe[bool]

	Hibernation Maybe[bool]   // of Durable Objects that hold connections
	State       Maybe[string] // none, durable-objects, kv, d1
}

// People is the cost that no cloud bill shows, a separate layer that can be
// switched on: USD a month by line, for each option.
type People struct {
	Include    Maybe[bool]
	Toolchain  Maybe[quantity.Amount] // USD a month for every platform beyond the first
	Kubernetes PeopleLines
	Containers PeopleLines
	Serverless PeopleLines
	Wasm       PeopleLines
}

// PeopleLines are the lines of the framework's hidden-tax table.
type PeopleLines struct {
	PlatformEngineer Maybe[quantity.Amount]
	NetworkingTools  Maybe[quantity.Amount]
	Monitoring       Maybe[quantity.Amount]
	SecurityScanning Maybe[quantity.Amount]
	CICDUpkeep       Maybe[quantity.Amount]
	IncidentResponse Maybe[quantity.Amount]
	Training         Maybe[quantity.Amount]
}

// Growth is how the volume is expected to develop.
type Growth struct {
	Monthly       Maybe[quantity.Amount] // 0.08 is 8 % a month
	HorizonMonths Maybe[quantity.Amount]
	MigrationCost Maybe[quantity.Amount] // USD
}

// Maybe is a value that may have been left out. The zero Maybe is left out.
type Maybe[T any] struct {
	Value T
	given bool
}

// Some returns a given value.
func Some[T any](v T) Maybe[T] { return Maybe[T]{Value: v, given: true} }

// Given reports whether the author gave the value.
func (m Maybe[T]) Given() bool { return m.given }

// Or returns the value, or the default where it was left out.
func (m Maybe[T]) Or(def T) T {
	if m.given {
		return m.Value
	}
	return def
}

// Get returns the value and whether it was given.
func (m Maybe[T]) Get() (T, bool) { return m.Value, m.given }
