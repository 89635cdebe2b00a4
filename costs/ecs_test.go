package costs

import (
	"math"
	"testing"
)

// keptTasks is a service of so many tasks that are there all month, of a size that
// is sold.
func keptTasks(tasks, vcpu, gb float64) Workload {
	return Workload{Components: []Component{{
		Name: "app", Requests: 1, Duration: 0.01, CPUTime: 0.001, Memory: 128, Shape: flatShape(),
		Pod: Pod{CPU: vcpu, Memory: gb * 1024, Concurrency: 1, MinReplicas: tasks},
	}}}
}

// bareECS are settings under which tasks are billed and nothing else.
func bareECS(architecture string) *Settings {
	s := settingsWith(nil)
	s.Containers = ContainersSettings{
		ServiceSettings: ServiceSettings{Architecture: architecture, Purchase: OnDemand, Logs: "none"}, TargetUtilization: 0.6, LoadBalancer: "none",
	}
	return s
}

// TestTasksAsPublished holds tasks that run all month against bills that others
// published, with the date of each where it has one.
func TestTasksAsPublished(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		tasks, vcpu, gb float64
		architecture    string
		spot            float64
		want            float64
	}{
		"infra.furybee.org/articles/serverless-vs-containers-cost, 2026": {1, 1, 2, "x86", 0, 36.04},
		"the same, half of it":                      {1, 0.5, 1, "x86", 0, 18.02},
		"a move to Arm, before":                     {8, 1, 2, "x86", 0, 288.32},
		"a move to Arm, after":                      {8, 0.5, 1, "arm64", 0, 115.34},
		"Arm, 1 vCPU and 2 GB":                      {1, 1, 2, "arm64", 0, 28.84},
		"Arm, the smallest":                         {1, 0.25, 0.5, "arm64", 0, 7.21},
		"infracost's golden, 2026-08":               {5, 1, 2, "x86", 0, 180.20},
		"AWS guidance says about 70":                {1, 2, 4, "x86", 0, 72.08},
		"wring.co says about 42, 2026":              {1, 1, 4, "x86", 0, 42.53},
		"12.60 by a page whose formula gives 14.42": {1, 0.5, 1, "arm64", 0, 14.42},
		"devtocash.com, 2026-04-07":                 {2, 1, 2, "x86", 0, 59.10 + 12.98},
		"spot at the feed of 2026-09-28":            {1, 1, 2, "x86", 1, 11.48},
		"Arm on spot, the same day":                 {1, 1, 2, "arm64", 1, 9.18},
	} {
		s := bareECS(c.architecture)
		s.Containers.SpotShare = c.spot
		p := built(t, "ecs-fargate", s, keptTasks(c.tasks, c.vcpu, c.gb))
		if got := p.Cost(1); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s: %.4f, published %.2f", name, got, c.want)
		}
	}
}

// TestJobsOnFargateAsPublished is AWS's first example: five tasks a day for 30 days,
// 600 s each from the pull of the image on, 1 vCPU, 2 GB and 30 GB of disk are $1.26;
// 45 s of the 600 are the start.
func TestJobsOnFargateAsPublished(t *testing.T) {
	t.Parallel()
	for architecture, want := range map[string]float64{"x86": 90_000*(0.04048+2*0.004445)/3600 + 90_000*10*0.000111/3600, "arm64": 90_000*(0.03238+2*0.00356)/3600 + 90_000*10*0.000111/3600} {
		w := keptTasks(2, 1, 2)
		c := &w.Components[0]
		c.Requests, c.Duration, c.CPUTime, c.Job, c.Ephemeral = 150, 600-fargateStart, 300, true, 30*1024
		p := built(t, "ecs-fargate", bareECS(architecture), w)
		if got := p.Cost(150); math.Abs(got-want) > 1e-6 {
			t.Errorf("%s: %v, worked out %v", architecture, got, want)
		}
		if got := math.Round(p.Cost(150)*100) / 100; architecture == "x86" && got != 1.26 {
			t.Errorf("%v, published 1.26", got)
		}
		// A task of a second is billed for a minute.
		c.Duration = 0
		if got, want := lineOf(t, built(t, "ecs-fargate", bareECS(architecture), w).Bill(150), "vcpu").Quantity, 150.0*60/3600; math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v vCPU-h, want %v", architecture, got, want)
		}
	}
}

