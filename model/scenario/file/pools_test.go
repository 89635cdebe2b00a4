package file

import (
	"strings"
	"testing"

	"runwhere/model/scenario"
)

// TestPoolsAreWrittenSetAndSaved: pools are read as a mapping in either style, one
// setting of one is changed by its own key, and a file keeps its comments.
func TestPoolsAreWrittenSetAndSaved(t *testing.T) {
	t.Parallel()
	const file = `runwhere: 1
components:
  - {name: api}
  - {name: nightly}  # reports
platforms:
  kubernetes:
    kind: eks  # ours
    pools:
      batch:
        node: auto  # whatever fits
        spot_share: 100%
`
	s, err := Decode("f.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Kubernetes.Pools) != 1 || s.Kubernetes.Pools[0].Name != "batch" || s.Kubernetes.Pools[0].Node.Or("") != "auto" || s.Kubernetes.Pools[0].SpotShare.Value.Value() != 1 || s.Kubernetes.Pools[0].MinNodes.Given() {
		t.Fatalf("%+v", s.Kubernetes.Pools)
	}
	before := string(Encode(s))
	next := s
	for _, assignment := range []string{
		"components.nightly.pool=batch", "platforms.kubernetes.pools.batch.node=m5.large", "platforms.kubernetes.pools.night.min_nodes=2",
	} {
		if next, err = scenario.Set(next, assignment); err != nil {
			t.Fatalf("%s: %v", assignment, err)
		}
	}
	if string(Encode(s)) != before {
		t.Error("the scenario that was set is another one")
	}
	saved, err := Update([]byte(file), next)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"# reports", "kind: eks  # ours", "# whatever fits", "pools: {batch: {node: m5.large, spot_share: 100%}, night: {min_nodes: 2}}", "pool: batch"} {
		if !strings.Contains(string(saved), part) {
			t.Errorf("%q is not in\n%s", part, saved)
		}
	}
	for assignment, want := range map[string]string{
		"components.api.pool=bacth":                       "components.api.pool: bacth: no such pool; did you mean batch? there are batch",
		"platforms.kubernetes.pools.batch.spot=1":         "platforms.kubernetes.pools.batch.spot: 1: unknown key of a pool; did you mean spot_share? known are node, min_nodes, spot_share",
		"platforms.kubernetes.pools.batch.min_nodes=1.5":  "platforms.kubernetes.pools.batch.min_nodes: 1.5: not a whole number; allowed is a whole number from 0 to 100000",
		"platforms.kubernetes.pools={batch: {node: auto}": "platforms.kubernetes.pools: {batch: {node: auto}: not a mapping in braces; allowed are up to 6 pools by name, such as {batch: {node: auto, spot_share: 100%}}, with node, min_nodes and spot_share",
		"platforms.kubernetes.pools.general.spot_share=1": "platforms.kubernetes.pools.general.spot_share: general: a pool that every cluster has by itself; allowed are up to 6 pools by name, such as {batch: {node: auto, spot_share: 100%}}, with node, min_nodes and spot_share",
	} {
		if _, err := scenario.Set(s, assignment); err == nil || err.Error() != want {
			t.Errorf("%s: %v\nwant %s", assignment, err, want)
		}
	}
	whole, err := scenario.Set(s, "platforms.kubernetes.pools={night: {spot_share: 40%}, batch: {}}")
	if err != nil || len(whole.Kubernetes.Pools) != 2 || whole.Kubernetes.Pools[0].SpotShare.Value.Value() != 0.4 {
		t.Errorf("%v, %v", whole.Kubernetes.Pools, err)
	}
}
