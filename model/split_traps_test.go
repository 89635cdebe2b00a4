package model

import (
	"math"
	"strings"
	"testing"

	"runwhere/costs"
)

// apart is a stateful core that serverless refuses and an edge that is pinned
// to it, with 1M calls of 8 KiB from the first to the second.
func apart() Scenario {
	return Scenario{Components: []Component{
		{Name: "core", Requests: Some(Exactly(10e6)), Memory: Some(Exactly(512)), Traits: []string{"stateful"}, Calls: []Call{
			{To: "edge", PerRequest: Some(Exactly(0.1)), Payload: Some(Exactly(8))},
		}},
		{Name: "edge", Requests: Some(Exactly(1e6)), Memory: Some(Exactly(512)), Pin: Some("serverless")},
	}}
}

// TestTrapsAreThePartsOfTheTax: the three traps of people are the assumed
// second toolchain, $1,200 + $600 + $500, and the network is what the bills and
// the calls have of it.
func TestTrapsAreThePartsOfTheTax(t *testing.T) {
	t.Parallel()
	e := evaluate(t, apart())
	traps := e.SplitTraps(&e.Split)
	want := map[string]float64{"two-deployments": 600, "two-monitorings": 1200, "two-mental-models": 500}
	people := 0.0
	for _, trap := range traps {
		usd, ok := want[trap.ID]
		if !ok {
			continue
		}
		if trap.USD != usd || !strings.HasPrefix(trap.How, "assumed: ") {
			t.Errorf("%s: %v, %s", trap.ID, trap.USD, trap.How)
		}
		people += trap.USD
	}
	if people != e.Split.ToolchainUSD || len(traps) != 4 {
		t.Errorf("%d traps, %v of people, the toolchain is %v", len(traps), people, e.Split.ToolchainUSD)
	}
	network := traps[2]
	// A NAT gateway of 730 × $0.045 on each side; 1M × 8 KiB ÷ 2^20 = 7.629 GB
	// through the cluster's, at $0.045.
	if math.Abs(network.USD-(2*32.85+1e6*8/(1<<20)*0.045)) > 1e-6 {
		t.Errorf("%v for the network: %s", network.USD, network.How)
	}
	s := apart()
	s.People.Toolchain = Some(Exactly(150))
	e = evaluate(t, s)
	for _, trap := range e.SplitTraps(&e.Split) {
		if _, ok := want[trap.ID]; ok && (!math.IsNaN(trap.USD) || !strings.Contains(trap.How, "$150 of people.second_toolchain")) {
			t.Errorf("%s: %v, %s", trap.ID, trap.USD, trap.How)
		}
	}
}

// TestOnePlatformHasNoTraps, and no floor but those that it bills.
func TestOnePlatformHasNoTraps(t *testing.T) {
	t.Parallel()
	e := evaluate(t, services(2))
	if traps := e.SplitTraps(&e.Split); traps != nil {
		t.Errorf("%+v", traps)
	}
	e = evaluate(t, apart())
	for _, f := range e.Tax(&e.Split).Floors {
		if bill := e.FloorBill(&e.Split, f.Platform.Option); math.Abs(bill.USD-f.USD) > 1e-9 {
			t.Errorf("the bill of the floor is %v, the floor %v", bill.USD, f.USD)
		}
	}
	if bill := e.FloorBill(&e.Split, costs.Wasm); bill.USD != 0 || len(bill.Lines) != 0 {
		t.Errorf("a floor where nothing is: %+v", bill)
	}
}
