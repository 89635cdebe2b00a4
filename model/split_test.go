package model

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

func solverOf(t interface{ Fatal(...any) }, s scenario.Scenario, b *pricebook.Book) (*Evaluation, *split.Solver) {
	e, err := Decide(s, b)
	if err != nil {
		t.Fatal(err)
	}
	p, err := e.NewSolver()
	if err != nil {
		t.Fatal(err)
	}
	return e, p
}

// bruteForce tries every placement there is and returns the cost of the
// cheapest one and of the cheapest but an excluded one.
func bruteForce(e *Evaluation, p *split.Solver, excluded []int) (least, next float64) {
	least, next = math.Inf(1), math.Inf(1)
	placement := make([]int, len(p.Allowed))
	var try func(i int)
	try = func(i int) {
		if i == len(placement) {
			usd := slowCost(e, placement)
			least = math.Min(least, usd)
			if !slices.Equal(placement, excluded) {
				next = math.Min(next, usd)
			}
			return
		}
		placement[i] = -1
		any := false
		for o, ok := range p.Allowed[i] {
			if ok {
				any = true
				placement[i] = o
				try(i + 1)
			}
		}
		if !any {
			placement[i] = -1
			try(i + 1)
		}
	}
	try(0)
	return least, next
}

// slowCost adds a placement up from what it is made of: a platform built for
// the components that are on it, every call billed by itself, the people of
// every platform and of each one beyond the first.
func slowCost(e *Evaluation, placement []int) float64 {
	r := &e.Resolved
	usd, open := 0.0, 0
	for o := range checklist.Placeable {
		w := costs.Workload{System: r.Workload.Components}
		place := map[int]int{} // of a component among those that are here
		for i, at := range placement {
			if at == o {
				place[i] = len(w.Components)
				w.Components = append(w.Components, r.Workload.Components[i])
			}
		}
		for _, c := range r.Workload.Calls {
			from, fromHere := place[c.From]
			to, toHere := place[c.To]
			if c.From, c.To = from, to; fromHere && toHere {
				w.Calls = append(w.Calls, c)
			}
		}
		if len(w.Components) == 0 {
			continue
		}
		open++
		built, err := costs.Build(r.Kinds[o], e.Book, &r.Settings, w)
		if err != nil {
			return math.Inf(1)
		}
		usd += built.Cost(w.Requests())
		if r.IncludePeople {
			usd += e.Platforms[o].PeopleUSD()
		}
	}
	if r.IncludePeople {
		usd += r.Toolchain * math.Max(0, float64(open-1))
	}
	g := costs.NewGlue(r.OptionKinds(), e.Book, &r.Settings, r.Workload)
	for i, c := range r.Workload.Calls {
		if from, to := placement[c.From], placement[c.To]; from >= 0 && to >= 0 {
			usd += g.Passage(i, from, to).Cost(r.Workload.Requests())
		}
	}
	return usd
}

// same reports whether two costs are equal, both impossible included.
func same(a, b float64) bool { return a == b || math.Abs(a-b) <= 1e-6*math.Max(1, math.Abs(b)) }

func TestSplitIsTheBruteForceOptimum(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, p := solverOf(t, scenariotest.DrawConnected(t, rapid.SampledFrom([]int{3, 4, 5, 6}).Draw(t, "most")), b)
		best := p.Solve(t.Context())
		if !best.Optimal {
			t.Fatal("the search ran out of its budget with a few components")
		}
		runnerUp := p.SolveBeside(t.Context(), best.At)
		least, next := bruteForce(e, p, best.At)
		if got := p.Cost(best.At); !same(got, least) || !same(best.Bound, least) {
			t.Fatalf("the split costs %v and no less than %v, the best placement %v", got, best.Bound, least)
		}
		if !runnerUp.Optimal || !same(runnerUp.Usd, next) || runnerUp.At != nil && (slices.Equal(runnerUp.At, best.At) || !same(p.Cost(runnerUp.At), next)) {
			t.Fatalf("the runner-up is %v, the second best placement costs %v", runnerUp, next)
		}
		for i, o := range best.At {
			if o >= 0 && !p.Allowed[i][o] {
				t.Fatalf("component %d is placed where it may not be", i)
			}
		}
	})
}

// TestEightComponentsByBruteForce holds the search against all 65,536 placements of
// eight components on four options. It finds the cheapest; a proof that does not end
// within its work has a bound that holds, and little is left open.
func TestEightComponentsByBruteForce(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	seen := 0
	rapid.Check(t, func(t *rapid.T) {
		if seen++; seen > 2 { // each takes as long as a hundred of the smaller ones
			return
		}
		s := scenariotest.DrawConnected(t, 8)
		for len(s.Components) < 8 {
			c := s.Components[0]
			c.Name, c.Calls = string(rune('a'+len(s.Components))), nil
			c.Requests = scenario.Some(quantity.Exactly(c.Requests.Value.Value() / 3))
			s.Components = append(s.Components, c)
		}
		e, p := solverOf(t, s, b)
		best := p.Solve(t.Context())
		least, _ := bruteForce(e, p, nil)
		if !same(p.Cost(best.At), least) || best.Optimal && !same(best.Bound, least) || best.Bound > least && !same(best.Bound, least) || best.Bound < 0.95*least {
			t.Fatalf("the split costs %v and no less than %v, the best placement %v", p.Cost(best.At), best.Bound, least)
		}
	})
}

