package growth

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model"
	"runwhere/model/scenario/scenariotest"
)

// TestOneCheapest: what the panel of the lab, the sentence, the envelope, the
// split, the months ahead and the economics of the verdict call the cheapest
// today is one and the same, with people and without them.
func TestOneCheapest(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawConnected(t, 4)
		scenariotest.DrawAnswers(t, &s)
		e, err := model.Evaluate(s, b)
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
		if !scenariotest.Near(usd, e.Split.USD) || (best == e.Mix) != e.Split.Mixed() {
			t.Fatalf("%s for %v, and the split is %v for %v", best.Name, usd, e.Split.Options(), e.Split.USD)
		}
		if !e.Split.Mixed() && best.Option != e.Split.Placements[0].Option {
			t.Fatalf("%s, and the split is on %s", best.Name, e.Split.Placements[0].Option)
		}
		volume := math.Round(e.Volume())
		// Where clusters take turns at every node, the envelope may pass over what is
		// the cheapest for less than one part in a thousand of the volume.
		lasts := e.Cheapest(volume*0.9995) == e.Cheapest(volume) && e.Cheapest(volume*1.0005) == e.Cheapest(volume)
		for _, segment := range e.Envelope() {
			if lasts && segment.From <= volume && volume <= segment.To && segment.Cheapest != e.Cheapest(volume) {
				t.Fatalf("%s, and the envelope says %+v", best.Name, segment)
			}
		}
		o := Of(e)
		// For less than half a cent nobody divides a system, and the months do not.
		if l := &o.Lines[o.Cheapest[0]]; string(l.Option) != string(best.Option) && math.Abs(l.Costs[0]-usd) > 0.005 || !scenariotest.Near(l.Costs[0], usd) {
			t.Fatalf("%s for %v, and the months begin with %s for %v", best.Name, usd, l.Name, l.Costs[0])
		}
		if v, ok := e.CostVoice(e.Verdict.Ranking); ok && string(v.Option) != string(best.Option) {
			t.Fatalf("%s, and the verdict's economics say %s %s", best.Name, v.Option, v.Detail)
		}
	})
}
