package costs

import "testing"

// TestInternalPaysNoWayIn: 10M calls with an answer of 40 KiB each. From the
// internet they pass a REST API, $3.50 a million, and 381.47 GB leave at $0.09;
// from inside the system neither.
func TestInternalPaysNoWayIn(t *testing.T) {
	t.Parallel()
	w := usualWorkload()
	c := &w.Components[0]
	c.Requests, c.Response, c.CPUTime, c.Logs = 10e6, 40, 0, 0
	s := usualSettings()
	s.Serverless.FrontDoor = "rest-api"
	cost := func() float64 { return built(t, "lambda", s, w).Cost(10e6) }
	public := cost()
	c.Internal = true
	wantUSD(t, "gateway and egress", public-cost(), 35+10e6*40/1048576*0.09)
}

// TestJobsByHand: 300,000 runs of 10 minutes have a pod each, 45 s longer on
// Fargate: 300,000 × 645 s are 53,750 pod hours, 73.63 pods in the mean; with no
// run there is none, and no replica stands by.
func TestJobsByHand(t *testing.T) {
	t.Parallel()
	w := usualWorkload()
	c := &w.Components[0]
	c.Requests, c.Duration, c.CPUTime, c.HTTP, c.Job = 300_000, 600, 60, false, true
	c.Pod = Pod{CPU: 0.25, Memory: 256, Concurrency: 1, MinReplicas: 2}
	s := usualSettings()
	b := built(t, "eks-fargate", s, w).Bill(300_000)
	wantUSD(t, "vcpu", lineOf(t, b, "vcpu").USD, 53_750*0.25*0.04048)
	wantUSD(t, "memory", lineOf(t, b, "memory").USD, 53_750*0.5*0.004445)
	if usd := lineOf(t, built(t, "eks-fargate", s, w).Bill(0), "vcpu").USD; usd != 0 {
		t.Errorf("no run costs %v", usd)
	}
}
