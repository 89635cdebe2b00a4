package costs

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/places"
	"runwhere/costs/pricebook"
)

// Settings are the choices that platforms leave to the architect. One set
// serves every platform: what a platform has no use for it does not read.
type Settings struct {
	Cloud      string            // the provider that Region is of
	Region     string            // home region
	Anywhere   bool              // whether nobody asked for the home region, so that another one may stand in
	Regions    map[string]string // by provider, where the counterpart of Region is not wanted
	Site       Site              // where the system has to run
	Network    string            // mixed, public, private; "" is mixed
	Endpoints  string            // gateway, interface, none; "" is gateway
	Zones      float64           // of the region that the system is spread over; 0 is 1
	Kubernetes KubernetesSettings
	Containers ContainersSettings
	Serverless ServerlessSettings
	Wasm       WasmSettings
}

// ServiceSettings are the choices of what runs without nodes, instance by instance:
// containers without a cluster, and functions.
type ServiceSettings struct {
	Architecture  string  // x86, arm64
	Purchase      string  // on-demand, savings-1y, savings-3y; "" is on demand
	Discount      float64 // what a commitment takes off the price on demand, 0..1; 0 takes the book's
	FreeTier      bool
	NATGateways   float64
	NATByNetwork  bool    // whether nobody said how many there are
	PublicIPv4    bool    // whether public addresses are billed, as AWS does since 2024-02
	Logs          string  // none, cloudwatch (the provider's service), cloudwatch-ia
	ColdStartRate float64 // part of the requests that start an environment, 0..1
	Concurrency   float64 // requests that one instance serves at once; 0 is the platform's default
	VCPU          float64 // of an instance; 0 is the platform's default
	MinInstances  float64 // instances that are kept, for each component
	Billing       string  // of Cloud Run: request, instance
}

// ContainersSettings are the choices of containers without a cluster.
type ContainersSettings struct {
	ServiceSettings
	TargetUtilization float64 // CPU that the scaling of tasks holds, 0..1
	SpotShare         float64 // part of the tasks on spot capacity, 0..1
	SpotDiscount      float64 // what spot takes off the price on demand, 0..1; 0 takes the book's
	LoadBalancer      string  // flat (its hours alone), alb (hours, what it processes, addresses), none
	RunningHours      float64 // of a week in which tasks run, those with the most load; 0 is all of them
}

// KubernetesSettings are the choices of the Kubernetes platforms.
type KubernetesSettings struct {
	Kind              string // of the cluster that hosts SpinKube or wasmCloud
	Node              string // instance type; AutoNode, "" or one of another cloud leaves it to the workload
	Sizing            Sizing
	Nodes             float64 // of a fixed fleet
	MinNodes          float64
	TargetUtilization float64 // CPU that the pod autoscaler holds, 0..1
	Packing           float64 // part of a node's free room that is filled, 0..1
	Autoscale         Autoscale
	Purchase          string  // on-demand, savings-1y, savings-3y, spot
	SpotShare         float64 // part of the nodes or pods that run on spot capacity, 0..1
	Discount          float64 // what a commitment takes off the price on demand, 0..1; 0 takes the book's
	SpotDiscount      float64 // what spot takes off the price on demand, 0..1; 0 takes the book's
	LoadBalancer      string  // flat (its hours alone), alb (hours, what it processes, addresses), none
	NATGateways       float64
	NATByNetwork      bool    // whether nobody said how many there are
	PublicIPv4        bool    // whether public addresses are billed
	NodeVolume        float64 // GB of disk a node
	Logs              string  // none, else the provider's service
	FreeTier          bool
	ExtendedSupport   bool    // whether the cluster's version is past standard support
	Tier              string  // of AKS: free, standard, premium
	Clusters          float64 // that there are; 0 is 1
	AgentFee          float64 // USD that agents charge for a node and hour
	Pools             [MostPools]NamedPool
}

// ServerlessSettings are the choices of the serverless platforms.
type ServerlessSettings struct {
	ServiceSettings
	FrontDoor        string // none, function-url, http-api, rest-api, websocket, alb
	FrontDoorAssumed bool   // whether nobody chose the front door, so that its limits refuse nothing

	ProvisionedConcurrency float64 // warm environments of each function
	SnapStart              bool
	SnapVersions           float64 // published versions that are kept in the cache
	Streaming              bool    // whether responses are streamed
	Workflow               string  // none, step-functions: cuts work over 15 minutes into pieces
	InstanceMemory         float64 // MiB of a Flex instance; 0 is the smallest that fits the default of 2,048
}

// WasmSettings are the choices of the Wasm platforms.
type WasmSettings struct {
	Density float64 // Wasm pods in the room of one container, for SpinKube and wasmCloud
	Logs    bool    // whether Workers logs are kept and billed

	FreeTier bool

	Hibernation bool   // whether Durable Objects that hold connections leave memory between messages
	State       string // where Workers keep state: none, durable-objects, kv, d1
}

// usualRegions are where the platforms of a cloud are billed where nobody named a
// region of any.
var usualRegions = map[string]string{pricebook.AWS: "us-east-1", pricebook.GCP: "us-central1", pricebook.Azure: "eastus"}

