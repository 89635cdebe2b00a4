package backtest

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

// decided is a case of which only the confidence and whether it was right
// matter.
func decided(confidence float64, right bool) Decided {
	d := Decided{Case: Case{Accept: []checklist.Option{checklist.Wasm}}, Said: []checklist.Option{checklist.Hybrid}, Confidence: confidence}
	if right {
		d.Said[0] = checklist.Wasm
	}
	return d
}

func TestBrierByHand(t *testing.T) {
	t.Parallel()
	cases := []Decided{decided(0.8, true), decided(0.6, false)}
	own := func(_ int, confidence float64) float64 { return confidence }
	if got, want := brier(cases, own), (0.04+0.36)/2; math.Abs(got-want) > 1e-12 {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestFitFindsTheRule: of a hundred cases at 80 % of which half were right the
// likeliest confidence is a half, and the case left out is not looked at.
func TestFitFindsTheRule(t *testing.T) {
	t.Parallel()
	var cases []Decided
	for i := range 100 {
		cases = append(cases, decided(0.8, i%2 == 0))
	}
	for _, fixed := range []bool{true, false} {
		if got := fit(cases, -1, fixed).of(0.8); math.Abs(got-0.5) > 0.02 {
			t.Errorf("fixed slope %v: %v", fixed, got)
		}
		without := fit(cases, 7, fixed)
		cases[7] = decided(0.01, true)
		if again := fit(cases, 7, fixed); again != without {
			t.Errorf("the case left out changes the fit from %+v to %+v", without, again)
		}
		cases[7] = decided(0.8, false)
	}
}

// TestLogisticKeepsTheOrder: no rule that can be fitted swaps two confidences.
func TestLogisticKeepsTheOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rule := logistic{rapid.Float64Range(0, steepest).Draw(t, "slope"), rapid.Float64Range(-furthest, furthest).Draw(t, "shift")}
		a := rapid.Float64Range(0.01, 0.99).Draw(t, "a")
		b := rapid.Float64Range(a, 0.99).Draw(t, "b")
		if rule.of(a) > rule.of(b)+1e-12 || rule.of(b) > 1 || rule.of(a) < 0 {
			t.Fatalf("%+v: %v becomes %v, %v becomes %v", rule, a, rule.of(a), b, rule.of(b))
		}
	})
}

// TestBestScaleLeavesTheCaseOut: the second scale is right on two cases and the
// first on one, but without the case that makes the difference they are level,
// and the program's own comes first.
func TestBestScaleLeavesTheCaseOut(t *testing.T) {
	t.Parallel()
	hits := [][]bool{{true, false}, {true, true}}
	if bestScale(hits, 0) != 1 || bestScale(hits, 1) != 0 {
		t.Errorf("%d %d", bestScale(hits, 0), bestScale(hits, 1))
	}
}

// TestBayesLearnsFromTheOthers: with two cases of each kind an answer that only
// one outcome has shown decides, and the case's own outcome is not looked at.
func TestBayesLearnsFromTheOthers(t *testing.T) {
	t.Parallel()
	var cases []Decided
	for _, c := range []struct {
		outcome checklist.Option
		answer  string
	}{{"kubernetes", "full-control"}, {"kubernetes", "full-control"}, {"serverless", "ship-fast"}, {"serverless", "ship-fast"}, {"wasm", "ship-fast"}} {
		d := Decided{Case: Case{Accept: []checklist.Option{c.outcome}}}
		d.Scenario.Answers = d.Scenario.Answers.With(checklist.KeyPriority, checklist.Choose(c.answer))
		cases = append(cases, d)
	}
	for i, want := range []checklist.Option{"kubernetes", "kubernetes", "serverless", "serverless", "serverless"} {
		if got := bayes(cases, i); got != want {
			t.Errorf("case %d: %s, want %s", i, got, want)
		}
	}
}

// TestFollowUpsOfACase: what a case states beyond the ten questions is read,
// silence stays silence, and an unknown key is named.
func TestFollowUpsOfACase(t *testing.T) {
	t.Parallel()
	cases, err := Parse("x.yaml", []byte("- {id: a, accept: [hybrid], followup: {terminates: {value: gateway, basis: stated}, cached: {value: true}, parts: {value: unknown}}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	a := cases[0].Scenario.Answers
	if a.Get(checklist.KeyTerminates).Choice() != checklist.Gateway || a.Get(checklist.KeyCached).Choice() != checklist.Yes || a.Get(checklist.KeyParts).Answered() {
		t.Errorf("%+v", a)
	}
	if _, err := Parse("x.yaml", []byte("- {id: a, accept: [hybrid], followup: {cache: {value: true}}}\n")); err == nil || err.Error() != "x.yaml: case 1 a: followup.cache: unknown key" {
		t.Error(err)
	}
}

// TestOneCaseTeachesNothing: leave-one-out of one case has nothing to learn
// from, and says no score.
func TestOneCaseTeachesNothing(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run([]Case{{ID: "a", Accept: []checklist.Option{checklist.Serverless}}}, book)
	if err != nil {
		t.Fatal(err)
	}
	if text := string(r.Text()); strings.Contains(text, "NaN") || strings.Contains(text, "leave-one-out (") {
		t.Error(text)
	}
}
