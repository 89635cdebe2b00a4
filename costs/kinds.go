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
// its limits, how its list of meters is made for a workload, and what it can do
// that others of its option cannot.
type Kind struct {
	ID       string // contract id: lambda, eks, cloudflare-workers
	Name     string // Lambda, EKS, Workers
	Letter   rune   // marks its curve where there is no colour; each kind has another one
	Option   checklist.Option
	Provider string // aws, gcp, azure, cloudflare, …; "" for what runs on a cluster of one's own
	About    string // what it bills, in a few words
	Limits   func(*Settings) []Limit
	takes    []paths.Path // settings of its side that not every kind of the option has
	build    func(m *metering) (*Platform, error)

	usual      bool        // whether it stands for its option on its cloud where nobody named another
	onDevices  bool        // whether it runs on small devices
	ownForm    form        // what its provider has for hardware of one's own
	out        ways        // how it gets out of a network
	gateways   bool        // whether what has no nodes can have NAT gateways of its own
	commitment commitment  // what a commitment takes off where the book has no exact figure
	system     load        // what the system's pods ask for once a cluster
	scaler     load        // what the pods ask for that scale its nodes
	nodesOf    func() Kind // of a cluster without nodes of one's own: the kind on whose nodes a runtime is installed

	starts         StartRule // how cold starts are billed, none where its text is ""
	startsMeasured bool      // whether ColdStarts has measurements of it
	tuning         func(*Settings) *tuning
	runs           func(s *Settings, c *Component) (mib, seconds float64) // what a function is set to, and a run takes on it
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
	return []Kind{
		eksKind(), eksAutoKind(), eksFargateKind(), gkeKind(), autopilotKind(), aksKind(), aksAutomaticKind(),
		lambdaKind(), cloudRunKind(), cloudFunctionsKind(), azureFunctionsKind(), azureFlexKind(), containerAppsKind(),
		workersKind(), fastlyKind(), akamaiKind(), spinKubeKind(), wasmCloudKind(),
	}
}

// Settings that several kinds take.
var (
	spotCapacity  = []paths.Path{paths.KubernetesSpotShare}
	keptInstances = []paths.Path{paths.ServerlessConcurrency, paths.ServerlessMinInstances}
)

// Kinds returns the registry. Each call makes a new slice.
func Kinds() []Kind { return slices.Clone(kinds()) }

// Takes reports whether the kind has a setting of its side that others of the
// option lack: a tier, streaming, instances that are kept.
func (k *Kind) Takes(setting paths.Path) bool { return slices.Contains(k.takes, setting) }

// KindOf returns a kind by its id, and whether there is one.
func KindOf(id string) (Kind, bool) {
	all := kinds()
	for i := range all {
		if all[i].ID == id {
			return all[i], true
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
		host = eksKind()
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
