package uncertainty

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestMapIsTheEvaluationThere evaluates the scenario anew in cells of a map: what
// every option costs, and today's placement, are those of the cell, but for volumes
// that a scenario rounds to whole requests of each component.
func TestMapIsTheEvaluationThere(t *testing.T) {
	t.Parallel()
	book := scenariotest.PriceBook(t)
	keys := []string{"requests_per_month", "components.*.duration", "components.*.memory", "platforms.kubernetes.target_utilization", "platforms.serverless.cold_start_rate", "components.*.peak_to_mean"}
	ranges := map[string][2]float64{
		"requests_per_month": {1e5, 1e9}, "components.*.duration": {0.01, 20}, "components.*.memory": {64, 4096},
		"platforms.kubernetes.target_utilization": {0.3, 0.9}, "platforms.serverless.cold_start_rate": {0, 0.2}, "components.*.peak_to_mean": {1, 6},
	}
	rapid.Check(t, func(t *rapid.T) {
		preset := rapid.SampledFrom([]string{"scenario-b", "hybrid", "saas-api", "batch-etl"}).Draw(t, "preset")
		s, err := scenariofile.Preset(preset)
		if err != nil {
			t.Fatal(err)
		}
		e := modeltest.Evaluate(t, s)
		pair := rapid.SliceOfNDistinct(rapid.SampledFrom(keys), 2, 2, rapid.ID).Draw(t, "pair")
		var axes []Axis
		for i, key := range pair {
			pair[i] = strings.Replace(key, "*", e.Resolved.Workload.Components[0].Name, 1)
			a, err := NewAxis(e, pair[i], ranges[key][0], ranges[key][1], 3)
			if err != nil {
				t.Fatal(err)
			}
			axes = append(axes, a)
		}
		m, err := FindMap(t.Context(), e, axes[0], axes[1])
		if err != nil {
			t.Fatal(err)
		}
		row, column := rapid.IntRange(0, 2).Draw(t, "row"), rapid.IntRange(0, 2).Draw(t, "column")
		next := e.Explicit().Clone()
		for i, v := range []float64{axes[0].Values[column], axes[1].Values[row]} {
			f, at, wrong := scenario.Find(&next, pair[i])
			if wrong != nil {
				t.Fatal(wrong)
			}
			f.Slot.Set(&next, at, scenario.Value{Amount: quantity.Exactly(v)})
		}
		there, err := model.Evaluate(next, book)
		if err != nil {
			t.Skip(err)
		}
		least, option := math.Inf(1), checklist.Option("")
		for o, p := range checklist.Placeable {
			if usd := there.Curves[o].Cost(there.Volume()); usd < least {
				least, option = usd, p
			}
		}
		if e.Split.Mixed() {
			if usd := there.Place(e.Split.Options()).USD; usd < least {
				least, option = usd, checklist.Hybrid
			}
		}
		got := m.Cells[row][column]
		if math.Abs(got.USD-least) > 1e-4*(1+least) && !(math.IsInf(least, 1) && math.IsInf(got.USD, 1)) || got.Cheapest != option && math.Abs(got.Next-got.USD) > 1e-4*got.USD {
			t.Fatalf("%s, %v: %s at %v, evaluated anew %s at %v", preset, pair, got.Cheapest, got.USD, option, least)
		}
	})
}

// TestMapOfWhatIsNoFigure names the key.
func TestMapOfWhatIsNoFigure(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	e := modeltest.Evaluate(t, s)
	for _, key := range []string{"platforms.kubernetes.kind", "nothing"} {
		if _, err := NewAxis(e, key, 1, 2, 3); err == nil {
			t.Errorf("%s is an axis", key)
		}
	}
}

// BenchmarkMap is the map of a screen.
func BenchmarkMap(b *testing.B) {
	for _, name := range []string{"scenario-b", "hybrid"} {
		s, err := scenariofile.Preset(name)
		if err != nil {
			b.Fatal(err)
		}
		e := modeltest.Evaluate(b, s)
		across, _ := NewAxis(e, "requests_per_month", 1e4, 1e10, 60)
		up, _ := NewAxis(e, "components."+e.Resolved.Workload.Components[0].Name+".duration", 0.01, 10, 20)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				scenariotest.Sure(FindMap(b.Context(), e, across, up))
			}
		})
	}
}
