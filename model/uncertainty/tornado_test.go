package uncertainty

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/hardtest"
	"runwhere/model/modeltest"
	"runwhere/model/scenario/scenariotest"
)

// slowLever works one lever out by itself, everything built for the occasion.
func slowLever(m *drawModel, a, b, input int) (at, crossover [2]float64) {
	r := m.inputs[input].Range
	for end, v := range [2]float64{r.Low, r.High} {
		values := m.medians()
		values[input] = v
		curves, q := m.curvesAt(values)
		at[end], crossover[end] = usdAt(curves[b], q)-usdAt(curves[a], q), math.NaN()
		if curves[a].Platform == nil || curves[b].Platform == nil {
			continue
		}
		c := costs.FindCrossover(curves[a], curves[b], model.LowestVolume, model.HighestVolume)
		if q, crosses := c.Sustained(); crosses {
			crossover[end] = q
		}
	}
	return at, crossover
}

// sameUSD compares to within the rounding of pods that are summed up in another
// order.
func sameUSD(a, b float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(a))
}

// TestLeversAgainstOneByOne: of systems of a usual size every range is moved and
// searched, and comes to what it does by itself.
func TestLeversAgainstOneByOne(t *testing.T) {
	t.Parallel()
	for name, e := range map[string]*model.Evaluation{
		"five":      modeltest.Decoded(t, fiveInputs),
		"cloud run": modeltest.Decoded(t, "cloud: gcp\n"+fiveInputs),
		"weeks":     modeltest.Decoded(t, "components: [{name: a, requests_per_month: 10M..80M, peak_to_mean: 1.5..4}, {name: b, peak_to_mean: 2..6, traffic: spiky, memory: 1GiB..2GiB}]\n"),
		"settings":  modeltest.Decoded(t, "components: [{name: a, requests_per_month: 10M..80M}]\nplatforms: {kubernetes: {spot_share: 10%..40%}}\n"),
		"three":     modeltest.Evaluate(t, hardtest.Large{Components: 3, Ranges: 8}.Scenario(t)),
	} {
		m := newDrawModel(e, uncertainInputs(e))
		u := scenariotest.Sure(EstimateUncertainty(t.Context(), e, LeastDraws, 1))
		var again Uncertainty
		a, b, ok := again.pair(m)
		if !ok {
			t.Errorf("%s: no two options can run", name)
			continue
		}
		for i := range m.inputs {
			k := slices.IndexFunc(u.Levers, func(l Lever) bool { return l.Path == m.inputs[i].Path })
			l := u.Levers[k]
			at, crossover := slowLever(m, a, b, i)
			if !l.Moved || !l.Searched || !sameUSD(l.AtLow, at[0]) || !sameUSD(l.AtHigh, at[1]) ||
				!sameUSD(l.CrossoverLow, crossover[0]) || !sameUSD(l.CrossoverHigh, crossover[1]) {
				t.Errorf("%s, %s: %v %v %v %v, by itself %v %v", name, l.Path, l.AtLow, l.AtHigh, l.CrossoverLow, l.CrossoverHigh, at, crossover)
			}
		}
		for _, said := range u.Sentences() {
			if strings.Contains(said, "not at those of the others") {
				t.Errorf("%s: %s", name, said)
			}
		}
	}
}

// TestTornadoIsBounded: with work for a few ranges only those are looked at that
// matter the most, it is said, and it is the same each time.
func TestTornadoIsBounded(t *testing.T) {
	t.Parallel()
	e := modeltest.Evaluate(t, hardtest.Large{Components: 12, Ranges: 5}.Scenario(t))
	m := newDrawModel(e, uncertainInputs(e))
	_, drawn := m.odds(t.Context(), e, 1000, 1, oddsAxis{2, 10})
	var u Uncertainty
	a, b, ok := u.pair(m)
	if !ok {
		t.Fatal("no two options can run")
	}
	run := func(move, search int) []inputLever {
		tornado := &tornado{drawModel: m, a: a, b: b, medians: m.medians(), drawers: make([]*drawer, 4), levers: make([]inputLever, len(m.inputs))}
		for i := range tornado.levers {
			tornado.levers[i].input, tornado.levers[i].UncertainInput = i, m.inputs[i]
		}
		tornado.move(t.Context(), drawn, move)
		tornado.search(t.Context(), search)
		return tornado.levers
	}
	all := run(moveWork, leverWork)
	widest := slices.SortedFunc(slices.Values(all), func(x, y inputLever) int { return int(y.Swing() - x.Swing()) })
	const most = 15
	few := run(2*most*m.effort(), 1)
	moved, searched, hit := 0, 0, 0
	for i, l := range few {
		if l.Moved {
			moved++
			if l.AtLow != all[i].AtLow || l.AtHigh != all[i].AtHigh {
				t.Errorf("%s: %v, with more work %v", l.Path, l.Lever, all[i].Lever)
			}
			if slices.ContainsFunc(widest[:5], func(w inputLever) bool { return w.input == i }) {
				hit++
			}
		}
		if l.Searched {
			searched++
		}
	}
	if moved != most || searched > 4 || hit < 4 {
		t.Errorf("%d of %d were moved, %d of the 5 widest among them, and %d searched", moved, len(few), hit, searched)
	}
	if again := run(2*most*m.effort(), 1); !reflect.DeepEqual(swings(again), swings(few)) {
		t.Error("once so, once another way")
	}
	u.Levers = u.Levers[:0]
	for _, l := range few {
		u.Levers = append(u.Levers, l.Lever)
	}
	if said := u.unsearchedSentence(); !strings.HasPrefix(said, "Of 60 ranges the 15 with which the difference varies the most in the draws were moved to their ends") {
		t.Error(said)
	}
}

func swings(levers []inputLever) (all []float64) {
	for i := range levers {
		if levers[i].Moved {
			all = append(all, float64(i), levers[i].AtLow, levers[i].AtHigh)
		}
	}
	return all
}

// TestDrawsOfLargeSystemsAreBounded: what is kept of all draws stays within
// drawMemory, and what is looked at within drawWork.
func TestDrawsOfLargeSystemsAreBounded(t *testing.T) {
	t.Parallel()
	if most := MostDrawsOf(modeltest.Decoded(t, fiveInputs)); most != MostDraws {
		t.Errorf("five ranges are drawn %d times at most", most)
	}
	for name, l := range hardtest.Larges {
		e, err := model.Unplaced(l.Scenario(t), scenariotest.PriceBook(t))
		if err != nil {
			t.Fatal(err)
		}
		inputs := uncertainInputs(e)
		if len(inputs) == 0 {
			continue
		}
		m, most := newDrawModel(e, inputs), MostDrawsOf(e)
		usual := ScaledDraws(e, DefaultDraws)
		work := most*m.drawEffort() + min(most, reportAxis.draws)*m.axisEffort()
		if most > usual && (most*(len(inputs)+keptBeside) > drawMemory || work > drawWork) {
			t.Errorf("%s: %d draws of %d ranges", name, most, len(inputs))
		}
		if usual > most {
			t.Errorf("%s: drawn %d times, at most %d", name, usual, most)
		}
	}
}
