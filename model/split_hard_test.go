package model

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
	"runwhere/model/hardtest"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

// twoPools puts clusters on two sides.
func twoPools(t *rapid.T, s *scenario.Scenario) {
	pair := rapid.SampledFrom([][2]string{{"eks", "spinkube"}, {"eks", "wasmcloud"}, {"gke", "spinkube"}, {"aks", "wasmcloud"}}).Draw(t, "pools")
	s.Kubernetes.Kind, s.Wasm.Kind = scenario.Some(pair[0]), scenario.Some(pair[1])
	s.Kubernetes.Node = scenario.Some(pricebook.AutoNode)
	if pair[0] == "aks" {
		s.Cloud = scenario.Some(pricebook.Azure)
	}
	if pair[0] == "gke" {
		s.Cloud = scenario.Some(pricebook.GCP)
	}
}

// TestTwoPoolsByBruteForce: with nodes on two sides the split is the cheapest of
// all placements still, and the bound of a search that is cut short lies below
// it.
func TestTwoPoolsByBruteForce(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawConnected(t, rapid.SampledFrom([]int{4, 5, 6}).Draw(t, "most"))
		twoPools(t, &s)
		e, err := Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		p, err := e.NewSolver()
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Allowed) <= split.FewComponents || p.Pools[0].Staircase() == nil || p.Pools[3].Staircase() == nil {
			t.Skip("it is not bounded with nodes on two sides")
		}
		least, _ := bruteForce(e, p, nil)
		if best := p.Solve(t.Context()); !best.Optimal || !same(p.Cost(best.At), least) || !same(best.Bound, least) {
			t.Fatalf("the split costs %v and no less than %v, the best placement %v", best.Usd, best.Bound, least)
		}
		short := p.NewSearch(split.NewEffort(t.Context(), float64(rapid.IntRange(1, 200_000).Draw(t, "figures")))).Run()
		if short.Bound > least && !same(short.Bound, least) || short.Optimal && !same(p.Cost(short.At), least) {
			t.Fatalf("cut short: %+v, the best placement costs %v", short, least)
		}
	})
}

// TestHardSystemsAreProven: the bound prunes where two options have nodes. What
// it took before was 2 million placements and no proof.
func TestHardSystemsAreProven(t *testing.T) {
	t.Parallel()
	for _, name := range hardtest.HardNames {
		_, p := solverOf(t, hardtest.Hard(t, name), scenariotest.PriceBook(t))
		work := split.NewEffort(t.Context(), split.SplitWork)
		found := p.NewSearch(work).Run()
		if used := split.SplitWork - work.Left; !found.Optimal || used > split.SplitWork/10 {
			t.Errorf("%s: proven %v after %d of %.0f figures", name, found.Optimal, used, split.SplitWork)
		}
	}
}

// TestTheWorkOfAnEvaluationIsBounded: of systems of many kinds no search takes
// more than its part, and what is left unproven has a bound that no placement
// that was found undercuts.
func TestTheWorkOfAnEvaluationIsBounded(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := hardtest.Inventory(rapid.IntRange(4, 60).Draw(t, "components"), rapid.IntRange(0, 200).Draw(t, "calls"), rapid.Uint64().Draw(t, "seed"))
		twoPools(t, &s)
		e, err := Unplaced(s, b)
		if err != nil {
			t.Skip(err)
		}
		p, err := e.NewSolver()
		if err != nil {
			t.Fatal(err)
		}
		figures := rapid.IntRange(0, 3_000_000).Draw(t, "figures")
		work := split.NewEffort(t.Context(), float64(figures))
		found := p.NewSearch(work).Run()
		if work.Left < 0 || work.Left > figures {
			t.Fatalf("%d figures are left of %d", work.Left, figures)
		}
		if found.Bound > found.Usd || found.Bound < 0 || found.Optimal && !same(found.Bound, found.Usd) {
			t.Fatalf("%+v", found)
		}
		again := p.NewSearch(split.NewEffort(t.Context(), float64(figures))).Run()
		if fmt.Sprint(again) != fmt.Sprint(found) {
			t.Fatalf("once %+v, once %+v", found, again)
		}
		longer := p.NewSearch(split.NewEffort(t.Context(), float64(figures)*3)).Run()
		if longer.Usd < found.Bound && !same(longer.Usd, found.Bound) {
			t.Fatalf("bound %v, and a longer search finds %v", found.Bound, longer.Usd)
		}
	})
}
