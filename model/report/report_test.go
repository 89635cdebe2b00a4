package report_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

func evaluate(t testing.TB, text string) *model.Evaluation {
	t.Helper()
	s, err := scenariofile.Decode("test.yaml", []byte("runwhere: 1\n"+text))
	if err != nil {
		t.Fatal(err)
	}
	return evaluated(t, s)
}

// evaluated works a scenario out at the list prices.
func evaluated(t testing.TB, s scenario.Scenario) *model.Evaluation {
	t.Helper()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.Evaluate(s, book)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// document is what the tests read of the JSON.
type document struct {
	Scenario struct {
		Components []struct {
			Name     string
			Requests float64 `json:"requests_per_month"`
			Duration float64 `json:"duration_s"`
			CPUTime  float64 `json:"cpu_time_s"`
			Memory   float64 `json:"memory_mib"`
			Pin      *string
			Range    []float64 `json:"duration_s_range"`
		}
		Checklist map[string]any
		People    map[string]json.RawMessage
		Platforms map[string]any
		Defaults  []string
	}
	Platforms []struct {
		ID         string
		MonthlyUSD *float64 `json:"monthly_usd"`
		Feasible   bool
		Violations []struct{ Component, Limit *string }
		Bill       []struct{ USD float64 }
	}
}

func read(t testing.TB, e *model.Evaluation) document {
	t.Helper()
	return readAs[document](t, e)
}

// readAs reads the part of the JSON report that a type names.
func readAs[T any](t testing.TB, e *model.Evaluation) T {
	t.Helper()
	data, err := reportjson.Evaluation(e, withoutFlips(t, e))
	if err != nil {
		t.Fatal(err)
	}
	var d T
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDefaultsAreFilledInAndMarked evaluates the least scenario there is.
func TestDefaultsAreFilledInAndMarked(t *testing.T) {
	t.Parallel()
	d := read(t, evaluate(t, ""))
	if len(d.Scenario.Components) != 1 {
		t.Fatalf("%d components", len(d.Scenario.Components))
	}
	// The documented defaults: 1M requests of 200 ms, 30 % of it CPU, 128 MiB.
	if c := d.Scenario.Components[0]; c.Name != "app" || c.Requests != 1e6 || c.Duration != 0.2 || math.Abs(c.CPUTime-0.06) > 1e-12 || c.Memory != 128 || c.Pin != nil {
		t.Errorf("component %+v", c)
	}
	for _, path := range []string{
		"name", "region", "components[0].requests_per_month", "components[0].duration", "components[0].cpu_time", "components[0].memory",
		"platforms.kubernetes.node", "platforms.serverless.front_door",
	} {
		if !slices.Contains(d.Scenario.Defaults, path) {
			t.Errorf("%s is not marked as a default", path)
		}
	}
	for id, answer := range d.Scenario.Checklist {
		if answer != nil {
			t.Errorf("question %s is open and has the answer %v", id, answer)
		}
	}
	for _, path := range d.Scenario.Defaults {
		if strings.HasPrefix(path, "checklist.") || strings.HasPrefix(path, "architecture.") {
			t.Errorf("%s is marked as a default; an open question has none", path)
		}
	}
}

func TestWhatIsGivenIsNoDefault(t *testing.T) {
	t.Parallel()
	d := read(t, evaluate(t, "checklist: {requests_per_month: 20M, engineers: under-5, longest_task: 30s}\nplatforms: {kubernetes: {nodes: 3}}\n"))
	if c := d.Scenario.Components[0]; c.Requests != 20e6 || slices.Contains(d.Scenario.Defaults, "components[0].requests_per_month") {
		t.Errorf("the checklist's volume is %v, defaults %v", c.Requests, d.Scenario.Defaults)
	}
	if d.Scenario.Checklist["engineers"] != "under-5" || d.Scenario.Checklist["longest_task_s"] != 30.0 {
		t.Errorf("checklist %v", d.Scenario.Checklist)
	}
	if nodes := d.Scenario.Platforms["kubernetes"].(map[string]any)["nodes"]; nodes != 3.0 {
		t.Errorf("nodes %v", nodes)
	}
}

// TestRangeIsItsMedian gives a duration as a 90 % interval: the figure is the
// geometric mean, √(100 ms × 400 ms) = 200 ms.
func TestRangeIsItsMedian(t *testing.T) {
	t.Parallel()
	c := read(t, evaluate(t, "components: [{name: a, duration: 100ms..400ms}]")).Scenario.Components[0]
	if math.Abs(c.Duration-0.2) > 1e-12 || !slices.Equal(c.Range, []float64{0.1, 0.4}) {
		t.Errorf("duration %v, range %v", c.Duration, c.Range)
	}
}

// TestSaturatedFleetHasNoPrice asks two small nodes to carry a billion
// requests.
func TestSaturatedFleetHasNoPrice(t *testing.T) {
	t.Parallel()
	e := evaluate(t, "components: [{name: a, requests_per_month: 1B}]\nplatforms: {kubernetes: {node: t3.medium, nodes: 2}}\n")
	eks := read(t, e).Platforms[0]
	if eks.ID != "eks" || eks.Feasible || eks.MonthlyUSD != nil || len(eks.Bill) != 0 || len(eks.Violations) != 1 {
		t.Fatalf("%+v", eks)
	}
	if limit := *eks.Violations[0].Limit; !strings.Contains(limit, "2 × t3.medium saturate at") || eks.Violations[0].Component != nil {
		t.Errorf("violation %q", limit)
	}
	if text := string(report.Text(e, withoutFlips(t, e))); !strings.Contains(text, "no bill: 2 × t3.medium saturate") {
		t.Error("the text does not say that the fleet is saturated")
	}
}

// TestHostileNames puts markup, a fence and a spreadsheet formula into names.
func TestHostileNames(t *testing.T) {
	t.Parallel()
	e := evaluate(t, "name: \"=HYPERLINK(1)|```<b>*x*\"\ncomponents: [{name: \"a|b\"}, {name: \"-c\"}]\n")
	md := string(report.Markdown(e, withoutFlips(t, e), report.Record{}))
	if strings.Contains(md, "<b>") && !strings.Contains(md, "````yaml") {
		t.Error("markup of a name is markup of the record")
	}
	for line := range strings.Lines(md[:strings.Index(md, "## The scenario")]) {
		if strings.HasPrefix(line, "| ") && strings.Contains(line, " a|b ") {
			t.Errorf("a name breaks its table: %s", line)
		}
	}
	for line := range strings.Lines(string(report.CSV(e))) {
		if strings.HasPrefix(line, "=") {
			t.Errorf("a spreadsheet would run %s", line)
		}
	}
}

// TestReportsOfAnySystem holds all formats to what must always be true: valid
// JSON whose bills add up to the cent, and nothing that is NaN or infinite.
func TestReportsOfAnySystem(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		var b strings.Builder
		b.WriteString("components:\n")
		for i := range rapid.IntRange(1, 4).Draw(r, "components") {
			b.WriteString("  - name: c" + string(rune('a'+i)) + "\n")
			b.WriteString("    requests_per_month: " + quantity.FormatCount(float64(rapid.IntRange(0, 1e9).Draw(r, "requests"))) + "\n")
			duration := quantity.Exactly(float64(rapid.IntRange(0, 2e6).Draw(r, "ms")) / 1000)
			if rapid.IntRange(0, 3).Draw(r, "range") == 0 {
				duration.High = duration.Low*rapid.Float64Range(1.01, 30).Draw(r, "ratio") + 0.001
			}
			b.WriteString("    duration: " + quantity.FormatAmount(quantity.Duration, duration) + "\n")
			b.WriteString("    memory: " + quantity.FormatMemory(float64(rapid.IntRange(1, 20000).Draw(r, "mib"))) + "\n")
			b.WriteString("    trigger: " + rapid.SampledFrom([]string{"http", "queue"}).Draw(r, "trigger") + "\n")
		}
		b.WriteString("platforms: {kubernetes: {nodes: " + rapid.SampledFrom([]string{"auto", "peak", "3"}).Draw(r, "nodes") + "}}\n")
		b.WriteString("people: {include: " + rapid.SampledFrom([]string{"true", "false"}).Draw(r, "people") + "}\n")
		e := evaluate(t, b.String())
		for _, p := range read(t, e).Platforms {
			sum := 0.0
			for _, line := range p.Bill {
				sum += line.USD
			}
			if p.Feasible != (p.MonthlyUSD != nil) || p.Feasible && math.Abs(*p.MonthlyUSD-sum) >= 0.005 {
				r.Fatalf("%s: feasible %v, monthly_usd %v, lines %v\n%s", p.ID, p.Feasible, p.MonthlyUSD, sum, b.String())
			}
		}
		for _, out := range [][]byte{report.Text(e, quick(t, e)), report.CSV(e), report.Markdown(e, quick(t, e), report.Record{})} {
			for _, bad := range []string{"NaN", "Inf", "%!"} {
				if strings.Contains(string(out), bad) {
					r.Fatalf("%s in\n%s", bad, out)
				}
			}
		}
	})
}

func TestFormatsAreNamed(t *testing.T) {
	t.Parallel()
	if f, err := report.ParseFormat("md", report.Formats...); f != report.MarkdownFormat || err != nil {
		t.Errorf("md is %v, %v", f, err)
	}
	for _, name := range []string{"", "MD", "html", "xml"} {
		if _, err := report.ParseFormat(name, report.Formats...); err == nil || !strings.Contains(err.Error(), "text, json, md, csv") {
			t.Errorf("%q: %v", name, err)
		}
	}
}
