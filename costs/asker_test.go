package costs

import (
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
)

// drawNumbers changes some numbers of a workload, across the bounds at which
// meters and limits come and go.
func drawNumbers(t *rapid.T, w Workload) {
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
}

// drawChange changes anything of a workload and its settings: one of the
// settings' numbers, all of the settings, a week, what a component is, or which
// components there are.
func drawChange(t *rapid.T, s *Settings, w *Workload) {
	i := rapid.IntRange(0, len(w.Components)-1).Draw(t, "of")
	c := &w.Components[i]
	few := func(name string, least, most float64) float64 { return rapid.Float64Range(least, most).Draw(t, name) }
	switch rapid.IntRange(0, 9).Draw(t, "what") {
	case 0, 1:
		drawNumbers(t, *w)
	case 2:
		k, f := &s.Kubernetes, &s.Serverless
		k.Nodes, k.MinNodes, k.TargetUtilization = float64(rapid.IntRange(1, 60).Draw(t, "nodes")), float64(rapid.IntRange(0, 5).Draw(t, "least")), few("target", 0.2, 1)
		k.Clusters = few("clusters", 1, 5)
		k.Packing, k.SpotShare, k.NATGateways, k.NodeVolume = few("packing", 0.3, 1), few("spot share", 0.1, 0.9), few("gateways", 0.5, 4), few("disk", 1, 90)
		f.NATGateways, f.ProvisionedConcurrency, f.ColdStartRate, f.SnapVersions = few("gateways", 0.5, 4), few("warm", 0.5, 40), few("cold", 0.01, 0.5), few("versions", 1, 9)
		f.Concurrency, f.VCPU, f.InstanceMemory, f.MinInstances = few("at once", 1, 90), few("vcpu", 0.1, 4), few("instance", 100, 5000), few("kept", 0.5, 9)
		s.Wasm.Density = few("density", 1, 8)
	case 3:
		s.Kubernetes.Discount, s.Kubernetes.SpotDiscount = few("discount", 0.1, 0.9), few("spot discount", 0.1, 0.9)
	case 4:
		*s = *drawSettings(t)
		s.Kubernetes.Nodes = 20
	case 5:
		c.Shape = c.Shape.WithPeak(rapid.Float64Range(1, 5).Draw(t, "peak"))
	case 6:
		c.Traits.GPU, c.Traits.PersistentConnections, c.Traits.CustomNetworking, c.HTTP = rapid.Bool().Draw(t, "gpu"), rapid.Bool().Draw(t, "sockets"), rapid.Bool().Draw(t, "networking"), rapid.Bool().Draw(t, "http")
		c.Pool = rapid.SampledFrom([]string{"", "batch"}).Draw(t, "pool")
		c.Runtime, c.Assumed.Memory = rapid.SampledFrom([]string{"", "java", "go"}).Draw(t, "runtime"), rapid.Bool().Draw(t, "assumed")
	case 7:
		for k := range w.Calls {
			w.Calls[k].PerRequest, w.Calls[k].Payload = few("calls a request", 0, 4), few("payload", 0, 90)
		}
	case 8:
		c.Places = drawOwn(t)
	case 9:
		*w = drawWorkload(t)
	}
}

// sameRefusals compares whom a platform refuses.
func sameRefusals(a, b []Refusal) bool {
	count := map[string]int{}
	for _, r := range a {
		count[r.Component]++
	}
	for _, r := range b {
		count[r.Component]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// TestAskedIsBuilt holds every kind of platform that is asked again, after any
// change and after further ones, against one that is built anew: to the last
// bit, since both add up the same terms in the same order.
func TestAskedIsBuilt(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		w, s := drawWorkload(t), drawSettings(t)
		drawPlace(t, s)
		s.Kubernetes.Sizing = Sizing(rapid.IntRange(0, 2).Draw(t, "any sizing"))
		s.Kubernetes.Nodes = 20
		var askers []*Asker
		for _, k := range Kinds() {
			askers = append(askers, Compile(k.ID, book, s, &w, Moves{true, true, true}))
		}
		for range rapid.IntRange(1, 5).Draw(t, "rounds") {
			for k, kind := range Kinds() {
				built, wrong := Build(kind.ID, book, s, w)
				asked, err := askers[k].Ask()
				if (err != nil) != (wrong != nil) {
					t.Fatalf("%s: asked %v, built anew %v", kind.ID, err, wrong)
				}
				if err != nil {
					continue
				}
				if !sameRefusals(asked.Refusals, built.Refusals) || !sameRefusals(asked.Caveats, built.Caveats) {
					t.Fatalf("%s refuses %v and doubts %v, built anew %v and %v", kind.ID, asked.Refusals, asked.Caveats, built.Refusals, built.Caveats)
				}
				asked.Refusals, built.Refusals = nil, nil // the arithmetic is on trial too
				if asked.Partly() != built.Partly() || asked.Region != built.Region {
					t.Fatalf("%s in %s lacks %+v, built anew in %s %+v", kind.ID, asked.Region, asked.Unbilled, built.Region, built.Unbilled)
				}
				if rapid.Bool().Draw(t, "asked how much") && asked.MaxVolume() != built.MaxVolume() {
					t.Fatalf("%s carries %v, built anew %v", kind.ID, asked.MaxVolume(), built.MaxVolume())
				}
				for _, q := range []float64{0, 1e4, w.Requests(), 1e8, 1e10} {
					if got, want := asked.Cost(q), built.Cost(q); got != want {
						t.Fatalf("%s at %v costs %v, built anew %v", kind.ID, q, got, want)
					}
					if got, want := asked.AtLeast(q), built.AtLeast(q); got != want {
						t.Fatalf("%s at %v costs at least %v, built anew %v", kind.ID, q, got, want)
					}
				}
			}
			drawChange(t, s, &w)
		}
	})
}

// TestAskedOftenIsBuilt: it holds too after many changes, and where only numbers
// may change.
func TestAskedOftenIsBuilt(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		w, s := drawWorkload(t), drawSettings(t)
		kind := rapid.SampledFrom(Kinds()).Draw(t, "kind")
		asker := Compile(kind.ID, book, s, &w, Moves{})
		for range 60 {
			drawNumbers(t, w)
			built, err := Build(kind.ID, book, s, w)
			if err != nil {
				t.Fatal(err)
			}
			asked, err := asker.Ask()
			if err != nil {
				t.Fatal(err)
			}
			asked.Refusals, built.Refusals = nil, nil
			if got, want := asked.Cost(w.Requests()), built.Cost(w.Requests()); got != want {
				t.Fatalf("%s costs %v, built anew %v", kind.ID, got, want)
			}
		}
	})
}
