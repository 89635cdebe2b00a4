package report_test

import (
	"math"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"runwhere/model/report"
)

const growing = `region: us-east-1
components: [{name: api, requests_per_month: 50M, duration: 500ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB, cpu_time: 150ms, response: 0KiB}]
platforms: {kubernetes: {nodes: 6}, serverless: {front_door: none, nat_gateways: 0, logs: none}, compare: [cloud-run]}
growth: {monthly: 10%, horizon_months: 12, migration_cost: 1000}
`

// growthDocument is what the tests read of the key.
type growthDocument struct {
	Growth struct {
		Monthly   float64
		Horizon   int     `json:"horizon_months"`
		Migration float64 `json:"migration_cost_usd"`
		Months    []struct {
			Month    int
			Requests float64 `json:"requests_per_month"`
			Cheapest *string
			USD      map[string]*float64 `json:"monthly_usd"`
		}
		Changes []struct {
			Month    int
			From, To *string
		}
		Cumulative struct {
			Least *string
			Lines []struct {
				ID    string
				Total *float64 `json:"total_usd"`
				More  *float64 `json:"more_than_least_usd"`
				Why   *string
			}
		}
		Migrations []struct {
			From, To string
			Best     *int     `json:"best_month"`
			Saved    *float64 `json:"saved_usd"`
		}
		Timeline []struct {
			Day        int
			Serverless *float64 `json:"serverless_usd"`
		}
		Trap []struct {
			Month     int
			Published float64  `json:"published_factor"`
			Factor    *float64 `json:"factor"`
		}
	}
}

// TestGrowthInJSON: the figures are worked out in the tests of the model; here
// they have to arrive, and what has none has to be null.
func TestGrowthInJSON(t *testing.T) {
	t.Parallel()
	d := readAs[growthDocument](t, evaluate(t, growing))
	g := &d.Growth
	if g.Monthly != 0.1 || g.Horizon != 12 || g.Migration != 1000 || len(g.Months) != 13 || len(g.Timeline) != 4 || len(g.Trap) != 4 {
		t.Fatalf("%+v", g)
	}
	const today = 25e6*0.0000166667 + 50*0.20
	last := &g.Months[12]
	if usd := last.USD["lambda"]; usd == nil || math.Abs(*usd-today*math.Pow(1.1, 12)) > 1e-6 || last.Cheapest == nil {
		t.Errorf("month 12: %+v", last)
	}
	if last.USD["cloudflare-workers"] != nil || g.Months[0].USD["hybrid"] != nil || last.USD["cloud-run"] == nil {
		t.Errorf("a refused platform and a split of one platform have no figure: %+v", last.USD)
	}
	for _, l := range g.Cumulative.Lines {
		if (l.Total == nil) != (l.Why != nil) || (l.More == nil) != (l.Total == nil) {
			t.Errorf("%+v", l)
		}
	}
	if f := g.Trap[3].Factor; f == nil || math.Abs(*f-math.Pow(1.1, 11)) > 1e-9 || g.Trap[3].Published != 70 {
		t.Errorf("%+v", g.Trap)
	}
	if len(g.Migrations) == 0 {
		t.Error("no moves")
	}
}

// TestGrowthInText: the lines stay within 80 cells, and the sections are there.
func TestGrowthInText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		growing, "", "cloud: gcp\n", "components: [{name: a, traits: [gpu]}]\n", growing + "people: {include: true}\n",
		"growth: {monthly: 1000%, horizon_months: 120, migration_cost: 1M}\n",
	} {
		e := evaluate(t, text)
		_, page, ok := strings.Cut(string(report.Text(e, withoutFlips(t, e))), "\nMonths 0 (today) to ")
		page, _, end := strings.Cut(page, "\nInputs (")
		if !ok || !end {
			t.Fatal("the text has no growth")
		}
		for line := range strings.Lines("Months 0 (today) to " + page) {
			if displaywidth.String(strings.TrimRight(line, "\n")) > 80 {
				t.Errorf("wide: %s", line)
			}
		}
		for _, part := range []string{"The guide's timeline with", "The guide's cost trap beside", "day 730", "month 12", "70×"} {
			if !strings.Contains(page, part) {
				t.Errorf("no %s in %s", part, page)
			}
		}
		md := string(report.Markdown(e, withoutFlips(t, e), report.Record{}))
		for _, part := range []string{"\n## Growth\n", "### Month by month", "### Moving, at ", "### The guide's timeline with", "### The guide's cost trap beside"} {
			if !strings.Contains(md, part) {
				t.Errorf("no %s", part)
			}
		}
	}
}
