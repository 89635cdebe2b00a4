package model

import (
	"strconv"

	"runwhere/costs"
)

func resolveServerless(s, d Serverless) costs.ServerlessSettings {
	amount := func(m, def Maybe[Amount]) float64 { return m.Or(def.value).Value() }
	return costs.ServerlessSettings{
		Architecture: s.Architecture.Or(d.Architecture.value),
		FrontDoor:    s.FrontDoor.Or(d.FrontDoor.value),
		FreeTier:     s.FreeTier.Or(d.FreeTier.value),
		NATGateways:  amount(s.NATGateways, d.NATGateways),
		PublicIPv4:   s.PublicIPv4.Or(d.PublicIPv4.value),
		Logs:         s.Logs.Or(d.Logs.value),

		ProvisionedConcurrency: amount(s.ProvisionedConcurrency, d.ProvisionedConcurrency),
		ColdStartRate:          amount(s.ColdStartRate, d.ColdStartRate),
		SnapStart:              s.SnapStart.Or(d.SnapStart.value),
		SnapVersions:           amount(s.SnapVersions, d.SnapVersions),
		Streaming:              s.Streaming.Or(d.Streaming.value),
		Workflow:               s.Workflow.Or(d.Workflow.value),

		Concurrency:    amount(s.Concurrency, d.Concurrency),
		VCPU:           amount(s.VCPU, d.VCPU),
		InstanceMemory: amount(s.InstanceMemory, d.InstanceMemory),
		MinInstances:   amount(s.MinInstances, d.MinInstances),
		Billing:        s.Billing.Or(d.Billing.value),
	}
}

func resolveKubernetes(s, d Kubernetes) (costs.KubernetesSettings, error) {
	amount := func(m, def Maybe[Amount]) float64 { return m.Or(def.value).Value() }
	out := costs.KubernetesSettings{
		Node:              s.Node.Or(""),
		MinNodes:          amount(s.MinNodes, d.MinNodes),
		TargetUtilization: amount(s.TargetUtilization, d.TargetUtilization),
		Packing:           costs.DefaultPacking,
		Autoscale:         autoscales[s.Autoscale.Or(d.Autoscale.value)],
		Purchase:          s.Purchase.Or(d.Purchase.value),
		SpotShare:         amount(s.SpotShare, d.SpotShare),
		Discount:          amount(s.Discount, d.Discount),
		SpotDiscount:      amount(s.SpotDiscount, d.SpotDiscount),
		LoadBalancer:      s.LoadBalancer.Or(d.LoadBalancer.value),
		NATGateways:       amount(s.NATGateways, d.NATGateways),
		PublicIPv4:        s.PublicIPv4.Or(d.PublicIPv4.value),
		NodeVolume:        amount(s.NodeVolume, d.NodeVolume),
		Logs:              s.Logs.Or(d.Logs.value),
		FreeTier:          s.FreeTier.Or(d.FreeTier.value),
		ExtendedSupport:   s.ExtendedSupport.Or(d.ExtendedSupport.value),
		Tier:              s.Tier.Or(d.Tier.value),
	}
	var err error
	switch nodes := s.Nodes.Or(d.Nodes.value); nodes {
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

func resolveWasm(s, d Wasm) costs.WasmSettings {
	return costs.WasmSettings{Density: s.Density.Or(d.Density.value).Value(), Logs: s.Logs.Or(d.Logs.value) != "none"}
}
