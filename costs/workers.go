package costs

import "math"

// Workers prices a workload on Cloudflare Workers (paid plan): the base fee,
// requests and CPU milliseconds beyond what the plan includes. Wall time,
// egress and subrequests are not charged; a Workers price holds everywhere, so
// the region does not matter. Logs are not part of the plan's price.
func Workers(b *Book, w Workload) (*Platform, error) {
	m := metering{book: b, region: "global", work: w, shares: w.Shares()}
	m.add("base", "Workers paid plan", "workers.base", fixed(Factor{Value: 1, Text: "1 month"}))
	m.add("requests", "Workers requests", "workers.requests", m.perRequest(always)...)
	m.add("cpu", "Workers CPU time", "workers.cpu_ms", m.perRequest(always, cpuMillis)...)
	if m.err != nil {
		return nil, m.err
	}
	p := &Platform{
		ID: "cloudflare-workers", Name: "Workers", Letter: 'W', Option: Wasm, Region: "global",
		Meters: m.meters, maxVolume: math.Inf(1),
	}
	p.Refusals, p.Caveats = check(w, workersLimitTable)
	return p, nil
}

// cpuMillis is the CPU time of a request; waiting is not billed.
func cpuMillis(c *Component) Factor { return amount(c.CPUTime*1000, "ms of CPU") }
