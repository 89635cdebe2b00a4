package model

import (
	"cmp"
	"context"
	"math"
	"slices"

	"runwhere/costs"
)

// splitBudget bounds the placements that the search looks at; up to
// provenComponents it ends far below. Beyond them a proof is rare and each look
// takes longer, so the budget falls with the square of their number: there the
// local search that it begins with finds what it returns.
const (
	splitBudget      = 2_000_000
	provenComponents = 20
)

func splitBudgetFor(components int) int {
	if components <= provenComponents {
		return splitBudget
	}
	return splitBudget / 50 * provenComponents * provenComponents / (components * components)
}

// solution is the placement that a search returns.
type solution struct {
	at      []int   // option by component, −1 where none takes it
	usd     float64 // a month
	bound   float64 // USD a month that no placement can undercut
	optimal bool    // whether the placement is proven to be the cheapest
}

// solve returns the cheapest placement.
func (p *placing) solve(ctx context.Context) solution { return p.search(ctx, nil) }

// search returns the cheapest placement but an excluded one, which is nil where
// all are allowed.
//
// Branch and bound, once for each set of platforms that may be used, so that
// what a platform costs by itself is charged from the start and not only when
// the first component lands on it. A branch is cut when the cheapest completion
// that any of the pools' affine lower bounds allows, together with the least
// that the calls of what is placed can cost, is no cheaper than the best
// placement so far.
func (p *placing) search(ctx context.Context, excluded []int) solution {
	return p.searchWithin(ctx, excluded, splitBudgetFor(len(p.allowed)))
}

// searchStarting is a search that returns the placement it starts from where
// no other one is cheaper; nil starts from nowhere.
func (p *placing) searchStarting(ctx context.Context, start []int) *splitSearch {
	s := p.newSearch(ctx)
	if start != nil && !slices.Contains(start, -1) {
		s.offer(start, p.cost(start))
	}
	return s
}

// searchWithin looks at so many placements at most.
func (p *placing) searchWithin(ctx context.Context, excluded []int, budget int) solution {
	s := p.newSearch(ctx)
	s.excluded, s.budget = excluded, budget
	return s.run()
}

func (p *placing) newSearch(ctx context.Context) *splitSearch {
	return &splitSearch{ctx: ctx, placing: p, budget: splitBudgetFor(len(p.allowed)), least: math.Inf(1)}
}

// run searches one set of open options after the other.
func (s *splitSearch) run() solution {
	if len(s.allowed) <= fewComponents {
		s.tryAll()
		return solution{at: s.best, usd: s.least, bound: s.least, optimal: true}
	}
	s.seed()
	s.allocate()
	bound := math.Inf(1)
	for _, open := range s.openSets() {
		s.open = open
		if !s.prepare() {
			continue
		}
		forced := s.placeForced()
		root := s.completion(forced)
		if s.budget > 0 {
			s.branch(forced)
		}
		if s.budget <= 0 { // what was not searched to its end may hold anything down to its bound
			bound = math.Min(bound, root)
		}
	}
	return solution{at: s.best, usd: s.least, bound: math.Min(bound, s.least), optimal: s.budget > 0 || bound >= s.least-1e-9}
}

type splitSearch struct {
	*placing
	ctx      context.Context
	excluded []int // a placement that is not looked for
	best     []int
	least    float64
	budget   int

	open   []int            // the options that may be used
	order  []int            // components, the ones without a choice first
	bounds []*bound         // of the open options
	placed []int            // option by component, −1 for open
	sums   [][][]float64    // by depth, option: the vectors of what is placed
	across []float64        // by depth: USD a month of calls between what is placed
	used   [][][]float64    // by depth, resource: nodes by hour
	stairs *costs.Staircase // nil where the cluster is closed or has no nodes
	nodes  *costs.Staircase // of the cluster, open or not
}

// openSets lists the non-empty sets of options, the small ones first: among
// placements of equal cost the one with fewer platforms wins.
func (s *splitSearch) openSets() [][]int {
	var sets [][]int
	for mask := 1; mask < 1<<len(s.pools); mask++ {
		var set []int
		for o := range s.pools {
			if mask&(1<<o) != 0 {
				set = append(set, o)
			}
		}
		sets = append(sets, set)
	}
	slices.SortStableFunc(sets, func(a, b []int) int { return cmp.Compare(len(a), len(b)) })
	return sets
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
