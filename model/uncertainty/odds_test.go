package uncertainty

import (
	"math"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario/scenariotest"
)

// TestOddsAreThoseOfTheUncertainty: a screen draws what a report does; only the
// volumes along the axis are others.
func TestOddsAreThoseOfTheUncertainty(t *testing.T) {
	t.Parallel()
	e := modeltest.Decoded(t, fiveInputs)
	odds, u := scenariotest.Sure(EstimateOdds(t.Context(), e, 1200, 4)), scenariotest.Sure(EstimateUncertainty(t.Context(), e, 1200, 4))
	if !reflect.DeepEqual(odds.Options, u.Options) || odds.None != u.None || odds.Draws != u.Draws {
		t.Errorf("%+v, the uncertainty has %+v", odds.Options, u.Options)
	}
	if len(odds.Axis) != liveAxis.volumes || len(u.Axis) != reportAxis.volumes || odds.AxisDraws < liveAxis.draws || u.AxisDraws != 1200 {
		t.Errorf("%d volumes of %d draws; %d of %d", len(odds.Axis), odds.AxisDraws, len(u.Axis), u.AxisDraws)
	}
	for _, at := range u.Axis { // every volume of the coarse axis is one of the fine
		fine := odds.At(at.Volume)
		if fine.Volume != at.Volume {
			t.Errorf("no %v, but %v", at.Volume, fine.Volume)
		}
		for o := range fine.Cheapest { // 300 draws and 1,200: 4 standard errors
			within(t, "probability at "+quantity.FormatCount(at.Volume), fine.Cheapest[o], at.Cheapest[o], 4*0.5/math.Sqrt(300))
		}
	}
	if scenariotest.Sure(EstimateOdds(t.Context(), modeltest.Decoded(t, "components: [{name: a, requests_per_month: 5M}]"), 1200, 4)) != nil {
		t.Error("odds of a certainty")
	}
}

// TestAxisIsCountedInAShare: of many draws about 2,000 are read along the axis,
// all of which count.
func TestAxisIsCountedInAShare(t *testing.T) {
	t.Parallel()
	u := scenariotest.Sure(EstimateUncertainty(t.Context(), modeltest.Decoded(t, fiveInputs), 9_000, 1))
	if u.AxisDraws != 2250 { // every fourth
		t.Errorf("%d draws along the axis", u.AxisDraws)
	}
	for _, at := range u.Axis {
		if sum := at.Cheapest[0] + at.Cheapest[1] + at.Cheapest[2] + at.Cheapest[3]; sum > 1+1e-12 || at.Volume == model.LowestVolume && sum < 1-1e-12 {
			t.Errorf("at %v the probabilities add up to %v", at.Volume, sum)
		}
	}
}

// TestProcessorsChangeNothing: the draws are those of their chunks, whoever
// works on them.
func TestProcessorsChangeNothing(t *testing.T) {
	e := modeltest.Decoded(t, fiveInputs)
	var first *Uncertainty
	for _, processors := range []int{1, 2, 7} {
		before := runtime.GOMAXPROCS(processors)
		u := scenariotest.Sure(EstimateUncertainty(t.Context(), e, 3_100, 5))
		runtime.GOMAXPROCS(before)
		for i := range u.Levers {
			u.Levers[i].field = nil // compared by its path
		}
		if first == nil {
			first = u
		}
		if !reflect.DeepEqual(u, first) {
			t.Errorf("%d processors give another result than one", processors)
		}
	}
}

// TestTwoInputsInClosedForm: Lambda bills request × (a + b × duration), so its
// mean is that of the volume times that of the duration, which are drawn
// independently. The mean of a log-normal is its median × exp(σ² ÷ 2).
func TestTwoInputsInClosedForm(t *testing.T) {
	t.Parallel()
	const draws = 40_000
	e := modeltest.Decoded(t, "components: [{name: api, requests_per_month: 10M..80M, trigger: queue, source: none, duration: 200ms..800ms, memory: 1024MiB, function_memory: 1024MiB, measured_at: 1024MiB, isolate_memory: 1024MiB, logs: 0B, outbound: 0B}]\n"+
		"platforms: {serverless: {front_door: none, nat_gateways: 0, logs: none}}\n")
	drawn := newDrawModel(e, uncertainInputs(e)).drawAll(t.Context(), draws, 3, nil, 1)
	mean, square := 0.0, 0.0
	for _, usd := range drawn.usd[2] {
		mean += usd / draws
		square += usd * usd / draws
	}
	expect := func(low, high float64) float64 {
		sigma := math.Log(high/low) / (2 * 1.6448536)
		return math.Sqrt(low*high) * math.Exp(sigma*sigma/2)
	}
	// Durations are rounded up to whole milliseconds: by half of one in the mean.
	want := expect(10e6, 80e6) * (0.20/1e6 + (expect(0.2, 0.8)+0.0005)*0.0000166667)
	within(t, "mean", mean, want, 4*math.Sqrt((square-mean*mean)/draws))
}

