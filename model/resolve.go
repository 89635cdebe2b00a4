package model

import (
	"math"
	"slices"
	"strconv"

	"runwhere/checklist"
	"runwhere/costs"
)

// Resolved is a scenario with every default filled in, in the terms of the
// cost model. What was assumed and not given stays known by its path.
type Resolved struct {
	Name, Cloud, Region string
	Workload            costs.Workload
	Pins                []costs.Option // by component, "" where free
	Triggers            []string       // by component: http, queue, …
	Kinds               []string       // of the platforms, the three options first
	Settings            costs.Settings
	IncludePeople       bool
	People              map[costs.Option][]costs.PeopleLine
	Implied             bool // no component was given; the one there is stands for the whole system
}

// assumedOver30M stands for "30M or more" until an exact figure is given: the
// volume of the framework's Scenario B.
const assumedOver30M = 50e6

// Resolve fills in the defaults. It returns an error where a value cannot be
// read.
func Resolve(s Scenario) (Resolved, error) {
	d := Defaults()
	if len(s.Components) < 2 && s.Answers.Get(checklist.KeyRequests).Choice() == checklist.Over30M {
		d.Components[0].Requests = Some(Exactly(assumedOver30M))
	}
	cloud := s.Cloud.Or(d.Cloud.value)
	kinds := defaultKinds[cloud]
	r := Resolved{
		Name: s.Name.Or(d.Name.value), Cloud: cloud, Region: s.Region.Or(costs.DefaultRegion(cloud)),
		Kinds: []string{
			s.Kubernetes.Kind.Or(kinds[0]),
			s.Serverless.Kind.Or(kinds[1]),
			s.Wasm.Kind.Or(d.Wasm.Kind.value),
		},
		IncludePeople: s.People.Include.Or(false),
		People:        resolvePeople(&s),
		Implied:       len(s.Components) == 0,
	}
	for _, kind := range s.Compare {
		if !slices.Contains(r.Kinds, kind) {
			r.Kinds = append(r.Kinds, kind)
		}
	}
	components := s.Components
	if r.Implied {
		components = []Component{s.impliedComponent(d.Components[0])}
	}
	needsGPU := false
	r.Workload.Components = make([]costs.Component, 0, len(components))
	for i := range components {
		c, err := resolveComponent(&components[i], &d.Components[0], &s)
		if err != nil {
			return r, err
		}
		needsGPU = needsGPU || c.Traits.GPU
		r.Workload.Components = append(r.Workload.Components, c)
		r.Pins = append(r.Pins, costs.Option(components[i].Pin.Or("")))
		r.Triggers = append(r.Triggers, components[i].Trigger.Or(d.Components[0].Trigger.value))
	}
	if r.Implied {
		r.impliedTraits(s.Answers)
		needsGPU = r.Workload.Components[0].Traits.GPU
	}
	r.Settings = costs.Settings{
		Cloud: r.Cloud, Region: r.Region, Anywhere: !s.Region.Given(),
		Regions:    map[string]string{costs.AWS: s.Regions.AWS.Or(""), costs.GCP: s.Regions.GCP.Or(""), costs.Azure: s.Regions.Azure.Or("")},
		Serverless: resolveServerless(s.Serverless, d.Serverless),
		Wasm:       costs.WasmSettings{Density: s.Wasm.Density.Or(d.Wasm.Density.value).Value(), Logs: s.Wasm.Logs.Or(d.Wasm.Logs.value) != "none"},
	}
	var err error
	r.Settings.Kubernetes, err = resolveKubernetes(s.Kubernetes, d.Kubernetes)
	r.Settings.Kubernetes.Kind, r.Settings.Kubernetes.GPU = r.Kinds[0], needsGPU
	return r, err
}

// impliedComponent stands for the whole system where none was described: the
// checklist's volume and default numbers.
func (s *Scenario) impliedComponent(d Component) Component {
	c := Component{Name: d.Name}
	if v, ok := (volumeSlot{}).get(s, At{}); ok {
		c.Requests = Some(v.Amount)
	}
	return c
}

