package report_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/dustin/go-humanize"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/quantity"
	"runwhere/model/report"
	"runwhere/model/report/doc"
)

// section is one section alone: its brief form, and its full one.
func section(e *model.Evaluation, write func(*doc.Doc, *model.Evaluation)) (brief, full string) {
	d := doc.New()
	write(d, e)
	return string(doc.Text(d)), string(doc.Markdown(d))
}

// has holds that a section says each of some things.
func has(t *testing.T, section string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(section, part) {
			t.Errorf("%q is not in\n%s", part, section)
		}
	}
}

// lacks holds that a section says none of some things.
func lacks(t *testing.T, section string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if strings.Contains(section, part) {
			t.Errorf("%q is in\n%s", part, section)
		}
	}
}

// TestConstraintsSayTheWayRound: 1 GiB does not fit an isolate of 128 MB, whose
// limit Cloudflare publishes; a session of two hours outlasts Lambda's 15 minutes.
func TestConstraintsSayTheWayRound(t *testing.T) {
	t.Parallel()
	brief, full := section(evaluate(t, "components: [{name: api, isolate_memory: 1GiB}]"), report.Constraints)
	has(t, brief, "\nConstraints\n  Workers: api needs 1,024 MiB in an isolate; a Workers isolate has 128 MB\n    way round: stream the data", "\n    source https://developers.cloudflare.com/", "as of")
	has(t, full, "| Workers | api needs 1,024 MiB in an isolate; a Workers isolate has 128 MB | stream the data", " | https://developers.cloudflare.com/")
	lacks(t, full, "way round:")
	brief, full = section(evaluate(t, "components: [{name: api, memory: 64MiB, duration: 50ms}]"), report.Constraints)
	for _, said := range []string{brief, full} {
		has(t, said, "No limit of a platform is in the way, and nothing is pinned.")
	}
}

// TestHiddenTaxAddsUp: the guide's $21,500 is its bill of $5,000 and $16,500 of
// people and tools. A platform engineer for $8,000 instead of $12,000 leaves
// $12,500 of these beside the bill here.
func TestHiddenTaxAddsUp(t *testing.T) {
	t.Parallel()
	e := evaluate(t, "components: [{name: a}, {name: b}]\npeople: {kubernetes: {platform_engineer: 8000}}\n")
	brief, full := section(e, report.Advice)
	bill := e.Platforms[0].Cost(e.Volume())
	has(t, brief, "2 services, none stateful: at least", "Platform engineer (1 FTE)", "$8,000\n", "$21,500", whole(bill+12500)+"\n", whole((bill+12500)/2)+" a service.", "None applies: ")
	lacks(t, brief, "does not apply")
	has(t, full, "| Platform engineer (1 FTE) | $12,000.00 | $8,000.00 | as given |", "| **total** | **$21,500.00** | **"+cents(bill+12500)+"** |", "| does not apply |", "20 services, over 180 files")
	if !strings.Contains(full, "- YAML, everything on Kubernetes: 2 services") {
		t.Error("the record does not count the YAML")
	}
}

// whole prints dollars without cents, and cents with them, from five digits on.
func whole(usd float64) string { return "$" + humanize.Comma(int64(math.Round(usd))) }

func cents(usd float64) string {
	return "$" + humanize.CommafWithDigits(math.Round(usd*100+1e-6)/100, 2)
}

// TestOwnershipAddsPeople: the guide's $16,500 of people and tools are beside the
// bill of Kubernetes, what nobody gave is unknown, and one part cannot be divided.
func TestOwnershipAddsPeople(t *testing.T) {
	t.Parallel()
	e := preset(t, "scenario-b")
	o := growth.Of(e)
	brief, full := section(e, func(d *doc.Doc, e *model.Evaluation) { report.Ownership(d, e, &o) })
	bill := e.Platforms[0].Cost(e.Volume())
	has(t, brief, "  Kubernetes", whole(bill+16500), "unknown", "  Hybrid  no figure: it has one part, and nothing to divide", "Not all people and tools of Containers and Serverless are known")
	has(t, full, "| Kubernetes | "+cents(bill)+" | "+whole(bill+16500)+" |", "| it has one part, and nothing to divide |")
	lacks(t, full, "no figure:")
}

