package costs

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

// glueOf bills one call of 10M requests a month between EKS, Lambda and
// Workers in us-east-1.
func glueOf(t testing.TB, call Call, http bool, change func(*Settings)) *Glue {
	t.Helper()
	s := &Settings{
		Cloud: pricebook.AWS, Region: "us-east-1", Kubernetes: KubernetesSettings{Kind: "eks", NATGateways: 1},
		Serverless: ServerlessSettings{FrontDoor: "rest-api"},
	}
	if change != nil {
		change(s)
	}
	w := Workload{Components: []Component{{Name: "api", Requests: 10e6}, {Name: "pdf", Requests: 30e6, HTTP: http}}, Calls: []Call{call}}
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return NewGlue([]string{"eks", "lambda", "cloudflare-workers"}, b, s, w)
}

const (
	onKubernetes = iota
	onServerless
	onWasm
)

// TestGlueByHand: 10M requests × 0.5 calls = 5M calls of 100 KiB, which are
// 476.837158203125 GB. At 40M requests of the whole system:
//
//   - from the cluster, over the bus: 2 events of 64 KiB each at $1 a million
//     are $10, NAT at $0.045 a GB is $21.457672.
//   - from Lambda, which has no NAT here: the events, and between zones both
//     ways $0.02 a GB, $9.536743.
//   - privately: between zones alone, also where there is a NAT gateway; of two
//     zones half of it, of three two thirds.
//   - to Workers, which are elsewhere: NAT and $0.09 a GB to the internet,
//     $64.373016; from Workers the cloud's egress alone, $42.915344.
func TestGlueByHand(t *testing.T) {
	t.Parallel()
	event := Call{From: 0, To: 1, PerRequest: 0.5, Payload: 100, Via: ViaEvent}
	private, gateway := event, event
	private.Via, gateway.Via = ViaPrivate, ViaGateway
	none := func(s *Settings) { s.Serverless.FrontDoor = "none" }
	zones := func(n float64) func(*Settings) { return func(s *Settings) { s.Zones = n } }
	for _, c := range []struct {
		name     string
		call     Call
		http     bool
		change   func(*Settings)
		from, to int
		want     float64
	}{
		{"bus from the cluster", event, false, nil, onKubernetes, onServerless, 10 + 21.457672},
		{"bus from Lambda", event, false, nil, onServerless, onKubernetes, 10 + 9.536743},
		{"private from the cluster, in two zones", private, false, zones(2), onKubernetes, onServerless, 9.536743 / 2},
		{"private from the cluster, in three zones", private, false, zones(3), onKubernetes, onServerless, 9.536743 * 2 / 3},
		{"private from the cluster, in one zone", private, false, zones(1), onKubernetes, onServerless, 0},
		{"to Workers", event, false, nil, onKubernetes, onWasm, 64.373016},
		{"from Workers to the cluster", event, false, nil, onWasm, onKubernetes, 10 + 42.915344},
		// 5M calls at $3.50 a million, or one increment of 512 KiB each at $1.
		{"REST API before a queue worker", gateway, false, nil, onKubernetes, onServerless, 17.5 + 21.457672},
		{"HTTP API where there is no front door", gateway, true, none, onKubernetes, onServerless, 5 + 21.457672},
		{"front door that bills the call already", gateway, true, nil, onKubernetes, onServerless, 21.457672},
		{"into the cluster over its load balancer", gateway, true, nil, onServerless, onKubernetes, 9.536743},
	} {
		p := glueOf(t, c.call, c.http, c.change).Passage(0, c.from, c.to)
		if got := p.Cost(40e6); math.Abs(got-c.want) > 1e-5 {
			t.Errorf("%s: %v, want %v\n%+v", c.name, got, c.want, p.Bill(40e6).Lines)
		}
		if len(p.Unknown) > 0 {
			t.Errorf("%s: %v", c.name, p.Unknown)
		}
	}
	if p := glueOf(t, event, false, nil).Passage(0, onServerless, onServerless); p != nil || p.Cost(1e6) != 0 {
		t.Errorf("within one option: %+v", p)
	}
}

func TestGlueFormulaHasTheScenariosNumbers(t *testing.T) {
	t.Parallel()
	p := glueOf(t, Call{From: 0, To: 1, PerRequest: 0.5, Payload: 100, Via: ViaEvent}, false, nil).Passage(0, onKubernetes, onServerless)
	lines := p.Bill(40e6).Lines
	if len(lines) != 2 {
		t.Fatalf("%+v", lines)
	}
	if want := "10,000,000 req × 0.5 calls × 2 events = 10,000,000 event × $0.000001"; lines[0].Formula != want {
		t.Errorf("%s, want %s", lines[0].Formula, want)
	}
	if lines[0].Source == "" || lines[0].AsOf == "" || lines[1].PriceID != "nat.gb" {
		t.Errorf("%+v", lines)
	}
}

// TestUnknownBusPriceIsSaid: EventBridge has a source in one region only.
func TestUnknownBusPriceIsSaid(t *testing.T) {
	t.Parallel()
	g := glueOf(t, Call{From: 0, To: 1, PerRequest: 1, Payload: 4, Via: ViaEvent}, false, func(s *Settings) { s.Region = "eu-west-1" })
	p := g.Passage(0, onKubernetes, onServerless)
	if len(p.Unknown) != 1 || !strings.Contains(p.Unknown[0], "EventBridge") {
		t.Errorf("%v", p.Unknown)
	}
}

