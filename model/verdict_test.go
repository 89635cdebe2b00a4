package model

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

func TestNothingAnsweredIsAnAnswerToo(t *testing.T) {
	t.Parallel()
	e := evaluate(t, scenario.Scenario{})
	if e.Verdict.Recommendation == "" || len(e.Verdict.Ranking) != len(checklist.Options) {
		t.Fatalf("no verdict without answers: %+v", e.Verdict)
	}
	if e.Verdict.Confidence > 0.5 {
		t.Errorf("ten open questions and a confidence of %v", e.Verdict.Confidence)
	}
}

func TestSmallTeamIsCountedOnce(t *testing.T) {
	t.Parallel()
	e := evaluate(t, scenariotest.Answered("engineers", "under-5", "platform_team", "no", "requests_per_month", "under-30M"))
	sum := 0.0
	for _, l := range e.Verdict.Ledger {
		if slices.Contains([]string{"engineers", "platform_team", "requests_per_month"}, l.ID) {
			sum += l.Points[checklist.Serverless]
		}
	}
	if sum != scenario.SmallTeamCap {
		t.Errorf("the three faces of a small team count %v, want %v", sum, scenario.SmallTeamCap)
	}
}

func TestConstraintsComeFirst(t *testing.T) {
	t.Parallel()
	// A GPU speaks for itself: Lambda and Workers have none, so whatever the
	// other answers lean to only Kubernetes is possible where all parts need it.
	e := evaluate(t, scenariotest.Answered("gpu", "yes", "priority", "ship-fast", "traffic", "spiky", "engineers", "under-5", "platform_team", "no", "parts", "alike"))
	if got := e.Verdict.Recommendation; got != checklist.Kubernetes {
		t.Fatalf("with a GPU the verdict is %s", got)
	}
	for _, r := range e.Verdict.Ranking {
		if r.Option != checklist.Kubernetes && (r.Feasible || r.Why == "") {
			t.Errorf("%s is possible, or nobody says why not: %+v", r.Option, r)
		}
	}
}

func TestCostPointsByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ usd, least, want float64 }{
		{500, 500, 0},
		{1000, 500, -1.5},     // one doubling of large money
		{1400, 700, -1.5},     // whatever it doubles
		{2000, 500, -3},       // two are the cap
		{1e6, 500, -3},        // and more than two no more
		{20, 10, -1.5 * 0.10}, // one doubling, but ten dollars are a tenth of small money
		{50, 0, -3 * 0.5},     // against nothing every cost is the cap, half of it for half the money
	} {
		if got := costPoints(c.usd, c.least); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("costPoints(%v, %v) = %v, want %v", c.usd, c.least, got, c.want)
		}
	}
}

func TestRankingProperties(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 4)
		for _, q := range checklist.Questions {
			if k := rapid.IntRange(-1, len(q.Choices)-1).Draw(t, q.ID); k >= 0 {
				s.Answers = s.Answers.With(q.ID, checklist.Choose(q.Choices[k].ID))
			}
		}
		e, err := Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		v := &e.Verdict
		seen := map[checklist.Option]bool{}
		for i, r := range v.Ranking {
			seen[r.Option] = true
			if math.IsNaN(r.Points) || r.Feasible && (math.IsInf(r.Points, 0) || math.IsInf(r.MonthlyUSD, 0) != (e.NoFigure(r.Option) != "")) {
				t.Fatalf("points or cost of %+v", r)
			}
			if i > 0 && r.Feasible && (!v.Ranking[i-1].Feasible || v.Ranking[i-1].Points < r.Points) {
				t.Fatalf("the ranking is out of order: %+v", v.Ranking)
			}
			if r.Option == v.Recommendation && !r.Feasible {
				t.Fatalf("an impossible option is recommended: %+v", r)
			}
		}
		if len(seen) != len(checklist.Options) {
			t.Fatalf("not every option is ranked once: %+v", v.Ranking)
		}
		if v.Recommendation != "" && (v.Confidence <= 0 || v.Confidence >= 1) {
			t.Fatalf("confidence %v", v.Confidence)
		}
		for _, sentence := range append(e.Reasons(), e.Split.Placements[0].Reason) {
			if sentence == "" {
				t.Fatal("an empty reason")
			}
		}
	})
}

func TestMoneyIsReadable(t *testing.T) {
	t.Parallel()
	for want, v := range map[string]float64{
		"$0": 0, "$0.083": 0.0833, "$0.0000031": 0.0000031, "$4.10": 4.1, "$99.99": 99.99, "$459": 459.2, "$1,340": 1340, "—": math.Inf(1), "-$5.00": -5,
	} {
		if got := quantity.Money(v); got != want {
			t.Errorf("Money(%v) = %s, want %s", v, got, want)
		}
	}
}
