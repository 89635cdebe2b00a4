package costs

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func ecsFargateKind() Kind {
	return Kind{
		ID: "ecs-fargate", Name: "ECS Fargate", Letter: 'E', Option: checklist.Containers, Provider: pricebook.AWS, About: "tasks by vCPU and GB",
		Limits: ecsLimits, build: buildECSFargate, usual: true,
		takes: append(slices.Clone(kept), paths.ContainersArchitecture, paths.ContainersSpotShare, paths.ContainersLoadBalancer),
		out:   ways{NetworkPublic: reachAddress, NetworkMixed: reachNAT, NetworkPrivate: reachNAT}, gateways: true, inNetwork: true,
		commitment: commitment{0.20, 0.45, [2][2]float64{}, "exact on x86", "AWS price list, Compute Savings Plans", "2026-10-01"},
	}
}

// ecsFreeDisk is the disk that a task has for nothing, in GB
// (https://aws.amazon.com/fargate/pricing/, 2026-10-01).
const ecsFreeDisk = 20

// ECSMaxDisk is what it may be given at most, in MiB
// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html, 2026-10-01).
const ECSMaxDisk = 200 * 1024

// ecsMinimum is what a task is billed for at least, in s (same page).
const ecsMinimum = 60

// buildECSFargate prices Amazon ECS on Fargate: tasks for as long as they are
// there, by vCPU and GB. The control plane costs nothing. A service keeps a task
// at least: ECS takes no request that would start the first one.
func buildECSFargate(m *metering) (*Platform, error) {
	s := &m.settings.Containers
	m.begin(s.FreeTier)
	processor, label := "", ""
	if s.Architecture == "arm64" {
		processor, label = "arm64.", "arm64."
	} else {
		label = "x86."
	}
	f := fargateRun{
		noun: "tasks", purchase: s.Purchase, vcpu: "fargate." + processor + "vcpu.hour", gb: "fargate." + processor + "gb.hour",
		cores: func(c *Component) Factor {
			vcpu, _ := m.taskSize(c)
			return amount(vcpu, "vCPU").from(m.taskVCPU())
		},
		memory: func(c *Component) Factor {
			_, gb := m.taskSize(c)
			return amount(gb, "GB").from(paths.PodMemory)
		},
	}
	f.bought.ratio, f.bought.source = m.committed("fargate.savings")
	if f.bought.spot = s.spotShare(); f.bought.spot > 0 {
		f.onDemand = []reading{func(*Component) Factor {
			return percent(1-s.spotShare(), "% not on spot").from(paths.ContainersSpotShare)
		}}
	}
	m.tasks = m.fargateLines(&f, m.taskWeek)
	if f.bought.spot > 0 {
		m.spotTasks(&f, "fargate.spot."+label)
	}
	m.taskDisk()
	m.around(s.LoadBalancer, s.Logs)
	m.note("each task is billed for at least a minute, from the pull of its image on; the control plane costs nothing")
	if s.RunningHours == 0 {
		m.note("a service keeps a task at least: ECS scales to none by schedule (%s) or by the length of a queue, not by requests", paths.ContainersRunningHours)
	}
	return m.metered(ecsLimits)
}

// taskVCPU is where the vCPU of a task come from.
func (m *metering) taskVCPU() paths.Path {
	if m.settings.Containers.VCPU > 0 {
		return paths.ContainersVCPU
	}
	return paths.PodCPU
}

// taskSize is the pair of vCPU and GB that a task of a component is set to: what
// its pod would ask for, rounded up to a pair that is sold.
func (m *metering) taskSize(c *Component) (vcpu, gb float64) {
	cpu := c.Pod.CPU
	if own := orOwn(c.Own.VCPU, m.settings.Containers.VCPU); own > 0 {
		cpu = own
	}
	vcpu, gb, ok := fargatePair(cpu, c.Pod.Memory)
	if !ok {
		return cpu, c.Pod.Memory / 1024 // which is refused
	}
	return vcpu, gb
}

