package uncertainty

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestOnlyWhatMovesIsBuilt draws scenarios with any ranges and holds every
// curve that was kept or read again against one that was built anew, draw after
// draw in the same memory, and the values of knowledge against their bounds.
func TestOnlyWhatMovesIsBuilt(t *testing.T) {
	t.Parallel()
	book := scenariotest.PriceBook(t)
	bodies := []string{
		"components: [{name: a, requests_per_month: 20M..40M}, {name: b, requests_per_month: 3M..6M, traffic: spiky}]\n",
		"components: [{name: a, requests_per_month: 20M}]\n", "",
		"components: [{name: a, requests_per_month: 20M}, {name: b, requests_per_month: 3M, traffic: spiky}]\n",
		"components: [{name: a, requests_per_month: 20M, duration: 400ms}]\npeople: {include: true}\nplatforms: {wasm: {kind: spinkube}}\n",
		"cloud: gcp\ncomponents: [{name: a, requests_per_month: 20M}]\nplatforms: {serverless: {kind: cloud-run}, wasm: {kind: wasmcloud}}\n",
		"cloud: azure\ncomponents: [{name: a, requests_per_month: 20M}]\nplatforms: {serverless: {kind: azure-flex}, wasm: {kind: fastly-compute}}\n",
	}
	rapid.Check(t, func(t *rapid.T) {
		s, err := scenariofile.Decode("", []byte("runwhere: 1\n"+rapid.SampledFrom(bodies).Draw(t, "body")))
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 3).Draw(t, "ranges") {
			f := rapid.SampledFrom(uncertainFields()).Draw(t, "field")
			if err := f.SetAmount(&s, scenario.At{}, drawnRange(t, f)); err != nil {
				t.Fatal(err)
			}
		}
		e, err := model.Unplaced(s, book)
		if err != nil {
			t.Skip(err)
		}
		inputs := uncertainInputs(e)
		if len(inputs) == 0 {
			t.Skip("none in play")
		}
		drawer := newDrawModel(e, inputs).newDrawer()
		for range 3 {
			sameAsBuilt(t, drawer, s, book)
		}
		if rapid.IntRange(0, 9).Draw(t, "estimated") > 0 {
			return
		}
		u := scenariotest.Sure(EstimateUncertainty(t.Context(), e, LeastDraws, 1))
		for _, l := range u.Levers {
			if l.Worth < 0 || l.Worth > u.Perfect*(1+1e-9)+1e-9 {
				t.Errorf("%s is worth %v, everything %v", l.Path, l.Worth, u.Perfect)
			}
		}
	})
}

// sameAsBuilt draws a value of every input and bills the draw both ways.
func sameAsBuilt(t *rapid.T, drawer *drawer, s scenario.Scenario, book *pricebook.Book) {
	inputs := drawer.inputs
	values, exact := make([]float64, len(inputs)), s.Clone()
	for i := range inputs {
		values[i] = inputs[i].spread.quantile(rapid.Float64Range(0.01, 0.99).Draw(t, "p"))
		inputs[i].field.Slot.Set(&exact, inputs[i].at, scenario.Value{Amount: quantity.Exactly(values[i])})
	}
	curves, q := drawer.curvesAt(values)
	want, r, err := model.Curves(exact, book)
	if err != nil {
		return
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
}

// TestDrawsAllocateNothing: a draw of what can be read again takes no memory, so
// a hundred thousand of them leave nothing to clean up.
func TestDrawsAllocateNothing(t *testing.T) {
	e := modeltest.Decoded(t, fiveInputs)
	m := newDrawModel(e, uncertainInputs(e))
	drawer := m.newDrawer()
	drawer.axis, drawer.every, drawer.wins = []float64{1e5, 1e7}, 10, make([][checklist.PlaceableCount]int, 2)
	s := &outcomes{values: make([][]float64, len(m.inputs))}
	for i := range s.values {
		s.values[i] = make([]float64, chunkDraws)
	}
	for o := range s.usd {
		s.usd[o] = make([]float64, chunkDraws)
	}
	if n := testing.AllocsPerRun(10, func() { drawer.chunk(t.Context(), s, 0, chunkDraws, 1, 1) }); n > 0 {
		t.Errorf("%v allocations in %d draws", n, chunkDraws)
	}
}
