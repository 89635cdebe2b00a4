package model

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

// TestPlaceByHand bills drawn placements as building each side's platform for
// itself does; what is refused has no price.
func TestPlaceByHand(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		e, err := Evaluate(scenariotest.DrawConnected(t, 6), b)
		if err != nil {
			t.Fatal(err)
		}
		p, err := e.NewSolver()
		if err != nil {
			t.Fatal(err)
		}
		options := make([]checklist.Option, len(e.Split.Placements))
		want := 0.0
		for i := range options {
			options[i] = rapid.SampledFrom(checklist.Placeable).Draw(t, "option")
			if _, refused := p.Refusals[i][options[i]]; refused {
				want = math.Inf(1)
			}
		}
		want += slowCost(e, split.Indices(options))
		split := e.Place(options)
		if !same(split.USD, want) {
			t.Fatalf("%v costs %v, want %v", options, split.USD, want)
		}
		if !slices.Equal(split.Options(), options) {
			t.Fatalf("%v is placed as %v", options, split.Options())
		}
		if e.Split.Optimal && split.Feasible && split.USD < e.Split.USD-1e-6 && !pinsBroken(e, options) {
			t.Fatalf("%v costs %v, less than the cheapest: %v", options, split.USD, e.Split.USD)
		}
	})
}

func pinsBroken(e *Evaluation, options []checklist.Option) bool {
	for i, pin := range e.Resolved.Pins {
		if pin != "" && pin != options[i] {
			return true
		}
	}
	return false
}

const glued = `region: us-east-1
components:
  - {name: web, requests_per_month: 40M, duration: 50ms, memory: 256MiB, function_memory: 256MiB, measured_at: 256MiB, isolate_memory: 256MiB, traits: [stateful], calls: [{to: pdf, per_request: 0.01, payload: 64KiB}]}
  - {name: pdf, requests_per_month: 400K, duration: 3s, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB, cpu_time: 900ms, traffic: spiky, trigger: queue, source: none}
platforms: {kubernetes: {nat_gateways: 1}, serverless: {front_door: http-api, nat_gateways: 1}}
`

// TestTaxByHand: 400,000 calls cross. Each is one event at $1 a million, and
// 64 KiB through the NAT gateway at $0.045 a GB: 400,000 × 64 ÷ 1,048,576 =
// 24.4140625 GB, $1.098633 and $0.40. Lambda's floor is the NAT gateway's 730 h
// at $0.045 and its address at $0.005: $36.50. The guide's lines for a second
// toolchain are 1,200 + 600 + 500.
func TestTaxByHand(t *testing.T) {
	t.Parallel()
	e := decoded(t, glued)
	split := e.Place([]checklist.Option{checklist.Kubernetes, checklist.Serverless})
	tax := e.Tax(&split)
	if len(split.Glue) != 1 || math.Abs(tax.GlueUSD-1.498633) > 1e-6 || tax.ToolchainUSD != 2300 {
		t.Errorf("%+v %+v", tax, split.Glue)
	}
	if len(tax.Floors) != 1 || tax.Floors[0].Platform.ID != "lambda" || math.Abs(tax.Floors[0].USD-36.5) > 1e-9 {
		t.Errorf("floors %+v", tax.Floors)
	}
	one := e.Place([]checklist.Option{checklist.Kubernetes, checklist.Kubernetes})
	if tax := e.Tax(&one); tax.USD() != 0 {
		t.Errorf("one platform pays %+v", tax)
	}
}

// TestRunnerUpOfTwo: of two components with one pinned by what it keeps, the
// runner-up is the other one's next best place.
func TestRunnerUpOfTwo(t *testing.T) {
	t.Parallel()
	e := decoded(t, glued)
	r := scenariotest.Sure(FindRunnerUp(t.Context(), e))
	if r == nil || !r.Optimal || len(r.Moves) != 1 || r.Moves[0].Component != "pdf" {
		t.Fatalf("%+v", r)
	}
	c := &e.Split.Placements[1]
	next := math.Inf(1)
	for _, o := range checklist.Placeable {
		if o != c.Option {
			next = math.Min(next, c.Moving[o])
		}
	}
	if !same(r.More, next) || !same(r.USD, e.Split.USD+next) {
		t.Errorf("%+v, the moves cost %v", r, c.Moving)
	}
}

// TestPatternOfTheGuide: the guide's own components are placed as its diagram
// has them, and every difference of the cheapest placement is explained.
func TestPatternOfTheGuide(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	e, err := Evaluate(s, scenariotest.PriceBook(t))
	if err != nil {
		t.Fatal(err)
	}
	p := e.Pattern()
	if len(p.Exceptions) != 0 {
		t.Errorf("%+v", p.Exceptions)
	}
	for i, c := range p.Split.Placements {
		want := checklist.Kubernetes
		if i >= 9 {
			want = checklist.Serverless
		}
		if c.Option != want {
			t.Errorf("%s is on %s by %q", c.Component, c.Option, p.Rules[i])
		}
		if differs := c.Option != e.Split.Placements[i].Option; differs {
			d := slices.IndexFunc(p.Differences, func(d PatternDiffers) bool { return d.Component == c.Component })
			if d < 0 || p.Differences[d].Moving < -1e-6 || !strings.Contains(p.Differences[d].Why, c.Component) || !strings.Contains(p.Differences[d].Why, "instead of $") {
				t.Errorf("%s differs and is not explained", c.Component)
			}
		}
	}
	if p.Shared()+len(p.Differences) != 18 || !same(p.Split.USD, e.Split.USD+p.More) {
		t.Errorf("%d shared, %d differ, %v more", p.Shared(), len(p.Differences), p.More)
	}
}

