package scenario

import (
	"cmp"
	"slices"

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

// OldContainers is the kind of containers without a cluster that older files call
// a serverless kind, "" where there is none: it is read as the kind of its own side.
func (s *Scenario) OldContainers() string {
	if k, _ := costs.KindOf(s.Serverless.Kind.Or("")); k.Option == checklist.Containers {
		return k.ID
	}
	return ""
}

// FollowsServerless reports whether what containers without a cluster are set to is
// what the serverless side says, as in older files: a kind of theirs is named as a
// serverless one, or only compared, and nothing is said of this side.
func (s *Scenario) FollowsServerless() bool {
	compared := slices.ContainsFunc(s.Compare, func(id string) bool {
		k, _ := costs.KindOf(id)
		return k.Option == checklist.Containers
	})
	return s.OldContainers() != "" || compared && s.Containers == Containers{}
}

// ContainersSide returns the settings of containers without a cluster as they are
// read. Where nothing is said of their network and log it is what is said of the
// cluster's, as both would be in the same one; in an older file what it left out here
// is what it said of functions.
func (s *Scenario) ContainersSide() Containers {
	c, old := s.Containers, &s.Serverless
	if !s.FollowsServerless() {
		inherit(&c.NATGateways, &s.Kubernetes.NATGateways)
		inherit(&c.PublicIPv4, &s.Kubernetes.PublicIPv4)
		inherit(&c.Logs, &s.Kubernetes.Logs)
		return c
	}
	c.Service = c.or(&old.Service)
	return c
}

// or returns the settings with those of another side where they were left out.
func (s Service) or(other *Service) Service {
	inherit(&s.Architecture, &other.Architecture)
	inherit(&s.Purchase, &other.Purchase)
	inherit(&s.Discount, &other.Discount)
	inherit(&s.FreeTier, &other.FreeTier)
	inherit(&s.NATGateways, &other.NATGateways)
	inherit(&s.PublicIPv4, &other.PublicIPv4)
	inherit(&s.Logs, &other.Logs)
	inherit(&s.ColdStartRate, &other.ColdStartRate)
	inherit(&s.Concurrency, &other.Concurrency)
	inherit(&s.VCPU, &other.VCPU)
	inherit(&s.MinInstances, &other.MinInstances)
	inherit(&s.Billing, &other.Billing)
	return s
}

// inherit gives a value that was left out the one of another field.
func inherit[T any](of, as *Maybe[T]) {
	if !of.Given() {
		*of = *as
	}
}
