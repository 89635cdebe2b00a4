package costs

import (
	"math"

	"runwhere/checklist"
	"runwhere/costs/paths"
)

func workersKind() Kind {
	return Kind{
		ID: "cloudflare-workers", Name: "Workers", Letter: 'W', Option: checklist.Wasm, Provider: cloudflare, About: "requests and CPU time",
		Limits: workersLimits, build: buildWorkers, usual: true,
	}
}

func fastlyKind() Kind {
	return Kind{
		ID: "fastly-compute", Name: "Fastly Compute", Letter: 'T', Option: checklist.Wasm, Provider: "fastly", About: "requests, CPU time and the CDN",
		Limits: fastlyLimits, build: buildFastly,
	}
}

func akamaiKind() Kind {
	return Kind{
		ID: "akamai-functions", Name: "Akamai Functions", Letter: 'I', Option: checklist.Wasm, Provider: "akamai", About: "a quote is needed",
		Limits: akamaiLimits, build: buildAkamai,
	}
}

// buildWorkers bills a workload on Cloudflare Workers (paid plan): the base
// fee, requests and CPU milliseconds beyond what the plan includes. Wall time,
// egress and subrequests are not charged; a Workers price holds everywhere, so
// the region does not matter. Logs are billed where they are kept.
func buildWorkers(m *metering) (*Platform, error) {
	m.add("base", "Workers paid plan", "workers.base", fixed(as(amount(1, "month"))))
	m.add("requests", "Workers requests", "workers.requests", m.perRequest(onWorker)...)
	m.add("cpu", "Workers CPU time", "workers.cpu_ms", m.perRequest(onWorker, cpuMillis)...)
	m.objects()
	m.edgeState()
	if m.settings.Wasm.Logs {
		m.workersLogs()
	} else if m.hasLogs() {
		m.note("the logs that the components write are not on the bill, since Workers keep none unless they are told to: %s: cloudflare keeps and bills them",
			paths.WasmLogs)
	}
	m.tunnelNote()
	return m.metered(workersLimits)
}

// workersLogs adds kept logs by the price that holds on the book's day: an
// event a request until the end of November 2026, volume from then on.
func (m *metering) workersLogs() {
	m.asked = append(m.asked, "workers.logs.gb")
	if p, err := m.book.Price("workers.logs.gb", m.region); err == nil {
		m.addAt("logs", "Workers logs", p, m.perRequest(always, logKiB, perGiB))
		return
	}
	m.add("logs", "Workers log events", "workers.logs.events", m.perRequest(always)...)
}

// cpuMillis is the CPU time of a request; waiting is not billed.
func cpuMillis(c *Component) Factor {
	return amount(c.CPUTime*1000, "ms of CPU").from(paths.ComponentCPUTime)
}

// buildFastly bills Fastly Compute: requests and CPU time of the service
// itself, and the requests and bandwidth of the CDN that it runs in.
func buildFastly(m *metering) (*Platform, error) {
	m.begin(m.settings.Wasm.FreeTier)
	m.add("requests", "Compute requests", "fastly.requests", m.perRequest(always)...)
	m.add("cpu", "Compute CPU time", "fastly.vcpu_ms", m.perRequest(always, cpuMillis)...)
	m.add("cdn", "CDN requests", "fastly.cdn.requests", m.perRequest(isHTTP)...)
	m.egressAt("CDN bandwidth", "fastly.egress")
	m.note("bandwidth is priced for North America and Europe; other regions cost more")
	m.tunnelNote()
	return m.metered(fastlyLimits)
}

// buildAkamai knows the limits of Akamai Functions, and that it publishes no
// price.
func buildAkamai(m *metering) (*Platform, error) {
	p := &Platform{
		maxVolume: math.Inf(1),
		Unbilled: &Unbilled{
			Why: "publishes no price: a quote is needed", Remedy: "ask Akamai for a quote; until then no curve is drawn",
			Source: "https://techdocs.akamai.com/akamai-functions/docs (limited availability), fermyon/developer pricing-and-billing (\"Coming Soon\", 2026-05-11)",
			AsOf:   "2026-05-11",
		},
	}
	m.hold(p, akamaiLimits(m.settings))
	return p, nil
}

// Where the state of a component on Workers is kept.
const (
	StateNone    = "none" // nowhere: what keeps state is refused
	StateObjects = "durable-objects"
	StateKV      = "kv"
	StateD1      = "d1"
)

// States lists where state is kept at the edge.
var States = []string{StateNone, StateObjects, StateKV, StateD1}

// What a Durable Object counts
// (https://developers.cloudflare.com/durable-objects/platform/pricing/, 2026).
const (
	objectGB        = 0.128 // of memory, whatever it uses
	socketMessages  = 20.0  // incoming messages of a WebSocket that are one request
	ObjectSockets   = 100.0 // connections that one object holds where nobody says, as in Cloudflare's own examples
	mostObjectSocks = 32768 // that an object holds at most
)

// What a run does with state, and how much there is, where nobody says: judgement
// of ours.
const (
	stateReads  = 2.0 // a run
	stateWrites = 0.5 // a run
	stateGB     = 50.0
)

// onObject reports whether a component holds connections, which on Workers a
// Durable Object does.
func onObject(c *Component) bool {
	return c.HTTP && (c.Connections > 0 || c.Traits.PersistentConnections)
}

