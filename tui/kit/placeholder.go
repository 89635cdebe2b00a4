package kit

import (
	"cmp"
	"strings"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model/plan"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/session"
)

// Placeholder is the value that counts where a scenario leaves a field out, "left
// out" where none does. Forms, the table, its details and the sliders all have
// it from here, so that none of them names another default. A scenario decides
// it with the field left out: the checklist's answers and other fields of the
// component have their part in it.
func Placeholder(f *scenario.Field, s *scenario.Scenario, at scenario.At) string {
	without := s.Clone()
	f.Clear(&without, at)
	r, err := plan.Resolve(without)
	if err != nil {
		return f.Default()
	}
	switch {
	case f.Path.In(paths.Component) && at.Component < len(r.Workload.Components):
		if text := ComponentPlaceholder(&r, at.Component, f.Path); text != "" {
			return text
		}
	case f.Path == paths.Requests:
		total := 0.0
		for i := range r.Workload.Components {
			total += r.Workload.Components[i].Requests
		}
		return quantity.FormatQuantity(quantity.Count, words.Significant(total, 3))
	}
	return f.Default()
}

// ByDefault is the stand-in in the words of a form: "50M by default", "60ms
// (30% of the duration)".
func ByDefault(f *scenario.Field, s *scenario.Scenario, at scenario.At) string {
	value, follows := Placeholder(f, s, at), session.WordsFor(f.Follows, s)
	switch {
	case follows == "" || follows == value && strings.ContainsAny(value, "0123456789") || f.Path == paths.Requests:
		return value + " by default"
	case strings.HasPrefix(follows, value), !strings.ContainsAny(value, "0123456789") && strings.Contains(follows, value):
		return follows
	}
	return value + " (" + follows + ")"
}

// ComponentPlaceholder is a value that counts for a component, as a file shows it,
// "" for what has none.
func ComponentPlaceholder(r *plan.Resolved, i int, path paths.Path) string {
	c := &r.Workload.Components[i]
	amount := func(kind quantity.Kind, v float64) string {
		return quantity.FormatQuantity(kind, words.Significant(v, 3))
	}
	switch path {
	case paths.ComponentRequests:
		return amount(quantity.Count, c.Requests)
	case paths.ComponentDuration:
		return amount(quantity.Duration, c.Duration)
	case paths.ComponentCPUTime:
		return amount(quantity.Duration, c.CPUTime)
	case paths.ComponentMemory:
		return quantity.FormatMemory(c.Memory)
	case paths.ComponentRequest:
		return quantity.FormatSize(c.Request)
	case paths.ComponentResponse:
		return quantity.FormatSize(c.Response)
	case paths.ComponentOutbound:
		return quantity.FormatSize(c.Outbound)
	case paths.ComponentOutboundCloud:
		return quantity.FormatSize(c.OutboundCloud)
	case paths.ComponentPool:
		if c.Traits.GPU {
			return costs.GPUPool
		}
		return costs.GeneralPool
	case paths.ComponentOutboundZones:
		return quantity.FormatSize(c.OutboundZones)
	case paths.ComponentLogs:
		return quantity.FormatSize(c.Logs)
	case paths.ComponentEphemeral:
		return quantity.FormatMemory(c.Ephemeral)
	case paths.ComponentInit:
		return amount(quantity.Duration, c.Init)
	case paths.ComponentConnections:
		return amount(quantity.Count, c.Connections)
	case paths.ComponentConnectionsPerInstance:
		return amount(quantity.Count, cmp.Or(c.PerInstance, costs.ConnectionsPerInstance))
	case paths.ComponentTraffic:
		return c.Shape.Name
	case paths.ComponentPeakToMean:
		return quantity.FormatNumber(words.Significant(c.Shape.PeakToMean(), 3))
	case paths.ComponentTrigger:
		return r.Triggers[i]
	case paths.ComponentSource:
		return cmp.Or(c.Source, scenario.NoSource)
	case paths.ComponentBatch:
		return amount(quantity.Count, c.Batch)
	case paths.PodCPU:
		return quantity.FormatNumber(c.Pod.CPU)
	case paths.PodMemory:
		return quantity.FormatMemory(c.Pod.Memory)
	case paths.PodConcurrency:
		return quantity.FormatNumber(c.Pod.Concurrency)
	case paths.PodMinReplicas:
		return quantity.FormatNumber(c.Pod.MinReplicas)
	}
	return ""
}
