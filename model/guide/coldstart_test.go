package guide

import (
	"math"
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

func coldStartsOf(t *testing.T, text string) (*model.Evaluation, ColdStarts) {
	t.Helper()
	s, err := scenariofile.Decode("test.yaml", []byte("runwhere: 1\n"+text))
	if err != nil {
		t.Fatal(err)
	}
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.Evaluate(s, book)
	if err != nil {
		t.Fatal(err)
	}
	return e, ColdStartsOf(e)
}

func remedy(t *testing.T, c *ColdStarts, id string) *ColdStartRemedy {
	t.Helper()
	i := slices.IndexFunc(c.Remedies, func(r ColdStartRemedy) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("no remedy %s", id)
	}
	return &c.Remedies[i]
}

// base is one function of 1 GiB whose figures are worked out by hand below:
// 50M × 0.5 s are 25M GB-s a month.
const base = `region: us-east-1
components: [{name: api, requests_per_month: 50M, duration: 500ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB, cpu_time: 150ms, traffic: steady%RT%}]
platforms: {serverless: {front_door: none, nat_gateways: 0, logs: none%SET%}}
`

func scenarioOf(runtime, settings string) string {
	if runtime != "" {
		runtime = ", runtime: " + runtime
	}
	return strings.NewReplacer("%RT%", runtime, "%SET%", settings).Replace(base)
}

// TestProvisionedConcurrency: 50M ÷ 2,628,000 s × 1.6 × 1.2 × 0.5 s = 18.26 at
// once, so 19 are kept. Nothing spills over, as the busiest hour asks for
// 15.2. 19 GiB × 2,628,000 s × $0.0000041667 + 25M GB-s × ($0.0000097222 −
// $0.0000166667).
func TestProvisionedConcurrency(t *testing.T) {
	t.Parallel()
	_, c := coldStartsOf(t, scenarioOf("", ""))
	r := remedy(t, &c, "provisioned-concurrency")
	want := 19*2628000*0.0000041667 + 25e6*(0.0000097222-0.0000166667)
	if !r.Applies || r.InUse || !scenariotest.Near(r.USD, want) {
		t.Errorf("%v %v %v, want %v: %s", r.Applies, r.InUse, r.USD, want, r.How)
	}
	if !strings.Contains(r.How, "= 18.265 at once, so 19 kept warm") || r.Amount() != "+$34.44" {
		t.Errorf("%s, %s", r.How, r.Amount())
	}
}

// TestProvisionedConcurrencyInUse: what the scenario has is compared to the
// bill without it, so 30 kept ones cost the same as if they were added.
func TestProvisionedConcurrencyInUse(t *testing.T) {
	t.Parallel()
	_, c := coldStartsOf(t, scenarioOf("java", ", provisioned_concurrency: 30"))
	r := remedy(t, &c, "provisioned-concurrency")
	want := 30*2628000*0.0000041667 + 25e6*(0.0000097222-0.0000166667)
	if !r.InUse || !scenariotest.Near(r.USD, want) {
		t.Errorf("%v %v, want %v", r.InUse, r.USD, want)
	}
	if snap := remedy(t, &c, "snapstart"); snap.Applies || !strings.Contains(snap.WhyNot, "does not work with provisioned concurrency") {
		t.Errorf("SnapStart beside provisioned concurrency: %+v", snap)
	}
}

// TestSnapStart: Python caches 1 GiB × 2,628,000 s × $0.0000015046 and, with
// 1 % of cold starts, restores 500,000 GiB × $0.0001397998.
func TestSnapStart(t *testing.T) {
	t.Parallel()
	cache, restores := 2628000*0.0000015046, 500000*0.0001397998
	for _, test := range []struct {
		runtime, settings string
		applies           bool
		usd               float64
	}{
		{"java", "", true, 0},
		{"python", "", true, cache},
		{"dotnet", ", cold_start_rate: 1%", true, cache + restores},
		{"nodejs", "", false, math.NaN()},
		{"", "", true, math.NaN()},
	} {
		_, c := coldStartsOf(t, scenarioOf(test.runtime, test.settings))
		r := remedy(t, &c, "snapstart")
		if r.Applies != test.applies || math.IsNaN(r.USD) != math.IsNaN(test.usd) || !math.IsNaN(test.usd) && !scenariotest.Near(r.USD, test.usd) {
			t.Errorf("%q: %v %v, want %v: %s", test.runtime, r.Applies, r.USD, test.usd, r.How)
		}
		if test.runtime == "" && !strings.Contains(r.How, "In Java $0; in Python or .NET $3.95") {
			t.Errorf("without a runtime: %s", r.How)
		}
	}
}

// TestColdStartsNow: 1 % of 50M requests initialise for 190.6 ms of Java,
// rounded up to 191, at 1 GiB: 95,500 GB-s.
func TestColdStartsNow(t *testing.T) {
	t.Parallel()
	want := 50e6 * 0.01 * 0.191 * 0.0000166667
	_, c := coldStartsOf(t, scenarioOf("java", ""))
	if c.Now.USD != 0 || !scenariotest.Near(c.Now.OnePercent, want) {
		t.Errorf("%+v, want 0 and %v", c.Now, want)
	}
	if !strings.Contains(c.Now.How, "api 500,000 starts × 0.191 s of initialisation × 1024MiB.") {
		t.Error(c.Now.How)
	}
	_, c = coldStartsOf(t, scenarioOf("java", ", cold_start_rate: 2%"))
	if !scenariotest.Near(c.Now.USD, 2*want) || !scenariotest.Near(c.Now.OnePercent, want) {
		t.Errorf("%+v, want %v and %v", c.Now, 2*want, want)
	}
	_, c = coldStartsOf(t, "cloud: azure\ncomponents: [{name: a}]\n")
	if c.Now.Billed || !math.IsNaN(c.Now.USD) {
		t.Errorf("Flex bills no cold starts: %+v", c.Now)
	}
}

// TestStreaming: 8 MiB are 2 MiB beyond what is free: 1M × 2,048 KiB ÷
// 1,048,576 × $0.008.
func TestStreaming(t *testing.T) {
	t.Parallel()
	_, c := coldStartsOf(t, scenarioOf("", ""))
	if r := remedy(t, &c, "response-streaming"); r.USD != 0 || !r.Applies {
		t.Errorf("small responses: %+v", r)
	}
	_, c = coldStartsOf(t, "region: us-east-1\ncomponents: [{name: a, requests_per_month: 1M, response: 8MiB}]\nplatforms: {serverless: {streaming: true, front_door: function-url}}\n")
	want := 1e6 * 2048 / 1048576 * 0.008
	if r := remedy(t, &c, "response-streaming"); !r.InUse || !scenariotest.Near(r.USD, want) {
		t.Errorf("8 MiB: %+v, want %v", r, want)
	}
	_, c = coldStartsOf(t, "region: us-east-1\ncomponents: [{name: a, requests_per_month: 1M, response: 8MiB}]\nplatforms: {serverless: {front_door: function-url}}\n")
	if r := remedy(t, &c, "response-streaming"); r.InUse || !scenariotest.Near(r.USD, want) {
		t.Errorf("8 MiB, refused without streaming: %+v, want %v", r, want)
	}
	_, c = coldStartsOf(t, "cloud: gcp\ncomponents: [{name: a}]\n")
	if r := remedy(t, &c, "response-streaming"); r.Applies {
		t.Errorf("Cloud Run has no meter of streaming: %+v", r)
	}
}

// TestKeptInstance: other platforms keep an instance, or cannot.
func TestKeptInstance(t *testing.T) {
	t.Parallel()
	for kind, applies := range map[string]bool{
		"cloud-run-functions": true, "azure-flex": true, "cloud-functions": false, "azure-functions": false,
	} {
		_, c := coldStartsOf(t, "components: [{name: a, requests_per_month: 100K, memory: 512MiB}]\nplatforms: {serverless: {kind: "+kind+"}}\n")
		r := remedy(t, &c, "provisioned-concurrency")
		if r.Applies != applies || applies != (math.Abs(r.USD) > 0) || applies != strings.Contains(r.How, "min_instances: 1") {
			t.Errorf("%s: %+v", kind, r)
		}
		if snap := remedy(t, &c, "snapstart"); snap.Applies {
			t.Errorf("%s has SnapStart", kind)
		}
	}
}

func TestWasmInstead(t *testing.T) {
	t.Parallel()
	e, c := coldStartsOf(t, "components: [{name: a, requests_per_month: 10M, duration: 50ms, memory: 128MiB, function_memory: 128MiB, measured_at: 128MiB}]\n")
	want := e.Platform(checklist.Wasm).Cost(10e6) - e.Platform(checklist.Serverless).Cost(10e6)
	if r := remedy(t, &c, "wasm"); !r.Applies || !scenariotest.Near(r.USD, want) {
		t.Errorf("%+v, want %v", r, want)
	}
	_, c = coldStartsOf(t, scenarioOf("", ""))
	if r := remedy(t, &c, "wasm"); r.Applies || !strings.Contains(r.WhyNot, "128 MB") {
		t.Errorf("1 GiB on Workers: %+v", r)
	}
	_, c = coldStartsOf(t, "components: [{name: a, memory: 64MiB, duration: 1s}]\nplatforms: {wasm: {kind: akamai-functions}}\n")
	if r := remedy(t, &c, "wasm"); r.Applies || !strings.Contains(r.WhyNot, "quote") {
		t.Errorf("Akamai publishes no price: %+v", r)
	}
}

// TestRefusedComponentsAreLeftOut: what Lambda refuses does not take the
// figures of the others away.
func TestRefusedComponentsAreLeftOut(t *testing.T) {
	t.Parallel()
	_, c := coldStartsOf(t, strings.Replace(scenarioOf("", ""), "components: [", "components: [{name: gpu, traits: [gpu]}, ", 1))
	want := 19*2628000*0.0000041667 + 25e6*(0.0000097222-0.0000166667)
	if r := remedy(t, &c, "provisioned-concurrency"); !scenariotest.Near(r.USD, want) || !strings.Contains(c.Scope, "1 of 2 components") {
		t.Errorf("%q %+v", c.Scope, r)
	}
	_, c = coldStartsOf(t, "components: [{name: gpu, traits: [gpu]}]\n")
	if r := remedy(t, &c, "provisioned-concurrency"); r.Applies || c.Now.How != c.Scope {
		t.Errorf("nothing left: %q %+v", c.Scope, r)
	}
}

func TestMarkedRuntimes(t *testing.T) {
	t.Parallel()
	_, c := coldStartsOf(t, "components: [{name: a, runtime: rust}, {name: b, runtime: php}, {name: c}]\n")
	for _, m := range c.Measured {
		if (m.Language == "rust") != (len(m.Components) == 1) {
			t.Errorf("%s %s is marked for %v", m.Runtime, m.Package, m.Components)
		}
		if (m.Package == costs.SnapStart) != (m.AsOf == costs.SnapStartAsOf) {
			t.Errorf("%s %s as of %s", m.Runtime, m.Package, m.AsOf)
		}
	}
	if c.Marked != "Marked for a (rust); not measured: b (php); without a named runtime: c." {
		t.Error(c.Marked)
	}
}
