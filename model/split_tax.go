package model

import (
	"cmp"
	"math"
	"slices"

	"runwhere/costs"
)

// HybridTax is what a placement on several platforms costs that one platform
// would not: the price of the split, which what it saves has to pay for.
type HybridTax struct {
	GlueUSD      float64
	ToolchainUSD float64 // of people, whether the totals include them or not
	Floors       []Floor // of the platforms but the one that is paid the most
}

// Floor is what a platform costs before the first request.
type Floor struct {
	Platform *costs.Platform
	USD      float64 // a month, without people
}

// USD is the whole tax, in USD a month, with the toolchain.
func (t *HybridTax) USD() float64 {
	usd := t.GlueUSD + t.ToolchainUSD
	for _, f := range t.Floors {
		usd += f.USD
	}
	return usd
}

// Tax works out what a split costs for being one.
func (e *Evaluation) Tax(s *Split) HybridTax {
	tax := HybridTax{GlueUSD: s.GlueUSD, ToolchainUSD: s.ToolchainUSD}
	used := slices.DeleteFunc(slices.Clone(costs.Options), func(o costs.Option) bool { return len(s.Of(o)) == 0 })
	if len(used) < 2 {
		return tax
	}
	most := slices.MaxFunc(used, func(a, b costs.Option) int { return cmp.Compare(s.ByOption[a], s.ByOption[b]) })
	for _, option := range used {
		if option != most {
			tax.Floors = append(tax.Floors, Floor{e.Platform(option), e.floor(s, option)})
		}
	}
	return tax
}

// floor is what a platform bills at no volume for the components that a split
// puts there.
func (e *Evaluation) floor(s *Split, option costs.Option) float64 {
	platform := e.partOn(s, option)
	if platform == nil {
		return math.NaN()
	}
	return platform.Cost(0)
}

// FloorBill is the bill of a floor, line by line.
func (e *Evaluation) FloorBill(s *Split, option costs.Option) costs.Bill {
	platform := e.partOn(s, option)
	if platform == nil {
		return costs.Bill{}
	}
	return platform.Bill(0)
}

// partOn is the platform of an option for what a placement puts there alone;
// nil where that is nothing.
func (e *Evaluation) partOn(s *Split, option costs.Option) *costs.Platform {
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
