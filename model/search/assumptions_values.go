package search

import (
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model/plan"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// labels are what an architect calls a value where its key does not say it.
var labels = map[paths.Path]string{
	paths.ComponentRequests: "requests a month", paths.ComponentCPUTime: "CPU time", paths.ComponentPeakToMean: "peak over mean",
	paths.ComponentBurst: "busiest minute over its hour", paths.ComponentOutbound: "outbound to the internet", paths.ComponentOutboundCloud: "outbound to managed services",
	paths.PodCPU: "vCPU of a pod", paths.PodMemory: "memory of a pod", paths.PodConcurrency: "requests at once in a pod", paths.PodMinReplicas: "pods at least",
	paths.CallPerRequest: "calls a request", paths.CallPayload: "payload of a call", paths.KubernetesTargetUtilization: "utilisation", paths.KubernetesMinNodes: "nodes at least",
	paths.KubernetesNodeVolume: "disk of a node", paths.ServerlessMinInstances: "instances at least",
	paths.ComponentLatencyGoal: "what a run may take on its function",
}

func labelOf(f *scenario.Field) string {
	if label, ok := labels[f.Path]; ok {
		return label
	}
	return strings.ReplaceAll(f.Key(), "_", " ")
}

// ends is what the value may be: none of a word. A volume of which the checklist
// says that it is below or above 30M is.
func (a *supposition) ends() []float64 {
	p := a.lies
	if p == nil {
		return nil
	}
	answers := len(a.Components) == 0
	for _, i := range a.Components {
		answers = answers || a.e.Resolved.Workload.Components[i].HTTP
	}
	low, high := p.Ends(answers)
	if a.Field.Path == paths.ComponentRequests {
		switch a.band() {
		case checklist.Under30M:
			high = checklist.CrossoverClaimLow
		case checklist.Over30M:
			low = checklist.CrossoverClaimLow
			low, high = low/float64(len(a.Components)), high/float64(len(a.Components))
		}
	}
	return []float64{low, high}
}

// band is what the checklist says of a volume that is no figure.
func (a *supposition) band() string { return a.e.Scenario.Answers.Get(checklist.KeyRequests).Choice() }

// today is what stands in now: the value where there is one, else what it follows
// from.
func (a *supposition) today() string {
	if a.Field.Plausible == nil && a.lies != nil {
		return quantity.FormatRatio(a.e.Platform(a.Field.Path.Option()).Usual.Off)
	}
	reader, text := a.e.Effective(), ""
	at := []int{0}
	if a.Components != nil {
		at = a.Components
	}
	for _, i := range at {
		v, _, known := reader.Value(a.Field, scenario.At{Component: i})
		one := a.Field.Default()
		if known {
			one = a.Field.Format(v)
			if v.Word == "" && a.Field.Kind.Numeric() {
				one = a.text(v.Amount.Value())
			}
		}
		if text != "" && one != text {
			return a.Field.Default() // of each its own
		}
		text = one
	}
	return text
}

// endText prints an end: of one component the value itself.
func (a *supposition) endText(v float64) string {
	p := a.lies
	switch {
	case !p.Relative():
		return a.text(v)
	case len(a.Components) != 1:
		return p.EndText(a.Field, v)
	}
	c := &a.e.Resolved.Workload.Components[a.Components[0]]
	to := v * c.Duration
	switch a.Field.Path {
	case paths.ComponentCPUTime:
		to = a.cpuTime(a.Components[0], v)
	case paths.ComponentMemoryPerRun:
		to = v * c.Memory
	case paths.ComponentPeakToMean:
		to, _ = peaks(&c.Shape, v, true)
	case paths.ComponentBurst:
		to = math.Max(1, c.Shape.Burst*v)
	}
	return a.text(to)
}

// text prints a value with its unit. A size stays in KiB, in which it is asked.
func (a *supposition) text(v float64) string {
	v = words.Significant(v, 4)
	if a.Field.Kind == quantity.Size && v < 1024 {
		return quantity.FormatNumber(v) + "KiB"
	}
	return quantity.FormatQuantity(a.Field.Kind, v)
}

// cpuTime is the CPU time in s of a component of whose run it is some part.
func (a *supposition) cpuTime(i int, part float64) float64 {
	on := 1.0
	if i < len(a.e.Scenario.Components) {
		if at, measured := a.e.Scenario.Components[i].MeasuredAt.Get(); measured {
			on = costs.LambdaVCPU(at.Value())
		}
	}
	_, cpu := costs.MeasuredOn(on, a.e.Resolved.Workload.Components[i].Stated, 0, part)
	return cpu
}

// peaks are the busiest hour and the burst where what they come to together is so
// many times as much. Neither is less than 1; a burst that somebody gave stays.
func peaks(s *costs.Shape, times float64, burst bool) (peak, busiest float64) {
	today := s.PeakToMean()
	peak, busiest = math.Max(1, today*times), s.Burst
	if burst {
		busiest = math.Max(1, s.Burst*times*today/peak)
	}
	return peak, busiest
}

// resolve is the scenario with the value at an end.
func (a *supposition) resolve(v float64, end int) (plan.Resolved, error) {
	s := a.e.Scenario
	supposed := plan.Supposed{Defaults: scenario.DefaultsOf(&s)}
	f := a.Field
	value := scenario.Value{Amount: quantity.Exactly(v)}
	switch _, fixed := f.Value(&supposed.Defaults, scenario.At{}); {
	case f.Path.In(paths.Call):
		s = s.Clone()
		for _, i := range a.Components {
			for k := range s.Components[i].Calls {
				if at := (scenario.At{Component: i, Call: k}); !given(f, &s, at) {
					f.Slot.Set(&s, at, value)
				}
			}
		}
	case !f.Path.In(paths.Component):
		s = s.Clone()
		f.Slot.Set(&s, scenario.At{}, value)
	case fixed && f.Path != paths.ComponentRequests: // which may be a part of a total
		f.Slot.Set(&supposed.Defaults, scenario.At{}, value)
	default:
		supposed.Component = func(i int, c *scenario.Component) {
			if slices.Contains(a.Components, i) {
				a.follow(i, c, end)
			}
		}
	}
	s.Compare = nil
	return plan.ResolveSupposing(s, a.e.Shapes(), supposed)
}

func given(f *scenario.Field, s *scenario.Scenario, at scenario.At) bool {
	_, given := f.Value(s, at)
	return given
}

// follow fills in a value of a component that follows from others today.
func (a *supposition) follow(i int, c *scenario.Component, end int) {
	today, v := &a.e.Resolved.Workload.Components[i], a.Ends[end].Value
	if p := a.lies; p.Rest != nil {
		low, high := p.Ends(today.HTTP)
		v = []float64{low, high}[end]
	}
	set := func(to *scenario.Maybe[quantity.Amount], v float64) { *to = scenario.Some(quantity.Exactly(v)) }
	switch a.Field.Path {
	case paths.ComponentRequests:
		set(&c.Requests, v)
	case paths.ComponentCPUTime:
		set(&c.CPUTime, a.cpuTime(i, v))
	case paths.ComponentMemoryPerRun:
		set(&c.MemoryPerRun, v*today.Memory)
	case paths.ComponentIsolateMemory:
		set(&c.IsolateMemory, v)
	case paths.ComponentLatencyGoal:
		set(&c.LatencyGoal, v*today.Duration)
	case paths.ComponentConnectionsPerInstance:
		set(&c.PerInstance, v)
	case paths.ComponentPeakToMean:
		peak, busiest := peaks(&today.Shape, v, !c.Burst.Given())
		set(&c.PeakToMean, peak)
		set(&c.Burst, busiest)
	case paths.ComponentBurst:
		set(&c.Burst, math.Max(1, today.Shape.Burst*v))
	case paths.PodMemory:
		set(&c.Pod.Memory, math.Max(v, math.Ceil(today.PodNeed(a.e.Resolved.Settings.Kubernetes.TargetUtilization))))
	}
}
