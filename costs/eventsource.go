package costs

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// What brings the work that no HTTP request does.
const (
	SourceQueue     = "queue"
	SourceTopic     = "topic"
	SourceStream    = "stream"
	SourceBus       = "bus"
	SourceScheduler = "scheduler"
)

// Sources lists what brings work, in the order in which it is shown.
var Sources = []string{SourceQueue, SourceTopic, SourceStream, SourceBus, SourceScheduler}

// SourceOf is what a trigger implies, "" for what costs nothing: a request has a
// front door, and events of a provider's own services are free.
func SourceOf(trigger string) string {
	switch trigger {
	case "queue":
		return SourceQueue
	case "stream":
		return SourceStream
	case "schedule":
		return SourceScheduler
	}
	return ""
}

// sourceMeter is one meter of an event source, and what it counts of the
// components that have the source.
type sourceMeter struct {
	id, label, price string
	counts           func(m *metering, has func(*Component) bool) []Term
}

// eventSources are what brings work, by provider and source. It is charged where
// the work runs, so that every side has the same: a queue costs what it costs
// whether a function or a pod empties it.
var eventSources = map[string]map[string][]sourceMeter{
	pricebook.AWS: {
		SourceQueue: {{"queue", "SQS requests", "sqs.standard", together(eachRun(sqsRequests), (*metering).sqsPolls)}},
		SourceTopic: {{"topic", "SNS publishes", "sns.publish", eachRun(chunked(1, "publishes"))}},
		SourceStream: {
			{"stream-shards", "Kinesis shards", "kinesis.shard.hour", streamUnits("shards")},
			{"stream-records", "Kinesis PUT units", "kinesis.put", eachRun(putUnits)},
		},
		SourceBus:       {{"bus", "EventBridge events", "eventbridge.custom", eachRun(chunked(1, "events"))}},
		SourceScheduler: {{"scheduler", "EventBridge Scheduler", "eventbridge.scheduler", ofFunctions(eachRun(as(amount(1, "invocation"))))}},
	},
	pricebook.GCP: {
		SourceQueue: pubsub, SourceTopic: pubsub, SourceStream: pubsub, SourceBus: pubsub,
		SourceScheduler: {{"scheduler", "Cloud Scheduler jobs", "cloudscheduler.job", ofFunctions(unmoved(as(amount(1, "job"))))}},
	},
	pricebook.Azure: {
		SourceQueue: serviceBus, SourceTopic: serviceBus, SourceScheduler: {},
		SourceStream: {
			{"stream-units", "Event Hubs throughput units", "eventhubs.standard.unit.hour", streamUnits("throughput units")},
			{"stream-records", "Event Hubs events", "eventhubs.standard.ingress", eachRun(chunked(1, "events"))},
		},
		SourceBus: {{"bus", "Event Grid operations", "eventgrid.operations", eachRun(chunked(2, "operations"))}},
	},
	cloudflare: {SourceQueue: cloudflareQueue, SourceTopic: cloudflareQueue, SourceStream: cloudflareQueue, SourceBus: cloudflareQueue, SourceScheduler: {}},
}

// IsSource reports whether a meter of that id charges for what brings work.
func IsSource(meter string) bool { return sourceMeters()[meter] }

// sourceMeters are the ids of all meters of event sources.
var sourceMeters = sync.OnceValue(func() map[string]bool {
	ids := map[string]bool{}
	for _, sources := range eventSources {
		for _, meters := range sources {
			for i := range meters {
				ids[meters[i].id] = true
			}
		}
	}
	return ids
})

// cloudflare is the provider of Workers.
const cloudflare = "cloudflare"

var (
	pubsub     = []sourceMeter{{"messages", "Pub/Sub data", "pubsub.tib", eachRun(messagesARun, pubsubTiB)}}
	serviceBus = []sourceMeter{
		{"queue-base", "Service Bus Standard", "servicebus.standard.base", unmoved(as(amount(1, "namespace")))},
		{"queue", "Service Bus operations", "servicebus.standard.operations", eachRun(chunked(3, "operations"))},
	}
	cloudflareQueue = []sourceMeter{{"queue", "Queues operations", "queues.operations", eachRun(chunked(3, "operations"))}}
)

// eventSources adds what brings the components their work.
func (m *metering) eventSources() {
	known := eventSources[m.kind.Provider]
	for _, source := range Sources {
		has := func(c *Component) bool { return c.Source == source }
		names := m.namesOf(has)
		if names == "" {
			continue
		}
		meters, there := known[source]
		if !there {
			m.note("what brings %s its work is not on the bill: %s has no %s of its own", names, m.kind.Name, source)
		}
		for i := range meters {
			m.sourceMeter(&meters[i], has)
		}
	}
}

func (m *metering) sourceMeter(s *sourceMeter, has func(*Component) bool) {
	terms := s.counts(m, has)
	if len(terms) == 0 {
		return
	}
	m.addAt(s.id, s.label, m.price(s.price), terms)
}

// namesOf lists the components that are meant.
func (m *metering) namesOf(meant func(*Component) bool) string {
	var names []string
	for i := range m.work.Components {
		if c := &m.work.Components[i]; meant(c) {
			names = append(names, c.Name)
		}
	}
	return strings.Join(names, ", ")
}

// counting is how the terms of a source's meter are made.
type counting = func(m *metering, has func(*Component) bool) []Term

// eachRun counts what every run takes.
func eachRun(factors ...reading) counting {
	return func(m *metering, has func(*Component) bool) []Term { return m.perRequest(has, factors...) }
}

