package tui

import (
	stdcontext "context"

	"runwhere/model"
)

// search is something about an evaluation that takes more than a keypress has
// time for. The evaluation keeps what was found, so that to look again costs
// nothing.
type search struct {
	what  string // in words, after "working out"
	known func(e *model.Evaluation) bool
	run   func(ctx stdcontext.Context, e *model.Evaluation) error
}

// searchOf makes a search of the two methods that an evaluation has for each:
// one that looks at what is known, and one that finds it.
func searchOf[T any](
	what string,
	peek func(*model.Evaluation) (T, bool),
	find func(*model.Evaluation, stdcontext.Context) (T, error),
) *search {
	return &search{
		what: what,
		known: func(e *model.Evaluation) bool {
			_, known := peek(e)
			return known
		},
		run: func(ctx stdcontext.Context, e *model.Evaluation) error {
			_, err := find(e, ctx)
			return err
		},
	}
}

// All searches that the screens show something of.
var (
	searchOdds        = searchOf("the odds of the ranges", (*model.Evaluation).PeekOdds, (*model.Evaluation).Odds)
	searchUncertainty = searchOf("what the ranges leave open", (*model.Evaluation).PeekUncertainty, (*model.Evaluation).Uncertainty)
	searchFollowUps   = searchOf("which questions can change the verdict", (*model.Evaluation).PeekPendingFollowUps, (*model.Evaluation).PendingFollowUps)
	searchWeights     = searchOf("which weights would change it", (*model.Evaluation).PeekWeightFlips, (*model.Evaluation).WeightFlips)
	searchFlips       = searchOf("what would change it", (*model.Evaluation).PeekFlips, (*model.Evaluation).Flips)
	searchRunnerUp    = searchOf("the runner-up", (*model.Evaluation).PeekRunnerUp, (*model.Evaluation).RunnerUp)
	searchVolumes     = searchOf("the placements at every volume", (*model.Evaluation).PeekSplitByVolume, (*model.Evaluation).SplitByVolume)
	searchHorizon     = searchOf("the split at the horizon", (*model.Evaluation).PeekHorizonSplit, (*model.Evaluation).HorizonSplit)
)

// reportSearches are what a report says beside the evaluation.
var reportSearches = []*search{
	searchRunnerUp, searchWeights, searchFollowUps, searchHorizon, searchUncertainty, searchVolumes, searchFlips,
}

// searcher is a pane that shows what searches find. Searches lists them, the
// most wanted first; while one is not known the pane says so.
type searcher interface {
	Searches() []*search
}
