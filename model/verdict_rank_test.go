package model

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// TestHybridHasToPay gives hybrid and the best single platform a price and
// looks at the points for economics.
func TestHybridHasToPay(t *testing.T) {
	t.Parallel()
	inf := math.Inf(1)
	for _, c := range []struct{ single, hybrid, singlePoints, hybridPoints float64 }{
		{1000, 850, 0, -1.5},                           // $150 do not pay for a second toolchain
		{10_000, 9_500, 0, -1.5},                       // nor do 5 %, whatever they are in dollars
		{1000, 800, -1.5 * math.Log2(1000.0/800), 0},   // $200 and 20 % do
		{1000, 500, -1.5, 0},                           // half the price is one doubling
		{2000, 1800, -1.5 * math.Log2(2000.0/1800), 0}, // exactly $200 and exactly 10 %
		{0, 0, 0, -1.5},                                // nothing saves nothing
		{1000, 2000, 0, -3},                            // pins may make a split dearer: a doubling and the toolchain
		{inf, 5000, 0, 0},                              // where nothing else is possible nothing has to be saved
	} {
		list := []Ranked{
			{Option: checklist.Kubernetes, MonthlyUSD: c.single, Feasible: !math.IsInf(c.single, 1)},
			{Option: checklist.Hybrid, MonthlyUSD: c.hybrid, Feasible: true},
		}
		(&Evaluation{}).economics(list)
		if math.Abs(list[0].Economics-c.singlePoints) > 1e-12 || math.Abs(list[1].Economics-c.hybridPoints) > 1e-12 {
			t.Errorf("%v alone and %v split give %v and %v points, want %v and %v",
				c.single, c.hybrid, list[0].Economics, list[1].Economics, c.singlePoints, c.hybridPoints)
		}
	}
}

func TestPeopleCountWhereIncluded(t *testing.T) {
	t.Parallel()
	list := []Ranked{
		{Option: checklist.Kubernetes, MonthlyUSD: 500, PeopleUSD: 3500, Feasible: true},
		{Option: checklist.Serverless, MonthlyUSD: 1000, Feasible: true},
		{Option: checklist.Hybrid},
	}
	e := &Evaluation{}
	e.economics(list)
	if list[0].Economics != 0 || list[1].Economics != -1.5 {
		t.Errorf("without people: %+v", list)
	}
	e.Resolved.IncludePeople = true // $4,000 against $1,000 are two doublings
	e.economics(list)
	if list[0].Economics != -3 || list[1].Economics != 0 {
		t.Errorf("with people: %+v", list)
	}
}

// TestASplitWithoutAPriceIsImpossible: both pins are allowed, but no fleet
// carries the one on Kubernetes, so nobody may recommend that split.
func TestASplitWithoutAPriceIsImpossible(t *testing.T) {
	t.Parallel()
	e := evaluate(t, scenariotest.Saturated())
	if e.Verdict.Recommendation != "" || e.Verdict.Confidence != 0 {
		t.Fatalf("recommended: %s with %v", e.Verdict.Recommendation, e.Verdict.Confidence)
	}
	text := strings.Join(e.Reasons(), "\n")
	for _, want := range []string{
		"No option can run this system as it is described.",
		"hybrid: what has to run on the cluster saturates its fixed fleet; way round: more nodes, or nodes: auto.",
		"serverless: core is pinned to kubernetes; way round: leave the pin out.",
		"wasm: core needs 512 MiB",
		"kubernetes: 1 × c5.xlarge saturates at ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("nobody says %q, but\n%s", want, text)
		}
	}
	for _, p := range e.Split.Placements {
		if !strings.Contains(p.Reason, "the fixed fleet of the cluster is saturated") {
			t.Errorf("%s: %q", p.Component, p.Reason)
		}
	}
}

func TestImpossibleHybridNamesTheComponent(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{Components: []scenario.Component{scenariotest.Small(), {
		Name: "render", Requests: scenario.Some(quantity.Exactly(1e3)), Duration: scenario.Some(quantity.Exactly(0.1)), Memory: scenario.Some(quantity.Exactly(64)), Traits: []string{"gpu"},
	}}}
	s.Kubernetes.Kind = scenario.Some("eks-fargate") // has none
	e := evaluate(t, s)
	for _, r := range e.Verdict.Ranking {
		if r.Feasible || !strings.Contains(r.Why, "render") || !strings.Contains(r.Why, "GPU") || !strings.Contains(r.Why, "way round: ") {
			t.Errorf("%s: possible %v, %q", r.Option, r.Feasible, r.Why)
		}
	}
}

// TestAnsweringForAnOption: one more answer that leans to an option never
// lowers its points, and the same question left open never gives a verdict more
// confidence than an answer that speaks for it or for nobody. The components
// are given with all that an answer could change of them.
func TestAnsweringForAnOption(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 3)
		scenariotest.DrawAnswers(t, &s)
		q := rapid.SampledFrom(scenariotest.AllQuestions()).Draw(t, "question")
		c := rapid.SampledFrom(q.Choices).Draw(t, "choice")
		before, after := s.Clone(), s.Clone()
		before.Answers = s.Answers.With(q.ID, checklist.Answer{})
		after.Answers = s.Answers.With(q.ID, checklist.Choose(c.ID))
		open, err := Decide(before, b)
		if err != nil {
			t.Skip(err)
		}
		said, err := Decide(after, b)
		if err != nil {
			t.Fatal(err)
		}
		forUs := len(c.Leans) == 0
		for _, option := range c.Leans {
			forUs = forUs || len(c.Leans) == 1 && option == open.Verdict.Recommendation
			if was, is := rankedAs(open, option), rankedAs(said, option); is.Points < was.Points-1e-9 || is.Feasible != was.Feasible {
				t.Fatalf("%s: %s leaves %s at %+v, it was at %+v", q.ID, c.ID, option, is, was)
			}
		}
		if forUs && open.Verdict.Confidence > said.Verdict.Confidence+1e-9 {
			t.Fatalf("%s left open gives %v, answered by %s %v", q.ID, open.Verdict.Confidence, c.ID, said.Verdict.Confidence)
		}
	})
}

func rankedAs(e *Evaluation, o checklist.Option) Ranked {
	for _, r := range e.Verdict.Ranking {
		if r.Option == o {
			return r
		}
	}
	return Ranked{}
}