// TestContested finds where no option reaches 90 %, and says so.
func TestContested(t *testing.T) {
	t.Parallel()
	names := []OptionOdds{{Platform: &costs.Platform{Name: "EKS"}, Cheapest: 0.2}, {Platform: &costs.Platform{Name: "Lambda"}, Cheapest: 0.8}, {Platform: &costs.Platform{Name: "Workers"}}}
	axis := func(kubernetes ...float64) *Odds {
		o := &Odds{Draws: 2000, AxisDraws: 400, Options: names}
		for i, p := range kubernetes {
			at := VolumeOdds{Volume: math.Pow(10, float64(4+i))}
			if p >= 0 {
				at.Cheapest = [checklist.PlaceableCount]float64{p, 1 - p, 0}
			}
			o.Axis = append(o.Axis, at)
		}
		return o
	}
	beside := func(o *Odds, cheaper float64) *Odds {
		o.Split = &SplitOdds{Cheaper: cheaper}
		return o
	}
	for _, c := range []struct {
		odds      *Odds
		inspected float64
		want      []string
	}{
		{axis(0, 0.05, 0.4, 0.7, 0.95, 1), 0, []string{"Cheapest within the ranges: Lambda 80 %, EKS 20 % (2,000 draws).", "Contested from 1M to 10M: no option reaches 90 % throughout."}},
		{beside(axis(0, 1), 0.97), 0, []string{
			"Cheapest single platform within the ranges: Lambda 80 %, EKS 20 % (2,000 draws).",
			"The split is cheaper than the best single platform in 97 % of the draws.",
			"Given the volume nothing is contested: one option has 90 % or more at each.",
		}},
		{beside(axis(0, 0.3, 1), 0.97), 1.4e5, []string{"Cheapest single platform at 100K within the ranges: Lambda 70 %, EKS 30 % (400 draws).", "Contested around 100K: no option reaches 90 % there."}},
		{axis(0, 0.3, 1), 1.4e5, []string{"Cheapest at 100K within the ranges: Lambda 70 %, EKS 30 % (400 draws).", "Contested around 100K: no option reaches 90 % there."}},
		{axis(0, 0.1, 1, -1), 9e8, []string{"Cheapest at 10M within the ranges: none, as none can run (400 draws).", "Given the volume nothing is contested: one option has 90 % or more at each."}},
	} {
		if said := c.odds.LiveSentences(c.inspected); !slices.Equal(said, c.want) {
			t.Errorf("got  %q\nwant %q", said, c.want)
		}
	}
	if option, p := (&VolumeOdds{}).Likeliest(); option != "" || p != 0 {
		t.Errorf("nothing can run, but %s is the likeliest", option)
	}
}

func costsAt(curves [checklist.PlaceableCount]costs.Curve, q float64) (usd [checklist.PlaceableCount]float64) {
	for o := range usd {
		usd[o] = usdAt(curves[o], q)
	}
	return usd
}

// TestWinsAreThoseOfEveryCost holds who is counted as the cheapest against every
// option's cost at every volume.
func TestWinsAreThoseOfEveryCost(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		fiveInputs, mixedSystem, "cloud: gcp\n" + fiveInputs, "components: [{name: a, requests_per_month: 5M, memory: 64MiB, function_memory: 128MiB, measured_at: 128MiB, duration: 30ms}]\n",
		"components: [{name: a, requests_per_month: 5M, memory: 64MiB}]\nplatforms: {kubernetes: {nodes: 3, kind: gke}, wasm: {kind: fastly-compute}}\n",
	} {
		e := modeltest.Decoded(t, body)
		curves := [checklist.PlaceableCount]costs.Curve(e.Curves[:checklist.PlaceableCount])
		var axis []float64
		for q := model.LowestVolume; q <= model.HighestVolume; q *= 1.1 {
			axis = append(axis, q)
		}
		wins := make([][checklist.PlaceableCount]int, len(axis))
		countWins(wins, &curves, axis, 1)
		for v, q := range axis {
			var want [checklist.PlaceableCount]int
			if o := cheapest(costsAt(curves, q)); o >= 0 {
				want[o] = 1
			}
			if wins[v] != want {
				t.Errorf("%q at %v: %v is the cheapest, not %v", body, q, want, wins[v])
			}
		}
	}
}
