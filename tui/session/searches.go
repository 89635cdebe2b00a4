package session

import (
	stdcontext "context"

	"runwhere/model/study"
)

// Finding is something about an evaluation that takes more than a keypress has
// time for. The evaluation keeps what was found, so that to look again costs
// nothing.
type Finding struct {
	What  string // in words, after "working out"
	Known func(e *study.Study) bool
	Run   func(ctx stdcontext.Context, e *study.Study) error
}

// searchOf makes a search of the two methods that an evaluation has for each:
// one that looks at what is known, and one that finds it.
func searchOf[T any](
	what string,
	peek func(*study.Study) (T, bool),
	find func(*study.Study, stdcontext.Context) (T, error),
) *Finding {
	return &Finding{
		What: what,
		Known: func(e *study.Study) bool {
			_, known := peek(e)
			return known
		},
		Run: func(ctx stdcontext.Context, e *study.Study) error {
			_, err := find(e, ctx)
			return err
		},
	}
}

// All searches that the screens show something of.
var (
	SearchPlacement   = searchOf("the cheapest placement", (*study.Study).PeekSearched, (*study.Study).Searched)
	SearchOdds        = searchOf("the odds of the ranges", (*study.Study).PeekOdds, (*study.Study).Odds)
	SearchUncertainty = searchOf("what the ranges leave open", (*study.Study).PeekUncertainty, (*study.Study).Uncertainty)
	SearchFollowUps   = searchOf("which questions can change the verdict", (*study.Study).PeekPendingFollowUps, (*study.Study).PendingFollowUps)
	SearchWeights     = searchOf("which weights would change it", (*study.Study).PeekWeightFlips, (*study.Study).WeightFlips)
	SearchFlips       = searchOf("what would change it", (*study.Study).PeekFlips, (*study.Study).Flips)
	SearchRestsOn     = searchOf("what it rests on", (*study.Study).PeekRestsOn, (*study.Study).RestsOn)
	SearchRunnerUp    = searchOf("the runner-up", (*study.Study).PeekRunnerUp, (*study.Study).RunnerUp)
	SearchVolumes     = searchOf("the placements at every volume", (*study.Study).PeekSplitByVolume, (*study.Study).SplitByVolume)
	SearchHorizon     = searchOf("the split at the horizon", (*study.Study).PeekHorizonSplit, (*study.Study).HorizonSplit)
)

// ReportSearches are what a report says beside the evaluation.
var ReportSearches = []*Finding{
	SearchRunnerUp, SearchWeights, SearchFollowUps, SearchRestsOn, SearchHorizon, SearchUncertainty, SearchVolumes, SearchFlips,
}

// Searcher is a pane that shows what searches find. Searches lists them, the
// most wanted first; while one is not known the pane says so.
type Searcher interface {
	Searches() []*Finding
}
