package costs

import (
	"math"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// DefaultZones is how many zones of its region a system is spread over where nobody
// says: the least that survives the loss of one. An assumption, 1 to 3 are usual.
const DefaultZones = 2

// zones are the prices of data between the zones of a region, and how often a
// GB is charged: AWS charges both directions.
var zones = map[string]struct {
	price string
	times float64
}{
	pricebook.AWS:   {"egress.crosszone", 2},
	pricebook.GCP:   {"gcp.egress.zone", 1},
	pricebook.Azure: {"azure.zone.gb", 1},
}

// zoneLabel is what a line of a bill calls that data.
const zoneLabel = "Data between zones"

// zonesInUse is how many zones of its region the system is spread over.
func (s *Settings) zonesInUse() float64 { return math.Max(1, s.Zones) }

// gatewaysByNetwork is how many NAT gateways a network has in a cloud: one a zone on
// AWS, whose subnets are each in one; one in all on Google and Azure, whose subnets
// are those of a region (https://docs.cloud.google.com/nat/docs/overview,
// https://learn.microsoft.com/azure/nat-gateway/nat-availability-zones, 2026).
func (s *Settings) gatewaysByNetwork(cloud string) float64 {
	if cloud == pricebook.AWS {
		return s.zonesInUse()
	}
	return 1
}

// gatewayCount reads how many NAT gateways there are, in the words for one of them
// and for several.
func (m *metering) gatewayCount(one, several string) reading {
	own, said := m.ownGateways()
	field := m.gatewaysOf()
	counted := func(n float64) Factor {
		if n == 1 {
			return amount(n, one)
		}
		return amount(n, several)
	}
	if said && m.hasGateways() {
		return func(*Component) Factor { return counted(*own).from(field) }
	}
	return func(*Component) Factor {
		from := paths.Network
		if m.settings.zonesInUse() > 1 {
			from = paths.Zones
		}
		return counted(m.settings.gatewaysByNetwork(m.kind.cloud())).from(from)
	}
}

// gatewaysOf is how many NAT gateways a side of calls has: what somebody said, or
// as many as the network gives its kind. A function that is in the private
// network only for a store there calls it without one.
func (s *Settings) gatewaysOf(k *Kind, own float64, byNetwork bool) float64 {
	if !byNetwork && (k.Option == checklist.Kubernetes || k.gateways) {
		return own
	}
	switch k.out[s.network()] {
	case reachNAT, reachOwnNetwork:
		return s.gatewaysByNetwork(k.cloud())
	}
	return 0
}

// callsPassZones reports whether components of a kind call each other from zone to
// zone: pods and tasks do; functions and what a provider answers for at an address of
// its own do not.
func (k *Kind) callsPassZones() bool { return k.Option == checklist.Kubernetes || k.inNetwork }

// PassesZones reports whether calls between components that are both on a kind have a
// price of their own.
func (k *Kind) PassesZones(s *Settings) bool { return s.zonesInUse() > 1 && k.host(s).callsPassZones() }

// betweenZones is the part of some data that passes between zones, and how often it
// is charged: peers that are spread evenly are in another zone all but once a zone.
func betweenZones(cloud string, n float64) []Factor {
	factors := []Factor{written((n-1)/n, func(others, n float64) string { return Figure(others) + " of " + Figure(n) + " zones" }, n-1, n).from(paths.Zones)}
	if times := zones[cloud].times; times > 1 {
		factors = append(factors, amount(times, "directions"))
	}
	return factors
}

// zoneData adds what passes between zones on a side inside of a network: what
// components exchange with peers that are in one zone, and calls between components
// that are both here. An event goes over a managed service of the region, and a load
// balancer's way to its targets is free. Where the price is not known it is said.
func (m *metering) zoneData() {
	cloud := m.kind.cloud()
	n := m.settings.zonesInUse()
	if n == 1 {
		return
	}
	var shared []reading
	for _, f := range betweenZones(cloud, n) {
		shared = append(shared, as(f))
	}
	terms := m.perRequest(always, append([]reading{outboundZonesKiB, perGiB}, shared...)...)
	if m.hosted || m.kind.callsPassZones() {
		for k := range m.work.Calls {
			if m.work.Calls[k].direct() {
				terms = append(terms, m.perCall(k, append([]reading{perGiB}, shared...)...))
			}
		}
	}
	if len(terms) == 0 {
		return
	}
	if _, err := m.book.Price(zones[cloud].price, m.region); err != nil {
		m.asked = append(m.asked, zones[cloud].price)
		m.note("data between zones is not priced: no sourced price in %s", m.region)
		return
	}
	m.add("zone-data", zoneLabel, zones[cloud].price, terms...)
}

// direct reports whether a call goes from one component to the other and over
// nothing between them.
func (c *Call) direct() bool { return c.Via != ViaEvent && c.From != c.To }

// perCall is a term that counts what call k carries where both its ends are here.
func (m *metering) perCall(k int, factors ...reading) Term {
	from := m.work.Calls[k].From
	c := &m.work.Components[from]
	t := Term{Base: PerRequest, Component: c.Name, Index: from, Share: m.shares[from], With: m.work.Calls[k].To + 1}
	return t.readOff(c, append([]reading{
		func(*Component) Factor { return amount(m.work.Calls[k].PerRequest, "calls").from(paths.CallPerRequest) },
		func(*Component) Factor { return amount(m.work.Calls[k].Payload, "KiB").from(paths.CallPayload) },
	}, factors...))
}

func outboundZonesKiB(c *Component) Factor {
	return amount(c.OutboundZones, "KiB").from(paths.ComponentOutboundZones)
}
