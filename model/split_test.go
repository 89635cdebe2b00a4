package model

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs"
	"runwhere/costs/pricebook"
)

func priceBook(t testing.TB) *pricebook.Book {
	t.Helper()
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// drawScenario draws a system of up to n components with traits and pins.
func drawScenario(t *rapid.T, n int) Scenario {
	var s Scenario
	amount := func(name string, lo, hi float64) Maybe[Amount] {
		if rapid.Bool().Draw(t, name+" given") {
			return Some(Exactly(math.Round(rapid.Float64Range(lo, hi).Draw(t, name)*1000) / 1000))
		}
		return Maybe[Amount]{}
	}
	for i := range rapid.IntRange(1, n).Draw(t, "components") {
		c := Component{
			Name:     string(rune('a' + i)),
			Requests: Some(Exactly(math.Pow(10, rapid.Float64Range(3, 8.5).Draw(t, "requests")))),
			Duration: amount("duration", 0.005, 4),
			CPUTime:  amount("cpu", 0.001, 1),
			Memory:   amount("memory", 32, 1024),
			Traffic:  Some(rapid.SampledFrom(costs.Patterns).Draw(t, "traffic")),
			Trigger:  Some(rapid.SampledFrom([]string{"http", "queue"}).Draw(t, "trigger")),
		}
		if rapid.IntRange(0, 4).Draw(t, "trait") == 0 {
			c.Traits = []string{rapid.SampledFrom([]string{"stateful", "persistent-connections", "long-running"}).Draw(t, "which")}
		}
		if rapid.IntRange(0, 5).Draw(t, "pinned") == 0 {
			c.Pin = Some("kubernetes")
		}
		s.Components = append(s.Components, c)
	}
	s.Kubernetes.Node = Some(rapid.SampledFrom([]string{"c5.xlarge", "t3.medium", "m5.large", pricebook.AutoNode}).Draw(t, "node"))
	s.Kubernetes.MinNodes = Some(Exactly(float64(rapid.IntRange(1, 3).Draw(t, "min nodes"))))
	s.Kubernetes.Nodes = Some(rapid.SampledFrom([]string{"auto", "peak", "6"}).Draw(t, "nodes"))
	s.Serverless.FrontDoor = Some(rapid.SampledFrom([]string{"none", "http-api", "rest-api", "alb"}).Draw(t, "front door"))
	s.Serverless.FreeTier = Some(rapid.Bool().Draw(t, "free"))
	s.Kubernetes.Kind = Some(rapid.SampledFrom(costs.KindIDs(costs.Kubernetes)).Draw(t, "kubernetes"))
	s.Serverless.Kind = Some(rapid.SampledFrom(costs.KindIDs(costs.Serverless)).Draw(t, "serverless"))
	s.Wasm.Kind = Some(rapid.SampledFrom(costs.KindIDs(costs.Wasm)).Draw(t, "wasm"))
	s.Kubernetes.Purchase = Some(rapid.SampledFrom([]string{costs.OnDemand, costs.Savings3y}).Draw(t, "purchase"))
	s.Kubernetes.Discount = Some(Exactly(0.4))
	s.Kubernetes.Autoscale = Some(rapid.SampledFrom([]string{"hpa", "keda", "none"}).Draw(t, "autoscale"))
	s.People.Include = Some(rapid.IntRange(0, 3).Draw(t, "people") == 0)
	s.People.Toolchain = Some(Exactly(math.Round(rapid.Float64Range(0, 500).Draw(t, "toolchain")*100) / 100))
	return s
}

// drawConnected draws such a system with calls between its components.
func drawConnected(t *rapid.T, n int) Scenario {
	s := drawScenario(t, n)
	drawCalls(t, &s)
	return s
}

// drawCalls connects the components with up to three calls for every two of
// them, small ones and such as outweigh what the components cost.
func drawCalls(t *rapid.T, s *Scenario) {
	n := len(s.Components)
	if n < 2 {
		return
	}
	for range rapid.IntRange(0, 3*n/2).Draw(t, "calls") {
		from := rapid.IntRange(0, n-1).Draw(t, "from")
		to := (from + rapid.IntRange(1, n-1).Draw(t, "to")) % n
		s.Components[from].Calls = append(s.Components[from].Calls, Call{
			To: s.Components[to].Name, PerRequest: Some(Exactly(math.Pow(10, rapid.Float64Range(-3, 1.5).Draw(t, "a request")))),
			Payload: Some(Exactly(math.Round(rapid.Float64Range(0, 500).Draw(t, "payload")*100) / 100)), Via: Some(rapid.SampledFrom(vias()).Draw(t, "via")),
		})
	}
}

func placingOf(t interface{ Fatal(...any) }, s Scenario, b *pricebook.Book) (*Evaluation, *placing) {
	e, err := price(s, b)
	if err != nil {
		t.Fatal(err)
	}
	p, err := e.placing()
	if err != nil {
		t.Fatal(err)
	}
	return e, p
}

// bruteForce tries every placement there is and returns the cost of the
// cheapest one and of the cheapest but an excluded one.
func bruteForce(e *Evaluation, p *placing, excluded []int) (least, next float64) {
	least, next = math.Inf(1), math.Inf(1)
	placement := make([]int, len(p.allowed))
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
		for o, ok := range p.allowed[i] {
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
// the components that are on it, every call priced by itself, the people of
// every platform and of each one beyond the first.
func slowCost(e *Evaluation, placement []int) float64 {

	r := &e.Resolved
	usd, open := 0.0, 0
	for o := range costs.Options {
		w := costs.Workload{System: r.Workload.Components}
		for i, at := range placement {
			if at == o {
				w.Components = append(w.Components, r.Workload.Components[i])
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
	g := costs.NewGlue(r.Kinds, e.Book, &r.Settings, r.Workload)
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
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, p := placingOf(t, drawConnected(t, rapid.SampledFrom([]int{3, 4, 5, 6}).Draw(t, "most")), b)
		best := p.solve(t.Context())
		if !best.optimal {
			t.Fatal("the search ran out of its budget with a few components")
		}
		runnerUp := p.solveBeside(t.Context(), best.at)
		least, next := bruteForce(e, p, best.at)
		if got := p.cost(best.at); !same(got, least) || !same(best.bound, least) {
			t.Fatalf("the split costs %v and no less than %v, the best placement %v", got, best.bound, least)
		}
		if !runnerUp.optimal || !same(runnerUp.usd, next) || runnerUp.at != nil && (slices.Equal(runnerUp.at, best.at) || !same(p.cost(runnerUp.at), next)) {
			t.Fatalf("the runner-up is %v, the second best placement costs %v", runnerUp, next)
		}
		for i, o := range best.at {
			if o >= 0 && !p.allowed[i][o] {
				t.Fatalf("component %d is placed where it may not be", i)
			}
		}
	})
}

// TestEightComponentsByBruteForce holds the search against all 6,561
// placements of eight components.
func TestEightComponentsByBruteForce(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	seen := 0
	rapid.Check(t, func(t *rapid.T) {
		if seen++; seen > 4 { // each takes as long as a hundred of the smaller ones
			return
		}
		s := drawConnected(t, 8)
		for len(s.Components) < 8 {
			c := s.Components[0]
			c.Name, c.Calls = string(rune('a'+len(s.Components))), nil
			c.Requests = Some(Exactly(c.Requests.value.Value() / 3))
			s.Components = append(s.Components, c)
		}
		e, p := placingOf(t, s, b)
		best := p.solve(t.Context())
		if least, _ := bruteForce(e, p, nil); !best.optimal || !same(p.cost(best.at), least) {
			t.Fatalf("the split costs %v, the best placement %v", p.cost(best.at), least)
		}
	})
}

// TestCutShortTheBoundHolds: a search that may look at a few placements only
// returns one that is allowed and a bound that no placement undercuts.
func TestCutShortTheBoundHolds(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, p := placingOf(t, drawConnected(t, 6), b)
		found := p.newSearch(newEffort(t.Context(), float64(rapid.IntRange(1, 20_000).Draw(t, "figures")))).run()
		least, _ := bruteForce(e, p, nil)
		if got := p.cost(found.at); got < least && !same(got, least) || found.bound > least && !same(found.bound, least) || found.optimal && !same(got, least) {
			t.Fatalf("%+v costs %v, the best placement %v", found, got, least)
		}
	})
}

// TestRemovingACallNeverRaisesTheCost: what is not called needs no glue.
func TestRemovingACallNeverRaisesTheCost(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawConnected(t, 7)
		with, err := price(s, b)
		if err != nil {
			t.Fatal(err)
		}
		for i := range s.Components {
			if n := len(s.Components[i].Calls); n > 0 {
				fewer := s.Clone()
				fewer.Components[i].Calls = fewer.Components[i].Calls[:n-1]
				without, err := price(fewer, b)
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
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawConnected(t, 8)
		for i := range s.Components {
			s.Components[i].Traits = nil
			s.Components[i].Memory = Some(Exactly(64))
		}
		for o, option := range costs.Options {
			for i := range s.Components {
				s.Components[i].Pin = Some(string(option))
			}
			e, err := price(s, b)
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
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawConnected(t, 5)
		e, err := price(s, b)
		if err != nil {
			t.Fatal(err)
		}
		if !e.Split.Feasible || math.IsInf(e.Split.USD, 1) {
			return
		}
		at := make([]int, len(e.Split.Placements))
		for i, c := range e.Split.Placements {
			at[i] = slices.Index(costs.Options, c.Option)
		}
		glue := 0.0
		for _, g := range e.Split.Glue {
			glue += g.USD
		}
		if !same(glue, e.Split.GlueUSD) || !same(slowCost(e, at), e.Split.USD) {
			t.Fatalf("%v of glue in a split of %v, which adds up to %v", glue, e.Split.USD, slowCost(e, at))
		}
		for i, c := range e.Split.Placements {
			for o, option := range costs.Options {
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
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawConnected(t, 8)
		for i := range s.Components {
			s.Components[i].Pin = Maybe[string]{}
		}
		e, err := price(s, b)
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
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawConnected(t, 6)
		free := s.Clone()
		for i := range free.Components {
			free.Components[i].Pin = Maybe[string]{}
		}
		pinned, err1 := price(s, b)
		unpinned, err2 := price(free, b)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if pinned.Split.USD < unpinned.Split.USD-1e-6 {
			t.Fatalf("pins lower the cost from %v to %v", unpinned.Split.USD, pinned.Split.USD)
		}
	})
}
