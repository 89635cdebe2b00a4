package model

import (
	"runwhere/checklist"
	"runwhere/model/scenario"
)

// uncertainShare is what a score whose band can still move counts, of the
// weight of a certain one.
const uncertainShare = 1.0 / 3

// rewriteUSD is what Wasm has to save a month against the best other option
// before its price counts against the others where nothing else asks for it:
// one engineer, who writes the code for it, at the framework's own figure.
const rewriteUSD = 12_000.0

// Economics: a platform that costs twice as much loses economicsPerDoubling,
// up to economicsCap. Where the whole difference is under smallMoney USD a
// month it counts in proportion: nobody moves a system for ten dollars.
const (
	economicsPerDoubling = 1.5
	economicsCap         = 3.0
	smallMoney           = 100.0
)

// A second platform has to pay for itself: the split must save both this share
// and this many USD a month against the best single platform, the price that
// we assume for keeping a second toolchain. Otherwise hybrid is charged
// toolchainPoints.
const (
	hybridShare     = 0.10
	hybridUSD       = 200.0
	toolchainPoints = -1.5
)

// alikeShare is what parts that are alike take from hybrid, of what parts that
// differ give it: a second platform then has nothing to do.
const alikeShare = -0.8

// Weight is what a line of the ledger counts in this evaluation.
func (e *Evaluation) Weight(id string) float64 { return e.Scenario.Weights.Of(id) }

// smallTeamMost is what a small team, no platform team and low volume count
// together: as one fact, so no more than the heaviest of the three where one
// was given a higher weight than the cap.
func (e *Evaluation) smallTeamMost() float64 {
	return max(scenario.SmallTeamCap, e.Weight(checklist.KeyEngineers), e.Weight(checklist.KeyPlatformTeam), e.Weight(checklist.KeyRequests))
}
