package guide

import (
	"math"
	"testing"

	"runwhere/checklist"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// TestTrapsOfAPlacementByHand are its own and not those of the cheapest one.
func TestTrapsOfAPlacementByHand(t *testing.T) {
	t.Parallel()
	s := scenariotest.Divided()
	s.Components[1].Pin = scenario.Maybe[string]{}
	s.Zones, s.Kubernetes.Logs = scenario.Some(quantity.Exactly(1)), scenario.Some("none")
	s.Serverless.NATGateways = scenario.Some(quantity.Exactly(1))
	e := modeltest.Evaluate(t, s)
	for _, edge := range []checklist.Option{checklist.Serverless, checklist.Kubernetes} {
		split := e.Place([]checklist.Option{checklist.Kubernetes, edge})
		for _, trap := range TrapsOf(e, &split) {
			if trap.Applies != (edge == checklist.Serverless) {
				t.Errorf("%s applies with the edge on %s: %v", trap.ID, edge, trap.Applies)
			}
			// One NAT gateway of 730 × $0.045 on each side and the calls across.
			if want := 2*32.85 + split.GlueUSD; trap.ID == "networking" && trap.Applies && math.Abs(trap.USD-want) > 0.5 {
				t.Errorf("%v for the network, want about %v: %s", trap.USD, want, trap.How)
			}
		}
	}
}
