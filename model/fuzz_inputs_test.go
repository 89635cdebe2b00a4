package model

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// FuzzWeights reads files of weights into a scenario: what is read is written and
// read back, and what is not is an error that names the file.
func FuzzWeights(f *testing.F) {
	f.Add([]byte("priority: 3\n"))
	f.Add([]byte("priority: 0\nskills: 1.5 # ours\nscore: 100\n"))
	f.Add([]byte("{traffic: 0.000001, gpu: 50%}\n"))
	f.Add([]byte("priority: 1..3\npriority: 2\n"))
	f.Add([]byte("\ufeffpriority: 3\r\nwasm_caveat: ~\r\n"))
	f.Add([]byte("a: &a {priority: *a}\n"))
	base, err := scenariofile.Preset("saas-api")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, before := base.Clone(), scenariofile.Encode(base)
		if err := scenariofile.DecodeWeights("w.yaml", data, &s); err != nil {
			if !strings.HasPrefix(err.Error(), "w.yaml") || !scenariotest.Same(s, base) {
				t.Fatalf("%v, and the scenario is %s", err, scenariofile.Encode(s))
			}
			return
		}
		back, err := scenariofile.Decode("g", scenariofile.Encode(s))
		if err != nil || !scenariotest.Same(back, s) {
			t.Fatalf("%v in\n%s", err, scenariofile.Encode(s))
		}
		for _, change := range s.Weights.Changed() {
			if change.To < 0 || change.To > scenario.MostWeight || change.Text() == "" {
				t.Fatalf("%+v", change)
			}
		}
		s.Weights = base.Weights
		if !scenariotest.Same(s, base) || string(scenariofile.Encode(base)) != string(before) {
			t.Fatal("weights change more than weights")
		}
	})
}

// FuzzSweep reads series: their values ascend from the first end to the last, and
// a scenario takes all of them.
func FuzzSweep(f *testing.F) {
	f.Add("requests_per_month=10K..1B/1000")
	f.Add("components.api.duration=1ms..30d/3")
	f.Add("components[0].memory=1MiB..24TiB/7")
	f.Add("growth.monthly=0..1000%/5")
	f.Add("platforms.kubernetes.min_nodes=0..100000/100000")
	f.Add("components.a.b=c.calls.0.payload=1KiB..2KiB")
	f.Add("requests_per_month = 0.001 .. 10T / 2")
	base, err := scenariofile.Preset("saas-api")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := scenario.ParseSweep(text)
		var input *quantity.InputError
		if err != nil {
			if !errors.As(err, &input) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		values := s.Values()
		if len(values) < 2 || len(values) > scenario.SweepMost || values[0] != s.From || values[len(values)-1] != s.To ||
			!slices.IsSorted(values) || len(slices.Compact(slices.Clone(values))) != len(values) {
			t.Fatalf("%q: %d values from %v to %v: %v", text, len(values), s.From, s.To, values[:min(5, len(values))])
		}
		for _, v := range []float64{values[0], values[1], values[len(values)/2], values[len(values)-1]} {
			next, err := s.At(base, v)
			if err != nil && !errors.As(err, &input) {
				t.Fatalf("%q at %v: %v", text, v, err)
			}
			if err != nil {
				continue // The scenario has no such component.
			}
			if back, err := scenariofile.Decode("g", scenariofile.Encode(next)); err != nil || !scenariotest.Same(back, next) {
				t.Fatalf("%q at %v: %v", text, v, err)
			}
		}
	})
}