// TestCutShortTheBoundHolds: a search that may look at a few placements only
// returns one that is allowed and a bound that no placement undercuts.
func TestCutShortTheBoundHolds(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, p := solverOf(t, scenariotest.DrawConnected(t, 6), b)
		found := p.NewSearch(split.NewEffort(t.Context(), float64(rapid.IntRange(1, 20_000).Draw(t, "figures")))).Run()
		least, _ := bruteForce(e, p, nil)
		if got := p.Cost(found.At); got < least && !same(got, least) || found.Bound > least && !same(found.Bound, least) || found.Optimal && !same(got, least) {
			t.Fatalf("%+v costs %v, the best placement %v", found, got, least)
		}
	})
}

// TestRemovingACallNeverRaisesTheCost: what is not called needs no glue.
func TestRemovingACallNeverRaisesTheCost(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawConnected(t, 7)
		for i := range s.Components { // else what nothing calls any more answers the internet
			s.Components[i].Audience = scenario.Some("internal")
		}
		with, err := Decide(s, b)
		if err != nil {
			t.Fatal(err)
		}
		for i := range s.Components {
			if n := len(s.Components[i].Calls); n > 0 {
				fewer := s.Clone()
				fewer.Components[i].Calls = fewer.Components[i].Calls[:n-1]
				without, err := Decide(fewer, b)
				if err != nil {
					t.Fatal(err)
				}
				if without.Split.USD > with.Split.USD*(1+1e-9)+1e-6 {
					t.Fatalf("%v with the call, %v without", with.Split.USD, without.Split.USD)
				}
			}
		}
	})
}

// TestOnePlatformAllowedIsItsBill: with every component pinned to the same
// platform the split costs what the platform does, and no call crosses.
func TestOnePlatformAllowedIsItsBill(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawConnected(t, 8)
		for i := range s.Components {
			s.Components[i].Traits = nil
			s.Components[i].Memory = scenario.Some(quantity.Exactly(64))
		}
		for o, option := range checklist.Placeable {
			for i := range s.Components {
				s.Components[i].Pin = scenario.Some(string(option))
			}
			e, err := Decide(s, b)
			if err != nil {
				continue // this platform refuses a component
			}
			want := e.Platforms[o].Cost(e.Volume())
			if e.Resolved.IncludePeople {
				want += e.Platforms[o].PeopleUSD()
			}
			if !same(e.Split.USD, want) || e.Split.GlueUSD != 0 || e.Split.ToolchainUSD != 0 {
				t.Fatalf("all on %s cost %v, the split %v with %v of glue", option, want, e.Split.USD, e.Split.GlueUSD)
			}
		}
	})
}

// TestWhatAMoveChanges: each component's own move changes the total by as much
// as the placement with it moved costs more.
func TestWhatAMoveChanges(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawConnected(t, 5)
		e, err := Decide(s, b)
		if err != nil {
			t.Fatal(err)
		}
		if !e.Split.Feasible || math.IsInf(e.Split.USD, 1) {
			return
		}
		at := make([]int, len(e.Split.Placements))
		for i, c := range e.Split.Placements {
			at[i] = slices.Index(checklist.Placeable, c.Option)
		}
		glue := 0.0
		for _, g := range e.Split.Glue {
			glue += g.USD
		}
		if !same(glue, e.Split.GlueUSD) || !same(slowCost(e, at), e.Split.USD) {
			t.Fatalf("%v of glue in a split of %v, which adds up to %v", glue, e.Split.USD, slowCost(e, at))
		}
		for i, c := range e.Split.Placements {
			for o, option := range checklist.Placeable {
				if _, refused := c.Refusals[option]; refused {
					continue
				}
				moved := slices.Clone(at)
				moved[i] = o
				if want := slowCost(e, moved) - e.Split.USD; !same(c.Moving[option], want) && math.Abs(c.Moving[option]-want) > 1e-9*e.Split.USD {
					t.Fatalf("moving %s to %s changes %v, said is %v", c.Component, option, want, c.Moving[option])
				}
			}
		}
	})
}

func TestSplitIsNeverDearerThanOnePlatform(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawConnected(t, 8)
		for i := range s.Components {
			s.Components[i].Pin = scenario.Maybe[string]{}
		}
		e, err := Decide(s, b)
		if err != nil {
			t.Fatal(err)
		}
		for option, usd := range e.Split.Alternatives {
			if e.Split.USD > usd+1e-6 {
				t.Fatalf("the split costs %v, all on %s %v", e.Split.USD, option, usd)
			}
		}
	})
}

func TestPinNeverLowersTheCost(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawConnected(t, 6)
		free := s.Clone()
		for i := range free.Components {
			free.Components[i].Pin = scenario.Maybe[string]{}
		}
		pinned, err1 := Decide(s, b)
		unpinned, err2 := Decide(free, b)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if pinned.Split.USD < unpinned.Split.USD-1e-6 {
			t.Fatalf("pins lower the cost from %v to %v", unpinned.Split.USD, pinned.Split.USD)
		}
	})
}
