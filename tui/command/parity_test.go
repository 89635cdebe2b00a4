package command

import (
	"math"
	"strings"
	"testing"
)

// TestParityOfScenarioB: the guide's line for NAT is $45.00 on Lambda and none on
// its cluster, and what isolates refuse has no figure.
func TestParityOfScenarioB(t *testing.T) {
	t.Parallel()
	text := must(t, "", "parity", "testdata/scenarios/scenario-b.yaml")
	for _, want := range []string{"NAT, addresses, zones               none            none          $45.00", "refused", "$175"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if at(t, decoded(t, must(t, "", "parity", "testdata/scenarios/scenario-b.yaml", "--format", "json")), "network") != "mixed" {
		t.Error("the network is not said")
	}
}

// TestParityOfEvalAddsUpToTheBill: what eval says of each kind of thing adds up to
// a platform's monthly_usd, and is null where that is.
func TestParityOfEvalAddsUpToTheBill(t *testing.T) {
	t.Parallel()
	for _, preset := range []string{"saas-api", "game-backend", "scenario-b"} {
		document := decoded(t, must(t, "", "eval", "testdata/scenarios/"+preset+".yaml", "--format", "json")).(map[string]any)
		sums, unknown := map[string]float64{}, map[string]bool{}
		for _, row := range document["parity"].([]any) {
			if row := row.(map[string]any); row["id"] != "people" {
				for _, cell := range row["cells"].([]any) {
					id, usd := cell.(map[string]any)["platform"].(string), cell.(map[string]any)["usd"]
					if usd == nil {
						unknown[id] = true
						continue
					}
					sums[id] += usd.(float64)
				}
			}
		}
		for _, p := range document["platforms"].([]any) {
			p := p.(map[string]any)
			id := p["id"].(string)
			if usd, known := p["monthly_usd"].(float64); known == unknown[id] || math.Abs(usd-sums[id]) > 0.005 {
				t.Errorf("%s, %s: the rows add up to %v, the bill is %v", preset, id, sums[id], p["monthly_usd"])
			}
		}
	}
}
