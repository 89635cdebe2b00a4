package model

import "slices"

// The kinds of platforms that are understood. Those that can be priced are in
// the Supported list beside each use.
var (
	kubernetesKinds = []string{"eks", "eks-auto", "eks-fargate", "gke", "gke-autopilot", "aks", "aks-automatic"}
	serverlessKinds = []string{"lambda", "cloud-run", "cloud-functions", "azure-functions", "azure-flex", "container-apps"}
	wasmKinds       = []string{"cloudflare-workers", "fastly-compute", "akamai-functions", "spinkube", "wasmcloud"}

	pricedKubernetes = []string{"eks"}
	pricedServerless = []string{"lambda"}
	pricedWasm       = []string{"cloudflare-workers"}
)

// sideOf returns the option that a kind of platform belongs to, "" for none.
func sideOf(kind string) string {
	switch {
	case slices.Contains(kubernetesKinds, kind):
		return "kubernetes"
	case slices.Contains(serverlessKinds, kind):
		return "serverless"
	case slices.Contains(wasmKinds, kind):
		return "wasm"
	}
	return ""
}

func kubernetesFields() []*Field {
	text := func(p func(*Kubernetes) *Maybe[string]) textSlot {
		return func(s *Scenario, _ At) *Maybe[string] { return p(&s.Kubernetes) }
	}
	amount := func(p func(*Kubernetes) *Maybe[Amount]) amountSlot {
		return func(s *Scenario, _ At) *Maybe[Amount] { return p(&s.Kubernetes) }
	}
	flag := func(p func(*Kubernetes) *Maybe[bool]) flagSlot {
		return func(s *Scenario, _ At) *Maybe[bool] { return p(&s.Kubernetes) }
	}
	return []*Field{
		{
			Path: "platforms.kubernetes.kind", Kind: Choice, Choices: kubernetesKinds, Supported: pricedKubernetes, Doc: "the Kubernetes service",
			slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Kind }),
		},
		{
			Path: "platforms.kubernetes.node", Kind: Text, Doc: "instance type of the nodes",
			slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Node }),
		},
		{
			Path: "platforms.kubernetes.nodes", Kind: Choice, Choices: []string{"auto", "peak"}, orWhole: true, Min: 1, Max: mostThings,
			Doc:  "auto: a node autoscaler, the mean of the week; peak: none, the busiest hour; a number: that fleet",
			slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Nodes }),
		},
		{
			Path: "platforms.kubernetes.min_nodes", Kind: Number, Max: mostThings, Whole: true, Doc: "nodes that run at any time",
			slot: amount(func(k *Kubernetes) *Maybe[Amount] { return &k.MinNodes }),
		},
		{
			Path: "platforms.kubernetes.target_utilization", Kind: Ratio, Min: 0.01, Max: 1, Doc: "CPU utilization that the autoscaler holds",
			slot: amount(func(k *Kubernetes) *Maybe[Amount] { return &k.TargetUtilization }),
		},
		{
			Path: "platforms.kubernetes.load_balancer", Kind: Choice, Choices: []string{"flat", "alb", "none"},
			Doc:  "flat: its hours only; alb: hours, capacity units and public addresses",
			slot: text(func(k *Kubernetes) *Maybe[string] { return &k.LoadBalancer }),
		},
		{
			Path: "platforms.kubernetes.autoscale", Kind: Choice, Choices: []string{"hpa", "keda", "none"}, Supported: []string{"hpa", "none"},
			Doc: "what scales the pods", slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Autoscale }),
		},
		{
			Path: "platforms.kubernetes.purchase", Kind: Choice, Choices: []string{"on-demand", "reserved", "savings-plan", "spot"},
			Supported: []string{"on-demand"}, Doc: "how the nodes are bought",
			slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Purchase }),
		},
		{
			Path: "platforms.kubernetes.nat_gateways", Kind: Number, Max: 100, Whole: true, Doc: "NAT gateways, usually one a zone",
			slot: amount(func(k *Kubernetes) *Maybe[Amount] { return &k.NATGateways }),
		},
		{
			Path: "platforms.kubernetes.public_ipv4", Kind: Flag, Doc: "whether public addresses are billed",
			slot: flag(func(k *Kubernetes) *Maybe[bool] { return &k.PublicIPv4 }),
		},
		{
			Path: "platforms.kubernetes.node_volume", Kind: Volume, Max: mostVolume, Doc: "gp3 volume of a node",
			slot: amount(func(k *Kubernetes) *Maybe[Amount] { return &k.NodeVolume }),
		},
		{
			Path: "platforms.kubernetes.logs", Kind: Choice, Choices: []string{"cloudwatch", "none"}, Doc: "where logs are billed",
			slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Logs }),
		},
		{
			Path: "platforms.kubernetes.free_tier", Kind: Flag, Doc: "whether the account's free amounts are taken off",
			slot: flag(func(k *Kubernetes) *Maybe[bool] { return &k.FreeTier }),
		},
	}
}

