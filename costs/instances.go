package costs

import (
	"fmt"
	"math"
)

// serving is a serverless instance that serves several requests at once and is
// billed while it is busy.
type serving struct {
	duration    float64 // s of wall time that a request keeps it busy, as billed
	cpu         float64 // s of CPU that a request takes
	vcpu        float64 // of an instance
	concurrency float64 // requests at once
	utilization float64 // CPU that the autoscaler aims at, 0..1
	hold        float64 // s that a busy period is billed for at least
}

// busy returns the busy instances at a rate of requests a second.
//
// A single instance is busy while at least one request is on it: for requests
// that arrive independently of each other that is 1 − exp(−rate × duration) of
// the time. Under more load it takes as many instances as the CPU or the
// concurrency asks for, and never more than one for each request at once.
func (s *serving) busy(rate float64) float64 {
	atOnce := rate * s.duration
	dense := s.dense(rate, atOnce)
	if dense >= 1 {
		return dense // a single one is busy all the time at most
	}
	return math.Max(dense, up(rate, math.Max(s.duration, s.hold)))
}

// dense is how many instances the load keeps busy when requests overlap.
func (s *serving) dense(rate, atOnce float64) float64 {
	byCPU := rate * s.cpu / (s.utilization * s.vcpu)
	return math.Min(atOnce, math.Max(byCPU, atOnce/s.concurrency))
}

// about tells what the busy instances follow from.
func (s *serving) about(name string, week *weekly) func(q float64) string {
	return func(q float64) string {
		rate := q * week.rate * week.shares[0].weight
		return fmt.Sprintf("%s in its busiest hour: %s a second × %s s = %s at once; %s at once an instance, %s s of CPU at %s %% of %s vCPU: %s; "+
			"thin traffic keeps one instance busy 1 − exp(−rate × duration) of the time",
			name, Counted(rate, "requests"), Figure(s.duration), Figure(rate*s.duration), Figure(s.concurrency), Figure(s.cpu), Figure(s.utilization*100), Figure(s.vcpu), Counted(s.busy(rate), "busy instances"))
	}
}

// serverlessUtilization is the CPU utilization that Cloud Run's autoscaler
// aims at (https://cloud.google.com/run/docs/about-instance-autoscaling, 2026).
// The other platforms publish none, and are taken to be alike.
const serverlessUtilization = 0.6

// served spreads the requests of component i over its week, and gives the
// instances that serve them.
func (m *metering) served(i int, by func() serving) (*serving, *weekly) {
	s := &serving{}
	week := m.week(i, func() replicas {
		*s = by()
		return replicas{}
	}, true)
	return s, week
}

// busyLevels adds the busy instances of a component, those beyond the ones that
// are kept, and the kept ones that are idle.
func (m *metering) busyLevels(i int, by func() serving) (busy, idle int) {
	settings := m.service()
	s, week := m.served(i, by)
	about := s.about(m.work.Components[i].Name, week)
	busy = m.level("busy instances", i, func(q float64) float64 { return week.mean(q, s.busy) }, about)
	own := &m.work.Components[i].Own
	if own.instances(settings.MinInstances) == 0 {
		return busy, -1
	}
	idle = m.level("idle instances", i, func(q float64) float64 {
		return week.mean(q, func(rate float64) float64 { return math.Max(0, own.instances(settings.MinInstances)-s.busy(rate)) })
	}, about)
	return busy, idle
}

// concurrency returns how many requests an instance serves at once.
func (s *ServiceSettings) concurrency(platform float64) float64 {
	if s.Concurrency > 0 {
		return s.Concurrency
	}
	return platform
}

// jobRuns is the appetite of a component of which each run has an instance of its own,
// that lives for its start and the run and is billed for some s at least: none is
// kept, and none has room for bursts.
func jobRuns(c *Component, vcpu, least float64) replicas {
	return replicas{perRate: math.Max(least, podStart+c.runsOn(vcpu)), parts: true}
}
