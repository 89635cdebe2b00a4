package costs

import (
	"strings"
	"testing"
)

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

// TestJobsWithoutNodes: 100,000 runs of 115 s are 120 s with their start; of 10 s they
// are billed a minute by Cloud Run (https://cloud.google.com/run/pricing, 2025-08-19: jobs have the price of
// instances, $0.000018 a vCPU and $0.000002 a GiB and second, and a minute at
// least) and 15 s by Container Apps ($0.000024 and $0.000003). Instances that are kept
// are kept for services alone.
func TestJobsWithoutNodes(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Serverless.MinInstances, s.Serverless.VCPU = 2, 1
	c := &w.Components[0]
	c.Requests, c.CPUTime, c.HTTP, c.Job, c.Memory, c.MemoryPerRun = 100_000, 1, false, true, 1024, 0
	c.Pod = Pod{CPU: 1, Memory: 1024, Concurrency: 1}
	for _, of := range []struct{ run, cloudRun, containerApps float64 }{{115, 120, 120}, {10, 60, 15}} {
		c.Duration = of.run
		b := built(t, "cloud-run", s, w).Bill(100_000)
		wantUSD(t, "Cloud Run", lineOf(t, b, "vcpu-instance").USD, 100_000*of.cloudRun*0.000018)
		wantUSD(t, "Cloud Run's memory", lineOf(t, b, "memory-instance").USD, 100_000*of.cloudRun*0.000002)
		b = built(t, "container-apps", s, w).Bill(100_000)
		wantUSD(t, "Container Apps", lineOf(t, b, "vcpu").USD, 100_000*of.containerApps*0.000024)
		for _, l := range b.Lines {
			if strings.Contains(l.Meter, "idle") {
				t.Errorf("a job has %s", l.Label)
			}
		}
	}
	c.Duration = 2 * 86400
	if p := built(t, "cloud-run", s, w); !p.Feasible() {
		t.Errorf("two days: %+v", p.Refusals)
	}
	c.Duration = 8 * 86400
	if p := built(t, "cloud-run", s, w); p.Feasible() {
		t.Error("a task of eight days is taken")
	}
	c.Duration, c.Job = 2*86400, false
	if p := built(t, "cloud-run", s, w); p.Feasible() {
		t.Error("a request of two days is taken")
	}
}
