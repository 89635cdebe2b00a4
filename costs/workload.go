package costs

// Workload is what a platform is asked to carry: the components of a system.
type Workload struct {
	Components []Component
}

// Component is one deployable part of the system, in base units.
type Component struct {
	Name     string
	Requests float64 // a month, at today's volume
	Duration float64 // s of wall time a request, mean
	CPUTime  float64 // s of CPU a request, mean
	Memory   float64 // MiB
	Response float64 // KiB sent to the internet a request
	Outbound float64 // KiB a request exchanges with other services through a NAT gateway
	Logs     float64 // KiB written to the log a request

	Ephemeral   float64 // MiB of temporary disk
	Init        float64 // s that a cold start takes to initialise
	Connections float64 // open at any time, mean
	Runtime     string  // language: nodejs, python, java, dotnet, go, rust, ruby, php; "" where nobody said

	HTTP    bool // whether a request passes the front door
	Shape   Shape
	Pod     Pod
	Traits  Traits
	Assumed Assumed
}

// Pod is the unit in which Kubernetes runs a component.
type Pod struct {
	CPU         float64 // vCPU requested
	Memory      float64 // MiB requested
	Concurrency float64 // requests that one pod serves at once
	MinReplicas float64
}

// Traits are the properties of a component that a platform's limits speak of.
type Traits struct {
	Stateful              bool
	PersistentConnections bool
	GPU                   bool
	LongRunning           bool
	CustomNetworking      bool
	LongestTask           float64 // s, the longest single run; 0 when only Duration is known
}

// Requests returns the requests a month of all components together.
func (w Workload) Requests() float64 {
	total := 0.0
	for i := range w.Components {
		total += w.Components[i].Requests
	}
	return total
}

// Shares returns each component's share of the whole volume: the x axis of
// every curve scales the system in these proportions. A system without any
// request is shared equally.
func (w Workload) Shares() []float64 {
	shares := make([]float64, len(w.Components))
	total := w.Requests()
	for i := range w.Components {
		if total > 0 {
			shares[i] = w.Components[i].Requests / total
		} else {
			shares[i] = 1 / float64(len(w.Components))
		}
	}
	return shares
}

// Option is where a component can be placed.
type Option string

// The three placements. A hybrid is a system whose components are not all
// placed on the same one.
const (
	Kubernetes Option = "kubernetes"
	Serverless Option = "serverless"
	Wasm       Option = "wasm"
)

// Options lists the placements in the order in which they are always shown.
var Options = []Option{Kubernetes, Serverless, Wasm}
