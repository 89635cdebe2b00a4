package guide

import (
	"math"
	"strings"
	"testing"

	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

func trapOf(t *testing.T, s scenario.Scenario, id string) Trap {
	t.Helper()
	for _, trap := range HybridTraps(modeltest.Evaluate(t, s)) {
		if trap.ID == id {
			return trap
		}
	}
	t.Fatal("no trap " + id)
	return Trap{}
}

func TestTrapsOfADividedSystem(t *testing.T) {
	t.Parallel()
	s := scenariotest.Divided()
	trap := trapOf(t, s, "two-deployments")
	if !trap.Applies || trap.USD != 600 || trap.Amount() != "$600" ||
		trap.How != "CI/CD upkeep on EKS: $600 (the guide's figure); CI/CD upkeep on Lambda: assumed to cost the guide's $600 once more (people.second_toolchain)" {
		t.Errorf("%+v", trap)
	}
	// A sum for the second toolchain says nothing of its parts.
	s.People.Toolchain = scenario.Some(quantity.Exactly(900))
	if trap = trapOf(t, s, "two-deployments"); !math.IsNaN(trap.USD) || trap.Amount() != "unknown" || !strings.Contains(trap.How, "a part of the $900") {
		t.Errorf("%+v", trap)
	}
	s.People.Serverless.CICDUpkeep = scenario.Some(quantity.Exactly(250))
	if trap = trapOf(t, s, "two-deployments"); trap.USD != 250 || !strings.HasSuffix(trap.How, "on Lambda: $250 (given)") {
		t.Errorf("%+v", trap)
	}
	// Monitoring is given and incident response is not: the sum is the least.
	s.People.Serverless.Monitoring = scenario.Some(quantity.Exactly(100))
	if trap = trapOf(t, s, "two-monitorings"); trap.USD != 100 || !trap.InPart || trap.Amount() != "from $100" {
		t.Errorf("%+v", trap)
	}
	// One NAT gateway of 730 × $0.045 on each side, and the calls across.
	s.Zones, s.Kubernetes.Logs = scenario.Some(quantity.Exactly(1)), scenario.Some("none")
	s.Serverless.NATGateways = scenario.Some(quantity.Exactly(1))
	e := modeltest.Evaluate(t, s)
	trap = trapOf(t, s, "networking")
	if e.Split.GlueUSD <= 0 || math.Abs(trap.USD-2*32.85-e.Split.GlueUSD) > 1e-9 {
		t.Errorf("%v for the network, %v for the calls", trap.USD, e.Split.GlueUSD)
	}
	for _, want := range []string{"$32.85 for NAT on EKS", "$32.85 for NAT on Lambda", "Calls across the sides, 11M a month, cost " + quantity.Money(e.Split.GlueUSD)} {
		if !strings.Contains(trap.How, want) {
			t.Errorf("%q does not say %q", trap.How, want)
		}
	}
	s.Components[0].Calls = nil
	if trap = trapOf(t, s, "networking"); !strings.Contains(trap.How, "What crosses the sides is unknown") || trap.Amount() != "from $65.70" {
		t.Errorf("%q", trap.How)
	}
}

func TestTrapsOfOnePlatform(t *testing.T) {
	t.Parallel()
	for _, trap := range HybridTraps(modeltest.Evaluate(t, services(2))) {
		if trap.Applies || !math.IsNaN(trap.USD) || trap.Amount() != "does not apply" || trap.How == "" {
			t.Errorf("%+v", trap)
		}
	}
}
