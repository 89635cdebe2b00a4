package plan

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// impliedTraits takes from the checklist what it says about the system's only
// component. A limit that a follow-up can lift binds once that one says so:
// connections that a gateway may hold are none of the component's, and work
// that may be cut has no length that a platform could refuse. Until then the
// ledger says what is assumed.
func (r *Resolved) impliedTraits(s *scenario.Scenario) {
	t := &r.Workload.Components[0].Traits
	t.PersistentConnections = s.Holds(checklist.FactorPersistent) && s.Answers.Get(checklist.KeyTerminates).Choice() == checklist.Process
	t.GPU = s.Holds(checklist.FactorGPU)
	if s.Answers.Get(checklist.KeyDivisible).Choice() != checklist.No {
		return
	}
	t.LongestTask, _ = s.Answers.Get(checklist.KeyLongestTask).Number()
	t.LongRunning = s.Holds(checklist.FactorLongRunning)
}

// ResolveComponent fills in what a component leaves open with the defaults d, and
// with what the scenario says of the whole system.
func ResolveComponent(c, d *scenario.Component, s *scenario.Scenario, known Shapes) (costs.Component, error) {
	shape, err := shapeOf(c, d, s, known)
	if err != nil {
		return costs.Component{}, err
	}
	out := costs.Component{
		Name: c.Name, Runtime: c.Runtime.Or(""), HTTP: c.Trigger.Or(d.Trigger.Value) == "http", Shape: shape, Pin: checklist.Option(c.Pin.Or("")), Pool: c.Pool.Or(""),
		Assumed: assumedOf(c),
	}
	out.Source = sourceOf(c, s)
	out.Init = costs.InitOf(out.Runtime)
	for i, o := range checklist.Placeable {
		out.Places[i] = ownOn(o, &c.Places[i])
	}
	ResolveNumbers(c, d, s, &out)
	return out, nil
}

// assumedOf says which of the figures that limits speak of nobody gave.
func assumedOf(c *scenario.Component) costs.Assumed {
	return costs.Assumed{Memory: !c.Memory.Given(), Duration: !c.Duration.Given(), CPUTime: !c.CPUTime.Given()}
}

// shapeOf is the component's week: the one that was measured of it, its pattern, the
// week of the whole system, the answer's pattern, or the default one.
func shapeOf(c, d *scenario.Component, s *scenario.Scenario, known Shapes) (shape costs.Shape, err error) {
	pattern, week := c.Traffic.Or(""), c.Week
	if week == nil && pattern == "" {
		week = s.Week
	}
	if pattern == "" {
		if pattern = s.Answers.Get("traffic").Choice(); pattern == "" {
			pattern = d.Traffic.Value
		}
	}
	if week == nil {
		shape, err = known.of(pattern, c.PeakToMean)
	} else {
		shape = costs.Measured(week)
		if to, ok := c.PeakToMean.Get(); ok {
			shape = shape.WithPeak(to.Value())
		}
	}
	if burst, given := c.Burst.Get(); given {
		shape.Burst = burst.Value()
	}
	return shape, err
}

// sourceOf is what brings a component its work.
func sourceOf(c *scenario.Component, s *scenario.Scenario) string {
	source := c.Source.Or(s.ImpliedSource(c))
	if source == scenario.NoSource {
		return ""
	}
	return source
}

// Shapes are weeks of traffic by pattern and peak. To raise a pattern to a peak
// takes longer than all else that is resolved of a component, and most scenarios
// that a search tries have the shapes of the one it began with.
type Shapes map[ShapeKey]costs.Shape

type ShapeKey struct {
	Pattern string
	Peak    scenario.Maybe[quantity.Amount]
}

// of is the week of a pattern with a peak; nil knows none.
func (known Shapes) of(pattern string, peak scenario.Maybe[quantity.Amount]) (costs.Shape, error) {
	if shape, ok := known[ShapeKey{pattern, peak}]; ok {
		return shape, nil
	}
	shape, err := costs.Pattern(pattern)
	if err != nil {
		return shape, err
	}
	if to, ok := peak.Get(); ok {
		shape = shape.WithPeak(to.Value())
	}
	return shape, nil
}

