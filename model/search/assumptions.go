package search

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model"
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
