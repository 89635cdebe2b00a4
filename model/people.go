package model

import (
	"runwhere/checklist"
	"runwhere/costs"
)

// peopleAmounts pairs the lines of the hidden-tax table with the scenario's
// figures, by the id of the line.
func peopleAmounts(p PeopleLines) map[string]Maybe[Amount] {
	return map[string]Maybe[Amount]{
		"platform_engineer": p.PlatformEngineer,
		"networking_tools":  p.NetworkingTools,
		"monitoring":        p.Monitoring,
		"security_scanning": p.SecurityScanning,
		"ci_cd_upkeep":      p.CICDUpkeep,
		"incident_response": p.IncidentResponse,
		"training":          p.Training,
	}
}

// resolvePeople returns the people lines of each option. Kubernetes has the
// framework's published figures where the scenario gives none; for the other
// options none are published, so only what is given counts.
func resolvePeople(p People) map[costs.Option][]costs.PeopleLine {
	return map[costs.Option][]costs.PeopleLine{
		costs.Kubernetes: peopleLines(p.Kubernetes, true),
		costs.Serverless: peopleLines(p.Serverless, false),
		costs.Wasm:       peopleLines(p.Wasm, false),
	}
}

func peopleLines(p PeopleLines, published bool) []costs.PeopleLine {
	amounts := peopleAmounts(p)
	var lines []costs.PeopleLine
	for _, tax := range checklist.HiddenTax {
		line := costs.PeopleLine{ID: tax.ID, Label: tax.Label, USD: tax.USD, Source: checklist.Source, AsOf: checklist.SourceAsOf}
		given, ok := amounts[tax.ID].Get()
		switch {
		case ok:
			line.USD, line.Source, line.AsOf = given.Value(), "given", ""
		case !published:
			continue
		}
		lines = append(lines, line)
	}
	return lines
}
