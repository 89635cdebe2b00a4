package costs

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

// usualSettings are settings as a scenario without any choice has them.
func usualSettings() *Settings {
	return &Settings{
		Cloud: pricebook.AWS, Region: "us-east-1", Anywhere: true,
		Kubernetes: KubernetesSettings{
			Kind: "eks", MinNodes: 2, TargetUtilization: 0.6, Packing: DefaultPacking, Purchase: OnDemand, LoadBalancer: "flat", NATGateways: 1,
			PublicIPv4: true, NodeVolume: 20, Logs: "cloudwatch", Tier: "standard",
		},
		Containers: ContainersSettings{
			ServiceSettings:   ServiceSettings{Architecture: "x86", NATGateways: 1, PublicIPv4: true, Logs: "cloudwatch", Billing: "request"},
			TargetUtilization: 0.6, LoadBalancer: "flat",
		},
		Serverless: ServerlessSettings{
			ServiceSettings: ServiceSettings{Architecture: "x86", NATGateways: 1, PublicIPv4: true, Logs: "cloudwatch", Billing: "request"},
			FrontDoor:       "rest-api",
			SnapVersions:    1,
			Workflow:        "none",
		},
		Wasm: WasmSettings{Density: DefaultDensity},
	}
}

// usualWorkload is one HTTP component with the program's default numbers.
func usualWorkload() Workload {
	return Workload{Components: []Component{{
		Name: "app", Requests: 1e6, Duration: 0.2, CPUTime: 0.06, Memory: 256, Response: 4, Logs: 1, Ephemeral: 512, HTTP: true, Shape: flatShape(),
		Pod: Pod{CPU: 0.5, Memory: 512, Concurrency: 40, MinReplicas: 2}, Assumed: Assumed{Memory: true, CPUTime: true, Duration: true},
	}}}
}

func built(t testing.TB, kind string, s *Settings, w Workload) *Platform {
	t.Helper()
	p, err := Build(kind, embedded(t), s, w)
	if err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	return p
}

func TestKindsAreToldApart(t *testing.T) {
	t.Parallel()
	letters := []rune{'H'} // the hybrid's
	for _, k := range Kinds() {
		if slices.Contains(letters, k.Letter) {
			t.Errorf("%s has the letter %c of another one", k.ID, k.Letter)
		}
		letters = append(letters, k.Letter)
	}
}

// TestLimitsAreComplete holds that every kind says something about each
// subject, with source and date, and a way round whatever it refuses.
func TestLimitsAreComplete(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds() {
		limits := k.Limits(usualSettings())
		for _, subject := range LimitSubjects {
			if !slices.ContainsFunc(limits, func(l Limit) bool { return l.Subject == subject && l.Value != "" }) {
				t.Errorf("%s says nothing about %s", k.ID, subject)
			}
		}
		for _, l := range limits {
			if l.Source == "" || !pricebook.IsDate(l.AsOf) || l.broken != nil && l.Workaround == "" {
				t.Errorf("%s: %+v lacks a source, a date or a way round", k.ID, l)
			}
		}
	}
}

// TestFloors adds up by hand what each kind costs without a single request.
func TestFloors(t *testing.T) {
	t.Parallel()
	const aroundEKS = 0.0225*730 + 0.045*730 + 0.005*730 // load balancer, NAT gateway, its address
	const nodes = 2*0.17*730 + 2*20*0.08                 // two c5.xlarge with 20 GB of gp3; on Azure two Standard_D4as_v5 at $0.172 with a disk of $5.28
	for kind, want := range map[string]float64{
		"eks":      73 + nodes + aroundEKS,
		"eks-auto": 73 + nodes + 0.12*2*0.17*730 + aroundEKS,
		// 512 + 256 MiB are rounded up to 1 GB; CoreDNS is two pods of 0.25 vCPU and 0.5 GB.
		"eks-fargate": 73 + 2*730*(0.5*0.04048+1*0.004445) + 2*730*(0.25*0.04048+0.5*0.004445) + aroundEKS,
		"gke":         73 + 2*20*0.1 + 2*730*0.134023 + 730*(0.025+0.005) + 2*730*0.0014,
		// 512 MiB are 0.5 GiB, which is 1 GiB a vCPU at half a vCPU.
		"gke-autopilot":      73 + 2*730*(0.5*0.0445+0.5*0.0049225+1*0.0000548) + 730*(0.025+0.005),
		"aks":                73 + 2*730*0.172 + 2*5.28 + 730*(0.025+0.045+0.005),
		"aks-automatic":      0.16*730 + 2*730*0.172 + 2*5.28 + 730*(0.025+0.045+0.005), // without its fee, which is known in a region without a price of the disks
		"lambda":             0.045*730 + 0.005*730,
		"cloud-run":          0,
		"cloud-functions":    0,
		"azure-functions":    0,
		"azure-flex":         0,
		"container-apps":     0,
		"cloudflare-workers": 5,
		"fastly-compute":     0,
		"spinkube":           73 + nodes + aroundEKS,
		"wasmcloud":          73 + nodes + aroundEKS,
	} {
		if got := built(t, kind, usualSettings(), usualWorkload()).AtLeast(0); math.Abs(got-want) > 0.005 {
			t.Errorf("%s: got $%.4f without requests, want $%.4f", kind, got, want)
		}
	}
}

func TestNoAllocationAPoint(t *testing.T) {
	s := usualSettings()
	s.Kubernetes.Purchase, s.Kubernetes.Discount = Savings1y, 0.27
	s.Serverless.MinInstances, s.Serverless.ProvisionedConcurrency = 1, 2
	for _, k := range Kinds() {
		p := built(t, k.ID, s, usualWorkload())
		if n := testing.AllocsPerRun(50, func() { p.Cost(34e6) }); n > 0 {
			t.Errorf("%s: %v allocations a point", k.ID, n)
		}
	}
}

// TestCurvesHaveNoOtherSteps holds that a curve rises smoothly but for whole
// nodes, pods and replicas, and by no more than a few of those at once.
func TestCurvesHaveNoOtherSteps(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := usualWorkload()
		w.Components[0].Duration = rapid.Float64Range(0.001, 2).Draw(t, "duration")
		w.Components[0].Shape, _ = Pattern(rapid.SampledFrom(Patterns).Draw(t, "pattern"))
		q := math.Round(math.Pow(10, rapid.Float64Range(2, 9.5).Draw(t, "volume")))
		for _, k := range Kinds() {
			p, err := Build(k.ID, embeddedBookOf(t), usualSettings(), w)
			if err != nil {
				t.Fatal(err)
			}
			p.Refusals = nil
			if !p.Billed() {
				continue
			}
			rise := p.Cost(q+1) - p.Cost(q)
			// One request of 2 s costs less than a fifth of a cent on any of
			// them; a step is at most the fleet's reaction in every hour.
			most := 0.002
			if k.Option != checklist.Serverless || k.ID == "container-apps" {
				most = 400
			}
			if rise < -1e-9*p.Cost(q) || rise > most {
				t.Fatalf("%s rises by $%v from %v to %v", k.ID, rise, q, q+1)
			}
		}
	})
}

func embeddedBookOf(t *rapid.T) *pricebook.Book {
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}
