package model

import "runwhere/costs"

// sideOf returns the option that a kind of platform belongs to, "" for none.
func sideOf(kind string) string {
	k, _ := costs.KindOf(kind)
	return string(k.Option)
}

// allKinds lists the kinds of every option.
func allKinds() []string {
	var ids []string
	for _, o := range costs.Options {
		ids = append(ids, costs.KindIDs(o)...)
	}
	return ids
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
			Path: "platforms.kubernetes.kind", Kind: Choice, Choices: costs.KindIDs(costs.Kubernetes), Doc: "the Kubernetes service; gke or aks on those clouds",
			slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Kind }),
		},
		{
			Path: "platforms.kubernetes.node", Kind: Text, Doc: "instance type of the nodes; e2-standard-4 or Standard_D4s_v5 on those clouds",
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
			Path: "platforms.kubernetes.autoscale", Kind: Choice, Choices: []string{"hpa", "keda", "none"},
			Doc: "what scales the pods: by load; by events and to zero; nothing, the busiest hour's pods all week", slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Autoscale }),
		},
		{
			Path: "platforms.kubernetes.purchase", Kind: Choice, Choices: costs.Purchases,
			Doc:  "how nodes and pods are bought; a commitment is made for what runs in most hours",
			slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Purchase }),
		},
		{
			Path: "platforms.kubernetes.spot_share", Kind: Ratio, Max: 1, Doc: "part of the nodes or pods on spot capacity",
			slot: amount(func(k *Kubernetes) *Maybe[Amount] { return &k.SpotShare }),
		},
		{
			Path: "platforms.kubernetes.discount", Kind: Ratio, Min: 0.001, Max: 0.99, Doc: "what your commitment takes off the price on demand",
			Follows: "the price book's figure for the provider", Example: "27%",
			slot: amount(func(k *Kubernetes) *Maybe[Amount] { return &k.Discount }),
		},
		{
			Path: "platforms.kubernetes.spot_discount", Kind: Ratio, Min: 0.001, Max: 0.99, Doc: "what spot takes off the price on demand",
			Follows: "the price book's figure for the provider", Example: "60%",
			slot: amount(func(k *Kubernetes) *Maybe[Amount] { return &k.SpotDiscount }),
		},
		{
			Path: "platforms.kubernetes.extended_support", Kind: Flag, Doc: "whether the Kubernetes version is past standard support",
			slot: flag(func(k *Kubernetes) *Maybe[bool] { return &k.ExtendedSupport }),
		},
		{
			Path: "platforms.kubernetes.tier", Kind: Choice, Choices: []string{"free", "standard", "premium"}, Doc: "tier of an AKS control plane",
			slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Tier }),
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
			Path: "platforms.kubernetes.logs", Kind: Choice, Choices: []string{"cloudwatch", "none"}, Doc: "where logs are billed: the cloud's own service or nowhere",
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
			Path: "platforms.serverless.kind", Kind: Choice, Choices: costs.KindIDs(costs.Serverless), Doc: "the serverless service; by cloud also cloud-run, azure-flex",
			slot: text(func(l *Serverless) *Maybe[string] { return &l.Kind }),
		},
		{
			Path: "platforms.serverless.architecture", Kind: Choice, Choices: []string{"x86", "arm64"}, Doc: "processor",
			slot: text(func(l *Serverless) *Maybe[string] { return &l.Architecture }),
		},
		{
			Path: "platforms.serverless.front_door", Kind: Choice, Choices: []string{"none", "function-url", "http-api", "rest-api", "websocket", "alb"},
			Doc: "what http requests come in through, on Lambda", slot: text(func(l *Serverless) *Maybe[string] { return &l.FrontDoor }),
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
			Path: "platforms.serverless.provisioned_concurrency", Kind: Number, Max: mostThings, Whole: true,
			Doc: "environments of each Lambda function that are kept warm", slot: amount(func(l *Serverless) *Maybe[Amount] { return &l.ProvisionedConcurrency }),
		},
		{
			Path: "platforms.serverless.logs", Kind: Choice, Choices: []string{"cloudwatch", "cloudwatch-ia", "none"},
			Doc:  "where logs are billed: the cloud's own service, on AWS also its infrequent-access class",
			slot: text(func(l *Serverless) *Maybe[string] { return &l.Logs }),
		},
	}
}

