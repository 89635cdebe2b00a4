package uncertainty

import (
	"context"

	"runwhere/costs"
	"runwhere/model"
)

// How many draws there are unless somebody asks for another number, and the
// bounds of that number.
const (
	DefaultDraws = 10_000
	LeastDraws   = 100
	MostDraws    = 1_000_000
	DefaultSeed  = 1
)

// fullDraws is up to how many components a system is drawn as often as others.
const fullDraws = 4

// What drawing may take: the figures that are looked at, and the values that are
// kept of all draws.
const (
	drawWork   = 500e6
	drawMemory = 25e6
)

// ScaledDraws returns how often a system is drawn where nobody asked for a
// number: the given number, and for more than four components less in
// proportion, as every draw bills each of them.
func ScaledDraws(e *model.Evaluation, draws int) int {
	return max(LeastDraws, draws*fullDraws/max(fullDraws, len(e.Resolved.Workload.Components)))
}

// MostDrawsOf returns how often the ranges of the scenario can be drawn: MostDraws,
// and less where there are so many components and ranges that it would take more
// figures or memory than drawWork and drawMemory; never less than are usual.
func MostDrawsOf(e *model.Evaluation) int {
	inputs := uncertainInputs(e)
	if len(inputs) == 0 {
		return MostDraws
	}
	m, kept := newDrawModel(e, inputs), len(inputs)+keptBeside
	most := (drawWork - reportAxis.draws*m.axisEffort()) / m.drawEffort()
	if most < reportAxis.draws { // so few are all read along the axis
		most = drawWork / (m.drawEffort() + m.axisEffort())
	}
	return min(max(ScaledDraws(e, DefaultDraws), min(most, drawMemory/kept)), MostDraws)
}

// Uncertainty is what the ranges of a scenario leave open: how likely each
// option is the cheapest, what it may cost, and which input is worth knowing.
// The three platforms that stand for the options are compared. Inputs are drawn
// from the distributions that spread describes, independently of each other but
// for those that the scenario correlates.
// Costs include people where the scenario includes them.
type Uncertainty struct {
	Odds
	Levers []Lever // one an input, the widest swing first

	Cheapest, Second *costs.Platform // where every input has its median; nil where no two can run
	Difference       float64         // what Second costs more there, USD a month; NaN where no two can run

	// Perfect is the expected saving in USD a month of choosing after every
	// input is known; NaN where every option fails in some draw. Noise is about
	// what an input that tells nothing would be found to be worth.
	Perfect, Noise float64
}

// EstimateUncertainty draws the ranges of an evaluation's scenario and prices
// every draw. It returns nil where no range enters a bill. The same scenario,
// prices, draws and seed always give the same result. A draw in which an option
// cannot be billed counts as one in which it cannot run, and an option that
// cannot run is never the cheapest. The error is that of the context.
func EstimateUncertainty(ctx context.Context, e *model.Evaluation, draws int, seed uint64) (*Uncertainty, error) {
	inputs := uncertainInputs(e)
	if len(inputs) == 0 {
		return nil, ctx.Err()
	}
	m := newDrawModel(e, inputs)
	odds, drawn := m.odds(ctx, e, draws, seed, reportAxis)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	u, k := &Uncertainty{Odds: *odds}, newKnowledge(&drawn.usd)
	u.tornado(ctx, m, k, drawn)
	u.Perfect, u.Noise = k.everything(), k.noise()
	return u, ctx.Err()
}
