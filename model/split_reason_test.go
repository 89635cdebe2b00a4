package model

import (
	"errors"
	"math"
	"testing"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

func TestPlacementReasons(t *testing.T) {
	t.Parallel()
	k, s, w := checklist.Kubernetes, checklist.Serverless, checklist.Wasm
	inf := math.Inf(1)
	gpu := costs.Refusal{Limit: "needs a GPU; there is none", Workaround: "GPU nodes"}
	adds := func(onK, onS, onW float64) map[checklist.Option]float64 {
		return map[checklist.Option]float64{k: onK, checklist.Containers: inf, s: onS, w: onW}
	}
	refuse := func(options ...checklist.Option) map[checklist.Option]costs.Refusal {
		refusals := map[checklist.Option]costs.Refusal{}
		for _, o := range options {
			refusals[o] = gpu
		}
		return refusals
	}
	for want, c := range map[string]split.Placement{
		"adds $4.10 a month; on serverless it would add $20.00":                                                 {Option: k, Adds: adds(4.1, 20, 30)},
		"adds $4.10 a month; on wasm it would add $30.00; serverless refuses it: it needs a GPU; there is none": {Option: k, Adds: adds(4.1, inf, 30), Refusals: refuse(s)},
		"only kubernetes takes it; containers refuse it: it needs a GPU; there is none":                         {Option: k, Adds: adds(4.1, inf, inf), Refusals: refuse(checklist.Containers, s, w)},
		"pinned to wasm; adds $30.00 a month; on kubernetes it would add $4.10":                                 {Option: w, Pinned: true, Adds: adds(4.1, 20, 30)},
		"pinned to wasm; adds $30.00 a month":                                                                   {Option: w, Pinned: true, Adds: adds(inf, inf, 30), Refusals: refuse(k, s)},
		"no platform takes it: it needs a GPU; there is none; way round: GPU nodes":                             {Adds: adds(inf, inf, inf), Refusals: refuse(k, s, w)},
		"no price: the fixed fleet of the cluster is saturated":                                                 {Option: k, Adds: adds(inf, inf, math.NaN())},
		"no price: the fixed fleet of the cluster is saturated; wasm refuses it: it needs a GPU; there is none": {Option: s, Adds: adds(math.NaN(), math.NaN(), inf), Refusals: refuse(w)},
	} {
		if got := c.WhyHere(); got != want {
			t.Errorf("reason %q, want %q", got, want)
		}
	}
}

// TestImpossiblePinIsAnInputError: the error names the key, the value, the
// component, the limit and the way round.
func TestImpossiblePinIsAnInputError(t *testing.T) {
	t.Parallel()
	c := scenariotest.Small()
	c.Traits, c.Pin = []string{"gpu"}, scenario.Some("serverless")
	_, err := Evaluate(scenario.Scenario{Components: []scenario.Component{scenariotest.Small(), c}}, scenariotest.PriceBook(t))
	var input *quantity.InputError
	if !errors.As(err, &input) {
		t.Fatalf("%v is no input error", err)
	}
	want := quantity.InputError{
		Key: "components[1].pin", Value: "serverless", Problem: "app needs a GPU; Lambda offers none",
		Allowed: "leave the pin out, pin it elsewhere, or: GPU nodes on Kubernetes; Cloud Run (L4) and Azure Container Apps have serverless GPUs",
	}
	if input.Key != want.Key || input.Value != want.Value || input.Problem != want.Problem || input.Allowed != want.Allowed {
		t.Errorf("%+v, want %+v", *input, want)
	}
}
