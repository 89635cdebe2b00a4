package tui

// kubernetesSliders lists the choices that the Kubernetes platform has.
func (p *sliderColumn) kubernetesSliders() []slider {
	e := p.session.Result
	k, kind := &e.Resolved.Settings.Kubernetes, e.Resolved.Kinds[0]
	sliders := []slider{
		p.word("kubernetes", "platforms.kubernetes.kind", kind, nil),
		p.share("utilisation", "platforms.kubernetes.target_utilization", k.TargetUtilization),
	}
	if node := e.NodeType(); node != "" {
		types := p.word("node", "platforms.kubernetes.node", node, p.nodeTypes())
		types.value = e.Platforms[0].Fleet.NodeName()
		sliders = append(sliders, types,
			p.word("nodes", "platforms.kubernetes.nodes", p.session.Scenario.Kubernetes.Nodes.Or("auto"), nodeCounts()))
	}
	sliders = append(sliders,
		p.word("autoscale", "platforms.kubernetes.autoscale", p.session.Scenario.Kubernetes.Autoscale.Or("hpa"), nil),
		p.word("purchase", "platforms.kubernetes.purchase", k.Purchase, nil))
	sliders = append(sliders, p.part("discount", "platforms.kubernetes.discount", k.Discount, 0.01).orByDefault())
	if kind != "eks-fargate" {
		sliders = append(sliders, p.part("on spot", "platforms.kubernetes.spot_share", k.SpotShare, 0.05))
	}
	if kind == "aks" { // AKS Automatic has one tier only
		sliders = append(sliders, p.word("tier", "platforms.kubernetes.tier", k.Tier, nil))
	}
	return sliders
}

// serverlessSliders lists the choices that the serverless platform has.
func (p *sliderColumn) serverlessSliders() []slider {
	s, kind := &p.session.Result.Resolved.Settings.Serverless, p.session.Result.Resolved.Kinds[1]
	sliders := []slider{p.word("serverless", "platforms.serverless.kind", kind, nil)}
	switch kind {
	case "lambda":
		return append(sliders,
			p.word("front door", "platforms.serverless.front_door", s.FrontDoor, nil),
			p.count("kept warm", "platforms.serverless.provisioned_concurrency", s.ProvisionedConcurrency),
			p.part("cold starts", "platforms.serverless.cold_start_rate", s.ColdStartRate, 0.005),
			p.word("processor", "platforms.serverless.architecture", s.Architecture, nil))
	case "cloud-run":
		sliders = append(sliders, p.word("billing", "platforms.serverless.billing", s.Billing, nil))
		fallthrough
	case "azure-flex", "container-apps":
		sliders = append(sliders,
			p.count("at once", "platforms.serverless.concurrency", s.Concurrency).orByDefault(),
			p.count("kept warm", "platforms.serverless.min_instances", s.MinInstances))
	}
	return sliders
}

// wasmSliders lists the choices that the Wasm platform has.
func (p *sliderColumn) wasmSliders() []slider {
	w, kind := &p.session.Result.Resolved.Settings.Wasm, p.session.Result.Resolved.Kinds[2]
	sliders := []slider{p.word("wasm", "platforms.wasm.kind", kind, nil)}
	if kind == "spinkube" || kind == "wasmcloud" {
		sliders = append(sliders, p.quantity("density", "platforms.wasm.density", w.Density, 1, 100))
	}
	return sliders
}
