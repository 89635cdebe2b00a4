package scenario

import (
	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// containersFields are the settings of containers without a cluster.
func containersFields() []*Field {
	text, amount, flag := slotsOf(func(s *Scenario) *Containers { return &s.Containers })
	return []*Field{
		{
			Path: paths.ContainersKind, Kind: quantity.Choice, Choices: costs.KindIDs(checklist.Containers),
			Doc: "what runs containers without a cluster; cloud-run or container-apps on those clouds", Slot: text(func(c *Containers) *Maybe[string] { return &c.Kind }),
		},
		{
			Path: paths.ContainersArchitecture, Kind: quantity.Choice, Choices: []string{"x86", "arm64"}, Doc: "processor of the tasks (ECS)",
			Slot: text(func(c *Containers) *Maybe[string] { return &c.Architecture }),
		},
		{
			Path: paths.ContainersPurchase, Kind: quantity.Choice, Choices: costs.Purchases,
			Doc:  "how computing is bought; a commitment is made for the load of most hours, spot is for ECS",
			Slot: text(func(c *Containers) *Maybe[string] { return &c.Purchase }),
		},
		{
			Path: paths.ContainersDiscount, Kind: quantity.Ratio, Min: 0.001, Max: 0.99, Doc: "what your commitment takes off the price on demand",
			Follows: "the price book's figure, else the platform's usual one", Example: "20%",
			Slot: amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.Discount }),
		},
		{
			Path: paths.ContainersSpotShare, Kind: quantity.Ratio, Max: 1, Doc: "part of the tasks on spot capacity (ECS)",
			Slot: amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.SpotShare }),
		},
		{
			Path: paths.ContainersSpotDiscount, Kind: quantity.Ratio, Min: 0.001, Max: 0.99, Doc: "what spot takes off the price on demand",
			Follows: "the price book's figure, else 68 % as observed", Example: "65%",
			Slot: amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.SpotDiscount }),
		},
		{
			Path: paths.ContainersTargetUtilization, Kind: quantity.Ratio, Min: 0.01, Max: 1, Doc: "CPU utilization that the scaling of tasks holds (ECS)",
			Plausible: within(0.45, 0.75),
			Slot:      amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.TargetUtilization }),
		},
		{
			Path: paths.ContainersLoadBalancer, Kind: quantity.Choice, Choices: []string{"flat", "alb", "none"},
			Doc:     "flat: its hours only; alb: hours, units and addresses (ECS)",
			Follows: paths.KubernetesLoadBalancer.String(), Example: "alb",
			Slot: text(func(c *Containers) *Maybe[string] { return &c.LoadBalancer }),
		},
		{
			Path: paths.ContainersRunningHours, Kind: quantity.Number, Min: 1, Max: costs.HoursPerWeek, Whole: true, Exact: true,
			Doc:     "hours of the week in which tasks run (ECS): those with the most load, and what comes in the others waits",
			Follows: "all of them", Example: "60", Slot: amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.RunningHours }),
		},
		{
			Path: paths.ContainersFreeTier, Kind: quantity.Flag, Doc: "whether the account's free amounts are taken off", Follows: "free_tier of the whole", Example: "true",
			Slot: flag(func(c *Containers) *Maybe[bool] { return &c.FreeTier }),
		},
		{
			Path: paths.ContainersNATGateways, Kind: quantity.Number, Max: 100, Whole: true, Doc: "NAT gateways, usually one a zone", Follows: paths.KubernetesNATGateways.String() + ", else as network says", Example: "1",
			Slot: amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.NATGateways }),
		},
		{
			Path: paths.ContainersPublicIPv4, Kind: quantity.Flag, Doc: "whether public addresses are billed: of tasks, NAT gateways and load balancers", Follows: paths.KubernetesPublicIPv4.String(), Example: "true",
			Slot: flag(func(c *Containers) *Maybe[bool] { return &c.PublicIPv4 }),
		},
		{
			Path: paths.ContainersLogs, Kind: quantity.Choice, Choices: []string{"cloudwatch", "none"}, Doc: "where logs are billed: the cloud's own service or nowhere", Follows: paths.KubernetesLogs.String(), Example: "none",
			Slot: text(func(c *Containers) *Maybe[string] { return &c.Logs }),
		},
		{
			Path: paths.ContainersColdStartRate, Kind: quantity.Ratio, Max: 1, Doc: "part of the requests that start an instance (Cloud Run)",
			Plausible: within(0.001, 0.05),
			Slot:      amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.ColdStartRate }),
		},
		{
			Path: paths.ContainersConcurrency, Kind: quantity.Number, Min: 1, Max: 1000, Whole: true, Doc: "requests that one instance serves at once",
			Follows: "the platform's default: 80 or 10; on ECS the pod's", Example: "80",
			Slot: amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.Concurrency }),
		},
		{
			Path: paths.ContainersVCPU, Kind: quantity.Number, Min: 0.08, Max: 16, Doc: "vCPU of an instance; on Cloud Run under 1 it serves one request at a time",
			Follows: "1; on ECS and Container Apps the pod's", Example: "1",
			Slot: amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.VCPU }),
		},
		{
			Path: paths.ContainersMinInstances, Kind: quantity.Number, Max: mostThings, Whole: true, Doc: "instances of each component that are kept; on ECS one at least, and the pod's replicas_min",
			Plausible: within(0, 2),
			Slot:      amount(func(c *Containers) *Maybe[quantity.Amount] { return &c.MinInstances }),
		},
		{
			Path: paths.ContainersBilling, Kind: quantity.Choice, Choices: []string{"request", "instance"}, Doc: "how Cloud Run bills: while requests are served, or from start to stop",
			Slot: text(func(c *Containers) *Maybe[string] { return &c.Billing }),
		},
	}
}
