package model

import (
	"math"
	"sort"

	"runwhere/costs"
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

// ScaledDraws returns how often a system is drawn where nobody asked for a
// number: the given number, and for more than four components less in
// proportion, as every draw prices each of them.
func (e *Evaluation) ScaledDraws(draws int) int {
	return max(LeastDraws, draws*fullDraws/max(fullDraws, len(e.Resolved.Workload.Components)))
}

// axisVolumes is how many volumes the probabilities are worked out at: four a
// decade over the range of every curve, both ends included.
const axisVolumes = 25

// Uncertainty is what the ranges of a scenario leave open: how likely each
// option is the cheapest, what it may cost, and which input is worth knowing.
// The three platforms that stand for the options are compared. Inputs are drawn
// independently of each other from the distributions that spread describes.
// Costs include people where the scenario includes them.
type Uncertainty struct {
	Draws  int
	Seed   uint64
	People bool // whether costs include people and tools

	Options   []OptionOdds // in the order of costs.Options
	None      float64      // probability that no option can run
	Axis      []VolumeOdds // ascending
	AxisDraws int          // how many of the draws Axis was counted in
	Levers    []Lever      // one an input, the widest swing first

	Cheapest, Second *costs.Platform // where every input has its median; nil where no two can run
	Difference       float64         // what Second costs more there, USD a month; NaN where no two can run

	// Perfect is the expected saving in USD a month of choosing after every
	// input is known; NaN where every option fails in some draw. Noise is about
	// what an input that tells nothing would be found to be worth.
	Perfect, Noise float64
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
	Volume   float64              // requests a month
	Cheapest [optionCount]float64 // probability, in the order of costs.Options
}

// EstimateUncertainty draws the ranges of an evaluation's scenario and prices
// every draw. It returns nil where no range enters a bill. The same scenario,
// prices, draws and seed always give the same result. A draw in which an option
// cannot be priced counts as one in which it cannot run, and an option that
// cannot run is never the cheapest.
func EstimateUncertainty(e *Evaluation, draws int, seed uint64) *Uncertainty {
	inputs := e.uncertainInputs()
	if len(inputs) == 0 {
		return nil
	}
	draws = max(draws, LeastDraws)
	u := &Uncertainty{Draws: draws, Seed: seed, People: e.Resolved.IncludePeople}
	axis := make([]float64, axisVolumes)
	for i := range axis {
		axis[i] = math.Round(LowestVolume * math.Pow(HighestVolume/LowestVolume, float64(i)/(axisVolumes-1)))
	}
	m := newDrawModel(e, inputs)
	drawn := m.drawAll(draws, seed, axis)
	for v, q := range axis {
		odds := VolumeOdds{Volume: q}
		for o, wins := range drawn.wins[v] {
			odds.Cheapest[o] = float64(wins) / float64(drawn.axisDraws)
		}
		u.Axis = append(u.Axis, odds)
	}
	k := newKnowledge(&drawn.usd)
	u.AxisDraws = drawn.axisDraws
	u.Options, u.None = optionOdds(e, drawn), 1-float64(len(k.draws))/float64(draws)
	u.tornado(m, k, drawn)
	u.Perfect, u.Noise = k.everything(), k.noise()
	return u
}

// optionOdds sums up each option's costs. Percentiles are those of the nearest
// rank: a cost that was drawn, with no mean of a price and infinity.
func optionOdds(e *Evaluation, drawn *outcomes) []OptionOdds {
	list := make([]OptionOdds, optionCount)
	n := len(drawn.usd[0])
	for d := range n {
		if o := cheapest([optionCount]float64{drawn.usd[0][d], drawn.usd[1][d], drawn.usd[2][d]}); o >= 0 {
			list[o].Cheapest++
		}
	}
	all := make([]int32, n)
	for d := range all {
		all[d] = int32(d)
	}
	sideBySide(len(list), func(o int) {
		usd := drawn.usd[o]
		order := ordered(usd, all)
		rank := func(p float64) float64 { return usd[order[max(0, int(math.Ceil(p*float64(n)))-1)]] }
		possible := sort.Search(n, func(i int) bool { return math.IsInf(usd[order[i]], 1) })
		list[o] = OptionOdds{
			Platform: e.Platforms[o], Cheapest: list[o].Cheapest / float64(n), Possible: float64(possible) / float64(n),
			P5: rank(0.05), P50: rank(0.5), P95: rank(0.95),
		}
	})
	return list
}
