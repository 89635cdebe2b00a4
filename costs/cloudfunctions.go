package costs

import (
	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func cloudFunctionsKind() Kind {
	return Kind{
		ID: "cloud-functions", Name: "Cloud Functions", Letter: 'N', Option: checklist.Serverless, Provider: pricebook.GCP, About: "requests, GB-seconds and GHz-seconds",
		Limits: cloudFunctionsLimits, build: buildCloudFunctions,
		out:        ways{NetworkPrivate: reachNAT},
		commitment: commitment{0.17, 0.17, [2][2]float64{}, "exact for the spend-based model", flexibleCUD, "2025-08-19"},
		tuning:     func(*Settings) *tuning { return &functionsTuning },
	}
}

// functionSize is a memory size of Cloud Functions (1st gen) and the clock
// that goes with it.
type functionSize struct{ mib, ghz float64 }

// functionSizes are the sizes of Cloud Functions (1st gen)
// (https://cloud.google.com/functions/pricing-1stgen, 2026).
var functionSizes = []functionSize{{128, 0.2}, {256, 0.4}, {512, 0.8}, {1024, 1.4}, {2048, 2.4}, {4096, 4.8}, {8192, 4.8}}

// functionsTuning is how auto sets a function of Cloud Functions (1st gen): the
// clock goes with the memory, in parts of the one that counts as a vCPU. What a
// run costs is weighted as the two list prices are.
var functionsTuning = tuning{
	settings: functionRows,
	needs:    func(c *Component, _ *FunctionSetting) float64 { return c.Memory },
	runs: func(c *Component, of *FunctionSetting) (float64, float64) {
		seconds := c.runsOn(of.VCPU)
		return seconds, roundedUp(seconds, functionStep) * (of.MiB/1024*functionGBPrice + of.VCPU*functionVCPUClock*functionGHzPrice)
	},
	limits: func(*ServerlessSettings, *Component) float64 { return functions1Duration },
}

// functionStep is the step in ms to which Cloud Functions (1st gen) round up,
// and the other two their list prices in USD a GB-second and a GHz-second, by
// which auto weighs memory against clock
// (https://cloud.google.com/functions/pricing-1stgen, 2026).
const (
	functionStep     = 100
	functionGBPrice  = 0.0000025
	functionGHzPrice = 0.0000100
)

var functionRows = func() (rows []FunctionSetting) {
	for _, s := range functionSizes {
		rows = append(rows, FunctionSetting{MiB: s.mib, VCPU: s.ghz / functionVCPUClock})
	}
	return rows
}()

// functionSizeOf returns the size of a component's function: the smallest that
// is no smaller than what it is set to, else what auto chooses; the largest there
// is for one that none holds.
func functionSizeOf(c *Component) functionSize {
	if c.FunctionMemory == 0 {
		return functionSizes[functionsTuning.choose(c)]
	}
	for _, s := range functionSizes {
		if c.FunctionMemory <= s.mib {
			return s
		}
	}
	return functionSizes[len(functionSizes)-1]
}

// functionSeconds is how long one run takes on that size.
func functionSeconds(c *Component) float64 {
	return c.runsOn(functionSizeOf(c).ghz / functionVCPUClock)
}

// buildCloudFunctions bills Cloud Functions (1st gen): invocations, and
// GB-seconds and GHz-seconds in steps of 100 ms. An instance serves one request
// at a time, so nothing is shared.
func buildCloudFunctions(m *metering) (*Platform, error) {
	m.begin(m.settings.Serverless.FreeTier)
	memory := func(c *Component) Factor {
		return amount(functionSizeOf(c).mib/1024, "GB").from(paths.ComponentFunctionMemory)
	}
	clock := func(c *Component) Factor {
		return amount(functionSizeOf(c).ghz, "GHz").from(paths.ComponentFunctionMemory)
	}
	duration := func(c *Component) Factor {
		return amount(roundedUp(functionSeconds(c), functionStep), "s").from(paths.ComponentDuration)
	}
	m.add("requests", "Invocations", "cloudfunctions.requests", m.perRequest(always)...)
	ratio, source := m.committed("cloudfunctions.savings")
	m.addBought("memory", "GB-seconds", "cloudfunctions.gb_s", ratio, source, m.perRequest(always, duration, memory)...)
	m.addBought("cpu", "GHz-seconds", "cloudfunctions.ghz_s", ratio, source, m.perRequest(always, duration, clock)...)
	if m.settings.Serverless.Logs != "none" {
		m.logs(networks[pricebook.GCP].logs)
	}
	m.ownWayOut()
	m.egressAt("Egress to the internet", "cloudfunctions.egress")
	m.tuned(func(c *Component) (float64, float64) { return functionSizeOf(c).mib, functionSeconds(c) })
	return m.metered(cloudFunctionsLimits)
}

// functionVCPUClock is the clock in GHz that Cloud Functions (1st gen) count as
// one vCPU: that of the size of 2,048 MB
// (https://cloud.google.com/functions/pricing-1stgen, 2026).
const functionVCPUClock = 2.4
