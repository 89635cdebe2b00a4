package costs

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func cloudRunKind() Kind {
	return Kind{
		ID: "cloud-run", Name: "Cloud Run", Letter: 'R', Option: checklist.Containers, Provider: pricebook.GCP, About: "busy instances by vCPU and GiB",
		Limits: cloudRunLimits, takes: append(slices.Clone(kept), paths.ContainersBilling), build: buildCloudRun, usual: true,
		out:        ways{NetworkPrivate: reachNAT},
		commitment: commitment{0.17, 0.17, [2][2]float64{}, "exact for requests; 28 and 46 % for instances", flexibleCUD, "2025-08-19"},
		starts:     StartRule{Text: "a starting instance is billed like a busy one", Source: "https://cloud.google.com/run/pricing", AsOf: "2026"},
	}
}

// cloudRunFunctionsKind are functions on Cloud Run, which are billed as its services
// are; 1st gen functions are a kind of their own.
func cloudRunFunctionsKind() Kind {
	k := cloudRunKind()
	k.ID, k.Name, k.Letter, k.Option = "cloud-run-functions", "Cloud Run functions", 'B', checklist.Serverless
	k.Limits, k.takes = cloudRunFunctionsLimits, append(slices.Clone(keptInstances), paths.ServerlessBilling)
	return k
}

// What Cloud Run does unless it is told otherwise
// (https://docs.cloud.google.com/run/docs/about-concurrency,
// /about-instance-autoscaling and /configuring/services/gpu, 2026-10-01).
const (
	cloudRunConcurrency = 80   // requests at once a vCPU
	cloudRunConnections = 1000 // open requests at once that an instance can be set to, for up to 60 min each
	cloudRunVCPU        = 1
	cloudRunStep        = 100 // ms that billable instance time is rounded up to
	cloudRunIdle        = 900 // s that an instance without requests is kept at most
	cloudRunGPUCores    = 4   // vCPU that an instance with a GPU has at least
	cloudRunGPUMemory   = 16  // GiB that it has at least
	cloudRunMinMemory   = 128 // MiB
	cloudRunJobLeast    = 60  // s that a task of a job is billed for at least, by the instance (https://cloud.google.com/run/pricing, 2025-08-19)
)

// buildCloudRun bills Google Cloud Run services. Request-based: instances
// while at least one request is on them. Instance-based: instances from start
// to stop. A component with a GPU or with open connections is always billed by
// instance.
func buildCloudRun(m *metering) (*Platform, error) {
	s := m.service()
	m.begin(s.FreeTier)
	var byRequest, byInstance runTerms
	for i := range m.work.Components {
		c := &m.work.Components[i]
		if m.runsByInstance(c) {
			m.runInstance(&byInstance, i)
			continue
		}
		m.runRequest(&byRequest, i)
	}
	// A kept instance alone uses up what is free, and idle time is not free; so
	// the free amounts are not taken where instances are kept.
	m.free = s.FreeTier && m.noneKept()
	ratio, source := m.committed("cloudrun.savings")
	m.addBought("vcpu", "vCPU of busy instances", "cloudrun.request.vcpu", ratio, source, byRequest.vcpu...)
	m.addBought("memory", "Memory of busy instances", "cloudrun.request.gib", ratio, source, byRequest.memory...)
	m.add("vcpu-idle", "vCPU of idle instances", "cloudrun.idle.vcpu", byRequest.idleVCPU...)
	m.add("memory-idle", "Memory of idle instances", "cloudrun.idle.gib", byRequest.idleMemory...)
	m.free = s.FreeTier
	m.add("requests", "Cloud Run requests", "cloudrun.requests", byRequest.requests...)
	if ratio > 0 && s.Discount == 0 && len(byInstance.vcpu) > 0 {
		ratio, source = m.committedRatio("gce.flex-cud-"+strings.TrimPrefix(s.Purchase, "savings-"), s.Purchase)
	}
	m.addBought("vcpu-instance", "vCPU of instances", "cloudrun.instance.vcpu", ratio, source, byInstance.vcpu...)
	m.addBought("memory-instance", "Memory of instances", "cloudrun.instance.gib", ratio, source, byInstance.memory...)
	m.add("gpu", "L4 GPUs", "cloudrun.gpu.l4", byInstance.gpu...)
	m.slowCPU(func(c *Component) cpuSize {
		vcpu, gib, _ := m.runSize(c)
		if m.runsByInstance(c) {
			vcpu, _ = instanceSize(c, vcpu, gib)
		}
		return cpuSize{"an instance", math.Max(1, vcpu)} // less stretches the run that is billed
	})
	m.serverlessEdge()
	return m.metered(cloudRunLimits)
}

