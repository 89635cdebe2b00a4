package uncertainty

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model/modeltest"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// rankCorrelation is Spearman's: that of the ranks of the draws.
func rankCorrelation(a, b []float64) float64 {
	ranks := func(v []float64) []float64 {
		r := make([]float64, len(v))
		for rank, d := range ordered(v, allDraws(len(v))) {
			r[d] = float64(rank)
		}
		return r
	}
	x, y, n := ranks(a), ranks(b), float64(len(a))
	difference := 0.0
	for d := range x {
		difference += (x[d] - y[d]) * (x[d] - y[d])
	}
	return 1 - 6*difference/(n*(n*n-1))
}

// TestDrawsHaveTheirRankCorrelations draws correlations of inputs of all three
// distributions: the ranks of the draws are correlated as asked for, and every
// input keeps its own distribution.
func TestDrawsHaveTheirRankCorrelations(t *testing.T) {
	t.Parallel()
	const draws = 4000
	e := modeltest.Decoded(t, "components: [{name: api, requests_per_month: 10M..80M, duration: 100ms..800ms, cpu_time: 20ms..200ms, memory: 256MiB..2GiB, response: 0KiB..40KiB}]\n"+
		"platforms: {kubernetes: {target_utilization: 30%..70%}}\n")
	keys := []string{"components.api.duration", "components.api.response", "platforms.kubernetes.target_utilization", "components.api.memory"}
	rapid.Check(t, func(t *rapid.T) {
		asked := *e
		for i := range keys[1:] {
			rank := rapid.OneOf(rapid.Float64Range(-0.5, 0.5), rapid.Just(0.0)).Draw(t, "rank")
			asked.Scenario.Correlate = append(slices.Clip(asked.Scenario.Correlate), scenario.Correlation{A: keys[i+1], B: keys[i], Rank: rank})
		}
		if rapid.IntRange(0, 4).Draw(t, "as one") == 0 {
			asked.Scenario.Correlate = []scenario.Correlation{{A: keys[0], B: keys[1], Rank: 1}, {A: keys[2], B: keys[3], Rank: -1}}
		}
		inputs := uncertainInputs(e)
		m := newDrawModel(&asked, inputs)
		drawer := m.newCurveDrawer()
		for i := range drawer.columns {
			drawer.columns[i] = make([]float64, draws)
		}
		drawer.numbers.Seed(rapid.Uint64().Draw(t, "seed"), 1)
		drawer.sample()
		for _, c := range asked.Scenario.Correlate {
			got := rankCorrelation(drawer.columns[inputOf(inputs, c.A)], drawer.columns[inputOf(inputs, c.B)])
			if math.Abs(c.Rank) == 1 && math.Abs(got-c.Rank) > 1e-6 || math.Abs(got-c.Rank) > 6/math.Sqrt(draws) { // six standard errors of none
				t.Errorf("%s with %s: %v, want %v", c.A, c.B, got, c.Rank)
			}
		}
		for i := range inputs {
			for _, p := range []float64{0.05, 0.5, 0.95} {
				bound, under := inputs[i].spread.quantile(p), 0
				for _, v := range drawer.columns[i] {
					if v < bound {
						under++
					}
				}
				if got := float64(under) / draws; math.Abs(got-p) > 6*math.Sqrt(p*(1-p)/draws) {
					t.Errorf("%s is below its quantile %v in %v of the draws", inputs[i].Path, p, got)
				}
			}
		}
	})
}

// TestCorrelatedDrawsAgreeWithTheClosedForm: the product of two log-normal
// figures is log-normal, and its variance has twice their covariance in it. A
// rank correlation of 0.7 is one of 2 sin(0.7π/6) = 0.7167 between the logarithms.
func TestCorrelatedDrawsAgreeWithTheClosedForm(t *testing.T) {
	t.Parallel()
	const draws = 40_000
	for _, rank := range []float64{0, 0.7, -0.7, 1} {
		e := modeltest.Decoded(t, "components: [{name: api, requests_per_month: 10M..80M, duration: 100ms..800ms}]\n")
		e.Scenario.Correlate = []scenario.Correlation{{A: "components.api.duration", B: "components.api.requests_per_month", Rank: rank}}
		m := newDrawModel(e, uncertainInputs(e))
		drawn := m.drawAll(t.Context(), draws, 3, nil, draws)
		busy := make([]float64, draws)
		for d := range busy {
			busy[d] = drawn.values[0][d] * drawn.values[1][d]
		}
		order := ordered(busy, allDraws(draws))
		sigma := math.Log(8) / (2 * deviate95) // of both: 8 times from end to end
		sum := sigma * math.Sqrt(2+2*2*math.Sin(math.Pi*rank/6))
		median := math.Sqrt(10e6 * 80e6 * 0.1 * 0.8)
		for _, p := range []float64{0.05, 0.5, 0.95} {
			z := map[float64]float64{0.05: -deviate95, 0.5: 0, 0.95: deviate95}[p]
			error := 6 * sum * math.Sqrt(p*(1-p)/draws) / (math.Exp(-z*z/2) / math.Sqrt(2*math.Pi))
			if got, want := math.Log(nearestRank(busy, order, p)), math.Log(median)+z*sum; math.Abs(got-want) > error+1e-9 {
				t.Errorf("rank %v: quantile %v is %v, want %v", rank, p, got, want)
			}
		}
	}
}

// TestCorrelationsThatSayNothing are said, with the reason, and change no draw.
func TestCorrelationsThatSayNothing(t *testing.T) {
	t.Parallel()
	e := modeltest.Decoded(t, fiveInputs)
	plain := scenariotest.Sure(EstimateOdds(t.Context(), e, 1000, 2))
	component := e.Scenario.Components[0].Name
	e.Scenario.Correlate = []scenario.Correlation{
		{A: "components." + component + ".duration", B: "components." + component + ".logs", Rank: 0.9},
		{A: "requests_per_month", B: "components." + component + ".duration", Rank: 0.9},
	}
	odds := scenariotest.Sure(EstimateOdds(t.Context(), e, 1000, 2))
	if !reflect.DeepEqual(odds.Options, plain.Options) {
		t.Errorf("%+v, without %+v", odds.Options, plain.Options)
	}
	want := []string{
		"The correlation of components.api.duration with components.api.logs says nothing: components.api.logs is no range.",
		"The correlation of requests_per_month with components.api.duration says nothing: requests_per_month is drawn as components.api.requests_per_month.",
	}
	if got := odds.CorrelationSentences(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