// TestPatternSaysWhatItCannotHave: limits and pins come before the pattern.
func TestPatternSaysWhatItCannotHave(t *testing.T) {
	t.Parallel()
	e := decoded(t, `components:
  - {name: images, requests_per_month: 1M, traffic: spiky, trigger: queue, traits: [gpu]}
  - {name: webhooks, requests_per_month: 1M, pin: kubernetes}
  - {name: catalog, requests_per_month: 1M, traffic: steady}
`)
	p := e.Pattern()
	if len(p.Exceptions) != 2 || !strings.Contains(p.Exceptions[0].Why, "GPU") || !strings.Contains(p.Exceptions[1].Why, "pinned to kubernetes") {
		t.Errorf("%+v", p.Exceptions)
	}
	if p.Follows() || p.Rules[2] != "steady traffic" {
		t.Errorf("%+v", p)
	}
}

// TestSplitByVolumeIsTheSplitThere: at drawn volumes, away from where anything
// moves, the strip's placement costs what the best one there does.
func TestSplitByVolumeIsTheSplitThere(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	seen := 0
	rapid.Check(t, func(t *rapid.T) {
		if seen++; seen > 25 { // each is as much work as sixty splits
			return
		}
		e, err := Evaluate(scenariotest.DrawConnected(t, 4), b)
		if err != nil {
			t.Fatal(err)
		}
		strip := scenariotest.Sure(FindSplitByVolume(t.Context(), e))
		for i := range strip.Components {
			spans := strip.Spans[i]
			if spans[0].From != LowestVolume || spans[len(spans)-1].To != HighestVolume {
				t.Fatalf("%+v does not reach over the axis", spans)
			}
			for k := 1; k < len(spans); k++ {
				if spans[k].From != spans[k-1].To || spans[k].Option == spans[k-1].Option {
					t.Fatalf("%+v", spans)
				}
			}
		}
		volume := math.Pow(10, rapid.Float64Range(4, 10).Draw(t, "decade"))
		for _, m := range strip.Moves {
			if math.Abs(math.Log(m.Volume/volume)) < math.Log(volumeStep) {
				return
			}
		}
		p, err := e.ScaledTo(volume).NewSolver()
		if err != nil {
			t.Fatal(err)
		}
		best := p.Solve(t.Context())
		at := make([]int, len(best.At))
		for i := range at {
			at[i] = slices.Index(checklist.Placeable, strip.At(i, volume))
		}
		if math.IsInf(best.Usd, 1) {
			return
		}
		// Between two looks that agree the placement may still change and change
		// back, as whole nodes come and go: where it does, the one that is shown
		// is dearer by a node of each cluster with its fees and disk, or a little.
		nodes := 0.0
		for _, platform := range e.Platforms {
			if platform.Fleet != nil {
				nodes += 1.3 * platform.Fleet.Node.Hour.USD(costs.HoursPerMonth, false)
			}
		}
		if got := p.Cost(at); got > best.Usd*1.05+1+nodes {
			t.Fatalf("at %v the strip's placement costs %v, the best one %v", volume, got, best.Usd)
		}
	})
}

// TestStatefulStaysAtEveryVolume: nothing else takes what keeps state.
func TestStatefulStaysAtEveryVolume(t *testing.T) {
	t.Parallel()
	strip := scenariotest.Sure(FindSplitByVolume(t.Context(), decoded(t, glued)))
	if len(strip.Spans[0]) != 1 || strip.Spans[0][0].Option != checklist.Kubernetes || strip.At(0, 1e6) != checklist.Kubernetes {
		t.Errorf("%+v", strip.Spans[0])
	}
}

// TestStripOfOneComponentIsTheEnvelope: a system of one component moves where
// the cheapest curve changes.
func TestStripOfOneComponentIsTheEnvelope(t *testing.T) {
	t.Parallel()
	e := decoded(t, "components: [{name: app, requests_per_month: 20M, duration: 300ms}]\nplatforms: {serverless: {nat_gateways: 0}}\n")
	strip, envelope := scenariotest.Sure(FindSplitByVolume(t.Context(), e)), e.Envelope()
	if len(strip.Moves) == 0 || len(strip.Moves) != len(envelope)-1 {
		t.Fatalf("%d moves, %d segments", len(strip.Moves), len(envelope))
	}
	for i, m := range strip.Moves {
		if want := envelope[i+1]; m.To != want.Cheapest.Option || m.Volume < want.From || m.Volume > want.From*volumeStep {
			t.Errorf("moves to %s at %v, the envelope to %s at %v", m.To, m.Volume, want.Cheapest.Name, want.From)
		}
	}
}
