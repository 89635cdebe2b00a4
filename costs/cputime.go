package costs

import (
	"runwhere/costs/words"
)

// LambdaVCPUMemory is the memory in MiB at which a Lambda function has one
// vCPU; CPU follows memory in proportion
// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html, 2026-07).
const LambdaVCPUMemory = 1769

// functionVCPUClock is the clock in GHz that Cloud Functions (1st gen) count as
// one vCPU: that of the size of 2,048 MB
// (https://cloud.google.com/functions/pricing-1stgen, 2026).
const functionVCPUClock = 2.4

// cpuSlack is how much longer than its duration a request's CPU time may take
// before it is said: both figures are means, and rounded by whoever gave them.
const cpuSlack = 1.05

// cpuSize is the CPU that a component's instance has, and what gives it.
type cpuSize struct {
	by   string  // "128 MiB", "an instance of 512 MB"
	vcpu float64 // may be a part of one
}

// slowCPU notes the components whose CPU time cannot fit into their duration
// on the vCPU that they get. The platform bills the duration, so one that is
// too short to be true makes the bill too low. A CPU time that nobody gave is
// 30 % of the duration by this program's own default and says nothing.
func (m *metering) slowCPU(size func(c *Component) cpuSize) {
	for i := range m.work.Components {
		c := &m.work.Components[i]
		has := size(c)
		takes := c.CPUTime / has.vcpu
		if c.Assumed.CPUTime || takes <= c.Duration*cpuSlack {
			continue
		}
		gives := has.by + " gives " + rough(has.vcpu, 2) + " vCPU"
		duration := "stated"
		if c.Assumed.Duration {
			duration = "default"
		}
		m.note("%s: %s, on which %s of CPU time would take %s and not %s; the bill is taken at the %s duration of %s",
			c.Name, gives, brief(c.CPUTime), brief(takes), brief(c.Duration), duration, brief(c.Duration))
	}
}

// brief prints a time that is worked out from others: three digits, in
// milliseconds under a second.
func brief(seconds float64) string {
	switch {
	case seconds < 1:
		return rough(seconds*1000, 3) + " ms"
	case seconds < 120:
		return rough(seconds, 3) + " s"
	}
	return span(seconds)
}

// rough prints a figure with a number of significant digits and no more.
func rough(v float64, digits int) string { return Figure(words.Significant(v, digits)) }
