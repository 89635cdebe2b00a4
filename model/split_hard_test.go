package model

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
)

// hard is a system that once took a minute or gigabytes, or one like it.
func hard(t testing.TB, name string) Scenario {
	t.Helper()
	switch name {
	case "hybrid on spinkube":
		s, err := Preset("hybrid")
		if err != nil {
			t.Fatal(err)
		}
		s.Wasm.Kind = Some("spinkube")
		return s
	case "two-clusters", "many-calls":
		file := filepath.Join("..", "testdata", "hard", name+".yaml")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Decode(file, data)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	t.Fatal(name)
	return Scenario{}
}

var hardNames = []string{"hybrid on spinkube", "two-clusters", "many-calls"}

// twoPools puts clusters on two sides.
func twoPools(t *rapid.T, s *Scenario) {
	pair := rapid.SampledFrom([][2]string{{"eks", "spinkube"}, {"eks", "wasmcloud"}, {"gke", "spinkube"}, {"aks", "wasmcloud"}}).Draw(t, "pools")
	s.Kubernetes.Kind, s.Wasm.Kind = Some(pair[0]), Some(pair[1])
	s.Kubernetes.Node = Some(pricebook.AutoNode)
	if pair[0] == "aks" {
		s.Cloud = Some(pricebook.Azure)
	}
	if pair[0] == "gke" {
		s.Cloud = Some(pricebook.GCP)
	}
}

// TestTwoPoolsByBruteForce: with nodes on two sides the split is the cheapest of
// all placements still, and the bound of a search that is cut short lies below
// it.
func TestTwoPoolsByBruteForce(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawConnected(t, rapid.SampledFrom([]int{4, 5, 6}).Draw(t, "most"))
		twoPools(t, &s)
		e, err := price(s, b)
		if err != nil {
			t.Skip(err)
		}
		p, err := e.placing()
		if err != nil {
			t.Fatal(err)
		}
		if len(p.allowed) <= fewComponents || p.pools[0].Staircase() == nil || p.pools[2].Staircase() == nil {
			t.Skip("it is not bounded with nodes on two sides")
		}
		least, _ := bruteForce(e, p, nil)
		if best := p.solve(t.Context()); !best.optimal || !same(p.cost(best.at), least) || !same(best.bound, least) {
			t.Fatalf("the split costs %v and no less than %v, the best placement %v", best.usd, best.bound, least)
		}
		short := p.newSearch(newEffort(t.Context(), float64(rapid.IntRange(1, 200_000).Draw(t, "figures")))).run()
		if short.bound > least && !same(short.bound, least) || short.optimal && !same(p.cost(short.at), least) {
			t.Fatalf("cut short: %+v, the best placement costs %v", short, least)
		}
	})
}

// TestHardSystemsAreProven: the bound prunes where two options have nodes. What
// it took before was 2 million placements and no proof.
func TestHardSystemsAreProven(t *testing.T) {
	t.Parallel()
	for _, name := range hardNames {
		_, p := placingOf(t, hard(t, name), priceBook(t))
		work := newEffort(t.Context(), splitWork)
		found := p.newSearch(work).run()
		if used := splitWork - work.left; !found.optimal || used > splitWork/10 {
			t.Errorf("%s: proven %v after %d of %.0f figures", name, found.optimal, used, splitWork)
		}
	}
}

