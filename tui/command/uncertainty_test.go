package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rangesFile is a scenario of three ranges.
func rangesFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ranges.yaml")
	body := "runwhere: 1\ncomponents: [{name: api, requests_per_month: 10M..80M, duration: 100ms..800ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB}]\n" +
		"platforms: {kubernetes: {target_utilization: 30%..70%}}\n"
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestUncertaintyInEveryFormat looks for the section and its keys.
func TestUncertaintyInEveryFormat(t *testing.T) {
	t.Parallel()
	file := rangesFile(t)
	doc := decoded(t, must(t, "", "eval", file, "--format", "json", "--draws", "1000", "--seed", "9"))
	near(t, "draws", at(t, doc, "uncertainty", "draws"), 1000)
	near(t, "draws along the axis", at(t, doc, "uncertainty", "volumes_draws"), 1000)
	near(t, "seed", at(t, doc, "uncertainty", "seed"), 9)
	sum := at(t, doc, "uncertainty", "none").(float64)
	for i := range 3 {
		sum += at(t, doc, "uncertainty", "options", i, "cheapest").(float64)
		at(t, doc, "uncertainty", "options", i, "p50_usd")
		at(t, doc, "uncertainty", "inputs", i, "worth_usd")
		at(t, doc, "uncertainty", "inputs", i, "crossover_high")
	}
	near(t, "the probabilities together", sum, 1)
	for _, option := range []string{"kubernetes", "serverless", "wasm"} {
		at(t, doc, "uncertainty", "volumes", 24, option)
	}
	finding := at(t, doc, "uncertainty", "findings", 0).(string)
	if !strings.Contains(finding, "is the cheapest with a probability of") {
		t.Errorf("the first finding is %q", finding)
	}
	text := must(t, "", "eval", file, "--draws", "1000", "--seed", "9")
	for _, want := range []string{"\nUncertainty, USD a month", "1,000 draws with seed 9, of the bills alone; 1,000 of them at every volume.", "duration 100ms..800ms"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q", want)
		}
	}
	md := must(t, "", "eval", file, "--draws", "1000", "--seed", "9", "--format", "md")
	for _, want := range []string{"\n## Uncertainty\n", "\n### What to measure\n", finding} {
		if !strings.Contains(md, want) {
			t.Errorf("the Markdown lacks %q", want)
		}
	}
}

// TestSeedIsAllThatMatters compares whole outputs byte by byte.
func TestSeedIsAllThatMatters(t *testing.T) {
	t.Parallel()
	file := rangesFile(t)
	out := func(seed string) string {
		return must(t, "", "eval", file, "-f", "json", "--draws", "600", "--seed", seed)
	}
	first := out("4")
	if again := out("4"); again != first {
		t.Error("the same seed gives other bytes")
	}
	if out("5") == first {
		t.Error("another seed gives the same bytes")
	}
}

// TestNoRangeNoUncertainty: certainty has no section and no figures.
func TestNoRangeNoUncertainty(t *testing.T) {
	t.Parallel()
	file := presetFile(t, "scenario-b")
	if u := at(t, decoded(t, must(t, "", "eval", file, "-f", "json")), "uncertainty"); u != nil {
		t.Errorf("uncertainty %v", u)
	}
	for _, format := range []string{"text", "md"} {
		if strings.Contains(must(t, "", "eval", file, "-f", format), "Uncertainty") {
			t.Errorf("%s has a section on nothing", format)
		}
	}
}

// TestDrawsAreBoundedByWhatTheyDraw: so many draws of so many ranges would take
// gigabytes, which is said before any is drawn.
func TestDrawsAreBoundedByWhatTheyDraw(t *testing.T) {
	t.Parallel()
	body := "runwhere: 1\ncomponents:\n"
	for i := range 40 {
		body += fmt.Sprintf("- {name: c%d, requests_per_month: 1M..%dM, duration: 100ms..800ms}\n", i, 2+i)
	}
	path := filepath.Join(t.TempDir(), "many.yaml")
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	o := execute("", "eval", path, "--draws", "1000000")
	if want := "many.yaml: --draws: 1000000: allowed for so many ranges and components is 100 to "; o.code != exitWrong || !strings.Contains(o.errors, want) || o.out != "" {
		t.Errorf("exit code %d, %q", o.code, o.errors)
	}
	must(t, "", "eval", path, "--draws", "1000")
	must(t, "", "eval", rangesFile(t), "--draws", "1000000", "--format", "csv")
}