// together counts both.
func together(a, b counting) counting {
	return func(m *metering, has func(*Component) bool) []Term { return append(a(m, has), b(m, has)...) }
}

// unmoved counts what is there whatever the volume, of each component.
func unmoved(factors ...reading) counting {
	return func(m *metering, has func(*Component) bool) []Term {
		return m.perComponent(PerComponent, has, factors...)
	}
}

// ofFunctions counts nothing on a cluster, which has a scheduler of its own.
func ofFunctions(of counting) counting {
	return func(m *metering, has func(*Component) bool) []Term {
		if m.inCluster() {
			return nil
		}
		return of(m, has)
	}
}

// messages is how many messages one run takes.
func (c *Component) messages() float64 { return math.Max(1, c.Batch) }

// eventChunks is how many units of 64 KiB a message is, as SQS, SNS, EventBridge,
// Service Bus, Event Hubs, Event Grid and Cloudflare Queues count one (their price
// pages, 2026).
func (c *Component) eventChunks() float64 { return math.Max(1, whole(c.Request/eventChunk)) }

// chunked counts the messages of a run, each so many times for every 64 KiB.
func chunked(times float64, units string) reading {
	return func(c *Component) Factor {
		n := times * c.eventChunks() * c.messages()
		return written(n, func(n, messages float64) string {
			if messages == 1 {
				return Counted(n, units)
			}
			return Counted(n, units) + " of " + Figure(messages) + " messages"
		}, n, c.messages()).from(paths.ComponentBatch)
	}
}

// What SQS hands over, and takes back, at once
// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html, 2026).
const sqsBatch = 10

// sqsRequests counts the calls of a run: each message is sent, and up to ten are
// received and deleted by one call each; sent and received data count once for
// every 64 KiB (https://aws.amazon.com/sqs/pricing/, 2026-03-14).
func sqsRequests(c *Component) Factor {
	calls := whole(c.messages() / sqsBatch)
	received := math.Max(calls, whole(c.messages()*c.Request/eventChunk))
	return written(c.messages()*c.eventChunks()+received+calls, func(n, messages float64) string {
		return Figure(n) + " requests for " + Counted(messages, "messages") + " sent, received and deleted"
	}, c.messages()*c.eventChunks()+received+calls, c.messages()).from(paths.ComponentBatch)
}

// Long polling: a receive that finds nothing comes back after 20 s, and Lambda
// keeps five of them open for each queue
// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html, 2026).
const (
	pollSeconds   = 20.0
	lambdaPollers = 5
)

// sqsPolls counts the receives that find nothing: those of Lambda's pollers, else
// of the pods that stay. A busy queue has fewer of them, so it is an upper bound.
func (m *metering) sqsPolls(has func(*Component) bool) []Term {
	pollers := func(c *Component) Factor {
		n := math.Max(1, c.Pod.MinReplicas)
		return amount(n, unitOf(n, "pollers")).from(paths.PodMinReplicas)
	}
	if !m.inCluster() {
		pollers = as(amount(lambdaPollers, "pollers"))
	}
	return m.perComponent(PerComponent, has, pollers, as(written(SecondsPerMonth/pollSeconds, func(_, _ float64) string {
		return "2,628,000 s ÷ 20 s a receive"
	})))
}

// kinesisUnit is the KiB of a PUT payload unit (https://aws.amazon.com/kinesis/data-streams/pricing/, 2025-11-03).
const kinesisUnit = 25

func putUnits(c *Component) Factor {
	n := math.Max(1, whole(c.Request/kinesisUnit)) * c.messages()
	return written(n, func(n, messages float64) string {
		return Counted(n, "units") + " of 25 KiB for " + Counted(messages, "records")
	}, n, c.messages()).from(paths.ComponentBatch)
}

// What one shard of Kinesis, and one throughput unit of Event Hubs, takes in
// (https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html and
// https://learn.microsoft.com/azure/event-hubs/event-hubs-faq, 2026).
const (
	shardRecords = 1000.0 // a second
	shardKiB     = 1024.0 // a second
)

// streamUnits counts the units that the busiest minute of the week takes, all
// week: neither of the services lowers them by itself.
func streamUnits(units string) counting {
	return func(m *metering, has func(*Component) bool) (terms []Term) {
		for i := range m.work.Components {
			c := &m.work.Components[i]
			if !has(c) {
				continue
			}
			week := m.week(i, func() replicas {
				return replicas{minimum: 1, perRate: c.Shape.Burst * c.messages() * math.Max(1/shardRecords, c.Request/shardKiB)}
			}, true)
			level := m.level(units, i, week.peak, func(q float64) string {
				return fmt.Sprintf("%s: %s for the busiest minute of the week", c.Name, Counted(week.peak(q), units))
			})
			terms = append(terms, m.perUnit(level, hours))
		}
		return terms
	}
}

func messagesARun(c *Component) Factor {
	return amount(c.messages(), unitOf(c.messages(), "messages")).from(paths.ComponentBatch)
}

// pubsubTiB is the data of a message, which Pub/Sub bills when it is published and
// when it is delivered.
func pubsubTiB(c *Component) Factor { return publishedTiB(c.Request).from(paths.ComponentRequest) }

func publishedTiB(kib float64) Factor {
	kib = math.Max(kib, pubsubLeastKiB)
	return written(2*kib/kibPerTiB, func(kib, _ float64) string {
		return Figure(kib) + " KiB published and delivered ÷ 1,073,741,824 KiB/TiB"
	}, kib)
}
