package command

import (
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
)

func sweepRows(t *testing.T, args ...string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(must(t, "", append([]string{"eval"}, args...)...))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestSweepRowsAreEvaluations evaluates the scenario anew at some of the
// volumes and values of a sweep.
func TestSweepRowsAreEvaluations(t *testing.T) {
	t.Parallel()
	b := presetFile(t, "scenario-b")
	for _, c := range []struct{ sweep, key string }{
		{"requests_per_month=10K..1B/12", "requests_per_month=%s"},
		{"components.api.duration=50ms..2s/5", "components.api.duration=%ss"},
		{"platforms.kubernetes.target_utilization=20%..80%/4", "platforms.kubernetes.target_utilization=%s"},
	} {
		rows := sweepRows(t, b, "--sweep", c.sweep)
		if got := strings.Join(rows[0][1:], " "); got != "eks ecs-fargate lambda cloudflare-workers" {
			t.Errorf("columns %s", got)
		}
		for _, row := range rows[1:] {
			doc := decoded(t, must(t, "", "eval", b, "-f", "json", "--set", fmt.Sprintf(c.key, row[0])))
			for i, id := range rows[0][1:] {
				want, _ := at(t, platform(t, doc, id), "monthly_usd").(float64)
				got, _ := strconv.ParseFloat(row[i+1], 64)
				if math.Abs(got-want) > 1e-9*want {
					t.Errorf("%s: %s costs %v in the sweep and %v alone", fmt.Sprintf(c.key, row[0]), id, got, want)
				}
			}
		}
	}
}

func TestSweepIsOneRowAVolume(t *testing.T) {
	t.Parallel()
	b := presetFile(t, "scenario-b")
	rows := sweepRows(t, b, "--sweep", "requests_per_month=10K..1B/1000", "--format", "csv")
	if len(rows) != 1001 || rows[1][0] != "10000" || rows[1000][0] != "1000000000" {
		t.Fatalf("%d rows, from %v to %v", len(rows), rows[1], rows[len(rows)-1])
	}
	// Three c5.xlarge carry 59.1M requests a month; beyond that and for a
	// platform that is refused the cell is empty and not 0.
	if first, last := rows[1], rows[1000]; first[1] == "" || last[1] != "" || first[4] != "" || last[3] == "" {
		t.Errorf("rows %v and %v", first, last)
	}
	list := decoded(t, must(t, "", "eval", b, "--sweep", "requests_per_month=10K..1B/1000", "--format", "json")).([]any)
	if len(list) != 1000 {
		t.Fatalf("%d objects", len(list))
	}
	near(t, "volume", at(t, list[999], "requests_per_month"), 1e9)
	if at(t, list[999], "eks") != nil || at(t, list[0], "cloudflare-workers") != nil {
		t.Error("what cannot run the system is not null")
	}
	lambda, _ := strconv.ParseFloat(rows[500][3], 64)
	near(t, "lambda", at(t, list[499], "lambda"), lambda)
}
