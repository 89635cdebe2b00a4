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
		rows := e.Parity(e.Volume())
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

// TestParityNamesEventSources: a million messages from a queue are three million
// requests of SQS, sent, received and deleted, at $0.40 a million, on every side of
// AWS; what is charged for a pool under a commitment is no computing either.
func TestParityNamesEventSources(t *testing.T) {
	t.Parallel()
	e := decoded(t, "components: [{name: work, requests_per_month: 1M, trigger: queue}]\nplatforms: {kubernetes: {purchase: savings-1y}}\n")
	rows := map[string]ParityRow{}
	for _, r := range e.Parity(e.Volume()) {
		rows[r.ID] = r
	}
	for i, p := range e.ParityPlatforms() {
		if p.Region != "us-east-1" {
			continue
		}
		if usd := rows["events"].Cells[i].USD; usd < 1.2 || usd > 1.6 { // and at most 5 × 131,400 receives that find nothing
			t.Errorf("%s charges $%v for the queue", p.ID, usd)
		}
	}
	if rows["commitment"].Cells[0].USD == 0 {
		t.Error("nothing of the cluster is under a commitment")
	}
}
