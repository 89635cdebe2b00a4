package model

import (
	"context"
	"math"
	"slices"

	"runwhere/costs"
)

// Place explains the placement that is given, an option by component, as Split
// explains the cheapest one: what a team arrives at by hand. A component that
// is refused where it is put is priced at infinity. It is quick enough to be
// asked at every key.
func (e *Evaluation) Place(options []costs.Option) Split {
	p := e.placed()
	at := make([]int, len(p.allowed))
	refused := false
	for i := range at {
		at[i] = slices.Index(costs.Options, options[i])
		if at[i] >= 0 {
			_, no := p.refusals[i][options[i]]
			refused = refused || no
		}
	}
	stood := p.stand(at)
	placed := stood.outline()
	if refused {
		placed.Feasible, placed.USD = false, math.Inf(1)
	}
	placed.Least = e.Split.Least
	placed.Optimal = e.Split.Optimal && placed.USD <= e.Split.USD+worthwhile
	stood.explain(&placed)
	return placed
}

// Options returns the option of every component, in the order of the scenario.
func (s *Split) Options() []costs.Option {
	list := make([]costs.Option, len(s.Placements))
	for i := range s.Placements {
		list[i] = s.Placements[i].Option
	}
	return list
}

// Moves lists the components that another placement of the same system puts
// elsewhere.
func (s *Split) Moves(to []costs.Option) []SplitMove {
	var moves []SplitMove
	for i := range s.Placements {
		if c := &s.Placements[i]; c.Option != to[i] {
			moves = append(moves, SplitMove{c.Component, c.Option, to[i]})
		}
	}
	return moves
}

// RunnerUp is the second best placement.
type RunnerUp struct {
	USD     float64 // a month
	More    float64 // USD a month more than the best one
	Options []costs.Option
	Moves   []SplitMove // from the best one
	Optimal bool        // whether no other placement is proven to be between the two
}

func findRunnerUp(ctx context.Context, e *Evaluation) (*RunnerUp, error) {
	if !e.Split.Feasible || math.IsInf(e.Split.USD, 1) {
		return nil, nil
	}
	p := e.placed()
	found := p.solveBeside(ctx, indices(e.Split.Options()))
	if found.at == nil || math.IsInf(found.usd, 1) {
		return nil, nil
	}
	r := &RunnerUp{USD: p.cost(found.at), Options: named(found.at), Optimal: found.optimal && e.Split.Optimal}
	r.More = math.Max(0, r.USD-e.Split.USD)
	r.Moves = e.Split.Moves(r.Options)
	return r, nil
}

// indices and named turn a placement into its indices in costs.Options and
// back; −1 and "" are nowhere.
func indices(options []costs.Option) []int {
	at := make([]int, len(options))
	for i, o := range options {
		at[i] = slices.Index(costs.Options, o)
	}
	return at
}

func named(at []int) []costs.Option {
	options := make([]costs.Option, len(at))
	for i, o := range at {
		if o >= 0 {
			options[i] = costs.Options[o]
		}
	}
	return options
}
