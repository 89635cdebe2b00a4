package merge

import (
	"math"
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// mergeOf merges the bodies of files called a, b, c …
func mergeOf(t interface {
	Helper()
	Fatal(...any)
}, bodies ...string,
) *Merged {
	t.Helper()
	var scenarios []scenario.Scenario
	for _, body := range bodies {
		s, err := scenariofile.Decode("test.yaml", []byte("runwhere: 1\n"+body))
		if err != nil {
			t.Fatal(err)
		}
		scenarios = append(scenarios, s)
	}
	m, err := mergeScenarios(scenarios)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func mergeScenarios(scenarios []scenario.Scenario) (*Merged, error) {
	book, err := pricebook.Embedded()
	if err != nil {
		return nil, err
	}
	var files []MergeFile
	for i, s := range scenarios {
		e, err := model.Evaluate(s, book)
		if err != nil {
			return nil, err
		}
		files = append(files, MergeFile{Label: string(rune('a' + i)), Evaluation: e})
	}
	return Merge(files, book)
}

// field returns what was said at a key.
func (m *Merged) field(t *testing.T, key string) *MergeField {
	t.Helper()
	for _, f := range m.Fields {
		if f.Key == key {
			return f
		}
	}
	t.Fatalf("no field %s", key)
	return nil
}

// bare takes away everything from a Lambda bill but requests and compute.
const bare = "platforms: {serverless: {front_door: none, nat_gateways: 0, public_ipv4: false, logs: none}}\n"

// TestAMergeOfKnownFigures works the bill of a pinned function out by hand. At
// 200 ms and 512 MiB, a million requests are $0.20 of requests and
// 1e6 × 0.2 s × 0.5 GiB × $0.0000166667 = $1.66667 of compute: $1.86667.
// 10M are $18.67 and 90M are $168.00; merged they are √(10M × 90M) = 30M, $56.
func TestAMergeOfKnownFigures(t *testing.T) {
	t.Parallel()
	body := func(requests string) string {
		return bare + "components: [{name: api, requests_per_month: " + requests + ", duration: 200ms, memory: 512MiB, function_memory: 512MiB, measured_at: 512MiB, isolate_memory: 512MiB, response: 0KiB, pin: serverless}]\n"
	}
	m := mergeOf(t, body("10M"), body("90M"))
	f := m.field(t, "components.api.requests_per_month")
	if factor, ok := f.Factor(); f.State != MergeDisputed || f.Merged != "10M..90M" || !ok || factor != 9 {
		t.Errorf("%s, merged %q, factor %v", f.State, f.Merged, factor)
	}
	if v := m.Scenario.Components[0].Requests.Value.Value(); math.Abs(v-30e6) > 1e-3 {
		t.Errorf("the merged volume is %v", v)
	}
	const million = 0.2 + 1e6*0.2*0.5*0.0000166667
	for name, c := range map[string][2]float64{
		"a": {m.Own[0].USD, 10 * million}, "b": {m.Own[1].USD, 90 * million}, "merged": {m.Outcome.USD, 30 * million},
		"the dispute": {m.Disputes[0].USD, 80 * million},
	} {
		if math.Abs(c[0]-c[1]) > 0.005 {
			t.Errorf("%s: $%.4f, want $%.4f", name, c[0], c[1])
		}
	}
	if len(m.Disputes) != 1 || m.Disputes[0].Changes || m.Own[0].Cheapest != checklist.Serverless || m.Together != nil {
		t.Errorf("%+v", m.Disputes)
	}
	if want := "Nothing has to be settled first: no dispute changes the verdict; components.api.requests_per_month moves the most money, $149 a month."; m.SettleFirst() != want {
		t.Errorf("%q", m.SettleFirst())
	}
	if want := "Both recommend Serverless; all say the same of 11 of 12 fields: components.api.duration, components.api.memory, components.api.isolate_memory and 8 more."; m.Agreement() != want {
		t.Errorf("%q", m.Agreement())
	}
}

func TestADisputeThatChangesTheVerdictIsFirst(t *testing.T) {
	t.Parallel()
	m := mergeOf(
		t, "checklist: {traffic: spiky}\ncomponents: [{name: api, requests_per_month: 1M, duration: 200ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB}]\nplatforms: {containers: {min_instances: 1000}}\n",
		"checklist: {traffic: steady}\ncomponents: [{name: api, requests_per_month: 400M, duration: 200ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB}]\nplatforms: {containers: {min_instances: 1000}}\n",
	)
	first := m.Disputes[0]
	if len(m.Disputes) != 2 || !first.Changes || m.Disputes[1].Changes || first.Field.Key != "components.api.requests_per_month" {
		t.Fatalf("%+v", first)
	}
	if want := "Settle components.api.requests_per_month first: with 1M (a) it is Serverless and with 400M (b) it is Kubernetes."; m.SettleFirst() != want {
		t.Errorf("%q", m.SettleFirst())
	}
	if want := "They recommend different things, Kubernetes (b) and Serverless (a); all say the same of 6 of 8 fields: components.api.duration, components.api.memory, components.api.isolate_memory and 3 more."; m.Agreement() != want {
		t.Errorf("%q", m.Agreement())
	}
	if _, open := m.Scenario.Components[0].Traffic.Get(); open || m.Scenario.Answers.Get("traffic").Answered() {
		t.Error("traffic differs and is not open")
	}
}

// TestDisputesThatMatterTogether has answers whose weights change the verdict
// two or three at a time.
func TestDisputesThatMatterTogether(t *testing.T) {
	t.Parallel()
	body := func(volume string, answers string) string {
		return "components: [{name: api, requests_per_month: " + volume + ", duration: 200ms, memory: 256MiB, function_memory: 256MiB, measured_at: 256MiB, isolate_memory: 256MiB}]\nplatforms: {containers: {min_instances: 1000}}\nchecklist: {" + answers + "}\n"
	}
	pair := mergeOf(t, body("50M", "priority: full-control, portability: critical"), body("50M", "priority: ship-fast, portability: not-important"))
	if pair.Settled() || pair.Together == nil || len(pair.Together.Pair) != 2 || len(pair.Together.Combined) != 4 || pair.Together.LeftOut {
		t.Fatalf("%+v", pair.Together)
	}
	if !strings.HasPrefix(pair.SettleFirst(), "Settle checklist.priority and checklist.portability first: no dispute changes the verdict by itself, but these two do together: ") {
		t.Errorf("%q", pair.SettleFirst())
	}
	three := mergeOf(
		t, body("25M", "priority: full-control, portability: critical, skills: devops"),
		body("25M", "priority: ship-fast, portability: not-important, skills: product"),
	)
	if three.Together == nil || three.Together.Pair != nil || three.Together.Tried != 3 || three.Together.Stopped {
		t.Fatalf("%+v", three.Together)
	}
	const want = "It takes more than two disputes together: no dispute changes the verdict by itself, nor does any of the 3 pairs that were tried."
	if three.SettleFirst() != want {
		t.Errorf("%q", three.SettleFirst())
	}
}

// TestWhatIsLeftOutContradictsNobody has verdicts that differ without a dispute.
func TestWhatIsLeftOutContradictsNobody(t *testing.T) {
	t.Parallel()
	m := mergeOf(t, "components: [{name: api, memory: 1GiB, requests_per_month: 400M}]\n", "name: Orders\ncomponents: [{name: api, memory: 1GiB}]\n")
	if len(m.Disputes) != 0 || m.Settled() || m.Together == nil || !m.Together.LeftOut || m.LeftOut[0] != 1 || m.LeftOut[1] != 1 {
		t.Fatalf("%+v %v", m.Together, m.LeftOut)
	}
	const want = "Settle first what some leave out: the verdicts differ by that and not by what is disputed; a leaves out the most, 1 field."
	if m.SettleFirst() != want {
		t.Errorf("%q", m.SettleFirst())
	}
}

func TestComponentsAreMatchedByName(t *testing.T) {
	t.Parallel()
	m := mergeOf(
		t, "components: [{name: x, memory: 1GiB, calls: [{to: y, payload: 1KiB}, {to: y, payload: 2KiB}]}, {name: y}]\n",
		"components: [{name: z}, {name: x, memory: 256MiB, calls: [{to: z}]}]\n",
		"components: [{name: x, memory: 256MiB, traits: [gpu, stateful]}]\n",
	)
	var names []string
	for _, c := range m.Components {
		names = append(names, c.Name+strings.Join(m.LabelsOf(c.Files), ""))
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "xabc ya zb" {
		t.Errorf("%s", got)
	}
	f := m.field(t, "components.x.memory")
	if f.Merged != "256MiB..1024MiB" || f.Values[0].Text != "256MiB" || !slices.Equal(f.Values[0].Files, []int{1, 2}) {
		t.Errorf("%+v", f)
	}
	if a, ok := m.Scenario.Components[componentNamed(&m.Scenario, "x")].Memory.Get(); !ok || a.Value() != 512 {
		t.Errorf("√(256 × 1024) is %v", a.Value())
	}
	second := m.field(t, "components.x.calls.y#2.payload")
	if second.State != MergePartial || second.Merged != "2KiB" || !second.Said[1].Absent {
		t.Errorf("%+v", second)
	}
	if calls := callsOf(&m.Scenario, "x"); len(calls) != 3 {
		t.Errorf("%v", calls)
	}
}

// TestWhatCannotBeARangeStaysOpen has figures of a field that takes no range,
// and a figure beside a word.
func TestWhatCannotBeARangeStaysOpen(t *testing.T) {
	t.Parallel()
	m := mergeOf(
		t, "architecture: {microservices: 4}\nchecklist: {engineers: 9}\nplatforms: {kubernetes: {nodes: 3}}\n",
		"architecture: {microservices: 12}\nchecklist: {engineers: under-5}\nplatforms: {kubernetes: {nodes: auto}}\n",
	)
	for _, key := range []string{"architecture.microservices", "checklist.engineers", "platforms.kubernetes.nodes"} {
		if f := m.field(t, key); f.State != MergeDisputed || f.Merged != "" {
			t.Errorf("%s: %s, merged %q", key, f.State, f.Merged)
		}
	}
	if s := m.field(t, "architecture.microservices").Spread; s == nil || *s != (quantity.Amount{Low: 4, High: 12}) {
		t.Errorf("%v", s)
	}
}

func TestOrdersOfAListAreNoDispute(t *testing.T) {
	t.Parallel()
	m := mergeOf(t, "platforms: {compare: [gke, cloud-run]}\n", "platforms: {compare: [cloud-run, gke]}\n")
	if f := m.field(t, "platforms.compare"); f.State != MergeAgreed || f.Merged != "gke,cloud-run" {
		t.Errorf("%+v", f)
	}
}

// TestWhatHasNoPriceTogetherIsLeftOpen has a region that is not in the cloud
// that another file names.
func TestWhatHasNoPriceTogetherIsLeftOpen(t *testing.T) {
	t.Parallel()
	m := mergeOf(t, "region: us-east-1\n", "cloud: gcp\n")
	if m.Outcome.Unbilled != "" || len(m.Misfits) != 1 || m.Misfits[0].Field.Key != "region" {
		t.Fatalf("%+v %q", m.Misfits, m.Outcome.Unbilled)
	}
	data, err := EncodeMerged(m)
	if err != nil || !strings.Contains(string(data), "# region: us-east-1                     # open: us-east-1: a; left out: b; does not fit the rest\n") {
		t.Errorf("%v\n%s", err, data)
	}
}

func TestMergeTakesTwo(t *testing.T) {
	t.Parallel()
	if _, err := Merge(nil, nil); err == nil {
		t.Error("a merge of nothing")
	}
	for components, want := range map[int]int{0: 2000, 1: 2000, 10: 2000, 100: 200, 500: 40, 5000: 20} {
		if got := MergeBudget(components); got != want {
			t.Errorf("%d components: %d evaluations, want %d", components, got, want)
		}
	}
}

// TestAMergeRemembersTheFiles: a value of one file has its name and line, a range
// over two files is of neither.
func TestAMergeRemembersTheFiles(t *testing.T) {
	var scenarios []scenario.Scenario
	for _, f := range []struct{ name, body string }{
		{"orders.yaml", "runwhere: 1\nregion: eu-central-1\ncomponents:\n  - {name: api, duration: 100ms}\n"},
		{"shop.yaml", "runwhere: 1\ncomponents:\n  - name: api\n    duration: 300ms\n    memory: 1GiB\n"},
	} {
		s, err := scenariofile.Decode(f.name, []byte(f.body))
		if err != nil {
			t.Fatal(err)
		}
		scenarios = append(scenarios, s)
	}
	m, err := mergeScenarios(scenarios)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[paths.Path]scenario.Source{
		paths.Region:            {Kind: scenario.FromFile, File: "orders.yaml", Line: 2},
		paths.ComponentMemory:   {Kind: scenario.FromFile, File: "shop.yaml", Line: 5},
		paths.ComponentDuration: {Kind: scenario.Derived},
	} {
		f, _ := scenario.FieldOf(path)
		if got := f.Source(&m.Scenario, scenario.At{}); got != want {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
}
