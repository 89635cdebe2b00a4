package costs

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

// podsOf is a workload of one component for each pod: vCPU, MiB and whether it
// needs a GPU.
func podsOf(pods ...[3]float64) Workload {
	var w Workload
	for i, p := range pods {
		c := usualWorkload().Components[0]
		c.Name, c.Pod.CPU, c.Pod.Memory, c.Traits.GPU = string(rune('a'+i)), p[0], p[1], p[2] > 0
		w.Components = append(w.Components, c)
	}
	return w
}

// nodesAlone are settings of a region without all that is around the nodes: not
// every region has a price for that.
func nodesAlone(provider, region string) *Settings {
	s := usualSettings()
	s.Cloud, s.Region, s.Anywhere = provider, region, false
	k := &s.Kubernetes
	k.LoadBalancer, k.NATGateways, k.PublicIPv4, k.NodeVolume, k.Logs, k.Tier = "none", 0, false, 0, "none", "free"
	return s
}

// nodeOf is the type of the nodes that the first component runs on.
func nodeOf(t testing.TB, kind string, s *Settings, w Workload) *pricebook.Instance {
	t.Helper()
	return nodeUnder(t, built(t, kind, s, w), 0)
}

// nodeUnder is the type of the nodes that a component runs on, by auto's choice.
func nodeUnder(t interface {
	Helper()
	Fatalf(string, ...any)
}, p *Platform, component int,
) *pricebook.Instance {
	t.Helper()
	for _, f := range p.Fleets {
		if slices.Contains(f.members, component) {
			if !f.Auto {
				t.Fatalf("%s: nobody chose a node, and auto did not either", p.ID)
			}
			return f.Node
		}
	}
	t.Fatalf("%s: component %d is in no pool", p.ID, component)
	return nil
}

// TestAutoNodeByHand works out what a node costs for the pods. A node leaves
// (allocatable − 0.2 vCPU, − 400 MiB) for them:
//
//	half a vCPU and 512 MiB on c5: large 1.73, xlarge 3.72, 2xlarge 7.71, 4xlarge 15.69 vCPU; per pod
//	0.0246, 0.0228, 0.0220 and 0.0217 USD an hour: xlarge is the smallest within 10 % of the least, and
//	c6i.xlarge costs the same and comes after it by name
//	half a vCPU and 8 GiB need 0.595 of a large r6i's 13,762 MiB, 0.2816 of an xlarge's 29,088 (free by the
//	table), of 0.126 and 0.252 USD: 0.0750 and 0.0709; 64 GiB fit 16 vCPU with 128 GiB and no less
func TestAutoNodeByHand(t *testing.T) {
	t.Parallel()
	const gib = 1024
	for _, c := range []struct {
		kind, region, arch string
		w                  Workload
		want               string
	}{
		{"eks", "us-east-1", "x86", podsOf([3]float64{0.5, 512}), "c5.xlarge"},
		{"eks", "us-east-1", "arm64", podsOf([3]float64{0.5, 512}), "c6g.xlarge"},
		{"eks", "us-east-1", "x86", podsOf([3]float64{0.5, 8 * gib}), "r6i.large"},
		{"eks", "us-east-1", "x86", podsOf([3]float64{0.5, 64 * gib}), "r6i.4xlarge"},
		{"eks", "us-east-1", "x86", podsOf([3]float64{0.5, 200 * gib}), "r6i.8xlarge"},
		{"eks", "us-east-1", "x86", podsOf([3]float64{3, 8 * gib, 1}), "g4dn.xlarge"},
		{"eks", "us-east-1", "x86", podsOf([3]float64{3, 64 * gib, 1}), "g6.8xlarge"},
		{"eks", "us-east-1", "arm64", podsOf([3]float64{3, 8 * gib, 1}), "g4dn.xlarge"}, // no arm64 type has a GPU
		{"gke", "us-central1", "x86", podsOf([3]float64{0.5, 512}), "e2-standard-4"},
		{"gke", "us-central1", "x86", podsOf([3]float64{0.5, 64 * gib}), "e2-highmem-16"},
		{"gke", "us-central1", "x86", podsOf([3]float64{1, 4 * gib, 1}), "g2-standard-4"},
		{"aks", "eastus", "x86", podsOf([3]float64{0.5, 512}), "Standard_D4as_v5"},
		{"aks", "eastus", "x86", podsOf([3]float64{0.5, 64 * gib}), "Standard_E16s_v5"},
		{"aks", "eastus", "x86", podsOf([3]float64{1, 4 * gib, 1}), "Standard_NC4as_T4_v3"},
	} {
		s := usualSettings()
		s.Region, s.Cloud, s.Serverless.Architecture = c.region, map[string]string{"eks": pricebook.AWS, "gke": pricebook.GCP, "aks": pricebook.Azure}[c.kind], c.arch
		if got := nodeOf(t, c.kind, s, c.w).Type; got != c.want {
			pod := c.w.Components[0].Pod
			t.Errorf("%s on %s for %v vCPU and %v MiB: %s, want %s", c.kind, c.arch, pod.CPU, pod.Memory, got, c.want)
		}
	}
}

