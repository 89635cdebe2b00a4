package search

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// resting is what an evaluation rests on.
func resting(t interface{ Fatal(...any) }, e *model.Evaluation) *RestingOn {
	found, err := RestsOn(context.Background(), e)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// assumptionOf returns what was found of a key, nil for nothing.
func assumptionOf(r *RestingOn, path string) *Assumption {
	for i := range r.Assumptions {
		if r.Assumptions[i].Path == path {
			return &r.Assumptions[i]
		}
	}
	return nil
}

// TestRestsOnByHand: 10M runs on a Lambda of 1,769 MiB, a whole core, cost
// 10M × s × 1,769 ÷ 1,024 GB × $0.0000166667, and the three nodes of a fixed
// fleet what they cost, however long a run waits. From 30 ms to 1.5 s the gap
// moves by 10M × 1.47 × 1.7275390625 × 0.0000166667 = $423.25.
func TestRestsOnByHand(t *testing.T) {
	t.Parallel()
	e := modeltest.Decoded(t, `components: [{name: api, requests_per_month: 10M, cpu_time: 10ms, function_memory: 1769MiB, isolate_memory: 1GiB}]
platforms: {kubernetes: {node: c5.xlarge, nodes: 3}, containers: {min_instances: 1000}}
`)
	found := resting(t, e)
	a := assumptionOf(found, "components.api.duration")
	if a == nil || len(a.Ends) != 2 {
		t.Fatalf("the duration is %+v", a)
	}
	if want := 10e6 * (1.5 - 0.03) * 1769 / 1024 * 0.0000166667; math.Abs(a.Moves-want) > 0.01 {
		t.Errorf("the duration moves the gap by %v, want %v", a.Moves, want)
	}
	// Of 10M × 1.5 s Lambda costs $431.88 and more, the three nodes and what stands
	// around them $445 and more: EKS at 30 ms is far behind, at 1.5 s it is near.
	if found.Cheapest != checklist.Serverless || found.Second != checklist.Kubernetes || a.Value != "200ms" || a.Ends[0].Text != "30ms" || a.Ends[1].Text != "1.5s" {
		t.Errorf("%s before %s, %+v", found.Cheapest, found.Second, a)
	}
	// Both sides of AWS pay $0.50 a GB of logs; those of the cluster pass NAT too.
	if a, want := assumptionOf(found, "components.api.logs"), 10e6*(10-0.2)/1048576*0.045; a == nil || math.Abs(a.Moves-want) > 0.01 {
		t.Errorf("logs move %+v, want %v", a, want)
	}
	// The memory of a pod is no more than three nodes have.
	if a := assumptionOf(found, "components.api.memory"); a != nil {
		t.Errorf("memory is said to move %v on a function whose setting is given", a.Moves)
	}
}

// TestRestsOnIsWhatStatingSays: each end costs on every platform what the whole
// evaluation of a scenario says that states it.
func TestRestsOnIsWhatStatingSays(t *testing.T) {
	t.Parallel()
	book := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e := modeltest.Evaluate(t, drawOpen(t))
		found := resting(t, e)
		for i := range found.Assumptions {
			a := &found.Assumptions[i]
			for k := range a.Ends {
				n := &a.Ends[k]
				s, stated := stating(e, a, n)
				if !stated {
					continue
				}
				there, err := model.Decide(s, book)
				if err != nil {
					t.Fatal(err)
				}
				of := func(o checklist.Option) float64 { return there.Platform(o).Cost(there.Volume()) }
				if found.Second == "" || math.IsInf(n.Gap, 0) {
					continue
				}
				if want := of(found.Second) - of(found.Cheapest); math.Abs(n.Gap-want) > 0.01+1e-6*math.Abs(want) {
					t.Fatalf("%s at %s: the gap is %v, stated it is %v", a.Path, n.Text, n.Gap, want)
				}
			}
		}
	})
}

