package model

import (
	"math"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// TestPoolOfAFile: what a scenario says of a pool sizes and buys its nodes. Four
// m5.large on spot at a discount of 60 % are 4 × 730 h × $0.096 × 0.4, $112.13.
func TestPoolOfAFile(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{Components: []scenario.Component{
		{Name: "web", Requests: scenario.Some(quantity.Exactly(50e6))},
		{Name: "nightly", Requests: scenario.Some(quantity.Exactly(1000)), Trigger: scenario.Some("queue"), Pool: scenario.Some("batch")},
	}}
	s.Kubernetes.SpotDiscount = scenario.Some(quantity.Exactly(0.6))
	s.Kubernetes.Pools = []scenario.Pool{{Name: "batch", Node: scenario.Some("m5.large"), MinNodes: scenario.Some(quantity.Exactly(4)), SpotShare: scenario.Some(quantity.Exactly(1))}}
	e := evaluate(t, s)
	usd, nodes := 0.0, 0
	for _, l := range e.Platform(checklist.Kubernetes).Bill(e.Volume()).Lines {
		if strings.HasPrefix(l.Meter, "nodes") && strings.Contains(l.Meter, "-batch") {
			usd += l.USD
			nodes++
		}
	}
	if nodes != 1 || math.Abs(usd-4*730*0.096*0.4) > 0.01 {
		t.Errorf("the pool costs %v in %d lines\n%+v", usd, nodes, e.Platform(checklist.Kubernetes).Bill(e.Volume()).Lines)
	}
	s.Kubernetes.Pools[0].Node = scenario.Some("m5.larg")
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	_, err = Evaluate(s, book)
	if err == nil || !strings.HasPrefix(err.Error(), "platforms.kubernetes.pools.batch.node: m5.larg: unknown instance type; did you mean m5.large") {
		t.Errorf("%v", err)
	}
}
