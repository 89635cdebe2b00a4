package tui

import (
	"strings"

	"runwhere/model"
)

// standIn is the value that counts where a scenario leaves a field out, "left
// out" where none does. Forms, the table, its details and the sliders all have
// it from here, so that none of them names another default. A scenario decides
// it with the field left out: the checklist's answers and other fields of the
// component have their part in it.
func standIn(f *model.Field, s *model.Scenario, at model.At) string {
	without := s.Clone()
	f.Clear(&without, at)
	r, err := model.Resolve(without)
	if err != nil {
		return f.Default()
	}
	key, ofComponent := strings.CutPrefix(f.Path, "components.*.")
	switch {
	case ofComponent && at.Component < len(r.Workload.Components):
		if text := componentStandIn(&r, at.Component, key); text != "" {
			return text
		}
	case f.Path == volumePath:
		total := 0.0
		for i := range r.Workload.Components {
			total += r.Workload.Components[i].Requests
		}
		return model.FormatQuantity(model.Count, round3(total))
	}
	return f.Default()
}

// byDefault is the stand-in in the words of a form: "50M by default", "60ms
// (30% of the duration)".
func byDefault(f *model.Field, s *model.Scenario, at model.At) string {
	value, follows := standIn(f, s, at), wordsFor(f.Follows, s)
	switch {
	case follows == "" || follows == value && strings.ContainsAny(value, "0123456789") || f.Path == volumePath:
		return value + " by default"
	case strings.HasPrefix(follows, value), !strings.ContainsAny(value, "0123456789") && strings.Contains(follows, value):
		return follows
	}
	return value + " (" + follows + ")"
}

// componentStandIn is a value that counts for a component, as a file shows it,
// "" for what has none.
func componentStandIn(r *model.Resolved, i int, key string) string {
	c := &r.Workload.Components[i]
	amount := func(kind model.Kind, v float64) string { return model.FormatQuantity(kind, round3(v)) }
	switch key {
	case "requests_per_month":
		return amount(model.Count, c.Requests)
	case "duration":
		return amount(model.Duration, c.Duration)
	case "cpu_time":
		return amount(model.Duration, c.CPUTime)
	case "memory":
		return model.FormatMemory(c.Memory)
	case "response":
		return model.FormatSize(c.Response)
	case "outbound":
		return model.FormatSize(c.Outbound)
	case "outbound_cloud":
		return model.FormatSize(c.OutboundCloud)
	case "logs":
		return model.FormatSize(c.Logs)
	case "ephemeral":
		return model.FormatMemory(c.Ephemeral)
	case "init":
		return amount(model.Duration, c.Init)
	case "connections":
		return amount(model.Count, c.Connections)
	case "connections_per_instance":
		return amount(model.Count, c.PerInstance)
	case "traffic":
		return c.Shape.Name
	case "peak_to_mean":
		return model.FormatNumber(round3(c.Shape.PeakToMean()))
	case "trigger":
		return r.Triggers[i]
	case "pod.cpu":
		return model.FormatNumber(c.Pod.CPU)
	case "pod.memory":
		return model.FormatMemory(c.Pod.Memory)
	case "pod.concurrency":
		return model.FormatNumber(c.Pod.Concurrency)
	case "pod.replicas_min":
		return model.FormatNumber(c.Pod.MinReplicas)
	}
	return ""
}
