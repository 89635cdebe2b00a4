package command

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	scenariofile "runwhere/model/scenario/file"
)

func TestChartShowsCurvesRibbonLegendAndWords(t *testing.T) {
	t.Parallel()
	b := presetFile(t, "scenario-b")
	for _, alphabet := range []string{"braille", "block", "ascii"} {
		out := must(t, "", "chart", b, "--chart", alphabet, "--width", "90", "--height", "20")
		lines := strings.Split(out, "\n")
		for i, line := range lines {
			if n := utf8.RuneCountInString(line); n > 90 {
				t.Errorf("%s: line %d has %d columns", alphabet, i, n)
			}
		}
		if ribbon := lines[20]; !strings.HasPrefix(ribbon, "best") || !strings.Contains(ribbon, "LLLEEE") {
			t.Errorf("%s: the ribbon is %q", alphabet, ribbon)
		}
		for _, want := range []string{"L Lambda", "K EKS $462", "33.6M", "EKS is cheaper than Lambda"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: %q is not shown:\n%s", alphabet, want, out)
			}
		}
		if strings.ContainsRune(out, '\x1b') {
			t.Errorf("%s: escape codes where there is no terminal", alphabet)
		}
		if alphabet == "ascii" && strings.IndexFunc(out, func(r rune) bool { return r > 126 }) >= 0 {
			t.Errorf("ascii has other signs:\n%s", out)
		}
	}
	if rows := strings.Split(must(t, "", "chart", b), "\n"); !slices.ContainsFunc(rows, func(row string) bool { return strings.HasPrefix(row, "best") }) {
		t.Error("without a terminal the chart does not have 30 rows")
	}
}

// TestArticleByHand holds the audit's main figures against worked arithmetic.
func TestArticleByHand(t *testing.T) {
	t.Parallel()
	doc := decoded(t, must(t, "", "article", "--format", "json"))
	rows := map[string]any{}
	for _, s := range at(t, doc, "sections").([]any) {
		for _, r := range at(t, s, "rows").([]any) {
			rows[at(t, s, "title").(string)+"/"+at(t, r, "item").(string)] = r
			if at(t, r, "why") == "" {
				t.Errorf("%v has no reason", at(t, r, "item"))
			}
		}
	}
	perRequest := 0.2e-6 + 0.2*0.25*0.0000166667 // Lambda at 200 ms and 256 MB
	for _, c := range []struct {
		row       string
		published any
		ours, off float64
		agrees    bool
	}{
		{"Scenario A/Lambda: Compute", 0.33, 0.0833335, 1e-6, false},
		{"Scenario A/Lambda: Requests", 0.02, 0.02, 1e-6, true},
		{"Scenario A/EKS: total", 149.0, 73 + 60.736 + 16.425, 1e-3, true},
		{"Scenario A/EKS over Lambda", 425.0, 150.161 / 0.1033335, 0.01, false},
		{"Scenario B/Lambda: Compute", 417.0, 416.6675, 1e-4, true},
		{"Scenario B/Lambda: API Gateway", 175.0, 175, 1e-6, true},
		{"Scenario B/Lambda: total", 672.0, 671.6675, 1e-4, true},
		{"Scenario B/EKS: total", 459.0, 461.725, 1e-4, true},
		{"Scenario B/Lambda over EKS", 46.0, (671.6675/461.725 - 1) * 100, 1e-3, false},
		{"Table: both totals by volume/1M: Lambda", 3.5, 1e6 * perRequest, 1e-4, false},
		{"Table: both totals by volume/100M: Lambda", 1340.0, 2*671.6675 - 32.85, 1e-3, false},
		{"The crossover/With REST API", 30e6, 149 / (perRequest + 3.5e-6), 2, true},
		{"The crossover/With HTTP API", 30e6, 149 / (perRequest + 1e-6), 2, false},
		{"The crossover/With no gateway, or a function URL", 30e6, 149 / perRequest, 2, false},
		{"Table: both totals by volume/1M: EKS over Lambda", 42.0, 150.161 / (1e6 * perRequest), 0.01, false},
		{"Table: both totals by volume/10M: EKS over Lambda", 4.0, 150.161 / (1e7 * perRequest), 0.01, false},
		{"Table: both totals by volume/50M: Lambda over EKS", 1.5, 671.6675 / 461.725, 1e-4, true},
		// 5 c5.xlarge, control plane and load balancer; 24 of them at 500M.
		{"Table: both totals by volume/100M: Lambda over EKS", 2.9, 1310.485 / (5*0.17*730 + 73 + 16.425), 1e-3, false},
		{"Table: both totals by volume/500M: Lambda over EKS", 7.3, 6304.13 / (24*0.17*730 + 73 + 16.425), 1e-3, false},
		{"The gateway/HTTP API, the caption's workload", 2.0, 1 + 1e-6/perRequest, 1e-6, true},
		{"The gateway/REST API, the caption's workload", 2.0, 1 + 3.5e-6/perRequest, 1e-6, false},
		{"The gateway/REST API, Scenario B", 2.0, 671.6675 / 496.6675, 1e-6, false},
		{"The NAT gateway of a hybrid, and of a database in a VPC/1 gateway, idle", 100.0, 730 * 0.05, 1e-9, false},
		{"The NAT gateway of a hybrid, and of a database in a VPC/3 gateways, idle", 100.0, 3 * 730 * 0.05, 1e-9, true},
		// Scenario B is $32.85 of NAT hours and $638.8175 for 50M requests: what costs $50
		// costs 32.85 + 4 × 17.15 with four times the traffic, and so on.
		{"The cost trap, month by month/Month 1: Lambda", 50.0, 50, 1e-4, true},
		{"The cost trap, month by month/Month 3: Lambda", 200.0, 32.85 + 4*17.15, 1e-3, false},
		{"The cost trap, month by month/Month 6: Lambda", 800.0, 32.85 + 16*17.15, 1e-3, false},
		{"The cost trap, month by month/Month 12: Lambda", 3500.0, 32.85 + 70*17.15, 1e-2, false},
		{"The hidden tax of Kubernetes/Total with the cloud bill", 21500.0, 21500, 0, true},
	} {
		r, ok := rows[c.row]
		if !ok {
			t.Errorf("no row %q", c.row)
			continue
		}
		if ours := at(t, r, "ours").(float64); at(t, r, "published") != c.published || ours < c.ours-c.off || ours > c.ours+c.off || at(t, r, "agrees") != c.agrees {
			t.Errorf("%s: %v, want published %v, ours %v, agrees %v", c.row, r, c.published, c.ours, c.agrees)
		}
	}
	text := must(t, "", "article")
	for _, want := range []string{"$0.083", "price of 1 GB and not of 256 MB", "32.9M", "saturate at 59.1M", "agrees", "differs"} {
		if !strings.Contains(text, want) {
			t.Errorf("article does not say %q", want)
		}
	}
	if md := must(t, "", "article", "--format", "md"); !strings.Contains(md, "| Lambda: Compute | $0.330 | $0.083 | differs |") {
		t.Error("article --format md has no row for Scenario A's compute")
	}
}

