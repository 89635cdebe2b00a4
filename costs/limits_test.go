package costs

import (
	"strings"
	"testing"
)

// TestLimitsSayEachValueOnce: several limits may be broken in different ways
// and be one published figure; the list prints the figure once.
func TestLimitsSayEachValueOnce(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds() {
		limits := k.Limits(usualSettings())
		for i, a := range limits {
			for j, b := range limits {
				if i != j && a.Subject == b.Subject && a.Value != "" && strings.Contains(b.Value, a.Value) {
					t.Errorf("%s, %s: %q is said already by %q", k.ID, a.Subject, a.Value, b.Value)
				}
			}
		}
	}
}

// TestWorkersDurationIsOneRow: Workers have three ways to run too long.
func TestWorkersDurationIsOneRow(t *testing.T) {
	t.Parallel()
	var values []string
	for _, l := range workersLimits(usualSettings()) {
		if l.Subject == LimitDuration && l.Value != "" {
			values = append(values, l.Value)
		}
	}
	want := "30 s of CPU a run by default, up to 5 min; 15 min of wall time for cron and queues; no bound of wall time while the client stays connected"
	if len(values) != 1 || values[0] != want {
		t.Errorf("got %q, want %q alone", values, want)
	}
}
