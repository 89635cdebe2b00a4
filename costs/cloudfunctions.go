package costs

import (
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// functionSize is a memory size of Cloud Functions (1st gen) and the clock
// that goes with it.
type functionSize struct{ mib, ghz float64 }

// functionSizes are the sizes of Cloud Functions (1st gen)
// (https://cloud.google.com/functions/pricing-1stgen, 2026).
var functionSizes = []functionSize{{128, 0.2}, {256, 0.4}, {512, 0.8}, {1024, 1.4}, {2048, 2.4}, {4096, 4.8}, {8192, 4.8}}

// functionSizeOf returns the smallest size that holds a component, the largest
// there is for one that none holds.
func functionSizeOf(c *Component) functionSize {
	for _, s := range functionSizes {
		if c.Memory <= s.mib {
			return s
		}
	}
	return functionSizes[len(functionSizes)-1]
}

// buildCloudFunctions prices Cloud Functions (1st gen): invocations, and
// GB-seconds and GHz-seconds in steps of 100 ms. An instance serves one request
// at a time, so nothing is shared.
func buildCloudFunctions(m *metering) (*Platform, error) {
	m.begin(m.settings.Serverless.FreeTier)
	memory := func(c *Component) Factor { return amount(functionSizeOf(c).mib/1024, "GB").from(paths.ComponentMemory) }
	clock := func(c *Component) Factor { return amount(functionSizeOf(c).ghz, "GHz").from(paths.ComponentMemory) }
	m.add("requests", "Invocations", "cloudfunctions.requests", m.perRequest(always)...)
	m.add("memory", "GB-seconds", "cloudfunctions.gb_s", m.perRequest(always, billedDuration(100), memory)...)
	m.add("cpu", "GHz-seconds", "cloudfunctions.ghz_s", m.perRequest(always, billedDuration(100), clock)...)
	if m.settings.Serverless.Logs != "none" {
		m.logs(networks[pricebook.GCP].logs)
	}
	m.ownWayOut()
	m.egressAt("Egress to the internet", "cloudfunctions.egress")
	m.slowCPU(functionCPU)
	return m.metered(cloudFunctionsLimits)
}
