package search

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

// checkFlips holds every flip against whole evaluations: there the
// recommendation is what the flip says, one value of three digits short of it
// it is today's. An error, such as a pin that is not allowed there, leaves
// nothing to recommend.
func checkFlips(t interface{ Fatalf(string, ...any) }, e *model.Evaluation, flips []model.Flip) {
	inputs := flipInputs(e, nearby(e), split.NewEffort(context.Background(), split.FlipWork))
	seen := map[string]bool{}
	for _, f := range flips {
		if f.Answer {
			continue
		}
		input := inputs[slices.IndexFunc(inputs, func(i flipInput) bool { return i.path == f.Input })]
		at := func(v float64) checklist.Option {
			there, err := model.Decide(input.with(v), e.Book)
			if err != nil {
				return ""
			}
			return there.Verdict.Recommendation
		}
		now := e.Verdict.Recommendation
		if got := at(f.ToValue); got != f.Becomes || got == now {
			t.Fatalf("%s at %s is %s, the flip says %s and today is %s", f.Input, f.To, got, f.Becomes, now)
		}
		side := f.Input + " down"
		short := indexOfDigits(f.ToValue)
		switch {
		case f.ToValue > f.FromValue:
			side, short = f.Input+" up", short-1
		case f.ToValue < f.FromValue:
			short++
		}
		if seen[side] {
			t.Fatalf("%s flips twice", side)
		}
		seen[side] = true
		inBetween := (digits(short)-f.FromValue)*(f.ToValue-f.FromValue) > 0 && digits(short) >= input.low
		if got := at(digits(short)); inBetween && got != now {
			t.Fatalf("%s is %s already at %v, short of %s", f.Input, got, digits(short), f.To)
		}
		if f.From == "" || f.To == "" || f.From == f.To {
			t.Fatalf("a flip reads %q to %q", f.From, f.To)
		}
	}
}

func TestFlipsFlip(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	count := 0
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 2)
		scenariotest.DrawAnswers(t, &s)
		if rapid.Bool().Draw(t, "nothing described") {
			s.Components = nil
		}
		if rapid.Bool().Draw(t, "grows") {
			s.Growth.Monthly = scenario.Some(quantity.Exactly(rapid.Float64Range(0, 0.2).Draw(t, "growth")))
		}
		s.People.Include = scenario.Some(rapid.Bool().Draw(t, "people"))
		e, err := model.Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		flips := scenariotest.Sure(Flips(t.Context(), e))
		count += len(flips)
		checkFlips(t, e, flips)
	})
	if count == 0 {
		t.Error("nothing flips anywhere")
	}
}

// flipsOf returns the flips of one input, by its path.
func flipsOf(t *testing.T, s scenario.Scenario, input string) []model.Flip {
	flips := scenariotest.Sure(Flips(t.Context(), modeltest.Evaluate(t, s)))
	return slices.DeleteFunc(flips, func(f model.Flip) bool { return f.Input != input })
}

// TestFlipOfScenarioBByHand: fewer requests make Lambda cheaper than the
// $461.725 of EKS, $32.85 and $12.77635 a million. Below 30M the checklist's
// answer adds 0.5 for serverless, so the 1.5 points of steady traffic are
// outweighed once costs take 1 from Kubernetes. At 20.2M Lambda costs $290.93,
// and 1.5 × log2(461.725/290.93) is 0.9995; at 20.1M it costs $289.65, and
// 1.5 × log2(461.725/289.65) is 1.009.
func TestFlipOfScenarioBByHand(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s = scenariotest.ContainersKept(s)
	flips := flipsOf(t, s, "requests_per_month")
	if len(flips) == 0 || flips[0].ToValue != 20.1e6 || flips[0].From != "50M" || flips[0].To != "20.1M" || flips[0].Becomes != checklist.Serverless {
		t.Errorf("%+v", flips)
	}
}

// TestFlipAtALimit: Scenario A's function may have 10,240 MiB, so 10,300 is the
// first value of three digits that Lambda refuses; two t3.medium with 4 GiB
// each have no room for such a pod, Workers have none for 256 MiB, and a task of
// Fargate has, whatever it costs.
func TestFlipAtALimit(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-a")
	if err != nil {
		t.Fatal(err)
	}
	s = scenariotest.ContainersKept(s)
	free := s.Clone()
	api := &free.Components[0]
	api.FunctionMemory, api.MeasuredAt = scenario.Maybe[quantity.Amount]{}, scenario.Maybe[quantity.Amount]{} // else 256 MiB is all that it may need
	flips := flipsOf(t, free, "components.api.memory")
	if len(flips) != 1 || flips[0].ToValue != 10_300 || flips[0].Becomes != checklist.Containers {
		t.Errorf("memory: %+v", flips)
	}
	// Lambda stops at 900 s, which is the last value that it takes.
	flips = flipsOf(t, s, "components.api.duration")
	if len(flips) != 1 || flips[0].ToValue != 901 {
		t.Errorf("duration: %+v", flips)
	}
}

