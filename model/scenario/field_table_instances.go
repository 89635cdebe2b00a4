package scenario

import (
	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
)

// instanceFields are the settings of what a serverless platform starts.
func instanceFields() []*Field {
	text, amount, flag := slotsOf(func(s *Scenario) *Serverless { return &s.Serverless })
	return []*Field{
		{
			Path: paths.ServerlessColdStartRate, Kind: quantity.Ratio, Max: 1, Doc: "part of the requests that start an environment; AWS calls under 1 % typical",
			Plausible: within(0.001, 0.05).by("AWS says under 1 % in production: Lambda operator guide, collected 2026-11-28"),
			Slot:      amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.ColdStartRate }),
		},
		{
			Path: paths.ServerlessSnapStart, Kind: quantity.Flag, Doc: "whether Lambda starts from a snapshot (Java free, Python and .NET billed)",
			Slot: flag(func(l *Serverless) *Maybe[bool] { return &l.SnapStart }),
		},
		{
			Path: paths.ServerlessSnapStartVersions, Kind: quantity.Number, Min: 1, Max: mostThings, Whole: true, Doc: "published versions whose snapshot is kept",
			Slot: amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.SnapVersions }),
		},
		{
			Path: paths.ServerlessStreaming, Kind: quantity.Flag, Doc: "whether Lambda streams responses, which lifts the 6 MB limit",
			Slot: flag(func(l *Serverless) *Maybe[bool] { return &l.Streaming }),
		},
		{
			Path: paths.ServerlessWorkflow, Kind: quantity.Choice, Choices: []string{"none", "step-functions"},
			Doc: "what cuts work over 15 minutes into pieces on Lambda", Slot: text(func(l *Serverless) *Maybe[string] { return &l.Workflow }),
		},
		{
			Path: paths.ServerlessConcurrency, Kind: quantity.Number, Min: 1, Max: 1000, Whole: true, Doc: "requests that one instance serves at once (Cloud Run, Flex, Container Apps)",
			Follows: "the platform's default: 80, 16 or 10", Example: "80",
			Slot: amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.Concurrency }),
		},
		{
			Path: paths.ServerlessVCPU, Kind: quantity.Number, Min: 0.08, Max: 8, Doc: "vCPU of a Cloud Run instance; under 1 it serves one request at a time",
			Follows: "1", Example: "1",
			Slot: amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.VCPU }),
		},
		{
			Path: paths.ServerlessInstanceMemory, Kind: quantity.Memory, Min: 512, Max: 4096, Doc: "memory of an Azure Flex instance: 512, 2,048 or 4,096 MiB",
			Follows: "2048MiB", Example: "2048MiB",
			Slot: amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.InstanceMemory }),
		},
		{
			Path: paths.ServerlessMinInstances, Kind: quantity.Number, Max: mostThings, Whole: true, Doc: "instances of each component that are kept (Cloud Run, Flex, Container Apps)",
			Plausible: within(0, 2),
			Slot:      amount(func(l *Serverless) *Maybe[quantity.Amount] { return &l.MinInstances }),
		},
		{
			Path: paths.ServerlessBilling, Kind: quantity.Choice, Choices: []string{"request", "instance"}, Doc: "how Cloud Run bills: while requests are served, or from start to stop",
			Slot: text(func(l *Serverless) *Maybe[string] { return &l.Billing }),
		},
	}
}

func wasmFields() []*Field {
	return []*Field{
		{
			Path: paths.WasmKind, Kind: quantity.Choice, Choices: costs.KindIDs(checklist.Wasm), Doc: "the Wasm service",
			Slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Wasm.Kind }),
		},
		{
			Path: paths.WasmDensity, Kind: quantity.Number, Min: 1, Max: 1000, Doc: "Wasm pods in the room of one container (SpinKube, wasmCloud)",
			Plausible: within(1, 10),
			Slot:      amountSlot(func(s *Scenario, _ At) *Maybe[quantity.Amount] { return &s.Wasm.Density }),
		},
		{
			Path: paths.WasmLogs, Kind: quantity.Choice, Choices: []string{"cloudflare", "none"}, Doc: "whether Workers logs are kept and billed",
			Slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Wasm.Logs }),
		},
		{
			Path: paths.WasmFreeTier, Kind: quantity.Flag, Doc: "whether the account's free amounts are taken off", Follows: "free_tier of the whole", Example: "true",
			Slot: flagSlot(func(s *Scenario, _ At) *Maybe[bool] { return &s.Wasm.FreeTier }),
		},
		{
			Path: paths.WasmHibernation, Kind: quantity.Flag, Doc: "whether Durable Objects leave memory between messages; else they are billed while a connection is open",
			Slot: flagSlot(func(s *Scenario, _ At) *Maybe[bool] { return &s.Wasm.Hibernation }),
		},
		{
			Path: paths.WasmState, Kind: quantity.Choice, Choices: costs.States, Doc: "where Workers keep state: with none it is refused; else 2 reads and 0.5 writes a run and 50 GB are billed (ours)",
			Slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Wasm.State }),
		},
		{
			Path: paths.Compare, Kind: quantity.Choices, Choices: allKinds(), Doc: "further platforms on the chart",
			Follows: "none", Example: costs.DefaultKind(checklist.Serverless, pricebook.GCP), Slot: listSlot(func(s *Scenario, _ At) *[]string { return &s.Compare }),
		},
		regionField(pricebook.AWS, func(r *Regions) *Maybe[string] { return &r.AWS }),
		regionField(pricebook.GCP, func(r *Regions) *Maybe[string] { return &r.GCP }),
		regionField(pricebook.Azure, func(r *Regions) *Maybe[string] { return &r.Azure }),
	}
}

func regionField(cloud string, p func(*Regions) *Maybe[string]) *Field {
	return &Field{
		Path: paths.Regions.Dot(cloud), Kind: quantity.Text, Doc: "region of " + cloud + " platforms where it is not the scenario's own cloud",
		Follows: "the counterpart of region", Example: costs.DefaultRegion(cloud),
		Slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return p(&s.Regions) }),
	}
}
