package split

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// Split is the cheapest placement of the components: each on Kubernetes,
// serverless or Wasm, subject to the platforms' limits and the author's pins.
// Components on one platform are billed together, so a cluster is pooled hour
// by hour and each platform's fixed cost is paid once. Calls across platforms
// and the people of a second one are paid on top.
type Split struct {
	Placements   []Placement
	USD          float64                      // a month: the platforms, the glue, and with people the further toolchains
	ByOption     map[checklist.Option]float64 // what the split pays to each platform
	Glue         []GlueCall                   // the calls across platforms, in the order of the file
	GlueUSD      float64                      // of all of them
	ToolchainUSD float64                      // of people for the platforms beyond the first; not in USD where people are left out
	Alternatives map[checklist.Option]float64 // all components on one platform; +Inf where one is refused
	Optimal      bool                         // whether no cheaper placement is proven to exist
	Least        float64                      // USD a month that no placement can undercut: USD where Optimal
	Feasible     bool                         // whether every component has a place
	Held         bool                         // whether it is a placement of before, billed anew, while the cheapest is not known
}

// Gap is by which part of its cost a better placement could undercut this one
// at most: 0 where it is proven to be the cheapest.
func (s *Split) Gap() float64 {
	if s.Optimal || s.USD <= 0 || math.IsInf(s.USD, 1) {
		return 0
	}
	return math.Max(0, (s.USD-s.Least)/s.USD)
}

// Placement is where one component goes, and what speaks for it.
type Placement struct {
	Component string
	Place     int              // of the problem's places, −1 where every platform refuses the component
	Option    checklist.Option // that the place is of, "" for none
	Pinned    bool
	Adds      map[checklist.Option]float64       // USD a month that it adds on each platform, calls included, the others staying; +Inf where refused
	Glue      map[checklist.Option]float64       // the part of Adds that is calls between it and what is on another platform
	Moving    map[checklist.Option]float64       // USD a month by which its own move to each platform changes the total; +Inf where refused
	Refusals  map[checklist.Option]costs.Refusal // the first limit that keeps it off a platform
	Reason    string
}

// Mixed reports whether the split uses more than one platform.
func (s *Split) Mixed() bool { return len(s.ByOption) > 1 }

// Of returns the names of the components that are placed on an option.
func (s *Split) Of(o checklist.Option) []string {
	var names []string
	for _, p := range s.Placements {
		if p.Option == o {
			names = append(names, p.Component)
		}
	}
	return names
}

// Problem is what a placement is looked for: the places that there are, the load,
// and what is settled already. Components and places are indices: which option a
// place is of, its platform says.
type Problem struct {
	Places    []*costs.Platform // where a component can be
	Workload  *costs.Workload
	Pins      []checklist.Option // by component, "" for none
	People    bool               // whether the people of a platform that is used count
	Toolchain float64            // USD a month of people for every platform beyond the first
	Glue      *costs.Glue        // bills the calls; nil where nothing calls anything
	OwnSites  bool               // whether the system runs on one's own site, where no place has a price
}

// Solver is a problem made ready: the pools that price it and what is allowed.
type Solver struct {
	Problem
	Pools     []*costs.Pool // by option
	Allowed   [][]bool      // by component, then option
	Refusals  []map[checklist.Option]costs.Refusal
	minorants [][]costs.Minorant // by option
	edges     []edge             // the calls that cost something somewhere
	edgesOf   [][]int            // by component
	Hints     map[use]Lesson     // by which options are used: what a problem like this one taught; nil for nothing
	Learned   map[use]Lesson     // what this one teaches; nil where nobody asks
	toolchain float64            // USD a month for every platform beyond the first; 0 where people are left out
}

// NewSolver makes a problem ready. The error is an *InputError without a file
// where a component is pinned to an option that refuses it.
func NewSolver(problem Problem) (*Solver, error) {
	n := len(problem.Workload.Components)
	p := &Solver{Problem: problem, Allowed: make([][]bool, n), Refusals: make([]map[checklist.Option]costs.Refusal, n)}
	for _, platform := range p.Places {
		fixed := 0.0
		if p.People {
			fixed = platform.PeopleUSD()
		}
		pool := platform.Pool(*p.Workload, fixed)
		p.Pools = append(p.Pools, pool)
		p.minorants = append(p.minorants, pool.Minorants())
	}
	if p.People {
		p.toolchain = p.Toolchain
	}
	p.connect()
	for i := range n {
		p.Allowed[i] = make([]bool, len(p.Places))
	}
	for o := range p.Places {
		if err := p.admit(o); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// admit works out what may be on an option. The error is that of a component
// which is pinned to an option that refuses it.
func (p *Solver) admit(o int) error {
	option, platform := p.Places[o].Option, p.Places[o]
	first := map[string]*costs.Refusal{} // by component
	for i := range platform.Refusals {
		if r := &platform.Refusals[i]; first[r.Component] == nil {
			first[r.Component] = r
		}
	}
	for i, pin := range p.Pins {
		p.Allowed[i][o] = pin == "" || pin == option
		name := p.Workload.Components[i].Name
		refusal := first[name]
		if u := platform.Unbilled; u != nil && refusal == nil {
			refusal = &costs.Refusal{Component: name, Limit: "has no price on " + platform.Name + ", which " + u.Why, Workaround: u.Remedy, Source: u.Source, AsOf: u.AsOf, Unbilled: true}
		}
		if refusal == nil {
			continue
		}
		if pin == option && !p.OwnSites && !platform.Partly() { // there an answer bars it, and the verdict says so; here a price may become known
			return pinError(i, name, option, *refusal)
		}
		p.Allowed[i][o] = false
		if p.Refusals[i] == nil {
			p.Refusals[i] = map[checklist.Option]costs.Refusal{}
		}
		p.Refusals[i][option] = *refusal
	}
	return nil
}

// Cost returns the USD a month of a placement (an option by component, −1
// where there is none).
func (p *Solver) Cost(placement []int) float64 { return p.Tally(placement).usd() }

// allOn returns what everything costs on one option, whatever the pins say.
func (p *Solver) allOn(o int) float64 {
	if slices.ContainsFunc(p.Refusals, func(r map[checklist.Option]costs.Refusal) bool {
		_, refused := r[p.Places[o].Option]
		return refused
	}) {
		return math.Inf(1)
	}
	return p.Cost(slices.Repeat([]int{o}, len(p.Allowed)))
}

// MostPlaces is how many places a problem may have.
const MostPlaces = 6