// TestStatingTheMemoryRefusesNoIsolate: Workers win, and what a process needs says
// nothing of what an isolate needs, so that no memory changes it.
func TestStatingTheMemoryRefusesNoIsolate(t *testing.T) {
	t.Parallel()
	s := scenariotest.Answered("untrusted_code", "yes", "platform_team", "yes")
	if got := modeltest.Evaluate(t, s).Verdict.Recommendation; got != checklist.Wasm {
		t.Fatalf("the verdict is %s", got)
	}
	flips := flipsOf(t, s, "components.app.memory")
	if len(flips) != 0 {
		t.Errorf("%+v", flips)
	}
}

// TestFlipOfGrowthByHand: Scenario B flips at 59.1M requests, where three nodes
// of c5.xlarge are full: nine pods at 60 % of a vCPU and 150 ms a request carry 36
// a second, which is 1.6 times the mean. 59.13 ÷ 50 over 24 months is 0.7014 % a
// month, and the first figure of three digits above is 0.702 %.
func TestFlipOfGrowthByHand(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s = scenariotest.ContainersKept(s)
	capacity := modeltest.Evaluate(t, s).Platforms[0].MaxVolume()
	flips := flipsOf(t, s, "growth.monthly")
	if len(flips) != 1 || flips[0].FromValue != 0 || flips[0].From != "0%" || flips[0].Becomes != checklist.Serverless {
		t.Fatalf("%+v", flips)
	}
	want := math.Pow(capacity/50e6, 1.0/24) - 1
	if got := flips[0].ToValue; got < want || got > want+1.01e-5 {
		t.Errorf("%v, want the first value of three digits over %v", got, want)
	}
	s.Growth.Monthly = scenario.Some(quantity.Exactly(0.03))
	if flips = flipsOf(t, s, "growth.monthly"); len(flips) != 1 || flips[0].Text() != "growth of 3% a month: month 24 instead of today makes it Serverless" {
		t.Errorf("%+v", flips)
	}
}

// TestFlipOfPeople: what people cost turns Scenario B, and an engineer's pay at
// which it turns back is found: EKS is $210.43 cheaper than Lambda, and evidence
// speaks for it with 1.5 points, which twice the cost takes.
func TestFlipOfPeople(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s = scenariotest.ContainersKept(s)
	flips := flipsOf(t, s, "people.include")
	if len(flips) != 1 || flips[0].Text() != "people and tools: in the totals instead of left out of the totals makes it Serverless" {
		t.Fatalf("%+v", flips)
	}
	if flips = flipsOf(t, s, "people.kubernetes.platform_engineer"); len(flips) > 0 {
		t.Errorf("an engineer whom no total counts flips: %+v", flips)
	}
	s.People.Include = scenario.Some(true)
	zero := scenario.Some(quantity.Exactly(0))
	s.People.Kubernetes = scenario.PeopleLines{
		PlatformEngineer: scenario.Some(quantity.Exactly(2000)), NetworkingTools: zero, Monitoring: zero, SecurityScanning: zero, CICDUpkeep: zero, IncidentResponse: zero, Training: zero,
	}
	e := modeltest.Evaluate(t, s)
	k, l := e.Platforms[0].Cost(50e6), e.Platforms[2].Cost(50e6)
	flips = flipsOf(t, s, "people.kubernetes.platform_engineer")
	if len(flips) != 1 || flips[0].Becomes != checklist.Kubernetes {
		t.Fatalf("%+v", flips)
	}
	margin := 1.5
	if want := l*math.Pow(2, margin/1.5) - k; math.Abs(flips[0].ToValue-want) > 10 {
		t.Errorf("%v, want %v", flips[0].ToValue, want)
	}
}

func TestProportionKeepsTodaysFigures(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		figure := rapid.Float64Range(1, 1e4).Draw(t, "figure")
		mean := rapid.Float64Range(1, 1e4).Draw(t, "mean")
		if got := proportion(figure, mean, mean); got != figure {
			t.Fatalf("%v becomes %v though the mean stays %v", figure, got, mean)
		}
	})
}

// TestFlipsToSomethingPossible: one c5.xlarge carries less than the core asks
// for; the volume at which it does is the flip, and the recommendation there is
// the only possible one, the two pinned sides.
func TestFlipsToSomethingPossible(t *testing.T) {
	t.Parallel()
	flips := flipsOf(t, scenariotest.Saturated(), "requests_per_month")
	if len(flips) != 1 || flips[0].Becomes != checklist.Hybrid || flips[0].ToValue >= flips[0].FromValue {
		t.Fatalf("%+v", flips)
	}
}
