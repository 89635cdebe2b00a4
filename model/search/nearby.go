package search

import (
	"context"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/plan"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// nearby is what is near an evaluation. What is only compared recommends
// nothing, so no scenario is billed with it.
func nearby(e *model.Evaluation) *model.Nearby {
	base := *e
	if len(e.Scenario.Compare) > 0 {
		base.Scenario.Compare = nil
		if r, err := plan.Resolve(base.Scenario); err == nil {
			base.Resolved = r
		}
	}
	return &model.Nearby{Base: &base, Known: split.Indices(e.Split.Options()), Weeks: e.Shapes(), Turns: e.Turns}
}

// NearbyOnce recommends for one scenario alone.
func NearbyOnce(e *model.Evaluation, s scenario.Scenario) checklist.Option {
	option, _ := nearby(e).Recommend(s, split.NewEffort(context.Background(), split.FlipWork))
	return option
}