// TestTheWorkOfAnEvaluationIsBounded: of systems of many kinds no search takes
// more than its part, and what is left unproven has a bound that no placement
// that was found undercuts.
func TestTheWorkOfAnEvaluationIsBounded(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := inventory(rapid.IntRange(4, 60).Draw(t, "components"), rapid.IntRange(0, 200).Draw(t, "calls"), rapid.Uint64().Draw(t, "seed"))
		twoPools(t, &s)
		e, err := worked(s, b)
		if err != nil {
			t.Skip(err)
		}
		p, err := e.placing()
		if err != nil {
			t.Fatal(err)
		}
		figures := rapid.IntRange(0, 3_000_000).Draw(t, "figures")
		work := newEffort(t.Context(), float64(figures))
		found := p.newSearch(work).run()
		if work.left < 0 || work.left > figures {
			t.Fatalf("%d figures are left of %d", work.left, figures)
		}
		if found.bound > found.usd || found.bound < 0 || found.optimal && !same(found.bound, found.usd) {
			t.Fatalf("%+v", found)
		}
		again := p.newSearch(newEffort(t.Context(), float64(figures))).run()
		if fmt.Sprint(again) != fmt.Sprint(found) {
			t.Fatalf("once %+v, once %+v", found, again)
		}
		longer := p.newSearch(newEffort(t.Context(), float64(figures)*3)).run()
		if longer.usd < found.bound && !same(longer.usd, found.bound) {
			t.Fatalf("bound %v, and a longer search finds %v", found.bound, longer.usd)
		}
	})
}

// TestProbesRebuildNoGlue: what a scenario that is tried takes of memory grows
// with its calls by a few hundred bytes each: an edge and its ends, and no
// meters, of which a call would have six times some kilobytes.
func TestProbesRebuildNoGlue(t *testing.T) {
	b := priceBook(t)
	bytes := func(calls int) float64 {
		s := inventory(100, calls, 5)
		for i := range s.Components {
			for k := range s.Components[i].Calls {
				s.Components[i].Calls[k].Payload = Some(Exactly(float64(1 + k%3)))
			}
		}
		e, err := price(s, b)
		if err != nil {
			t.Fatal(err)
		}
		like, next := e.nearby(), e.withVolume(2*e.Volume())
		like.recommend(next, newEffort(t.Context(), 0))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		like.recommend(next, newEffort(t.Context(), 0))
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	few, many := bytes(500), bytes(4500)
	if each := (many - few) / 4000; each > 700 {
		t.Errorf("a call takes %.0f bytes of every scenario that is tried", each)
	}
}

// TestUnprovenFlipsSayThatTheyAre: a flip of a system that no search can prove
// the split of says on what it rests.
func TestUnprovenFlipsSayThatTheyAre(t *testing.T) {
	t.Parallel()
	e, err := Evaluate(inventory(60, 150, 3), priceBook(t))
	if err != nil {
		t.Fatal(err)
	}
	if e.Split.Optimal {
		t.Fatal("take a harder system: this one is proven")
	}
	unproven := 0
	for _, f := range sure(findFlips(t.Context(), e)) {
		if said := strings.Contains(f.Text(), "(with the best placement that was found there)"); said != f.Unproven {
			t.Errorf("unproven %v: %s", f.Unproven, f.Text())
		}
		if f.Unproven {
			unproven++
		}
	}
	if unproven == 0 {
		t.Error("every flip is proven")
	}
	for _, f := range sure(findFlips(t.Context(), evaluate(t, hard(t, "hybrid on spinkube")))) {
		if f.Unproven && f.Input == "requests_per_month" {
			t.Errorf("18 components are not proven: %s", f.Text())
		}
	}
}

// TestHardSystemsInOneGo: everything that a report says of them, with what they
// take of memory on the way.
func TestHardSystemsInOneGo(t *testing.T) {
	for _, name := range hardNames {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		e, err := Evaluate(hard(t, name), priceBook(t))
		if err != nil {
			t.Fatal(err)
		}
		found := sure(study(e).Findings(t.Context()))
		runtime.ReadMemStats(&after)
		if !e.Split.Optimal || !found.RunnerUp.Optimal || !found.Horizon.Optimal {
			t.Errorf("%s: split, runner-up, horizon proven: %v %v %v", name, e.Split.Optimal, found.RunnerUp.Optimal, found.Horizon.Optimal)
		}
		if math.IsInf(e.Split.USD, 1) || len(found.ByVolume.Spans) != len(e.Split.Placements) {
			t.Errorf("%s: %v, %d spans", name, e.Split.USD, len(found.ByVolume.Spans))
		}
		if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 2000 {
			t.Errorf("%s: %d MB were taken on the way", name, taken)
		}
	}
}
