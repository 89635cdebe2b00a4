package command

import (
	"strings"
	"testing"
)

const oldFile = "runwhere: 1\n# ours\ncomponents: [{name: api, requests_per_month: 50M, outbound_cloud: 8KiB}]  # all of it\nplatforms:\n  kubernetes: {nat_gateways: 0}\n"

// TestMigrateWritesTheOldMeaningOut: a REST API before functions, one NAT gateway
// on their side, no addresses of nodes without one, and no endpoints. The author's
// comments stay, and nothing is left to write out.
func TestMigrateWritesTheOldMeaningOut(t *testing.T) {
	t.Parallel()
	migrated := must(t, oldFile, "migrate", "-")
	for _, want := range []string{"front_door: rest-api", "nat_gateways: 1", "public_ipv4: false", "endpoints: none", "# ours", "# all of it"} {
		if !strings.Contains(migrated, want) {
			t.Errorf("no %s in\n%s", want, migrated)
		}
	}
	if again := must(t, migrated, "migrate", "-"); again != migrated {
		t.Errorf("migrated twice it is\n%s", again)
	}
}

// TestEvalSaysOnceThatDefaultsChanged, and not to an author who knows them.
func TestEvalSaysOnceThatDefaultsChanged(t *testing.T) {
	t.Parallel()
	for file, lines := range map[string]int{oldFile: 1, "runwhere: 1\nnetwork: mixed\n": 0, must(t, oldFile, "migrate", "-"): 0} {
		var out, err strings.Builder
		if code := run([]string{"eval", "-"}, strings.NewReader(file), &out, &err); code != exitDone {
			t.Fatal(code, err.String())
		}
		if n := strings.Count(err.String(), "migrate"); n != lines {
			t.Errorf("%d lines: %s", n, err.String())
		}
	}
}
