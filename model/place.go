package model

import (
	"context"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/split"
)

// split finds the best placement and explains it.
func (e *Evaluation) split() (split.Split, error) {
	p, err := e.NewSolver()
	if err != nil {
		return split.Split{}, err
	}
	e.Solver = func() *split.Solver { return p }
	e.glue = p.Glue
	p.Learned = map[int]split.Lesson{}
	best := p.Solve(context.Background())
	p.Hints, p.Learned = p.Learned, nil
	sums := p.Tally(best.At)
	split := sums.Outline()
	split.Optimal, split.Least = best.Optimal, math.Min(best.Bound, split.USD)
	sums.Explain(&split)
	e.Mixed = p.Mixed(&split)
	return split, nil
}

// NewSolver makes the problem of an evaluation ready.
func (e *Evaluation) NewSolver() (*split.Solver, error) {
	r := &e.Resolved
	problem := split.Problem{
		Platforms: e.Platforms[:len(checklist.Placeable)], Workload: &r.Workload, Pins: r.Pins,
		People: r.IncludePeople, Toolchain: r.Toolchain, OwnSites: e.ownSites(),
	}
	if len(r.Workload.Calls) > 0 {
		problem.Glue = e.gluing()
	}
	return split.NewSolver(problem)
}

// gluing prices the calls of the evaluation. What a call costs is taken from the
// evaluation that this one was derived from, where it cannot differ.
func (e *Evaluation) gluing() *costs.Glue {
	r := &e.Resolved
	if e.glue == nil {
		return costs.NewGlue(r.Kinds, e.Book, &r.Settings, r.Workload)
	}
	return e.glue.For(r.Kinds, e.Book, &r.Settings, r.Workload)
}

// Place explains the placement that is given, an option by component, as Split
// explains the cheapest one: what a team arrives at by hand. A component that
// is refused where it is put is priced at infinity. It is quick enough to be
// asked at every key.
func (e *Evaluation) Place(options []checklist.Option) split.Split {
	p := e.Solver()
	at := make([]int, len(p.Allowed))
	refused := false
	for i := range at {
		at[i] = slices.Index(checklist.Placeable, options[i])
		if at[i] >= 0 {
			_, no := p.Refusals[i][options[i]]
			refused = refused || no
		}
	}
	sums := p.Tally(at)
	placed := sums.Outline()
	if refused {
		placed.Feasible, placed.USD = false, math.Inf(1)
	}
	placed.Least = e.Split.Least
	placed.Optimal = e.Split.Optimal && placed.USD <= e.Split.USD+split.Worthwhile
	sums.Explain(&placed)
	return placed
}

// RunnerUp is the second best placement.
type RunnerUp struct {
	USD     float64 // a month
	More    float64 // USD a month more than the best one
	Options []checklist.Option
	Moves   []split.Move // from the best one
	Optimal bool         // whether no other placement is proven to be between the two
}

func FindRunnerUp(ctx context.Context, e *Evaluation) (*RunnerUp, error) {
	if !e.Split.Feasible || math.IsInf(e.Split.USD, 1) {
		return nil, nil
	}
	p := e.Solver()
	found := p.SolveBeside(ctx, split.Indices(e.Split.Options()))
	if found.At == nil || math.IsInf(found.Usd, 1) {
		return nil, nil
	}
	r := &RunnerUp{USD: p.Cost(found.At), Options: split.Named(found.At), Optimal: found.Optimal && e.Split.Optimal}
	r.More = math.Max(0, r.USD-e.Split.USD)
	r.Moves = e.Split.Moves(r.Options)
	return r, nil
}
