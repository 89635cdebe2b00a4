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
