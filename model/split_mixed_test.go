package model

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

// TestMixedIsFound: a placement on more than one platform is found exactly
// where one runs, and costs what it is said to and never less than the cheapest
// of all.
func TestMixedIsFound(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, err := Decide(scenariotest.DrawConnected(t, 4), b)
		if err != nil {
			t.Skip(err)
		}
		p, err := e.NewSolver()
		if err != nil {
			t.Fatal(err)
		}
		least := leastMixed(e, p)
		switch {
		case e.Mixed == nil:
			if !math.IsInf(least, 1) && e.Split.Feasible {
				t.Fatalf("nothing mixed is found, and one costs %v", least)
			}
			return
		case !e.Mixed.Mixed():
			t.Fatalf("%v is on one platform", e.Mixed.Options())
		case e.Mixed.USD < least-1e-6*least || e.Mixed.USD < e.Split.USD-1e-6:
			t.Fatalf("%v costs %v, and nothing mixed less than %v", e.Mixed.Options(), e.Mixed.USD, least)
		}
		if usd := slowCost(e, split.Indices(e.Mixed.Options())); !scenariotest.Near(usd, e.Mixed.USD) {
			t.Fatalf("%v costs %v, by hand %v", e.Mixed.Options(), e.Mixed.USD, usd)
		}
	})
}

// leastMixed tries every placement on more than one platform.
func leastMixed(e *Evaluation, p *split.Solver) float64 {
	least := math.Inf(1)
	at := make([]int, len(p.Allowed))
	var try func(i int)
	try = func(i int) {
		if i == len(at) {
			if slices.ContainsFunc(at, func(o int) bool { return o != at[0] }) {
				least = math.Min(least, slowCost(e, at))
			}
			return
		}
		for o, allowed := range p.Allowed[i] {
			if allowed {
				at[i] = o
				try(i + 1)
			}
		}
	}
	try(0)
	return least
}

// TestPeopleMakeNothingImpossible: whether people are counted, and whether
// anybody gave them, changes what an option costs and never whether it is one.
func TestPeopleMakeNothingImpossible(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawConnected(t, 4)
		scenariotest.DrawAnswers(t, &s)
		if rapid.IntRange(0, 3).Draw(t, "nothing described") == 0 {
			s.Components = nil
		}
		possible := func(include, given bool) map[checklist.Option]bool {
			s.People = scenario.People{Include: scenario.Some(include)}
			if given {
				for _, option := range checklist.Placeable {
					f, _ := scenario.FieldOf(paths.PeopleLine(option, "training"))
					if err := f.SetAmount(&s, scenario.At{}, quantity.Exactly(7000)); err != nil {
						t.Fatal(err)
					}
				}
			}
			e, err := Decide(s, b)
			if err != nil {
				t.Skip(err)
			}
			found := map[checklist.Option]bool{}
			for _, r := range e.Verdict.Ranking {
				found[r.Option] = r.Feasible
			}
			return found
		}
		want := possible(false, false)
		for _, c := range []struct{ include, given bool }{{true, false}, {true, true}, {false, true}} {
			for option, is := range possible(c.include, c.given) {
				if is != want[option] {
					t.Fatalf("with people %+v %s is possible: %v, without them: %v", c, option, is, want[option])
				}
			}
		}
	})
}

// TestPeopleOfTheGuidesHybrid: $1,041 against $1,437 speak for the mix; with
// the people of a cluster and at least one further toolchain, 16,500 and 2,300,
// one cluster is cheaper, and the mix is possible still.
func TestPeopleOfTheGuidesHybrid(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	if v := evaluate(t, s).Verdict; v.Recommendation != checklist.Hybrid {
		t.Errorf("on the bill the verdict is %s", v.Recommendation)
	}
	s.People.Include = scenario.Some(true)
	v := evaluate(t, s).Verdict
	if v.Recommendation != checklist.Kubernetes {
		t.Errorf("with people the verdict is %s", v.Recommendation)
	}
	h := v.Ranking[1]
	if h.Option != checklist.Hybrid || !h.Feasible || !h.Dearer || h.PeopleUSD != 16500+2300 || h.MonthlyUSD >= v.Ranking[0].MonthlyUSD {
		t.Errorf("%+v", h)
	}
	if next := v.Rival(); next == nil || next.Option != checklist.Hybrid || v.Confidence > 0.9 {
		t.Errorf("%+v is next to a confidence of %v", next, v.Confidence)
	}
}

// TestOnePartIsNoHybrid: a single component that is described is one part,
// whatever is said of parts and whatever it is.
func TestOnePartIsNoHybrid(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 1)
		scenariotest.DrawAnswers(t, &s)
		e, err := Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		h := e.RankOf(checklist.Hybrid)
		if h.Feasible || h.Why == "" || e.Verdict.Recommendation == checklist.Hybrid {
			t.Fatalf("one part: %+v", h)
		}
	})
}

// TestTwoHalvesAreNoHybrid: a system that is written down as two identical
// halves, or with a part beside it that next to nobody asks for, is the system
// that it was: no hybrid, and on the side that it was on. Which form of containers
// is the cheaper one may change, as each component has replicas of its own.
func TestTwoHalvesAreNoHybrid(t *testing.T) {
	t.Parallel()
	for name, answers := range map[string][]string{
		"steady": {"traffic", "steady", "platform_team", "yes"},
		"spiky":  {"traffic", "spiky", "platform_team", "no"},
	} {
		whole := scenariotest.Answered(answers...)
		whole.Components = []scenario.Component{scenariotest.Small()}
		whole.Components[0].Requests = scenario.Some(quantity.Exactly(80e6))
		halves, trivial := whole, whole
		half := whole.Components[0]
		half.Requests = scenario.Some(quantity.Exactly(40e6))
		other := half
		other.Name = "twin"
		halves.Components = []scenario.Component{half, other}
		beside := whole.Components[0]
		beside.Name, beside.Requests = "beside", scenario.Some(quantity.Exactly(10))
		trivial.Components = []scenario.Component{whole.Components[0], beside}
		want := evaluate(t, whole).Verdict
		for of, s := range map[string]scenario.Scenario{"two halves": halves, "a trivial part": trivial} {
			v := evaluate(t, s).Verdict
			if v.Recommendation.Side() != want.Recommendation.Side() || v.Recommendation == want.Recommendation && math.Abs(v.Confidence-want.Confidence) > 0.06 {
				t.Errorf("%s, %s: %s at %.2f, as a whole %s at %.2f", name, of, v.Recommendation, v.Confidence, want.Recommendation, want.Confidence)
			}
		}
	}
}
