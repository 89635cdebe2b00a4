package model

import (
	"math"
	"testing"

	"runwhere/checklist"
	"runwhere/model/scenario/scenariotest"
)

// TestFloorBills: a floor opens to the lines that it is the sum of, and there
// is none where nothing is placed.
func TestFloorBills(t *testing.T) {
	t.Parallel()
	e := evaluate(t, scenariotest.Divided())
	floors := e.Tax(&e.Split).Floors
	if len(floors) != 1 {
		t.Fatalf("%d floors of two platforms", len(floors))
	}
	for _, f := range floors {
		if bill := e.FloorBill(&e.Split, f.Platform.Option); math.Abs(bill.USD-f.USD) > 1e-9 || len(bill.Lines) == 0 {
			t.Errorf("the bill of the floor is %v, the floor %v", bill.USD, f.USD)
		}
	}
	if bill := e.FloorBill(&e.Split, checklist.Wasm); bill.USD != 0 || len(bill.Lines) != 0 {
		t.Errorf("a floor where nothing is: %+v", bill)
	}
}
