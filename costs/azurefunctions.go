package costs

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func azureFunctionsKind() Kind {
	return Kind{
		ID: "azure-functions", Name: "Azure Functions", Letter: 'Y', Option: checklist.Serverless, Provider: pricebook.Azure, About: "executions and GB-seconds",
		Limits: azureFunctionsLimits, build: buildAzureFunctions,
	}
}

// Azure's savings plan covers Functions Premium, and neither Flex nor Consumption
// (bakharzy.com, 2025-07-06): no commitment is sold here.
func azureFlexKind() Kind {
	return Kind{
		ID: "azure-flex", Name: "Azure Flex", Letter: 'X', Option: checklist.Serverless, Provider: pricebook.Azure, About: "executions and active instances",
		Limits: azureFlexLimits, takes: keptInstances, build: buildAzureFlex, usual: true,
		out: ways{NetworkPrivate: reachNAT},
		tuning: func(s *Settings) *tuning {
			if s.Serverless.InstanceMemory > 0 {
				return nil
			}
			t := s.Serverless.flexTuning()
			return &t
		},
	}
}

func containerAppsKind() Kind {
	return Kind{
		ID: "container-apps", Name: "Container Apps", Letter: 'C', Option: checklist.Containers, Provider: pricebook.Azure, About: "replicas by vCPU and GiB, idle ones cheaper",
		Limits: containerAppsLimits, takes: kept, build: buildContainerApps, usual: true,
		out:        ways{NetworkPrivate: reachOwnNetwork},
		commitment: commitment{0.15, 0.17, [2][2]float64{{0.11, 0.20}, {0.11, 0.20}}, "unverified", azurePlans, "2026-08-22"},
		ownForm:    form{"Container Apps on an Arc-enabled cluster", source{"https://learn.microsoft.com/en-us/azure/container-apps/azure-arc-overview", "2026-11-28"}},
	}
}

// Rounding of Azure Functions on the Consumption plan: memory up to 128 MB,
// at least 100 ms and 128 MB an execution (Microsoft's notes on the meter;
// https://azure.microsoft.com/pricing/details/functions/).
const (
	consumptionMemoryStep  = 128 // MiB
	consumptionLeastMillis = 100
)

// buildAzureFunctions bills Azure Functions on the Consumption plan:
// executions and GB-seconds.
func buildAzureFunctions(m *metering) (*Platform, error) {
	m.begin(m.settings.Serverless.FreeTier)
	duration := func(c *Component) Factor {
		return amount(math.Max(consumptionLeastMillis/1000.0, roundedUp(c.Duration, 1)), "s").from(paths.ComponentDuration)
	}
	memory := func(c *Component) Factor {
		return amount(ceilTo(math.Max(1, c.Memory), consumptionMemoryStep)/1024, "GB").from(paths.ComponentMemory)
	}
	m.add("executions", "Executions", "functions.consumption.requests", m.perRequest(always)...)
	m.add("compute", "GB-seconds", "functions.consumption.gb_s", m.perRequest(always, duration, memory)...)
	m.serverlessEdge()
	m.note("the storage account that the plan needs is not priced")
	m.note("instances share what they serve at once, so the busiest minute's %s must fit into 200 instances (100 on Linux)", Counted(math.Ceil(m.atOnce(func(c *Component) float64 { return c.Duration })), "requests at once"))
	return m.metered(azureFunctionsLimits)
}

// flexSize is an instance size of the Flex Consumption plan, with the HTTP
// requests that it serves at once by default.
type flexSize struct{ mib, vcpu, concurrency float64 }

// flexSizes are the instance sizes of Flex Consumption
// (https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan,
// 2025-05-12). The page says that the requests at once depend on the size and
// gives no figure: 4, 16 and 32 are an assumption of this program, which
// platforms.serverless.concurrency replaces.
var flexSizes = []flexSize{{512, 0.25, 4}, {2048, 1, 16}, {4096, 2, 32}}

// Billing steps of Flex Consumption (same page).
const (
	flexStep  = 100 // ms
	flexLeast = 1   // s that an activity of an instance is billed for at least
)

var flexRows = func() (rows []FunctionSetting) {
	for _, s := range flexSizes {
		rows = append(rows, FunctionSetting{MiB: s.mib, VCPU: s.vcpu})
	}
	return rows
}()

