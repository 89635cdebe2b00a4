package model

import (
	"context"
	"math"
	"slices"

	"runwhere/costs"
)

// HorizonSplit compares today's split at the horizon with the best one there.
type HorizonSplit struct {
	Month   int
	Volume  float64 // requests a month
	KeptUSD float64 // a month, with each component where it is today; +Inf where that has no price there
	BestUSD float64 // of the best split there; +Inf where there is none
	Optimal bool    // whether no cheaper one is proven to exist
	Moves   []SplitMove
}

// SplitMove is a component that another place becomes.
type SplitMove struct {
	Component string
	From, To  costs.Option
}

// findHorizonSplit searches the best split at the volume of the horizon. A pin
// that cannot be kept there is none here either: an evaluation reports it.
func findHorizonSplit(ctx context.Context, e *Evaluation) (*HorizonSplit, error) {
	o := e.months()
	volume := math.Min(o.Volumes[o.Horizon], math.Max(mostRequests, e.Volume()))
	h := &HorizonSplit{Month: o.Horizon, Volume: volume}
	p, err := e.scaledTo(volume).placing()
	if err != nil {
		return nil, nil
	}
	today := make([]int, len(e.Split.Placements))
	for i, placed := range e.Split.Placements {
		today[i] = slices.Index(costs.Options, placed.Option)
	}
	p.hints = e.placed().hints
	best := p.solve(ctx)
	h.KeptUSD, h.BestUSD, h.Optimal = p.cost(today), p.cost(best.at), best.optimal
	if !e.Split.Feasible {
		h.KeptUSD, h.BestUSD = math.Inf(1), math.Inf(1)
		return h, nil
	}
	// A placement that costs the same is no reason to move anything.
	if math.IsInf(h.BestUSD, 1) || !math.IsInf(h.KeptUSD, 1) && h.BestUSD > h.KeptUSD-0.005 {
		h.BestUSD = h.KeptUSD
		return h, nil
	}
	for i, at := range best.at {
		if at != today[i] {
			h.Moves = append(h.Moves, SplitMove{e.Split.Placements[i].Component, costs.Options[today[i]], costs.Options[at]})
		}
	}
	return h, nil
}

// scaledTo is the evaluation with the workload at another volume, for the
// search of a split only. Platforms depend on the proportions and not on the
// volume, so they stay.
func (e *Evaluation) scaledTo(volume float64) *Evaluation {
	scaled := *e
	scaled.Resolved.Workload.Components = slices.Clone(e.Resolved.Workload.Components)
	today := e.Volume()
	for i := range scaled.Resolved.Workload.Components {
		if today > 0 {
			scaled.Resolved.Workload.Components[i].Requests *= volume / today
		}
	}
	return &scaled
}
