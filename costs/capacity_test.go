package costs

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestBuyerAgainstEveryCommitment tries every whole commitment and takes the
// cheapest one.
func TestBuyerAgainstEveryCommitment(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		ratio := rapid.Float64Range(0.05, 0.95).Draw(t, "ratio")
		var b buyer
		var hourly []float64
		for len(hourly) < HoursPerWeek {
			n := min(rapid.IntRange(1, 40).Draw(t, "hours"), HoursPerWeek-len(hourly))
			units := float64(rapid.IntRange(0, 12).Draw(t, "units"))
			b.add(float64(n), units)
			for range n {
				hourly = append(hourly, units)
			}
		}
		sustained := rapid.SampledFrom([]*sustainedUse{nil, most20, most30}).Draw(t, "sustained use")
		least := math.Inf(1)
		for committed := 0.0; committed <= 12; committed++ {
			usd := ratio * committed
			for unit := committed + 1; unit <= 12; unit++ {
				runs := 0.0
				for _, units := range hourly {
					if units >= unit {
						runs++
					}
				}
				usd += sustained.costs(runs / HoursPerWeek)
			}
			least = math.Min(least, usd)
		}
		c := b.counts(ratio, sustained)
		if got := ratio*c[CommittedNodes] + c[FlexibleNodes]; math.Abs(got-least) > 1e-9 {
			t.Fatalf("bought for %v, the cheapest commitment costs %v", got, least)
		}
	})
}

func TestBusyInstancesByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		what string
		s    serving
		rate float64
		want float64
	}{
		// One request at a time: every request has an instance of its own.
		{"concurrency 1", serving{duration: 0.4, cpu: 0.1, vcpu: 1, concurrency: 1, utilization: 0.6}, 5, 2},
		// One request a minute of 200 ms: 1 − exp(−1/60 × 0.2) = 0.0033278.
		{"thin", serving{duration: 0.2, cpu: 0.06, vcpu: 1, concurrency: 80, utilization: 0.6}, 1.0 / 60, 0.0033278},
		// 100 a second of 60 ms of CPU: 6 vCPU busy, at 60 % 10 instances.
		{"by CPU", serving{duration: 0.2, cpu: 0.06, vcpu: 1, concurrency: 80, utilization: 0.6}, 100, 10},
		// 1,000 a second of 2 s, 80 at once: 25 instances; CPU would need fewer.
		{"by concurrency", serving{duration: 2, cpu: 0.001, vcpu: 1, concurrency: 80, utilization: 0.6}, 1000, 25},
		// An activity is billed for a second: 1 − exp(−0.001 × 1).
		{"held for a second", serving{duration: 0.2, cpu: 0.06, vcpu: 1, concurrency: 16, utilization: 0.6, hold: 1}, 0.001, 0.0009995},
	} {
		if got := c.s.busy(c.rate); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: %v busy instances, want %v", c.what, got, c.want)
		}
	}
}

func TestReplicasThatScaleToZero(t *testing.T) {
	t.Parallel()
	r := replicas{perRate: 0.5, hold: 300}
	// One request an hour keeps it up 1 − exp(−300/3600) = 7.9956 % of the time.
	if got := r.needed(1.0 / 3600); math.Abs(got-0.0799556) > 1e-6 {
		t.Errorf("an hour apart: %v replicas", got)
	}
	// Ten a second need five and never rest.
	if got := r.needed(10); math.Abs(got-5) > 1e-9 {
		t.Errorf("under load: %v replicas", got)
	}
	if got := r.needed(0); got != 0 {
		t.Errorf("without requests: %v replicas", got)
	}
}