// ResolveNumbers fills in the numbers of a component whose words are resolved.
// A draw of a range changes nothing else.
func ResolveNumbers(c, d *scenario.Component, s *scenario.Scenario, out *costs.Component) {
	value := func(m, def scenario.Maybe[quantity.Amount]) float64 { return m.Or(def.Value).Value() }
	out.Requests, out.Duration = value(c.Requests, d.Requests), value(c.Duration, d.Duration)
	out.Stated = out.Duration
	out.CPUTime = value(c.CPUTime, scenario.Some(quantity.Exactly(scenario.CPUShare*out.Duration)))
	if at, measured := c.MeasuredAt.Get(); measured {
		out.Duration, out.CPUTime = costs.MeasuredOn(costs.LambdaVCPU(at.Value()), out.Duration, value(c.CPUTime, scenario.Maybe[quantity.Amount]{}), scenario.CPUShare)
	}
	out.Memory, out.Ephemeral = value(c.Memory, d.Memory), value(c.Ephemeral, d.Ephemeral)
	perRun := 0.0 // one run a process
	if trigger := c.Trigger.Or(d.Trigger.Value); trigger == "http" || trigger == "stream" {
		perRun = scenario.MemoryShare * out.Memory
	}
	out.MemoryPerRun = value(c.MemoryPerRun, scenario.Some(quantity.Exactly(perRun)))
	out.IsolateMemory, out.LatencyGoal = value(c.IsolateMemory, scenario.Maybe[quantity.Amount]{}), value(c.LatencyGoal, scenario.Maybe[quantity.Amount]{})
	out.FunctionMemory = value(c.FunctionMemory, s.Serverless.FunctionMemory)
	out.Request, out.Batch = value(c.Request, d.Request), value(c.Batch, d.Batch)
	out.Response, out.Outbound, out.Logs = value(c.Response, d.Response), value(c.Outbound, d.Outbound), value(c.Logs, d.Logs)
	out.Init = value(c.Init, scenario.Some(quantity.Exactly(out.Init)))
	out.OutboundCloud, out.OutboundZones = value(c.OutboundCloud, d.OutboundCloud), value(c.OutboundZones, d.OutboundZones)
	out.Connections, out.PerInstance = value(c.Connections, d.Connections), c.PerInstance.Or(quantity.Exactly(0)).Value()
	out.Traits = resolveTraits(c.Traits)
	out.Traits.PersistentConnections = out.Traits.PersistentConnections || out.Connections > 0
	replicas := d.Pod.MinReplicas
	if s.Kubernetes.Autoscale.Or("") == "keda" {
		replicas = scenario.Some(quantity.Exactly(0)) // scaling to zero is what KEDA is for
	}
	out.Job = runsAsJob(c, d, out)
	out.Pod = costs.Pod{
		CPU:         value(c.Pod.CPU, d.Pod.CPU),
		Concurrency: value(c.Pod.Concurrency, d.Pod.Concurrency),
		MinReplicas: value(c.Pod.MinReplicas, replicas),
	}
	podMemory := float64(scenario.MinPodMemory)
	if !out.Assumed.Memory || out.Connections > 0 {
		utilization := s.Kubernetes.TargetUtilization.Or(scenario.DefaultUtilization()).Value()
		podMemory = math.Ceil(math.Max(scenario.MinPodMemory, out.PodNeed(utilization)) - 1e-9)
	}
	out.Pod.Memory = value(c.Pod.Memory, scenario.Some(quantity.Exactly(podMemory)))
}

// jobSeconds is how long a run lasts from which on it has a pod of its own where
// nobody says: judgement of ours.
const jobSeconds = 60

// runsAsJob tells whether each run has a pod of its own. Where nobody says, pods
// that somebody wants to stand by, open connections and answers that somebody
// waits for make a service.
func runsAsJob(c, d *scenario.Component, out *costs.Component) bool {
	if said, ok := c.RunsAs.Get(); ok {
		return said == scenario.Job
	}
	trigger := c.Trigger.Or(d.Trigger.Value)
	if trigger == "http" || out.Traits.PersistentConnections || out.Traits.Stateful || c.Pod.MinReplicas.Or(quantity.Amount{}).Value() > 0 {
		return false
	}
	return trigger == "schedule" || out.Duration >= jobSeconds
}

func resolveTraits(names []string) costs.Traits {
	return costs.Traits{
		Stateful:              slices.Contains(names, "stateful"),
		PersistentConnections: slices.Contains(names, "persistent-connections"),
		GPU:                   slices.Contains(names, "gpu"),
		LongRunning:           slices.Contains(names, "long-running"),
		CustomNetworking:      slices.Contains(names, "custom-networking"),
	}
}

// ownOn is what is set for a component on an option alone.
func ownOn(o checklist.Option, p *scenario.Place) costs.Own {
	if *p == (scenario.Place{}) {
		return costs.Own{}
	}
	return costs.Own{
		Option: o, Keeps: p.MinInstances.Given(), MinInstances: p.MinInstances.Value.Value(), VCPU: p.VCPU.Value.Value(), Concurrency: p.Concurrency.Value.Value(),
		Billing: p.Billing.Or(""), FunctionMemory: p.FunctionMemory.Value.Value(), Replicas: p.Pod.MinReplicas.Given(),
		Pod: costs.Pod{CPU: p.Pod.CPU.Value.Value(), Memory: p.Pod.Memory.Value.Value(), Concurrency: p.Pod.Concurrency.Value.Value(), MinReplicas: p.Pod.MinReplicas.Value.Value()},
	}
}
