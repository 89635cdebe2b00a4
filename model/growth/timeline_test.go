package growth

import (
	"math"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model/scenario/scenariotest"
)

// TestTimelineDays: day 365 is 12 months of 730 hours, so 50M have become 50M ×
// 1.1^12 by then, and the bill with them.
func TestTimelineDays(t *testing.T) {
	t.Parallel()
	e, o := growthOf(t, lineal+"growth: {monthly: 10%, horizon_months: 6}\n")
	if len(o.Timeline) != 4 {
		t.Fatalf("%d days", len(o.Timeline))
	}
	for i, day := range []float64{90, 180, 365, 730} {
		d := &o.Timeline[i]
		factor := math.Pow(1.1, day*12/365)
		if float64(d.Day) != day || !scenariotest.Near(d.Volume, 50e6*factor) || !scenariotest.Near(d.ServerlessUSD, linealUSD*factor) || !scenariotest.Near(d.KubernetesUSD, e.Platforms[0].Cost(50e6*factor)) {
			t.Errorf("%+v", d)
		}
	}
	if d := &o.Timeline[1]; d.KubernetesStage != "first features" || d.ServerlessStage != "building the product on serverless" {
		t.Errorf("%+v", d)
	}
	if d := &o.Timeline[3]; d.KubernetesStage != "" || d.ServerlessStage != "evaluating with known traffic" {
		t.Errorf("%+v", d)
	}
}

// TestCrossoverBesideTheEvaluation: the evaluation begins on day 366, which is
// in month 12.
func TestCrossoverBesideTheEvaluation(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		volume, growth string
		when           When
	}{
		{"100M", "10%", CrossedToday},
		{"50M", "10%", CrossedBefore},
		{"3M", "20%", CrossedDuring},
		{"200K", "20%", CrossedNever},
		{"200K", "20%, horizon_months: 60", CrossedAfter},
	} {
		e, o := growthOf(t, strings.Replace(lineal, "50M", test.volume, 1)+"growth: {monthly: "+test.growth+"}\n")
		c := &o.Crossover
		if c.When != test.when || c.From != 366 || c.To != 730 {
			t.Errorf("%s at %s: %+v", test.volume, test.growth, c)
		}
		if words := c.Words("EKS", "Lambda"); !strings.Contains(words, "day 366 to 730") {
			t.Error(words)
		}
		want := -1 // by scanning
		for m := c.Looked; m >= 0; m-- {
			v := e.Volume() * math.Pow(1+o.Rate, float64(m))
			if e.Platform(checklist.Kubernetes).Cost(v) < e.Platform(checklist.Serverless).Cost(v) {
				want = m
			}
		}
		if c.Month != want {
			t.Errorf("%s at %s: month %d, want %d", test.volume, test.growth, c.Month, want)
		}
	}
	_, o := growthOf(t, "components: [{name: a, traits: [gpu]}]\n")
	if o.Crossover.When != NotCompared || !math.IsNaN(o.Trap[3].Factor) || !math.IsInf(o.Trap[0].USD, 1) {
		t.Errorf("%+v %+v", o.Crossover, o.Trap)
	}
}

// TestTrapFactors: 1.1^11 from month 1 to 12, beside the guide's 3,500 ÷ 50.
func TestTrapFactors(t *testing.T) {
	t.Parallel()
	_, o := growthOf(t, lineal+"growth: {monthly: 10%}\npeople: {include: true, serverless: {monitoring: 1000}}\n")
	last := &o.Trap[3]
	if last.Month != 12 || last.PublishedUSD != 3500 || last.PublishedFactor != 70 ||
		!scenariotest.Near(last.Factor, math.Pow(1.1, 11)) || !scenariotest.Near(last.USD, linealUSD*math.Pow(1.1, 12)) {
		t.Errorf("%+v", last)
	}
	if words := o.TrapWords("Lambda"); !strings.Contains(words, "70×") || !strings.Contains(words, "2.9×") || !strings.Contains(words, "47 %") {
		t.Error(words)
	}
}
