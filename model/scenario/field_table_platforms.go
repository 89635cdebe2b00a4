package scenario

import (
	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// sideOf returns the option that a kind of platform belongs to, "" for none.
func sideOf(kind string) string {
	k, _ := costs.KindOf(kind)
	return string(k.Option)
}

// optionWords lists the options that a component can be placed on.
func optionWords() []string {
	words := make([]string, len(checklist.Placeable))
	for i, o := range checklist.Placeable {
		words[i] = string(o)
	}
	return words
}

// allKinds lists the kinds of every option.
func allKinds() []string {
	var ids []string
	for _, o := range checklist.Placeable {
		ids = append(ids, costs.KindIDs(o)...)
	}
	return ids
}

// slotsOf makes the slots of one side of the platforms.
func slotsOf[T any](side func(*Scenario) *T) (
	text func(func(*T) *Maybe[string]) textSlot, amount func(func(*T) *Maybe[quantity.Amount]) amountSlot, flag func(func(*T) *Maybe[bool]) flagSlot,
) {
	text = func(p func(*T) *Maybe[string]) textSlot {
		return func(s *Scenario, _ At) *Maybe[string] { return p(side(s)) }
	}
	amount = func(p func(*T) *Maybe[quantity.Amount]) amountSlot {
		return func(s *Scenario, _ At) *Maybe[quantity.Amount] { return p(side(s)) }
	}
	flag = func(p func(*T) *Maybe[bool]) flagSlot {
		return func(s *Scenario, _ At) *Maybe[bool] { return p(side(s)) }
	}
	return text, amount, flag
}

func kubernetesFields() []*Field {
	text, amount, flag := slotsOf(func(s *Scenario) *Kubernetes { return &s.Kubernetes })
	return []*Field{
		{
			Path: paths.KubernetesKind, Kind: quantity.Choice, Choices: costs.KindIDs(checklist.Kubernetes), Doc: "the Kubernetes service; gke or aks on those clouds",
			Slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Kind }),
		},
		{
			Path: paths.KubernetesNode, Kind: quantity.Text, Doc: "instance type of the nodes, such as m5.xlarge, e2-standard-4 or Standard_D4s_v5; auto: one that holds the largest pod, for the least USD",
			Slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Node }),
		},
		{
			Path: paths.KubernetesNodes, Kind: quantity.Choice, Choices: []string{"auto", "peak"}, OrWhole: true, Min: 1, Max: mostThings,
			Doc:  "auto: a node autoscaler, the mean of the week; peak: none, the busiest hour; a number: that fleet",
			Slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Nodes }),
		},
		{
			Path: paths.KubernetesMinNodes, Kind: quantity.Number, Max: mostThings, Whole: true, Doc: "nodes that run at any time; left out, one a zone at least",
			Plausible: within(0, 3),
			Slot:      amount(func(k *Kubernetes) *Maybe[quantity.Amount] { return &k.MinNodes }),
		},
		{
			Path: paths.KubernetesTargetUtilization, Kind: quantity.Ratio, Min: 0.01, Max: 1, Doc: "CPU utilization that the autoscaler holds",
			Plausible: within(0.45, 0.75),
			Slot:      amount(func(k *Kubernetes) *Maybe[quantity.Amount] { return &k.TargetUtilization }),
		},
		{
			Path: paths.KubernetesLoadBalancer, Kind: quantity.Choice, Choices: []string{"flat", "alb", "none"},
			Doc:  "flat: its hours only; alb: hours, capacity units and public addresses",
			Slot: text(func(k *Kubernetes) *Maybe[string] { return &k.LoadBalancer }),
		},
		{
			Path: paths.KubernetesAutoscale, Kind: quantity.Choice, Choices: []string{"hpa", "keda", "none"},
			Doc: "what scales the pods: by load; by events and to zero; nothing, the busiest hour's pods all week", Slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Autoscale }),
		},
		{
			Path: paths.KubernetesPurchase, Kind: quantity.Choice, Choices: costs.Purchases,
			Doc:  "how nodes and pods are bought; a commitment is made for what runs in most hours",
			Slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Purchase }),
		},
		{
			Path: paths.KubernetesSpotShare, Kind: quantity.Ratio, Max: 1, Doc: "part of the nodes or pods on spot capacity",
			Slot: amount(func(k *Kubernetes) *Maybe[quantity.Amount] { return &k.SpotShare }),
		},
		{
			Path: paths.KubernetesDiscount, Kind: quantity.Ratio, Min: 0.001, Max: 0.99, Doc: "what your commitment takes off the price on demand",
			Follows: "the price book's figure, else the platform's usual one", Example: "27%",
			Slot: amount(func(k *Kubernetes) *Maybe[quantity.Amount] { return &k.Discount }),
		},
		{
			Path: paths.KubernetesSpotDiscount, Kind: quantity.Ratio, Min: 0.001, Max: 0.99, Doc: "what spot takes off the price on demand",
			Follows: "the price book's figure for the provider", Example: "60%",
			Slot: amount(func(k *Kubernetes) *Maybe[quantity.Amount] { return &k.SpotDiscount }),
		},
		{
			Path: paths.KubernetesExtendedSupport, Kind: quantity.Flag, Doc: "whether the Kubernetes version is past standard support",
			Slot: flag(func(k *Kubernetes) *Maybe[bool] { return &k.ExtendedSupport }),
		},
		{
			Path: paths.KubernetesTier, Kind: quantity.Choice, Choices: []string{"free", "standard", "premium"}, Doc: "tier of an AKS control plane",
			Slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Tier }),
		},
		{
			Path: paths.KubernetesClusters, Kind: quantity.Number, Min: 1, Max: 1000, Whole: true, Doc: "clusters: control planes, pods of the system and minimum nodes are there for each",
			Slot: amount(func(k *Kubernetes) *Maybe[quantity.Amount] { return &k.Clusters }),
		},
		{
			Path: paths.KubernetesAgentFee, Kind: quantity.USD, Max: 100, Doc: "USD that monitoring or security agents charge for a node and hour: $0.01 to $0.08 by list prices",
			Slot: amount(func(k *Kubernetes) *Maybe[quantity.Amount] { return &k.AgentFee }),
		},
		{
			Path: paths.KubernetesPools, Kind: quantity.Pools, Follows: "a general one, and one for GPU work", Example: "{batch: {node: auto, spot_share: 100%}}",
			Doc: "pools of nodes with a type, a minimum and a part on spot of their own", Slot: poolsSlot{},
		},
		{
			Path: paths.KubernetesNATGateways, Kind: quantity.Number, Max: 100, Whole: true, Doc: "NAT gateways, usually one a zone", Follows: "as network says", Example: "1",
			Slot: amount(func(k *Kubernetes) *Maybe[quantity.Amount] { return &k.NATGateways }),
		},
		{
			Path: paths.KubernetesPublicIPv4, Kind: quantity.Flag, Doc: "whether public addresses are billed: of nodes, NAT gateways and load balancers",
			Slot: flag(func(k *Kubernetes) *Maybe[bool] { return &k.PublicIPv4 }),
		},
		{
			Path: paths.KubernetesNodeVolume, Kind: quantity.Volume, Max: mostVolume, Doc: "gp3 volume of a node",
			Plausible: within(20, 100),
			Slot:      amount(func(k *Kubernetes) *Maybe[quantity.Amount] { return &k.NodeVolume }),
		},
		{
			Path: paths.KubernetesLogs, Kind: quantity.Choice, Choices: []string{"cloudwatch", "none"}, Doc: "where logs are billed: the cloud's own service or nowhere",
			Slot: text(func(k *Kubernetes) *Maybe[string] { return &k.Logs }),
		},
		{
			Path: paths.KubernetesFreeTier, Kind: quantity.Flag, Doc: "whether the account's free amounts are taken off", Follows: "free_tier of the whole", Example: "true",
			Slot: flag(func(k *Kubernetes) *Maybe[bool] { return &k.FreeTier }),
		},
	}
}

