package offers

import "strings"

// azureRule says which meters of the Azure retail prices are one of our
// prices. All four names must be as given: meters of other plans share some.
type azureRule struct {
	service, product, sku, meter string
	id                           string
	unit                         unit
}

// azureRules maps the Azure retail prices to our ids, machines apart.
var azureRules = []azureRule{
	// The Consumption plan of Functions. Executions are sold in tens.
	{"Functions", "Functions", "Standard", "Standard Total Executions", "functions.consumption.requests", executions},
	{"Functions", "Functions", "Standard", "Standard Execution Time", "functions.consumption.gb_s", gbSeconds},
	// The Flex Consumption plan: on demand, and the baseline of instances that
	// are always ready. What those execute is sold under a further meter.
	{"Functions", "Flex Consumption", "On Demand", "On Demand Total Executions", "functions.flex.requests", executions},
	{"Functions", "Flex Consumption", "On Demand", "On Demand Execution Time", "functions.flex.gb_s", gbSeconds},
	{"Functions", "Flex Consumption", "Always Ready", "Always Ready Baseline", "functions.flex.ready.gb_s", gbSeconds},

	// The Consumption plan of Container Apps; the SKU keeps dedicated profiles
	// and dynamic sessions apart. A replica is active or idle, second by second.
	{"Azure Container Apps", "Azure Container Apps", "Standard", "Standard vCPU Active Usage", "containerapps.vcpu.active", vcpuSeconds},
	{"Azure Container Apps", "Azure Container Apps", "Standard", "Standard vCPU Idle Usage", "containerapps.vcpu.idle", vcpuSeconds},
	{"Azure Container Apps", "Azure Container Apps", "Standard", "Standard Memory Active Usage", "containerapps.gib.active", gibSeconds},
	{"Azure Container Apps", "Azure Container Apps", "Standard", "Standard Memory Idle Usage", "containerapps.gib.idle", gibSeconds},
	{"Azure Container Apps", "Azure Container Apps", "Standard", "Standard Requests", "containerapps.requests", requests},

	// The Standard tier of AKS; long term support is a further meter of the
	// same SKU, and the free tier has none.
	{"Azure Kubernetes Service", "Azure Kubernetes Service", "Standard", "Standard Uptime SLA", "aks.standard.hour", hours},
	// AKS Automatic: an hour of the control plane, and of each vCPU on top of
	// the machine's own price. Every meter says "1 Hour", whichever it counts.
	{"Azure Kubernetes Service", "Azure Kubernetes Service - Automatic", "Automatic", "Automatic Hosted Control Plane", "aks.automatic.hour", hours},
	{"Azure Kubernetes Service", "Azure Kubernetes Service - Automatic", "Automatic", "Automatic General Purpose", "aks.automatic.vcpu.hour", vcpuHours},
}

// azureRuleOf returns the id and the unit of a row of the list.
func azureRuleOf(i *azureItem) (id string, u unit, ok bool) {
	for _, r := range azureRules {
		if i.MeterName == r.meter && i.SkuName == r.sku && i.ProductName == r.product && i.ServiceName == r.service {
			return r.id, r.unit, true
		}
	}
	if isMachine(i) {
		return "vm." + i.ArmSkuName, hours, true
	}
	return "", unit{}, false
}

// isMachine reports whether a row is a machine with Linux at its list price.
// A machine that runs something dearer is a product with a name of its own
// ("… Series Windows", "… CloudServices", "… Dedicated Host"); one that may be
// taken away has a longer SKU ("D2s v5 Spot").
func isMachine(i *azureItem) bool {
	for _, other := range []string{"Windows", "CloudServices", "Cloud Services", "Dedicated Host"} {
		if strings.Contains(i.ProductName, other) {
			return false
		}
	}
	return i.ServiceName == "Virtual Machines" && isWord(i.ArmSkuName) && strings.HasPrefix(i.ProductName, "Virtual Machines ") && bareSku(i.SkuName) == bareSku(i.ArmSkuName)
}

// bareSku makes the two spellings of a machine's name comparable: "D2s v5" and
// "Standard_D2s_v5".
func bareSku(name string) string {
	name = strings.ReplaceAll(name, "_", " ")
	return strings.TrimPrefix(strings.TrimPrefix(name, "Standard "), "Basic ")
}
