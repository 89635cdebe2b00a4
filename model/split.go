package model

import (
	"math"
	"slices"

	"runwhere/costs"
)

// Split is the cheapest placement of the components: each on Kubernetes,
// serverless or Wasm, subject to the platforms' limits and the author's pins.
// Components on one platform are billed together, so a cluster is pooled hour
// by hour and each platform's fixed cost is paid once.
type Split struct {
	Placements   []Placement
	USD          float64                  // a month; with people where they are included
	ByOption     map[costs.Option]float64 // what the split pays to each platform
	Alternatives map[costs.Option]float64 // all components on one platform; +Inf where one is refused
	Optimal      bool                     // whether no cheaper placement is proven to exist
	Feasible     bool                     // whether every component has a place
}

// Placement is where one component goes, and what speaks for it.
type Placement struct {
	Component string
	Option    costs.Option // "" where every platform refuses the component
	Pinned    bool
	Adds      map[costs.Option]float64       // USD a month that it adds on each platform, the others staying; +Inf where refused
	Refusals  map[costs.Option]costs.Refusal // the first limit that keeps it off a platform
	Reason    string
}

// Mixed reports whether the split uses more than one platform.
func (s *Split) Mixed() bool { return len(s.ByOption) > 1 }

// Of returns the names of the components that are placed on an option.
func (s *Split) Of(o costs.Option) []string {
	var names []string
	for _, p := range s.Placements {
		if p.Option == o {
			names = append(names, p.Component)
		}
	}
	return names
}

// split finds the best placement and explains it.
func (e *Evaluation) split() (Split, error) {
	p, err := e.placing()
	if err != nil {
		return Split{}, err
	}
	best, optimal := p.solve()
	stood := p.stand(best)
	split := stood.outline()
	split.Optimal = optimal
	stood.explain(&split)
	return split, nil
}

// placing is one placement problem: the pools that price it and what is
// allowed. Components and options are indices.
type placing struct {
	evaluation *Evaluation
	pools      []*costs.Pool // by option
	allowed    [][]bool      // by component, then option
	refusals   []map[costs.Option]costs.Refusal
	minorants  [][]costs.Minorant // by option
}

func (e *Evaluation) placing() (*placing, error) {
	r := &e.Resolved
	n := len(r.Workload.Components)
	p := &placing{evaluation: e, allowed: make([][]bool, n), refusals: make([]map[costs.Option]costs.Refusal, n)}
	for o := range costs.Options {
		platform := e.Platforms[o]
		fixed := 0.0
		if r.IncludePeople {
			fixed = platform.PeopleUSD()
		}
		pool := platform.Pool(r.Workload, fixed)
		p.pools = append(p.pools, pool)
		p.minorants = append(p.minorants, pool.Minorants())
	}
	for i := range n {
		p.allowed[i] = make([]bool, len(costs.Options))
		p.refusals[i] = map[costs.Option]costs.Refusal{}
		name := r.Workload.Components[i].Name
		for o, option := range costs.Options {
			p.allowed[i][o] = r.Pins[i] == "" || r.Pins[i] == option
			for _, refusal := range e.Platforms[o].Refusals {
				if refusal.Component != name {
					continue
				}
				if r.Pins[i] == option {
					return nil, pinError(i, name, option, refusal)
				}
				p.allowed[i][o] = false
				p.refusals[i][option] = refusal
				break
			}
			if u := e.Platforms[o].Unpriced; u != nil {
				refusal := costs.Refusal{Component: name, Limit: "has no price on " + e.Platforms[o].Name + ", which " + u.Why, Workaround: u.Remedy, Source: u.Source, AsOf: u.AsOf}
				if r.Pins[i] == option {
					return nil, pinError(i, name, option, refusal)
				}
				p.allowed[i][o] = false
				if _, refused := p.refusals[i][option]; !refused {
					p.refusals[i][option] = refusal
				}
			}
		}
	}
	return p, nil
}

// cost returns the USD a month of a placement (an option by component, −1
// where there is none).
func (p *placing) cost(placement []int) float64 { return p.stand(placement).usd() }

// allOn returns what everything costs on one option, whatever the pins say.
func (p *placing) allOn(o int) float64 {
	if slices.ContainsFunc(p.refusals, func(r map[costs.Option]costs.Refusal) bool {
		_, refused := r[costs.Options[o]]
		return refused
	}) {
		return math.Inf(1)
	}
	return p.cost(slices.Repeat([]int{o}, len(p.allowed)))
}