// service is the settings of the side that a kind without nodes is of.
func (m *metering) service() *ServiceSettings {
	if m.kind.Option == checklist.Containers {
		return &m.settings.Containers.ServiceSettings
	}
	return &m.settings.Serverless.ServiceSettings
}

// side is a field that functions and containers without a cluster both have, as
// the side of the kind has it.
func (m *metering) side(field paths.Path) paths.Path {
	return paths.Platforms.Dot(string(m.kind.Option)).Dot(field.Key())
}

// DefaultRegion returns the region of a provider in which most prices are known, "" for one
// without regions.
func DefaultRegion(provider string) string { return usualRegions[provider] }

// RegionOf returns the region in which a provider's platforms are billed: the
// home region, the one that was asked for, or the one next to the home region;
// Global for a provider without regions. chosen tells whether somebody asked for it.
func (s *Settings) RegionOf(provider string) (region string, chosen bool) {
	usual := usualRegions[provider]
	if usual == "" {
		return pricebook.Global, true
	}
	if region := s.Regions[provider]; region != "" {
		return region, true
	}
	if provider == s.Cloud {
		return s.Region, !s.Anywhere
	}
	if s.Anywhere {
		return usual, false
	}
	if near, known := places.Nearest(provider, s.Cloud, s.Region); known {
		return near.ID, false
	}
	return usual, false
}

// farthest is how far, in km, a region may be from the home region to stand in for
// one that is nearer and lacks a price: a system that runs in Mumbai is not the
// same one in Singapore.
const farthest = 1000

// standIns are the regions that may stand in for the one in which a provider's
// platforms are billed: none where somebody asked for it, any where nobody named a
// region at all, else those near the home region, the nearest first.
func (s *Settings) standIns(b *pricebook.Book, provider string) []places.Near {
	region, chosen := s.RegionOf(provider)
	if chosen {
		return nil
	}
	home, known := places.Of(s.Cloud, s.Region)
	if s.Anywhere || !known {
		home, _ = places.Of(provider, region)
	}
	priced := b.RegionsOf(provider)
	return slices.DeleteFunc(places.Around(provider, home), func(n places.Near) bool {
		return n.ID == region || !s.Anywhere && n.Km > farthest || !slices.Contains(priced, n.ID)
	})
}

// Own is what a team sets for one component on one option: it overrides the
// platform's settings and the component's own. What is 0 is left to those.
type Own struct {
	Option         checklist.Option // "" where nothing is set
	Keeps          bool             // whether MinInstances counts, be it 0
	MinInstances   float64
	VCPU           float64 // of an instance
	Concurrency    float64 // requests that an instance serves at once
	Billing        string  // request, instance
	FunctionMemory float64 // MiB
	Pod            Pod
	Replicas       bool // whether Pod.MinReplicas counts, be it 0
}

// on is the workload with what is set for its components on an option, in the room
// that is given. It is the workload itself where nothing is.
func (w Workload) on(o checklist.Option, room []Component) Workload {
	for i := range w.system() {
		if w.system()[i].ownOn(o) == nil {
			continue
		}
		w.Components = setOn(o, w.Components, room)
		if w.System != nil {
			w.System = setOn(o, w.System, nil)
		}
		break
	}
	return w
}

// setOn copies components with what is set for them on an option.
func setOn(o checklist.Option, components, room []Component) []Component {
	set := append(room[:0], components...)
	for i := range set {
		set[i] = set[i].On(o)
		set[i].Places = [checklist.PlaceableCount]Own{} // it is done
	}
	return set
}

// ownOn is what is set for the component on an option, nil for nothing.
func (c *Component) ownOn(o checklist.Option) *Own {
	for i := range c.Places {
		if c.Places[i].Option == o && o != "" {
			return &c.Places[i]
		}
	}
	return nil
}

// On is the component with what is set for it on an option.
func (c Component) On(o checklist.Option) Component {
	own := c.ownOn(o)
	if own == nil {
		return c
	}
	c.Own = *own
	replace := func(of *float64, by float64) {
		if by > 0 {
			*of = by
		}
	}
	replace(&c.FunctionMemory, own.FunctionMemory)
	replace(&c.Pod.CPU, own.Pod.CPU)
	replace(&c.Pod.Memory, own.Pod.Memory)
	replace(&c.Pod.Concurrency, own.Pod.Concurrency)
	if own.Replicas {
		c.Pod.MinReplicas = own.Pod.MinReplicas
	}
	return c
}

// instances is how many instances of the component are kept where the platform keeps
// some of each.
func (o *Own) instances(platform float64) float64 {
	if o.Keeps {
		return o.MinInstances
	}
	return platform
}

// orOwn is a number of the platform's settings, unless the component has its own.
func orOwn(own, platform float64) float64 {
	if own > 0 {
		return own
	}
	return platform
}

// noneKept reports whether no instance of any component of the system is kept: which
// of them are placed here changes nothing.
func (m *metering) noneKept() bool {
	system := m.work.system()
	for i := range system {
		if system[i].Own.instances(m.service().MinInstances) > 0 {
			return false
		}
	}
	return true
}