// drawOpen draws a scenario of one component of which little is said.
func drawOpen(t *rapid.T) scenario.Scenario {
	text := "runwhere: 1\ncomponents:\n  - name: api\n    requests_per_month: " + rapid.SampledFrom([]string{"300K", "4M", "60M", "900M"}).Draw(t, "requests") + "\n"
	for _, line := range []string{"duration: 300ms", "cpu_time: 20ms", "memory: 200MiB", "logs: 2KiB", "trigger: queue", "traffic: spiky", "peak_to_mean: 3"} {
		if rapid.Bool().Draw(t, line) {
			text += "    " + line + "\n"
		}
	}
	text += "platforms: {kubernetes: {autoscale: " + rapid.SampledFrom([]string{"hpa", "keda"}).Draw(t, "autoscale") + "}}\n"
	s, err := scenariofile.Decode("open.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// stating is the scenario with an end given in it, where one key can say it.
func stating(e *model.Evaluation, a *Assumption, n *End) (scenario.Scenario, bool) {
	s := e.Scenario.Clone()
	switch a.Field.Path {
	case paths.ComponentMemory, paths.ComponentPeakToMean, paths.ComponentBurst, paths.PodMemory, paths.PodMinReplicas:
		return s, false // a given memory is the pod's too, peak and burst go together, given pods make a service
	}
	v := n.Value
	if a.Field.Plausible.Relative() {
		c := &e.Resolved.Workload.Components[0]
		of := c.Duration
		if a.Field.Plausible.Of == paths.ComponentMemory {
			of = c.Memory
		}
		v *= of
	}
	return s, a.Field.SetAmount(&s, scenario.At{}, quantity.Exactly(v)) == nil
}

// TestWhatDecidesIsListedFirst: the assumptions that change the winner stand
// before all others, each of both farther from the front moves less, and none that
// decides is missing: the cheapest single platform changes at no other end.
func TestWhatDecidesIsListedFirst(t *testing.T) {
	t.Parallel()
	book := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e := modeltest.Evaluate(t, drawOpen(t))
		found := resting(t, e)
		if today := e.Cheapest(e.Volume()); today == nil && found.Cheapest != "" || today != nil && today.Option != found.Cheapest {
			t.Fatalf("%v is the cheapest, and here %s", today, found.Cheapest)
		}
		for i := 1; i < len(found.Assumptions); i++ {
			a, b := &found.Assumptions[i-1], &found.Assumptions[i]
			if b.Decides && !a.Decides || a.Decides == b.Decides && b.Moves > a.Moves {
				t.Fatalf("%s stands before %s", a.Path, b.Path)
			}
		}
		for _, f := range scenario.Fields() {
			if f.Plausible == nil || f.Plausible.Relative() || !f.Path.In(paths.Component) || f.Path.In(paths.Call) {
				continue
			}
			if _, given := f.Value(&e.Scenario, scenario.At{}); given {
				continue
			}
			for _, v := range []float64{f.Plausible.Low, f.Plausible.High} {
				n := &End{Value: v}
				s, stated := stating(e, &Assumption{Field: f, Components: []int{0}}, n)
				if !stated {
					continue
				}
				there, err := model.Decide(s, book)
				if err != nil {
					t.Fatal(err)
				}
				o := checklist.Option("")
				if p := there.Cheapest(there.Volume()); p != nil {
					o = p.Option
				}
				a := assumptionOf(found, f.Path.Named("api"))
				if o != found.Cheapest && !slices.ContainsFunc(there.Platforms, func(p *costs.Platform) bool { return len(p.Refusals) > 0 }) && (a == nil || !a.Decides) {
					t.Fatalf("%s of %v makes %s the cheapest, and is not said to decide", f.Path, v, o)
				}
			}
		}
	})
}

// TestRestsOnIsTheSameEveryTime: workers side by side change nothing.
func TestRestsOnIsTheSameEveryTime(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("game-backend")
	if err != nil {
		t.Fatal(err)
	}
	e := modeltest.Evaluate(t, s)
	words := func() string {
		found, text := resting(t, e), ""
		for i := range found.Assumptions {
			text += found.Text(e, &found.Assumptions[i]) + "\n"
		}
		return text + found.Rest()
	}
	if a, b := words(), words(); a != b || !strings.Contains(a, "(assumed)") && !strings.Contains(a, "assumed") {
		t.Errorf("%s\nthen\n%s", a, b)
	}
}

