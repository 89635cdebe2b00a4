package command

import (
	"strings"
	"testing"
)

// TestParityOfScenarioB: the guide's line for NAT is $45.00 on Lambda and none on
// its cluster, and what isolates refuse has no figure.
func TestParityOfScenarioB(t *testing.T) {
	t.Parallel()
	text := must(t, "", "parity", "testdata/scenarios/scenario-b.yaml")
	for _, want := range []string{"NAT, addresses, zones               none          $45.00", "refused", "$175"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if at(t, decoded(t, must(t, "", "parity", "testdata/scenarios/scenario-b.yaml", "--format", "json")), "network") != "mixed" {
		t.Error("the network is not said")
	}
}
