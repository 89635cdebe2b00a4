package command

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkProcess times whole processes, from start to exit, on scenario
// files: what somebody waits for who runs the command.
func BenchmarkProcess(b *testing.B) {
	binary := filepath.Join(b.TempDir(), "runwhere")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", binary, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	scenario := func(name string) string { return filepath.Join("testdata", "scenarios", name+".yaml") }
	for _, c := range []struct {
		name string
		args []string
	}{
		{"version", []string{"--version"}},
		{"eval-1-component", []string{"eval", scenario("scenario-b")}},
		{"eval-18-components", []string{"eval", scenario("hybrid")}},
		{"sweep-1000-volumes", []string{"eval", scenario("scenario-b"), "--sweep", "requests_per_month=10K..1B/1000"}},
		{"sweep-1000-volumes-18-components", []string{"eval", scenario("hybrid"), "--sweep", "requests_per_month=10K..1B/1000"}},
		{"100000-draws-5-inputs", []string{
			"eval", scenario("scenario-b"), "--draws", "100000", "--set", "requests_per_month=10M..80M", "--set", "components.api.duration=100ms..800ms",
			"--set", "components.api.cpu_time=20ms..200ms", "--set", "components.api.memory=256MiB..2GiB", "--set", "platforms.kubernetes.target_utilization=30%..70%",
		}},
		{"chart", []string{"chart", scenario("saas-api")}},
		{"article", []string{"article"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if out, err := exec.Command(binary, c.args...).CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
			}
		})
	}
}
