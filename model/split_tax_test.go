package model

import (
	"math"
	"testing"

	"runwhere/costs"
)

// TestFloorBills: a floor opens to the lines that it is the sum of, and there
// is none where nothing is placed.
func TestFloorBills(t *testing.T) {
	t.Parallel()
	e := evaluate(t, divided())
	floors := e.Tax(&e.Split).Floors
	if len(floors) != 1 {
		t.Fatalf("%d floors of two platforms", len(floors))
	}
	for _, f := range floors {
		if bill := e.FloorBill(&e.Split, f.Platform.Option); math.Abs(bill.USD-f.USD) > 1e-9 || len(bill.Lines) == 0 {
			t.Errorf("the bill of the floor is %v, the floor %v", bill.USD, f.USD)
		}
	}
	if bill := e.FloorBill(&e.Split, costs.Wasm); bill.USD != 0 || len(bill.Lines) != 0 {
		t.Errorf("a floor where nothing is: %+v", bill)
	}
}

// TestTrapsOfAPlacementByHand are its own and not those of the cheapest one.
func TestTrapsOfAPlacementByHand(t *testing.T) {
	t.Parallel()
	s := divided()
	s.Components[1].Pin = Maybe[string]{}
	e := evaluate(t, s)
	for _, edge := range []costs.Option{costs.Serverless, costs.Kubernetes} {
		split := e.Place([]costs.Option{costs.Kubernetes, edge})
		for _, trap := range e.TrapsOf(&split) {
			if trap.Applies != (edge == costs.Serverless) {
				t.Errorf("%s applies with the edge on %s: %v", trap.ID, edge, trap.Applies)
			}
			// One NAT gateway of 730 × $0.045 on each side and the calls across.
			if want := 2*32.85 + split.GlueUSD; trap.ID == "networking" && trap.Applies && math.Abs(trap.USD-want) > 0.5 {
				t.Errorf("%v for the network, want about %v: %s", trap.USD, want, trap.How)
			}
		}
	}
}
