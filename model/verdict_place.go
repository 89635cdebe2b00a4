package model

import (
	"runwhere/checklist"
	"runwhere/costs"
)

// ownSites reports whether the system has to run outside any provider's data
// centres: on premises, or on devices at customers.
func (e *Evaluation) ownSites() bool { return e.Resolved.Settings.Site.Own() }

// canBeThere reports whether the option of a platform can be where the system
// has to run, if only in another form than the platform's. Parts elsewhere are
// a hybrid's.
func (e *Evaluation) canBeThere(p *costs.Platform) bool {
	kind, _ := costs.KindOf(p.ID)
	return kind.CanBeAt(e.Resolved.Settings.Site)
}

// runsThere reports whether the option of a platform is possible on a site of
// one's own. A limit of a Wasm runtime holds anywhere.
func (e *Evaluation) runsThere(p *costs.Platform) bool {
	return e.canBeThere(p) && (p.Option == checklist.Kubernetes || p.Feasible())
}

// NoFigure says why an option that is possible has no figure, "" elsewhere: on
// a site of one's own it runs on machines that no platform prices.
func (e *Evaluation) NoFigure(o checklist.Option) string {
	if r := e.RankOf(o); e.ownSites() && r != nil && r.Feasible {
		return costs.NoSiteFigure
	}
	return ""
}
