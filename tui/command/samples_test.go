package command

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestSamplesAreTheDrawsOfTheReport: the odds and percentiles of the report are
// those of the rows, and the rows are the same at every run.
func TestSamplesAreTheDrawsOfTheReport(t *testing.T) {
	t.Parallel()
	file, dir := rangesFile(t), t.TempDir()
	one, two := filepath.Join(dir, "one.csv"), filepath.Join(dir, "two.csv")
	doc := decoded(t, must(t, "", "eval", file, "--format", "json", "--draws", "1000", "--samples", one))
	must(t, "", "eval", file, "--draws", "1000", "--samples", two)
	data, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := os.ReadFile(two); err != nil || string(again) != string(data) {
		t.Errorf("other draws in a second run: %v", err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil || len(rows) != 1001 {
		t.Fatalf("%d rows: %v", len(rows), err)
	}
	header := "draw,components.api.requests_per_month,components.api.duration,platforms.kubernetes.target_utilization,kubernetes_usd,containers_usd,serverless_usd,wasm_usd,cheapest"
	if got := strings.Join(rows[0], ","); got != header {
		t.Errorf("%s", got)
	}
	for o, option := range []string{"kubernetes", "containers", "serverless", "wasm"} {
		var usd []float64
		cheapest := 0.0
		for _, row := range rows[1:] {
			if row[8] == option {
				cheapest++
			}
			if v, err := strconv.ParseFloat(row[4+o], 64); err == nil {
				usd = append(usd, v)
			}
			for other := range 4 { // the cheapest is
				if a, err := strconv.ParseFloat(row[4+o], 64); err == nil && row[8] == option {
					if b, err := strconv.ParseFloat(row[4+other], 64); err == nil && b < a {
						t.Errorf("%q", row)
					}
				}
			}
		}
		near(t, "probability of "+option, at(t, doc, "uncertainty", "options", o, "cheapest"), cheapest/1000)
		if len(usd) == 1000 { // the nearest rank of 50 % is the 500th
			slices.Sort(usd)
			near(t, "median of "+option, at(t, doc, "uncertainty", "options", o, "p50_usd"), usd[499])
		}
	}
	if first := must(t, "", "eval", file, "--draws", "100", "--samples", "-", "-o", filepath.Join(dir, "report.txt")); !strings.HasPrefix(first, header+"\n1,") {
		t.Errorf("%.200s", first)
	}
}
