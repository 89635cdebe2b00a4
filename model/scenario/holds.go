package scenario

import (
	"cmp"

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

// kind is what the scenario says stands for an option.
func (s *Scenario) kind(o checklist.Option) Maybe[string] {
	switch o {
	case checklist.Kubernetes:
		return s.Kubernetes.Kind
	case checklist.Containers:
		if old := s.OldContainers(); old != "" && !s.Containers.Kind.Given() {
			return Some(old)
		}
		return s.Containers.Kind
	case checklist.Serverless:
		if s.OldContainers() != "" {
			return Maybe[string]{}
		}
		return s.Serverless.Kind
	case checklist.Wasm:
		return s.Wasm.Kind
	}
	return Maybe[string]{}
}

// Kind is the kind of platform that stands for an option: what the scenario
// names, else what runs where the system has to, else the cloud's own.
func (s *Scenario) Kind(o checklist.Option, cloud string) string {
	return s.kind(o).Or(cmp.Or(costs.OwnRuntime(o, s.Site()), costs.DefaultKind(o, cloud)))
}
