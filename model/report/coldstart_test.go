package report_test

import (
	"math"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"runwhere/model/report"
)

const coldScenario = `region: us-east-1
components: [{name: api, requests_per_month: 50M, duration: 500ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB, cpu_time: 150ms, runtime: python}]
`

type fact struct {
	Fact, Source string
	AsOf         *string `json:"as_of"`
}

// coldDocument is what the tests read of the two keys.
type coldDocument struct {
	ColdStarts struct {
		Measured []struct {
			Language   *string
			P99        *float64 `json:"p99_ms"`
			Components []string
		}
		Now struct {
			USD        *float64 `json:"monthly_usd"`
			OnePercent *float64 `json:"monthly_usd_at_one_percent"`
		}
		Remedies []struct {
			ID      string
			Applies bool
			WhyNot  *string  `json:"why_not"`
			USD     *float64 `json:"monthly_usd"`
			How     *string
			Facts   []fact
		}
	} `json:"cold_starts"`
	Comparison []struct {
		ID      string
		Options map[string]struct {
			Platform string
			Claim    *string
			Facts    []fact
		}
		Checks []fact
	}
}

// TestColdStartsInJSON: 19 warm environments are worked out in the tests of
// the model; here they have to arrive, and what has no figure has to be null.
func TestColdStartsInJSON(t *testing.T) {
	t.Parallel()
	d := readAs[coldDocument](t, evaluate(t, coldScenario))
	c := &d.ColdStarts
	if len(c.Remedies) != 5 || c.Now.USD == nil || *c.Now.USD != 0 || c.Now.OnePercent == nil || *c.Now.OnePercent <= 0 {
		t.Fatalf("%+v", c)
	}
	want := 19*2628000*0.0000041667 + 25e6*(0.0000097222-0.0000166667)
	if r := c.Remedies[0]; r.ID != "provisioned-concurrency" || r.USD == nil || math.Abs(*r.USD-want) > 1e-6 {
		t.Errorf("%+v, want %v", r, want)
	}
	if r := c.Remedies[1]; r.Applies || r.USD != nil || r.WhyNot == nil {
		t.Errorf("Workers refuse 1 GiB: %+v", r)
	}
	for _, m := range c.Measured {
		if python := m.Language != nil && *m.Language == "python"; python != (len(m.Components) == 1) {
			t.Errorf("%+v", m)
		}
	}
	if last := c.Measured[len(c.Measured)-1]; last.P99 != nil {
		t.Error("no p99 of SnapStart is published")
	}
	if len(d.Comparison) != 15 || d.Comparison[0].Options["serverless"].Platform != "lambda" || d.Comparison[14].Options["wasm"].Claim != nil {
		t.Errorf("%+v", d.Comparison)
	}
}

// TestColdStartsInText: the lines stay within 80 cells, and the figures are
// there in text and Markdown.
func TestColdStartsInText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{coldScenario, "cloud: gcp\n", "cloud: azure\n", "components: [{name: a, traits: [gpu]}]\n"} {
		e := evaluate(t, text)
		page := string(report.Text(e, withoutFlips(t, e)))
		_, page, ok := strings.Cut(page, "\nCold starts on ")
		page, _, end := strings.Cut(page, "\nInputs (")
		if !ok || !end {
			t.Fatal("the text has no cold starts")
		}
		for line := range strings.Lines(page) {
			if displaywidth.String(strings.TrimRight(line, "\n")) > 80 {
				t.Errorf("wide: %s", line)
			}
		}
		md := string(report.Markdown(e, withoutFlips(t, e), report.Record{}))
		for _, part := range []string{"## Cold starts", "### Ways round them", "### Measured starts", "## Claims and facts"} {
			if !strings.Contains(md, part) {
				t.Errorf("no %s", part)
			}
		}
		if text == coldScenario && (!strings.Contains(page, "+$34.44") || !strings.Contains(md, "| +$34.44 |")) {
			t.Error("19 warm environments have no price")
		}
	}
}
