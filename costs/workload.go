package costs

import (
	"math"

	"runwhere/checklist"
)

// Workload is what a platform is asked to carry: the components of a system.
type Workload struct {
	Components []Component
	Calls      []Call      // between them
	System     []Component // that they are a part of; nil where they are all there is
}

// system returns all components of the system, for what does not depend on
// which of them are placed here.
func (w Workload) system() []Component {
	if w.System != nil {
		return w.System
	}
	return w.Components
}

// Component is one deployable part of the system, in base units.
type Component struct {
	Name     string
	Requests float64 // a month, at today's volume
	Duration float64 // s of wall time a request where a whole core is there when it wants one, mean
	CPUTime  float64 // s of CPU a request, mean
	Stated   float64 // s of the duration as it was stated, which may be one that was measured on less than a core
	Memory   float64 // MiB that a process needs with one run in it
	Request  float64 // KiB that a request brings, or a message
	Response float64 // KiB that it is answered with
	Outbound float64 // KiB a request exchanges with the internet besides its response
	Logs     float64 // KiB written to the log a request

	MemoryPerRun   float64 // MiB that each further run at once in the same process needs
	IsolateMemory  float64 // MiB that it needs in an isolate, which has no runtime of its own; 0 where nobody said
	FunctionMemory float64 // MiB that a function of it is set to; 0 leaves it to auto
	LatencyGoal    float64 // s that a run may take on a function that auto sets; 0 for none

	OutboundCloud float64 // KiB a request exchanges with the provider's own services in the region
	OutboundZones float64 // KiB a request exchanges with what runs in one zone of the network

	Ephemeral   float64 // MiB of temporary disk
	Init        float64 // s that a cold start takes to initialise
	Connections float64 // open at any time, mean
	PerInstance float64 // connections that one pod or instance holds; 0 is ConnectionsPerInstance
	Runtime     string  // language: nodejs, python, java, dotnet, go, rust, ruby, php; "" where nobody said

	HTTP       bool    // whether a request is a call that waits for the answer
	CallsStore bool    // whether it calls what keeps state inside of the network
	Internal   bool    // whether only the system itself calls it: it passes no front door, and its answers stay inside
	Job        bool    // whether each run has a pod of its own, which lives for the run and its start
	Source     string  // what brings the work that no request does: queue, topic, stream, bus, scheduler; "" for what costs nothing or nobody knows
	Batch      float64 // messages of the source that one run takes; 0 is 1
	Shape      Shape
	Pod        Pod
	Pin        checklist.Option // where it has to run, "" for anywhere
	Pool       string           // of a cluster's nodes that it runs in, "" for the one that suits it
	Traits     Traits
	Assumed    Assumed

	Places [checklist.PlaceableCount]Own // what is set for it on one option alone
	Own    Own                           // of the option that a platform is of, which only the platform's own copy has
}

// ConnectionsPerInstance is how many open connections one pod or instance
// holds where nobody says: a figure that designs of chat and live data plan
// with; published ones run from 2,000 to 50,000, and records on bare servers to
// millions. An assumption of the model, editable.
const ConnectionsPerInstance = 10_000

// connectionKiB is the memory of an open connection in KiB, buffers included:
// an assumption, 5 to 100 KiB by runtime.
const connectionKiB = 20

// holds returns how many open connections one pod or instance holds, at most
// as many as the platform lets it.
func (c *Component) holds(most float64) float64 {
	if c.PerInstance > 0 {
		return math.Min(c.PerInstance, most)
	}
	return math.Min(ConnectionsPerInstance, most)
}

// ConnectionMemory returns the MiB that the connections of a pod or instance
// take that holds all it can, 0 for a component without any.
func (c *Component) ConnectionMemory() float64 { return c.connectionMemory(math.Inf(1)) }

// connectionMemory is the same where the platform lets an instance hold so many
// at most.
func (c *Component) connectionMemory(most float64) float64 {
	if c.Connections == 0 {
		return 0
	}
	return c.holds(most) * connectionKiB / 1024
}

// runtimeMemory is about what a language's runtime and the system around it take
// of a process in MiB, which an isolate has no need of: an assumption.
const runtimeMemory = 64

// isolate is the MiB that the component needs in an isolate.
func (c *Component) isolate() float64 {
	if c.IsolateMemory > 0 {
		return c.IsolateMemory
	}
	return math.Max(0, c.Memory-runtimeMemory)
}

// together returns how many runs one process has at once: what its CPU lets
// through at some utilization, and never more than it is set to.
func (c *Component) together(vcpu, utilization, concurrency float64) float64 {
	if c.CPUTime <= 0 {
		return math.Max(1, concurrency)
	}
	return math.Max(1, math.Min(concurrency, c.Duration*utilization*vcpu/c.CPUTime))
}

// memoryOf returns the MiB of a process with some runs at once in it.
func (c *Component) memoryOf(together float64) float64 {
	return c.Memory + (together-1)*c.MemoryPerRun
}

// PodNeed returns the MiB that a pod of the component needs at a CPU utilization:
// for the runs that its CPU lets it have at once, and its connections.
func (c *Component) PodNeed(utilization float64) float64 {
	return c.memoryOf(c.together(c.Pod.CPU, utilization, c.Pod.Concurrency)) + c.ConnectionMemory()
}

// open is how long a request keeps an instance from stopping, in s: its
// duration, or its part of the connections that stay open between requests.
// Connections grow with the requests.
func (c *Component) open() float64 {
	if c.Requests == 0 {
		return c.Duration
	}
	return math.Max(c.Duration, c.Connections*SecondsPerMonth/c.Requests)
}

// kept returns how many pods or instances stay whatever the volume: the
// minimum that is asked for, or those that hold the connections of a component
// without a request.
func (c *Component) kept(minimum, holds float64) float64 {
	if c.Requests > 0 {
		return minimum
	}
	return math.Max(minimum, whole(c.Connections/holds))
}

// burstRoom is the part of a pod or instance that its busiest minute may fill, of
// CPU as of requests at once: what is left keeps the queue in front of it short.
// An assumption of the model; an autoscaler's target leaves more room, in which
// most bursts fit.
const burstRoom = 0.85

// perRate returns how many pods or instances one request a second in the mean of
// an hour needs, whichever asks for most: the CPU at the utilization that the
// autoscaler aims at; the busiest minute, which may fill burstRoom of them; or the
// connections that are open. Headroom is counted once: the target leaves room for
// bursts, and only those that it has no room for ask for more. An open connection
// is no request at work; the messages on it are. Connections outlast a burst, so
// the burst does not count for them.
func (c *Component) perRate(vcpu, utilization, concurrency, holds float64) float64 {
	atOnce := c.CPUTime / vcpu
	if slots := c.Duration / concurrency; slots > atOnce {
		atOnce = slots
	}
	rate := math.Max(c.CPUTime/(utilization*vcpu), c.Shape.Burst*atOnce/burstRoom)
	if c.Connections == 0 || c.Requests == 0 {
		return rate
	}
	return math.Max(rate, c.Connections*SecondsPerMonth/c.Requests/holds)
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
func (w Workload) Shares() []float64 { return w.sharesIn(make([]float64, len(w.Components))) }

// sharesIn writes the shares into a slice that has room for them.
func (w Workload) sharesIn(shares []float64) []float64 {
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