// TestRankingAddsUp: the points of an option are those of its evidence and of what
// it costs; they order the options, and one that is impossible says why.
func TestRankingAddsUp(t *testing.T) {
	t.Parallel()
	brief, full := section(preset(t, "scenario-b"), report.Ranking)
	has(t, brief, "Ranking, in points", "  5 Wasm serverless  impossible: api needs 1,024 MiB")
	lacks(t, full, "Ranking, in points", "impossible:")
	last := math.Inf(1)
	for i, line := range strings.Split(strings.TrimSpace(full), "\n")[2:] {
		cells := strings.Split(line, " | ")
		if cells[0] != fmt.Sprintf("| %d", i+1) {
			t.Errorf("place %d is %s", i+1, line)
		}
		points, evidence, economics := figure(cells[2]), figure(cells[3]), figure(cells[4])
		if points > last || math.Abs(points-evidence-economics) > 0.11 { // each is rounded to a tenth
			t.Error(line)
		}
		last = points
	}
}

// figure reads a cell, minus infinity where it has none.
func figure(cell string) float64 {
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return math.Inf(-1)
	}
	return v
}

// TestRevisitSaysWhen: 50M that grow by 3 % a month are 54.6M in month 3 and 56.3M
// in month 4, so 54.8M is passed in month 4. What does not grow is in the record
// alone.
func TestRevisitSaysWhen(t *testing.T) {
	t.Parallel()
	flips := []model.Flip{
		{Input: paths.Requests.String(), Label: "requests a month", From: "50M", To: "54.8M", FromValue: 50e6, ToValue: 54.8e6, Becomes: checklist.Serverless},
		{Input: "components[0].duration", Label: "duration", From: "500ms", To: "11s", FromValue: 0.5, ToValue: 11, Becomes: checklist.Serverless},
	}
	e := evaluate(t, "components: [{name: a, requests_per_month: 50M}]\ngrowth: {monthly: 3%}")
	brief, full := section(e, func(d *doc.Doc, e *model.Evaluation) { report.Revisit(d, e, flips) })
	has(t, brief, "requests a month rises to 54.8M (50M today), in month 4", "a price changes: the oldest one used is")
	lacks(t, brief, "duration")
	has(t, full, "duration rises to 11s (500ms today): Serverless")
	_, full = section(e, func(d *doc.Doc, e *model.Evaluation) { report.Revisit(d, e, nil) })
	has(t, full, "no figure that was searched changes the verdict")
	brief, full = section(e, func(d *doc.Doc, _ *model.Evaluation) { report.Flips(d, flips) })
	has(t, brief, "- requests a month: 54.8M instead of 50M makes it Serverless")
	has(t, full, "| duration | `components[0].duration` | 500ms | 11s | Serverless |")
}

// TestColdStartsHaveTheirPrice: 50M requests a month are 19.03 a second; with the
// busiest hour at 1.6, the busiest minute at 1.2 and half a second each that is
// 18.27 at once. Workers refuse 1 GiB, and what is measured is in the record alone.
func TestColdStartsHaveTheirPrice(t *testing.T) {
	t.Parallel()
	brief, full := section(preset(t, "scenario-b"), report.ColdStarts)
	has(t, brief, "Cold starts on Lambda\n", "Provisioned concurrency", "+$34.44\n", "so 19 kept warm", "Workers is refused: api needs 1,024 MiB")
	lacks(t, brief, "Measured starts", "The guide on", "instantiated in less than")
	has(t, full, "- The guide on Wasm serverless: < 1 ms. Today: ", "A module is instantiated in less than a millisecond.", "### Measured starts", "| rust (prov.al2023) | x86 | 15.8 |", "(2025-04-29)")
	_, full = section(evaluate(t, "components: [{name: a, runtime: rust}]"), report.ColdStarts)
	has(t, full, "| **rust (prov.al2023)** | x86 | 15.8 |")
}

// TestTheGuidesMonths: the guide's bill grows from $50 to $3,500 within a year,
// which is 70 times; a volume that stays costs 1 time what it does.
func TestTheGuidesMonths(t *testing.T) {
	t.Parallel()
	e := preset(t, "scenario-b")
	o := growth.Of(e)
	bill := quantity.Money(e.Platforms[2].Cost(e.Volume()))
	brief, full := section(e, func(d *doc.Doc, e *model.Evaluation) { report.Trap(d, e, &o) })
	for _, want := range []string{"month 1 ", "$50.00", "month 12", "$3,500       70×", bill + "            1×"} {
		has(t, brief, want)
	}
	has(t, full, "| 12 | $3,500.00 | 70× | 50M |")
	brief, full = section(e, func(d *doc.Doc, e *model.Evaluation) { report.Timeline(d, e, &o) })
	for _, day := range o.Timeline {
		has(t, brief, fmt.Sprintf("day %d ", day.Day))
		has(t, full, fmt.Sprintf("| %d | ", day.Day))
	}
	lacks(t, brief, "setting up the cluster")
	has(t, full, "setting up the cluster", "evaluating with known traffic")
}
