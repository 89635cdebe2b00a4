package uncertainty

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// TestDrawnCallsAreBilled: with drawn calls and a drawn second toolchain the split
// costs what today's placement costs in the scenario evaluated with those values.
func TestDrawnCallsAreBilled(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Components {
		for k := range s.Components[i].Calls {
			s.Components[i].Calls[k].Payload = scenario.Some(quantity.Amount{Low: 1, High: 400})
			s.Components[i].Calls[k].PerRequest = scenario.Some(quantity.Amount{Low: 0.5, High: 3})
		}
	}
	e := modeltest.Evaluate(t, s)
	if !e.Split.Mixed() {
		t.Fatal("take a scenario whose split is mixed")
	}
	s.People.Include, s.People.Toolchain = scenario.Some(true), scenario.Some(quantity.Amount{Low: 1, High: 9000})
	for _, include := range []bool{false, true} {
		s.People.Include = scenario.Some(include)
		e := modeltest.Evaluate(t, s)
		inputs := uncertainInputs(e)
		if !e.Split.Mixed() {
			if len(inputs) > 0 {
				t.Fatalf("%d inputs of a split that is not mixed", len(inputs))
			}
			continue // With people one cluster is the cheapest, so nothing crosses.
		}
		if len(inputs) < 4 {
			t.Fatalf("%d inputs", len(inputs))
		}
		drawer := newDrawModel(e, inputs).newDrawer()
		rapid.Check(t, func(t *rapid.T) {
			next := e.Scenario.Clone()
			for i, in := range inputs {
				drawer.values[i] = rapid.Float64Range(in.Range.Low, in.Range.High).Draw(t, in.Path)
				in.field.Slot.Set(&next, in.at, scenario.Value{Amount: quantity.Exactly(drawer.values[i])})
			}
			drawer.curvesAt(drawer.values)
			there, err := model.Evaluate(next, e.Book)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := drawer.splitUSD(), there.Place(e.Split.Options()).USD; math.Abs(got-want) > 1e-6*want {
				t.Fatalf("drawn %v, evaluated anew %v", got, want)
			}
		})
	}
}
