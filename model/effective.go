package model

import (
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
)

// Effective reads the values that an evaluation rests on: what the author
// gave, else what follows from other values, else the default.
type Effective struct {
	e        *Evaluation
	shown    Scenario // with the implied component written out
	defaults Scenario
}

// Effective returns the reader of the evaluation's values.
func (e *Evaluation) Effective() *Effective {
	return &Effective{e: e, shown: e.Explicit(), defaults: Defaults()}
}

// Value returns the value of a field, whether somebody gave it, and whether it
// is known: false where nothing was said and nothing is assumed.
func (r *Effective) Value(f *Field, at At) (v Value, given, known bool) {
	if v, given = f.Value(&r.e.Scenario, at); given {
		return v, true, true
	}
	if v, known = r.derived(f, at); known {
		// A figure that the checklist gave for the whole system was given.
		given = f.Path == "components.*.requests_per_month" && (r.e.Resolved.Implied && r.e.Scenario.RequestTotal.Given() || r.e.Scenario.SharesTotal())
		return v, given, true
	}
	if v, known = f.Value(&r.shown, at); !known {
		v, known = f.Value(&r.defaults, At{})
	}
	return v, false, known
}

// derived returns a value that has no fixed default but follows from others,
// as the evaluation resolved it.
func (r *Effective) derived(f *Field, at At) (Value, bool) {
	switch section, rest, _ := strings.Cut(f.Path, "."); section {
	case "architecture":
		return r.factor(f)
	case "components":
		return r.component(strings.TrimPrefix(rest, "*."), at)
	case "people":
		side, line, _ := strings.Cut(rest, ".")
		return r.people(costs.Option(side), line)
	}
	switch f.Path {
	case "platforms.kubernetes.node":
		return Value{Word: r.e.NodeType()}, r.e.NodeType() != ""
	case "platforms.kubernetes.kind":
		return Value{Word: r.e.Resolved.Kinds[0]}, true
	case "platforms.serverless.kind":
		return Value{Word: r.e.Resolved.Kinds[1]}, true
	case "platforms.wasm.kind":
		return Value{Word: r.e.Resolved.Kinds[2]}, true
	case "region":
		return Value{Word: r.e.Resolved.Region}, true
	}
	return Value{}, false
}

func (r *Effective) factor(f *Field) (Value, bool) {
	for _, row := range r.e.Score.Rows {
		if row.ID != f.Key() || row.State == checklist.Unknown {
			continue
		}
		if n, ok := row.Value.Number(); ok {
			return figure(n)
		}
		if row.State == checklist.Yes {
			return Value{Word: "true"}, true
		}
		return Value{Word: "false"}, true
	}
	return Value{}, false
}

func (r *Effective) people(side costs.Option, id string) (Value, bool) {
	for _, line := range r.e.Resolved.People[side] {
		if line.ID == id {
			return figure(line.USD)
		}
	}
	return Value{}, false
}

func (r *Effective) component(key string, at At) (Value, bool) {
	i := at.Component
	c := &r.e.Resolved.Workload.Components[i]
	switch key {
	case "name":
		return Value{Word: c.Name}, true
	case "requests_per_month":
		return figure(c.Requests)
	case "duration":
		return figure(c.Duration)
	case "cpu_time":
		return figure(c.CPUTime)
	case "memory":
		return figure(c.Memory)
	case "traffic":
		return Value{Word: c.Shape.Name}, true
	case "peak_to_mean":
		return figure(c.Shape.PeakToMean())
	case "traits":
		names := slices.Clone(r.shown.Components[i].Traits)
		return Value{List: names}, len(names) > 0
	case "init":
		return figure(c.Init)
	case "pod.memory":
		return figure(c.Pod.Memory)
	case "pod.replicas_min":
		return figure(c.Pod.MinReplicas)
	case "calls.*.per_request":
		return figure(callsPerRequest)
	case "calls.*.payload":
		return figure(callPayload)
	case "calls.*.via":
		return r.via(at)
	}
	return Value{}, false
}

// via is how a call reaches the other side, which follows from its target.
func (r *Effective) via(at At) (Value, bool) {
	c := r.e.Scenario.call(at)
	if c == nil {
		return Value{}, false
	}
	for i := range r.e.Resolved.Workload.Components {
		if called := &r.e.Resolved.Workload.Components[i]; called.Name == c.To {
			return Value{Word: string(usualVia(called))}, true
		}
	}
	return Value{}, false
}

func figure(v float64) (Value, bool) { return Value{Amount: Exactly(v)}, true }
