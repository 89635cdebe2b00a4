package report

import (
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
)

// setting is one value of the scenario as it was evaluated, whether its author
// gave it or a default stood in.
type setting struct {
	field *model.Field
	at    model.At
	value model.Value
	known bool // false where nothing was said and nothing is assumed
	given bool
}

// path is where the value stands in the scenario: components[0].duration.
func (s *setting) path() string { return s.field.PathAt(s.at) }

// assumed reports whether the evaluation rests on a value that nobody gave.
// What the architecture score derives from answers and components is no
// assumption, nor is an open question.
func (s *setting) assumed() bool {
	return s.known && !s.given && !strings.HasPrefix(s.field.Path, "architecture.")
}

// text prints the value as a scenario file shows it.
func (s *setting) text() string {
	switch v := s.value; {
	case !s.known:
		return "-"
	case s.field.Kind == model.Choices:
		return strings.Join(v.List, ", ")
	case s.field.Kind.Numeric() && v.Word == "":
		return model.FormatAmount(s.field.Kind, v.Amount)
	default:
		return v.Word
	}
}

// settings lists every value of the scenario in the order of the file, the
// fields of a component together.
func settings(e *model.Evaluation) []setting {
	r := reader{e: e, shown: e.Explicit(), defaults: model.Defaults()}
	var list []setting
	componentsDone := false
	for _, f := range model.Fields() {
		switch {
		case f.SetOnly:
		case !strings.HasPrefix(f.Path, "components."):
			list = append(list, r.read(f, model.At{}))
		case !componentsDone:
			list = append(list, r.components()...)
			componentsDone = true
		}
	}
	return list
}

// reader reads fields off an evaluation.
type reader struct {
	e        *model.Evaluation
	shown    model.Scenario // with the implied component written out
	defaults model.Scenario
}

func (r *reader) components() []setting {
	var list []setting
	for i := range r.shown.Components {
		for _, f := range model.Fields() {
			if strings.HasPrefix(f.Path, "components.") && !strings.Contains(f.Path, ".calls.") {
				list = append(list, r.read(f, model.At{Component: i}))
			}
		}
		for j := range r.shown.Components[i].Calls {
			for _, f := range model.Fields() {
				if strings.Contains(f.Path, ".calls.") {
					list = append(list, r.read(f, model.At{Component: i, Call: j}))
				}
			}
		}
	}
	return list
}

// read returns the value of a field: the author's, else what stood in for it.
func (r *reader) read(f *model.Field, at model.At) setting {
	s := setting{field: f, at: at}
	if s.value, s.given = f.Value(&r.e.Scenario, at); s.given {
		s.known = true
		return s
	}
	if s.value, s.known = r.derived(f, at); s.known {
		// A figure that the checklist gave for the whole system was given.
		s.given = f.Path == "components.*.requests_per_month" && r.e.Scenario.RequestTotal.Given()
		return s
	}
	s.value, s.known = f.Value(&r.shown, at)
	if !s.known {
		s.value, s.known = f.Value(&r.defaults, model.At{})
	}
	return s
}

// derived returns a value that has no fixed default but follows from others,
// as the evaluation resolved it.
func (r *reader) derived(f *model.Field, at model.At) (model.Value, bool) {
	switch section, rest, _ := strings.Cut(f.Path, "."); section {
	case "architecture":
		return r.factor(f)
	case "components":
		return r.component(strings.TrimPrefix(rest, "*."), at.Component)
	case "people":
		side, line, _ := strings.Cut(rest, ".")
		return r.people(costs.Option(side), line)
	}
	switch f.Path {
	case "platforms.kubernetes.node":
		return model.Value{Word: r.e.NodeType()}, r.e.NodeType() != ""
	case "platforms.kubernetes.kind":
		return model.Value{Word: r.e.Resolved.Kinds[0]}, true
	case "platforms.serverless.kind":
		return model.Value{Word: r.e.Resolved.Kinds[1]}, true
	case "region":
		return model.Value{Word: r.e.Resolved.Region}, true
	}
	return model.Value{}, false
}

func (r *reader) factor(f *model.Field) (model.Value, bool) {
	for _, row := range r.e.Score.Rows {
		if row.ID != f.Key() || row.State == checklist.Unknown {
			continue
		}
		if n, ok := row.Value.Number(); ok {
			return figure(n)
		}
		if row.State == checklist.Yes {
			return model.Value{Word: "true"}, true
		}
		return model.Value{Word: "false"}, true
	}
	return model.Value{}, false
}

func (r *reader) people(side costs.Option, id string) (model.Value, bool) {
	for _, line := range r.e.Resolved.People[side] {
		if line.ID == id {
			return figure(line.USD)
		}
	}
	return model.Value{}, false
}

func (r *reader) component(key string, i int) (model.Value, bool) {
	c := &r.e.Resolved.Workload.Components[i]
	switch key {
	case "name":
		return model.Value{Word: c.Name}, true
	case "requests_per_month":
		return figure(c.Requests)
	case "duration":
		return figure(c.Duration)
	case "cpu_time":
		return figure(c.CPUTime)
	case "memory":
		return figure(c.Memory)
	case "traffic":
		return model.Value{Word: c.Shape.Name}, true
	case "peak_to_mean":
		return figure(c.Shape.PeakToMean())
	case "traits":
		names := slices.Clone(r.shown.Components[i].Traits)
		return model.Value{List: names}, len(names) > 0
	case "init":
		return figure(c.Init)
	case "pod.memory":
		return figure(c.Pod.Memory)
	case "pod.replicas_min":
		return figure(c.Pod.MinReplicas)
	case "calls.*.per_request":
		return figure(1)
	}
	return model.Value{}, false
}

func figure(v float64) (model.Value, bool) { return model.Value{Amount: model.Exactly(v)}, true }
