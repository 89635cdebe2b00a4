package model

import (
	"runwhere/costs"
)

// The triggers and traits of a component.
var (
	triggers = []string{"http", "queue", "schedule", "event", "stream"}
	traits   = []string{"stateful", "persistent-connections", "gpu", "long-running", "custom-networking"}
)

// What the words mean, in the same order.
var (
	triggerMeanings = []string{
		"a call that waits for the answer", "a message in a queue", "the clock", "an event of another service", "records of a stream",
	}
	viaMeanings = []string{ // in the order of costs.Vias
		"over the event bus of the side that is called", "over HTTP, through the front door of the side that is called",
		"over a connection inside the network: a database protocol, gRPC",
	}
	traitMeanings = []string{
		"keeps data from one request to the next",
		"keeps WebSockets open",
		"computes on a GPU",
		"one run takes more than 15 minutes",
		"private links, a VPN or a mesh",
	}
)

func componentFields() []*Field {
	table := []*Field{
		{Path: "components.*.name", Kind: Text, naming: true, slot: nameSlot{}, Doc: "unique; calls and --set refer to it"},
		{
			Path: "components.*.requests_per_month", Kind: Count, Max: mostRequests, Doc: "requests, jobs or events a month",
			Follows: "its part of checklist.requests_per_month, else 1M", Example: "1M",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Requests }),
		},
		{
			Path: "components.*.duration", Kind: Duration, Max: longestRun, Doc: "wall time a request, mean",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Duration }),
		},
		{
			Path: "components.*.cpu_time", Kind: Duration, Max: longestRun, Doc: "CPU time a request; the rest of the wall time is waiting",
			Follows: "30% of the duration", Example: "60ms",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.CPUTime }),
		},
		{
			Path: "components.*.memory", Kind: Memory, Min: 1, Max: mostMemory, Doc: "memory that one request needs",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Memory }),
		},
		{
			Path: "components.*.response", Kind: Size, Max: mostData, Doc: "sent to the internet a request",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Response }),
		},
		{
			Path: "components.*.outbound", Kind: Size, Max: mostData, Doc: "exchanged with the internet a request besides the response: egress, and NAT where there are gateways",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Outbound }),
		},
		{
			Path: "components.*.outbound_cloud", Kind: Size, Max: mostData, Doc: "exchanged with the provider's own services in the region a request: NAT where there are gateways, no egress",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.OutboundCloud }),
		},
		{
			Path: "components.*.logs", Kind: Size, Max: mostData, Doc: "written to the log a request",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Logs }),
		},
		{
			Path: "components.*.ephemeral", Kind: Memory, Min: 512, Max: 10240, Doc: "temporary disk of a Lambda function",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Ephemeral }),
		},
		{
			Path: "components.*.runtime", Kind: Choice, Choices: costs.Runtimes, Doc: "language; limits and cold starts follow from it",
			Follows: "any that a platform runs", Example: "nodejs",
			slot: componentText(func(c *Component) *Maybe[string] { return &c.Runtime }),
		},
		{
			Path: "components.*.init", Kind: Duration, Max: longestRun, Doc: "time that a cold start takes to initialise",
			Follows: "the measured median of the runtime", Example: "135ms",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Init }),
		},
		{
			Path: "components.*.connections", Kind: Count, Max: mostRequests, Doc: "connections that are open at any time, mean",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Connections }),
		},
		{
			Path: "components.*.connections_per_instance", Kind: Count, Min: 1, Max: mostRequests, Doc: "open connections that one pod or instance holds, 20 KiB of memory each; Cloud Run lets an instance hold 1,000",
			Follows: "10K, on Cloud Run 1K", Example: "10K",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.PerInstance }),
		},
		{
			Path: "components.*.traffic", Kind: Choice, Choices: choiceIDs("traffic"), Doc: "how requests are spread over a week",
			Follows: "the checklist's traffic, else steady", Example: "steady",
			slot: componentText(func(c *Component) *Maybe[string] { return &c.Traffic }),
		},
		{
			Path: "components.*.peak_to_mean", Kind: Number, Min: 1, Max: hoursInWeek, Doc: "busiest hour of the week over the mean hour",
			Follows: "the traffic pattern's own", Example: "2.5",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.PeakToMean }),
		},
		{
			Path: "components.*.trigger", Kind: Choice, Choices: triggers, Meanings: triggerMeanings, Doc: "what starts a run; only http passes the front door",
			slot: componentText(func(c *Component) *Maybe[string] { return &c.Trigger }),
		},
		{
			Path: "components.*.traits", Kind: Choices, Choices: traits, Meanings: traitMeanings, Doc: "what a platform's limits speak of", Follows: "none", Example: "stateful",
			slot: listSlot(func(s *Scenario, at At) *[]string {
				if c := s.component(at); c != nil {
					return &c.Traits
				}
				return nil
			}),
		},
		{
			Path: "components.*.pin", Kind: Choice, Choices: []string{"kubernetes", "serverless", "wasm"}, Doc: "where it has to run",
			Follows: "free to run anywhere", Example: "kubernetes",
			slot: componentText(func(c *Component) *Maybe[string] { return &c.Pin }),
		},
	}
	table = append(table, podFields()...)
	return append(table, callFields()...)
}

