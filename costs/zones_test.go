package costs

import (
	"testing"

	"runwhere/costs/pricebook"
)

// twoThatTalk is a workload of two components of which the first calls the other:
// 100M calls of 102,400 KiB ÷ 1,048,576 of 1,024 KiB each, which are 100M × 1 MiB ÷
// 1,024 = 97,656.25 GB.
func twoThatTalk(via Via) Workload {
	w := usualWorkload()
	a := w.Components[0]
	a.Name, a.Requests, a.Internal = "front", 100e6, true
	b := a
	b.Name = "back"
	return Workload{Components: []Component{a, b}, Calls: []Call{{From: 0, To: 1, PerRequest: 1, Payload: 1024, Via: via}}}
}

// zoneUSD is what a platform's line of data between zones says, 0 where it has none.
func zoneUSD(t *testing.T, kind string, s *Settings, w Workload) float64 {
	t.Helper()
	for _, l := range built(t, kind, s, w).Bill(w.Requests()).Lines {
		if l.Meter == "zone-data" {
			return l.USD
		}
	}
	return 0
}

// TestTrafficBetweenZones: peers in n zones are in another one for (n − 1)/n of what
// they exchange. AWS charges $0.01 a GB at both ends
// (https://aws.amazon.com/ec2/pricing/on-demand/, data transfer), Google $0.01 once,
// Azure nothing.
func TestTrafficBetweenZones(t *testing.T) {
	t.Parallel()
	const gb = 97_656.25
	for _, c := range []struct {
		name, kind, cloud, region string
		zones                     float64
		via                       Via
		want                      float64
	}{
		{"a call in one zone", "eks", pricebook.AWS, "us-east-1", 1, ViaPrivate, 0},
		{"nobody said", "eks", pricebook.AWS, "us-east-1", 0, ViaPrivate, 0},
		{"a call in two zones", "eks", pricebook.AWS, "us-east-1", 2, ViaPrivate, gb / 2 * 0.02},
		{"a call in three zones", "eks", pricebook.AWS, "us-east-1", 3, ViaGateway, gb * 2 / 3 * 0.02},
		{"pods of Fargate", "eks-fargate", pricebook.AWS, "us-east-1", 3, ViaPrivate, gb * 2 / 3 * 0.02},
		{"an event goes over the region's bus", "eks", pricebook.AWS, "us-east-1", 3, ViaEvent, 0},
		{"a function calls another one over its front door", "lambda", pricebook.AWS, "us-east-1", 3, ViaGateway, 0},
		{"Google charges once", "gke", pricebook.GCP, "us-central1", 3, ViaPrivate, gb * 2 / 3 * 0.01},
		{"Azure charges nothing", "aks", pricebook.Azure, "eastus", 3, ViaPrivate, 0},
	} {
		s := usualSettings()
		s.Cloud, s.Region, s.Zones = c.cloud, c.region, c.zones
		w := twoThatTalk(c.via)
		wantUSD(t, c.name, zoneUSD(t, c.kind, s, w), c.want)
		// What is exchanged with peers in one zone is charged on every side inside of the network.
		w.Calls = nil
		w.Components[0].OutboundZones = 1024
		want := c.want
		if c.zones == 3 && c.cloud == pricebook.AWS {
			want = gb * 2 / 3 * 0.02
		}
		wantUSD(t, c.name+", with zonal peers", zoneUSD(t, c.kind, s, w), want)
	}
}

// TestZoneOfThePart: a call between zones is billed where both ends are, and by
// nobody where only one is; elsewhere the calls across have it.
func TestZoneOfThePart(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), twoThatTalk(ViaPrivate)
	s.Zones = 2
	p := built(t, "eks", s, w)
	for _, c := range []struct {
		on   []bool
		want float64
	}{{[]bool{true, true}, 97_656.25 * 0.01}, {[]bool{true, false}, 0}, {[]bool{false, true}, 0}} {
		got := 0.0
		for _, l := range p.Part(w, c.on).Bill(w.Requests()).Lines {
			if l.Meter == "zone-data" {
				got = l.USD
			}
		}
		wantUSD(t, "part", got, c.want)
	}
	glue := NewGlue([]string{"eks", "lambda", "cloudflare-workers"}, embedded(t), s, w)
	wantUSD(t, "a call within the cluster", glue.Once(w.Calls[0], 0, 0)*100e6, 97_656.25*0.01)
	wantUSD(t, "a call between functions", glue.Once(w.Calls[0], 1, 1)*100e6, 0)
}

