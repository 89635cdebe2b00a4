package costs

// metering collects the meters of one platform. The first price that the book
// does not know ends the work; its error is the platform's.
type metering struct {
	book   *Book
	region string
	free   bool
	work   Workload
	shares []float64
	meters []Meter
	err    error
}

const (
	kibPerGiB = 1 << 20
	// albZones is the least number of zones, and so of public addresses, of an
	// Application Load Balancer.
	albZones = 2
)

// add appends a meter, unless it has nothing to count.
func (m *metering) add(id, label, price string, terms ...Term) {
	m.addHighest(id, label, price, terms)
}

// addHighest appends a meter that bills the highest of several dimensions.
func (m *metering) addHighest(id, label, price string, dimensions ...[]Term) {
	if m.err != nil || len(dimensions[0]) == 0 {
		return
	}
	p, err := m.book.Price(price, m.region)
	if err != nil {
		m.err = err
		return
	}
	m.meters = append(m.meters, newMeter(id, label, p, m.free, dimensions...))
}

// perRequest makes one term for each component that counts, from the factors
// that the meter reads off it. Terms that come to nothing are left out.
func (m *metering) perRequest(counts func(*Component) bool, factors ...func(*Component) Factor) []Term {
	var terms []Term
	for i := range m.work.Components {
		c := &m.work.Components[i]
		if !counts(c) {
			continue
		}
		t := Term{Base: PerRequest, Component: c.Name, Index: i, Share: m.shares[i]}
		for _, f := range factors {
			t.Factors = append(t.Factors, f(c))
		}
		if t.product() > 0 {
			terms = append(terms, t)
		}
	}
	return terms
}

func fixed(factors ...Factor) Term     { return Term{Base: PerMonth, Factors: factors} }
func whileHTTP(factors ...Factor) Term { return Term{Base: PerHTTP, Factors: factors} }
func perNode(factors ...Factor) Term   { return Term{Base: PerLevel, Factors: factors} }
func hours() Factor                    { return amount(HoursPerMonth, "h") }
func isHTTP(c *Component) bool         { return c.HTTP }
func always(*Component) bool           { return true }
func perGiB(*Component) Factor         { return dividedBy(kibPerGiB, "KiB/GB") }
func responseKiB(c *Component) Factor  { return amount(c.Response, "KiB") }
func outboundKiB(c *Component) Factor  { return amount(c.Outbound, "KiB") }
func logKiB(c *Component) Factor       { return amount(c.Logs, "KiB") }

func (m *metering) hasHTTP() bool {
	for i := range m.work.Components {
		if m.work.Components[i].HTTP {
			return true
		}
	}
	return false
}

// logs adds the ingestion of what the components write.
func (m *metering) logs(price string) {
	m.add("logs", "CloudWatch logs", price, m.perRequest(always, logKiB, perGiB)...)
}

// nat adds the hours of the gateways and what passes through them. AWS bills
// the data whichever of several gateways carries it.
func (m *metering) nat(gateways float64) {
	if gateways == 0 {
		return
	}
	m.add("nat", "NAT gateway hours", "nat.hour", fixed(amount(gateways, "NAT gateway"), hours()))
	m.add("nat-data", "NAT gateway data", "nat.gb", m.perRequest(always, outboundKiB, perGiB)...)
}

// ipv4 adds the public addresses of NAT gateways and load balancer.
func (m *metering) ipv4(gateways float64, alb bool) {
	var terms []Term
	if gateways > 0 {
		terms = append(terms, fixed(amount(gateways, "NAT address"), hours()))
	}
	if alb && m.hasHTTP() {
		terms = append(terms, whileHTTP(amount(albZones, "load balancer addresses"), hours()))
	}
	m.add("ipv4", "Public IPv4 addresses", "ipv4.hour", terms...)
}

// egress adds what HTTP responses send to the internet; work that comes from a
// queue, a schedule or a stream answers nobody there.
func (m *metering) egress() {
	m.add("egress", "Egress to the internet", "egress.internet", m.perRequest(isHTTP, responseKiB, perGiB)...)
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
	if !m.hasHTTP() {
		return
	}
	m.add("alb", "Application Load Balancer", "alb.hour", whileHTTP(hours()))
	if !units {
		return
	}
	connections := func(*Component) Factor {
		return Factor{Value: 1.0 / lcuConnections / 3600, Text: "1 new connection ÷ 25 a second ÷ 3,600 s/h"}
	}
	active := func(c *Component) Factor {
		return Factor{Value: c.Duration / lcuActive / 3600, Text: Figure(c.Duration) + " s open ÷ 3,000 ÷ 3,600 s/h"}
	}
	data := func(c *Component) Factor {
		return Factor{
			Value: c.Response / kibPerGiB / gbAnHour,
			Text:  Figure(c.Response) + " KiB ÷ 1,048,576 KiB/GB ÷ " + Figure(gbAnHour) + " GB/h",
		}
	}
	m.addHighest("alb-lcu", "Load balancer capacity units", "alb.lcu.hour",
		m.perRequest(isHTTP, connections), m.perRequest(isHTTP, active), m.perRequest(isHTTP, data))
}
