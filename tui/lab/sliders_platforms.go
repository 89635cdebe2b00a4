package lab

import (
	"runwhere/tui/slider"
)

// kubernetesSliders lists the choices that the Kubernetes platform has.
func kubernetesSliders(p *slider.Column) []slider.Slider {
	e := p.Session.Result
	k, kind := &e.Resolved.Settings.Kubernetes, e.Resolved.Kinds[0]
	sliders := []slider.Slider{
		p.Word("kubernetes", "platforms.kubernetes.kind", kind, nil),
		p.Share("utilisation", "platforms.kubernetes.target_utilization", k.TargetUtilization),
	}
	if node := e.NodeType(); node != "" {
		types := p.Word("node", "platforms.kubernetes.node", node, nodeTypes(p))
		types.Value = e.Platforms[0].Fleet.NodeName()
		sliders = append(sliders, types,
			p.Word("nodes", "platforms.kubernetes.nodes", p.Session.Scenario.Kubernetes.Nodes.Or("auto"), nodeCounts()))
	}
	sliders = append(sliders,
		p.Word("autoscale", "platforms.kubernetes.autoscale", p.Session.Scenario.Kubernetes.Autoscale.Or("hpa"), nil),
		p.Word("purchase", "platforms.kubernetes.purchase", k.Purchase, nil))
	sliders = append(sliders, p.Part("discount", "platforms.kubernetes.discount", k.Discount, 0.01).OrByDefault())
	if kind != "eks-fargate" {
		sliders = append(sliders, p.Part("on spot", "platforms.kubernetes.spot_share", k.SpotShare, 0.05))
	}
	if kind == "aks" { // AKS Automatic has one tier only
		sliders = append(sliders, p.Word("tier", "platforms.kubernetes.tier", k.Tier, nil))
	}
	return sliders
}

// serverlessSliders lists the choices that the serverless platform has.
func serverlessSliders(p *slider.Column) []slider.Slider {
	s, kind := &p.Session.Result.Resolved.Settings.Serverless, p.Session.Result.Resolved.Kinds[1]
	sliders := []slider.Slider{p.Word("serverless", "platforms.serverless.kind", kind, nil)}
	switch kind {
	case "lambda":
		return append(sliders,
			p.Word("front door", "platforms.serverless.front_door", s.FrontDoor, nil),
			p.Count("kept warm", "platforms.serverless.provisioned_concurrency", s.ProvisionedConcurrency),
			p.Part("cold starts", "platforms.serverless.cold_start_rate", s.ColdStartRate, 0.005),
			p.Word("processor", "platforms.serverless.architecture", s.Architecture, nil))
	case "cloud-run":
		sliders = append(sliders, p.Word("billing", "platforms.serverless.billing", s.Billing, nil))
		fallthrough
	case "azure-flex", "container-apps":
		sliders = append(sliders,
			p.Count("at once", "platforms.serverless.concurrency", s.Concurrency).OrByDefault(),
			p.Count("kept warm", "platforms.serverless.min_instances", s.MinInstances))
	}
	return sliders
}

// wasmSliders lists the choices that the Wasm platform has.
func wasmSliders(p *slider.Column) []slider.Slider {
	w, kind := &p.Session.Result.Resolved.Settings.Wasm, p.Session.Result.Resolved.Kinds[2]
	sliders := []slider.Slider{p.Word("wasm", "platforms.wasm.kind", kind, nil)}
	if kind == "spinkube" || kind == "wasmcloud" {
		sliders = append(sliders, p.Quantity("density", "platforms.wasm.density", w.Density, 1, 100))
	}
	return sliders
}
