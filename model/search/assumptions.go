package search

import (
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/plan"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// supposition is an assumption that can be supposed to be otherwise.
type supposition struct {
	Assumption
	lies  *scenario.Plausible // the field's range, or that of the platform at hand; nil for a word
	e     *model.Evaluation
	known [2]bool // which ends were worked out
}

// tried is the assumption with the ends that can be.
func (a *supposition) tried() Assumption {
	out := a.Assumption
	out.Ends = nil
	for i, known := range a.known {
		if known {
			out.Ends = append(out.Ends, a.Ends[i])
		}
	}
	return out
}

// assumptions lists what a scenario leaves open of that which has a range, in the
// order of the file.
func assumptions(e *model.Evaluation) []supposition {
	var list []supposition
	for _, f := range scenario.Fields() {
		lies := rangeOf(e, f)
		switch {
		case lies == nil:
		case f.Path.In(paths.Component):
			if of := leftOut(e, f); len(of) > 0 {
				list = append(list, suppose(e, f, of, lies))
			}
		case f.Path.In(paths.People) && !e.Resolved.IncludePeople:
		default:
			if _, given := f.Value(&e.Scenario, scenario.At{}); !given {
				list = append(list, suppose(e, f, nil, lies))
			}
		}
	}
	return list
}

// rangeOf is what a value may be: by its field, or, of what a commitment takes off
// where nobody knows exactly, by the platform.
func rangeOf(e *model.Evaluation, f *scenario.Field) *scenario.Plausible {
	if f.Path == paths.KubernetesDiscount || f.Path == paths.ServerlessDiscount {
		if usual := e.Platform(f.Path.Option()).Usual; usual != nil {
			return &scenario.Plausible{Low: usual.Low, High: usual.High}
		}
	}
	return f.Plausible
}

// leftOut lists the components that leave a field out and to which it means
// something.
func leftOut(e *model.Evaluation, f *scenario.Field) []int {
	s, of := &e.Scenario, []int(nil)
	for i := range e.Resolved.Workload.Components {
		_, given := f.Value(s, scenario.At{Component: i})
		if f.Path.In(paths.Call) {
			given = true
			for k := range callsOf(s, i) {
				_, said := f.Value(s, scenario.At{Component: i, Call: k})
				given = given && said
			}
		}
		if !given && matters(e, f.Path, i) {
			of = append(of, i)
		}
	}
	return of
}

func callsOf(s *scenario.Scenario, i int) []scenario.Call {
	if i < len(s.Components) {
		return s.Components[i].Calls
	}
	return nil
}

// matters reports whether what stands in for a field is an assumption about a
// component: it may have no say, or follow from something that was given.
func matters(e *model.Evaluation, path paths.Path, i int) bool {
	c, s := &e.Resolved.Workload.Components[i], &e.Scenario
	_, stated := s.Answers.Get(checklist.KeyRequests).Number()
	trigger := e.Resolved.Triggers[i]
	switch path {
	case paths.ComponentRequests:
		return !stated
	case paths.ComponentMemoryPerRun:
		return trigger == "http" || trigger == "stream"
	case paths.ComponentBatch:
		return trigger == "queue" || trigger == "stream"
	case paths.ComponentLatencyGoal:
		return c.FunctionMemory == 0
	case paths.ComponentConnectionsPerInstance:
		return c.Connections > 0
	case paths.ComponentPeakToMean:
		return !measured(s, i)
	case paths.ComponentBurst:
		return measured(s, i) || i < len(s.Components) && s.Components[i].PeakToMean.Given()
	case paths.PodMinReplicas:
		return e.Resolved.Settings.Kubernetes.Autoscale != costs.ScaleKEDA
	}
	return true
}

// measured reports whether a component's week was measured.
func measured(s *scenario.Scenario, i int) bool {
	if i >= len(s.Components) {
		return s.Week != nil
	}
	c := &s.Components[i]
	return c.Week != nil || s.Week != nil && !c.Traffic.Given()
}

// suppose makes an assumption of a field.
func suppose(e *model.Evaluation, f *scenario.Field, of []int, lies *scenario.Plausible) supposition {
	a := supposition{e: e, lies: lies, Assumption: Assumption{Path: f.Path.String(), Label: labelOf(f), Field: f, Components: of}}
	for _, v := range a.ends() {
		a.Ends = append(a.Ends, End{Value: v, Text: a.endText(v)})
	}
	if o := f.Path.Option(); o != "" {
		a.Scope = o.Title()
	}
	switch all := len(e.Resolved.Workload.Components); {
	case len(of) == 1:
		name := e.Resolved.Workload.Components[of[0]].Name
		if !f.Path.In(paths.Call) {
			a.Path = f.Path.Named(name)
		}
		if all > 1 {
			a.Scope = name
		}
	case len(of) > 1:
		a.Scope = words.Plural(len(of), "component")
	}
	a.Value = a.today()
	return a
}

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

// assumedWords are the words that a scenario leaves open and that have no range.
func assumedWords(e *model.Evaluation) []Assumption {
	var list []Assumption
	for _, path := range []paths.Path{paths.ComponentTrigger, paths.ComponentAudience, paths.ComponentRunsAs, paths.ComponentTraffic} {
		f, _ := scenario.FieldOf(path)
		if of := leftOut(e, f); len(of) > 0 && (path != paths.ComponentTraffic || !e.Scenario.Answers.Get("traffic").Answered()) {
			a := suppose(e, f, of, nil)
			a.Value = wordsOf(e, path, of)
			list = append(list, a.tried())
		}
	}
	return list
}

// wordsOf is what stands in for a word, of every component that leaves it out.
func wordsOf(e *model.Evaluation, path paths.Path, of []int) string {
	var all []string
	for _, i := range of {
		c, word := &e.Resolved.Workload.Components[i], e.Resolved.Triggers[i]
		switch path {
		case paths.ComponentAudience:
			word = map[bool]string{true: scenario.Internal, false: "internet"}[c.Internal]
		case paths.ComponentRunsAs:
			word = map[bool]string{true: scenario.Job, false: "service"}[c.Job]
		case paths.ComponentTraffic:
			word = c.Shape.Name
		}
		if !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return words.ListWords(all)
}