func TestPodSizes(t *testing.T) {
	t.Parallel()
	// AWS's own example: 1 vCPU with 8 GB becomes 2 vCPU with 9 GB.
	for _, c := range []struct{ cpu, mib, vcpu, gb float64 }{
		{1, 8192, 2, 9}, {0.25, 256, 0.25, 0.5}, {0.25, 768, 0.25, 1}, {0.25, 1800, 0.5, 3}, {0.3, 100, 0.5, 1}, {16, 122624, 16, 120}, {5, 16000, 8, 16},
	} {
		if vcpu, gb, ok := fargatePod(c.cpu, c.mib); !ok || vcpu != c.vcpu || gb != c.gb {
			t.Errorf("Fargate: %v vCPU and %v MiB become %v and %v, want %v and %v", c.cpu, c.mib, vcpu, gb, c.vcpu, c.gb)
		}
	}
	if _, _, ok := fargatePod(16, 122880); ok {
		t.Error("Fargate sells a pod of more than 120 GB")
	}
	// Autopilot: at least 50 m, at least 1 and at most 6.5 GiB a vCPU.
	for _, c := range []struct{ cpu, mib, vcpu, gib float64 }{
		{0.01, 10, 0.05, 52.0 / 1024}, {2, 1024, 2, 2}, {1, 13312, 2, 13},
	} {
		if vcpu, gib := autopilotPod(c.cpu, c.mib); math.Abs(vcpu-c.vcpu) > 1e-9 || math.Abs(gib-c.gib) > 1e-9 {
			t.Errorf("Autopilot: %v vCPU and %v MiB become %v and %v, want %v and %v", c.cpu, c.mib, vcpu, gib, c.vcpu, c.gib)
		}
	}
	// Cloud Run: more than 4 GiB take 2 vCPU, more than 16 take 6; 4 vCPU have 2 GiB at least.
	for _, c := range []struct{ cpu, gib, vcpu, has float64 }{
		{1, 4, 1, 4},
		{1, 4.5, 2, 4.5},
		{1, 16, 4, 16},
		{1, 16.5, 6, 16.5},
		{1, 32, 8, 32},
		{3, 1, 4, 2},
		{0.25, 0.5, 0.25, 0.5},
		{0.25, 0.75, 0.5, 0.75},
		{0.25, 2, 1, 2},
	} {
		if vcpu, gib := runPairOf(c.cpu, c.gib); vcpu != c.vcpu || gib != c.has {
			t.Errorf("Cloud Run: %v vCPU and %v GiB become %v and %v, want %v and %v", c.cpu, c.gib, vcpu, gib, c.vcpu, c.has)
		}
	}
	// Container Apps: steps of 0.25 vCPU with 2 GiB each.
	if vcpu, gib := containerSize(0.3, 3000); vcpu != 1.5 || gib != 3 {
		t.Errorf("Container Apps: 0.3 vCPU and 3,000 MiB become %v and %v, want 1.5 and 3", vcpu, gib)
	}
}

// TestPartOfAVCPUStretchesARun: 140 ms of waiting and 60 ms of CPU are 380 ms on
// a quarter of a vCPU, billed as 400.
func TestPartOfAVCPUStretchesARun(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Containers.VCPU = 0.25
	w.Components[0].Duration, w.Components[0].CPUTime = 0.2, 0.06
	w.Components[0].Shape = flatShape()
	// At a run a month nothing overlaps.
	wantUSD(t, "vCPU", lineOf(t, built(t, "cloud-run", s, w).Bill(1), "vcpu").USD*1e6, 1e6*0.4*0.25*0.000024)
}

// TestFlexTrap is the published trap of the Flex plan: requests that do not
// overlap are billed 2 GB for a second each, where Consumption bills 256 MB for
// 200 ms: 40 times the GB-seconds.
func TestFlexTrap(t *testing.T) {
	t.Parallel()
	w := usualWorkload()
	w.Components[0].Requests, w.Components[0].FunctionMemory = 1000, 2048
	flex, consumption := built(t, "azure-flex", usualSettings(), w), built(t, "azure-functions", usualSettings(), w)
	f, c := lineOf(t, flex.Bill(1000), "compute"), lineOf(t, consumption.Bill(1000), "compute")
	if ratio := f.Quantity / c.Quantity; math.Abs(ratio-40) > 0.05 {
		t.Errorf("Flex bills %v times the GB-seconds of Consumption, want 40", ratio)
	}
	if math.Abs(f.Quantity-2000) > 1 {
		t.Errorf("1,000 requests are %v GB-s on Flex, want 2,000", f.Quantity)
	}
}

