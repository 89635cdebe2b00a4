package costs

import (
	"math"
	"slices"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// glueMetering collects the meters of one call between two sides.
type glueMetering struct {
	Passage
	glue           *glueRates
	caller, called *Component
	share          float64 // of the caller, of the whole volume
	meters         []Meter
}

// bus is the event bus of a cloud: what it charges, and how many units an
// event of some KiB is.
type bus struct {
	label, price string
	units        func(kib float64) Factor
}

// eventChunk is what event buses count as one event, in KiB: EventBridge
// (https://aws.amazon.com/eventbridge/pricing/, 2026-10-01) and Event Grid
// (https://azure.microsoft.com/pricing/details/event-grid/, 2026-04-30).
const eventChunk = 64

// Pub/Sub bills the data that is published and once more what is delivered, at
// least 1,000 bytes each (https://cloud.google.com/pubsub/pricing, 2024-07-01).
const (
	pubsubLeastKiB = 1000.0 / 1024
	kibPerTiB      = 1 << 30
)

var buses = map[string]bus{
	pricebook.AWS: {"EventBridge events", "eventbridge.custom", func(kib float64) Factor { return chunks(kib, 1, "event") }},
	pricebook.GCP: {"Pub/Sub data", "pubsub.tib", func(kib float64) Factor {
		return publishedTiB(kib).from(paths.CallPayload)
	}},
	pricebook.Azure: {"Event Grid operations", "eventgrid.operations", func(kib float64) Factor { return chunks(kib, 2, "operation") }},
}

// chunks counts what is started of a payload, each so many times.
func chunks(kib, times float64, unit string) Factor {
	n := times * math.Max(1, math.Ceil(kib/eventChunk-1e-9))
	return amountOf(n, unit).from(paths.CallPayload)
}

// amountOf is a factor of a unit that is given in the singular.
func amountOf(n float64, unit string) Factor {
	if n != 1 {
		unit += "s"
	}
	return amount(n, unit)
}

// gluePrices returns the ids that only glue charges.
func gluePrices() []string {
	var ids []string
	for _, b := range buses {
		ids = append(ids, b.price)
	}
	for _, z := range zones {
		ids = append(ids, z.price)
	}
	return ids
}

func (m *glueMetering) note(text string) { m.Notes = append(m.Notes, text) }

// add appends a meter that counts the calls, at the first paid tier of a price.
func (m *glueMetering) add(id, label, price, region string, factors ...Factor) {
	p, err := m.price(price, region)
	if err != nil {
		m.Unknown = append(m.Unknown, label+": "+err.Error())
		return
	}
	calls := amount(m.Call.PerRequest, "calls").from(paths.CallPerRequest)
	term := Term{Base: PerRequest, Component: m.caller.Name, Index: m.Call.From, Share: m.share, Factors: append([]Factor{calls}, factors...)}
	if meter := newMeter(id, label, p, false, []Term{term}); meter.perRequest > 0 {
		m.meters = append(m.meters, meter)
	}
}

// price returns the first paid tier of a price, which all calls share.
func (m *glueMetering) price(id, region string) (*pricebook.Price, error) {
	key := [2]string{id, region}
	m.glue.guard.Lock()
	defer m.glue.guard.Unlock()
	if p, known := m.glue.prices[key]; known {
		return p, nil
	}
	p, err := m.glue.book.Price(id, region)
	if err != nil {
		return nil, err
	}
	p = firstPaid(p)
	m.glue.prices[key] = p
	return p, nil
}

// firstPaid is the price with its first paid tier alone, without a free amount.
func firstPaid(p *pricebook.Price) *pricebook.Price {
	paid := *p
	paid.Free, paid.Lot = 0, 0
	i := max(0, slices.IndexFunc(p.Tiers, func(t pricebook.Tier) bool { return t.USD > 0 }))
	paid.Tiers = []pricebook.Tier{{USD: p.Tiers[i].USD}}
	return &paid
}

// entrance bills how a call comes in on the other side.
func (m *glueMetering) entrance(to *glueSide) {
	switch {
	case to.cloud == "":
		m.Call.Via = ViaGateway // an edge network is reached over HTTP and by nothing else
		m.note("each call is one of the requests that " + to.kind.Name + " bills for " + m.called.Name)
	case m.Call.Via == ViaPrivate:
	case m.Call.Via == ViaEvent && m.called.Source != "":
		m.note("what brings " + m.called.Name + " its work bills each call, in the bill of " + to.kind.Name)
	case m.Call.Via == ViaEvent:
		b := buses[to.cloud]
		m.add("events", b.label, b.price, to.region, b.units(m.Call.Payload))
	case to.cluster || to.kind.inNetwork:
		m.note("calls come in through the load balancer, which is in the bill of " + to.kind.Name)
	case to.kind.Takes(paths.ServerlessFrontDoor):
		m.gateway(to)
	default:
		m.note(to.kind.Name + " answers at its own address, which costs nothing beside the request")
	}
}

// gateway bills the API gateway before a function that is called from
// elsewhere. Where the component takes HTTP requests anyway, the front door
// bills all of them, these calls among them.
func (m *glueMetering) gateway(to *glueSide) {
	door := m.glue.door
	switch {
	case door == "function-url":
		m.note("a function URL costs nothing beside the request")
	case isPublic(m.called) && door != "none":
		m.note("the front door bills each call among the requests of " + m.called.Name)
	case door == "rest-api":
		m.add("gateway", "API Gateway REST API", "apigateway.rest", to.region)
	default:
		increments := math.Max(1, math.Ceil(m.Call.Payload/httpIncrement-1e-9))
		m.add("gateway", "API Gateway HTTP API", "apigateway.http", to.region, amountOf(increments, "increment").from(paths.CallPayload))
	}
}

// betweenZones bills what of the payload passes between the zones of the caller's
// region.
func (m *glueMetering) betweenZones(from *glueSide) {
	if from.zones > 1 {
		factors := append([]Factor{amount(m.Call.Payload, "KiB").from(paths.CallPayload), dividedBy(kibPerGiB, "KiB/GB")}, betweenZones(from.cloud, from.zones)...)
		m.add("zone-data", zoneLabel, zones[from.cloud].price, from.region, factors...)
	}
}

// data bills what the payload's way costs: out of one cloud to another
// network, else through the caller's NAT gateway, else between zones.
func (m *glueMetering) data(from, to *glueSide) {
	payload := []Factor{amount(m.Call.Payload, "KiB").from(paths.CallPayload), dividedBy(kibPerGiB, "KiB/GB")}
	near := from.cloud != "" && from.cloud == to.cloud
	if from.gateways > 0 && from.cloud != "" && (!near || m.Call.Via != ViaPrivate) {
		m.add("nat-data", "NAT gateway data", networks[from.cloud].natData, from.region, payload...)
		if near {
			return
		}
	}
	if near && m.Call.Via == ViaPrivate {
		m.betweenZones(from)
		return
	}
	if near { // over a public address, which is charged as another zone is
		z := zones[from.cloud]
		if z.times > 1 {
			payload = append(payload, amount(z.times, "directions"))
		}
		m.add("zone-data", zoneLabel, z.price, from.region, payload...)
		return
	}
	m.internet(from, to, payload)
}

// internet charges the whole payload as sent by the side whose egress is the
// dearer one: how much of it goes which way is not known.
func (m *glueMetering) internet(from, to *glueSide, payload []Factor) {
	var dearest *glueSide
	least := -1.0
	for _, side := range []*glueSide{from, to} {
		if side.cloud == "" {
			continue
		}
		if p, err := m.price(networks[side.cloud].egress, side.region); err != nil {
			dearest, least = side, math.Inf(1) // add says that it is not known
		} else if usd := p.Tiers[0].USD; usd > least {
			dearest, least = side, usd
		}
	}
	if dearest != nil {
		m.note("the whole payload counts as sent over the internet by the side whose egress is dearer")
		m.add("egress", "Egress to the internet", networks[dearest.cloud].egress, dearest.region, payload...)
	}
}
