package costs

import (
	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// The words of the network: how far what runs is from the internet, the same
// word for every side.
const (
	NetworkMixed   = "mixed"   // private where the provider's usual set-up is
	NetworkPublic  = "public"  // addresses of its own wherever the provider has that
	NetworkPrivate = "private" // nothing has an address of its own; out goes through a gateway
)

// Networks lists the words of the network, the usual one first.
var Networks = []string{NetworkMixed, NetworkPublic, NetworkPrivate}

// The ways to the provider's managed services in the region from a private network.
const (
	EndpointsGateway   = "gateway"   // free, as gateway endpoints of S3 and DynamoDB are
	EndpointsInterface = "interface" // an endpoint a zone that is billed by the hour and the GB
	EndpointsNone      = "none"      // through the NAT gateway
)

// Endpoints lists the ways to managed services, the usual one first.
var Endpoints = []string{EndpointsGateway, EndpointsInterface, EndpointsNone}

// reach is how a kind gets out of a network, and what that costs.
type reach int

const (
	reachFree       reach = iota // its own way out, which costs nothing
	reachAddress                 // a public address a node
	reachBalancer                // outbound rules of the load balancer, at one address
	reachNAT                     // a NAT gateway a zone in use, each at an address
	reachStore                   // as free, but for what is in the private network since it calls a store there
	reachOwnNetwork              // a balancer, an address and a NAT gateway of one's own network
)

// ways are the ways out of a kind by the word of the network; where it has none its
// own costs nothing. Sources: EKS, Lambda and VPC user guides, GKE and Cloud Run
// networking, AKS outbound types, Container Apps networking, Azure Functions
// networking options (read 2026-11).
type ways map[string]reach

// inCluster reports whether it runs in a cluster and has the cluster's settings.
func (m *metering) inCluster() bool { return m.hosted || m.kind.Option == checklist.Kubernetes }

// runsOn is the kind whose network and machines it has: the cluster's for what runs
// in one.
func (m *metering) runsOn() *Kind {
	if m.host != nil {
		return m.host
	}
	return &m.kind
}

// ownGateways returns how many NAT gateways somebody said that the side has, and
// whether anybody did.
func (m *metering) ownGateways() (*float64, bool) {
	if m.inCluster() {
		return &m.settings.Kubernetes.NATGateways, !m.settings.Kubernetes.NATByNetwork
	}
	s := m.service()
	return &s.NATGateways, !s.NATByNetwork
}

// reach is the way out of the platform: what the side's own number of gateways
// says, else the network.
func (m *metering) reach() reach {
	out := m.runsOn().out
	usual := out[m.settings.network()]
	own, said := m.ownGateways()
	switch {
	case !said || !m.hasGateways():
		return usual
	case *own > 0:
		return reachNAT
	case m.settings.network() == NetworkPrivate || out[NetworkPublic] == reachNAT:
		return reachFree // nobody gets out, or the platform's own way is enough
	}
	return out[NetworkPublic]
}

// hasGateways reports whether the kind can have NAT gateways of its own at all:
// the clusters, and Lambda. The others reach the internet by themselves until
// the network is private.
func (m *metering) hasGateways() bool { return m.inCluster() || m.kind.gateways }

// network is the word of the network.
func (s *Settings) network() string {
	if s == nil || s.Network == "" {
		return NetworkMixed
	}
	return s.Network
}

// inNetwork reports whether a component of a function is in the private network
// on a mixed one: it needs that network, talks to what runs in a zone of it, or
// calls what keeps state there.
func (c *Component) inNetwork() bool {
	return c.Traits.CustomNetworking || c.CallsStore || c.OutboundZones > 0
}

// throughNAT reports whether what a component sends out passes a NAT gateway.
func (m *metering) throughNAT() func(*Component) bool {
	switch m.reach() {
	case reachNAT, reachOwnNetwork:
		return always
	case reachStore:
		return (*Component).inNetwork
	}
	return func(*Component) bool { return false }
}

// outward is what components that are in the private network on a mixed one need of
// it: a gateway for what they send out, and an endpoint for the provider's services.
type outward struct{ gateway, endpoint bool }

// outwardOf is what one component needs.
func (m *metering) outwardOf(c *Component) outward {
	if !c.inNetwork() {
		return outward{}
	}
	return outward{
		gateway:  c.Outbound > 0 || c.OutboundCloud > 0 && m.settings.Endpoints == EndpointsNone,
		endpoint: c.OutboundCloud > 0 && m.settings.Endpoints == EndpointsInterface,
	}
}

// outward is what all of them need.
func (m *metering) outward() (all outward) {
	for i := range m.work.Components {
		of := m.outwardOf(&m.work.Components[i])
		all.gateway, all.endpoint = all.gateway || of.gateway, all.endpoint || of.endpoint
	}
	return all
}

// whileOut is a term of the gateways, or of another base of the endpoints: a fixed
// amount a month or, on a side that has them for such components alone, where any of
// those is there.
func (m *metering) whileOut(base Base, factors ...reading) Term {
	t := fixed(factors...)
	if m.storeBound {
		t.Base = base
	}
	return t
}

// wayOut adds what it costs to reach the internet and the provider's services:
// gateways with their data, endpoints, and public addresses, of which the load
// balancer has some.
func (m *metering) wayOut(balancerAddresses float64) {
	way, need := m.reach(), outward{gateway: true, endpoint: true}
	switch way {
	case reachStore:
		m.storeBound = true
		if need = m.outward(); !need.gateway {
			way = reachFree
		}
	case reachNAT, reachOwnNetwork:
	default:
		need = outward{}
	}
	switch {
	case !need.gateway:
	case m.kind.cloud() == pricebook.GCP:
		m.gcpNAT()
	default:
		m.nat()
	}
	if need.endpoint {
		m.endpoints()
	}
	if !m.publicIPv4() {
		return
	}
	m.addresses(way, balancerAddresses)
}

// ownWayOut is wayOut of a platform that answers at an address of its own and
// reaches the internet by itself, until the network is private.
func (m *metering) ownWayOut() {
	if m.settings.network() != NetworkPrivate {
		m.note("its own HTTPS address is free and it reaches the internet without a NAT gateway: front_door, nat_gateways and public_ipv4 cost nothing here")
		return
	}
	if m.reach() == reachOwnNetwork && m.hasPublic() {
		m.add("load-balancer", "Load balancer", networks[m.kind.cloud()].balancer, whileHTTP(hours))
	}
	m.wayOut(0)
}

// publicIPv4 reports whether the side bills public addresses.
func (m *metering) publicIPv4() bool {
	if m.inCluster() {
		return m.settings.Kubernetes.PublicIPv4
	}
	return m.service().PublicIPv4
}

// addresses adds the public addresses of nodes, NAT gateways and load balancer.
func (m *metering) addresses(way reach, balancerAddresses float64) {
	var terms []Term
	switch way {
	case reachNAT, reachStore:
		terms = append(terms, m.whileOut(PerOut, m.gatewayCount("NAT address", "NAT addresses"), hours))
	case reachOwnNetwork:
		terms = append(terms, fixed(as(amount(2, "addresses, in and out")), hours))
	case reachBalancer:
		terms = append(terms, fixed(as(amount(1, "outbound address of the balancer")), hours))
	case reachAddress:
		terms = append(terms, m.everyNode(as(amount(1, "address")), hours)...)
		for _, level := range m.tasks {
			terms = append(terms, m.perUnit(level, as(amount(1, "address")), hours))
		}
	}
	if balancerAddresses > 0 && m.hasPublic() {
		terms = append(terms, whileHTTP(as(amount(balancerAddresses, "load balancer addresses")), hours))
	}
	m.add("ipv4", "Public IPv4 addresses", networks[m.kind.cloud()].address, terms...)
}

// endpoints adds the interface endpoint through which managed services are
// reached: one in each zone, and its data. Gateway endpoints are free. Google's
// and Azure's own ways to their services are free too, or have no sourced price.
func (m *metering) endpoints() {
	if m.settings.Endpoints != EndpointsInterface {
		return
	}
	if m.kind.cloud() != pricebook.AWS {
		m.note("managed services are reached by the provider's own private access, which is not priced")
		return
	}
	m.add("endpoints", "Interface endpoint hours", "vpc.endpoint.hour", m.whileOut(PerEndpoint, func(*Component) Factor {
		return amount(m.settings.zonesInUse(), "endpoint a zone").from(paths.Endpoints)
	}, hours))
	data := m.perRequest(m.throughNAT(), outboundCloudKiB, perGiB)
	if m.logsFromNodes() {
		data = append(data, m.perRequest(m.throughNAT(), logKiB, perGiB)...)
	}
	m.add("endpoint-data", "Interface endpoint data", "vpc.endpoint.gb", data...)
	m.note("one interface endpoint a zone is billed; each further service that is reached has its own")
}

// noPrivateNetwork refuses every component where the network is private and the
// plan cannot be in one.
func noPrivateNetwork(s *Settings, says, workaround string) []Limit {
	if s.network() != NetworkPrivate {
		return nil
	}
	return []Limit{{
		Subject: LimitSite, Workaround: workaround,
		broken: always,
		says:   func(*Component) string { return "is to run in a private network; " + says },
	}}
}

// tunnelNote says what a private network means for isolates.
func (m *metering) tunnelNote() {
	if m.settings.network() == NetworkPrivate {
		m.note("the network is private, and isolates run outside of it: what they call there is reached through a tunnel, which is not priced")
	}
}