// impliedTraits takes from the checklist what it says about the system's only
// component. A follow-up looks behind an answer: connections that a gateway
// holds are none of the component's, and work that can be cut has no length
// that a platform could refuse.
func (r *Resolved) impliedTraits(a checklist.Answers) {
	t := &r.Workload.Components[0].Traits
	t.PersistentConnections = a.Get("persistent_connections").Choice() == checklist.Yes &&
		a.Get(checklist.KeyTerminates).Choice() != checklist.Gateway
	t.GPU = a.Get("gpu").Choice() == checklist.Yes
	longest := a.Get("longest_task")
	if a.Get(checklist.KeyDivisible).Choice() == checklist.Yes {
		return
	}
	t.LongestTask, _ = longest.Number()
	t.LongRunning = longest.Choice() == checklist.Over15Min
}

func resolveComponent(c, d *Component, s *Scenario) (costs.Component, error) {
	value := func(m, def Maybe[Amount]) float64 { return m.Or(def.value).Value() }
	pattern := c.Traffic.Or("")
	if pattern == "" {
		if pattern = s.Answers.Get("traffic").Choice(); pattern == "" {
			pattern = d.Traffic.value
		}
	}
	shape, err := costs.Pattern(pattern)
	if err != nil {
		return costs.Component{}, err
	}
	if peak, ok := c.PeakToMean.Get(); ok {
		shape = shape.WithPeak(peak.Value())
	}
	out := costs.Component{
		Name:     c.Name,
		Requests: value(c.Requests, d.Requests),
		Duration: value(c.Duration, d.Duration),
		Memory:   value(c.Memory, d.Memory),
		Response: value(c.Response, d.Response),
		Outbound: value(c.Outbound, d.Outbound),
		Logs:     value(c.Logs, d.Logs),

		Ephemeral: value(c.Ephemeral, d.Ephemeral), Runtime: c.Runtime.Or(""), Connections: value(c.Connections, d.Connections),

		HTTP:    c.Trigger.Or(d.Trigger.value) == "http",
		Shape:   shape,
		Traits:  resolveTraits(c.Traits),
		Assumed: costs.Assumed{Memory: !c.Memory.Given(), Duration: !c.Duration.Given(), CPUTime: !c.CPUTime.Given()},
	}
	out.Traits.PersistentConnections = out.Traits.PersistentConnections || out.Connections > 0
	out.CPUTime = value(c.CPUTime, Some(Exactly(CPUShare*out.Duration)))
	out.Init = value(c.Init, Some(Exactly(costs.InitOf(out.Runtime))))
	replicas := d.Pod.MinReplicas
	if s.Kubernetes.Autoscale.Or("") == "keda" {
		replicas = Some(Exactly(0)) // scaling to zero is what KEDA is for
	}
	podMemory := MinPodMemory
	if !out.Assumed.Memory {
		podMemory = int(math.Ceil(math.Max(MinPodMemory, out.Memory)))
	}
	out.Pod = costs.Pod{
		CPU:         value(c.Pod.CPU, d.Pod.CPU),
		Memory:      value(c.Pod.Memory, Some(Exactly(float64(podMemory)))),
		Concurrency: value(c.Pod.Concurrency, d.Pod.Concurrency),
		MinReplicas: value(c.Pod.MinReplicas, replicas),
	}
	return out, nil
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

func resolveServerless(s, d Serverless) costs.ServerlessSettings {
	amount := func(m, def Maybe[Amount]) float64 { return m.Or(def.value).Value() }
	return costs.ServerlessSettings{
		Architecture: s.Architecture.Or(d.Architecture.value),
		FrontDoor:    s.FrontDoor.Or(d.FrontDoor.value),
		FreeTier:     s.FreeTier.Or(d.FreeTier.value),
		NATGateways:  amount(s.NATGateways, d.NATGateways),
		PublicIPv4:   s.PublicIPv4.Or(d.PublicIPv4.value),
		Logs:         s.Logs.Or(d.Logs.value),

		ProvisionedConcurrency: amount(s.ProvisionedConcurrency, d.ProvisionedConcurrency),
		ColdStartRate:          amount(s.ColdStartRate, d.ColdStartRate),
		SnapStart:              s.SnapStart.Or(d.SnapStart.value),
		SnapVersions:           amount(s.SnapVersions, d.SnapVersions),
		Streaming:              s.Streaming.Or(d.Streaming.value),
		Workflow:               s.Workflow.Or(d.Workflow.value),

		Concurrency:    amount(s.Concurrency, d.Concurrency),
		VCPU:           amount(s.VCPU, d.VCPU),
		InstanceMemory: amount(s.InstanceMemory, d.InstanceMemory),
		MinInstances:   amount(s.MinInstances, d.MinInstances),
		Billing:        s.Billing.Or(d.Billing.value),
	}
}

// autoscales are the settings of the pod autoscaler by their names.
var autoscales = map[string]costs.Autoscale{"hpa": costs.ScaleHPA, "keda": costs.ScaleKEDA, "none": costs.ScaleNone}

func resolveKubernetes(s, d Kubernetes) (costs.KubernetesSettings, error) {
	amount := func(m, def Maybe[Amount]) float64 { return m.Or(def.value).Value() }
	out := costs.KubernetesSettings{
		Node:              s.Node.Or(""),
		MinNodes:          amount(s.MinNodes, d.MinNodes),
		TargetUtilization: amount(s.TargetUtilization, d.TargetUtilization),
		Packing:           costs.DefaultPacking,
		Autoscale:         autoscales[s.Autoscale.Or(d.Autoscale.value)],
		Purchase:          s.Purchase.Or(d.Purchase.value),
		SpotShare:         amount(s.SpotShare, d.SpotShare),
		Discount:          amount(s.Discount, d.Discount),
		SpotDiscount:      amount(s.SpotDiscount, d.SpotDiscount),
		LoadBalancer:      s.LoadBalancer.Or(d.LoadBalancer.value),
		NATGateways:       amount(s.NATGateways, d.NATGateways),
		PublicIPv4:        s.PublicIPv4.Or(d.PublicIPv4.value),
		NodeVolume:        amount(s.NodeVolume, d.NodeVolume),
		Logs:              s.Logs.Or(d.Logs.value),
		FreeTier:          s.FreeTier.Or(d.FreeTier.value),
		ExtendedSupport:   s.ExtendedSupport.Or(d.ExtendedSupport.value),
		Tier:              s.Tier.Or(d.Tier.value),
	}
	var err error
	switch nodes := s.Nodes.Or(d.Nodes.value); nodes {
	case "auto":
		out.Sizing = costs.SizeMean
	case "peak":
		out.Sizing = costs.SizePeak
	default:
		out.Sizing = costs.SizeFixed
		out.Nodes, err = strconv.ParseFloat(nodes, 64)
	}
	return out, err
}

// observed is what the components tell the architecture score. A volume or a
// duration that rests on a default tells nothing.
func (r *Resolved) observed() checklist.Observed {
	o := checklist.Observed{Known: !r.Implied, Components: len(r.Workload.Components)}
	busy, given := 0.0, true
	for i := range r.Workload.Components {
		c := &r.Workload.Components[i]
		o.Requests += c.Requests
		busy += c.Requests * c.Duration
		given = given && !c.Assumed.Duration
		o.Stateful = o.Stateful || c.Traits.Stateful
		o.Persistent = o.Persistent || c.Traits.PersistentConnections
		o.GPU = o.GPU || c.Traits.GPU
		o.LongRunning = o.LongRunning || c.Traits.LongRunning || c.Duration > checklist.LongTask
		o.CustomNetworking = o.CustomNetworking || c.Traits.CustomNetworking
	}
	if o.Requests > 0 && given {
		o.MeanExecution = busy / o.Requests
	}
	return o
}

// Explicit returns the scenario with its implied component written out, ready
// to be edited; a scenario that has components is returned as it is. The new
// component carries what the checklist said of the system: its volume as a
// given figure, its traits as traits. Everything else stays left out.
func (e *Evaluation) Explicit() Scenario {
	s := e.Scenario
	if !e.Resolved.Implied {
		return s
	}
	implied := s.impliedComponent(Defaults().Components[0])
	t := &e.Resolved.Workload.Components[0].Traits
	for name, has := range map[string]bool{
		"persistent-connections": t.PersistentConnections,
		"gpu":                    t.GPU,
		"long-running":           t.LongRunning,
	} {
		if has {
			implied.Traits = append(implied.Traits, name)
		}
	}
	slices.Sort(implied.Traits)
	s.Components = []Component{implied}
	return s
}