// stateAt is where the state of a component is kept, StateNone for a component
// without any. What holds connections keeps its state beside them.
func (s *WasmSettings) stateAt(c *Component) string {
	switch {
	case !c.Traits.Stateful:
		return StateNone
	case onObject(c) && (s.State == "" || s.State == StateNone):
		return StateObjects
	case s.State == "":
		return StateNone
	}
	return s.State
}

// onWorker reports whether the runs of a component are a Worker's own. Messages on
// a connection go to the object that holds it; where nobody knows how many
// connections there are, what is counted are requests that pass a Worker.
func onWorker(c *Component) bool { return !onObject(c) || c.Connections == 0 }

// objectRequests is what one run counts at the object that holds the connections.
func objectRequests(c *Component) Factor {
	if c.Connections == 0 {
		return Factor{Value: 1}
	}
	return written(1/socketMessages, func(_, _ float64) string { return "1 request ÷ 20 messages" })
}

// objects adds the Durable Objects of components that hold connections or keep
// their state in them: their requests, and the time for which they are in memory.
func (m *metering) objects() {
	w := &m.settings.Wasm
	keeps := func(c *Component) bool { return !onObject(c) && w.stateAt(c) == StateObjects }
	m.add("object-requests", "Durable Object requests", "workers.durable.requests", append(
		m.perRequest(onObject, objectRequests),
		m.perRequest(keeps)...)...)
	gb := as(amount(objectGB, "GB"))
	terms := append(m.perRequest(func(c *Component) bool { return onObject(c) && c.Requests > 0 }, m.objectSeconds, gb),
		m.perRequest(keeps, func(c *Component) Factor { return amount(c.Duration, "s").from(paths.ComponentDuration) }, gb)...)
	if !w.Hibernation {
		terms = append(terms, m.perComponent(PerComponent, func(c *Component) bool { return onObject(c) && c.Requests == 0 }, func(c *Component) Factor {
			return amount(c.Connections/c.objectSockets(), "objects").from(paths.ComponentConnections)
		}, seconds, gb)...)
	}
	m.add("object-duration", "Durable Object duration", "workers.durable.gb_s", terms...)
	m.objectNotes()
}

// objectSockets is how many connections one Durable Object holds.
func (c *Component) objectSockets() float64 {
	if c.PerInstance > 0 {
		return math.Min(c.PerInstance, mostObjectSocks)
	}
	return ObjectSockets
}

// objectSeconds is for how long a message keeps an object in memory: while it is
// handled where the object hibernates between them, else its part of the time for
// which connections are open. They grow with the messages.
func (m *metering) objectSeconds(c *Component) Factor {
	open := c.Connections * SecondsPerMonth / c.Requests / c.objectSockets()
	if m.settings.Wasm.Hibernation || open < c.Duration {
		return amount(c.Duration, "s").from(paths.ComponentDuration)
	}
	return written(open, func(connections, sockets float64) string {
		return Figure(connections) + " open connections ÷ " + Figure(sockets) + " an object × 2,628,000 s ÷ " + Figure(c.Requests) + " messages"
	}, c.Connections, c.objectSockets()).from(paths.ComponentConnections)
}

func (m *metering) objectNotes() {
	switch names := m.namesOf(onObject); {
	case names == "":
	case m.settings.Wasm.Hibernation:
		m.note("%s: Durable Objects hold the connections and hibernate between messages, so that only the handling of a message is billed; how often clients connect anew is not known and not billed", names)
	default:
		m.note("%s: Durable Objects hold the connections and stay in memory all the time, %s connections in each unless %s says; with the hibernation API (%s: true) only the handling of a message is billed",
			names, Figure(ObjectSockets), paths.ComponentConnectionsPerInstance, paths.WasmHibernation)
	}
}

// stateStores are the prices of reading, writing and storing by where state is kept.
var stateStores = map[string]struct{ label, read, write, unit, stored string }{
	StateObjects: {"Durable Object storage", "workers.rows.read", "workers.rows.written", "rows", "workers.durable.gb_month"},
	StateD1:      {"D1", "workers.rows.read", "workers.rows.written", "rows", "d1.gb_month"},
	StateKV:      {"Workers KV", "kv.reads", "kv.writes", "keys", "kv.gb_month"},
}

// edgeState adds what is read, written and kept. How much of it is an assumption.
func (m *metering) edgeState() {
	for _, kept := range States {
		of := func(c *Component) bool { return m.settings.Wasm.stateAt(c) == kept }
		store, there := stateStores[kept]
		names := m.namesOf(of)
		if !there || names == "" {
			continue
		}
		m.add("state-reads", store.label+" reads", store.read, m.perRequest(of, as(amount(stateReads, store.unit+" read")))...)
		m.add("state-writes", store.label+" writes", store.write, m.perRequest(of, as(amount(stateWrites, store.unit+" written")))...)
		m.add("state-storage", store.label+" stored", store.stored, m.perComponent(PerComponent, of, as(amount(stateGB, "GB")))...)
		m.note("%s: %s keeps the state; 2 reads and 0.5 writes a run and 50 GB are assumptions of ours", names, store.label)
	}
}

// edgeStateLimit refuses what keeps state where nothing was chosen to keep it.
func edgeStateLimit(s *Settings) Limit {
	l := noState("none in the isolate; Durable Objects, KV, D1", "an isolate may be evicted between two requests",
		"keep the state in Durable Objects, KV or D1, which "+paths.WasmState.String()+" puts on the bill")
	l.broken = func(c *Component) bool { return c.Traits.Stateful && s.Wasm.stateAt(c) == StateNone }
	return l
}