// TestZonesHaveGateways: on AWS a NAT gateway is a zone's, and so are its address,
// an interface endpoint and an address of a load balancer; Google's and Azure's
// gateways serve a region.
func TestZonesHaveGateways(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Zones, s.Endpoints, s.Network = 3, EndpointsInterface, NetworkMixed
	s.Kubernetes.NATByNetwork, s.Kubernetes.PublicIPv4, s.Kubernetes.LoadBalancer = true, true, "alb"
	b := built(t, "eks", s, w).Bill(1e6)
	wantUSD(t, "gateways", lineOf(t, b, "nat").USD, 3*730*0.045)
	wantUSD(t, "addresses", lineOf(t, b, "ipv4").USD, (3+3)*730*0.005)
	wantUSD(t, "endpoints", lineOf(t, b, "endpoints").USD, 3*730*0.01)
	s.Cloud, s.Region, s.Network = pricebook.Azure, "eastus", NetworkPrivate
	wantUSD(t, "a gateway of Azure", lineOf(t, built(t, "aks", s, w).Bill(1e6), "nat").USD, 730*0.045)
}

// TestLogsPassTheGateway: a node in a private subnet sends its log through the NAT
// gateway, at $0.045 a GB beside the log's own price, or through an interface endpoint
// at $0.01; a function's platform writes the log itself.
func TestLogsPassTheGateway(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Network, s.Kubernetes.NATByNetwork, s.Kubernetes.Logs, s.Serverless.Logs = NetworkPrivate, true, "cloudwatch", "cloudwatch"
	s.Serverless.NATByNetwork = true
	c := &w.Components[0]
	c.Logs, c.Outbound, c.OutboundCloud = 2, 1, 4
	const gb = 100e6 / 1_048_576.0 // of a KiB a request
	for _, of := range []struct {
		endpoints               string
		nat, endpoint, function float64 // KiB a request
	}{{EndpointsGateway, 3, 0, 1}, {EndpointsNone, 7, 0, 5}, {EndpointsInterface, 1, 6, 1}} {
		s.Endpoints = of.endpoints
		b := built(t, "eks", s, w).Bill(100e6)
		wantUSD(t, of.endpoints+" through NAT", lineOf(t, b, "nat-data").USD, of.nat*gb*0.045)
		if of.endpoint > 0 {
			wantUSD(t, "through the endpoint", lineOf(t, b, "endpoint-data").USD, of.endpoint*gb*0.01)
		}
		wantUSD(t, of.endpoints+" of a function", lineOf(t, built(t, "lambda", s, w).Bill(100e6), "nat-data").USD, of.function*gb*0.045)
	}
}

// TestEndpointWithoutAGateway: a function that calls a store and reaches nothing but
// the provider's services through an interface endpoint needs no NAT gateway; where
// another one does that goes out, each is billed where what needs it is placed.
func TestEndpointWithoutAGateway(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Endpoints, s.Serverless.NATByNetwork, s.Serverless.PublicIPv4 = EndpointsInterface, true, true
	a := w.Components[0]
	a.CallsStore, a.OutboundCloud, a.Outbound = true, 4, 0
	b := a
	b.Name, b.OutboundCloud, b.Outbound = "out", 0, 4
	w.Components = []Component{a, b}
	p := built(t, "lambda", s, w)
	for _, c := range []struct {
		on            []bool
		nat, endpoint float64
	}{{[]bool{true, true}, 730 * 0.045, 730 * 0.01}, {[]bool{true, false}, 0, 730 * 0.01}, {[]bool{false, true}, 730 * 0.045, 0}} {
		usd := map[string]float64{}
		for _, l := range p.Part(w, c.on).Bill(2e6).Lines {
			usd[l.Meter] = l.USD
		}
		wantUSD(t, "gateway", usd["nat"], c.nat)
		wantUSD(t, "endpoint", usd["endpoints"], c.endpoint)
	}
}
