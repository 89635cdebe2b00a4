package plan

import (
	"strconv"

	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// resolveService fills in what containers and functions both leave open.
func resolveService(s, d *scenario.Service) costs.ServiceSettings {
	amount := func(m, def scenario.Maybe[quantity.Amount]) float64 { return m.Or(def.Value).Value() }
	return costs.ServiceSettings{
		Architecture:  s.Architecture.Or(d.Architecture.Value),
		Purchase:      s.Purchase.Or(d.Purchase.Value),
		Discount:      amount(s.Discount, d.Discount),
		FreeTier:      s.FreeTier.Or(d.FreeTier.Value),
		NATGateways:   amount(s.NATGateways, d.NATGateways),
		NATByNetwork:  !s.NATGateways.Given(),
		PublicIPv4:    s.PublicIPv4.Or(d.PublicIPv4.Value),
		Logs:          s.Logs.Or(d.Logs.Value),
		ColdStartRate: amount(s.ColdStartRate, d.ColdStartRate),
		Concurrency:   amount(s.Concurrency, d.Concurrency),
		VCPU:          amount(s.VCPU, d.VCPU),
		MinInstances:  amount(s.MinInstances, d.MinInstances),
		Billing:       s.Billing.Or(d.Billing.Value),
	}
}

// ResolveContainers fills in what containers without a cluster leave open. Load
// balancer, addresses and log are those of the Kubernetes side unless somebody said
// so, so that both sides are charged alike.
func ResolveContainers(s, d scenario.Containers, k *costs.KubernetesSettings) costs.ContainersSettings {
	amount := func(m, def scenario.Maybe[quantity.Amount]) float64 { return m.Or(def.Value).Value() }
	d.PublicIPv4, d.Logs = scenario.Some(k.PublicIPv4), scenario.Some(k.Logs)
	return costs.ContainersSettings{
		ServiceSettings:   resolveService(&s.Service, &d.Service),
		TargetUtilization: amount(s.TargetUtilization, d.TargetUtilization),
		SpotShare:         amount(s.SpotShare, d.SpotShare),
		SpotDiscount:      amount(s.SpotDiscount, d.SpotDiscount),
		LoadBalancer:      s.LoadBalancer.Or(k.LoadBalancer),
		RunningHours:      amount(s.RunningHours, d.RunningHours),
	}
}

// ResolveServerless fills in what the serverless platform leaves open.
func ResolveServerless(s, d scenario.Serverless) costs.ServerlessSettings {
	amount := func(m, def scenario.Maybe[quantity.Amount]) float64 { return m.Or(def.Value).Value() }
	return costs.ServerlessSettings{
		ServiceSettings: resolveService(&s.Service, &d.Service),
		FrontDoor:       s.FrontDoor.Or(d.FrontDoor.Value), FrontDoorAssumed: !s.FrontDoor.Given(),

		ProvisionedConcurrency: amount(s.ProvisionedConcurrency, d.ProvisionedConcurrency),
		SnapStart:              s.SnapStart.Or(d.SnapStart.Value),
		SnapVersions:           amount(s.SnapVersions, d.SnapVersions),
		Streaming:              s.Streaming.Or(d.Streaming.Value),
		Workflow:               s.Workflow.Or(d.Workflow.Value),
		InstanceMemory:         amount(s.InstanceMemory, d.InstanceMemory),
	}
}

// ResolveKubernetes fills in what the Kubernetes platform leaves open.
func ResolveKubernetes(s, d scenario.Kubernetes) (costs.KubernetesSettings, error) {
	amount := func(m, def scenario.Maybe[quantity.Amount]) float64 { return m.Or(def.Value).Value() }
	out := costs.KubernetesSettings{
		Node:              s.Node.Or(""),
		MinNodes:          amount(s.MinNodes, d.MinNodes),
		TargetUtilization: amount(s.TargetUtilization, d.TargetUtilization),
		Packing:           costs.DefaultPacking,
		Autoscale:         autoscales[s.Autoscale.Or(d.Autoscale.Value)],
		Purchase:          s.Purchase.Or(d.Purchase.Value),
		SpotShare:         amount(s.SpotShare, d.SpotShare),
		Discount:          amount(s.Discount, d.Discount),
		SpotDiscount:      amount(s.SpotDiscount, d.SpotDiscount),
		LoadBalancer:      s.LoadBalancer.Or(d.LoadBalancer.Value),
		NATGateways:       amount(s.NATGateways, d.NATGateways),
		NATByNetwork:      !s.NATGateways.Given(),
		PublicIPv4:        s.PublicIPv4.Or(d.PublicIPv4.Value),
		NodeVolume:        amount(s.NodeVolume, d.NodeVolume),
		Logs:              s.Logs.Or(d.Logs.Value),
		FreeTier:          s.FreeTier.Or(d.FreeTier.Value),
		ExtendedSupport:   s.ExtendedSupport.Or(d.ExtendedSupport.Value),
		Tier:              s.Tier.Or(d.Tier.Value),
		Clusters:          amount(s.Clusters, d.Clusters),
		AgentFee:          amount(s.AgentFee, d.AgentFee),
	}
	for i, p := range s.Pools[:min(len(s.Pools), costs.MostPools)] {
		out.Pools[i] = costs.NamedPool{Name: p.Name, Node: p.Node.Or(""), MinNodes: p.MinNodes.Value.Value(), Spot: p.SpotShare.Value.Value(), OwnSpot: p.SpotShare.Given()}
	}
	var err error
	switch nodes := s.Nodes.Or(d.Nodes.Value); nodes {
	case "auto":
		out.Sizing = costs.SizeMean
	case "peak":
		out.Sizing = costs.SizePeak
	default:
		out.Sizing = costs.SizeFixed
		out.Nodes, err = strconv.ParseFloat(nodes, 64)
	}
	return out, err
}

// ResolveWasm fills in what the Wasm platform leaves open.
func ResolveWasm(s, d scenario.Wasm) costs.WasmSettings {
	return costs.WasmSettings{
		Density: s.Density.Or(d.Density.Value).Value(), Logs: s.Logs.Or(d.Logs.Value) != "none",
		FreeTier: s.FreeTier.Or(d.FreeTier.Value), Hibernation: s.Hibernation.Or(d.Hibernation.Value), State: s.State.Or(d.State.Value),
	}
}
