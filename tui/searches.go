package tui

import (
	stdcontext "context"

	"runwhere/model"
)

// finding is something about an evaluation that takes more than a keypress has
// time for. The evaluation keeps what was found, so that to look again costs
// nothing.
type finding struct {
	what  string // in words, after "working out"
	known func(e *model.Study) bool
	run   func(ctx stdcontext.Context, e *model.Study) error
}

// searchOf makes a search of the two methods that an evaluation has for each:
// one that looks at what is known, and one that finds it.
func searchOf[T any](
	what string,
	peek func(*model.Study) (T, bool),
	find func(*model.Study, stdcontext.Context) (T, error),
) *finding {
	return &finding{
		what: what,
		known: func(e *model.Study) bool {
			_, known := peek(e)
			return known
		},
		run: func(ctx stdcontext.Context, e *model.Study) error {
			_, err := find(e, ctx)
			return err
		},
	}
}

// All searches that the screens show something of.
var (
	searchOdds        = searchOf("the odds of the ranges", (*model.Study).PeekOdds, (*model.Study).Odds)
	searchUncertainty = searchOf("what the ranges leave open", (*model.Study).PeekUncertainty, (*model.Study).Uncertainty)
	searchFollowUps   = searchOf("which questions can change the verdict", (*model.Study).PeekPendingFollowUps, (*model.Study).PendingFollowUps)
	searchWeights     = searchOf("which weights would change it", (*model.Study).PeekWeightFlips, (*model.Study).WeightFlips)
	searchFlips       = searchOf("what would change it", (*model.Study).PeekFlips, (*model.Study).Flips)
	searchRunnerUp    = searchOf("the runner-up", (*model.Study).PeekRunnerUp, (*model.Study).RunnerUp)
	searchVolumes     = searchOf("the placements at every volume", (*model.Study).PeekSplitByVolume, (*model.Study).SplitByVolume)
	searchHorizon     = searchOf("the split at the horizon", (*model.Study).PeekHorizonSplit, (*model.Study).HorizonSplit)
)

// reportSearches are what a report says beside the evaluation.
var reportSearches = []*finding{
	searchRunnerUp, searchWeights, searchFollowUps, searchHorizon, searchUncertainty, searchVolumes, searchFlips,
}

// searcher is a pane that shows what searches find. Searches lists them, the
// most wanted first; while one is not known the pane says so.
type searcher interface {
	Searches() []*finding
}