// instanceFields are the settings of what a serverless platform starts.
func instanceFields() []*Field {
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
			Path: "platforms.serverless.cold_start_rate", Kind: Ratio, Max: 1, Doc: "part of the requests that start an environment; AWS calls under 1 % typical",
			slot: amount(func(l *Serverless) *Maybe[Amount] { return &l.ColdStartRate }),
		},
		{
			Path: "platforms.serverless.snapstart", Kind: Flag, Doc: "whether Lambda starts from a snapshot (Java free, Python and .NET billed)",
			slot: flag(func(l *Serverless) *Maybe[bool] { return &l.SnapStart }),
		},
		{
			Path: "platforms.serverless.snapstart_versions", Kind: Number, Min: 1, Max: mostThings, Whole: true, Doc: "published versions whose snapshot is kept",
			slot: amount(func(l *Serverless) *Maybe[Amount] { return &l.SnapVersions }),
		},
		{
			Path: "platforms.serverless.streaming", Kind: Flag, Doc: "whether Lambda streams responses, which lifts the 6 MB limit",
			slot: flag(func(l *Serverless) *Maybe[bool] { return &l.Streaming }),
		},
		{
			Path: "platforms.serverless.workflow", Kind: Choice, Choices: []string{"none", "step-functions"},
			Doc: "what cuts work over 15 minutes into pieces on Lambda", slot: text(func(l *Serverless) *Maybe[string] { return &l.Workflow }),
		},
		{
			Path: "platforms.serverless.concurrency", Kind: Number, Min: 1, Max: 1000, Whole: true, Doc: "requests that one instance serves at once (Cloud Run, Flex, Container Apps)",
			Follows: "the platform's default: 80, 16 or 10", Example: "80",
			slot: amount(func(l *Serverless) *Maybe[Amount] { return &l.Concurrency }),
		},
		{
			Path: "platforms.serverless.vcpu", Kind: Number, Min: 0.08, Max: 8, Doc: "vCPU of a Cloud Run instance; under 1 it serves one request at a time",
			Follows: "1", Example: "1",
			slot: amount(func(l *Serverless) *Maybe[Amount] { return &l.VCPU }),
		},
		{
			Path: "platforms.serverless.instance_memory", Kind: Memory, Min: 512, Max: 4096, Doc: "memory of an Azure Flex instance: 512, 2,048 or 4,096 MiB",
			Follows: "2048MiB", Example: "2048MiB",
			slot: amount(func(l *Serverless) *Maybe[Amount] { return &l.InstanceMemory }),
		},
		{
			Path: "platforms.serverless.min_instances", Kind: Number, Max: mostThings, Whole: true, Doc: "instances of each component that are kept (Cloud Run, Flex, Container Apps)",
			slot: amount(func(l *Serverless) *Maybe[Amount] { return &l.MinInstances }),
		},
		{
			Path: "platforms.serverless.billing", Kind: Choice, Choices: []string{"request", "instance"}, Doc: "how Cloud Run bills: while requests are served, or from start to stop",
			slot: text(func(l *Serverless) *Maybe[string] { return &l.Billing }),
		},
	}
}

func wasmFields() []*Field {
	return []*Field{
		{
			Path: "platforms.wasm.kind", Kind: Choice, Choices: costs.KindIDs(costs.Wasm), Doc: "the Wasm service",
			slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Wasm.Kind }),
		},
		{
			Path: "platforms.wasm.density", Kind: Number, Min: 1, Max: 1000, Doc: "Wasm pods in the room of one container (SpinKube, wasmCloud); an assumption without a source",
			slot: amountSlot(func(s *Scenario, _ At) *Maybe[Amount] { return &s.Wasm.Density }),
		},
		{
			Path: "platforms.wasm.logs", Kind: Choice, Choices: []string{"cloudflare", "none"}, Doc: "whether Workers logs are kept and billed",
			slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Wasm.Logs }),
		},
		{
			Path: "platforms.compare", Kind: Choices, Choices: allKinds(), Doc: "further platforms on the chart",
			Follows: "none", Example: "cloud-run", slot: listSlot(func(s *Scenario, _ At) *[]string { return &s.Compare }),
		},
		regionField("aws", func(r *Regions) *Maybe[string] { return &r.AWS }),
		regionField("gcp", func(r *Regions) *Maybe[string] { return &r.GCP }),
		regionField("azure", func(r *Regions) *Maybe[string] { return &r.Azure }),
	}
}

func regionField(cloud string, p func(*Regions) *Maybe[string]) *Field {
	return &Field{
		Path: "platforms.regions." + cloud, Kind: Text, Doc: "region of " + cloud + " platforms where it is not the scenario's own cloud",
		Follows: "the counterpart of region", Example: costs.DefaultRegion(cloud),
		slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return p(&s.Regions) }),
	}
}
