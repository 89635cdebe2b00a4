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
	Kinds               []string       // of the platforms, the three options first
	EKS                 costs.EKSSettings
	Lambda              costs.LambdaSettings
	IncludePeople       bool
	People              map[costs.Option][]costs.PeopleLine
	Implied             bool // no component was given; the one there is stands for the whole system
}

// assumedOver30M stands for "30M or more" until an exact figure is given: the
// volume of the framework's Scenario B.
const assumedOver30M = 50e6

// gpuNode is the default instance type where a component needs a GPU.
const gpuNode = "g4dn.xlarge"

// Resolve fills in the defaults. It returns an error that names the key where
// a value is not in the price book.
func Resolve(s Scenario, book *costs.Book) (Resolved, error) {
	d := Defaults()
	if len(s.Components) < 2 && s.Answers.Get(checklist.KeyRequests).Choice() == checklist.Over30M {
		d.Components[0].Requests = Some(Exactly(assumedOver30M))
	}
	r := Resolved{
		Name: s.Name.Or(d.Name.value), Cloud: s.Cloud.Or(d.Cloud.value), Region: s.Region.Or(d.Region.value),
		Kinds: []string{
			s.Kubernetes.Kind.Or(d.Kubernetes.Kind.value),
			s.Serverless.Kind.Or(d.Serverless.Kind.value),
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
	for i := range components {
		c, err := resolveComponent(&components[i], &d.Components[0], s.Answers)
		if err != nil {
			return r, err
		}
		needsGPU = needsGPU || c.Traits.GPU
		r.Workload.Components = append(r.Workload.Components, c)
		r.Pins = append(r.Pins, costs.Option(components[i].Pin.Or("")))
	}
	if r.Implied {
		r.impliedTraits(s.Answers)
		needsGPU = r.Workload.Components[0].Traits.GPU
	}
	r.Lambda = resolveLambda(s.Serverless, d.Serverless)
	var err error
	r.EKS, err = resolveEKS(s.Kubernetes, d.Kubernetes, r.Region, needsGPU, book)
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
// component.
func (r *Resolved) impliedTraits(a checklist.Answers) {
	t := &r.Workload.Components[0].Traits
	t.PersistentConnections = a.Get("persistent_connections").Choice() == checklist.Yes
	t.GPU = a.Get("gpu").Choice() == checklist.Yes
	longest := a.Get("longest_task")
	t.LongestTask, _ = longest.Number()
	t.LongRunning = longest.Choice() == checklist.Over15Min
}

func resolveComponent(c, d *Component, answers checklist.Answers) (costs.Component, error) {
	value := func(m, def Maybe[Amount]) float64 { return m.Or(def.value).Value() }
	pattern := c.Traffic.Or("")
	if pattern == "" {
		if pattern = answers.Get("traffic").Choice(); pattern == "" {
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
		HTTP:     c.Trigger.Or(d.Trigger.value) == "http",
		Shape:    shape,
		Traits:   resolveTraits(c.Traits),
		Assumed:  costs.Assumed{Memory: !c.Memory.Given(), Duration: !c.Duration.Given(), CPUTime: !c.CPUTime.Given()},
	}
	out.CPUTime = value(c.CPUTime, Some(Exactly(CPUShare*out.Duration)))
	podMemory := MinPodMemory
	if !out.Assumed.Memory {
		podMemory = int(math.Ceil(math.Max(MinPodMemory, out.Memory)))
	}
	out.Pod = costs.Pod{
		CPU:         value(c.Pod.CPU, d.Pod.CPU),
		Memory:      value(c.Pod.Memory, Some(Exactly(float64(podMemory)))),
		Concurrency: value(c.Pod.Concurrency, d.Pod.Concurrency),
		MinReplicas: value(c.Pod.MinReplicas, d.Pod.MinReplicas),
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

func resolveLambda(s, d Serverless) costs.LambdaSettings {
	return costs.LambdaSettings{
		Architecture: s.Architecture.Or(d.Architecture.value),
		FrontDoor:    s.FrontDoor.Or(d.FrontDoor.value),
		FreeTier:     s.FreeTier.Or(d.FreeTier.value),
		NATGateways:  s.NATGateways.Or(d.NATGateways.value).Value(),
		PublicIPv4:   s.PublicIPv4.Or(d.PublicIPv4.value),
		Logs:         s.Logs.Or(d.Logs.value) != "none",
	}
}

func resolveEKS(s, d Kubernetes, region string, gpu bool, book *costs.Book) (costs.EKSSettings, error) {
	nodeType := d.Node.value
	if gpu {
		nodeType = gpuNode
	}
	nodeType = s.Node.Or(nodeType)
	node, err := book.Instance(nodeType, region)
	if err != nil {
		return costs.EKSSettings{}, err
	}
	out := costs.EKSSettings{
		Cluster: costs.Cluster{
			Node:              node,
			MinNodes:          s.MinNodes.Or(d.MinNodes.value).Value(),
			TargetUtilization: s.TargetUtilization.Or(d.TargetUtilization.value).Value(),
			Packing:           costs.DefaultPacking,
		},
		LoadBalancer: s.LoadBalancer.Or(d.LoadBalancer.value),
		NATGateways:  s.NATGateways.Or(d.NATGateways.value).Value(),
		PublicIPv4:   s.PublicIPv4.Or(d.PublicIPv4.value),
		NodeVolume:   s.NodeVolume.Or(d.NodeVolume.value).Value(),
		Logs:         s.Logs.Or(d.Logs.value) != "none",
		FreeTier:     s.FreeTier.Or(d.FreeTier.value),
	}
	switch nodes := s.Nodes.Or(d.Nodes.value); nodes {
	case "auto":
		out.Sizing = costs.SizeMean
	case "peak":
		out.Sizing = costs.SizePeak
	default:
		out.Sizing = costs.SizeFixed
		if out.Nodes, err = strconv.ParseFloat(nodes, 64); err != nil {
			return out, err
		}
	}
	return out, nil
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
