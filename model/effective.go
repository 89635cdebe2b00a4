package model

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/plan"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// Effective reads the values that an evaluation rests on: what the author
// gave, else what follows from other values, else the default.
type Effective struct {
	e        *Evaluation
	shown    scenario.Scenario // with the implied component written out
	defaults scenario.Scenario
}

// Effective returns the reader of the evaluation's values.
func (e *Evaluation) Effective() *Effective {
	return &Effective{e: e, shown: e.Explicit(), defaults: scenario.DefaultsOf(&e.Scenario)}
}

// Value returns the value of a field, where it came from, and whether it is
// known: false where nothing was said and nothing is assumed.
func (r *Effective) Value(f *scenario.Field, at scenario.At) (v scenario.Value, source scenario.Source, known bool) {
	s := &r.e.Scenario
	if v, known = f.Value(s, at); known {
		return v, f.Source(s, at), true
	}
	source.Kind = scenario.Assumed
	if v, known = r.derived(f, at); known {
		switch {
		case f.Path.In(paths.Architecture):
			source.Kind = scenario.Derived
		case f.Path == paths.ComponentRequests && (r.e.Resolved.Implied && s.RequestTotal.Given() || s.SharesTotal()):
			total, _ := scenario.FieldOf(paths.Question(checklist.KeyRequests))
			source = total.Source(s, at) // the checklist's figure for the whole system
		}
		return v, source, true
	}
	if v, known = f.Value(&r.shown, at); !known {
		v, known = f.Value(&r.defaults, scenario.At{})
	}
	return v, source, known
}

// derived returns a value that has no fixed default but follows from others,
// as the evaluation resolved it.
func (r *Effective) derived(f *scenario.Field, at scenario.At) (scenario.Value, bool) {
	switch f.Path.Section() {
	case paths.Architecture:
		return r.factor(f)
	case paths.Components:
		return r.component(f.Path, at)
	case paths.People:
		return r.people(f.Path.Option(), f.Key())
	}
	switch f.Path {
	case paths.KubernetesNode:
		return scenario.Value{Word: r.e.NodeType()}, r.e.NodeType() != ""
	case paths.KubernetesKind, paths.ServerlessKind, paths.WasmKind:
		return scenario.Value{Word: r.e.Resolved.Kind(f.Path.Option())}, true
	case paths.Region:
		return scenario.Value{Word: r.e.Resolved.Region}, true
	}
	return scenario.Value{}, false
}

func (r *Effective) factor(f *scenario.Field) (scenario.Value, bool) {
	for _, row := range r.e.Score.Rows {
		if row.ID != f.Key() || row.State == checklist.Unknown {
			continue
		}
		if n, ok := row.Value.Number(); ok {
			return figure(n)
		}
		if row.State == checklist.Yes {
			return scenario.Value{Word: "true"}, true
		}
		return scenario.Value{Word: "false"}, true
	}
	return scenario.Value{}, false
}

func (r *Effective) people(side checklist.Option, id string) (scenario.Value, bool) {
	for _, line := range r.e.Resolved.People[side] {
		if line.ID == id {
			return figure(line.USD)
		}
	}
	return scenario.Value{}, false
}

func (r *Effective) component(path paths.Path, at scenario.At) (scenario.Value, bool) {
	i := at.Component
	c := &r.e.Resolved.Workload.Components[i]
	switch path {
	case paths.ComponentName:
		return scenario.Value{Word: c.Name}, true
	case paths.ComponentRequests:
		return figure(c.Requests)
	case paths.ComponentDuration:
		return figure(c.Stated)
	case paths.ComponentCPUTime:
		return figure(c.CPUTime)
	case paths.ComponentMemory:
		return figure(c.Memory)
	case paths.ComponentMemoryPerRun:
		return figure(c.MemoryPerRun)
	case paths.ComponentTraffic:
		return scenario.Value{Word: c.Shape.Name}, true
	case paths.ComponentPeakToMean:
		return figure(c.Shape.PeakToMean())
	case paths.ComponentTraits:
		names := slices.Clone(r.shown.Components[i].Traits)
		return scenario.Value{List: names}, len(names) > 0
	case paths.ComponentInit:
		return figure(c.Init)
	case paths.PodMemory:
		return figure(c.Pod.Memory)
	case paths.PodMinReplicas:
		return figure(c.Pod.MinReplicas)
	case paths.CallPerRequest:
		return figure(plan.CallsPerRequest)
	case paths.CallPayload:
		return figure(plan.CallPayload)
	case paths.CallVia:
		return r.via(at)
	}
	return scenario.Value{}, false
}

// via is how a call reaches the other side, which follows from its target.
func (r *Effective) via(at scenario.At) (scenario.Value, bool) {
	c := r.e.Scenario.Call(at)
	if c == nil {
		return scenario.Value{}, false
	}
	for i := range r.e.Resolved.Workload.Components {
		if called := &r.e.Resolved.Workload.Components[i]; called.Name == c.To {
			return scenario.Value{Word: string(plan.UsualVia(called))}, true
		}
	}
	return scenario.Value{}, false
}

func figure(v float64) (scenario.Value, bool) {
	return scenario.Value{Amount: quantity.Exactly(v)}, true
}

// Explicit returns the scenario with its implied component written out, ready
// to be edited; a scenario that has components is returned as it is. The new
// component carries what the checklist said of the system: its volume as a
// given figure, its traits as traits. Everything else stays left out.
func (e *Evaluation) Explicit() scenario.Scenario {
	s := e.Scenario
	if !e.Resolved.Implied {
		return s
	}
	implied := s.ImpliedComponent(scenario.Defaults().Components[0])
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
	s.Components = []scenario.Component{implied}
	return s
}
