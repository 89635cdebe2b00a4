package scenario

import (
	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// peopleLines pairs the lines of the hidden-tax table with the scenario.
var peopleLineKeys = []struct {
	key, doc string
	of       func(*PeopleLines) *Maybe[quantity.Amount]
}{
	{checklist.PlatformEngineer, "platform engineers", func(p *PeopleLines) *Maybe[quantity.Amount] { return &p.PlatformEngineer }},
	{"networking_tools", "networking tools", func(p *PeopleLines) *Maybe[quantity.Amount] { return &p.NetworkingTools }},
	{"monitoring", "monitoring tools", func(p *PeopleLines) *Maybe[quantity.Amount] { return &p.Monitoring }},
	{"security_scanning", "security scanning", func(p *PeopleLines) *Maybe[quantity.Amount] { return &p.SecurityScanning }},
	{"ci_cd_upkeep", "upkeep of the delivery pipeline", func(p *PeopleLines) *Maybe[quantity.Amount] { return &p.CICDUpkeep }},
	{"incident_response", "incident response", func(p *PeopleLines) *Maybe[quantity.Amount] { return &p.IncidentResponse }},
	{"training", "training", func(p *PeopleLines) *Maybe[quantity.Amount] { return &p.Training }},
}

func peopleFields() []*Field {
	table := []*Field{{
		Path: paths.PeopleInclude, Kind: quantity.Flag, Doc: "whether the totals include what no cloud bill shows",
		Slot: flagSlot(func(s *Scenario, _ At) *Maybe[bool] { return &s.People.Include }),
	}}
	table = append(table, &Field{
		Path: paths.PeopleSecondToolchain, Kind: quantity.USD, Max: MostDollars,
		Doc:       "USD a month of people and tools for every platform beyond the first",
		Plausible: within(500, 6000),
		Slot:      amountSlot(func(s *Scenario, _ At) *Maybe[quantity.Amount] { return &s.People.Toolchain }),
	})
	sides := []struct {
		key checklist.Option
		of  func(*People) *PeopleLines
	}{
		{checklist.Kubernetes, func(p *People) *PeopleLines { return &p.Kubernetes }},
		{checklist.Containers, func(p *People) *PeopleLines { return &p.Containers }},
		{checklist.Serverless, func(p *People) *PeopleLines { return &p.Serverless }},
		{checklist.Wasm, func(p *People) *PeopleLines { return &p.Wasm }},
	}
	for _, side := range sides {
		for _, line := range peopleLineKeys {
			f := &Field{
				Path: paths.PeopleLine(side.key, line.key), Kind: quantity.USD, Max: MostDollars,
				Doc: "USD a month for " + line.doc, Follows: "nothing, as none is published", Example: "0",
				Slot: amountSlot(func(s *Scenario, _ At) *Maybe[quantity.Amount] { return line.of(side.of(&s.People)) }),
			}
			if side.key == checklist.Kubernetes && line.key == checklist.PlatformEngineer {
				f.Plausible = within(3000, 36_000) // a quarter of one to three
			}
			if side.key == checklist.Kubernetes {
				f.Follows, f.Example = "the guide's published figure", publishedTax(line.key)
			}
			if side.key == checklist.Wasm {
				f.Follows = "nothing, as none is published; the Kubernetes side's for Wasm on a cluster of one's own"
			}
			table = append(table, f)
		}
	}
	return table
}
