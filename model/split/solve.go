package split

import (
	"context"
	"math"
	"slices"

	"runwhere/costs"
)

// ProvenComponents is up to how many components a proof is likely: systems
// beyond it are searched from fewer places where many scenarios are tried.
const ProvenComponents = 20

// solution is the placement that a search returns.
type solution struct {
	At      []int   // option by component, −1 where none takes it
	Usd     float64 // a month
	Bound   float64 // USD a month that no placement can undercut
	Optimal bool    // whether the placement is proven to be the cheapest
}

// Solve returns the cheapest placement.
func (p *Solver) Solve(ctx context.Context) solution {
	return p.NewSearch(NewEffort(ctx, SplitWork)).Run()
}

// SolveBeside returns the cheapest placement but an excluded one.
func (p *Solver) SolveBeside(ctx context.Context, excluded []int) solution {
	s := p.NewSearch(NewEffort(ctx, SplitWork))
	s.excluded = excluded
	return s.Run()
}

// SolveNear returns the cheapest placement where one that is about as good is
// known: of two that cost the same it is the one, unless a single platform does. It ends as soon as it is enough
// to know a placement and what none undercuts.
func (p *Solver) SolveNear(known []int, work *Effort, enough func(at []int, least float64) bool) solution {
	part := work.share()
	defer work.settle(part)
	s := p.NewSearch(part)
	s.enough = enough
	if len(known) == len(p.Allowed) {
		s.known = p.Admitted(known)
		s.offerSingles()
		s.offer(s.known, s.Cost(s.known))
	}
	return s.Run()
}

// Admitted is a placement (an option by component, −1 for none) with what may not
// be where it is on the first option that takes it.
func (p *Solver) Admitted(placement []int) []int {
	at := slices.Clone(placement)
	for i, o := range at {
		if o == open || !p.Allowed[i][o] {
			at[i] = slices.Index(p.Allowed[i], true)
		}
	}
	return at
}

// Certain lists the options that every placement uses: some component has no
// other.
func (p *Solver) Certain() []int {
	var list []int
	for o := range p.Pools {
		for _, allowed := range p.Allowed {
			if only := slices.Index(allowed, true); only == o && !slices.Contains(allowed[o+1:], true) {
				list = append(list, o)
				break
			}
		}
	}
	return list
}

// splitSearch is a search for the cheapest placement.
//
// Local search finds a good one. Then it is decided which options are used, each
// way bounded and, where the bound leaves room for a cheaper one, searched.
type splitSearch struct {
	*Solver
	effort   *Effort
	stairs   []*costs.Staircase                 // by option: nil for one without nodes
	known    []int                              // a placement to begin with, nil for none
	excluded []int                              // a placement that is not looked for
	enough   func(at []int, least float64) bool // whether nothing more has to be known; nil for never
	best     []int
	least    float64
}

func (p *Solver) NewSearch(work *Effort) *splitSearch {
	return &splitSearch{Solver: p, effort: work, least: math.Inf(1)}
}

func (s *splitSearch) Run() solution {
	if len(s.Allowed) <= FewComponents {
		s.tryAll()
		return solution{At: s.best, Usd: s.least, Bound: s.least, Optimal: true}
	}
	s.seed()
	bound := 0.0 // nothing costs less than nothing
	if s.effort.Ctx.Err() == nil && s.effort.Left >= s.boundWork() {
		bound = s.prove()
	}
	return solution{At: s.best, Usd: s.least, Bound: math.Min(bound, s.least), Optimal: bound >= s.cut()}
}

// leastLooks is how many looks at the bound are needed for one that is worth
// anything.
const leastLooks = 200

// boundWork is about what it takes to bound anything, before which no proof is
// begun.
func (s *splitSearch) boundWork() int {
	figures := edgeFigures * len(s.edges)
	for _, pool := range s.Pools {
		figures += len(s.Allowed) * (optionFigures + pool.Hours())
	}
	return leastLooks * figures
}

// offer keeps a placement that is cheaper than the best one so far.
func (s *splitSearch) offer(at []int, usd float64) {
	if s.excluded != nil && slices.Equal(at, s.excluded) {
		return
	}
	if usd < s.least-1e-9 || s.best == nil {
		s.best, s.least = slices.Clone(at), usd
	}
}

// offerSingles offers all components on each option that takes all of them, before
// anything else: of placements that cost the same one platform wins.
func (s *splitSearch) offerSingles() {
	for o := range s.Pools {
		if slices.ContainsFunc(s.Allowed, func(allowed []bool) bool { return !allowed[o] }) {
			continue
		}
		at := slices.Repeat([]int{o}, len(s.Allowed))
		s.offer(at, s.Cost(at))
	}
}

// cut is the bound from which a branch holds nothing cheaper.
func (s *splitSearch) cut() float64 {
	if math.IsInf(s.least, 1) {
		return s.least
	}
	return s.least - 1e-9*(1+s.least)
}