// flexTuning is how auto chooses the size of a Flex instance, which holds as many
// runs at once as its CPU lets through. What a run costs is what it costs alone.
func (s *ServerlessSettings) flexTuning() tuning {
	return tuning{
		settings: flexRows,
		needs: func(c *Component, of *FunctionSetting) float64 {
			most := flexSizes[0].concurrency
			for _, size := range flexSizes {
				if size.mib == of.MiB {
					most = size.concurrency
				}
			}
			return c.memoryOf(c.together(of.VCPU, serverlessUtilization, orOwn(c.Own.Concurrency, s.concurrency(most))))
		},
		runs: func(c *Component, of *FunctionSetting) (float64, float64) {
			seconds := c.runsOn(of.VCPU)
			return seconds, math.Max(flexLeast, roundedUp(seconds, flexStep)) * of.MiB / 1024
		},
		limits: flexTimeLimit,
	}
}

// flexTimeLimit is what an answer may take; other work has no limit there.
func flexTimeLimit(_ *ServerlessSettings, c *Component) float64 {
	if c.HTTP {
		return azureHTTPDuration
	}
	return math.Inf(1)
}

// flexSizeOf returns the instance size of a component: the first that is no
// smaller than the one that was chosen, else what auto takes.
func (s *ServerlessSettings) flexSizeOf(c *Component) flexSize {
	least := s.InstanceMemory
	if least == 0 {
		least = c.FunctionMemory
	}
	if least == 0 {
		t := s.flexTuning()
		return flexSizes[t.choose(c)]
	}
	for _, size := range flexSizes {
		if size.mib >= least && size.mib >= c.Memory {
			return size
		}
	}
	return flexSizes[len(flexSizes)-1]
}

// buildAzureFlex bills Azure Functions on the Flex Consumption plan:
// executions, and the whole memory of an instance while at least one execution
// is on it, in activities of at least a second.
func buildAzureFlex(m *metering) (*Platform, error) {
	s := &m.settings.Serverless
	m.begin(s.FreeTier)
	memory := func(c *Component) Factor {
		return amount(s.flexSizeOf(c).mib/1024, "GB instance").from(paths.ServerlessInstanceMemory)
	}
	kept := func(c *Component) Factor {
		n := c.Own.instances(s.MinInstances)
		return amount(n, unitOf(n, "always-ready instances")).from(paths.ServerlessMinInstances)
	}
	var onDemand, baseline, ready []Term
	for i := range m.work.Components {
		c := &m.work.Components[i]
		serving, week := m.served(i, func() serving {
			size := s.flexSizeOf(c)
			return serving{
				duration: roundedUp(c.runsOn(size.vcpu), flexStep), cpu: c.CPUTime, vcpu: size.vcpu, concurrency: orOwn(c.Own.Concurrency, s.concurrency(size.concurrency)),
				utilization: serverlessUtilization, hold: flexLeast,
			}
		})
		about := serving.about(c.Name, week)
		beyond := m.level("active instances", i, func(q float64) float64 {
			return week.mean(q, func(rate float64) float64 { return math.Max(0, serving.busy(rate)-c.Own.instances(s.MinInstances)) })
		}, about)
		onDemand = append(onDemand, m.perUnit(beyond, memory, seconds))
		if c.Own.instances(s.MinInstances) == 0 {
			continue
		}
		within := m.level("active always-ready instances", i, func(q float64) float64 {
			return week.mean(q, func(rate float64) float64 { return math.Min(c.Own.instances(s.MinInstances), serving.busy(rate)) })
		}, about)
		ready = append(ready, m.perUnit(within, memory, seconds))
		baseline = append(baseline, m.kept(i, kept, memory, seconds))
	}
	m.add("executions", "Executions", "functions.flex.requests", m.perRequest(always)...)
	m.add("compute", "GB-seconds of active instances", "functions.flex.gb_s", onDemand...)
	m.add("ready", "Always-ready baseline", "functions.flex.ready.gb_s", baseline...)
	m.add("ready-compute", "GB-seconds on always-ready instances", "functions.flex.ready.exec.gb_s", ready...)
	if s.InstanceMemory == 0 {
		m.tuned(func(c *Component) (float64, float64) { size := s.flexSizeOf(c); return size.mib, c.runsOn(size.vcpu) })
	}
	m.serverlessEdge()
	if s.Concurrency == 0 {
		m.note("how many requests an instance serves at once is an assumption: Microsoft publishes no default; %s changes it", paths.ServerlessConcurrency)
	}
	return m.metered(azureFlexLimits)
}

// Container Apps scale by KEDA and keep its default cool-down; HTTP scales at
// 10 requests at once (https://learn.microsoft.com/azure/container-apps/scale-app).
const (
	containerAppsConcurrency = 10
	containerAppsStep        = 0.25 // vCPU; 2 GiB go with each
	containerAppsGiB         = 2    // a vCPU
)

