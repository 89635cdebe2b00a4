package model

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model/scenario/scenariotest"
)

// TestParityRowsAddUpToTheBill: nothing is charged that no row shows, and nothing
// is shown twice.
func TestParityRowsAddUpToTheBill(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, err := Evaluate(scenariotest.DrawScenario(t, 3), b)
		if err != nil {
			t.Skip(err)
		}
		rows := e.Parity()
		for i, p := range e.ParityPlatforms() {
			sum := 0.0
			for _, r := range rows {
				if r.ID != ParityPeople {
					sum += r.Cells[i].USD
				}
			}
			if bill := p.Bill(e.Volume()).USD; math.Abs(sum-bill) > 1e-6*math.Max(1, bill) {
				t.Fatalf("%s: the rows add up to %v, the bill is %v", p.ID, sum, bill)
			}
		}
	})
}
