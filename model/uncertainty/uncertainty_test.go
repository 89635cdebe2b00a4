package uncertainty

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

func within(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %v, want %v ± %v", what, got, want, tolerance)
	}
}

const requestsOnly = "components: [{name: api, requests_per_month: 10M..80M, trigger: queue, source: none, duration: 500ms, memory: 1024MiB, function_memory: 1024MiB, measured_at: 1024MiB, isolate_memory: 1024MiB, cpu_time: 150ms, logs: 0B, outbound: 0B}]\n" +
	"platforms: {serverless: {front_door: none, nat_gateways: 0, logs: none}}\n"

// TestRequestsAloneInClosedForm: Lambda's bill is then linear in the volume,
// so its percentiles are those of the volume, and an option is the cheapest as
// often as the volume lies where it is.
func TestRequestsAloneInClosedForm(t *testing.T) {
	t.Parallel()
	e := modeltest.Decoded(t, requestsOnly)
	const draws = 40_000
	u := scenariotest.Sure(EstimateUncertainty(t.Context(), e, draws, 7))
	if len(u.Levers) != 1 || u.Levers[0].Path != "components.api.requests_per_month" || u.Levers[0].Label != "requests per month" {
		t.Fatalf("%+v", u.Levers)
	}
	request := 0.20/1e6 + 0.5*1*0.0000166667 // USD: the list prices of us-east-1
	lambda := u.Options[2]
	// A percentile of n draws scatters by √(p(1−p)÷n) ÷ density: 1.5 % here.
	within(t, "p5", lambda.P5, 10e6*request, 0.03*10e6*request)
	within(t, "p50", lambda.P50, math.Sqrt(800)*1e6*request, 0.03*math.Sqrt(800)*1e6*request)
	within(t, "p95", lambda.P95, 80e6*request, 0.03*80e6*request)

	mu, sigma := math.Log(math.Sqrt(800)*1e6), math.Log(8)/(2*1.6448536)
	below := func(q float64) float64 { return normalCDF((math.Log(q) - mu) / sigma) }
	var want [3]float64
	for _, s := range costs.Envelope(e.Curves[:3], model.LowestVolume, model.HighestVolume) {
		for o, p := range e.Platforms[:3] {
			if s.Cheapest == p {
				want[o] += below(s.To+0.5) - below(s.From-0.5)
			}
		}
	}
	for o := range want {
		within(t, "probability of "+u.Options[o].Platform.Name, u.Options[o].Cheapest, want[o], 4*0.5/math.Sqrt(draws))
	}
	if want[0] < 0.02 && want[2] < 0.02 {
		t.Errorf("no contest: %v", want)
	}
	for _, at := range u.Axis { // nothing but the volume is open, so there is no doubt at a volume
		for o, p := range e.Platforms[:3] {
			sure := 0.0
			if costs.Cheapest(e.Curves[:3], at.Volume) == p {
				sure = 1
			}
			if at.Cheapest[o] != sure {
				t.Errorf("at %v %s has %v", at.Volume, p.Name, at.Cheapest[o])
			}
		}
	}
	if l := u.Levers[0]; l.Worth < u.Perfect*0.9 || l.Worth > u.Perfect {
		t.Errorf("the only input is worth %v, everything %v", l.Worth, u.Perfect)
	}
}

// TestComponentsGrowTogether: a range of the whole volume is a range of the
// whole volume, however many components share it. Ranges of different ratios
// are drawn one by one.
func TestComponentsGrowTogether(t *testing.T) {
	t.Parallel()
	body := "components: [{name: a, requests_per_month: 30M, trigger: queue, source: none, memory: 256MiB, function_memory: 256MiB, measured_at: 256MiB}, {name: b, requests_per_month: 10M, trigger: queue, source: none, memory: 256MiB, function_memory: 256MiB, measured_at: 256MiB}, {name: c, requests_per_month: 7, trigger: queue, source: none}]\n" +
		"platforms: {serverless: {front_door: none, nat_gateways: 0, logs: none}}\n"
	s, err := scenario.Set(modeltest.Decoded(t, body).Scenario, "requests_per_month=10M..80M")
	if err != nil {
		t.Fatal(err)
	}
	s.Components = s.Components[:2] // seven requests round too roughly for a ratio
	const draws = 20_000
	u := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Evaluate(t, s), draws, 2))
	if len(u.Levers) != 1 || u.Levers[0].Path != "requests_per_month" {
		t.Fatalf("%+v", u.Levers)
	}
	request := 0.20/1e6 + 0.2*0.25*0.0000166667 // USD: 200 ms at 256 MiB
	within(t, "p5", u.Options[2].P5, 10e6*request, 0.03*10e6*request)
	within(t, "p95", u.Options[2].P95, 80e6*request, 0.03*80e6*request)

	apart := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Decoded(t, "components: [{name: a, requests_per_month: 10M..80M}, {name: b, requests_per_month: 1M..2M}]"), LeastDraws, 2))
	if len(apart.Levers) != 2 {
		t.Errorf("%+v", apart.Levers)
	}
}

