package search

import (
	"context"
	"errors"
	"testing"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/split"
)

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
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		f.Fatal(err)
	}
	e, err := model.Evaluate(s, book)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, key, text string) {
		ctx := context.Background()
		goal, err := ParseGoal(e, text)
		var input *quantity.InputError
		if err != nil {
			if !errors.As(err, &input) || input.Key != "goal" {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		sought, err := Seek(e, ctx, key, goal)
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
			case goal.holds(found.Scenario, split.NewEffort(ctx, split.FlipWork)) == sought.Holds:
				t.Fatalf("%q until %q: %v changes nothing", key, text, found.Value)
			}
		}
	})
}
