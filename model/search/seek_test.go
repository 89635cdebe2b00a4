package search

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

func evaluated(t *testing.T, sets ...string) *model.Evaluation {
	t.Helper()
	s, err := scenariofile.Decode("seek.yaml", []byte(`
runwhere: 1
components:
- {name: api, requests_per_month: 1M, duration: 100ms, memory: 128MiB, function_memory: 128MiB, measured_at: 128MiB, response: 0KiB}
platforms:
  serverless: {front_door: none, logs: none, public_ipv4: false, nat_gateways: 0}
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range sets {
		if s, err = scenario.Set(s, set); err != nil {
			t.Fatal(err)
		}
	}
	e, err := model.Evaluate(s, scenariotest.PriceBook(t))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestSeekAnAmountByHand: a million requests cost $0.20 and 1,000,000 × 0.1 s ×
// 0.125 GiB × $0.0000166667 = $0.2083, so $100 are passed at 244.9M requests
// and 245M is the first value of three digits above.
func TestSeekAnAmountByHand(t *testing.T) {
	t.Parallel()
	e := evaluated(t)
	goal, err := ParseGoal(e, "lambda > $100")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Seek(e, t.Context(), "requests_per_month", goal)
	if err != nil {
		t.Fatal(err)
	}
	if s.Holds || s.Below != nil || s.Above == nil || s.Above.Value != 245e6 || s.Nearest() != s.Above {
		t.Fatalf("sought %+v", s)
	}
	if got, _ := s.Above.Scenario.Components[0].Requests.Get(); got.Value() != 245e6 {
		t.Fatalf("the scenario that was found has %v requests", got)
	}
}

// TestSeekWholeAndZero: a whole field is searched by whole values, and one
// that is zero today is searched upwards.
func TestSeekWholeAndZero(t *testing.T) {
	t.Parallel()
	e := evaluated(t)
	goal, err := ParseGoal(e, "lambda>$50")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Seek(e, t.Context(), "platforms.serverless.provisioned_concurrency", goal)
	if err != nil {
		t.Fatal(err)
	}
	if s.Today != 0 || s.Below != nil || s.Above == nil || s.Above.Value != math.Trunc(s.Above.Value) {
		t.Fatalf("sought %+v", s)
	}
	for v := 1.0; v <= s.Above.Value; v++ {
		there := evaluated(t, "platforms.serverless.provisioned_concurrency="+quantity.FormatNumber(v))
		if over := there.Curves[2].Cost(1e6) > 50; over != (v == s.Above.Value) {
			t.Fatalf("%v kept warm cost %v, found %v", v, there.Curves[2].Cost(1e6), s.Above.Value)
		}
	}
}

// TestSoughtValuesChangeTheGoal: at the found value, on its side of today's,
// the goal has changed. That nothing does before it is what the flips' test
// shows of the same search.
func TestSoughtValuesChangeTheGoal(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, err := model.Evaluate(scenariotest.DrawScenario(t, 1), b)
		if err != nil {
			t.Skip(err)
		}
		goal, err := ParseGoal(e, rapid.SampledFrom([]string{"changes", "serverless", "lambda<eks", "kubernetes>$300", "wasm<serverless"}).Draw(t, "goal"))
		if err != nil {
			t.Skip(err) // another platform stands for the option
		}
		key := rapid.SampledFrom([]string{"requests_per_month", "components[0].duration", "platforms.kubernetes.target_utilization", "platforms.kubernetes.min_nodes"}).Draw(t, "key")
		s, err := Seek(e, t.Context(), key, goal)
		if err != nil {
			t.Fatal(err)
		}
		for side, found := range map[float64]*Found{-1: s.Below, 1: s.Above} {
			if found == nil {
				continue
			}
			if (found.Value-s.Today)*side <= 0 || goal.holds(found.Scenario, split.NewEffort(t.Context(), split.FlipWork)) == s.Holds {
				t.Fatalf("%s of %v at %v: the goal does not change", key, s.Today, found.Value)
			}
		}
	})
}

// TestWhatHasNoBillIsAboveNoAmount: one node of a fixed fleet cannot carry the
// load; that makes Lambda the cheaper one and no bill of over a thousand.
func TestWhatHasNoBillIsAboveNoAmount(t *testing.T) {
	t.Parallel()
	e := evaluated(t, "requests_per_month=1B", "platforms.kubernetes.nodes=1")
	for goal, want := range map[string]bool{"eks>$1000": false, "eks<$1000": false, "lambda<eks": true, "eks>lambda": true} {
		g, err := ParseGoal(e, goal)
		if err != nil {
			t.Fatal(err)
		}
		if got := g.holds(e.Scenario, split.NewEffort(t.Context(), split.FlipWork)); got != want {
			t.Errorf("%s: %v", goal, got)
		}
	}
}

func TestSeekAndGoalErrors(t *testing.T) {
	t.Parallel()
	e := evaluated(t)
	for _, text := range []string{"", "cheap", "lambda<", "<lambda", "lambda<azure", "lambda<1..2", "eks<lambda<wasm"} {
		var wrong *quantity.InputError
		if _, err := ParseGoal(e, text); !errors.As(err, &wrong) || wrong.Allowed == "" {
			t.Errorf("%q: %v", text, err)
		}
	}
	goal, _ := ParseGoal(e, "changes")
	if s, err := Seek(evaluated(t, "platforms.kubernetes.nodes=3"), t.Context(), "platforms.kubernetes.nodes", goal); err != nil || s.Today != 3 {
		t.Errorf("a fleet of three: %+v, %v", s, err)
	}
	for _, key := range []string{"nonsense", "platforms.kubernetes.nodes", "checklist.traffic", "region", "checklist.engineers"} {
		var wrong *quantity.InputError
		if _, err := Seek(e, t.Context(), key, goal); !errors.As(err, &wrong) || wrong.Allowed == "" {
			t.Errorf("%s: %v", key, err)
		}
	}
}