func serverlessFields() []*Field {
	text := func(p func(*Serverless) *Maybe[string]) textSlot {
		return func(s *Scenario, _ At) *Maybe[string] { return p(&s.Serverless) }
	}
	amount := func(p func(*Serverless) *Maybe[Amount]) amountSlot {
		return func(s *Scenario, _ At) *Maybe[Amount] { return p(&s.Serverless) }
	}
	flag := func(p func(*Serverless) *Maybe[bool]) flagSlot {
		return func(s *Scenario, _ At) *Maybe[bool] { return p(&s.Serverless) }
	}
	return []*Field{
		{
			Path: "platforms.serverless.kind", Kind: Choice, Choices: serverlessKinds, Supported: pricedServerless, Doc: "the serverless service",
			slot: text(func(l *Serverless) *Maybe[string] { return &l.Kind }),
		},
		{
			Path: "platforms.serverless.architecture", Kind: Choice, Choices: []string{"x86", "arm64"}, Doc: "processor",
			slot: text(func(l *Serverless) *Maybe[string] { return &l.Architecture }),
		},
		{
			Path: "platforms.serverless.front_door", Kind: Choice, Choices: []string{"none", "function-url", "http-api", "rest-api", "alb"},
			Doc: "what http requests come in through", slot: text(func(l *Serverless) *Maybe[string] { return &l.FrontDoor }),
		},
		{
			Path: "platforms.serverless.free_tier", Kind: Flag, Doc: "whether the account's free amounts are taken off",
			slot: flag(func(l *Serverless) *Maybe[bool] { return &l.FreeTier }),
		},
		{
			Path: "platforms.serverless.nat_gateways", Kind: Number, Max: 100, Whole: true, Doc: "NAT gateways, usually one a zone",
			slot: amount(func(l *Serverless) *Maybe[Amount] { return &l.NATGateways }),
		},
		{
			Path: "platforms.serverless.public_ipv4", Kind: Flag, Doc: "whether public addresses are billed",
			slot: flag(func(l *Serverless) *Maybe[bool] { return &l.PublicIPv4 }),
		},
		{
			Path: "platforms.serverless.provisioned_concurrency", Kind: Number, Max: mostThings, Whole: true, Supported: []string{"0"},
			Doc: "instances kept warm", slot: amount(func(l *Serverless) *Maybe[Amount] { return &l.ProvisionedConcurrency }),
		},
		{
			Path: "platforms.serverless.logs", Kind: Choice, Choices: []string{"cloudwatch", "none"}, Doc: "where logs are billed",
			slot: text(func(l *Serverless) *Maybe[string] { return &l.Logs }),
		},
		{
			Path: "platforms.wasm.kind", Kind: Choice, Choices: wasmKinds, Supported: pricedWasm, Doc: "the Wasm service",
			slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Wasm.Kind }),
		},
		{
			Path: "platforms.compare", Kind: Choices, Choices: slices.Concat(kubernetesKinds, serverlessKinds, wasmKinds),
			Supported: slices.Concat(pricedKubernetes, pricedServerless, pricedWasm), Doc: "further platforms on the chart",
			Follows: "none", Example: "eks", slot: listSlot(func(s *Scenario, _ At) *[]string { return &s.Compare }),
		},
	}
}
