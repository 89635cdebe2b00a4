package uncertainty

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/plan"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// normalCDF is the part of standard normal draws below z.
func normalCDF(z float64) float64 { return (1 + math.Erf(z/math.Sqrt2)) / 2 }

// TestSpreadsInClosedForm holds the distributions against their definitions.
func TestSpreadsInClosedForm(t *testing.T) {
	t.Parallel()
	requests, _ := scenario.FieldOf(paths.ComponentRequests)
	share, _ := scenario.FieldOf(paths.KubernetesTargetUtilization)
	nodes, _ := scenario.FieldOf(paths.KubernetesMinNodes)
	for _, c := range []struct {
		what string
		f    *scenario.Field
		a    quantity.Amount
		p    float64
		want float64
	}{
		{"5th percentile of 10M..80M", requests, quantity.Amount{Low: 10e6, High: 80e6}, 0.05, 10e6},
		{"median of 10M..80M, √800M²", requests, quantity.Amount{Low: 10e6, High: 80e6}, 0.5, math.Sqrt(800) * 1e6},
		{"95th percentile of 10M..80M", requests, quantity.Amount{Low: 10e6, High: 80e6}, 0.95, 80e6},
		// One standard deviation above the median: e^σ with σ = ln 8 ÷ (2 × 1.6449).
		{"84th percentile of 10M..80M", requests, quantity.Amount{Low: 10e6, High: 80e6}, normalCDF(1), math.Sqrt(800) * 1e6 * math.Exp(math.Log(8)/3.2897072539)},
		{"median of 0..80M, which is uniform", requests, quantity.Amount{Low: 0, High: 80e6}, 0.5, 40e6},
		{"95th percentile of 0..80M", requests, quantity.Amount{Low: 0, High: 80e6}, 0.95, 76e6},
		{"5th percentile of 20%..50%", share, quantity.Amount{Low: 0.2, High: 0.5}, 0.05, 0.2},
		// Odds of 1:4 and 1:1 have the geometric mean 1:2.
		{"median of 20%..50%", share, quantity.Amount{Low: 0.2, High: 0.5}, 0.5, 1.0 / 3},
		{"median of 50%..100%, which is uniform", share, quantity.Amount{Low: 0.5, High: 1}, 0.5, 0.75},
		{"median of 2..8 nodes", nodes, quantity.Amount{Low: 2, High: 8}, 0.5, 4},
		{"5th percentile of 2..8 nodes", nodes, quantity.Amount{Low: 2, High: 8}, 0.05, 2},
		{"70th percentile of 2..8 nodes, 4.96", nodes, quantity.Amount{Low: 2, High: 8}, 0.7, 5},
	} {
		s := spreadOf(c.f, c.a)
		within(t, c.what, s.quantile(c.p), c.want, 1e-9*c.want)
	}
}

// TestDrawsStayAllowed: a field's bounds hold in every tail.
func TestDrawsStayAllowed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(uncertainFields()).Draw(t, "field")
		a := drawnRange(t, f)
		s := spreadOf(f, a)
		p := rapid.Float64Range(1e-12, 1-1e-12).Draw(t, "p")
		v := s.quantile(p)
		if err := f.CheckAmount(quantity.Exactly(v)); err != nil {
			t.Errorf("%s: the draw %v of %v: %v", f.Path, v, a, err)
		}
		if higher := s.quantile(math.Min(p*1.01, 1-1e-13)); higher < v {
			t.Errorf("%s: quantiles of %v fall from %v to %v", f.Path, a, v, higher)
		}
	})
}

// uncertainFields are the fields that may hold a range which enters a bill.
func uncertainFields() []*scenario.Field {
	e := &model.Evaluation{Resolved: plan.Resolved{IncludePeople: true}}
	var list []*scenario.Field
	for _, f := range scenario.FieldTable() {
		if f.Kind.Numeric() && !f.SetOnly && !f.Exact && bills(e, f) {
			list = append(list, f)
		}
	}
	return list
}

// drawnRange draws a range of a field, within a factor of ten where the field
// is wide, so that the scenario stays one that somebody could have.
func drawnRange(t *rapid.T, f *scenario.Field) quantity.Amount {
	low := math.Max(f.Min, math.Min(f.Max, 1)*rapid.Float64Range(0, 0.9).Draw(t, "low"))
	high := math.Min(f.Max, math.Max(low, 0.01)*rapid.Float64Range(1.1, 10).Draw(t, "ratio"))
	low, high = scenariotest.NotTooSmall(f, low), scenariotest.NotTooSmall(f, high)
	if f.Whole {
		low = math.Round(low)
		high = math.Max(low+1, math.Round(high))
	}
	if low == high {
		low = f.Min
	}
	return quantity.Amount{Low: low, High: high}
}
