package scenario

import (
	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// The triggers and traits of a component.
var (
	Triggers = []string{"http", "queue", "schedule", "event", "stream"}
	traits   = []string{"stateful", "persistent-connections", "gpu", "long-running", "custom-networking"}
)

// Internal is the audience of a component that only the system itself calls, and
// Job how one runs that has a pod for each run.
const (
	Internal = "internal"
	Job      = "job"
)

// NoSource is the word for a component whose source is not billed.
const NoSource = "none"

// mostMessages is the most that any of the sources hands to one run.
const mostMessages = 10_000

// What the words mean, in the same order.
var (
	triggerMeanings = []string{
		"a call that waits for the answer", "a message in a queue", "the clock", "an event of another service", "records of a stream",
	}
	sourceMeanings = []string{ // "none", then in the order of costs.Sources
		"nothing that is billed, or what another bill has", "SQS, Pub/Sub, Service Bus, Cloudflare Queues", "SNS, Pub/Sub, Service Bus", "Kinesis, Pub/Sub, Event Hubs",
		"EventBridge, Pub/Sub, Event Grid", "EventBridge Scheduler, Cloud Scheduler; a cluster has its own",
	}
	viaMeanings = []string{ // in the order of costs.Vias
		"over the event bus of the side that is called", "over HTTP, through the front door of the side that is called",
		"over a connection inside the network: a database protocol, gRPC",
	}
	audienceMeanings = []string{
		"requests pass the front door, and answers are egress", "only the system itself: no front door, no egress of answers",
	}
	runsAsMeanings = []string{
		"pods stand by and are scaled with the load", "each run has a pod of its own, which lives for its start and the run: no replicas, no headroom",
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
		{Path: paths.ComponentName, Kind: quantity.Text, Naming: true, Slot: nameSlot{}, Doc: "unique; calls and --set refer to it"},
		{
			Path: paths.ComponentRequests, Kind: quantity.Count, Max: MostRequests, Doc: "requests, jobs or events a month",
			Follows: "its part of " + paths.Question(checklist.KeyRequests).String() + ", else 1M", Example: "1M",
			Plausible: within(10e3, 100e6),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Requests }),
		},
		{
			Path: paths.ComponentDuration, Kind: quantity.Duration, Max: longestRun, Doc: "wall time a request, mean",
			Plausible: within(0.03, 1.5).by("a fifth of functions take under 100 ms on average and half under 1 s: " + azureTrace),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Duration }),
		},
		{
			Path: paths.ComponentCPUTime, Kind: quantity.Duration, Max: longestRun, Doc: "CPU time a request; the rest of the wall time is waiting",
			Follows: "30% of the duration", Example: "60ms",
			Plausible: partOf(paths.ComponentDuration, 0.03, 0.85),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.CPUTime }),
		},
		{
			Path: paths.ComponentMemory, Kind: quantity.Memory, Min: 1, Max: mostMemory, Doc: "memory that one process needs with one run in it",
			Plausible: within(60, 512).by("half of the apps have at most 170 MB, nine of ten never over 400 MB: " + azureTrace),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Memory }),
		},
		{
			Path: paths.ComponentMemoryPerRun, Kind: quantity.Memory, Max: mostMemory, Doc: "memory of each further run at once in a process",
			Follows: "2% of memory for http and stream, else none: one run a process", Example: "4MiB",
			Plausible: partOf(paths.ComponentMemory, 0.002, 0.5),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.MemoryPerRun }),
		},
		{
			Path: paths.ComponentIsolateMemory, Kind: quantity.Memory, Min: 1, Max: mostMemory, Doc: "memory that it needs in an isolate, of 128 MB on Workers",
			Follows: "memory less 64MiB, and a caveat at most", Example: "40MiB",
			Plausible: within(10, 128),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.IsolateMemory }),
		},
		{
			Path: paths.ComponentFunctionMemory, Kind: quantity.Memory, Min: 128, Max: costs.LambdaMaxMemory, Choices: autoOnly,
			Doc:     "memory that its function is set to; auto: the fastest within a tenth of the cheapest",
			Follows: "that of the platform, else auto", Example: "auto", Slot: autoSlot(componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.FunctionMemory })),
		},
		{
			Path: paths.ComponentMeasuredAt, Kind: quantity.Memory, Min: 128, Max: costs.LambdaMaxMemory, Exact: true,
			Doc:     "memory of the Lambda function on which the duration was measured, which has MiB/1769 of a core",
			Follows: "the duration is that on a whole core", Example: "1024MiB",
			Slot: componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.MeasuredAt }),
		},
		{
			Path: paths.ComponentLatencyGoal, Kind: quantity.Duration, Max: longestRun, Doc: "what a run may take at most on a function that auto sets",
			Follows: "twice its duration for http, four times for the rest", Example: "300ms",
			Plausible: &Plausible{Low: 1.2, High: 4, Of: paths.ComponentDuration, Rest: []float64{1, 8}},
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.LatencyGoal }),
		},
		{
			Path: paths.ComponentRequest, Kind: quantity.Size, Max: mostData, Doc: "brought by a request, or by each message of an event source",
			Plausible: within(0.3, 20),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Request }),
		},
		{
			Path: paths.ComponentResponse, Kind: quantity.Size, Max: mostData, Doc: "answer to a request, which is egress where the internet gets it",
			Plausible: within(0.5, 100),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Response }),
		},
		{
			Path: paths.ComponentOutbound, Within: "internet", Kind: quantity.Size, Max: mostData,
			Doc:       "exchanged with the internet a request besides the response: egress, and NAT where there is any",
			Plausible: within(0, 50),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Outbound }),
		},
		{
			Path: paths.ComponentOutboundCloud, Once: paths.Component.Dot("outbound_cloud"), Kind: quantity.Size, Max: mostData,
			Doc:       "exchanged a request with services of the provider in the region: as endpoints says, no egress",
			Plausible: within(0, 100),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.OutboundCloud }),
		},
		{
			Path: paths.ComponentOutboundZones, Kind: quantity.Size, Max: mostData,
			Doc:       "exchanged a request with what is in one zone, as a database: all but one part in zones passes between them",
			Plausible: within(0, 50),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.OutboundZones }),
		},
		{
			Path: paths.ComponentLogs, Kind: quantity.Size, Max: mostData, Doc: "written to the log a request",
			Plausible: within(0.2, 10),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Logs }),
		},
		{
			Path: paths.ComponentEphemeral, Kind: quantity.Memory, Min: 512, Max: costs.ECSMaxDisk, Doc: "temporary disk of a Lambda function (512 MiB free, 10 GiB at most) or of a task on ECS (20 GB free)",
			Slot: componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Ephemeral }),
		},
		{
			Path: paths.ComponentRuntime, Kind: quantity.Choice, Choices: costs.Runtimes, Doc: "language; limits and cold starts follow from it",
			Follows: "any that a platform runs", Example: "nodejs",
			Slot: componentText(func(c *Component) *Maybe[string] { return &c.Runtime }),
		},
		{
			Path: paths.ComponentInit, Kind: quantity.Duration, Max: longestRun, Doc: "time that a cold start takes to initialise",
			Follows: "the measured median of the runtime", Example: "135ms",
			Slot: componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Init }),
		},
		{
			Path: paths.ComponentConnections, Kind: quantity.Count, Max: MostRequests, Doc: "connections that are open at any time, mean",
			Slot: componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Connections }),
		},
		{
			Path: paths.ComponentConnectionsPerInstance, Kind: quantity.Count, Min: 1, Max: MostRequests, Doc: "open connections that one of them holds, 20 KiB of memory each",
			Follows: "10K; Cloud Run 1K, a Durable Object 100", Example: "10K",
			Plausible: within(1000, 50_000),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.PerInstance }),
		},
		{
			Path: paths.ComponentTraffic, Kind: quantity.Choice, Choices: choiceIDs("traffic"), Doc: "how requests are spread over a week",
			Follows: "the checklist's traffic, else steady", Example: "steady",
			Slot: componentText(func(c *Component) *Maybe[string] { return &c.Traffic }),
		},
		{
			Path: paths.ComponentPeakToMean, Kind: quantity.Number, Min: 1, Max: hoursInWeek, Doc: "busiest hour of the week over the mean hour",
			Follows: "the traffic pattern's own", Example: "2.5",
			Plausible: partOf(paths.ComponentPeakToMean, 0.6, 1.8),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.PeakToMean }),
		},
		{
			Path: paths.ComponentShape, Kind: quantity.Week, Doc: "a measured week in place of the traffic pattern: requests of each hour, UTC, Monday first",
			Follows: "the checklist's week, else the traffic pattern", Example: evenWeek,
			Slot: weekSlot(func(s *Scenario, at At) *[]float64 {
				if c := s.component(at); c != nil {
					return &c.Week
				}
				return nil
			}),
		},
		{
			Path: paths.ComponentBurst, Kind: quantity.Number, Min: 1, Max: 1000, Exact: true, Doc: "busiest minute over the mean of its hour",
			Follows: "the traffic pattern's own, 1.2 for a measured week", Example: "1.2",
			Plausible: partOf(paths.ComponentBurst, 0.6, 1.8),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Burst }),
		},
		{
			Path: paths.ComponentTrigger, Kind: quantity.Choice, Choices: Triggers, Meanings: triggerMeanings, Doc: "what starts a run; only http passes the front door",
			Slot: componentText(func(c *Component) *Maybe[string] { return &c.Trigger }),
		},
		{
			Path: paths.ComponentAudience, Kind: quantity.Choice, Choices: []string{"internet", Internal}, Meanings: audienceMeanings, Doc: "who calls it",
			Follows: "internal where another component calls it, else internet", Example: "internet",
			Slot: componentText(func(c *Component) *Maybe[string] { return &c.Audience }),
		},
		{
			Path: paths.ComponentRunsAs, Kind: quantity.Choice, Choices: []string{"service", Job}, Meanings: runsAsMeanings, Doc: "how it runs in a cluster",
			Follows: "job for a schedule, or where a run of no http lasts 60s or more; else service", Example: "service",
			Slot: componentText(func(c *Component) *Maybe[string] { return &c.RunsAs }),
		},
		{
			Path: paths.ComponentSource, Kind: quantity.Choice, Choices: append([]string{NoSource}, costs.Sources...), Meanings: sourceMeanings,
			Doc: "what brings the work, billed where it runs", Example: "queue",
			Follows: "none for HTTP and stores, else the trigger's own",
			Slot:    componentText(func(c *Component) *Maybe[string] { return &c.Source }),
		},
		{
			Path: paths.ComponentBatch, Kind: quantity.Count, Min: 1, Max: mostMessages, Doc: "messages that one run takes from its queue or stream",
			Plausible: within(1, 100),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Batch }),
		},
		{
			Path: paths.ComponentTraits, Kind: quantity.Choices, Choices: traits, Meanings: traitMeanings, Doc: "what a platform's limits speak of", Follows: "none", Example: "stateful",
			Slot: listSlot(func(s *Scenario, at At) *[]string {
				if c := s.component(at); c != nil {
					return &c.Traits
				}
				return nil
			}),
		},
		{
			Path: paths.ComponentPin, Kind: quantity.Choice, Choices: optionWords(), Doc: "where it has to run",
			Follows: "free to run anywhere", Example: "kubernetes",
			Slot: componentText(func(c *Component) *Maybe[string] { return &c.Pin }),
		},
		{
			Path: paths.ComponentPool, Kind: quantity.Text, Doc: "pool of a cluster's nodes that it runs in, of those that " + paths.KubernetesPools.String() + " names",
			Follows: "general; gpu for GPU work", Example: "batch",
			Slot: componentText(func(c *Component) *Maybe[string] { return &c.Pool }),
		},
	}
	table = append(table, podFields()...)
	table = append(table, placeFields()...)
	return append(table, callFields()...)
}

