package main

import (
	"path/filepath"
	"time"

	"runwhere/costs/paths"
)

// row is a line of the table.
type row struct {
	work    string
	aim     string
	measure func(*machine) (figure, error)
}

// rows are the table: what is measured, and what it shall cost on two quiet cores.
func rows(dir string) []row {
	scenario := func(name string) string { return filepath.Join("testdata", "scenarios", name+".yaml") }
	large := filepath.Join(dir, "500.yaml")
	draws := []string{"eval", scenario("scenario-b")}
	for _, ranged := range []string{
		"requests_per_month=10M..80M",
		paths.ComponentDuration.Named("api") + "=100ms..800ms",
		paths.ComponentCPUTime.Named("api") + "=20ms..200ms",
		paths.ComponentMemory.Named("api") + "=256MiB..2GiB",
		paths.KubernetesTargetUtilization.Assign("30%..70%"),
	} {
		draws = append(draws, "--set", ranged)
	}
	drawn := func(times string) []string { return append(draws[:len(draws):len(draws)], "--draws", times) }
	return []row{
		{"first frame of the wizard", "1.1 x", frame("quit")},
		{"first frame of the lab, 18 components", "1.2 x", frame("quit", scenario("hybrid"))},
		{"--version", "", command("--version")},
		{"eval, 1 component", "12 ms", command("eval", scenario("scenario-b"))},
		{"eval, 18 components", "60 ms", command("eval", scenario("hybrid"))},
		{"eval, 500 components", "1 s", command("eval", large)},
		{"eval, hybrid with SpinKube", "80 ms", command("eval", filepath.Join("model", "hardtest", "two-clusters.yaml"))},
		{"eval, 100 components x 20 calls", "300 ms, 100 MB", command("eval", filepath.Join("model", "hardtest", "many-calls.yaml"))},
		{"100,000 draws x 5 inputs, more than 100 draws", "40 ms", difference(drawn("100000"), drawn("100"))},
		{"sweep of 1,000 volumes", "8 ms", command("eval", scenario("scenario-b"), "--sweep", "requests_per_month=10K..1B/1000")},
		{"chart", "", command("chart", scenario("saas-api"))},
		{"article", "", command("article")},
		{"slider key, 1 component", "1.5 ms", benchmark("./tui", "SliderKey/scenario-b")},
		{"slider key, 12 platforms", "2.5 ms", benchmark("./tui", "SliderKey/twelve_platforms")},
		{"slider key, 18 components", "3 ms", benchmark("./tui", "SliderKey/hybrid")},
		{"slider key, 500 components", "16 ms", benchmark("./tui", "SliderKey/500_components")},
		{"slider key, 2,000 draws on 18 components", "8 ms", benchmark("./tui", "SliderKey/hybrid_with_ranges")},
		{"move on the split, 18 components", "1 ms", benchmark("./tui", "SplitMove/18")},
		{"move on the split, 500 components", "4 ms", benchmark("./tui", "SplitMove/500")},
		{"map of 60 x 20 cells, 1 component", "5 ms", benchmark("./model/uncertainty", "Map/scenario-b")},
		{"map of 60 x 20 cells, 18 components", "60 ms", benchmark("./model/uncertainty", "Map/hybrid")},
	}
}

// What a row may take: one whose runs are long is measured less often, and one
// that takes longer than the patience once and no further.
const (
	mostOfRow = 20 * time.Second
	patience  = 2 * time.Minute
)
