package backtest

import (
	"os"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

func publicCases(t testing.TB) []Case { return casesIn(t, "public.yaml") }

// casesIn reads a file of cases.
func casesIn(t testing.TB, name string) []Case {
	t.Helper()
	data, err := os.ReadFile("../../testdata/cases/" + name)
	if err != nil {
		t.Fatal(err)
	}
	cases, err := Parse(name, data)
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
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(cases, book)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Accuracy(0); got < 0.8 {
		t.Errorf("right on %.0f %%, was 83 %% when this was written\n%s", 100*got, r.Text())
	}
	for i := 2; i < len(r.Instruments); i++ {
		if r.Accuracy(1) <= r.Accuracy(i) {
			t.Errorf("without follow-ups no better than: %s", r.Instruments[i].Title)
		}
	}
	if r.Brier >= r.LeftOut.Constant+0.05 {
		t.Errorf("a confidence with a Brier score of %v says less than the mean's %v", r.Brier, r.LeftOut.Constant)
	}
}

// TestImaginedDecisions: over the range of teams and loads the rules say the
// sensible thing, for each outcome. Nobody took these decisions, so this says
// nothing about accuracy.
func TestImaginedDecisions(t *testing.T) {
	t.Parallel()
	cases := casesIn(t, "imagined.yaml")
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(cases, book)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range checklist.Outcomes {
		right, all := 0, 0
		for i := range r.Cases {
			if r.Cases[i].Accept[0] != o {
				continue
			}
			all++
			if r.Cases[i].Right(0) {
				right++
			} else {
				t.Logf("%s: %s", r.Cases[i].ID, r.Cases[i].Said[0])
			}
		}
		if all < 12 || float64(right) < 0.85*float64(all) {
			t.Errorf("%s: %d of %d", o, right, all)
		}
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
