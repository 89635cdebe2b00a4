package model

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
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
	base, err := Preset("saas-api")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, before := base.Clone(), Encode(base)
		if err := DecodeWeights("w.yaml", data, &s); err != nil {
			if !strings.HasPrefix(err.Error(), "w.yaml") || !reflect.DeepEqual(s, base) {
				t.Fatalf("%v, and the scenario is %s", err, Encode(s))
			}
			return
		}
		back, err := Decode("g", Encode(s))
		if err != nil || !reflect.DeepEqual(back, s) {
			t.Fatalf("%v in\n%s", err, Encode(s))
		}
		for _, change := range s.Weights.Changed() {
			if change.To < 0 || change.To > mostWeight || change.Text() == "" {
				t.Fatalf("%+v", change)
			}
		}
		s.Weights = base.Weights
		if !reflect.DeepEqual(s, base) || string(Encode(base)) != string(before) {
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
	base, err := Preset("saas-api")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ParseSweep(text)
		var input *InputError
		if err != nil {
			if !errors.As(err, &input) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		values := s.Values()
		if len(values) < 2 || len(values) > sweepMost || values[0] != s.From || values[len(values)-1] != s.To ||
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
			if back, err := Decode("g", Encode(next)); err != nil || !reflect.DeepEqual(back, next) {
				t.Fatalf("%q at %v: %v", text, v, err)
			}
		}
	})
}

// FuzzSeek reads goals and searches for the values at which they are met: what is
// found meets the goal or breaks it, and today's value does the other.
func FuzzSeek(f *testing.F) {
	for _, goal := range []string{"changes", "serverless", "hybrid", "eks<lambda", "lambda > $500", "kubernetes<1e3", "$0<$1", "wasm<wasm", "lambda<$0.5..$7", "<", "a<b>c"} {
		f.Add("requests_per_month", goal)
	}
	f.Add("components.service.duration", "eks<lambda")
	f.Add("components[0].memory", "lambda>$800")
	f.Add("platforms.kubernetes.nodes", "changes")
	f.Add("growth.monthly", "kubernetes")
	book, err := pricebook.Embedded()
	if err != nil {
		f.Fatal(err)
	}
	s, err := Preset("scenario-b")
	if err != nil {
		f.Fatal(err)
	}
	e, err := Evaluate(s, book)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, key, text string) {
		ctx := context.Background()
		goal, err := e.ParseGoal(text)
		var input *InputError
		if err != nil {
			if !errors.As(err, &input) || input.Key != "goal" {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		sought, err := e.Seek(ctx, key, goal)
		if err != nil {
			if !errors.As(err, &input) {
				t.Fatalf("%q until %q: %v", key, text, err)
			}
			return
		}
		for side, found := range map[int]*Found{-1: sought.Below, 1: sought.Above} {
			switch {
			case found == nil:
				continue
			case (found.Value-sought.Today)*float64(side) <= 0 || found.Value < sought.Least || found.Value > sought.Most:
				t.Fatalf("%q until %q: %v is on the wrong side of %v, or outside %v to %v", key, text, found.Value, sought.Today, sought.Least, sought.Most)
			case goal.holds(found.Scenario, newEffort(ctx, flipWork)) == sought.Holds:
				t.Fatalf("%q until %q: %v changes nothing", key, text, found.Value)
			}
		}
	})
}