// TestOneDefaultOfManyMovesTogether: two components without a duration share its
// default, and what moves is the sum of what it moves for each alone. By hand:
// 10M and 30M runs on functions of 1,769 MiB and a fixed fleet, as in
// TestRestsOnByHand: 40M × 1.47 × 1.7275390625 × 0.0000166667.
func TestOneDefaultOfManyMovesTogether(t *testing.T) {
	t.Parallel()
	e := modeltest.Decoded(t, `components:
  - {name: a, requests_per_month: 10M, cpu_time: 1ms, function_memory: 1769MiB, isolate_memory: 1GiB, pin: serverless}
  - {name: b, requests_per_month: 30M, cpu_time: 1ms, function_memory: 1769MiB, isolate_memory: 1GiB, pin: serverless}
`)
	found := resting(t, e)
	a := assumptionOf(found, "components.*.duration")
	if want := 40e6 * 1.47 * 1769 / 1024 * 0.0000166667; a == nil || a.Scope != "2 components" || math.Abs(a.Moves-want) > 0.01 {
		t.Errorf("the duration is %+v, want it to move %v", a, want)
	}
	if found.Second != "" {
		t.Errorf("both are pinned, and %s is a second one", found.Second)
	}
}

// TestALimitThatOnlyADefaultBreaksDecidesNothing: 200 MiB of memory are about 136
// in an isolate, if the runtime takes 64: Workers stay in, at both ends of what an
// isolate may need, and the limit names what is to be confirmed.
func TestALimitThatOnlyADefaultBreaksDecidesNothing(t *testing.T) {
	t.Parallel()
	e := modeltest.Decoded(t, "components: [{name: img, requests_per_month: 1M, duration: 300ms, memory: 200MiB}]\n")
	if p := e.Platform(checklist.Wasm); !p.Feasible() || len(p.Caveats) == 0 {
		t.Fatalf("refusals %v, caveats %v", p.Refusals, p.Caveats)
	}
	for _, c := range e.Constraints() {
		if c.Assumed && c.ConfirmKey() != "components.img.isolate_memory" {
			t.Errorf("%s: confirm %s", c.Text(), c.ConfirmKey())
		}
	}
	if a := assumptionOf(resting(t, e), "components.img.isolate_memory"); a != nil && a.Decides {
		t.Errorf("%+v", a)
	}
}

// TestRequestsThatNobodyGaveAreAlwaysListed, and never where the checklist gives
// the whole.
func TestRequestsThatNobodyGaveAreAlwaysListed(t *testing.T) {
	t.Parallel()
	if assumptionOf(resting(t, modeltest.Decoded(t, "")), "components.app.requests_per_month") == nil {
		t.Error("nothing is known of the volume, and nobody says so")
	}
	if a := assumptionOf(resting(t, modeltest.Decoded(t, "checklist: {requests_per_month: 20M}\n")), "components.app.requests_per_month"); a != nil {
		t.Errorf("20M were given: %+v", a)
	}
	a := assumptionOf(resting(t, modeltest.Decoded(t, "checklist: {requests_per_month: 30M-or-more}\n")), "components.app.requests_per_month")
	if a == nil || a.Ends[0].Value != 30e6 {
		t.Errorf("30M or more: %+v", a)
	}
}

// TestAnAssumedDiscountIsMoved: what a reservation of nodes takes off is not known
// of AKS, 41 % of them are assumed and 30 to 45 are plausible. Three nodes of
// Standard_D2s_v5 that nothing scales run in every hour, 3 × 730 h × $0.096 on
// demand in eastus: the gap moves by 15 % of that.
func TestAnAssumedDiscountIsMoved(t *testing.T) {
	t.Parallel()
	e := modeltest.Decoded(t, `cloud: azure
region: eastus
components: [{name: api, requests_per_month: 1M, duration: 50ms, cpu_time: 5ms, memory: 200MiB, isolate_memory: 1GiB}]
platforms: {kubernetes: {node: Standard_D2s_v5, nodes: 3, purchase: savings-1y}, containers: {min_instances: 1000}}
`)
	a := assumptionOf(resting(t, e), "platforms.kubernetes.discount")
	if a == nil || a.Value != "41%" || len(a.Ends) != 2 || a.Ends[0].Text != "30%" || a.Ends[1].Text != "45%" {
		t.Fatalf("the discount is %+v", a)
	}
	if want := 3 * 730 * 0.096 * 0.15; math.Abs(a.Moves-want) > 0.01 {
		t.Errorf("it moves the gap by %v, want %v", a.Moves, want)
	}
	exact := modeltest.Decoded(t, "components: [{name: api, requests_per_month: 1M}]\nplatforms: {kubernetes: {node: m7g.large, purchase: savings-1y}}\n")
	if a := assumptionOf(resting(t, exact), "platforms.kubernetes.discount"); a != nil {
		t.Errorf("of m7g it is known, and assumed to be %s", a.Value)
	}
}
