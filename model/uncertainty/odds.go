package uncertainty

import (
	"context"
	"math"
	"sort"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
)

// Odds is how likely each option is the cheapest, and what it may cost, where
// figures of the scenario are ranges.
type Odds struct {
	Draws  int
	Seed   uint64
	People bool // whether costs include people and tools

	Options   []OptionOdds // in the order of checklist.Placeable
	None      float64      // probability that no option can run
	Axis      []VolumeOdds // ascending
	AxisDraws int          // how many of the draws Axis was counted in
	Split     *SplitOdds   // nil where the split uses one platform

	Correlated []Correlated // the correlations that the scenario has
}

// OptionOdds is how one option fares over all draws at the present volume.
type OptionOdds struct {
	Platform     *costs.Platform
	Cheapest     float64 // probability that no other option costs less
	Possible     float64 // probability that it can run
	P5, P50, P95 float64 // percentiles of USD a month; +Inf where it cannot run
}

// VolumeOdds is how likely each option is the cheapest at one volume, with
// everything but the volume drawn.
type VolumeOdds struct {
	Volume   float64                           // requests a month
	Cheapest [checklist.PlaceableCount]float64 // probability, in the order of checklist.Placeable
}

// oddsAxis says at how many volumes over the range of every curve, both ends
// included, the probabilities are worked out, and in about how many draws.
type oddsAxis struct{ volumes, draws int }

// A report has four volumes a decade; the standard error of a probability is at
// most 1.1 points. A screen that is drawn anew at every key has eight a decade,
// with at most 2.9 points; for more than four components, each of which takes its
// time, four a decade and at most 6 points.
var (
	reportAxis = oddsAxis{model.AxisVolumes, 2000}
	liveAxis   = oddsAxis{49, 300}
	roughAxis  = oddsAxis{model.AxisVolumes, 64}
)

// EstimateOdds draws the ranges of an evaluation's scenario for a screen: the
// draws of EstimateUncertainty, without what each input is worth. It returns nil
// where no range enters a bill. The error is that of the context.
func EstimateOdds(ctx context.Context, e *model.Evaluation, draws int, seed uint64) (*Odds, error) {
	inputs := uncertainInputs(e)
	if len(inputs) == 0 {
		return nil, ctx.Err()
	}
	along := liveAxis
	if len(e.Resolved.Workload.Components) > fullDraws {
		along = roughAxis
	}
	odds, _ := newDrawModel(e, inputs).odds(ctx, e, draws, seed, along)
	return odds, ctx.Err()
}

// HasRanges reports whether a range enters a bill, so that there are odds.
func HasRanges(e *model.Evaluation) bool { return len(uncertainInputs(e)) > 0 }

// odds draws, and counts what the draws came to.
func (m *drawModel) odds(ctx context.Context, e *model.Evaluation, draws int, seed uint64, along oddsAxis) (*Odds, *outcomes) {
	u := &Odds{Draws: max(draws, LeastDraws), Seed: seed, People: e.Resolved.IncludePeople, Correlated: m.correlated}
	axis := make([]float64, along.volumes)
	for i := range axis {
		axis[i] = math.Round(model.LowestVolume * math.Pow(model.HighestVolume/model.LowestVolume, float64(i)/float64(along.volumes-1)))
	}
	drawn := m.drawAll(ctx, u.Draws, seed, axis, along.draws)
	for v, q := range axis {
		odds := VolumeOdds{Volume: q}
		for o, wins := range drawn.wins[v] {
			odds.Cheapest[o] = float64(wins) / float64(drawn.axisDraws)
		}
		u.Axis = append(u.Axis, odds)
	}
	u.AxisDraws = drawn.axisDraws
	u.Options, u.None = optionOdds(e, drawn)
	u.Split = splitOdds(drawn)
	return u, drawn
}

// optionOdds sums up each option's costs. Percentiles are those of the nearest
// rank: a cost that was drawn, with no mean of a price and infinity.
func optionOdds(e *model.Evaluation, drawn *outcomes) (list []OptionOdds, none float64) {
	list = make([]OptionOdds, checklist.PlaceableCount)
	n, decided := len(drawn.usd[0]), 0
	for d := range n {
		if o := cheapest(drawn.usd.at(d)); o >= 0 {
			list[o].Cheapest++
			decided++
		}
	}
	all := allDraws(n)
	model.SideBySide(len(list), func(o int) {
		usd := drawn.usd[o]
		order := ordered(usd, all)
		possible := sort.Search(n, func(i int) bool { return math.IsInf(usd[order[i]], 1) })
		list[o] = OptionOdds{
			Platform: e.Platforms[o], Cheapest: list[o].Cheapest / float64(n), Possible: float64(possible) / float64(n),
			P5: nearestRank(usd, order, 0.05), P50: nearestRank(usd, order, 0.5), P95: nearestRank(usd, order, 0.95),
		}
	})
	return list, 1 - float64(decided)/float64(n)
}
