package model

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/quantity"
)

// notReason says why an option cannot run the system. Where that is a limit of
// the one platform that stands for it, another kind of the same option that has
// no such limit is named with its bill: the option itself is not ruled out.
func (e *Evaluation) notReason(r *Ranked) string {
	said := r.Why + "."
	if p := e.otherKind(r.Option); p != nil {
		said += fmt.Sprintf(" %s could: %s a month.", p.Name, quantity.Money(p.Cost(e.Volume())))
	}
	return said
}

// otherKind returns the cheapest kind of an option that runs the whole system
// where the platform that stands for the option refuses a component; nil where
// there is none, and where something else than such a limit is in the way.
func (e *Evaluation) otherKind(o checklist.Option) *costs.Platform {
	if o == checklist.Hybrid || e.Platform(o).Feasible() || e.PinnedElsewhere(o) != "" {
		return nil
	}
	var best *costs.Platform
	least := math.Inf(1)
	for _, id := range costs.KindIDs(o) {
		p, err := e.billed(id)
		if err != nil || WhyNot(p, e.Volume()) != "" {
			continue
		}
		if usd := p.Cost(e.Volume()); usd < least {
			best, least = p, usd
		}
	}
	return best
}
