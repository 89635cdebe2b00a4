package scenario

import (
	"sync"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
)

// Limits that keep a figure within what can exist. They are far from every
// real system, and an absurd value is told from a large one by them.
const (
	MostRequests = 10e12      // a month: 3.8 million a second
	longestRun   = 30 * 86400 // s
	mostMemory   = 24 << 20   // MiB: the largest instances have 24 TiB
	mostData     = 100 << 20  // KiB a request: 100 GiB
	MostDollars  = 1e9        // a month
	mostThings   = 100e3      // nodes, pods
	hoursInWeek  = 168        // the resolution of a traffic shape
	mostVolume   = 64 << 10   // GiB: the largest gp3 volume has 64 TiB
	largestNode  = 896        // vCPU of the largest instance type
	mostZones    = 6          // of a region: us-east-1 has the most
)

// FieldTable builds the table once. The order is that of the canonical file.
var FieldTable = sync.OnceValue(func() []*Field {
	var table []*Field
	table = append(table, systemFields()...)
	table = append(table, checklistFields()...)
	table = append(table, followUpFields()...)
	table = append(table, architectureFields()...)
	table = append(table, componentFields()...)
	table = append(table, kubernetesFields()...)
	table = append(table, containersFields()...)
	table = append(table, serverlessFields()...)
	table = append(table, instanceFields()...)
	table = append(table, wasmFields()...)
	table = append(table, peopleFields()...)
	table = append(table, growthFields()...)
	table = append(table, agreedField(), correlateField())
	return append(table, weightFields()...)
})

// Fields returns the table of all fields, in the order of the file. It must
// not be changed.
func Fields() []*Field { return FieldTable() }

// FieldOf returns the field with a path such as components.*.duration.
func FieldOf(path paths.Path) (*Field, bool) {
	for _, f := range FieldTable() {
		if f.Path == path {
			return f, true
		}
	}
	return nil, false
}

func systemFields() []*Field {
	return []*Field{
		{
			Path: paths.Requests, Kind: quantity.Count, Max: MostRequests, SetOnly: true, Slot: VolumeSlot{},
			Doc: "requests a month of the whole system; setting it scales every component in proportion", Follows: "the components' sum",
		},
		{
			Path: paths.Name, Kind: quantity.Text, Doc: "what the decision is about",
			Slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Name }),
		},
		{
			Path: paths.Cloud, Kind: quantity.Choice, Choices: []string{pricebook.AWS, pricebook.GCP, pricebook.Azure}, Doc: "the provider",
			Slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Cloud }),
		},
		{
			Path: paths.Region, Kind: quantity.Text, Doc: "the provider's region, which sets the prices",
			Follows: "us-east-1, us-central1 or eastus by cloud", Example: "us-east-1",
			Slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Region }),
		},
		{
			Path: paths.Network, Kind: quantity.Choice, Choices: costs.Networks,
			Doc: "one word for every side: NAT gateways and addresses follow from it",
			Meanings: []string{
				"the provider's usual set-up: nodes behind NAT on AWS and Google, functions and containers with their own way out",
				"nodes have public addresses and no NAT gateway", "nothing has an address of its own; every side goes out through NAT gateways",
			},
			Slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Network }),
		},
		{
			Path: paths.Zones, Kind: quantity.Number, Min: 1, Max: mostZones, Whole: true, Exact: true,
			Doc:  "zones of the region it is spread over: each has NAT gateway, endpoint and least node; traffic passes between them (1 to 3 are usual)",
			Slot: amountSlot(func(s *Scenario, _ At) *Maybe[quantity.Amount] { return &s.Zones }),
		},
		{
			Path: paths.Endpoints, Kind: quantity.Choice, Choices: costs.Endpoints,
			Doc: "how a private network reaches the provider's managed services",
			Meanings: []string{
				"for nothing, as gateway endpoints of S3 and DynamoDB do", "an interface endpoint a zone, by the hour and the GB", "through the NAT gateways",
			},
			Slot: textSlot(func(s *Scenario, _ At) *Maybe[string] { return &s.Endpoints }),
		},
		{
			Path: paths.FreeTier, Kind: quantity.Flag, Doc: "whether the accounts' free amounts are taken off on every side",
			Slot: flagSlot(func(s *Scenario, _ At) *Maybe[bool] { return &s.FreeTier }),
		},
	}
}

func agreedField() *Field {
	return &Field{
		Path: paths.Agreed, Kind: quantity.Agreed, Follows: "list prices",
		Doc:     "percentages off list prices, by provider, service or id",
		Example: "[{match: aws.*, percent: 9, source: EDP, as_of: 2026-10-01}]", Slot: agreedSlot{},
	}
}

func correlateField() *Field {
	return &Field{
		Path: paths.Correlate, Kind: quantity.Pairs, Follows: "none",
		Doc:     "ranges that hang together: two keys and their rank correlation, -1 to 1",
		Example: "[[" + paths.GrowthMonthly.String() + ", " + paths.GrowthMigrationCost.String() + ", 0.5]]", Slot: correlationSlot{},
	}
}

func growthFields() []*Field {
	return []*Field{
		{
			Path: paths.GrowthMonthly, Kind: quantity.Ratio, Max: 10, Doc: "growth of the volume a month",
			Slot: amountSlot(func(s *Scenario, _ At) *Maybe[quantity.Amount] { return &s.Growth.Monthly }),
		},
		{
			Path: paths.GrowthHorizonMonths, Kind: quantity.Number, Min: 1, Max: 120, Whole: true, Doc: "how many months ahead the decision looks",
			Slot: amountSlot(func(s *Scenario, _ At) *Maybe[quantity.Amount] { return &s.Growth.HorizonMonths }),
		},
		{
			Path: paths.GrowthMigrationCost, Kind: quantity.USD, Max: MostDollars, Doc: "USD, once, to move to another platform",
			Slot: amountSlot(func(s *Scenario, _ At) *Maybe[quantity.Amount] { return &s.Growth.MigrationCost }),
		},
	}
}
