package model

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs"
)

// decoded reads the body of a scenario file and evaluates it.
func decoded(t testing.TB, body string) *Evaluation {
	t.Helper()
	s, err := Decode("test.yaml", []byte("runwhere: 1\n"+body))
	if err != nil {
		t.Fatal(err)
	}
	return evaluate(t, s)
}

func within(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %v, want %v ± %v", what, got, want, tolerance)
	}
}

// normalCDF is the part of standard normal draws below z.
func normalCDF(z float64) float64 { return (1 + math.Erf(z/math.Sqrt2)) / 2 }

// TestSpreadsInClosedForm holds the distributions against their definitions.
func TestSpreadsInClosedForm(t *testing.T) {
	t.Parallel()
	requests, _ := FieldOf("components.*.requests_per_month")
	share, _ := FieldOf("platforms.kubernetes.target_utilization")
	nodes, _ := FieldOf("platforms.kubernetes.min_nodes")
	for _, c := range []struct {
		what string
		f    *Field
		a    Amount
		p    float64
		want float64
	}{
		{"5th percentile of 10M..80M", requests, Amount{10e6, 80e6}, 0.05, 10e6},
		{"median of 10M..80M, √800M²", requests, Amount{10e6, 80e6}, 0.5, math.Sqrt(800) * 1e6},
		{"95th percentile of 10M..80M", requests, Amount{10e6, 80e6}, 0.95, 80e6},
		// One standard deviation above the median: e^σ with σ = ln 8 ÷ (2 × 1.6449).
		{"84th percentile of 10M..80M", requests, Amount{10e6, 80e6}, normalCDF(1), math.Sqrt(800) * 1e6 * math.Exp(math.Log(8)/3.2897072539)},
		{"median of 0..80M, which is uniform", requests, Amount{0, 80e6}, 0.5, 40e6},
		{"95th percentile of 0..80M", requests, Amount{0, 80e6}, 0.95, 76e6},
		{"5th percentile of 20%..50%", share, Amount{0.2, 0.5}, 0.05, 0.2},
		// Odds of 1:4 and 1:1 have the geometric mean 1:2.
		{"median of 20%..50%", share, Amount{0.2, 0.5}, 0.5, 1.0 / 3},
		{"median of 50%..100%, which is uniform", share, Amount{0.5, 1}, 0.5, 0.75},
		{"median of 2..8 nodes", nodes, Amount{2, 8}, 0.5, 4},
		{"5th percentile of 2..8 nodes", nodes, Amount{2, 8}, 0.05, 2},
		{"70th percentile of 2..8 nodes, 4.96", nodes, Amount{2, 8}, 0.7, 5},
	} {
		s := c.f.spread(c.a)
		within(t, c.what, s.quantile(c.p), c.want, 1e-9*c.want)
	}
}

// TestDrawsStayAllowed: a field's bounds hold in every tail.
func TestDrawsStayAllowed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(uncertainFields()).Draw(t, "field")
		a := drawnRange(t, f)
		s := f.spread(a)
		p := rapid.Float64Range(1e-12, 1-1e-12).Draw(t, "p")
		v := s.quantile(p)
		if err := f.checkAmount(Exactly(v)); err != nil {
			t.Errorf("%s: the draw %v of %v: %v", f.Path, v, a, err)
		}
		if higher := s.quantile(math.Min(p*1.01, 1-1e-13)); higher < v {
			t.Errorf("%s: quantiles of %v fall from %v to %v", f.Path, a, v, higher)
		}
	})
}

// uncertainFields are the fields that may hold a range which enters a bill.
func uncertainFields() []*Field {
	e := &Evaluation{Resolved: Resolved{IncludePeople: true}}
	var list []*Field
	for _, f := range fields() {
		if f.Kind.Numeric() && !f.SetOnly && !f.Exact && e.bills(f) {
			list = append(list, f)
		}
	}
	return list
}

