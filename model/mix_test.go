package model

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs"
)

// TestMixIsTheSplitAtEveryVolume: the curve of the best mix is what the pools
// say of today's placement, today and at any other volume, with people where
// they are counted, and ends where a fixed fleet does; its bill adds up to it.
func TestMixIsTheSplitAtEveryVolume(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, err := price(drawConnected(t, 5), b)
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
		if today := curve.Cost(e.Volume()); !near(today, e.Split.USD) {
			t.Fatalf("the curve says %v today, the split %v", today, e.Split.USD)
		}
		volume := math.Round(math.Pow(10, rapid.Float64Range(4, 10).Draw(t, "log volume")))
		p, err := e.scaledTo(volume).placing()
		if err != nil {
			t.Fatal(err)
		}
		at := curve.Cost(volume)
		if pools := p.cost(indices(e.Split.Options())); at != pools && !near(at, pools) {
			t.Fatalf("at %v the curve says %v, the pools %v", volume, at, pools)
		}
		if math.IsInf(at, 1) != (volume > e.Mix.MaxVolume()) {
			t.Fatalf("at %v it costs %v and ends at %v", volume, at, e.Mix.MaxVolume())
		}
		if bill := e.Mix.Bill(volume); !math.IsInf(at, 1) && !near(bill.USD+curve.Fixed, at) {
			t.Fatalf("at %v the bill says %v, the curve %v with %v for people", volume, bill.USD, at, curve.Fixed)
		}
		if beyond := curve.Cost(volume * 1.5); beyond < at*(1-1e-12) {
			t.Fatalf("the curve falls from %v to %v", at, beyond)
		}
	})
}

// TestOneCheapest: what the panel of the lab, the sentence, the envelope, the
// split, the months ahead and the economics of the verdict call the cheapest
// today is one and the same, with people and without them.
func TestOneCheapest(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawConnected(t, 4)
		drawAnswers(t, &s)
		e, err := Evaluate(s, b)
		if err != nil {
			t.Skip(err)
		}
		best := e.Cheapest(e.Volume())
		if best == nil {
			if e.Split.Feasible && !math.IsInf(e.Split.USD, 1) {
				t.Fatalf("nothing is the cheapest, and the split costs %v", e.Split.USD)
			}
			return
		}
		usd := e.Curve(best).Cost(e.Volume())
		if !near(usd, e.Split.USD) || (best == e.Mix) != e.Split.Mixed() {
			t.Fatalf("%s for %v, and the split is %v for %v", best.Name, usd, e.Split.Options(), e.Split.USD)
		}
		if !e.Split.Mixed() && best.Option != e.Split.Placements[0].Option {
			t.Fatalf("%s, and the split is on %s", best.Name, e.Split.Placements[0].Option)
		}
		volume := math.Round(e.Volume())
		for _, segment := range e.Envelope() {
			if segment.From <= volume && volume <= segment.To && segment.Cheapest != e.Cheapest(volume) {
				t.Fatalf("%s, and the envelope says %+v", best.Name, segment)
			}
		}
		o := e.Growth()
		if l := &o.Lines[o.Cheapest[0]]; string(l.Option) != string(best.Option) || !near(l.Costs[0], usd) {
			t.Fatalf("%s for %v, and the months begin with %s for %v", best.Name, usd, l.Name, l.Costs[0])
		}
		if v, ok := e.costVoice(e.Verdict.Ranking); ok && string(v.Option) != string(best.Option) {
			t.Fatalf("%s, and the verdict's economics say %s %s", best.Name, v.Option, v.Detail)
		}
	})
}

// TestMixOfTheGuidesHybrid: the example of the guide tells one story.
func TestMixOfTheGuidesHybrid(t *testing.T) {
	t.Parallel()
	s, err := Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	e := evaluate(t, s)
	if e.Mix == nil || e.Cheapest(e.Volume()) != e.Mix {
		t.Fatalf("%v is the cheapest", e.Cheapest(e.Volume()))
	}
	if e.Mix.Option != costs.Mixed || e.Mix.Letter != 'H' {
		t.Errorf("%+v", e.Mix)
	}
	s.People.Include = Some(true)
	if e := evaluate(t, s); e.Mix != nil || e.Cheapest(e.Volume()) != e.Platforms[0] {
		t.Errorf("with people %v is the cheapest", e.Cheapest(e.Volume()).Name)
	}
}
