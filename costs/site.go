package costs

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

// Site is where a system has to run, as far as that decides which platforms
// there are.
type Site string

// The sites. A region is what every platform is billed in; the edge is close to
// users all over the world.
const (
	SiteRegion  Site = ""
	SiteEdge    Site = "edge"
	SiteOwn     Site = "on-premises"
	SiteDevices Site = "devices"
)

// Own reports whether the site is outside any provider's data centres. Nothing
// has a price there: what machines of one's own cost is no provider's to say.
func (s Site) Own() bool { return s == SiteOwn || s == SiteDevices }

// NoSiteFigure is why what can run on a site of one's own has no price.
const NoSiteFigure = "machines of one's own have no price here yet"

// CanBeAt reports whether the option that a kind stands for can be at a site,
// be it in another form than the kind's: containers run on any cluster, and a
// Wasm runtime that is no provider's on any machine that is large enough.
func (k *Kind) CanBeAt(s Site) bool {
	switch s {
	case SiteOwn:
		return k.Option == checklist.Kubernetes || k.Provider == ""
	case SiteDevices:
		return k.onDevices
	}
	return true
}

// form is a provider's product for hardware of one's own, with its source.
type form struct {
	name string
	source
}

// siteLimits are what keeps a kind from a site, whatever the component.
func (k *Kind) siteLimits(s Site) []Limit {
	if !s.Own() || k.CanBeAt(s) && k.Provider == "" {
		return nil
	}
	says := map[Site]string{SiteOwn: "has to run in a data centre of one's own; ", SiteDevices: "has to run on devices at customers; "}[s]
	var way string
	from := source{url: "the scenario"}
	if s == SiteDevices && (k.Option == checklist.Kubernetes || k.Provider == "") {
		says += "small devices hold no cluster (a k3s server takes 1.6 GB of memory)"
		way = "a gateway computer at the site"
		from = source{"https://docs.k3s.io/reference/resource-profiling", "2026-11-28"}
	} else {
		says += k.Name + " runs only in its provider's data centres"
		way = map[checklist.Option]string{
			checklist.Kubernetes: "a cluster on hardware of one's own",
			checklist.Containers: "containers on a cluster of one's own",
			checklist.Serverless: "functions on a cluster of one's own (Knative)",
			checklist.Wasm:       "a Wasm runtime of one's own (wasmCloud, SpinKube)",
		}[k.Option]
		if s == SiteDevices {
			way = "a Wasm runtime of one's own (wasmCloud)"
		}
		if f := k.ownForm; f.name != "" && s == SiteOwn {
			way, from = f.name+", or "+way, f.source
		}
		way += ", which has no price here yet"
	}
	return from.at(Limit{
		Subject: LimitSite, Workaround: way, broken: always,
		says: func(*Component) string { return says },
	})
}

// onOwnSite is the kind on a site of one's own: never with a bill. What is a
// provider's is refused, and what can be there is unbilled. The limits of a
// provider's cluster are not those of a cluster on one's own hardware.
func (k *Kind) onOwnSite(b *pricebook.Book, s *Settings, w Workload) *Platform {
	p := &Platform{ID: k.ID, Name: k.Name, Letter: k.Letter, Option: k.Option, maxVolume: math.Inf(1)}
	limits := k.siteLimits(s.Site)
	if len(limits) > 0 {
		p.Region, _ = s.RegionOf(k.Provider)
	} else {
		p.Unbilled = &Unbilled{
			Why: "is not priced, because " + NoSiteFigure, Remedy: "reckon it beside this program; until then no curve is drawn",
			Source: "the price book", AsOf: b.Version(),
		}
	}
	if k.Option != checklist.Kubernetes {
		limits = slices.Concat(limits, k.Limits(s))
	}
	p.Refusals, p.Caveats = check(w, limits)
	return p
}

// noteEdge says what a bill in one region leaves out where the system has to be
// close to users all over the world.
func (m *metering) noteEdge() {
	if _, regional := networks[m.kind.Provider]; regional && m.settings.Site == SiteEdge {
		m.note("the bill is that of one region: to be close to users all over the world takes several, each with its own fixed cost")
	}
}
