package checklist

import (
	"strings"
	"testing"
)

func TestComparisonIsThePublishedTable(t *testing.T) {
	t.Parallel()
	var got []string
	for _, row := range Comparison {
		got = append(got, strings.Join([]string{row.Label, row.Kubernetes, row.Serverless, row.Wasm}, " | "))
	}
	same(t, "comparison", got, `
Cold start | n/a | 100 ms–3 s | < 1 ms
Lock-in | low | high | low
Local development | easy | hard | easy
Scale to zero | with KEDA | native | native
Max duration | unlimited | 15 min | 1–30 min
State | full | none | limited
Cost at low scale | high | very low | very low
Cost at high scale | moderate | high | low
Binary portability | Docker image | none | Wasm component
GPU | yes | limited | no`)
}

func TestNamedPlatformsAreThePublishedOnes(t *testing.T) {
	t.Parallel()
	names := map[Option][]string{}
	for _, p := range NamedPlatforms {
		names[p.Option] = append(names[p.Option], p.Name)
	}
	same(t, "kubernetes", names[Kubernetes], "EKS\nEKS Auto Mode\nGKE Autopilot\nAKS Automatic\nKEDA\nKarpenter-style node scaling")
	same(t, "serverless", names[Serverless], "AWS Lambda\nGoogle Cloud Functions\nStep Functions\nAPI Gateway\nCloudWatch\nNAT gateway\nEventBridge\nKafka")
	same(t, "wasm", names[Wasm], "Cloudflare Workers\nFermyon Spin\nFastly Compute\nwasmCloud (Cosmonic)\nAWS Lambda Wasm")
}

// What each fact check must say, one figure or name each that is not in the
// claim. All 22 claims that were checked are here.
var checkedFacts = map[string]string{
	"lambda-wasm": "no Wasm entry", "fermyon": "Akamai Functions", "spin-version": "4.0.2", "wasm-cold-start": "Wasmtime 5 µs",
	"wasm-max-duration": "50 ms of CPU", "wasm-one-binary": "Redis trigger", "wasm-cost-at-scale": "$39", "wasm-languages": "JavaScript",
	"serverless-max-duration": "60 min", "serverless-state": "Durable Functions", "persistent-connections": "WebSockets", "gpu": "$0.0001867",
	"serverless-cold-start": "Rust 16 ms", "snapstart": "618–729 ms", "keda-scale-to-zero": "300 s", "keda-version": "2.20",
	"aks-automatic": "$116.80", "scenario-a-ratio": "about $28", "crossover": "$164 at 100M", "gke-wasm": "SpinKube",
	"wasmcloud": "incubating", "wasm-saves": "Arm",
}

func TestFactChecksAreComplete(t *testing.T) {
	t.Parallel()
	all := FactChecks()
	if len(all) != 22 || len(checkedFacts) != 22 {
		t.Errorf("%d fact checks, %d expected, want 22", len(all), len(checkedFacts))
	}
	for _, c := range all {
		if c.Claim == "" || c.Source == "" || c.AsOf != "2026-11-23" {
			t.Errorf("%s: claim, source or date is missing: %+v", c.ID, c)
		}
		if say, ok := checkedFacts[c.ID]; !ok || !strings.Contains(c.Fact, say) {
			t.Errorf("%s does not say %q: %s", c.ID, say, c.Fact)
		}
	}
	if _, ok := FactCheckByID("no such check"); ok {
		t.Error("a fact check that does not exist was found")
	}
}

// A table that names a check which does not exist would silently lose it.
func TestTablesCarryTheirFactChecks(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"cold_start": "serverless-cold-start wasm-cold-start", "lock_in": "wasm-one-binary", "local_development": "",
		"scale_to_zero": "keda-scale-to-zero", "max_duration": "serverless-max-duration wasm-max-duration",
		"state": "serverless-state", "cost_at_low_scale": "scenario-a-ratio", "cost_at_high_scale": "wasm-cost-at-scale",
		"binary_portability": "wasm-one-binary", "gpu": "gpu",
		"AKS Automatic": "aks-automatic", "KEDA": "keda-scale-to-zero keda-version", "Cloudflare Workers": "wasm-cold-start",
		"Fermyon Spin": "fermyon spin-version", "wasmCloud (Cosmonic)": "wasmcloud", "AWS Lambda Wasm": "lambda-wasm",
		"wasm": "wasm-cold-start", "snapstart": "snapstart", "published crossover": "crossover",
	}
	got := map[string][]FactCheck{"published crossover": CrossoverChecks.Facts()}
	for _, row := range Comparison {
		got[row.ID] = row.Checks.Facts()
	}
	for _, p := range NamedPlatforms {
		got[p.Name] = p.Checks.Facts()
	}
	for _, r := range ColdStartRemedies {
		got[r.ID] = r.Checks.Facts()
	}
	for name, checks := range got {
		var ids []string
		for _, c := range checks {
			ids = append(ids, c.ID)
		}
		if strings.Join(ids, " ") != want[name] {
			t.Errorf("%s carries %v, want %s", name, ids, want[name])
		}
	}
}
