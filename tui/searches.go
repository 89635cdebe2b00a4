package tui

import (
	stdcontext "context"

	"runwhere/model/study"
)

// finding is something about an evaluation that takes more than a keypress has
// time for. The evaluation keeps what was found, so that to look again costs
// nothing.
type finding struct {
	what  string // in words, after "working out"
	known func(e *study.Study) bool
	run   func(ctx stdcontext.Context, e *study.Study) error
}

// searchOf makes a search of the two methods that an evaluation has for each:
// one that looks at what is known, and one that finds it.
func searchOf[T any](
	what string,
	peek func(*study.Study) (T, bool),
	find func(*study.Study, stdcontext.Context) (T, error),
) *finding {
	return &finding{
		what: what,
		known: func(e *study.Study) bool {
			_, known := peek(e)
			return known
		},
		run: func(ctx stdcontext.Context, e *study.Study) error {
			_, err := find(e, ctx)
			return err
		},
	}
}

// All searches that the screens show something of.
var (
	searchOdds        = searchOf("the odds of the ranges", (*study.Study).PeekOdds, (*study.Study).Odds)
	searchUncertainty = searchOf("what the ranges leave open", (*study.Study).PeekUncertainty, (*study.Study).Uncertainty)
	searchFollowUps   = searchOf("which questions can change the verdict", (*study.Study).PeekPendingFollowUps, (*study.Study).PendingFollowUps)
	searchWeights     = searchOf("which weights would change it", (*study.Study).PeekWeightFlips, (*study.Study).WeightFlips)
	searchFlips       = searchOf("what would change it", (*study.Study).PeekFlips, (*study.Study).Flips)
	searchRunnerUp    = searchOf("the runner-up", (*study.Study).PeekRunnerUp, (*study.Study).RunnerUp)
	searchVolumes     = searchOf("the placements at every volume", (*study.Study).PeekSplitByVolume, (*study.Study).SplitByVolume)
	searchHorizon     = searchOf("the split at the horizon", (*study.Study).PeekHorizonSplit, (*study.Study).HorizonSplit)
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