// TestTornadoIsTwoEvaluations works each end out by hand: the one input at its
// end, the others at their medians.
func TestTornadoIsTwoEvaluations(t *testing.T) {
	t.Parallel()
	body := func(requests, duration, utilization string) string {
		return "components: [{name: api, requests_per_month: " + requests + ", duration: " + duration + ", memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB}]\n" +
			"platforms: {kubernetes: {target_utilization: " + utilization + "}}\n"
	}
	u := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Decoded(t, body("4M..16M", "100ms..400ms", "20%..50%")), 500, 1))
	// The medians: √(4M × 16M) = 8M, √(100 ms × 400 ms) = 200 ms, odds of 1:2.
	for _, c := range []struct{ path, requests, duration, utilization string }{
		{"components.api.requests_per_month", "16M", "200ms", "0.3333333333333333"},
		{"components.api.duration", "8M", "400ms", "0.3333333333333333"},
		{"platforms.kubernetes.target_utilization", "8M", "200ms", "0.5"},
	} {
		e := modeltest.Decoded(t, body(c.requests, c.duration, c.utilization))
		second, cheapest := e.Platform(u.Second.Option), e.Platform(u.Cheapest.Option)
		i := slices.IndexFunc(u.Levers, func(l Lever) bool { return l.Path == c.path })
		if i < 0 {
			t.Fatalf("no %s in %+v", c.path, u.Levers)
		}
		within(t, c.path+" at its high end", u.Levers[i].AtHigh, second.Cost(e.Volume())-cheapest.Cost(e.Volume()), 1e-6)
		if q, ok := e.Crossover(cheapest, second).Sustained(); ok {
			within(t, "crossover of "+c.path, u.Levers[i].CrossoverHigh, q, 1)
		}
	}
	if !slices.IsSortedFunc(u.Levers, func(a, b Lever) int { return int(math.Copysign(1, b.Swing()-a.Swing())) }) {
		t.Errorf("not sorted by swing: %+v", u.Levers)
	}
}

// TestNoRangeNoResult: certainty has no section, nor have ranges that no bill
// of the present month rests on.
func TestNoRangeNoResult(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		"", "components: [{name: a, requests_per_month: 5M}]",
		"growth: {monthly: 2%..8%}", "checklist: {engineers: 4..9}", "people: {include: false, kubernetes: {training: 100..900}}",
		"checklist: {requests_per_month: 1M..9M}\ncomponents: [{name: a, requests_per_month: 5M}]",
	} {
		if u := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Decoded(t, body), 100, 1)); u != nil {
			t.Errorf("%q: %+v", body, u.Levers)
		}
	}
	for _, body := range []string{"checklist: {requests_per_month: 1M..9M}", "people: {include: true, kubernetes: {training: 100..900}}"} {
		if scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Decoded(t, body), 100, 1)) == nil {
			t.Errorf("%q has no result", body)
		}
	}
}

// TestRefusedIsNeverCheapest: Lambda stops a run after 15 minutes, so it can
// run only the draws of a duration below that.
func TestRefusedIsNeverCheapest(t *testing.T) {
	t.Parallel()
	const draws = 4_000
	u := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Decoded(t, "components: [{name: job, requests_per_month: 1K, duration: 5m..45m, memory: 512MiB, function_memory: 512MiB, measured_at: 512MiB, isolate_memory: 512MiB, trigger: queue}]"), draws, 3))
	// The median is √(5 × 45) = 15 minutes: even odds.
	within(t, "possible", u.Options[2].Possible, 0.5, 4*0.5/math.Sqrt(draws))
	if u.Options[2].Cheapest > u.Options[2].Possible || !math.IsInf(u.Options[2].P95, 1) {
		t.Errorf("%+v", u.Options[2])
	}
	within(t, "all together", u.Options[0].Cheapest+u.Options[1].Cheapest+u.Options[2].Cheapest+u.Options[3].Cheapest+u.None, 1, 1e-12)
}

const fiveInputs = "components: [{name: api, requests_per_month: 10M..80M, duration: 100ms..800ms, memory: 256MiB..1GiB, isolate_memory: 1GiB, response: 1KiB..16KiB}]\n" +
	"platforms: {kubernetes: {target_utilization: 30%..70%}, serverless: {front_door: rest-api, nat_gateways: 1}}\n"

// TestSameSeedSameResult: the result rests on the seed alone.
func TestSameSeedSameResult(t *testing.T) {
	t.Parallel()
	e := modeltest.Decoded(t, fiveInputs)
	strip := func(u *Uncertainty) Uncertainty {
		for i := range u.Levers {
			u.Levers[i].field = nil // compared by its path
		}
		return *u
	}
	a, b, c := strip(scenariotest.Sure(EstimateUncertainty(t.Context(), e, 600, 5))), strip(scenariotest.Sure(EstimateUncertainty(t.Context(), e, 600, 5))), strip(scenariotest.Sure(EstimateUncertainty(t.Context(), e, 600, 6)))
	if !reflect.DeepEqual(a, b) {
		t.Error("the same seed gives another result")
	}
	if reflect.DeepEqual(a.Options, c.Options) {
		t.Error("another seed gives the same draws")
	}
}