// TestTasksRunBySchedule: of a flat week 50 hours carry all of the load, 168/50 of
// what an hour had, and in the others there is no task.
func TestTasksRunBySchedule(t *testing.T) {
	t.Parallel()
	s, w := bareECS("x86"), keptTasks(2, 1, 2)
	whole := built(t, "ecs-fargate", s, w).Levels[0].At(1)
	s.Containers.RunningHours = 50
	if got := built(t, "ecs-fargate", s, w).Levels[0].At(1); whole != 2 || math.Abs(got-2.0*50/168) > 1e-12 {
		t.Errorf("%v tasks in the mean of the week, %v all week", got, whole)
	}
	// 10 runs a second of 300 ms of CPU at 60 % of a vCPU are 5 tasks; three times as many in the 56 hours.
	w.Components[0].Requests, w.Components[0].CPUTime, w.Components[0].Duration = 10*SecondsPerMonth, 0.3, 0.3
	w.Components[0].Pod.Concurrency, s.Containers.RunningHours = 100, 56
	if got := built(t, "ecs-fargate", s, w).Levels[0].At(10 * SecondsPerMonth); math.Abs(got-15.0*56/168) > 1e-9 {
		t.Errorf("%v tasks, want 15 in a third of the hours", got)
	}
}

// TestFargatePairs: what is asked for becomes the next pair that is sold; a pod of EKS
// asks for 256 MiB more.
func TestFargatePairs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ cpu, mib, vcpu, gb float64 }{
		{0.1, 128, 0.25, 0.5}, {0.25, 513, 0.25, 1}, {0.25, 2049, 0.5, 3}, {1, 1024, 1, 2}, {1, 8193, 2, 9}, {8, 17 * 1024, 8, 20}, {16, 120 * 1024, 16, 120},
	} {
		if vcpu, gb, ok := fargatePair(c.cpu, c.mib); !ok || vcpu != c.vcpu || gb != c.gb {
			t.Errorf("%v vCPU and %v MiB become %v and %v, want %v and %v", c.cpu, c.mib, vcpu, gb, c.vcpu, c.gb)
		}
	}
	if _, _, ok := fargatePair(17, 1024); ok {
		t.Error("17 vCPU are sold")
	}
	if vcpu, gb, _ := fargatePod(1, 2048); vcpu != 1 || gb != 3 {
		t.Errorf("a pod of 1 vCPU and 2 GiB is billed as %v and %v", vcpu, gb)
	}
}

// TestAnAddressATask: on a public network each task has an address of its own; on a
// private one a gateway a zone carries what goes out.
func TestAnAddressATask(t *testing.T) {
	t.Parallel()
	s, w := bareECS("x86"), keptTasks(3, 0.25, 0.5)
	w.Components[0].Outbound = 1
	s.Containers.PublicIPv4, s.Containers.NATByNetwork, s.Network = true, true, NetworkPublic
	p := built(t, "ecs-fargate", s, w)
	wantUSD(t, "addresses", lineOf(t, p.Bill(1), "ipv4").USD, 3*730*0.005)
	s.Network, s.Zones = NetworkPrivate, 2
	p = built(t, "ecs-fargate", s, w)
	wantUSD(t, "gateways", lineOf(t, p.Bill(1), "nat").USD, 2*730*0.045)
}

// TestLambdaHasLittleDisk: 10 GiB of /tmp are the most, and a task has up to 200.
func TestLambdaHasLittleDisk(t *testing.T) {
	t.Parallel()
	w := keptTasks(1, 1, 2)
	w.Components[0].Ephemeral = 20 * 1024
	if p := built(t, "lambda", bareECS("x86"), w); p.Feasible() || p.Refusals[0].Limit != "needs 20 GiB of disk; a Lambda function has at most 10 GiB of /tmp" {
		t.Errorf("%+v", p.Refusals)
	}
	if p := built(t, "ecs-fargate", bareECS("x86"), w); !p.Feasible() {
		t.Errorf("%+v", p.Refusals)
	}
}
