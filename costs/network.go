package costs

import (
	"math"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// network is what a cloud calls, and charges for, the way in and out of it.
type network struct {
	logs, logsLabel     string
	nat, natData        string
	address             string
	egress              string
	balancer, processed string // hours of a load balancer, and the GB that it processes
}

// networks are the price ids by provider. The capacity units of AWS's load
// balancer are a meter of their own kind; see alb.
var networks = map[string]network{
	pricebook.AWS: {
		logs: "cloudwatch.logs.ingest", logsLabel: "CloudWatch logs", nat: "nat.hour", natData: "nat.gb", address: "ipv4.hour",
		egress: "egress.internet", balancer: "alb.hour",
	},
	pricebook.GCP: {
		logs: "gcp.logging.gib", logsLabel: "Cloud Logging", nat: "gcp.nat.vm.hour", natData: "gcp.nat.gib", address: "gcp.ipv4.hour",
		egress: "gcp.egress.internet", balancer: "gcp.lb.rules.hour", processed: "gcp.lb.gib",
	},
	pricebook.Azure: {
		logs: "azure.logs.gb", logsLabel: "Log Analytics", nat: "azure.nat.hour", natData: "azure.nat.gb", address: "azure.ipv4.hour",
		egress: "azure.egress.internet", balancer: "azure.lb.rules.hour", processed: "azure.lb.gb",
	},
}

// logs adds the ingestion of what the components write.
func (m *metering) logs(price string) {
	m.add("logs", networks[m.kind.cloud()].logsLabel, price, m.perRequest(always, logKiB, perGiB)...)
}

// cloud is the provider, AWS where a kind has no network of its own.
func (k *Kind) cloud() string {
	if _, ok := networks[k.Provider]; ok {
		return k.Provider
	}
	return pricebook.AWS
}

// natData adds what passes through the NAT gateways: to the internet, to the
// provider's own services where no endpoint takes it, and the log that nodes send.
// Providers bill the data whichever of several gateways carries it.
func (m *metering) natData() {
	counts := m.throughNAT()
	terms := m.perRequest(counts, outboundKiB, perGiB)
	if m.settings.Endpoints == EndpointsNone {
		terms = append(terms, m.perRequest(counts, outboundCloudKiB, perGiB)...)
	}
	if m.logsFromNodes() && m.settings.Endpoints != EndpointsInterface {
		terms = append(terms, m.perRequest(counts, logKiB, perGiB)...)
	}
	m.add("nat-data", "NAT gateway data", networks[m.kind.cloud()].natData, terms...)
}

// logsFromNodes reports whether nodes or tasks in a private network send the log out of
// it. A function's is written by its platform, and Google's private access to its
// services is free.
func (m *metering) logsFromNodes() bool {
	logs := m.kind.inNetwork && m.service().Logs != "none"
	return (logs || m.inCluster() && m.settings.Kubernetes.Logs != "none") && m.kind.cloud() != pricebook.GCP
}

// nat adds gateways that are billed by the hour, and their data.
func (m *metering) nat() {
	m.add("nat", "NAT gateway hours", networks[m.kind.cloud()].nat, m.whileOut(PerOut, m.gatewayCount("NAT gateway", "NAT gateways"), hours))
	m.natData()
}

// gatewaysOf is the field of the side whose gateways these are: the cluster's for
// what runs in one.
func (m *metering) gatewaysOf() paths.Path {
	if m.inCluster() {
		return paths.KubernetesNATGateways
	}
	return m.side(paths.ServerlessNATGateways)
}

// albZones is the least number of zones, and so of public addresses, of an
// Application Load Balancer.
const albZones = 2

// balancerAddresses is how many public addresses a load balancer has that is billed
// in full: one a zone on AWS, one on the others.
func (s *Settings) balancerAddresses(cloud string) float64 {
	if cloud == pricebook.AWS {
		return math.Max(albZones, s.zonesInUse())
	}
	return 1
}

// egress adds what leaves for the internet: HTTP responses, and what a run of
// any component sends there besides. Work that comes from a queue, a schedule or
// a stream answers nobody there.
func (m *metering) egress() { m.egressAt("Egress to the internet", networks[m.kind.cloud()].egress) }

func (m *metering) egressAt(label, price string) {
	m.add("egress", label, price, append(m.perRequest(isPublic, responseKiB, perGiB), m.perRequest(always, outboundKiB, perGiB)...)...)
}

// balancer adds a load balancer before a cluster: its hours, and where wanted
// what it processes.
func (m *metering) balancer(full bool) {
	n := networks[m.kind.cloud()]
	if !full && m.hasPublic() {
		m.flatNote()
	}
	if m.kind.cloud() == pricebook.AWS {
		m.alb(lcuGB, full)
		return
	}
	if !m.hasPublic() {
		return
	}
	m.add("load-balancer", "Load balancer", n.balancer, whileHTTP(hours))
	if full {
		m.add("load-balancer-data", "Load balancer data", n.processed, m.perRequest(isPublic, responseKiB, perGiB)...)
	}
}

// balancerField is the field of the side that says which load balancer there is.
func (m *metering) balancerField() paths.Path {
	if m.inCluster() {
		return paths.KubernetesLoadBalancer
	}
	return paths.ContainersLoadBalancer
}

// flatNote says what a flat load balancer leaves out.
func (m *metering) flatNote() {
	left := "the data that it processes"
	if m.kind.cloud() == pricebook.AWS {
		left = "capacity units"
	}
	if m.publicIPv4() {
		left += " and public addresses"
	}
	m.note("the load balancer is flat: its hours alone, as the guide assumes, without %s; "+m.balancerField().String()+": alb bills these too", left)
}

// What one load balancer capacity unit (LCU) carries; the highest of the
// dimensions is billed. https://aws.amazon.com/elasticloadbalancing/pricing/,
// read 2026-09-20. The rule dimension is left out: the first 10 rules are free.
const (
	lcuConnections = 25   // new connections a second
	lcuActive      = 3000 // active connections in a minute
	lcuGB          = 1.0  // GB processed an hour
	lambdaTargetGB = 0.4  // the same for Lambda targets
)

// alb adds an Application Load Balancer: its hours, and its capacity units
// where wanted. Each request is counted as one new connection, which is an
// upper bound: clients that keep connections open need fewer. All dimensions
// grow with the volume in step, so the one that is highest once is highest
// always, and the units are a plain multiple of the requests.
func (m *metering) alb(gbAnHour float64, units bool) {
	if !m.hasPublic() {
		return
	}
	m.add("alb", "Application Load Balancer", "alb.hour", whileHTTP(hours))
	if !units {
		return
	}
	connections := func(*Component) Factor {
		return written(1.0/lcuConnections/3600, func(_, _ float64) string { return "1 new connection ÷ 25 a second ÷ 3,600 s/h" })
	}
	active := func(c *Component) Factor {
		from := paths.ComponentDuration
		if c.open() > c.Duration {
			from = paths.ComponentConnections
		}
		return written(c.open()/lcuActive/3600, func(open, _ float64) string { return Figure(open) + " s open ÷ 3,000 ÷ 3,600 s/h" }, c.open()).from(from)
	}
	data := func(c *Component) Factor {
		return written(c.Response/kibPerGiB/gbAnHour, func(kib, gbAnHour float64) string {
			return Figure(kib) + " KiB ÷ 1,048,576 KiB/GB ÷ " + Figure(gbAnHour) + " GB/h"
		}, c.Response, gbAnHour).from(paths.ComponentResponse)
	}
	// Connections without a request are there whichever dimension is the highest.
	dimension := func(factor func(*Component) Factor) []Term {
		return append(m.perRequest(isPublic, factor), m.perComponent(PerComponent, isIdle, func(c *Component) Factor {
			return amount(c.Connections, "open connections").from(paths.ComponentConnections)
		}, as(dividedBy(lcuActive, "a unit")), hours)...)
	}
	m.addHighest("alb-lcu", "Load balancer capacity units", "alb.lcu.hour", dimension(connections), dimension(active), dimension(data))
}

// isIdle reports whether a component holds connections and takes no request.
func isIdle(c *Component) bool { return isPublic(c) && c.Requests == 0 }

// gcpNAT adds Cloud NAT, which is billed for each virtual machine up to 32 and
// for none beyond; the price's tiers say so.
func (m *metering) gcpNAT() {
	if !m.inCluster() || len(m.levels) > 0 {
		m.note("the hourly part of Cloud NAT, which goes by node, is left out: the nodes are the provider's own")
	} else {
		m.add("nat", "Cloud NAT by virtual machine", networks[pricebook.GCP].nat, m.everyNode(hours)...)
	}
	m.natData()
}

// ceilTo rounds up to a multiple of a step.
func ceilTo(v, step float64) float64 { return math.Ceil(v/step-1e-9) * step }