// TestAutoNodeTakesWhatMayCome: a component that is pinned elsewhere, or that
// no Wasm module can be, asks nothing of the nodes.
func TestAutoNodeTakesWhatMayCome(t *testing.T) {
	t.Parallel()
	w := podsOf([3]float64{0.5, 512}, [3]float64{3, 8192, 1})
	p := built(t, "eks", usualSettings(), w)
	if plain, gpu := nodeUnder(t, p, 0), nodeUnder(t, p, 1); plain.Type != "c5.xlarge" || gpu.GPU != 1 {
		t.Errorf("a component that needs a GPU runs on %s, one that needs none on %s", gpu.Type, plain.Type)
	}
	if got := nodeOf(t, "spinkube", usualSettings(), w).Type; got != "c5.xlarge" {
		t.Errorf("SpinKube, which takes no GPU work, runs on %s", got)
	}
	w.Components[1].Pin = checklist.Serverless
	if got := nodeOf(t, "eks", usualSettings(), w).Type; got != "c5.xlarge" {
		t.Errorf("what needs a GPU runs elsewhere, and the nodes are %s", got)
	}
}

// TestAutoNodeIsNeitherOfVolumeNorOfPlacement: the part that is placed on a
// cluster has the nodes of the whole, at any volume.
func TestAutoNodeIsNeitherOfVolumeNorOfPlacement(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w, s := drawWorkload(t), drawSettings(t)
		s.Kubernetes.Node = pricebook.AutoNode
		other := Workload{Components: append([]Component(nil), w.Components...), System: w.Components}
		for i := range other.Components {
			other.Components[i].Requests *= rapid.SampledFrom([]float64{0, 0.1, 30}).Draw(t, "factor")
		}
		other.Components = other.Components[:rapid.IntRange(1, len(w.Components)).Draw(t, "placed")]
		for _, kind := range []string{"eks", "gke", "aks", "spinkube"} {
			book, _ := pricebook.Embedded()
			whole, err := Build(kind, book, s, w)
			part, errPart := Build(kind, book, s, other)
			if err != nil || errPart != nil {
				t.Fatal(err, errPart)
			}
			if whole.Fleet.Node != part.Fleet.Node {
				t.Fatalf("%s: %s for the whole, %s for a part", kind, whole.Fleet.Node.Type, part.Fleet.Node.Type)
			}
		}
	})
}

// TestAutoNodeNeverRefuses: whatever a single pod asks for, it is refused only
// where no type of the region holds it, and more memory never makes it run
// nowhere while a larger type is there.
func TestAutoNodeNeverRefuses(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]string{"eks", "gke", "aks"}).Draw(t, "kind")
		k, _ := KindOf(kind)
		s := nodesAlone(k.Provider, rapid.SampledFrom(book.MachineRegions(k.Provider)).Draw(t, "region"))
		s.Serverless.Architecture = rapid.SampledFrom([]string{"x86", "arm64"}).Draw(t, "arch")
		w := podsOf([3]float64{rapid.Float64Range(0.01, 40).Draw(t, "vCPU"), math.Exp(rapid.Float64Range(4, 14).Draw(t, "log of MiB")), 0})
		c := &w.Components[0]
		c.Response = 0
		c.Traits.GPU = rapid.Bool().Draw(t, "gpu")
		held := false
		for _, x := range book.Instances(s.Region) {
			held = held || c.Pod.CPU <= x.FreeCPU() && c.Pod.Memory <= x.FreeMemory() && (!c.Traits.GPU || x.GPU > 0) && x.FreePods() > 0
		}
		p, err := Build(kind, book, s, w)
		if err != nil {
			t.Fatal(err)
		}
		if p.Feasible() != held {
			t.Fatalf("%s in %s: %+v on %s: feasible %t, and a type of the region holds it: %t", kind, s.Region, c.Pod, nodeUnder(t, p, 0).Type, p.Feasible(), held)
		}
	})
}

// TestAutoNodeExistsEverywhere: every region that has machines has a current
// one for the usual pod and, where any has a GPU, one for a pod that needs it.
func TestAutoNodeExistsEverywhere(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	for kind, provider := range map[string]string{"eks": pricebook.AWS, "gke": pricebook.GCP, "aks": pricebook.Azure} {
		if len(book.MachineRegions(provider)) < 3 {
			t.Errorf("%s has machines in %v", provider, book.MachineRegions(provider))
		}
		for _, region := range book.MachineRegions(provider) {
			for _, gpu := range []float64{0, 1} {
				if gpu > 0 && !anyGPU(book, region) {
					continue
				}
				w := podsOf([3]float64{0.5, 512, gpu})
				w.Components[0].Response = 0
				p, err := Build(kind, book, nodesAlone(provider, region), w)
				if err != nil {
					t.Fatal(err)
				}
				x := nodeUnder(t, p, 0)
				if !p.Billed() || !x.Lasting() || x.VCPU > pricebook.AutoMostVCPU || x.Arch != "amd64" || (x.GPU > 0) != (gpu > 0) {
					t.Errorf("%s in %s with %v GPUs: %s, %v", kind, region, gpu, x.Type, p.Refusals)
				}
			}
		}
		if x := gpuNodes[provider]; book.TypeName(x) != x || book.ProviderOf(x) != provider {
			t.Errorf("the example of a GPU of %s, %s, is in no book", provider, x)
		}
	}
}

