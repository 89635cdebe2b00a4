package costs

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/places"
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
	inNetwork  bool        // whether its instances are in the account's network and call each other there, as pods do
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
		ecsFargateKind(), cloudRunKind(), containerAppsKind(),
		lambdaKind(), cloudRunFunctionsKind(), cloudFunctionsKind(), azureFunctionsKind(), azureFlexKind(),
		workersKind(), fastlyKind(), akamaiKind(), spinKubeKind(), wasmCloudKind(),
	}
}

// Settings that several kinds take.
var (
	spotCapacity  = []paths.Path{paths.KubernetesSpotShare}
	keptInstances = []paths.Path{paths.ServerlessConcurrency, paths.ServerlessMinInstances}
	kept          = []paths.Path{paths.ContainersConcurrency, paths.ContainersMinInstances}
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

// Build bills a workload on a kind of platform. A price that is not known in the
// region stops nothing: the platform is there with a bill that says what is not in
// it (see Unbilled), and where nobody asked for the region the nearest that has all
// prices stands in for it. What was asked for by name and has no price is an
// *UnknownPriceError or *UnknownInstanceError. On a site of one's own nothing has
// a bill.
func Build(id string, b *pricebook.Book, s *Settings, w Workload) (*Platform, error) {
	k, ok := KindOf(id)
	if !ok {
		return nil, fmt.Errorf("platform %s is unknown", id)
	}
	if s.Site.Own() {
		return k.onOwnSite(b, s, w), nil
	}
	home, _ := s.RegionOf(k.host(s).Provider)
	p, err := k.in(home, b, s, w)
	if err == nil && !p.Partly() {
		return p, nil
	}
	for _, near := range s.standIns(b, k.host(s).Provider) {
		if other, wrong := k.in(near.ID, b, s, w); wrong == nil && !other.Partly() {
			other.Notes = append(other.Notes, standsIn(near, home, p, err))
			return other, nil
		}
	}
	if nowhere(err) {
		return k.bare(err, b, s, w), nil
	}
	return p, err
}

// standsIn says why a platform is not billed in the region that is next to the home
// region.
func standsIn(near places.Near, home string, p *Platform, err error) string {
	why := ""
	if err != nil {
		why = err.Error()
	} else {
		why = p.Unbilled.lacks()
	}
	return fmt.Sprintf("billed in %s, %s km away: in %s %s", near.ID, Figure(math.Round(near.Km/10)*10), home, why)
}

// nowhere reports whether an error is that of a region in which no instance type has
// a price, while nobody asked for one.
func nowhere(err error) bool {
	var instance *pricebook.UnknownInstanceError
	return errors.As(err, &instance) && instance.Type == pricebook.AutoNode
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
	m := &metering{kind: *k, book: b, settings: s, region: region, work: w.on(k.Option, nil), shares: w.Shares()}
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
		p.outward = func(i int) outward { return m.outwardOf(&m.work.Components[i]) }
	}
	m.noteEdge()
	p.Notes = append(p.Notes, m.notes...)
	p.Usual = m.usual
	p.lacking(m.book)
	return p, nil
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
	return k.bare(err, b, s, w), nil
}

// bare is the kind without a bill, because of a price or an instance type that is
// not known.
func (k *Kind) bare(err error, b *pricebook.Book, s *Settings, w Workload) *Platform {
	region, _ := s.RegionOf(k.host(s).Provider)
	remedy := "another region (platforms.regions), or the rate in a price overlay"
	var price *pricebook.UnknownPriceError
	if errors.As(err, &price) && !price.Discount().IsZero() {
		remedy = "a discount of your own (" + price.Discount().String() + "), or the rate in a price overlay"
	}
	p := &Platform{
		ID: k.ID, Name: k.Name, Letter: k.Letter, Option: k.Option, Region: region, maxVolume: math.Inf(1),
		Unbilled: &Unbilled{
			Why: "has no known price here: " + err.Error(), Remedy: remedy,
			Source: "the price book", AsOf: b.Version(),
		},
	}
	p.Refusals, p.Caveats = check(w.on(k.Option, nil), k.Limits(s))
	return p
}
