package backtest

import (
	"os"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs"
)

func publicCases(t testing.TB) []Case {
	t.Helper()
	data, err := os.ReadFile("../../testdata/cases/public.yaml")
	if err != nil {
		t.Fatal(err)
	}
	cases, err := Parse("public.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestPublicCases(t *testing.T) {
	t.Parallel()
	cases := publicCases(t)
	if len(cases) != 18 {
		t.Fatalf("%d cases, want 18", len(cases))
	}
	book, err := costs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(cases, book)
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Cases {
		t.Log(r.Cases[i].ID, r.Cases[i].Accept, r.Cases[i].Said, r.Cases[i].Confidence)
	}
	for i := range r.Instruments {
		t.Logf("%s: %.0f %%", r.Instruments[i].Title, 100*r.Accuracy(i))
	}
}

// TestParseKeepsWhatIsSilent holds that silence is unanswered and a band is a
// band.
func TestParseKeepsWhatIsSilent(t *testing.T) {
	t.Parallel()
	cases, err := Parse("x.yaml", []byte(`
- id: a
  accept: [hybrid]
  checklist:
    engineers: {value: unknown, band: 15+}
    gpu: {value: null}
    longest_task: {value: <15m}
    requests_per_month: {value: 172800000}
  architecture: {needs_gpu: false, microservices: 24, stateful_services: unknown}
`))
	if err != nil {
		t.Fatal(err)
	}
	a := cases[0].Scenario.Answers
	if got := a.Get(checklist.KeyEngineers).Choice(); got != checklist.Over15 {
		t.Errorf("engineers: %q", got)
	}
	if a.Get(checklist.KeyGPU).Answered() {
		t.Error("what is not known was answered")
	}
	if n, ok := a.Get(checklist.KeyRequests).Number(); !ok || n != 172.8e6 {
		t.Errorf("requests: %v", n)
	}
}

func TestParseErrors(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"":                           "x.yaml: no cases",
		"- id: a\n":                  "x.yaml: case 1 a: accept: missing",
		"- accept: [hybrid]\n":       "x.yaml: case 1 : id: missing",
		"- {id: a, accept: [k8s]}\n": `x.yaml: case 1 a: accept: "k8s": allowed are`,
		"- {id: a, accept: [hybrid], checklist: {traffic: {value: steddy}}}\n": "x.yaml: case 1 a: checklist.traffic: steddy",
		"- {id: a, accept: [hybrid]}\n- {id: a, accept: [wasm]}\n":             "x.yaml: case 2 a: there twice",
		"a: [": "x.yaml: ",
	} {
		if _, err := Parse("x.yaml", []byte(file)); err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v, want %s", file, err, want)
		}
	}
}