func podFields() []*Field {
	return []*Field{
		{
			Path: paths.PodCPU, Kind: quantity.Number, Min: 0.001, Max: largestNode, Doc: "vCPU that a pod asks for",
			Plausible: within(0.1, 2),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Pod.CPU }),
		},
		{
			Path: paths.PodMemory, Kind: quantity.Memory, Min: 1, Max: mostMemory, Doc: "memory that a pod asks for",
			Follows: "512MiB, or the component's given memory and its connections where that is more", Example: "512MiB",
			Plausible: within(128, 2048),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Pod.Memory }),
		},
		{
			Path: paths.PodConcurrency, Kind: quantity.Number, Min: 1, Max: mostThings, Whole: true, Doc: "requests that a pod serves at once",
			Plausible: within(5, 200),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Pod.Concurrency }),
		},
		{
			Path: paths.PodMinReplicas, Kind: quantity.Number, Max: mostThings, Whole: true, Doc: "pods that run at any time",
			Plausible: within(1, 3),
			Slot:      componentAmount(func(c *Component) *Maybe[quantity.Amount] { return &c.Pod.MinReplicas }),
		},
	}
}

func callFields() []*Field {
	return []*Field{
		{Path: paths.CallTo, Kind: quantity.Text, Naming: true, Slot: targetSlot{}, Doc: "the component that is called", Follows: "not allowed", Example: "another"},
		{
			Path: paths.CallPerRequest, Kind: quantity.Number, Max: 1e6, Doc: "calls a request", Follows: "1", Example: "1",
			Plausible: within(0.1, 5),
			Slot:      callAmount(func(c *Call) *Maybe[quantity.Amount] { return &c.PerRequest }),
		},
		{
			Path: paths.CallPayload, Kind: quantity.Size, Max: mostData, Doc: "data a call, both ways", Follows: "4KiB", Example: "4KiB",
			Plausible: within(0.5, 100),
			Slot:      callAmount(func(c *Call) *Maybe[quantity.Amount] { return &c.Payload }),
		},
		{
			Path: paths.CallVia, Kind: quantity.Choice, Choices: Vias(), Meanings: viaMeanings, Doc: "how a call reaches a component on another side",
			Follows: "gateway to a component that takes HTTP, private to a stateful one, else event", Example: "event",
			Slot: callText(func(c *Call) *Maybe[string] { return &c.Via }),
		},
	}
}

func componentAmount(p func(*Component) *Maybe[quantity.Amount]) amountSlot {
	return func(s *Scenario, at At) *Maybe[quantity.Amount] {
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

func callAmount(p func(*Call) *Maybe[quantity.Amount]) amountSlot {
	return func(s *Scenario, at At) *Maybe[quantity.Amount] {
		if c := s.Call(at); c != nil {
			return p(c)
		}
		return nil
	}
}

func callText(p func(*Call) *Maybe[string]) textSlot {
	return func(s *Scenario, at At) *Maybe[string] {
		if c := s.Call(at); c != nil {
			return p(c)
		}
		return nil
	}
}

// Vias are the words for how a call gets across.
func Vias() []string {
	words := make([]string, len(costs.Vias))
	for i, via := range costs.Vias {
		words[i] = string(via)
	}
	return words
}