// drawnRange draws a range of a field, within a factor of ten where the field
// is wide, so that the scenario stays one that somebody could have.
func drawnRange(t *rapid.T, f *Field) Amount {
	low := math.Max(f.Min, math.Min(f.Max, 1)*rapid.Float64Range(0, 0.9).Draw(t, "low"))
	high := math.Min(f.Max, math.Max(low, 0.01)*rapid.Float64Range(1.1, 10).Draw(t, "ratio"))
	if f.Whole {
		low = math.Round(low)
		high = math.Max(low+1, math.Round(high))
	}
	if low == high {
		low = f.Min
	}
	return Amount{low, high}
}

const requestsOnly = "components: [{name: api, requests_per_month: 10M..80M, trigger: queue, duration: 500ms, memory: 1024MiB, logs: 0B, outbound: 0B}]\n" +
	"platforms: {serverless: {front_door: none, nat_gateways: 0, logs: none}}\n"

// TestRequestsAloneInClosedForm: Lambda's bill is then linear in the volume,
// so its percentiles are those of the volume, and an option is the cheapest as
// often as the volume lies where it is.
func TestRequestsAloneInClosedForm(t *testing.T) {
	t.Parallel()
	e := decoded(t, requestsOnly)
	const draws = 40_000
	u := EstimateUncertainty(e, draws, 7)
	if len(u.Levers) != 1 || u.Levers[0].Path != "components.api.requests_per_month" || u.Levers[0].Label != "requests per month" {
		t.Fatalf("%+v", u.Levers)
	}
	request := 0.20/1e6 + 0.5*1*0.0000166667 // USD: the list prices of us-east-1
	lambda := u.Options[1]
	// A percentile of n draws scatters by √(p(1−p)÷n) ÷ density: 1.5 % here.
	within(t, "p5", lambda.P5, 10e6*request, 0.03*10e6*request)
	within(t, "p50", lambda.P50, math.Sqrt(800)*1e6*request, 0.03*math.Sqrt(800)*1e6*request)
	within(t, "p95", lambda.P95, 80e6*request, 0.03*80e6*request)

	mu, sigma := math.Log(math.Sqrt(800)*1e6), math.Log(8)/(2*1.6448536)
	below := func(q float64) float64 { return normalCDF((math.Log(q) - mu) / sigma) }
	var want [3]float64
	for _, s := range costs.Envelope(e.Curves[:3], LowestVolume, HighestVolume) {
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
	body := "components: [{name: a, requests_per_month: 30M, trigger: queue}, {name: b, requests_per_month: 10M, trigger: queue}, {name: c, requests_per_month: 7, trigger: queue}]\n" +
		"platforms: {serverless: {front_door: none, nat_gateways: 0, logs: none}}\n"
	s, err := Set(decoded(t, body).Scenario, "requests_per_month=10M..80M")
	if err != nil {
		t.Fatal(err)
	}
	s.Components = s.Components[:2] // seven requests round too roughly for a ratio
	const draws = 20_000
	u := EstimateUncertainty(evaluate(t, s), draws, 2)
	if len(u.Levers) != 1 || u.Levers[0].Path != "requests_per_month" {
		t.Fatalf("%+v", u.Levers)
	}
	request := 0.20/1e6 + 0.2*0.25*0.0000166667 // USD: 200 ms at 256 MiB
	within(t, "p5", u.Options[1].P5, 10e6*request, 0.03*10e6*request)
	within(t, "p95", u.Options[1].P95, 80e6*request, 0.03*80e6*request)

	apart := EstimateUncertainty(decoded(t, "components: [{name: a, requests_per_month: 10M..80M}, {name: b, requests_per_month: 1M..2M}]"), LeastDraws, 2)
	if len(apart.Levers) != 2 {
		t.Errorf("%+v", apart.Levers)
	}
}

// TestTornadoIsTwoEvaluations works each end out by hand: the one input at its
// end, the others at their medians.
func TestTornadoIsTwoEvaluations(t *testing.T) {
	t.Parallel()
	body := func(requests, duration, utilization string) string {
		return "components: [{name: api, requests_per_month: " + requests + ", duration: " + duration + ", memory: 1GiB}]\n" +
			"platforms: {kubernetes: {target_utilization: " + utilization + "}}\n"
	}
	u := EstimateUncertainty(decoded(t, body("4M..16M", "100ms..400ms", "20%..50%")), 500, 1)
	// The medians: √(4M × 16M) = 8M, √(100 ms × 400 ms) = 200 ms, odds of 1:2.
	for _, c := range []struct{ path, requests, duration, utilization string }{
		{"components.api.requests_per_month", "16M", "200ms", "0.3333333333333333"},
		{"components.api.duration", "8M", "400ms", "0.3333333333333333"},
		{"platforms.kubernetes.target_utilization", "8M", "200ms", "0.5"},
	} {
		e := decoded(t, body(c.requests, c.duration, c.utilization))
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
		if u := EstimateUncertainty(decoded(t, body), 100, 1); u != nil {
			t.Errorf("%q: %+v", body, u.Levers)
		}
	}
	for _, body := range []string{"checklist: {requests_per_month: 1M..9M}", "people: {include: true, kubernetes: {training: 100..900}}"} {
		if EstimateUncertainty(decoded(t, body), 100, 1) == nil {
			t.Errorf("%q has no result", body)
		}
	}
}

// TestRefusedIsNeverCheapest: Lambda stops a run after 15 minutes, so it can
// run only the draws of a duration below that.
func TestRefusedIsNeverCheapest(t *testing.T) {
	t.Parallel()
	const draws = 4_000
	u := EstimateUncertainty(decoded(t, "components: [{name: job, requests_per_month: 1K, duration: 5m..45m, memory: 512MiB, trigger: queue}]"), draws, 3)
	// The median is √(5 × 45) = 15 minutes: even odds.
	within(t, "possible", u.Options[1].Possible, 0.5, 4*0.5/math.Sqrt(draws))
	if u.Options[1].Cheapest > u.Options[1].Possible || !math.IsInf(u.Options[1].P95, 1) {
		t.Errorf("%+v", u.Options[1])
	}
	within(t, "all together", u.Options[0].Cheapest+u.Options[1].Cheapest+u.Options[2].Cheapest+u.None, 1, 1e-12)
}

const fiveInputs = "components: [{name: api, requests_per_month: 10M..80M, duration: 100ms..800ms, memory: 256MiB..1GiB, response: 1KiB..16KiB}]\n" +
	"platforms: {kubernetes: {target_utilization: 30%..70%}}\n"

// TestSameSeedSameResult: the result rests on the seed alone.
func TestSameSeedSameResult(t *testing.T) {
	t.Parallel()
	e := decoded(t, fiveInputs)
	strip := func(u *Uncertainty) Uncertainty {
		for i := range u.Levers {
			u.Levers[i].field = nil // compared by its path
		}
		return *u
	}
	a, b, c := strip(EstimateUncertainty(e, 600, 5)), strip(EstimateUncertainty(e, 600, 5)), strip(EstimateUncertainty(e, 600, 6))
	if !reflect.DeepEqual(a, b) {
		t.Error("the same seed gives another result")
	}
	if reflect.DeepEqual(a.Options, c.Options) {
		t.Error("another seed gives the same draws")
	}
}

// TestWorthInClosedForm: an input that decides between two options of equal
// expected cost, X and 1 − X with X uniform over 0..1, is worth
// ½ − E[min(X, 1−X)] = ½ − ¼; one that tells nothing is worth nothing.
func TestWorthInClosedForm(t *testing.T) {
	t.Parallel()
	const n = 20_000
	var usd [3][]float64
	x, nothing := make([]float64, n), make([]float64, n)
	for i := range n {
		x[i] = (float64(i) + 0.5) / n
		nothing[i] = float64((i * 7919) % n)
		usd[0], usd[1], usd[2] = append(usd[0], x[i]), append(usd[1], 1-x[i]), append(usd[2], math.Inf(1))
	}
	k := newKnowledge(&usd)
	within(t, "the deciding input", k.of(x), 0.25, 1e-3)
	within(t, "everything", k.everything(), 0.25, 1e-6)
	within(t, "an input that tells nothing", k.of(nothing), 0, 0.02)
}

// TestOnlyWhatMovesIsBuilt draws scenarios with any ranges and holds every
// curve that was kept against one that was built anew, and the values of
// knowledge against their bounds.
func TestOnlyWhatMovesIsBuilt(t *testing.T) {
	t.Parallel()
	book := priceBook(t)
	bodies := []string{
		"components: [{name: a, requests_per_month: 20M..40M}, {name: b, requests_per_month: 3M..6M, traffic: spiky}]\n",
		"components: [{name: a, requests_per_month: 20M}]\n", "",
		"components: [{name: a, requests_per_month: 20M}, {name: b, requests_per_month: 3M, traffic: spiky}]\n",
		"components: [{name: a, requests_per_month: 20M, duration: 400ms}]\npeople: {include: true}\nplatforms: {wasm: {kind: spinkube}}\n",
		"cloud: gcp\ncomponents: [{name: a, requests_per_month: 20M}]\nplatforms: {serverless: {kind: cloud-run}, wasm: {kind: wasmcloud}}\n",
		"cloud: azure\ncomponents: [{name: a, requests_per_month: 20M}]\nplatforms: {serverless: {kind: azure-flex}, wasm: {kind: fastly-compute}}\n",
	}
	rapid.Check(t, func(t *rapid.T) {
		s, err := Decode("", []byte("runwhere: 1\n"+rapid.SampledFrom(bodies).Draw(t, "body")))
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 3).Draw(t, "ranges") {
			f := rapid.SampledFrom(uncertainFields()).Draw(t, "field")
			if err := f.SetAmount(&s, At{}, drawnRange(t, f)); err != nil {
				t.Fatal(err)
			}
		}
		e, err := worked(s, book)
		if err != nil {
			t.Skip(err)
		}
		inputs := e.uncertainInputs()
		if len(inputs) == 0 {
			t.Skip("none in play")
		}
		m := newDrawModel(e, inputs)
		values, exact := make([]float64, len(inputs)), s.Clone()
		for i := range inputs {
			values[i] = inputs[i].spread.quantile(rapid.Float64Range(0.01, 0.99).Draw(t, "p"))
			inputs[i].field.slot.set(&exact, inputs[i].at, Value{Amount: Exactly(values[i])})
		}
		mine := s.Clone()
		curves, q := m.curvesAt(&mine, values)
		want, r, err := Curves(exact, book)
		if err != nil {
			t.Skip(err)
		}
		if math.Abs(q-r.Workload.Requests()) > 1e-12*q {
			t.Errorf("the volume is %v, want %v", q, r.Workload.Requests())
		}
		for o := range curves {
			for _, at := range []float64{q, 1e5, 1e7, 1e9} {
				if got, built := usdAt(curves[o], at), want[o].Cost(at); got != built && !(math.Abs(got-built) <= 1e-9*built) {
					t.Errorf("%s at %v costs %v, built anew %v", want[o].Platform.Name, at, got, built)
				}
			}
		}
		if rapid.IntRange(0, 9).Draw(t, "estimated") > 0 {
			return
		}
		u := EstimateUncertainty(e, LeastDraws, 1)
		for _, l := range u.Levers {
			if l.Worth < 0 || l.Worth > u.Perfect*(1+1e-9)+1e-9 {
				t.Errorf("%s is worth %v, everything %v", l.Path, l.Worth, u.Perfect)
			}
		}
	})
}
