package model

import (
	"math"

	"runwhere/checklist"
)

// Scenario is a decision as its author wrote it: whatever was left out is
// left out here too, so that a default can always be told from an answer.
// It is a value; Clone makes an independent copy. Resolve fills in defaults.
type Scenario struct {
	Name         Maybe[string]
	Cloud        Maybe[string] // aws, gcp, azure
	Region       Maybe[string] // us-east-1
	Regions      Regions       // of the other clouds
	Answers      checklist.Answers
	Factors      checklist.Factors
	Components   []Component
	Kubernetes   Kubernetes
	Serverless   Serverless
	Wasm         Wasm
	Compare      []string // kinds of further platforms
	People       People
	Growth       Growth
	Weights      Weights       // of the ledger, where they are not the program's
	RequestTotal Maybe[Amount] // checklist.requests_per_month as an exact figure or range

	// Ranges given as answers, which hold no more than one figure.
	EngineersRange   Maybe[Amount]
	LongestTaskRange Maybe[Amount] // s
}

// Regions are the regions in which platforms of a cloud are priced that is not
// the scenario's own.
type Regions struct {
	AWS, GCP, Azure Maybe[string]
}

// Component is one component of a scenario as written.
type Component struct {
	Name     string
	Requests Maybe[Amount] // a month
	Duration Maybe[Amount] // s
	CPUTime  Maybe[Amount] // s
	Memory   Maybe[Amount] // MiB
	Response Maybe[Amount] // KiB
	Outbound Maybe[Amount] // KiB a request to the internet
	Logs     Maybe[Amount] // KiB a request

	OutboundCloud Maybe[Amount] // KiB a request to services of the provider

	Ephemeral   Maybe[Amount] // MiB of temporary disk
	Runtime     Maybe[string] // language
	Init        Maybe[Amount] // s that a cold start takes to initialise
	Connections Maybe[Amount] // open at any time
	PerInstance Maybe[Amount] // connections that a pod or instance holds

	Traffic    Maybe[string] // a pattern of the framework
	PeakToMean Maybe[Amount] // overrides the peak of the pattern
	Trigger    Maybe[string] // http, queue, schedule, event, stream
	Traits     []string
	Pin        Maybe[string] // an option
	Pod        Pod
	Calls      []Call
}

// Pod is how a component runs on Kubernetes.
type Pod struct {
	CPU         Maybe[Amount] // vCPU
	Memory      Maybe[Amount] // MiB
	Concurrency Maybe[Amount] // requests at once
	MinReplicas Maybe[Amount] // pods
}

// Call is an edge of the system: this component calls another one.
type Call struct {
	To         string
	PerRequest Maybe[Amount] // calls a request
	Payload    Maybe[Amount] // KiB, both ways
	Via        Maybe[string] // event, gateway, private
}

// Kubernetes holds the settings of the Kubernetes side.
type Kubernetes struct {
	Kind              Maybe[string]
	Node              Maybe[string] // instance type
	Nodes             Maybe[string] // auto, peak or a number
	MinNodes          Maybe[Amount]
	TargetUtilization Maybe[Amount] // 0..1
	LoadBalancer      Maybe[string] // flat, alb, none
	Autoscale         Maybe[string] // hpa, keda, none
	Purchase          Maybe[string] // on-demand, savings-1y, savings-3y, spot
	SpotShare         Maybe[Amount] // 0..1
	Discount          Maybe[Amount] // of a commitment, 0..1
	SpotDiscount      Maybe[Amount] // 0..1
	ExtendedSupport   Maybe[bool]
	Tier              Maybe[string] // of AKS: free, standard, premium
	NATGateways       Maybe[Amount]
	PublicIPv4        Maybe[bool]   // whether public addresses are billed
	NodeVolume        Maybe[Amount] // GiB of gp3 a node
	Logs              Maybe[string] // cloudwatch, none
	FreeTier          Maybe[bool]
}

// Serverless holds the settings of the serverless side.
type Serverless struct {
	Kind                   Maybe[string]
	Architecture           Maybe[string] // x86, arm64
	FrontDoor              Maybe[string] // none, function-url, http-api, rest-api, websocket, alb
	FreeTier               Maybe[bool]
	NATGateways            Maybe[Amount]
	PublicIPv4             Maybe[bool] // whether public addresses are billed
	ProvisionedConcurrency Maybe[Amount]
	Logs                   Maybe[string] // cloudwatch, cloudwatch-ia, none
	ColdStartRate          Maybe[Amount] // 0..1
	SnapStart              Maybe[bool]
	SnapVersions           Maybe[Amount]
	Streaming              Maybe[bool]
	Workflow               Maybe[string] // none, step-functions
	Concurrency            Maybe[Amount] // requests at once an instance
	VCPU                   Maybe[Amount] // of an instance
	InstanceMemory         Maybe[Amount] // MiB of an instance
	MinInstances           Maybe[Amount]
	Billing                Maybe[string] // request, instance
}

// Wasm holds the settings of the Wasm side.
type Wasm struct {
	Kind    Maybe[string]
	Density Maybe[Amount] // Wasm pods in the room of one container
	Logs    Maybe[string] // cloudflare, none
}

// People is the cost that no cloud bill shows, a separate layer that can be
// switched on: USD a month by line, for each option.
type People struct {
	Include    Maybe[bool]
	Toolchain  Maybe[Amount] // USD a month for every platform beyond the first
	Kubernetes PeopleLines
	Serverless PeopleLines
	Wasm       PeopleLines
}

// PeopleLines are the lines of the framework's hidden-tax table.
type PeopleLines struct {
	PlatformEngineer Maybe[Amount]
	NetworkingTools  Maybe[Amount]
	Monitoring       Maybe[Amount]
	SecurityScanning Maybe[Amount]
	CICDUpkeep       Maybe[Amount]
	IncidentResponse Maybe[Amount]
	Training         Maybe[Amount]
}

// Growth is how the volume is expected to develop.
type Growth struct {
	Monthly       Maybe[Amount] // 0.08 is 8 % a month
	HorizonMonths Maybe[Amount]
	MigrationCost Maybe[Amount] // USD
}

// Maybe is a value that may have been left out. The zero Maybe is left out.
type Maybe[T any] struct {
	value T
	given bool
}

// Some returns a given value.
func Some[T any](v T) Maybe[T] { return Maybe[T]{value: v, given: true} }

// Given reports whether the author gave the value.
func (m Maybe[T]) Given() bool { return m.given }

// Or returns the value, or the default where it was left out.
func (m Maybe[T]) Or(def T) T {
	if m.given {
		return m.value
	}
	return def
}

// Get returns the value and whether it was given.
func (m Maybe[T]) Get() (T, bool) { return m.value, m.given }

// Amount is a figure in its field's base unit, exact or a range that holds the
// truth with 90 % probability.
type Amount struct {
	Low, High float64
}

// Exactly returns an exact amount.
func Exactly(v float64) Amount { return Amount{v, v} }

// IsRange reports whether the amount is a range.
func (a Amount) IsRange() bool { return a.Low != a.High }

// Value returns the point estimate: the figure itself, or the median of the
// log-normal distribution that a range of a positive quantity stands for (the
// geometric mean; the midpoint where the range begins at zero).
func (a Amount) Value() float64 {
	switch {
	case a.Low == a.High:
		return a.Low
	case a.Low <= 0:
		return (a.Low + a.High) / 2
	default:
		return math.Sqrt(a.Low) * math.Sqrt(a.High)
	}
}
