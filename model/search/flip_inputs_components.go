package search

import (
	"math"

	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// componentFigure is a figure that every component has, with the bounds of the
// search for its mean.
type componentFigure struct {
	path      paths.Path
	label     string
	kind      quantity.Kind
	low, high float64
	of        func(e *model.Evaluation, i int) float64
	slot      func(c *scenario.Component) *scenario.Maybe[quantity.Amount]
}

var componentFigures = []componentFigure{
	{
		paths.ComponentDuration, "duration", quantity.Duration, 1e-3, 3600,
		func(e *model.Evaluation, i int) float64 { return e.Resolved.Workload.Components[i].Stated },
		func(c *scenario.Component) *scenario.Maybe[quantity.Amount] { return &c.Duration },
	},
	{
		paths.ComponentMemory, "memory", quantity.Memory, 16, 32768,
		func(e *model.Evaluation, i int) float64 { return e.Resolved.Workload.Components[i].Memory },
		func(c *scenario.Component) *scenario.Maybe[quantity.Amount] { return &c.Memory },
	},
	{
		paths.ComponentCPUTime, "CPU time", quantity.Duration, 1e-4, 3600,
		func(e *model.Evaluation, i int) float64 { return e.Resolved.Workload.Components[i].CPUTime },
		func(c *scenario.Component) *scenario.Maybe[quantity.Amount] { return &c.CPUTime },
	},
	{
		paths.ComponentResponse, "response", quantity.Size, 0.1, 1 << 18,
		func(e *model.Evaluation, i int) float64 { return e.Resolved.Workload.Components[i].Response },
		func(c *scenario.Component) *scenario.Maybe[quantity.Amount] { return &c.Response },
	},
	{
		paths.ComponentLogs, "logs a request", quantity.Size, 0.1, 1 << 18,
		func(e *model.Evaluation, i int) float64 { return e.Resolved.Workload.Components[i].Logs },
		func(c *scenario.Component) *scenario.Maybe[quantity.Amount] { return &c.Logs },
	},
}

// componentInputs changes a figure of all components in proportion to their
// mean, which every request counts once.
func componentInputs(e *model.Evaluation) []flipInput {
	explicit := e.Explicit()
	n := len(e.Resolved.Workload.Components)
	name, about := "*", " (mean, all components in proportion)"
	if n == 1 {
		name, about = e.Resolved.Workload.Components[0].Name, ""
	}
	inputs := make([]flipInput, 0, len(componentFigures))
	for _, f := range componentFigures {
		mean, today, high := 0.0, make([]float64, n), f.high
		for i, share := range e.Resolved.Workload.Shares() {
			today[i] = f.of(e, i)
			mean += share * today[i]
		}
		if f.path == paths.ComponentCPUTime { // a request computes no longer than it takes
			for i := range n {
				if today[i] == 0 {
					continue
				}
				high = math.Min(high, mean*e.Resolved.Workload.Components[i].Stated/today[i])
			}
		}
		in := flipInput{path: f.path.Named(name), label: f.label + about, kind: f.kind, value: mean, low: f.low, high: high, unstated: asAssumed, stated: asGiven}
		in.with = func(v float64) scenario.Scenario {
			next := explicit.Clone()
			for i := range next.Components {
				*f.slot(&next.Components[i]) = scenario.Some(quantity.Exactly(proportion(today[i], v, mean)))
			}
			return next
		}
		inputs = append(inputs, in)
	}
	return inputs
}

// proportion scales one component's figure as the mean goes to v. Today's
// mean gives back today's figure to the last bit: a limit may lie right on it.
// Where there is nothing today every component gets the mean.
func proportion(figure, v, mean float64) float64 {
	switch mean {
	case figure, 0:
		return v
	case v:
		return figure
	}
	return figure * v / mean
}
