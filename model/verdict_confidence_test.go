package model

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

func TestConfidenceByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ margin, open, want float64 }{
		{0, 1.5, 0.5},                     // level, but for what is told of open points
		{1.5, 0, math.E / (1 + math.E)},   // one spread: the odds are e to 1
		{3, 4.5, 0.5},                     // all of the margin could still go
		{0, 4.5, 1 / (1 + math.E)},        // and more than it
		{20, 0, 1 / (1 + math.Exp(-3.5))}, // no more than a clear win
		{clearWin, 10.5, 0.5},             // not even that stands against so many open points
	} {
		if got := confidenceOf(c.margin, c.open); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("confidenceOf(%v, %v) = %v, want %v", c.margin, c.open, got, c.want)
		}
	}
}

// TestConfidenceProperties: a nearer tie and a further open point never raise
// it, and it is a probability.
func TestConfidenceProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		margin, open := rapid.Float64Range(0, 1e3).Draw(t, "margin"), rapid.Float64Range(0, 1e3).Draw(t, "open")
		now := confidenceOf(margin, open)
		if now < 0 || now >= 1 || math.IsNaN(now) {
			t.Fatalf("%v", now)
		}
		if closer := margin * rapid.Float64Range(0, 1).Draw(t, "closer"); confidenceOf(closer, open) > now {
			t.Fatalf("a margin of %v gives more than one of %v", closer, margin)
		}
		if more := open + rapid.Float64Range(0, 10).Draw(t, "more"); confidenceOf(margin, more) > now {
			t.Fatalf("%v open points give more than %v", more, open)
		}
	})
}

// TestOpenQuestionsNeverRaiseConfidence: what the evidence gains by forgetting
// an answer is never more than what the open question takes. The components
// are described, so that the answer changes no cost and no limit, and the
// factors given, so that it changes no score; the small team, which counts
// once, is left out.
func TestOpenQuestionsNeverRaiseConfidence(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 3)
		s.Factors = allFactors()
		scenariotest.DrawAnswers(t, &s)
		id := rapid.SampledFrom([]string{
			checklist.KeyTraffic, checklist.KeyPersistentConnections, checklist.KeyLongestTask, checklist.KeyGPU, checklist.KeyCompliance,
		}).Draw(t, "forgotten")
		if !s.Answers.Get(id).Answered() {
			t.Skip("nothing to forget")
		}
		said, err := Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		s.Answers = s.Answers.With(id, checklist.Answer{})
		forgot, err := Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		if forgot.Verdict.Recommendation != said.Verdict.Recommendation {
			t.Skip("another verdict has another confidence")
		}
		if forgot.Verdict.Confidence > said.Verdict.Confidence+1e-9 {
			t.Fatalf("with %s open the confidence rises from %v to %v", id, said.Verdict.Confidence, forgot.Verdict.Confidence)
		}
	})
}

// TestFollowUpsLiftLimits: a limit that a follow-up can lift keeps functions
// away from a system that is not described further only once that one says so;
// until then the ledger takes a point for what is assumed.
func TestFollowUpsLiftLimits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ question, choice, followUp, lifts, keeps string }{
		{"persistent_connections", "yes", "terminates", "gateway", "process"},
		{"longest_task", "over-15m", "divisible", "yes", "no"},
	} {
		for _, say := range []struct {
			answer   string
			possible bool
			assumed  float64
		}{{"", true, -1}, {c.keeps, false, 0}, {c.lifts, true, 0}} {
			s := scenariotest.Answered(c.question, c.choice)
			s.Answers = s.Answers.With(c.followUp, checklist.Choose(say.answer))
			e := evaluate(t, s)
			assumed := 0.0
			for _, l := range e.Verdict.Ledger {
				if l.ID == scenario.KeyAssumed {
					assumed = l.Points[checklist.Serverless]
				}
			}
			if r := rankedAs(e, checklist.Serverless); r.Feasible != say.possible || assumed != say.assumed {
				t.Errorf("%s, %s %q: possible %v, assumed %v", c.question, c.followUp, say.answer, r.Feasible, assumed)
			}
		}
	}
}
