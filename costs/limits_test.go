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

// TestOnlyHardMaximaRefuse: 262.8M requests a month of 6 s of CPU are 100 a second in
// the mean; on a flat week without bursts they take 100 × 6 s ÷ (0.6 × 1 vCPU), 1,000
// instances of the Flex plan, which is what an app has. One per cent more is
// refused there, and nowhere that a quota can be raised.
func TestOnlyHardMaximaRefuse(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Serverless.InstanceMemory, s.Serverless.Concurrency = 2048, 1000
	c := &w.Components[0]
	c.Shape, c.Duration, c.CPUTime, c.Requests, c.FunctionMemory, c.HTTP = flatShape(), 6, 6, 262.8e6, 1769, false
	c.Assumed = Assumed{}
	refused := func(kind string) string {
		for _, r := range built(t, kind, s, w).Refusals {
			if strings.Contains(r.Limit, "busiest minute") {
				return r.Limit
			}
		}
		return ""
	}
	if text := refused("azure-flex"); text != "" {
		t.Errorf("1,000 instances: %s", text)
	}
	c.Requests *= 1.01
	if text := refused("azure-flex"); text != "needs 1,010 instances in its busiest minute; an app on the Flex plan has at most 1,000, and no quota raises it" {
		t.Errorf("1,010 instances: %q", text)
	}
	if text := refused("azure-functions"); !strings.HasPrefix(text, "needs 713 instances") { // 606 s of CPU a second at 85 % of a core
		t.Errorf("on the Consumption plan: %q", text)
	}
	for _, kind := range []string{"lambda", "cloud-run"} {
		if text := refused(kind); text != "" {
			t.Errorf("%s: %s", kind, text)
		}
	}
	c.Assumed.CPUTime = true
	if text := refused("azure-flex"); text != "" {
		t.Errorf("an assumed CPU time refuses: %s", text)
	}
	c.Requests *= 2 // 1,212 at once
	if notes := strings.Join(built(t, "lambda", s, w).Notes, "\n"); !strings.Contains(notes, "(Lambda, Concurrent executions)") {
		t.Errorf("no quota is named:\n%s", notes)
	}
}
