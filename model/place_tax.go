package model

import (
	"cmp"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/split"
)

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
