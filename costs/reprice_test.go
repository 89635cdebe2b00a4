package costs

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
)

// drawChange changes some numbers of a workload and of the settings that a
// Repricer follows, across the bounds at which meters and limits come and go.
func drawChange(t *rapid.T, s *Settings, w Workload) {
	for range rapid.IntRange(1, 6).Draw(t, "changes") {
		c := &w.Components[rapid.IntRange(0, len(w.Components)-1).Draw(t, "component")]
		factor := rapid.SampledFrom([]float64{0, 0.3, 1.7, 40}).Draw(t, "factor")
		switch number := c.numbers()[rapid.IntRange(0, numberCount-1).Draw(t, "number")]; number {
		case &c.Pod.CPU, &c.Pod.Memory, &c.Pod.Concurrency, &c.Duration, &c.CPUTime, &c.Memory:
			*number *= max(0.3, factor)
		case &c.Response, &c.Ephemeral, &c.Connections:
			*number = rapid.SampledFrom([]float64{0, 400, 600, 7000, 300_000}).Draw(t, "size")
		default:
			*number *= factor
		}
	}
	s.Kubernetes.Nodes = float64(rapid.IntRange(1, 60).Draw(t, "new nodes"))
	s.Kubernetes.TargetUtilization = rapid.Float64Range(0.2, 1).Draw(t, "new target")
	s.Kubernetes.MinNodes = float64(rapid.IntRange(0, 5).Draw(t, "new minimum"))
	s.Wasm.Density = rapid.Float64Range(1, 8).Draw(t, "new density")
}

// TestRepricedIsBuilt holds every platform that is priced again after a change,
// and after another one, against one that is built anew.
func TestRepricedIsBuilt(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		w, s := drawWorkload(t), drawSettings(t)
		s.Kubernetes.Sizing = Sizing(rapid.IntRange(0, 2).Draw(t, "any sizing"))
		s.Kubernetes.Nodes = 20
		repricers, ids := map[string]*Repricer{}, []string(nil)
		for _, k := range Kinds() {
			if r := NewRepricer(k.ID, book, s, w, false); r != nil {
				repricers[k.ID] = r
				ids = append(ids, k.ID)
			}
		}
		for _, always := range []string{"eks", "gke", "aks", "cloud-functions", "azure-functions", "cloudflare-workers", "fastly-compute", "spinkube", "wasmcloud"} {
			if repricers[always] == nil {
				t.Fatalf("%s is built anew for every change", always)
			}
		}
		if repricers["lambda"] == nil && s.Serverless.ProvisionedConcurrency == 0 {
			t.Fatal("lambda is built anew for every change")
		}
		for range 3 {
			drawChange(t, s, w)
			for _, id := range ids {
				r := repricers[id]
				built, err := Build(id, book, s, w)
				if err != nil {
					t.Fatal(err)
				}
				again := r.Reprice()
				if rapid.Bool().Draw(t, "asked") && again.MaxVolume() != built.MaxVolume() {
					t.Fatalf("%s carries %v, built anew %v", id, again.MaxVolume(), built.MaxVolume())
				}
				for _, q := range []float64{0, 1e4, w.Requests(), 1e8, 1e10} {
					if got, want := again.Cost(q), built.Cost(q); got != want && !(math.Abs(got-want) <= 1e-9*want) {
						t.Fatalf("%s at %v costs %v, built anew %v", id, q, got, want)
					}
				}
			}
		}
	})
}

// TestReshapedIsBuilt: the hours are grouped again where the week changes.
func TestReshapedIsBuilt(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s, w := &Settings{Cloud: pricebook.AWS, Region: "us-east-1"}, probeWorkload()
	s.Kubernetes = KubernetesSettings{TargetUtilization: 0.6, Packing: DefaultPacking, MinNodes: 1}
	r := NewRepricer("eks", book, s, w, true)
	for _, peak := range []float64{1, 3, 1.2} {
		w.Components[1].Shape = w.Components[0].Shape.WithPeak(peak)
		built, err := Build("eks", book, s, w)
		if err != nil {
			t.Fatal(err)
		}
		built.Refusals = nil // a GPU that no default node has
		again := r.Reprice()
		again.Refusals = nil
		if got, want := again.Cost(3e8), built.Cost(3e8); math.Abs(got-want) > 1e-9*want {
			t.Errorf("with a peak of %v %v, built anew %v", peak, got, want)
		}
	}
}
