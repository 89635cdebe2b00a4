package growth

import (
	"context"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// HorizonSplit compares today's split at the horizon with the best one there.
type HorizonSplit struct {
	Month   int
	Volume  float64 // requests a month
	KeptUSD float64 // a month, with each component where it is today; +Inf where that has no price there
	BestUSD float64 // of the best split there; +Inf where there is none
	Optimal bool    // whether no cheaper one is proven to exist
	Moves   []split.Move
}

// FindHorizonSplit searches the best split at the volume of the horizon. A pin
// that cannot be kept there is none here either: an evaluation reports it.
func FindHorizonSplit(ctx context.Context, e *model.Evaluation) (*HorizonSplit, error) {
	o := months(e)
	volume := math.Min(o.Volumes[o.Horizon], math.Max(scenario.MostRequests, e.Volume()))
	h := &HorizonSplit{Month: o.Horizon, Volume: volume}
	p, err := e.ScaledTo(volume).NewSolver()
	if err != nil {
		return nil, nil
	}
	today := make([]int, len(e.Split.Placements))
	for i, placement := range e.Split.Placements {
		today[i] = slices.Index(checklist.Placeable, placement.Option)
	}
	p.Hints = e.Solver().Hints
	best := p.Solve(ctx)
	h.KeptUSD, h.BestUSD, h.Optimal = p.Cost(today), p.Cost(best.At), best.Optimal
	if !e.Split.Feasible {
		h.KeptUSD, h.BestUSD = math.Inf(1), math.Inf(1)
		return h, nil
	}
	// A placement that costs the same is no reason to move anything.
	if math.IsInf(h.BestUSD, 1) || !math.IsInf(h.KeptUSD, 1) && h.BestUSD > h.KeptUSD-0.005 {
		h.BestUSD = h.KeptUSD
		return h, nil
	}
	for i, at := range best.At {
		if at != today[i] {
			h.Moves = append(h.Moves, split.Move{Component: e.Split.Placements[i].Component, From: checklist.Placeable[today[i]], To: checklist.Placeable[at]})
		}
	}
	return h, nil
}
