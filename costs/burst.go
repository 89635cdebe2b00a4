package costs

import (
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// burstBaseline is the part of each vCPU that a burstable size of EC2 earns credits
// for. What runs above it in the mean of 24 hours is billed by the vCPU-hour, in the
// unlimited mode that t3, t3a and t4g start in
// (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html,
// table of awsdocs/amazon-ec2-user-guide at 0147f87; collected 2026-11-28).
var burstBaseline = map[string]float64{
	"nano": 0.05, "micro": 0.1, "small": 0.2, "medium": 0.2, "large": 0.3, "xlarge": 0.4, "2xlarge": 0.4,
}

// burstPrices are the prices of a vCPU-hour of surplus credits by family.
var burstPrices = map[string]string{"t3": "credits.t3.vcpu.hour", "t3a": "credits.t3.vcpu.hour", "t4g": "credits.t4g.vcpu.hour"}

// throttled are families without surplus credits to buy: a node falls back to its
// baseline when its credits are spent.
func throttled(x *pricebook.Instance) bool {
	return strings.HasPrefix(x.Type, "t2.") || strings.HasPrefix(x.Type, "Standard_B") || x.Type == "e2-micro" || x.Type == "e2-small" || x.Type == "e2-medium"
}

// credits adds what the work of a pool of burstable nodes takes above their
// baseline. The mean of the month stands for that of 24 hours, so a busy day in a
// quiet week is billed too low.
func (m *metering) credits(p *nodePool) {
	if throttled(p.node) {
		m.note("%s is a burstable type: its nodes fall back to a part of their vCPU when their credits are spent, and none can be bought", p.node.Type)
		return
	}
	family, size, _ := strings.Cut(p.node.Type, ".")
	id := burstPrices[family]
	if id == "" {
		return
	}
	here := map[int]bool{}
	for _, i := range p.members {
		here[i] = true
	}
	baseline := p.node.VCPU * burstBaseline[size]
	price := m.price(id)
	if price == nil {
		return
	}
	var terms []Term
	for _, t := range m.perRequest(always, func(c *Component) Factor {
		return amount(c.CPUTime, "s of CPU").from(paths.ComponentCPUTime)
	}, as(dividedBy(3600, "s/h"))) {
		if here[t.Index] {
			terms = append(terms, t)
		}
	}
	if terms == nil {
		return
	}
	terms = append(terms, perNode(p.level(AllNodes), as(amount(-baseline, "vCPU of baseline")), hours))
	meter := newMeter(p.id("credits"), "CPU credits of "+p.node.Type, price, m.free, terms)
	meter.floored = true
	m.meters = append(m.meters, meter)
}
