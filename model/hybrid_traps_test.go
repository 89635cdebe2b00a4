package model

import (
	"math"
	"strings"
	"testing"
)

// divided is a stateful core and a spiky edge that cannot share a platform:
// the core is refused by serverless, the edge is pinned to it.
func divided() Scenario {
	return Scenario{Components: []Component{
		{Name: "core", Requests: Some(Exactly(10e6)), Memory: Some(Exactly(512)), Traits: []string{"stateful"}, Calls: []Call{
			{To: "edge", PerRequest: Some(Exactly(0.1)), Payload: Some(Exactly(8))}, {To: "edge"},
		}},
		{Name: "edge", Requests: Some(Exactly(1e6)), Memory: Some(Exactly(512)), Pin: Some("serverless")},
	}}
}

func trapOf(t *testing.T, s Scenario, id string) Trap {
	t.Helper()
	for _, trap := range evaluate(t, s).HybridTraps() {
		if trap.ID == id {
			return trap
		}
	}
	t.Fatal("no trap " + id)
	return Trap{}
}

func TestTrapsOfADividedSystem(t *testing.T) {
	t.Parallel()
	s := divided()
	trap := trapOf(t, s, "two-deployments")
	if !trap.Applies || !math.IsNaN(trap.USD) || trap.Amount() != "unknown" ||
		trap.How != "CI/CD upkeep on EKS: $600 (the guide's figure); CI/CD upkeep on Lambda: unknown (people.serverless.ci_cd_upkeep)" {
		t.Errorf("%+v", trap)
	}
	s.People.Serverless.CICDUpkeep = Some(Exactly(250))
	if trap = trapOf(t, s, "two-deployments"); trap.USD != 250 || !strings.HasSuffix(trap.How, "on Lambda: $250 (given)") {
		t.Errorf("%+v", trap)
	}
	// Monitoring is given and incident response is not: the sum stays unknown.
	s.People.Serverless.Monitoring = Some(Exactly(100))
	if trap = trapOf(t, s, "two-monitorings"); !math.IsNaN(trap.USD) {
		t.Errorf("%+v", trap)
	}
	// One NAT gateway of 730 × $0.045 on each side, 1M and 10M calls of which
	// the first have 8 KiB and the others the assumed 4: 48M KiB, 45.776 GiB.
	trap = trapOf(t, s, "networking")
	if math.Abs(trap.USD-2*32.85) > 1e-9 {
		t.Errorf("%v for the network", trap.USD)
	}
	for _, want := range []string{"$32.85 for NAT on EKS", "$32.85 for NAT on Lambda", "2 described calls across the sides: 11M a month with 45.776 GiB;"} {
		if !strings.Contains(trap.How, want) {
			t.Errorf("%q does not say %q", trap.How, want)
		}
	}
	if a := evaluate(t, s).Across(); a != (Across{Described: true, Edges: 2, Calls: 11e6, KiB: 48e6}) {
		t.Errorf("%+v", a)
	}
	s.Components[0].Calls = nil
	if trap = trapOf(t, s, "networking"); !strings.Contains(trap.How, "What crosses the sides is unknown") {
		t.Errorf("%q", trap.How)
	}
}

func TestTrapsOfOnePlatform(t *testing.T) {
	t.Parallel()
	for _, trap := range evaluate(t, services(2)).HybridTraps() {
		if trap.Applies || !math.IsNaN(trap.USD) || trap.Amount() != "does not apply" || trap.How == "" {
			t.Errorf("%+v", trap)
		}
	}
}
