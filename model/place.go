package model

import (
	"cmp"
	"context"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/split"
)

// split finds the best placement and explains it.
func (e *Evaluation) split(ctx context.Context) (split.Split, error) {
	p, err := e.solver()
	if err != nil {
		return split.Split{}, err
	}
	p.Learn()
	best := p.Solve(ctx)
	p.Hints, p.Learned = p.Learned, nil
	sums := p.Tally(best.At)
	split := sums.Outline()
	split.Optimal, split.Least = best.Optimal, math.Min(best.Bound, split.USD)
	sums.Explain(&split)
	e.Mixed = p.Mixed(&split)
	return split, nil
}

// solver makes the problem of an evaluation ready and keeps it.
func (e *Evaluation) solver() (*split.Solver, error) {
	p, err := e.NewSolver()
	if err == nil {
		e.Solver = func() *split.Solver { return p }
		e.glue = p.Glue
	}
	return p, err
}

// NewSolver makes the problem of an evaluation ready.
func (e *Evaluation) NewSolver() (*split.Solver, error) {
	r := &e.Resolved
	problem := split.Problem{
		Places: e.Platforms[:len(checklist.Placeable)], Workload: &r.Workload, Pins: r.Pins,
		People: r.IncludePeople, Toolchain: r.Toolchain, OwnSites: e.ownSites(),
	}
	if len(r.Workload.Calls) > 0 {
		problem.Glue = e.gluing()
	}
	return split.NewSolver(problem)
}

// gluing bills the calls of the evaluation. What a call costs is taken from the
// evaluation that this one was derived from, where it cannot differ.
func (e *Evaluation) gluing() *costs.Glue {
	r := &e.Resolved
	if e.glue == nil {
		return costs.NewGlue(r.OptionKinds(), e.Book, &r.Settings, r.Workload)
	}
	return e.glue.For(r.OptionKinds(), e.Book, &r.Settings, r.Workload)
}

// Place explains the placement that is given, an option by component, as Split
// explains the cheapest one: what a team arrives at by hand. A component that
// is refused where it is put is billed at infinity. It is quick enough to be
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

// FindRunnerUp returns the second best placement, nil where no other one can
// run.
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

// Tax works out what a split costs for being one.
func (e *Evaluation) Tax(s *split.Split) split.HybridTax {
	tax := split.HybridTax{GlueUSD: s.GlueUSD, ToolchainUSD: s.ToolchainUSD}
	used := slices.DeleteFunc(slices.Clone(checklist.Placeable), func(o checklist.Option) bool { return len(s.Of(o)) == 0 })
	if len(used) < 2 {
		return tax
	}
	most := slices.MaxFunc(used, func(a, b checklist.Option) int { return cmp.Compare(s.ByOption[a], s.ByOption[b]) })
	for _, option := range used {
		if option != most {
			tax.Floors = append(tax.Floors, split.Floor{Platform: e.Platform(option), USD: e.floor(s, option)})
		}
	}
	return tax
}

// floor is what a platform bills at no volume for the components that a split
// puts there.
func (e *Evaluation) floor(s *split.Split, option checklist.Option) float64 {
	platform := e.PartOn(s, option)
	if platform == nil {
		return math.NaN()
	}
	return platform.Cost(0)
}

// FloorBill is the bill of a floor, line by line.
func (e *Evaluation) FloorBill(s *split.Split, option checklist.Option) costs.Bill {
	platform := e.PartOn(s, option)
	if platform == nil {
		return costs.Bill{}
	}
	return platform.Bill(0)
}

// PartOn is the platform of an option for what a placement puts there alone;
// nil where that is nothing.
func (e *Evaluation) PartOn(s *split.Split, option checklist.Option) *costs.Platform {
	on, any := make([]bool, len(s.Placements)), false
	for i := range s.Placements {
		on[i] = s.Placements[i].Option == option
		any = any || on[i]
	}
	if !any {
		return nil
	}
	return e.Platform(option).Part(e.Resolved.Workload, on)
}
