package guide

import (
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs"
)

func row(t *testing.T, rows []ComparedRow, id string) *ComparedRow {
	t.Helper()
	i := slices.IndexFunc(rows, func(r ComparedRow) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("no row %s", id)
	}
	return &rows[i]
}

func TestComparisonKeepsTheClaims(t *testing.T) {
	t.Parallel()
	e, _ := coldStartsOf(t, scenarioOf("rust", ""))
	rows := Comparison(e)
	for i, published := range checklist.Comparison {
		r := &rows[i]
		if r.ID != published.ID || r.Cells[0].Claim != published.Kubernetes || r.Cells[1].Claim != NoClaim || r.Cells[2].Claim != published.Serverless || r.Cells[3].Claim != published.Wasm {
			t.Errorf("row %d is %+v", i, r)
		}
	}
	// 250M GB-s × $0.0000166667 + 500M × $0.20 a million + 500M × 4 KiB =
	// 1,907 GB × $0.09.
	if f := row(t, rows, "cost_at_high_scale").Cells[2].Facts[0]; f.Text != "$4,438 a month at 500M" {
		t.Error(f)
	}
	if f := row(t, rows, "scale_to_zero").Cells[2].Facts[0]; f.Text != "$0 a month without a request" {
		t.Error(f)
	}
	if f := row(t, rows, "cold_start").Cells[2].Facts[0]; f.Text != "medians of an empty function: rust (prov.al2023) 15.8 ms" || f.AsOf != costs.ColdStartAsOf {
		t.Error(f)
	}
	if f := row(t, rows, "max_duration").Cells[2].Facts[0]; f.Text != "15 min" || f.AsOf != "2026-10-01" {
		t.Error(f)
	}
}

// TestEveryCheckIsShown: no fact check of the comparison is lost, whether a
// cell or the row has it.
func TestEveryCheckIsShown(t *testing.T) {
	t.Parallel()
	e, _ := coldStartsOf(t, scenarioOf("", ""))
	rows := Comparison(e)
	for _, published := range checklist.Comparison {
		r := row(t, rows, published.ID)
		shown := slices.Clone(r.Checks)
		for _, c := range r.Cells {
			shown = append(shown, c.Facts...)
		}
		for _, check := range published.Checks.Facts() {
			if !slices.ContainsFunc(shown, func(f Fact) bool { return f.Text == check.Fact }) {
				t.Errorf("%s does not show %s", published.ID, check.ID)
			}
		}
	}
}

// TestEveryFactHasASource, on every platform there is. Only what the scenario
// itself says has no date.
func TestEveryFactHasASource(t *testing.T) {
	t.Parallel()
	for _, kind := range costs.Kinds() {
		e, _ := coldStartsOf(t, "components: [{name: a, memory: 64MiB}]\nplatforms: {"+string(kind.Option)+": {kind: "+kind.ID+"}}\n")
		for _, r := range Comparison(e) {
			facts := slices.Clone(r.Checks)
			for _, c := range r.Cells {
				facts = append(facts, c.Facts...)
				if c.Platform.ID == kind.ID && rowSubjects[r.ID] != "" && len(c.Facts) == 0 {
					t.Errorf("%s has no %s", kind.ID, r.ID)
				}
			}
			for _, f := range facts {
				if f.Text == "" || f.Source == "" || f.AsOf == "" && !strings.HasPrefix(f.Source, "this scenario") {
					t.Errorf("%s, %s: %+v", kind.ID, r.ID, f)
				}
			}
		}
	}
}

// TestStandInWithoutABill: a platform without a price may stand for an option; it
// is then ruled out and says what would give it a price.
func TestStandInWithoutABill(t *testing.T) {
	t.Parallel()
	e, _ := coldStartsOf(t, "components: [{name: a, memory: 64MiB}]\nplatforms: {wasm: {kind: akamai-functions}}\n")
	for _, r := range e.Verdict.Ranking {
		if r.Option == checklist.Wasm && (r.Feasible || !strings.Contains(r.Why, "quote")) {
			t.Errorf("%+v", r)
		}
	}
}