func TestNewWritesThePresets(t *testing.T) {
	t.Parallel()
	list := must(t, "", "new", "--list")
	for _, p := range scenariofile.Presets() {
		if !strings.Contains(list, p.Name) {
			t.Errorf("--list does not have %s", p.Name)
		}
		file, err := os.ReadFile(filepath.Join("testdata", "scenarios", p.Name+".yaml"))
		if err != nil {
			t.Error(err)
		}
		if out := must(t, "", "new", "--preset", p.Name); out != string(file) {
			t.Errorf("new --preset %s is not testdata/scenarios/%s.yaml", p.Name, p.Name)
		}
	}
	must(t, must(t, "", "new"), "eval", "-")
	target := filepath.Join(t.TempDir(), "new.yaml")
	must(t, "", "new", "-o", target)
	before, _ := os.ReadFile(target)
	if o := execute("", "new", "--preset", "scenario-a", "-o", target); o.code != exitWrong {
		t.Errorf("an existing file is replaced, exit code %d", o.code)
	}
	if after, _ := os.ReadFile(target); string(after) != string(before) {
		t.Error("an existing file is changed")
	}
	must(t, "", "new", "--preset", "scenario-a", "-o", target, "--force")
	if after, _ := os.ReadFile(target); string(after) == string(before) {
		t.Error("--force does not replace the file")
	}
}

// TestMarkdownIsWhole checks the record's sections, and that the scenario in it
// evaluates to the same record again.
func TestMarkdownIsWhole(t *testing.T) {
	t.Parallel()
	for _, p := range scenariofile.Presets() {
		md := must(t, "", "eval", presetFile(t, p.Name), "-f", "md", "--date", "2026-11-25")
		for _, section := range []string{
			"date: 2026-11-25\n", "# Where to run", "## Context and problem statement", "## Decision drivers", "## Considered options", "## Decision outcome", "## Consequences", "## Constraints", "## When to look again", "### Monthly cost by volume",
			"## Assumptions", "## Evidence", "## What would change the verdict", "## Costs", "## Prices", "## The scenario",
		} {
			if !strings.Contains(md, section) {
				t.Errorf("%s: no section %q", p.Name, section)
			}
		}
		_, rest, _ := strings.Cut(md, "```yaml\n")
		scenario, _, _ := strings.Cut(rest, "```")
		for what, from := range map[string]string{"the embedded scenario": scenario, "the record itself": md} {
			if again := must(t, from, "eval", "-", "-f", "md", "--date", "2026-11-25"); again != md {
				t.Errorf("%s: %s evaluates to another record", p.Name, what)
			}
		}
	}
}
