package costs

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// Kind is a platform that can be billed, as the registry knows it: its name,
// its limits, and how its list of meters is made for a workload.
type Kind struct {
	ID       string // contract id: lambda, eks, cloudflare-workers
	Name     string // Lambda, EKS, Workers
	Letter   rune   // marks its curve where there is no colour; each kind has another one
	Option   checklist.Option
	Provider string // aws, gcp, azure, cloudflare, …; "" for what runs on a cluster of one's own
	About    string // what it bills, in a few words
	Limits   func(*Settings) []Limit
	takes    []paths.Path // settings of its side that not every kind of the option has

	build func(m *metering) (*Platform, error)
}

// registry holds the list of kinds once it was asked for: a platform looks
// itself up each time that it is built, thousands of times for one answer. It
// has no initial value, as the kinds' own functions look others up.
var registry struct {
	once sync.Once
	list []Kind
}

// kinds is the registry, by option in the order in which they are shown. It
// must not be changed.
func kinds() []Kind {
	registry.once.Do(func() { registry.list = listKinds() })
	return registry.list
}

func listKinds() []Kind {
	var (
		spot            = []paths.Path{paths.KubernetesSpotShare}
		spotAndTier     = append(slices.Clone(spot), paths.KubernetesTier)
		environments    = []paths.Path{paths.ServerlessFrontDoor, paths.ServerlessProvisionedConcurrency, paths.ServerlessArchitecture, paths.ServerlessSnapStart, paths.ServerlessStreaming}
		instances       = []paths.Path{paths.ServerlessConcurrency, paths.ServerlessMinInstances}
		instancesByTime = append(slices.Clone(instances), paths.ServerlessBilling)
		density         = []paths.Path{paths.WasmDensity}
	)
	return []Kind{
		{"eks", "EKS", 'K', checklist.Kubernetes, pricebook.AWS, "control plane and nodes", nodeLimits, spot, buildEKS},
		{"eks-auto", "EKS Auto", 'A', checklist.Kubernetes, pricebook.AWS, "control plane, nodes and a fee for each", nodeLimits, spot, buildEKSAuto},
		{"eks-fargate", "EKS Fargate", 'F', checklist.Kubernetes, pricebook.AWS, "control plane and pods by the second", fargateLimits, nil, buildEKSFargate},
		{"gke", "GKE", 'G', checklist.Kubernetes, pricebook.GCP, "control plane and nodes", nodeLimits, spot, buildGKE},
		{"gke-autopilot", "GKE Autopilot", 'P', checklist.Kubernetes, pricebook.GCP, "control plane and what pods request", autopilotLimits, spot, buildAutopilot},
		{"aks", "AKS", 'M', checklist.Kubernetes, pricebook.Azure, "control plane by tier and nodes", nodeLimits, spotAndTier, buildAKS},
		{"aks-automatic", "AKS Automatic", 'U', checklist.Kubernetes, pricebook.Azure, "control plane, nodes and a fee for each vCPU", nodeLimits, spot, buildAKSAutomatic},

		{"lambda", "Lambda", 'L', checklist.Serverless, pricebook.AWS, "requests and GB-seconds", lambdaLimits, environments, buildLambda},
		{"cloud-run", "Cloud Run", 'R', checklist.Serverless, pricebook.GCP, "busy instances by vCPU and GiB", cloudRunLimits, instancesByTime, buildCloudRun},
		{"cloud-functions", "Cloud Functions", 'N', checklist.Serverless, pricebook.GCP, "requests, GB-seconds and GHz-seconds", cloudFunctionsLimits, nil, buildCloudFunctions},
		{"azure-functions", "Azure Functions", 'Y', checklist.Serverless, pricebook.Azure, "executions and GB-seconds", azureFunctionsLimits, nil, buildAzureFunctions},
		{"azure-flex", "Azure Flex", 'X', checklist.Serverless, pricebook.Azure, "executions and active instances", azureFlexLimits, instances, buildAzureFlex},
		{"container-apps", "Container Apps", 'C', checklist.Serverless, pricebook.Azure, "replicas by vCPU and GiB, idle ones cheaper", containerAppsLimits, instances, buildContainerApps},

		{"cloudflare-workers", "Workers", 'W', checklist.Wasm, "cloudflare", "requests and CPU time", workersLimits, nil, buildWorkers},
		{"fastly-compute", "Fastly Compute", 'T', checklist.Wasm, "fastly", "requests, CPU time and the CDN", fastlyLimits, nil, buildFastly},
		{"akamai-functions", "Akamai Functions", 'I', checklist.Wasm, "akamai", "a quote is needed", akamaiLimits, nil, buildAkamai},
		{"spinkube", "SpinKube", 'S', checklist.Wasm, "", "the Kubernetes side at a higher density", inClusterLimits, density, buildInCluster},
		{"wasmcloud", "wasmCloud", 'O', checklist.Wasm, "", "the Kubernetes side at a higher density", inClusterLimits, density, buildInCluster},
	}
}

// Kinds returns the registry. Each call makes a new slice.
func Kinds() []Kind { return slices.Clone(kinds()) }

// Takes reports whether the kind has a setting of its side that others of the
// option lack: a tier, streaming, instances that are kept.
func (k *Kind) Takes(setting paths.Path) bool { return slices.Contains(k.takes, setting) }

