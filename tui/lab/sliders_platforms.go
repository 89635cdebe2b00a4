package lab

import (
	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/tui/slider"
)

// kubernetesSliders lists the choices that the Kubernetes platform has.
func kubernetesSliders(p *slider.Column) []slider.Slider {
	e := p.Session.Result
	k, id := &e.Resolved.Settings.Kubernetes, e.Resolved.Kind(checklist.Kubernetes)
	kind, _ := costs.KindOf(id)
	sliders := []slider.Slider{
		p.Word("kubernetes", paths.KubernetesKind, id, nil),
		p.Share("utilisation", paths.KubernetesTargetUtilization, k.TargetUtilization),
	}
	if node := e.NodeType(); node != "" {
		types := p.Word("node", paths.KubernetesNode, node, nodeTypes(p))
		types.Value = e.Platform(checklist.Kubernetes).Fleet.NodeName()
		sliders = append(sliders, types,
			p.Word("nodes", paths.KubernetesNodes, p.Session.Scenario.Kubernetes.Nodes.Or("auto"), nodeCounts()))
	}
	sliders = append(sliders,
		p.Word("autoscale", paths.KubernetesAutoscale, p.Session.Scenario.Kubernetes.Autoscale.Or("hpa"), nil),
		p.Word("purchase", paths.KubernetesPurchase, k.Purchase, nil))
	sliders = append(sliders, p.Part("discount", paths.KubernetesDiscount, k.Discount, 0.01).OrByDefault())
	if kind.Takes(paths.KubernetesSpotShare) {
		sliders = append(sliders, p.Part("on spot", paths.KubernetesSpotShare, k.SpotShare, 0.05))
	}
	if kind.Takes(paths.KubernetesTier) {
		sliders = append(sliders, p.Word("tier", paths.KubernetesTier, k.Tier, nil))
	}
	return sliders
}

// containersSliders lists the choices that containers without a cluster have.
func containersSliders(p *slider.Column) []slider.Slider {
	c, id := &p.Session.Result.Resolved.Settings.Containers, p.Session.Result.Resolved.Kind(checklist.Containers)
	kind, _ := costs.KindOf(id)
	sliders := []slider.Slider{p.Word("containers", paths.ContainersKind, id, nil)}
	if kind.Takes(paths.ContainersArchitecture) {
		sliders = append(sliders, p.Word("processor", paths.ContainersArchitecture, c.Architecture, nil))
	}
	sliders = append(sliders, p.Word("purchase", paths.ContainersPurchase, c.Purchase, nil))
	if kind.Takes(paths.ContainersSpotShare) {
		sliders = append(sliders, p.Part("on spot", paths.ContainersSpotShare, c.SpotShare, 0.05))
	}
	if kind.Takes(paths.ContainersBilling) {
		sliders = append(sliders, p.Word("billing", paths.ContainersBilling, c.Billing, nil))
	}
	return append(sliders,
		p.Count("at once", paths.ContainersConcurrency, c.Concurrency).OrByDefault(),
		p.Count("kept", paths.ContainersMinInstances, c.MinInstances))
}

// serverlessSliders lists the choices that the serverless platform has.
func serverlessSliders(p *slider.Column) []slider.Slider {
	s, id := &p.Session.Result.Resolved.Settings.Serverless, p.Session.Result.Resolved.Kind(checklist.Serverless)
	kind, _ := costs.KindOf(id)
	sliders := []slider.Slider{p.Word("serverless", paths.ServerlessKind, id, nil)}
	if kind.Takes(paths.ServerlessProvisionedConcurrency) {
		sliders = append(sliders,
			p.Word("front door", paths.ServerlessFrontDoor, s.FrontDoor, nil),
			p.Count("kept warm", paths.ServerlessProvisionedConcurrency, s.ProvisionedConcurrency),
			p.Part("cold starts", paths.ServerlessColdStartRate, s.ColdStartRate, 0.005),
			p.Word("processor", paths.ServerlessArchitecture, s.Architecture, nil))
	}
	if kind.Takes(paths.ServerlessBilling) {
		sliders = append(sliders, p.Word("billing", paths.ServerlessBilling, s.Billing, nil))
	}
	if kind.Takes(paths.ServerlessMinInstances) {
		sliders = append(sliders,
			p.Count("at once", paths.ServerlessConcurrency, s.Concurrency).OrByDefault(),
			p.Count("kept warm", paths.ServerlessMinInstances, s.MinInstances))
	}
	return sliders
}

// wasmSliders lists the choices that the Wasm platform has.
func wasmSliders(p *slider.Column) []slider.Slider {
	w, id := &p.Session.Result.Resolved.Settings.Wasm, p.Session.Result.Resolved.Kind(checklist.Wasm)
	kind, _ := costs.KindOf(id)
	sliders := []slider.Slider{p.Word("wasm", paths.WasmKind, id, nil)}
	if kind.Takes(paths.WasmDensity) {
		sliders = append(sliders, p.Quantity("density", paths.WasmDensity, w.Density, 1, 100))
	}
	return sliders
}
