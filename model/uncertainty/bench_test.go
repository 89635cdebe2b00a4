package uncertainty

import (
	"testing"

	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// BenchmarkManyDraws draws 100,000 times over five inputs of one component.
func BenchmarkManyDraws(b *testing.B) {
	e := modeltest.Decoded(b, "components: [{name: api, requests_per_month: 10M..80M, duration: 100ms..800ms, cpu_time: 20ms..200ms, memory: 256MiB..2GiB}]\n"+
		"platforms: {kubernetes: {target_utilization: 30%..70%}}\n")
	b.ReportAllocs()
	for b.Loop() {
		scenariotest.Sure(EstimateUncertainty(b.Context(), e, 100_000, DefaultSeed))
	}
}

// BenchmarkUncertainty draws 10,000 times: the volume alone, which builds
// nothing anew, five inputs of one component, a system of many components, and
// what takes longer: instances that are built anew, weeks that are reshaped, and
// settings that change what is on a bill.
func BenchmarkUncertainty(b *testing.B) {
	hybrid, err := scenariofile.Preset("hybrid")
	if err != nil {
		b.Fatal(err)
	}
	hybrid.Components[0].Duration = scenario.Some(quantity.Amount{Low: 0.1, High: 0.9})
	for _, c := range []struct {
		name string
		e    *model.Evaluation
	}{
		{"requests", modeltest.Decoded(b, requestsOnly)},
		{"five", modeltest.Decoded(b, fiveInputs)},
		{"kubernetes", modeltest.Decoded(b, "components: [{name: api, requests_per_month: 10M..80M}]\nplatforms: {kubernetes: {target_utilization: 30%..70%}}\n")},
		{"hybrid", modeltest.Evaluate(b, hybrid)},
		{"cloud run", modeltest.Decoded(b, "cloud: gcp\n"+fiveInputs)},
		{"week", modeltest.Decoded(b, "components: [{name: api, requests_per_month: 10M..80M, peak_to_mean: 1.5..4}]\n")},
		{"settings", modeltest.Decoded(b, "components: [{name: api, requests_per_month: 10M..80M}]\nplatforms: {serverless: {cold_start_rate: 0.1%..2%}, kubernetes: {spot_share: 10%..40%}}\n")},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				scenariotest.Sure(EstimateUncertainty(b.Context(), c.e, DefaultDraws, DefaultSeed))
			}
		})
	}
}