// serverlessEdge adds logs and egress of a platform whose own HTTPS address is
// free and that reaches the internet without a NAT gateway.
func (m *metering) serverlessEdge() {
	if m.service().Logs != "none" {
		m.logs(networks[m.kind.cloud()].logs)
	}
	m.ownWayOut()
	m.egress()
}

// runsByInstance reports whether a component is billed from start to stop.
func (m *metering) runsByInstance(c *Component) bool {
	return cmp.Or(c.Own.Billing, m.service().Billing) == "instance" || c.Traits.GPU || c.Traits.PersistentConnections || m.runsJob(c)
}

// runsJob reports whether each run of a component has an instance of its own. Functions
// have no jobs.
func (m *metering) runsJob(c *Component) bool { return c.Job && m.kind.Option == checklist.Containers }

// instanceSize raises a size to what an instance that is billed from start to
// stop has at least.
func instanceSize(c *Component, vcpu, gib float64) (leastVCPU, leastGiB float64) {
	if c.Traits.GPU {
		vcpu, gib = math.Max(vcpu, cloudRunGPUCores), math.Max(gib, cloudRunGPUMemory)
	}
	return runPairOf(math.Max(1, vcpu), gib)
}

// runTerms are the terms of Cloud Run's meters.
type runTerms struct {
	vcpu, memory, idleVCPU, idleMemory, requests, gpu []Term
}

// runSize returns the size of an instance and how many requests it serves.
func (m *metering) runSize(c *Component) (vcpu, gib, concurrency float64) {
	s := m.service()
	vcpu = orOwn(c.Own.VCPU, s.VCPU)
	if vcpu == 0 {
		vcpu = cloudRunVCPU
	}
	for { // More memory may take more vCPU, on which more runs are at once.
		concurrency = orOwn(c.Own.Concurrency, s.concurrency(cloudRunConcurrency*math.Max(1, vcpu)))
		if vcpu < 1 {
			concurrency = 1 // the rule of Cloud Run for less than a whole vCPU
		}
		need := c.memoryOf(c.together(vcpu, serverlessUtilization, concurrency)) + c.connectionMemory(m.runConnections(c))
		sold, has := runPairOf(vcpu, math.Max(cloudRunMinMemory, math.Ceil(need-1e-9))/1024)
		if sold <= vcpu {
			return vcpu, has, concurrency
		}
		vcpu = sold
	}
}

// runConnections is how many connections an instance may hold: each is an open
// request to Cloud Run, of which a setting may allow fewer than the service.
func (m *metering) runConnections(c *Component) float64 {
	return orOwn(c.Own.Concurrency, m.service().concurrency(cloudRunConnections))
}

func (m *metering) runHolds(c *Component) float64 { return c.holds(m.runConnections(c)) }

