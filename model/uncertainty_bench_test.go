package model

import "testing"

// BenchmarkManyDraws draws 100,000 times over five inputs of one component.
func BenchmarkManyDraws(b *testing.B) {
	e := decoded(b, "components: [{name: api, requests_per_month: 10M..80M, duration: 100ms..800ms, cpu_time: 20ms..200ms, memory: 256MiB..2GiB}]\n"+
		"platforms: {kubernetes: {target_utilization: 30%..70%}}\n")
	b.ReportAllocs()
	for b.Loop() {
		sure(EstimateUncertainty(b.Context(), e, 100_000, DefaultSeed))
	}
}

// BenchmarkUncertainty draws 10,000 times: the volume alone, which builds
// nothing anew, five inputs of one component, a system of many components, and
// what takes longer: instances that are built anew, weeks that are reshaped, and
// settings that change what is on a bill.
func BenchmarkUncertainty(b *testing.B) {
	hybrid, err := Preset("hybrid")
	if err != nil {
		b.Fatal(err)
	}
	hybrid.Components[0].Duration = Some(Amount{0.1, 0.9})
	for _, c := range []struct {
		name string
		e    *Evaluation
	}{
		{"requests", decoded(b, requestsOnly)},
		{"five", decoded(b, fiveInputs)},
		{"kubernetes", decoded(b, "components: [{name: api, requests_per_month: 10M..80M}]\nplatforms: {kubernetes: {target_utilization: 30%..70%}}\n")},
		{"hybrid", evaluate(b, hybrid)},
		{"cloud run", decoded(b, "cloud: gcp\n"+fiveInputs)},
		{"week", decoded(b, "components: [{name: api, requests_per_month: 10M..80M, peak_to_mean: 1.5..4}]\n")},
		{"settings", decoded(b, "components: [{name: api, requests_per_month: 10M..80M}]\nplatforms: {serverless: {cold_start_rate: 0.1%..2%}, kubernetes: {spot_share: 10%..40%}}\n")},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sure(EstimateUncertainty(b.Context(), c.e, DefaultDraws, DefaultSeed))
			}
		})
	}
}