// TestWarmEnvironments is a load that alternates between twice and none of
// what is kept warm.
func TestWarmEnvironments(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Serverless.ProvisionedConcurrency = 3
	c := &w.Components[0]
	c.CPUTime, c.FunctionMemory = 0, 256 // all of it is waiting, which no setting makes longer
	for h := range c.Shape.Weights {
		c.Shape.Weights[h] = float64(h%2) * 2
	}
	// 65.7M requests of 200 ms are 5 at once in the mean and 10 in every other
	// hour: 3 of them on warm environments, 7 on demand.
	const q = 65.7e6
	b := built(t, "lambda", s, w).Bill(q)
	const gib, month = 0.25, SecondsPerMonth
	wantUSD(t, "idle", lineOf(t, b, "provisioned").USD, 3*gib*month*0.0000041667)
	wantUSD(t, "warm", lineOf(t, b, "compute-provisioned").USD, 1.5*gib*month*0.0000097222)
	wantUSD(t, "spill-over", lineOf(t, b, "compute").USD, 3.5*gib*month*0.0000166667)
}

func TestLambdaExtrasByHand(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Serverless.ColdStartRate, s.Serverless.SnapStart, s.Serverless.Streaming, s.Serverless.Workflow = 0.01, true, true, "step-functions"
	c := &w.Components[0]
	c.CPUTime, c.FunctionMemory = 0, 1024
	c.Memory, c.Ephemeral, c.Init, c.Runtime, c.Response = 1024, 512, 0.5, "python", 7168
	b := built(t, "lambda", s, w).Bill(1e6)
	wantUSD(t, "compute", lineOf(t, b, "compute").USD, 1e6*(0.2+0.01*0.5)*0.0000166667)
	wantUSD(t, "cache", lineOf(t, b, "snapstart-cache").USD, SecondsPerMonth*0.0000015046)
	wantUSD(t, "restores", lineOf(t, b, "snapstart-restore").USD, 1e4*0.0001397998)
	wantUSD(t, "streaming", lineOf(t, b, "streaming").USD, 1e6*1024/1048576*0.008)
	c.Ephemeral = 1536 // more than SnapStart takes
	wantUSD(t, "ephemeral", lineOf(t, built(t, "lambda", s, w).Bill(1e6), "ephemeral").USD, 1e6*0.2*1*0.0000000309)
	// 20 minutes are two pieces: two requests, and a start, two pieces and an end.
	c.Duration = 1200
	p := built(t, "lambda", s, w)
	if !p.Feasible() {
		t.Fatalf("a workflow does not lift the limit of 15 minutes: %+v", p.Refusals)
	}
	b = p.Bill(1e6)
	wantUSD(t, "requests", lineOf(t, b, "requests").USD, 0.4)
	wantUSD(t, "transitions", lineOf(t, b, "workflow").USD, 4e6*0.000025)
}

func TestWebSocketBillsBothWays(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Serverless.FrontDoor = "websocket"
	w.Components[0].Response, w.Components[0].Connections = 40, 100
	b := built(t, "lambda", s, w).Bill(1e6)
	// One message in and two of 32 KiB out; 100 connections for 43,800 minutes.
	wantUSD(t, "messages", lineOf(t, b, "gateway").USD, 3)
	wantUSD(t, "minutes", lineOf(t, b, "gateway-minutes").USD, 100*43_800*0.00000025)
}

func TestLambdaNamesItsQuota(t *testing.T) {
	t.Parallel()
	w := usualWorkload()
	// 26.28 billion requests of 200 ms are 2,000 at once.
	w.Components[0].Requests, w.Components[0].CPUTime = 26.28e9, 0
	notes := strings.Join(built(t, "lambda", usualSettings(), w).Notes, "\n")
	if !strings.Contains(notes, "needs 2,000 executions at once") {
		t.Errorf("notes say nothing of 2,000 executions:\n%s", notes)
	}
}
