package uncertainty

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// TestDrawnNodeIsTheBuiltOne: where the memory is a range the nodes of a draw
// are those that a scenario with the drawn memory has, on the whole and on the
// split's own side.
func TestDrawnNodeIsTheBuiltOne(t *testing.T) {
	t.Parallel()
	const body = "components: [{name: api, requests_per_month: 400M, duration: 20ms}, {name: worker, requests_per_month: 3M, memory: 512MiB..30GiB, trigger: queue, traits: [stateful]}]\n"
	e := modeltest.Decoded(t, body)
	inputs := uncertainInputs(e)
	if !e.Split.Mixed() {
		t.Fatal("the split has one side only")
	}
	drawer := newDrawModel(e, inputs).newDrawer()
	for _, mib := range []float64{600, 4000, 12000, 25000, 700} {
		exact := e.Scenario.Clone()
		exact.Components[1].Memory = scenario.Some(quantity.Exactly(mib))
		curves, q := drawer.curvesAt([]float64{mib})
		built, err := model.Evaluate(exact, e.Book)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := usdAt(curves[0], q), built.Platforms[0].Cost(q); math.Abs(got-want) > 1e-9*want {
			t.Errorf("%v MiB costs %v, built anew on %s %v", mib, got, built.NodeType(), want)
		}
		split := built.Place(e.Split.Options())
		if got, want := drawer.splitUSD(), split.USD; math.Abs(got-want) > 1e-9*want {
			t.Errorf("with %v MiB the split costs %v, built anew %v", mib, got, want)
		}
	}
}

// TestDrawnTotalIsTheSharedOne: a total that is a range, and a component's own
// volume that is one, move what the others have as a scenario with the drawn
// figures does.
func TestDrawnTotalIsTheSharedOne(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		"checklist: {requests_per_month: 20M..80M}\ncomponents: [{name: a}, {name: b, traffic: spiky}]\n",
		"checklist: {requests_per_month: 20M..80M}\ncomponents: [{name: a, requests_per_month: 5M}, {name: b, traffic: spiky}]\n",
		"checklist: {requests_per_month: 90M}\ncomponents: [{name: a, requests_per_month: 5M..20M}, {name: b, traffic: spiky}, {name: c}]\n",
		"checklist: {requests_per_month: 20M..80M}\ncomponents: [{name: a, requests_per_month: 5M..20M}, {name: b, duration: 100ms..1s}]\n",
		"checklist: {requests_per_month: 20M..80M}\ncomponents: [{name: a, duration: 100ms..1s}]\n",
	} {
		e := modeltest.Decoded(t, body)
		inputs := uncertainInputs(e)
		if len(inputs) == 0 {
			t.Errorf("nothing is drawn of %s", body)
			continue
		}
		drawer := newDrawModel(e, inputs).newDrawer()
		rapid.Check(t, func(t *rapid.T) { sameAsBuilt(t, drawer, e.Scenario, e.Book) })
	}
}
