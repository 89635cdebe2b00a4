package checklist

// Manifest is one of the YAML files that a service on Kubernetes needs.
type Manifest struct {
	Name         string
	StatefulOnly bool // only a stateful service needs it
}

// Manifests is the published list, in its order. It has nine entries of which
// the last is for stateful services only; the guide counts all nine and says
// "9+", since some entries hold more than one object.
var Manifests = []Manifest{
	{Name: "Deployment"},
	{Name: "Service"},
	{Name: "Ingress or Gateway"},
	{Name: "HorizontalPodAutoscaler or ScaledObject"},
	{Name: "PodDisruptionBudget"},
	{Name: "NetworkPolicy"},
	{Name: "ServiceAccount and RBAC"},
	{Name: "ConfigMap and Secret"},
	{Name: "PersistentVolumeClaim", StatefulOnly: true},
}

// The published count of YAML files: at least nine a service, so at least 180
// for 20 services.
const (
	ManifestsPerService       = 9
	ManifestsExampleServices  = 20
	ManifestsExamplePublished = 180
)

// ManifestCount returns the number of YAML files by the published list for this
// many services, some of them stateful. It counts the list's entries, so it is
// the least; the published figure takes every service for a stateful one.
// Negative numbers count as none, and no more services can be stateful than
// there are.
func ManifestCount(services, stateful int) int {
	services = max(services, 0)
	stateful = min(max(stateful, 0), services)
	every := 0
	for _, m := range Manifests {
		if !m.StatefulOnly {
			every++
		}
	}
	return services*every + stateful*(len(Manifests)-every)
}