func podFields() []*Field {
	return []*Field{
		{
			Path: "components.*.pod.cpu", Kind: Number, Min: 0.001, Max: largestNode, Doc: "vCPU that a pod asks for",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Pod.CPU }),
		},
		{
			Path: "components.*.pod.memory", Kind: Memory, Min: 1, Max: mostMemory, Doc: "memory that a pod asks for",
			Follows: "512MiB, or the component's given memory and its connections where that is more", Example: "512MiB",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Pod.Memory }),
		},
		{
			Path: "components.*.pod.concurrency", Kind: Number, Min: 1, Max: mostThings, Whole: true, Doc: "requests that a pod serves at once",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Pod.Concurrency }),
		},
		{
			Path: "components.*.pod.replicas_min", Kind: Number, Max: mostThings, Whole: true, Doc: "pods that run at any time",
			slot: componentAmount(func(c *Component) *Maybe[Amount] { return &c.Pod.MinReplicas }),
		},
	}
}

func callFields() []*Field {
	return []*Field{
		{Path: "components.*.calls.*.to", Kind: Text, naming: true, slot: targetSlot{}, Doc: "the component that is called", Follows: "not allowed", Example: "another"},
		{
			Path: "components.*.calls.*.per_request", Kind: Number, Max: 1e6, Doc: "calls a request", Follows: "1", Example: "1",
			slot: callAmount(func(c *Call) *Maybe[Amount] { return &c.PerRequest }),
		},
		{
			Path: "components.*.calls.*.payload", Kind: Size, Max: mostData, Doc: "data a call, both ways", Follows: "4KiB", Example: "4KiB",
			slot: callAmount(func(c *Call) *Maybe[Amount] { return &c.Payload }),
		},
		{
			Path: "components.*.calls.*.via", Kind: Choice, Choices: vias(), Meanings: viaMeanings, Doc: "how a call reaches a component on another side",
			Follows: "gateway to a component that takes HTTP, private to a stateful one, else event", Example: "event",
			slot: callText(func(c *Call) *Maybe[string] { return &c.Via }),
		},
	}
}

func componentAmount(p func(*Component) *Maybe[Amount]) amountSlot {
	return func(s *Scenario, at At) *Maybe[Amount] {
		if c := s.component(at); c != nil {
			return p(c)
		}
		return nil
	}
}

func componentText(p func(*Component) *Maybe[string]) textSlot {
	return func(s *Scenario, at At) *Maybe[string] {
		if c := s.component(at); c != nil {
			return p(c)
		}
		return nil
	}
}

func callAmount(p func(*Call) *Maybe[Amount]) amountSlot {
	return func(s *Scenario, at At) *Maybe[Amount] {
		if c := s.call(at); c != nil {
			return p(c)
		}
		return nil
	}
}

func callText(p func(*Call) *Maybe[string]) textSlot {
	return func(s *Scenario, at At) *Maybe[string] {
		if c := s.call(at); c != nil {
			return p(c)
		}
		return nil
	}
}

func vias() []string {
	words := make([]string, len(costs.Vias))
	for i, via := range costs.Vias {
		words[i] = string(via)
	}
	return words
}