// taskWeek is the week of a component's tasks. A task of a job is there for its run
// and its start, and a service has one at least, but in the hours in which nothing
// is to run.
func (m *metering) taskWeek(i int) *weekly {
	s, c := &m.settings.Containers, &m.work.Components[i]
	week := m.week(i, func() replicas {
		if c.Job {
			return replicas{perRate: math.Max(ecsMinimum, fargateStart+c.Duration), parts: true}
		}
		vcpu, _ := m.taskSize(c)
		return replicas{
			perRate: c.perRate(vcpu, s.TargetUtilization, orOwn(c.Own.Concurrency, s.concurrency(c.Pod.Concurrency)), c.holds(math.Inf(1))),
			minimum: math.Max(1, c.kept(math.Max(c.Pod.MinReplicas, c.Own.instances(s.MinInstances)), c.holds(math.Inf(1)))),
			paused:  s.RunningHours > 0,
		}
	}, true)
	if s.RunningHours > 0 && !c.Job {
		week.running = s.RunningHours
		week.reshape(&c.Shape)
	}
	return week
}

// spotShare is the part of the tasks that is spot.
func (s *ContainersSettings) spotShare() float64 {
	if s.Purchase == Spot {
		return 1
	}
	return s.SpotShare
}

// fargateSpotOff is what spot takes off Fargate where its price is not in the
// book: 68 % in two regions on 2026-09-28, and AWS says up to 70 %.
const fargateSpotOff = 0.68

// spotTasks adds the tasks on spot capacity.
func (m *metering) spotTasks(f *fargateRun, prefix string) {
	s := &m.settings.Containers
	share := func(*Component) Factor { return percent(s.spotShare(), "% on spot").from(paths.ContainersSpotShare) }
	lines := func(id, label, list, spot string, size reading) {
		price := m.spotPrice(list, spot)
		if price == nil {
			return
		}
		var terms []Term
		for _, level := range m.tasks {
			terms = append(terms, m.perUnit(level, size, hours, share))
		}
		m.addAt(id+"-spot", label+" on spot", price, terms)
	}
	lines("vcpu", "Fargate vCPU", f.vcpu, prefix+"vcpu.hour", f.cores)
	lines("memory", "Fargate memory", f.gb, prefix+"gb.hour", f.memory)
}

// spotPrice is the price of spot capacity: the scenario's discount, the book's
// price, or what spot usually takes off.
func (m *metering) spotPrice(list, spot string) *pricebook.Price {
	s := &m.settings.Containers
	if s.SpotDiscount == 0 {
		m.asked = append(m.asked, spot)
		if p, err := m.book.Price(spot, m.region); err == nil {
			return p
		}
	}
	price := m.price(list)
	if price == nil {
		return nil
	}
	if s.SpotDiscount > 0 {
		return times(price, 1-s.SpotDiscount, pricebook.OnSpot, "spot", ownDiscount(paths.ContainersSpotDiscount))
	}
	m.note("spot takes %s %% off, an assumption where its price is not known: 68 %% in two regions, up to 70 %% by AWS", Figure(fargateSpotOff*100))
	return times(price, 1-fargateSpotOff, pricebook.OnSpot, "spot", &pricebook.Price{
		Source: "the spot prices of us-east-1 and eu-west-1", AsOf: "2026-09-28",
	})
}

// taskDisk adds what the tasks have of disk beyond the free 20 GB.
func (m *metering) taskDisk() {
	const price = "fargate.ephemeral.gb_hour"
	_, err := m.book.Price(price, m.region)
	var terms []Term
	for i, level := range m.tasks {
		needed := m.work.Components[i].Ephemeral/1024 > ecsFreeDisk
		if needed || m.again && err == nil {
			terms = append(terms, m.perUnit(level, func(c *Component) Factor {
				return amount(math.Max(0, c.Ephemeral/1024-ecsFreeDisk), "GB beyond 20").from(paths.ComponentEphemeral)
			}, hours))
		}
	}
	m.add("ephemeral", "Fargate disk", price, terms...)
}

var ecsDocs = source{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html", "2026-10-01"}

// ecsLimits are what a task of ECS on Fargate cannot be.
func ecsLimits(*Settings) []Limit {
	return ecsDocs.at(
		fact(LimitDuration, "unlimited"),
		fargateFits("task", "more and smaller tasks, or ECS on instances of one's own", fargatePair),
		fact(LimitPayload, "none of its own"), fact(LimitConcurrency, "6 vCPU a region by default; a quota that can be raised"),
		noGPU("tasks on Fargate have none", "ECS on GPU instances, Cloud Run (L4), or EKS with GPU nodes such as g4dn.xlarge"),
		fact(LimitConnections, "supported, through the load balancer"), fact(LimitLanguages, "any Linux container, x86 or Arm"),
		noState("ephemeral disk or EFS", "a task of ECS on Fargate may be replaced at any time, and its disk with it", "a managed store (RDS, DynamoDB, ElastiCache), or EFS"),
	)
}
