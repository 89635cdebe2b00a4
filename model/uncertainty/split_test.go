package uncertainty

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// mixedSystem pins its components so that the split uses all three sides, with
// calls across.
const mixedSystem = "components:\n" +
	"  - {name: core, requests_per_month: 60M, duration: 200ms, pin: kubernetes, calls: [{to: pdf, per_request: 0.2, payload: 8KiB}]}\n" +
	"  - {name: jobs, requests_per_month: 2M, duration: 2s, pin: kubernetes, trigger: queue, traffic: batch}\n" +
	"  - {name: pdf, requests_per_month: 3M, duration: 900ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB, cpu_time: 270ms, pin: serverless, traffic: spiky, calls: [{to: core}]}\n" +
	"  - {name: edge, requests_per_month: 80M, duration: 20ms, memory: 64MiB, pin: wasm, calls: [{to: core, per_request: 0.1}]}\n"

// TestSplitIsBilledAsPlaced draws ranges of a mixed system and holds the drawn
// cost of its split against the placement's cost in a scenario of those figures.
func TestSplitIsBilledAsPlaced(t *testing.T) {
	t.Parallel()
	book := scenariotest.PriceBook(t)
	var known []*scenario.Field // what moves neither people nor the price of a call
	for _, f := range uncertainFields() {
		if !f.Path.In(paths.People) && !strings.HasSuffix(f.Path.String(), "nat_gateways") {
			known = append(known, f)
		}
	}
	for _, body := range []string{mixedSystem, mixedSystem + "people: {include: true, second_toolchain: 3000}\n", "cloud: gcp\n" + mixedSystem} {
		rapid.Check(t, func(t *rapid.T) {
			s, err := scenariofile.Decode("", []byte("runwhere: 1\n"+body))
			if err != nil {
				t.Fatal(err)
			}
			for range rapid.IntRange(1, 3).Draw(t, "ranges") {
				f, at := rapid.SampledFrom(known).Draw(t, "field"), scenario.At{Component: rapid.IntRange(0, 3).Draw(t, "component")}
				if err := f.SetAmount(&s, at, drawnRange(t, f)); err != nil {
					t.Fatal(err)
				}
			}
			e, err := model.Decide(s, book)
			if err != nil || !e.Split.Mixed() || len(uncertainInputs(e)) == 0 {
				t.Skip(err)
			}
			drawer := newDrawModel(e, uncertainInputs(e)).newDrawer()
			for range 3 {
				splitSameAsPlaced(t, drawer, e, book)
			}
		})
	}
}

func splitSameAsPlaced(t *rapid.T, drawer *drawer, e *model.Evaluation, book *pricebook.Book) {
	inputs := drawer.inputs
	values, exact := make([]float64, len(inputs)), e.Scenario.Clone()
	for i := range inputs {
		values[i] = inputs[i].spread.quantile(rapid.Float64Range(0.01, 0.99).Draw(t, "p"))
		inputs[i].field.Slot.Set(&exact, inputs[i].at, scenario.Value{Amount: quantity.Exactly(values[i])})
	}
	drawer.curvesAt(values)
	got := drawer.splitUSD()
	drawn, err := model.Unplaced(exact, book)
	if err != nil {
		return
	}
	solver, err := drawn.NewSolver()
	if err != nil { // a pin that a limit breaks: the side refuses it
		if !math.IsInf(got, 1) {
			t.Errorf("%v, although %v", got, err)
		}
		return
	}
	at := make([]int, len(e.Split.Placements))
	for o, members := range drawer.split.sides {
		for _, i := range members {
			at[i] = o
		}
	}
	if want := solver.Cost(at); got != want && !(math.Abs(got-want) <= 1e-9*want) {
		t.Errorf("the split costs %v, placed afresh %v", got, want)
	}
}

// TestSplitOdds: a split that saves much wins every draw, one that costs much
// more wins none, and a system on one platform has none.
func TestSplitOdds(t *testing.T) {
	t.Parallel()
	spread := strings.ReplaceAll(mixedSystem, "duration: 200ms", "duration: 150ms..260ms")
	u := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Decoded(t, spread), 400, 1))
	if u.Split == nil || u.Split.Possible != 1 || u.Split.P5 > u.Split.P50 || u.Split.P50 > u.Split.P95 || u.Split.P5 <= 0 {
		t.Fatalf("%+v", u.Split)
	}
	said := strings.Join(u.Sentences(), "\n")
	if !strings.Contains(said, "The split, placed as the point values have it, is cheaper than the best single platform with a probability of ") {
		t.Errorf("no split in\n%s", said)
	}
	costly := strings.ReplaceAll(spread, "{name: edge,", "{name: edge, outbound: 0B,") + "people: {include: true, second_toolchain: 90000}\n"
	if u := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Decoded(t, costly), 400, 1)); u.Split == nil || u.Split.Cheaper != 0 {
		t.Errorf("three toolchains of $90,000 pay: %+v", u.Split)
	}
	if u := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Decoded(t, fiveInputs), 400, 1)); u.Split != nil {
		t.Errorf("a split of one component: %+v", u.Split)
	}
}

// TestVolumeMovesTheSplit: a range of the whole volume alone moves the split as
// it moves the platforms.
func TestVolumeMovesTheSplit(t *testing.T) {
	t.Parallel()
	s, err := scenario.Set(modeltest.Decoded(t, mixedSystem).Scenario, "requests_per_month=50M..400M")
	if err != nil {
		t.Fatal(err)
	}
	u := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Evaluate(t, s), 500, 1))
	if len(u.Levers) != 1 || u.Split == nil || u.Split.P95 < 1.2*u.Split.P5 {
		t.Errorf("%d inputs, split %+v", len(u.Levers), u.Split)
	}
}
