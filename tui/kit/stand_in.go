package kit

import (
	"strings"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/session"
)

// VolumePath is the volume of the whole system.
const VolumePath = "requests_per_month"

// StandIn is the value that counts where a scenario leaves a field out, "left
// out" where none does. Forms, the table, its details and the sliders all have
// it from here, so that none of them names another default. A scenario decides
// it with the field left out: the checklist's answers and other fields of the
// component have their part in it.
func StandIn(f *scenario.Field, s *scenario.Scenario, at scenario.At) string {
	without := s.Clone()
	f.Clear(&without, at)
	r, err := model.Resolve(without)
	if err != nil {
		return f.Default()
	}
	key, ofComponent := strings.CutPrefix(f.Path, "components.*.")
	switch {
	case ofComponent && at.Component < len(r.Workload.Components):
		if text := ComponentStandIn(&r, at.Component, key); text != "" {
			return text
		}
	case f.Path == VolumePath:
		total := 0.0
		for i := range r.Workload.Components {
			total += r.Workload.Components[i].Requests
		}
		return quantity.FormatQuantity(quantity.Count, Round3(total))
	}
	return f.Default()
}

// ByDefault is the stand-in in the words of a form: "50M by default", "60ms
// (30% of the duration)".
func ByDefault(f *scenario.Field, s *scenario.Scenario, at scenario.At) string {
	value, follows := StandIn(f, s, at), session.WordsFor(f.Follows, s)
	switch {
	case follows == "" || follows == value && strings.ContainsAny(value, "0123456789") || f.Path == VolumePath:
		return value + " by default"
	case strings.HasPrefix(follows, value), !strings.ContainsAny(value, "0123456789") && strings.Contains(follows, value):
		return follows
	}
	return value + " (" + follows + ")"
}

// ComponentStandIn is a value that counts for a component, as a file shows it,
// "" for what has none.
func ComponentStandIn(r *model.Resolved, i int, key string) string {
	c := &r.Workload.Components[i]
	amount := func(kind quantity.Kind, v float64) string { return quantity.FormatQuantity(kind, Round3(v)) }
	switch key {
	case "requests_per_month":
		return amount(quantity.Count, c.Requests)
	case "duration":
		return amount(quantity.Duration, c.Duration)
	case "cpu_time":
		return amount(quantity.Duration, c.CPUTime)
	case "memory":
		return quantity.FormatMemory(c.Memory)
	case "response":
		return quantity.FormatSize(c.Response)
	case "outbound":
		return quantity.FormatSize(c.Outbound)
	case "outbound_cloud":
		return quantity.FormatSize(c.OutboundCloud)
	case "logs":
		return quantity.FormatSize(c.Logs)
	case "ephemeral":
		return quantity.FormatMemory(c.Ephemeral)
	case "init":
		return amount(quantity.Duration, c.Init)
	case "connections":
		return amount(quantity.Count, c.Connections)
	case "connections_per_instance":
		return amount(quantity.Count, c.PerInstance)
	case "traffic":
		return c.Shape.Name
	case "peak_to_mean":
		return quantity.FormatNumber(Round3(c.Shape.PeakToMean()))
	case "trigger":
		return r.Triggers[i]
	case "pod.cpu":
		return quantity.FormatNumber(c.Pod.CPU)
	case "pod.memory":
		return quantity.FormatMemory(c.Pod.Memory)
	case "pod.concurrency":
		return quantity.FormatNumber(c.Pod.Concurrency)
	case "pod.replicas_min":
		return quantity.FormatNumber(c.Pod.MinReplicas)
	}
	return ""
}
