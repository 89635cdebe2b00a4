package model

import (
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/words"
	"runwhere/model/quantity"
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
// a site of one's own it runs on machines that no platform prices, and in a region
// where the price of a line is not known there is a bound and no total.
func (e *Evaluation) NoFigure(o checklist.Option) string {
	if r := e.RankOf(o); r != nil {
		return e.noFigure(r)
	}
	return ""
}

// NoFigures says why nothing has a figure although something is possible, "" where
// anything has one.
func (e *Evaluation) NoFigures() string {
	why := e.NoFigure(e.Verdict.Recommendation)
	if why == "" || !e.ownSites() && e.Cheapest(e.Volume()) != nil {
		return ""
	}
	return why
}

// noFigure is NoFigure for an entry of a ranking.
func (e *Evaluation) noFigure(r *Ranked) string {
	switch {
	case !r.Feasible || e.Platforms == nil:
	case e.ownSites():
		return costs.NoSiteFigure
	case !math.IsInf(r.MonthlyUSD, 1):
	case r.Option == checklist.Hybrid:
		return "nothing that it could consist of has a total"
	case e.Platform(r.Option).Partly():
		p := e.Platform(r.Option)
		return p.Name + " " + p.Unbilled.Why
	}
	return ""
}

// without says what is known of a bill without a total: "at least $310 a month,
// without logs".
func without(p *costs.Platform, volume float64) string {
	return "at least " + quantity.Money(p.AtLeast(volume)) + " a month, without " + words.ListWords(p.Unbilled.Without)
}

// namesOf lists platforms by name.
func namesOf(platforms []*costs.Platform) string {
	names := make([]string, len(platforms))
	for i, p := range platforms {
		names[i] = p.Name
	}
	return words.ListWords(names)
}

// Undecided lists the platforms without a total that might still cost less than an
// amount, with what is known of them: nothing is called the cheapest of all as long
// as there is one.
func (e *Evaluation) Undecided(usd float64) []*costs.Platform {
	var list []*costs.Platform
	for _, p := range e.Platforms {
		if p.Partly() && e.Barred(p) == "" && e.Volume() <= p.MaxVolume() && p.AtLeast(e.Volume())+e.Curve(p).Fixed < usd {
			list = append(list, p)
		}
	}
	return list
}