// TestGlueInOneClusterIsFree: Wasm on the cluster is no other network.
func TestGlueInOneClusterIsFree(t *testing.T) {
	t.Parallel()
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s := &Settings{Cloud: pricebook.AWS, Region: "us-east-1", Kubernetes: KubernetesSettings{Kind: "eks"}}
	w := Workload{Components: []Component{{Name: "a", Requests: 1e6}, {Name: "b", Requests: 1e6}}, Calls: []Call{{From: 0, To: 1, PerRequest: 1, Payload: 4, Via: ViaEvent}}}
	g := NewGlue([]string{"eks", "lambda", "spinkube"}, b, s, w)
	if usd := g.Passage(0, onKubernetes, onWasm).Cost(2e6); usd != 0 {
		t.Errorf("%v", usd)
	}
	if usd := g.Passage(0, onWasm, onServerless).Cost(2e6); usd <= 0 {
		t.Errorf("%v", usd)
	}
}

// TestGlueIsInProportion: for every pair of kinds, clouds included, twice the
// volume is twice the glue, more calls or data never cost less, and no passage
// costs less than nothing.
func TestGlueIsInProportion(t *testing.T) {
	t.Parallel()
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := &Settings{Cloud: pricebook.AWS, Region: "us-east-1", Serverless: ServerlessSettings{FrontDoor: rapid.SampledFrom([]string{"none", "function-url", "http-api", "rest-api", "alb"}).Draw(t, "door")}}
		kinds := make([]string, 0, len(checklist.Placeable))
		for _, o := range checklist.Placeable {
			kinds = append(kinds, rapid.SampledFrom(KindIDs(o)).Draw(t, string(o)))
		}
		s.Kubernetes.Kind = kinds[0]
		s.Kubernetes.NATGateways = float64(rapid.IntRange(0, 2).Draw(t, "gateways"))
		call := Call{
			From: 0, To: 1, PerRequest: rapid.Float64Range(0, 20).Draw(t, "calls"), Payload: rapid.Float64Range(0, 1e4).Draw(t, "KiB"),
			Via: rapid.SampledFrom(Vias).Draw(t, "via"),
		}
		more := call
		more.PerRequest, more.Payload = call.PerRequest*1.5, call.Payload*2
		w := Workload{Components: []Component{{Name: "a", Requests: 1e6}, {Name: "b", Requests: 3e6, HTTP: rapid.Bool().Draw(t, "http")}}, Calls: []Call{call, more}}
		g := NewGlue(kinds, b, s, w)
		for from := range checklist.Placeable {
			for to := range checklist.Placeable {
				p := g.Passage(0, from, to)
				usd, twice, dearer := p.Cost(1e6), p.Cost(2e6), g.Passage(1, from, to).Cost(1e6)
				if usd < 0 || math.IsInf(usd, 1) || math.Abs(twice-2*usd) > 1e-9*(1+twice) || dearer < usd-1e-9 {
					t.Fatalf("%v %v %v", usd, twice, dearer)
				}
				sum := 0.0
				for _, l := range p.Bill(1e6).Lines {
					sum += l.USD
				}
				if math.Abs(sum-usd) > 1e-9*(1+usd) {
					t.Fatalf("lines add up to %v, the bill is %v", sum, usd)
				}
			}
		}
	})
}

// TestACallCostsWhatItsPassageDoes: what a search asks for is what the passage's
// meters say of one call, for every pair of sides, and a workload that shares
// what is known of another one's calls is billed as by itself.
func TestACallCostsWhatItsPassageDoes(t *testing.T) {
	t.Parallel()
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var last *Glue
	rapid.Check(t, func(t *rapid.T) {
		s := &Settings{Cloud: pricebook.AWS, Region: "us-east-1", Serverless: ServerlessSettings{FrontDoor: rapid.SampledFrom([]string{"none", "http-api", "rest-api"}).Draw(t, "door")}}
		kinds := make([]string, 0, len(checklist.Placeable))
		for _, o := range checklist.Placeable {
			kinds = append(kinds, rapid.SampledFrom(KindIDs(o)).Draw(t, string(o)))
		}
		s.Kubernetes.Kind = kinds[0]
		s.Kubernetes.NATGateways = float64(rapid.IntRange(0, 2).Draw(t, "gateways"))
		w := Workload{Components: []Component{{Name: "a", Requests: rapid.Float64Range(1, 1e9).Draw(t, "requests")}, {Name: "b", Requests: 3e6, HTTP: rapid.Bool().Draw(t, "http")}}}
		for range rapid.IntRange(1, 3).Draw(t, "calls") {
			w.Calls = append(w.Calls, Call{
				From: 0, To: 1, PerRequest: rapid.Float64Range(0, 20).Draw(t, "a request"), Payload: rapid.SampledFrom([]float64{0, 4, 64, 65, 1000}).Draw(t, "KiB"),
				Via: rapid.SampledFrom(Vias).Draw(t, "via"),
			})
		}
		alone := NewGlue(kinds, b, s, w)
		shared := alone
		if last != nil {
			shared = last.For(kinds, b, s, w)
		}
		last = shared
		for i, c := range w.Calls {
			for pair, each := range shared.PerCall(i) {
				want := alone.Passage(i, pair/len(checklist.Placeable), pair%len(checklist.Placeable)).Cost(w.Requests())
				if got := each * c.PerRequest * w.Components[0].Requests; math.Abs(got-want) > 1e-9*(1+want) {
					t.Fatalf("call %d, pair %d: %v, its passage costs %v", i, pair, got, want)
				}
			}
		}
	})
}