func serverlessFields() []*Field {
	text, amount, flag := slotsOf(func(s *Scenario) *Serverless { return &s.Serverless })
	return []*Field{
		{
			Path: paths.ServerlessKind, Kind: quantity.Choice, Choices: costs.KindIDs(checklist.Serverless), Older: costs.KindIDs(checklist.Containers),
			Doc:  "the functions; by cloud cloud-run-functions, azure-flex",
			Slot: text(func(l *Serverless) *Maybe[string] { return &l.Kind }),
		},
		{
			Path: paths.ServerlessFunctionMemory, Kind: quantity.Memory, Min: 128, Max: costs.LambdaMaxMemory, Choices: autoOnly,
			Doc:     "memory that every function is set to, and with it its CPU: a Lambda of 1,769 MiB has one vCPU",
			Follows: "auto", Example: "auto", Slot: autoSlot(amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.FunctionMemory })),
		},
		{
			Path: paths.ServerlessArchitecture, Kind: quantity.Choice, Choices: []string{"x86", "arm64"}, Doc: "processor",
			Slot: text(func(l *Serverless) *Maybe[string] { return &l.Architecture }),
		},
		{
			Path: paths.ServerlessPurchase, Kind: quantity.Choice, Choices: []string{costs.OnDemand, costs.Savings1y, costs.Savings3y},
			Doc:  "how computing is bought; a commitment is made for the load of most hours",
			Slot: text(func(l *Serverless) *Maybe[string] { return &l.Purchase }),
		},
		{
			Path: paths.ServerlessDiscount, Kind: quantity.Ratio, Min: 0.001, Max: 0.99, Doc: "what your commitment takes off the price on demand",
			Follows: "the price book's figure, else the platform's usual one", Example: "12%",
			Slot: amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.Discount }),
		},
		{
			Path: paths.ServerlessFrontDoor, Kind: quantity.Choice, Choices: []string{"none", "function-url", "http-api", "rest-api", "websocket", "alb"},
			Doc: "what http requests come in through, on Lambda", Slot: text(func(l *Serverless) *Maybe[string] { return &l.FrontDoor }),
		},
		{
			Path: paths.ServerlessFreeTier, Kind: quantity.Flag, Doc: "whether the account's free amounts are taken off", Follows: "free_tier of the whole", Example: "true",
			Slot: flag(func(l *Serverless) *Maybe[bool] { return &l.FreeTier }),
		},
		{
			Path: paths.ServerlessNATGateways, Kind: quantity.Number, Max: 100, Whole: true, Doc: "NAT gateways, usually one a zone", Follows: "as network says", Example: "1",
			Slot: amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.NATGateways }),
		},
		{
			Path: paths.ServerlessPublicIPv4, Kind: quantity.Flag, Doc: "whether public addresses are billed: of nodes, NAT gateways and load balancers",
			Slot: flag(func(l *Serverless) *Maybe[bool] { return &l.PublicIPv4 }),
		},
		{
			Path: paths.ServerlessProvisionedConcurrency, Kind: quantity.Number, Max: mostThings, Whole: true,
			Doc: "environments of each Lambda function that are kept warm", Slot: amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.ProvisionedConcurrency }),
		},
		{
			Path: paths.ServerlessLogs, Kind: quantity.Choice, Choices: []string{"cloudwatch", "cloudwatch-ia", "none"},
			Doc:  "where logs are billed: the cloud's own service, on AWS also its infrequent-access class",
			Slot: text(func(l *Serverless) *Maybe[string] { return &l.Logs }),
		},
	}
}
