package costs

import (
	"math"
	"slices"
	"sync"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

// Via is how a component reaches one on another side.
type Via string

// The ways across. Which one a call takes follows from what it calls unless
// the scenario says.
const (
	ViaEvent   Via = "event"   // over the event bus of the side that is called
	ViaGateway Via = "gateway" // over HTTP, through the front door of the side that is called
	ViaPrivate Via = "private" // over a connection inside the network: a database protocol, gRPC
)

// Vias lists the ways across.
var Vias = []Via{ViaEvent, ViaGateway, ViaPrivate}

// Call is an edge of the system: one component calls another one.
type Call struct {
	From, To   int     // components of the workload
	PerRequest float64 // calls a request of From
	Payload    float64 // KiB a call, both ways
	Via        Via
}

// Glue bills the calls of a workload for every pair of sides that they may
// cross. What crosses is a platform of its own, a list of meters, so that its
// bill opens to formula, price, source and date like any other. Calls within one
// option are in that platform's bill, or free; what such a call costs between zones
// is no part of its Pool, as it takes both ends, and is known here.
//
// Free amounts are left to the platforms, and a quantity is charged at the
// first paid tier: what a side sends anyway fills the tiers before it. Glue is
// therefore in proportion to the calls, and never too low. A search asks for
// nothing but what a call costs; meters are made only for the passage that
// somebody opens.
type Glue struct {
	*glueRates
	work   Workload
	shares []float64
}

// glueRates is what the calls of all workloads between the same sides share.
type glueRates struct {
	book  *pricebook.Book
	door  string // the front door of the serverless side
	sides []glueSide

	guard  sync.Mutex
	prices map[[2]string]*pricebook.Price // by id and region: the same few for every call
	rates  map[glueCall][]float64         // USD a call
}

// glueCall is all of a call that its price depends on.
type glueCall struct {
	via     Via
	http    bool // whether what is called takes HTTP requests
	source  bool // whether what brings its work is on its own bill
	payload float64
}

// Passage is what one call costs between two options.
type Passage struct {
	Call     Call
	From, To checklist.Option
	Notes    []string // what is billed elsewhere or counted in a certain way
	Unknown  []string // what has no known price; it is missing in the bill

	platform *Platform
}

// glueSide is what a passage has to know of an option.
type glueSide struct {
	kind     Kind
	cloud    string // aws, gcp, azure; "" for an edge network
	region   string
	cluster  bool // whether it runs in the cluster of the Kubernetes option
	gateways float64
	zones    float64

	passZones bool // whether components that are both on it call each other from zone to zone
}

// NewGlue bills the calls of a workload between kinds, each of which is a side.
func NewGlue(kinds []string, b *pricebook.Book, s *Settings, w Workload) *Glue {
	r := &glueRates{book: b, door: s.Serverless.FrontDoor, prices: map[[2]string]*pricebook.Price{}, rates: map[glueCall][]float64{}}
	for _, id := range kinds {
		r.sides = append(r.sides, sideOf(id, s))
	}
	return &Glue{glueRates: r, work: w, shares: w.Shares()}
}

// For bills the calls of another workload. What is known already of calls
// between the same sides is not worked out again.
func (g *Glue) For(kinds []string, b *pricebook.Book, s *Settings, w Workload) *Glue {
	other := NewGlue(kinds, b, s, w)
	if other.book == g.book && other.door == g.door && slices.EqualFunc(other.sides, g.sides, sameSide) {
		other.glueRates = g.glueRates
	}
	return other
}

func sameSide(a, b glueSide) bool {
	return a.kind.ID == b.kind.ID && a.cloud == b.cloud && a.region == b.region && a.cluster == b.cluster && a.gateways == b.gateways && a.zones == b.zones
}

func sideOf(id string, s *Settings) glueSide {
	k, _ := KindOf(id)
	host := k.host(s)
	side := glueSide{kind: k, cluster: host.Option == checklist.Kubernetes, zones: s.zonesInUse(), passZones: host.callsPassZones()}
	side.region, _ = s.RegionOf(host.Provider)
	if _, ok := networks[host.Provider]; ok {
		side.cloud = host.Provider
	}
	switch {
	case side.cluster:
		side.gateways = s.gatewaysOf(host, s.Kubernetes.NATGateways, s.Kubernetes.NATByNetwork)
	case k.Option == checklist.Serverless:
		side.gateways = s.gatewaysOf(&k, s.Serverless.NATGateways, s.Serverless.NATByNetwork)
	case k.Option == checklist.Containers:
		side.gateways = s.gatewaysOf(&k, s.Containers.NATGateways, s.Containers.NATByNetwork)
	}
	return side
}

// PerCall returns what one of call i costs in USD, by the sides of the caller and
// of the called in one index, from × the number of sides + to. What has no known
// price is not in it. It must not be changed.
func (g *Glue) PerCall(i int) []float64 {
	c := g.work.Calls[i]
	key := glueCall{c.Via, isPublic(&g.work.Components[c.To]), g.work.Components[c.To].Source != "", c.Payload}
	g.guard.Lock()
	usd, known := g.rates[key]
	g.guard.Unlock()
	if known {
		return usd
	}
	n := len(g.sides)
	usd = make([]float64, n*n)
	for from := range n {
		for to := range n {
			usd[from*n+to] = g.Once(c, from, to)
		}
	}
	g.guard.Lock()
	g.rates[key] = usd
	g.guard.Unlock()
	return usd
}

// Once returns what one of a call costs in USD between two options or, between
// zones, within one, without what has no known price. Nothing of it is kept: it is for payloads that are drawn.
func (g *Glue) Once(c Call, from, to int) float64 {
	c.PerRequest = 1
	return g.cross(c, &g.sides[from], &g.sides[to], 1).Cost(1)
}

// Passage returns what call i costs from one option to another one, given by
// their index; nil within one.
func (g *Glue) Passage(i, from, to int) *Passage {
	if from == to {
		return nil
	}
	c := g.work.Calls[i]
	return g.cross(c, &g.sides[from], &g.sides[to], g.shares[c.From])
}

// Cost returns USD a month at q requests a month of the whole system. What has
// no known price is not in it: ask Unknown.
func (c *Passage) Cost(q float64) float64 {
	if c == nil {
		return 0
	}
	return c.platform.Cost(q)
}

// Bill returns the lines of the passage.
func (c *Passage) Bill(q float64) Bill {
	if c == nil {
		return Bill{Volume: q}
	}
	return c.platform.Bill(q)
}

// cross bills one call between two sides, whose caller has a share of the
// whole volume.
func (g *Glue) cross(call Call, from, to *glueSide, share float64) *Passage {
	m := &glueMetering{
		Passage: Passage{Call: call, From: from.kind.Option, To: to.kind.Option},
		glue:    g.glueRates, caller: &g.work.Components[call.From], called: &g.work.Components[call.To], share: share,
	}
	switch {
	case from == to:
		if from.passZones && call.direct() {
			m.betweenZones(from)
		}
	case from.cluster && to.cluster:
		m.note("both run in the same cluster")
		if call.direct() {
			m.betweenZones(from)
		}
	case call.PerRequest > 0:
		m.entrance(to)
		m.data(from, to)
	}
	m.platform = &Platform{ID: "glue", Name: "glue", Meters: m.meters, maxVolume: math.Inf(1)}
	return &m.Passage
}