func (m *metering) runRequest(t *runTerms, i int) {
	c := &m.work.Components[i]
	cores := func(c *Component) Factor {
		vcpu, _, _ := m.runSize(c)
		return amount(vcpu, "vCPU").from(m.side(paths.ServerlessVCPU))
	}
	memory := func(c *Component) Factor {
		_, gib, _ := m.runSize(c)
		return amount(gib, "GiB").from(paths.ComponentMemory)
	}
	busy, idle := m.busyLevels(i, func() serving {
		vcpu, _, concurrency := m.runSize(c)
		cold := m.service().ColdStartRate * c.Init // a starting instance is billed
		return serving{
			duration: roundedUp(c.runsOn(vcpu), cloudRunStep) + cold, cpu: c.CPUTime, vcpu: vcpu, concurrency: concurrency, utilization: serverlessUtilization,
		}
	})
	t.vcpu = append(t.vcpu, m.perUnit(busy, cores, seconds))
	t.memory = append(t.memory, m.perUnit(busy, memory, seconds))
	if idle >= 0 {
		t.idleVCPU = append(t.idleVCPU, m.perUnit(idle, cores, seconds))
		t.idleMemory = append(t.idleMemory, m.perUnit(idle, memory, seconds))
	}
	request := Term{Base: PerRequest, Component: c.Name, Index: i, Share: m.shares[i]}
	t.requests = append(t.requests, request.readOff(c, nil))
}

// runInstance bills instances for as long as they exist: while the load needs
// them, and idle ones for up to 15 minutes.
func (m *metering) runInstance(t *runTerms, i int) {
	c := &m.work.Components[i]
	size := func(c *Component) (vcpu, gib float64) {
		vcpu, gib, _ = m.runSize(c)
		return instanceSize(c, vcpu, gib)
	}
	week := m.week(i, func() replicas {
		_, _, concurrency := m.runSize(c)
		vcpu, _ := size(c)
		if m.runsJob(c) {
			return jobRuns(c, vcpu, cloudRunJobLeast)
		}
		return replicas{
			perRate: c.perRate(vcpu, serverlessUtilization, concurrency, m.runHolds(c)),
			minimum: c.kept(c.Own.instances(m.service().MinInstances), m.runHolds(c)), hold: cloudRunIdle + c.open(),
		}
	}, true)
	cores := func(c *Component) Factor {
		vcpu, _ := size(c)
		return amount(vcpu, "vCPU").from(m.side(paths.ServerlessVCPU))
	}
	memory := func(c *Component) Factor {
		_, gib := size(c)
		return amount(gib, "GiB").from(paths.ComponentMemory)
	}
	level := m.level("instances", i, func(q float64) float64 { return week.counts(q, 0)[AllNodes] }, week.about(c.Name, "instances"))
	t.vcpu = append(t.vcpu, m.perUnit(level, cores, seconds))
	t.memory = append(t.memory, m.perUnit(level, memory, seconds))
	if c.Traits.GPU {
		t.gpu = append(t.gpu, m.perUnit(level, as(amount(1, "L4")), seconds))
	}
}

// runPair is a vCPU figure that Cloud Run sells and the memory that goes with it
// in GiB.
type runPair struct{ vcpu, from, to float64 }

// runPairs are the pairs of Cloud Run from one vCPU on. Under one, a setting of
// more than half a GiB takes half a vCPU, and of more than a GiB a whole one
// (https://docs.cloud.google.com/run/docs/configuring/jobs/cpu, "vCPU and memory
// table", and /configuring/services/memory-limits, 2026-10-01).
var runPairs = []runPair{{1, 0.125, 4}, {2, 0.125, 8}, {4, 2, 16}, {6, 4, 24}, {8, 4, 32}}

// Under one vCPU.
const (
	runHalfCPU    = 0.5 // vCPU that a setting of more than runSmallGiB takes
	runSmallGiB   = 0.5
	runPartialGiB = 1 // GiB that less than a whole vCPU has at most
)

// runPairOf returns the pair that an instance with this much CPU and memory is set
// to: the smallest that holds both, and the largest where none does.
func runPairOf(vcpu, gib float64) (float64, float64) {
	if vcpu < 1 && gib <= runPartialGiB {
		if gib > runSmallGiB {
			vcpu = math.Max(vcpu, runHalfCPU)
		}
		return vcpu, gib
	}
	for _, p := range runPairs {
		if vcpu <= p.vcpu && gib <= p.to {
			return p.vcpu, math.Max(gib, p.from)
		}
	}
	return runPairs[len(runPairs)-1].vcpu, gib // more is refused
}
