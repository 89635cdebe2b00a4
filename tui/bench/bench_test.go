package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	scenariofile "runwhere/model/scenario/file"
)

func TestInputsAreScenarios(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := writeInputs(dir); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "500.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := scenariofile.Decode("500.yaml", data)
	if err != nil || len(s.Components) != 500 {
		t.Errorf("%d components, %v", len(s.Components), err)
	}
}

func TestMedian(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		values []float64
		want   float64
	}{{[]float64{7}, 7}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 1, 2, 10}, 3}} {
		if got := median(c.values); got != c.want {
			t.Errorf("the median of %v is %v, want %v", c.values, got, c.want)
		}
	}
}

// TestBenchmarkLines: the time is read from what the go command prints, whatever
// is beside it.
func TestBenchmarkLines(t *testing.T) {
	t.Parallel()
	const out = "goos: linux\nBenchmarkSliderKey/scenario-b-2 \t 100 \t 2600000 ns/op\t 12 B/op\nBenchmarkUSD/lots-2  5  3.5 ns/op\nPASS\n"
	var found []string
	for _, m := range benchmarkLine.FindAllStringSubmatch(out, -1) {
		found = append(found, m[1])
	}
	if got := strings.Join(found, " "); got != "2600000 3.5" {
		t.Errorf("found %s", got)
	}
}

func TestFiguresAreKept(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "bench", "table.json")
	if before, err := readFigures(name); before != nil || err != nil {
		t.Errorf("before anything is kept: %v, %v", before, err)
	}
	want := figure{MS: 12, Floor: 4, MB: 30, Late: true}
	if err := writeFigures(name, map[string]figure{"eval": want}); err != nil {
		t.Fatal(err)
	}
	if got, err := readFigures(name); err != nil || got["eval"] != want || got["eval"].ratio() != 3 {
		t.Errorf("%v, %v", got, err)
	}
}