// anyGPU reports whether the book knows a type with a whole GPU in a region.
func anyGPU(book *pricebook.Book, region string) bool {
	return slices.ContainsFunc(book.Instances(region), func(x *pricebook.Instance) bool {
		return x.GPU > 0 && x.Arch == "amd64" && x.Lasting() && x.VCPU <= pricebook.AutoMostVCPU
	})
}

// TestAutoNodeAsBought: a type whose price is known in the way it is bought
// comes before one whose price is not.
func TestAutoNodeAsBought(t *testing.T) {
	t.Parallel()
	s := usualSettings()
	s.Kubernetes.Purchase, s.Serverless.Architecture = Savings1y, "arm64"
	got := nodeOf(t, "eks", s, usualWorkload())
	// c6g.xlarge is $0.136 × 72.9 %, m7g.xlarge $0.1632 × 73.41 %.
	if _, err := embedded(t).Price("ec2.savings-1y."+got.Family(), "us-east-1"); err != nil || got.Type != "c6g.xlarge" {
		t.Errorf("under a savings plan auto is %s, want c6g.xlarge: %v", got.Type, err)
	}
}

func TestPassingTypes(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"t3.xlarge": false, "t4g.large": false, "c5.xlarge": true, "m8g.large": true, "g4dn.xlarge": true, "e2-medium": false, "e2-standard-4": true,
		"n1-standard-2": false, "n4-standard-2": true, "Standard_B4ms": false, "Standard_DS2_v2": false, "Standard_D4s_v3": false, "Standard_F4s_v2": false,
		"Standard_D4s_v5": true, "Standard_D2as_v6": true, "Standard_NC4as_T4_v3": true,
	} {
		provider := embedded(t).ProviderOf(name)
		if got := (&pricebook.Instance{Type: name, Provider: provider}).Lasting(); provider == "" || got != want {
			t.Errorf("%s of %q: may auto take it? %t, want %t", name, provider, got, want)
		}
	}
}

// TestAutoNodeOfAllMachines: what the book leaves out of auto's choice is never
// chosen. A book with anything laid over it has all machines to choose from.
func TestAutoNodeOfAllMachines(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	all, err := book.Overlay("own.yaml", []byte("provider: fastly\ncollected: 2026-11-01\nsources: {s: by hand}\ndiscounts: [{match: '*', percent: 1, source: s, as_of: 2026}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if some, _ := book.NodeOptions("us-east-1", pricebook.NodePurchase{}); len(some) >= len(book.Instances("us-east-1")) {
		t.Errorf("auto has %d machines to choose from in us-east-1, which are all", len(some))
	}
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]string{"eks", "gke", "aks"}).Draw(t, "kind")
		k, _ := KindOf(kind)
		s := nodesAlone(k.Provider, rapid.SampledFrom(book.MachineRegions(k.Provider)).Draw(t, "region"))
		s.Serverless.Architecture = rapid.SampledFrom([]string{"x86", "arm64"}).Draw(t, "arch")
		s.Kubernetes.Purchase = rapid.SampledFrom([]string{OnDemand, Savings1y, Savings3y, Spot}).Draw(t, "purchase")
		var pods [][3]float64
		for range rapid.IntRange(1, 4).Draw(t, "pods") {
			pods = append(pods, [3]float64{rapid.Float64Range(0.01, 20).Draw(t, "vCPU"), math.Exp(rapid.Float64Range(4, 13).Draw(t, "log of MiB")), float64(rapid.IntRange(0, 5).Draw(t, "gpu") / 5)})
		}
		w := podsOf(pods...)
		for i := range w.Components {
			w.Components[i].Response = 0
		}
		got, err := Build(kind, book, s, w)
		want, wrong := Build(kind, all, s, w)
		if err != nil || wrong != nil {
			if err == nil || wrong == nil || err.Error() != wrong.Error() {
				t.Fatal(err, wrong)
			}
			return
		}
		for i := range pods {
			if some, every := nodeUnder(t, got, i), nodeUnder(t, want, i); some.Type != every.Type {
				t.Fatalf("%s in %s for %v: %s, of all machines %s", kind, s.Region, pods, some.Type, every.Type)
			}
		}
	})
}
