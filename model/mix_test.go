package model

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

// TestMixIsTheSplitAtEveryVolume: the curve of the best mix is what the pools
// say of today's placement, today and at any other volume, with people where
// they are counted, and ends where a fixed fleet does; its bill adds up to it.
func TestMixIsTheSplitAtEveryVolume(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, err := Decide(scenariotest.DrawConnected(t, 5), b)
		if err != nil {
			t.Skip(err)
		}
		if e.Mix == nil {
			if e.Split.Mixed() && e.Split.Feasible && !math.IsInf(e.Split.USD, 1) {
				t.Fatalf("a split on several platforms has no curve: %+v", e.Split)
			}
			return
		}
		curve := e.Curve(e.Mix)
		if today := curve.Cost(e.Volume()); !scenariotest.Near(today, e.Split.USD) {
			t.Fatalf("the curve says %v today, the split %v", today, e.Split.USD)
		}
		volume := math.Round(math.Pow(10, rapid.Float64Range(4, 10).Draw(t, "log volume")))
		p, err := e.ScaledTo(volume).NewSolver()
		if err != nil {
			t.Fatal(err)
		}
		at := curve.Cost(volume)
		if pools := p.Cost(split.Indices(e.Split.Options())); at != pools && !scenariotest.Near(at, pools) {
			t.Fatalf("at %v the curve says %v, the pools %v", volume, at, pools)
		}
		if math.IsInf(at, 1) != (volume > e.Mix.MaxVolume()) {
			t.Fatalf("at %v it costs %v and ends at %v", volume, at, e.Mix.MaxVolume())
		}
		if bill := e.Mix.Bill(volume); !math.IsInf(at, 1) && !scenariotest.Near(bill.USD+curve.Fixed, at) {
			t.Fatalf("at %v the bill says %v, the curve %v with %v for people", volume, bill.USD, at, curve.Fixed)
		}
		if beyond := curve.Cost(volume * 1.5); beyond < at*(1-1e-12) {
			t.Fatalf("the curve falls from %v to %v", at, beyond)
		}
	})
}

// TestMixOfTheGuidesHybrid: the example of the guide tells one story.
func TestMixOfTheGuidesHybrid(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	e := evaluate(t, s)
	if e.Mix == nil || e.Cheapest(e.Volume()) != e.Mix {
		t.Fatalf("%v is the cheapest", e.Cheapest(e.Volume()))
	}
	if e.Mix.Option != checklist.Hybrid || e.Mix.Letter != 'H' {
		t.Errorf("%+v", e.Mix)
	}
	s.People.Include = scenario.Some(true)
	if e := evaluate(t, s); e.Mix != nil || e.Cheapest(e.Volume()) != e.Platforms[0] {
		t.Errorf("with people %v is the cheapest", e.Cheapest(e.Volume()).Name)
	}
}

// TestCheapestBetween: what is settled by the costs at two volumes is what pricing
// everything in between says, whatever the two are, pins and ends of fleets
// included.
func TestCheapestBetween(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, err := Decide(scenariotest.DrawConnected(t, 5), b)
		if err != nil {
			t.Skip(err)
		}
		volume := math.Pow(10, rapid.Float64Range(4, 10).Draw(t, "log volume"))
		lower, higher := volume/rapid.Float64Range(1, 3).Draw(t, "down"), volume*rapid.Float64Range(1, 3).Draw(t, "up")
		got := e.CheapestBetween(volume, func(i int) (float64, float64) { return e.Curves[i].Cost(lower), e.Curves[i].Cost(higher) })
		if want := e.Cheapest(volume); got != want {
			t.Fatalf("at %v between %v and %v: %v, want %v", volume, lower, higher, got, want)
		}
	})
}