// containerSize rounds what a pod asks for up to a size of the Consumption
// profile: steps of 0.25 vCPU, with 2 GiB a vCPU.
func containerSize(cpu, memoryMiB float64) (vcpu, gib float64) {
	vcpu = math.Max(containerAppsStep, ceilTo(math.Max(cpu, memoryMiB/1024/containerAppsGiB), containerAppsStep))
	return vcpu, vcpu * containerAppsGiB
}

// buildContainerApps bills Azure Container Apps on the Consumption profile:
// replicas for as long as they exist, 300 s after the last request included.
// Replicas that are kept are billed at the idle rate while nothing is on them.
func buildContainerApps(m *metering) (*Platform, error) {
	s := m.service()
	m.begin(s.FreeTier)
	var t containerTerms
	for i := range m.work.Components {
		m.containerApp(&t, i)
	}
	// Active and idle time share the free amounts. A kept replica uses them up
	// while it is idle, so they are taken there.
	m.free = s.FreeTier && m.noneKept()
	ratio, source := m.committed("containerapps.savings")
	m.addBought("vcpu", "vCPU of active replicas", "containerapps.vcpu.active", ratio, source, t.vcpu...)
	m.addBought("memory", "Memory of active replicas", "containerapps.gib.active", ratio, source, t.memory...)
	m.free = s.FreeTier
	m.add("vcpu-idle", "vCPU of idle replicas", "containerapps.vcpu.idle", t.idleVCPU...)
	m.add("memory-idle", "Memory of idle replicas", "containerapps.gib.idle", t.idleMemory...)
	m.add("requests", "Requests", "containerapps.requests", m.perRequest(isHTTP)...)
	m.privateEnvironment()
	m.slowCPU(func(c *Component) cpuSize {
		vcpu, _ := containerSize(c.Pod.CPU, c.Pod.Memory)
		return cpuSize{"a replica of the pod's size", vcpu}
	})
	m.serverlessEdge()
	if m.noneKept() {
		m.note("scales to zero %d s after the last request; the next one then waits for a replica to start", KEDACooldown)
	}
	return m.metered(containerAppsLimits)
}

// privateEnvironment adds what an environment costs that is reached by private links:
// the management charge of the Dedicated plan, on the Consumption profile too.
func (m *metering) privateEnvironment() {
	if slices.ContainsFunc(m.work.Components, func(c Component) bool { return c.Traits.CustomNetworking }) {
		m.add("management", "Environment with a private endpoint", "containerapps.management.hour", fixed(as(amount(1, "environment")), hours))
	}
}

// containerTerms are the terms of Container Apps' meters.
type containerTerms struct{ vcpu, memory, idleVCPU, idleMemory []Term }

func (m *metering) containerApp(t *containerTerms, i int) {
	s, c := m.service(), &m.work.Components[i]
	week := m.week(i, func() replicas {
		vcpu, _ := containerSize(c.Pod.CPU, c.Pod.Memory)
		if c.Job {
			return jobRuns(c, vcpu, 0)
		}
		return replicas{
			perRate: c.perRate(vcpu, serverlessUtilization, orOwn(c.Own.Concurrency, s.concurrency(containerAppsConcurrency)), c.holds(math.Inf(1))),
			minimum: c.kept(c.Own.instances(s.MinInstances), c.holds(math.Inf(1))), hold: KEDACooldown + c.open(),
		}
	}, true)
	about := week.about(c.Name, "replicas")
	cores := func(c *Component) Factor {
		vcpu, _ := containerSize(c.Pod.CPU, c.Pod.Memory)
		return amount(vcpu, "vCPU").from(paths.PodCPU)
	}
	memory := func(c *Component) Factor {
		_, gib := containerSize(c.Pod.CPU, c.Pod.Memory)
		return amount(gib, "GiB").from(paths.PodMemory)
	}
	// A kept replica is idle while no request is in flight; one that is not
	// kept is billed as active until it is gone.
	inFlight := func(rate float64) float64 {
		if c.Own.instances(s.MinInstances) == 0 || c.Job {
			return 1
		}
		return up(rate, c.open())
	}
	active := m.level("active replicas", i, func(q float64) float64 {
		return week.mean(q, func(rate float64) float64 { return week.needed(rate) * inFlight(rate) })
	}, about)
	t.vcpu = append(t.vcpu, m.perUnit(active, cores, seconds))
	t.memory = append(t.memory, m.perUnit(active, memory, seconds))
	if c.Own.instances(s.MinInstances) == 0 || c.Job {
		return
	}
	idle := m.level("idle replicas", i, func(q float64) float64 {
		return week.mean(q, func(rate float64) float64 { return week.needed(rate) * (1 - inFlight(rate)) })
	}, about)
	t.idleVCPU = append(t.idleVCPU, m.perUnit(idle, cores, seconds))
	t.idleMemory = append(t.idleMemory, m.perUnit(idle, memory, seconds))
}
