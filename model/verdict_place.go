package model

import (
	"fmt"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// ownSites reports whether the system has to run outside any provider's data
// centres: on premises, or on devices at customers.
func (e *Evaluation) ownSites() bool {
	switch e.said(checklist.KeyPlacement) {
	case checklist.OnSite, checklist.Devices:
		return true
	case "":
		return e.holds(checklist.FactorOnPremise)
	}
	return false
}

// outOfPlace says why a platform cannot be where the system has to run, with a
// way round, "" where it can. Parts elsewhere are a hybrid's.
func (e *Evaluation) outOfPlace(p *costs.Platform) string {
	kind, _ := costs.KindOf(p.ID)
	devices := e.said(checklist.KeyPlacement) == checklist.Devices
	switch {
	case !e.ownSites():
	case devices && p.Option == costs.Kubernetes:
		return "it has to run on small devices, and those hold no cluster (k3s asks for 512 MB beside the workload); way round: a gateway computer at the site"
	case p.Option != costs.Kubernetes && kind.Provider != "":
		where := "a data centre of one's own"
		if devices {
			where = "devices at customers"
		}
		return fmt.Sprintf("it has to run in %s, and %s runs only in its provider's; way round: %s",
			where, p.Name, map[costs.Option]string{
				costs.Serverless: "functions on a cluster of one's own (Knative), or a hybrid with parts in a cloud",
				costs.Wasm:       "a Wasm runtime of one's own (wasmCloud, SpinKube)",
			}[p.Option])
	}
	return ""
}

// ownRuntime is the kind of Wasm platform of a scenario that does not name
// one: a runtime of one's own where no provider's network reaches, "" elsewhere.
func (s *Scenario) ownRuntime() string {
	placement := s.Answers.Get(checklist.KeyPlacement).Choice()
	onSite := s.Factors.Get(checklist.FactorOnPremise).State() == checklist.Yes
	if slices.Contains([]string{checklist.Devices, checklist.OnSite}, placement) || placement == "" && onSite {
		return "wasmcloud"
	}
	return ""
}
