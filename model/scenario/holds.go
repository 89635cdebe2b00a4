package scenario

import (
	"runwhere/checklist"
	"runwhere/costs"
)

func (s *Scenario) Holds(factor string) bool {
	if same, ok := SameAsQuestion[factor]; ok {
		if said := s.Answers.Get(same.Question).Choice(); said != "" {
			return said == same.yes
		}
	}
	return s.Factors.Get(factor).State() == checklist.Yes
}

// Site is where the system has to run: as the follow-up says, else as the
// architecture's factor does.
func (s *Scenario) Site() costs.Site {
	switch s.Answers.Get(checklist.KeyPlacement).Choice() {
	case checklist.OnSite:
		return costs.SiteOwn
	case checklist.Devices:
		return costs.SiteDevices
	case checklist.Edge:
		return costs.SiteEdge
	case "":
		if s.Factors.Get(checklist.FactorOnPremise).State() == checklist.Yes {
			return costs.SiteOwn
		}
	}
	return costs.SiteRegion
}

// OwnRuntime is the kind of Wasm platform of a scenario that does not name
// one: a runtime of one's own where no provider's network reaches, "" elsewhere.
func (s *Scenario) OwnRuntime() string {
	if s.Site().Own() {
		return "wasmcloud"
	}
	return ""
}
