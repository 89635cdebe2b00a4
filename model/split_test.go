package model

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs"
)

func priceBook(t testing.TB) *costs.Book {
	t.Helper()
	b, err := costs.Embedded()
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
	s.Kubernetes.Node = Some(rapid.SampledFrom([]string{"c5.xlarge", "t3.medium", "m5.large"}).Draw(t, "node"))
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
	return s
}

func placingOf(t interface{ Fatal(...any) }, s Scenario, b *costs.Book) *placing {
	e, err := price(s, b)
	if err != nil {
		t.Fatal(err)
	}
	p, err := e.placing()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// bruteForce tries every placement there is.
func bruteForce(p *placing) (least float64) {
	least = math.Inf(1)
	placement := make([]int, len(p.allowed))
	var try func(i int)
	try = func(i int) {
		if i == len(placement) {
			least = math.Min(least, p.cost(placement))
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
	return least
}

func TestSplitIsTheBruteForceOptimum(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		p := placingOf(t, drawScenario(t, 7), b)
		best, optimal := p.solve()
		if !optimal {
			t.Fatal("the search ran out of its budget with seven components")
		}
		got, want := p.cost(best), bruteForce(p)
		if math.IsInf(want, 1) && math.IsInf(got, 1) {
			return
		}
		if math.Abs(got-want) > 1e-6*math.Max(1, want) {
			t.Fatalf("the split costs %v, the best placement %v", got, want)
		}
		for i, o := range best {
			if o >= 0 && !p.allowed[i][o] {
				t.Fatalf("component %d is placed where it may not be", i)
			}
		}
	})
}

func TestSplitIsNeverDearerThanOnePlatform(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t, 8)
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
		s := drawScenario(t, 6)
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