// KindOf returns a kind by its id, and whether there is one.
func KindOf(id string) (Kind, bool) {
	for _, k := range kinds() {
		if k.ID == id {
			return k, true
		}
	}
	return Kind{}, false
}

// KindIDs returns the ids of an option's kinds in the order of the registry.
func KindIDs(o checklist.Option) []string {
	var ids []string
	for _, k := range kinds() {
		if k.Option == o {
			ids = append(ids, k.ID)
		}
	}
	return ids
}

// Build bills a workload on a kind of platform. A price or an instance type
// that the book lacks is an *UnknownPriceError or *UnknownInstanceError. Where
// nobody asked for the region, a region that has all prices stands in for one
// that lacks some. On a site of one's own nothing has a bill.
func Build(id string, b *pricebook.Book, s *Settings, w Workload) (*Platform, error) {
	k, ok := KindOf(id)
	if !ok {
		return nil, fmt.Errorf("platform %s is unknown", id)
	}
	if s.Site.Own() {
		return k.onOwnSite(b, s, w), nil
	}
	var p *Platform
	instead, err := k.somewhere(s, func(region string) (err error) {
		p, err = k.in(region, b, s, w)
		return err
	})
	if err == nil && instead != "" {
		p.Notes = append(p.Notes, instead)
	}
	return p, err
}

// somewhere does something in the region of the kind that needs its prices. Where
// nobody asked for that region, one that has all prices stands in for one that
// lacks some, and instead says so. The error is that of the region itself.
func (k *Kind) somewhere(s *Settings, in func(region string) error) (instead string, err error) {
	region, chosen := s.RegionOf(k.host(s).Provider)
	if err = in(region); err == nil || chosen {
		return "", err
	}
	for _, other := range regionsIn(err) {
		if in(other) == nil {
			return fmt.Sprintf("priced in %s: in %s %s", other, region, err), nil
		}
	}
	return "", err
}

// host is the kind whose bill this one has: itself, or for what runs in a
// cluster of one's own that cluster's.
func (k *Kind) host(s *Settings) *Kind {
	if k.Provider != "" {
		return k
	}
	host, ok := KindOf(s.Kubernetes.Kind)
	if !ok || host.Option != checklist.Kubernetes {
		host, _ = KindOf("eks")
	}
	return &host
}

// usualMeters is how many meters nearly every platform has at most.
const usualMeters = 12

// in builds the platform in a region.
func (k *Kind) in(region string, b *pricebook.Book, s *Settings, w Workload) (*Platform, error) {
	return k.billed(k.metering(region, b, s, w))
}

// metering begins the list of meters.
func (k *Kind) metering(region string, b *pricebook.Book, s *Settings, w Workload) *metering {
	m := &metering{kind: *k, book: b, settings: s, region: region, work: w, shares: w.Shares()}
	m.meters = make([]Meter, 0, usualMeters)
	return m
}

// billed completes the list of meters and the platform that they make.
func (k *Kind) billed(m *metering) (*Platform, error) {
	p, err := k.build(m)
	if err == nil {
		m.eventSources()
		err = m.err
	}
	if err != nil {
		return nil, err
	}
	p.ID, p.Name, p.Letter, p.Option = k.ID, k.Name, k.Letter, k.Option
	p.Region, p.Meters, p.Levels = m.region, m.meters, m.levels
	if m.storeBound {
		p.sendsOut = func(i int) bool { return m.sendsOut(&m.work.Components[i]) }
	}
	m.noteEdge()
	p.Notes = append(p.Notes, m.notes...)
	return p, nil
}

// regionsIn returns the regions that have what an error says is unknown.
func regionsIn(err error) []string {
	var price *pricebook.UnknownPriceError
	var instance *pricebook.UnknownInstanceError
	switch {
	case errors.As(err, &price):
		return price.Regions
	case errors.As(err, &instance):
		return instance.Regions
	}
	return nil
}

// BuildUnbilled is Build for a platform that is shown beside others: where a
// price is not known the platform is there without a bill and says which.
func BuildUnbilled(id string, b *pricebook.Book, s *Settings, w Workload) (*Platform, error) {
	p, err := Build(id, b, s, w)
	var price *pricebook.UnknownPriceError
	var instance *pricebook.UnknownInstanceError
	if !errors.As(err, &price) && !errors.As(err, &instance) {
		return p, err
	}
	k, _ := KindOf(id)
	region, _ := s.RegionOf(k.host(s).Provider)
	remedy := "another region (platforms.regions), or the rate in a price overlay"
	if price != nil && !price.Discount().IsZero() {
		remedy = "a discount of your own (" + price.Discount().String() + "), or the rate in a price overlay"
	}
	bare := &Platform{
		ID: k.ID, Name: k.Name, Letter: k.Letter, Option: k.Option, Region: region, maxVolume: math.Inf(1),
		Unbilled: &Unbilled{
			Why: "has no known price here: " + err.Error(), Remedy: remedy,
			Source: "the price book", AsOf: b.Version(),
		},
	}
	bare.Refusals, bare.Caveats = check(w, k.Limits(s))
	return bare, nil
}
