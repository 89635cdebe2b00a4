package costs

import (
	"math"
	"slices"
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

// Glue prices the calls of a workload for every pair of options that they may
// cross. What crosses is a platform of its own, a list of meters, so that its
// bill opens to formula, price, source and date like any other. Calls within
// one option cost nothing here: they are in that platform's bill or free.
//
// Free amounts are left to the platforms, and a quantity is charged at the
// first paid tier: what a side sends anyway fills the tiers before it. Glue is
// therefore in proportion to the calls, and never too low.
type Glue struct {
	calls    []Call
	passages [][]*Passage // by call; then by the option of the caller and of the called, in one index
	sides    []glueSide
	prices   map[[2]string]*Price // by id and region: the same few for every call
}

// Passage is what one call costs between two options.
type Passage struct {
	Call     Call
	From, To Option
	Notes    []string // what is billed elsewhere or counted in a certain way
	Unpriced []string // what has no known price; it is missing in the bill

	platform *Platform
}

// glueSide is what a passage has to know of an option.
type glueSide struct {
	kind     Kind
	cloud    string // aws, gcp, azure; "" for an edge network
	region   string
	cluster  bool // whether it runs in the cluster of the Kubernetes option
	gateways float64
}

// NewGlue prices the calls of a workload between the kinds that stand for the
// options, which are in the order of Options.
func NewGlue(kinds []string, b *Book, s *Settings, w Workload) *Glue {
	g := &Glue{calls: w.Calls, prices: map[[2]string]*Price{}}
	for _, id := range kinds[:len(Options)] {
		g.sides = append(g.sides, sideOf(id, s))
	}
	shares := w.Shares()
	for _, c := range w.Calls {
		row := make([]*Passage, len(Options)*len(Options))
		for from := range Options {
			for to := range Options {
				if from != to {
					row[from*len(Options)+to] = g.cross(c, &g.sides[from], &g.sides[to], b, s, w, shares)
				}
			}
		}
		g.passages = append(g.passages, row)
	}
	return g
}

func sideOf(id string, s *Settings) glueSide {
	k, _ := KindOf(id)
	host := k.host(s)
	side := glueSide{kind: k, cluster: host.Option == Kubernetes}
	side.region, _ = s.RegionOf(host.Provider)
	if _, ok := networks[host.Provider]; ok {
		side.cloud = host.Provider
	}
	switch {
	case side.cluster:
		side.gateways = s.Kubernetes.NATGateways
	case k.Option == Serverless:
		side.gateways = s.Serverless.NATGateways
	}
	return side
}

// Calls returns the edges that are priced.
func (g *Glue) Calls() []Call { return g.calls }

// Passage returns what call i costs from one option to another one, given by
// their index in Options; nil within one option.
func (g *Glue) Passage(i, from, to int) *Passage {
	return g.passages[i][from*len(Options)+to]
}

// Cost returns USD a month at q requests a month of the whole system. What has
// no known price is not in it: ask Unpriced.
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

// cross prices one call between two sides.
func (g *Glue) cross(call Call, from, to *glueSide, b *Book, s *Settings, w Workload, shares []float64) *Passage {
	m := &glueMetering{
		Passage: Passage{Call: call, From: from.kind.Option, To: to.kind.Option},
		glue:    g, book: b, settings: s, caller: &w.Components[call.From], called: &w.Components[call.To], share: shares[call.From],
	}
	switch {
	case from.cluster && to.cluster:
		m.note("both run in the same cluster")
	case call.PerRequest > 0:
		m.entrance(to)
		m.data(from, to)
	}
	m.platform = &Platform{ID: "glue", Name: "glue", Meters: m.meters, maxVolume: math.Inf(1)}
	return &m.Passage
}

// Unpriced returns what has no known price between any two options, each once:
// what a placement's glue may lack.
func (g *Glue) Unpriced() []string {
	var list []string
	for _, row := range g.passages {
		for _, c := range row {
			if c == nil {
				continue
			}
			for _, what := range c.Unpriced {
				if !slices.Contains(list, what) {
					list = append(list, what)
				}
			}
		}
	}
	return list
}
