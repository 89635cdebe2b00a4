package costs

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
)

// TestSavingsPlanOnLambda: a steady week without peaks is used in every hour, so
// all of the computing is committed to: 1M runs of 1 s at 1 GiB are 1M GB-s at
// $0.0000166667 × 0.882 (AWS price list, 2026-09-28). Requests are not discounted.
func TestSavingsPlanOnLambda(t *testing.T) {
	t.Parallel()
	w := usualWorkload()
	w.Components = w.Components[:1]
	c := &w.Components[0]
	c.Requests, c.Duration, c.CPUTime, c.Memory, c.FunctionMemory, c.Response, c.Logs = 1e6, 1, 0, 1024, 1024, 0, 0
	for h := range c.Shape.Weights {
		c.Shape.Weights[h] = 1
	}
	s := usualSettings()
	s.Serverless.FrontDoor, s.Serverless.Logs, s.Serverless.NATGateways, s.Serverless.Purchase = "none", "none", 0, Savings1y
	p := built(t, "lambda", s, w)
	lines := map[string]float64{}
	for _, l := range p.Bill(1e6).Lines {
		lines[l.Meter] = l.USD
	}
	wantUSD(t, "committed", lines["compute-committed"], 1e6*0.0000166667*0.882)
	wantUSD(t, "on demand", lines["compute"], 0)
	wantUSD(t, "requests", lines["requests"], 0.20)

	// Half of the hours at 0.5 and half at 1.5: a unit that costs 0.882 pays off
	// only in 88.2 % of the hours, so 0.5 is committed to, and of the load half of
	// the hours' 1.0, which is a mean of 0.5, stays on demand.
	for h := range c.Shape.Weights {
		c.Shape.Weights[h] = 0.5 + float64(h%2)
	}
	p = built(t, "lambda", s, w)
	for _, l := range p.Bill(1e6).Lines {
		lines[l.Meter] = l.USD
	}
	wantUSD(t, "half committed", lines["compute-committed"], 0.5*1e6*0.0000166667*0.882)
	wantUSD(t, "half on demand", lines["compute"], 0.5*1e6*0.0000166667)
}

// TestCommitmentsAreNoError: the default node has a commitment on every cloud,
// billed or at the kind's stated default, and where there are no nodes to choose a
// commitment never costs more than buying on demand.
func TestCommitmentsAreNoError(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		s, w := drawSettings(t), drawWorkload(t)
		s.Kubernetes.Discount, s.Serverless.Discount, s.Kubernetes.SpotShare, s.Kubernetes.Node = 0, 0, 0, pricebook.AutoNode
		s.Serverless.FreeTier, s.Serverless.MinInstances = false, 0
		for _, k := range Kinds() {
			s.Kubernetes.Purchase, s.Serverless.Purchase = OnDemand, OnDemand
			plain, err := Build(k.ID, book, s, w)
			if err != nil {
				t.Fatalf("%s: %v", k.ID, err)
			}
			for _, purchase := range []string{Savings1y, Savings3y} {
				s.Kubernetes.Purchase, s.Serverless.Purchase = purchase, purchase
				p, err := Build(k.ID, book, s, w)
				if err != nil {
					t.Fatalf("%s, %s: %v", k.ID, purchase, err)
				}
				// auto weighs instance types as they are bought, so nodes are compared by others.
				if a, b := p.Cost(1e6), plain.Cost(1e6); p.Fleet == nil && a > b*(1+1e-9) && !math.IsInf(b, 0) {
					t.Fatalf("%s, %s: %v committed, %v on demand", k.ID, purchase, a, b)
				}
			}
		}
	})
}
