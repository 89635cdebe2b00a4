package study

import (
	"context"
	"sync"

	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/guide"
	"runwhere/model/search"
	"runwhere/model/uncertainty"
)

// Findings is what a study found: everything in a report that is not known as
// soon as the evaluation is.
type Findings struct {
	Flips       []model.Flip
	WeightFlips []search.WeightFlip
	FollowUps   []search.Pending
	RestsOn     *search.RestingOn
	RunnerUp    *model.RunnerUp // nil where no other placement can run
	ByVolume    *model.SplitByVolume
	Uncertainty *uncertainty.Uncertainty // nil where no range enters a bill
	Horizon     *growth.HorizonSplit     // nil where a pin cannot be kept at the horizon
	Mistakes    []guide.Mistake          // of the framework's four
}

// Study is an evaluation with what takes searches to say about it. Each search
// runs when it is first asked for and is kept; any number of goroutines may ask.
// It looks at the context at every scenario that it tries and, within one, every
// bounded number of steps; a cancelled search returns the context's error and
// keeps nothing. The methods named Peek return what is known without any work.
type Study struct {
	*model.Evaluation
	draws int
	seed  uint64

	searched    cell[*model.Evaluation]
	flips       cell[[]model.Flip]
	weightFlips cell[[]search.WeightFlip]
	followUps   cell[[]search.Pending]
	restsOn     cell[*search.RestingOn]
	runnerUp    cell[*model.RunnerUp]
	byVolume    cell[*model.SplitByVolume]
	horizon     cell[*growth.HorizonSplit]
	odds        cell[*uncertainty.Odds]
	uncertainty cell[*uncertainty.Uncertainty]
	mistakes    func() []guide.Mistake
}

// New begins the study of an evaluation. Its ranges are drawn so many
// times, DefaultDraws for one of usual size where draws is 0; the same seed
// gives the same draws.
func New(e *model.Evaluation, draws int, seed uint64) *Study {
	if draws == 0 {
		draws = uncertainty.ScaledDraws(e, uncertainty.DefaultDraws)
	}
	return &Study{Evaluation: e, draws: draws, seed: seed, mistakes: sync.OnceValue(func() []guide.Mistake { return guide.Mistakes(e) })}
}

// Findings returns all of them. The crossovers and the envelope, which a report
// shows too, are worked out beside them.
func (s *Study) Findings(ctx context.Context) (*Findings, error) {
	found := &Findings{Mistakes: s.Mistakes()}
	searches := []func() error{
		func() (err error) { found.Flips, err = s.Flips(ctx); return err },
		func() (err error) { found.RunnerUp, err = s.RunnerUp(ctx); return err },
		func() (err error) { found.WeightFlips, err = s.WeightFlips(ctx); return err },
		func() (err error) { found.FollowUps, err = s.PendingFollowUps(ctx); return err },
		func() (err error) { found.RestsOn, err = s.RestsOn(ctx); return err },
		func() (err error) { found.Horizon, err = s.HorizonSplit(ctx); return err },
		func() (err error) { found.Uncertainty, err = s.Uncertainty(ctx); return err },
		func() (err error) { found.ByVolume, err = s.SplitByVolume(ctx); return err },
		func() error { s.Crossovers(); return nil },
		func() error { s.Envelope(); return nil },
	}
	wrong := make([]error, len(searches))
	model.SideBySide(len(searches), func(i int) { wrong[i] = searches[i]() })
	for _, err := range wrong {
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// Searched returns the evaluation with its cheapest placement: anew where the study is
// of one in which a placement is held.
func (s *Study) Searched(ctx context.Context) (*model.Evaluation, error) {
	if !s.Split.Held {
		return s.Evaluation, nil
	}
	return s.searched.get(ctx, func(ctx context.Context) (*model.Evaluation, error) {
		return model.EvaluateWithin(ctx, s.Scenario, s.Book)
	})
}

// PeekSearched returns what Placed has found.
func (s *Study) PeekSearched() (*model.Evaluation, bool) {
	if !s.Split.Held {
		return s.Evaluation, true
	}
	return s.searched.peek()
}

// Flips returns what would change the recommendation; see findFlips.
func (s *Study) Flips(ctx context.Context) ([]model.Flip, error) {
	return s.flips.get(ctx, func(ctx context.Context) ([]model.Flip, error) { return search.Flips(ctx, s.Evaluation) })
}

// PeekFlips returns what Flips has found.
func (s *Study) PeekFlips() ([]model.Flip, bool) { return s.flips.peek() }

// WeightFlips returns the weights of the evidence at which the recommendation
// changes; see findWeightFlips.
func (s *Study) WeightFlips(ctx context.Context) ([]search.WeightFlip, error) {
	return s.weightFlips.get(ctx, func(ctx context.Context) ([]search.WeightFlip, error) { return search.WeightFlips(ctx, s.Evaluation) })
}

// PeekWeightFlips returns what WeightFlips has found.
func (s *Study) PeekWeightFlips() ([]search.WeightFlip, bool) { return s.weightFlips.peek() }

// PendingFollowUps returns the open follow-up questions whose answer can still
// change the recommendation; see findPending.
func (s *Study) PendingFollowUps(ctx context.Context) ([]search.Pending, error) {
	return s.followUps.get(ctx, func(ctx context.Context) ([]search.Pending, error) { return search.PendingFollowUps(ctx, s.Evaluation) })
}

// PeekPendingFollowUps returns what PendingFollowUps has found.
func (s *Study) PeekPendingFollowUps() ([]search.Pending, bool) { return s.followUps.peek() }

// RestsOn returns which values that nobody gave decide, and what the others move.
func (s *Study) RestsOn(ctx context.Context) (*search.RestingOn, error) {
	return s.restsOn.get(ctx, func(ctx context.Context) (*search.RestingOn, error) { return search.RestsOn(ctx, s.Evaluation) })
}

// PeekRestsOn returns what RestsOn has found.
func (s *Study) PeekRestsOn() (*search.RestingOn, bool) { return s.restsOn.peek() }

// RunnerUp returns the second best placement, nil where no other one can run.
func (s *Study) RunnerUp(ctx context.Context) (*model.RunnerUp, error) {
	return s.runnerUp.get(ctx, func(ctx context.Context) (*model.RunnerUp, error) { return model.FindRunnerUp(ctx, s.Evaluation) })
}

// PeekRunnerUp returns what RunnerUp has found.
func (s *Study) PeekRunnerUp() (*model.RunnerUp, bool) { return s.runnerUp.peek() }

// SplitByVolume returns the best placements along the axis of the chart: each
// look is as much work as the search of today's split.
func (s *Study) SplitByVolume(ctx context.Context) (*model.SplitByVolume, error) {
	return s.byVolume.get(ctx, func(ctx context.Context) (*model.SplitByVolume, error) {
		return model.FindSplitByVolume(ctx, s.Evaluation)
	})
}

// PeekSplitByVolume returns what SplitByVolume has found.
func (s *Study) PeekSplitByVolume() (*model.SplitByVolume, bool) { return s.byVolume.peek() }

// HorizonSplit holds today's split at the volume of the horizon against the
// best one there, nil where a pin cannot be kept there. It is as much work as
// the search of today's.
func (s *Study) HorizonSplit(ctx context.Context) (*growth.HorizonSplit, error) {
	return s.horizon.get(ctx, func(ctx context.Context) (*growth.HorizonSplit, error) {
		return growth.FindHorizonSplit(ctx, s.Evaluation)
	})
}

// PeekHorizonSplit returns what HorizonSplit has found.
func (s *Study) PeekHorizonSplit() (*growth.HorizonSplit, bool) { return s.horizon.peek() }

// Odds returns how likely each option is the cheapest, nil where no range
// enters a bill: what a screen shows of the draws of Uncertainty.
func (s *Study) Odds(ctx context.Context) (*uncertainty.Odds, error) {
	return s.odds.get(ctx, func(ctx context.Context) (*uncertainty.Odds, error) {
		return uncertainty.EstimateOdds(ctx, s.Evaluation, s.draws, s.seed)
	})
}

// PeekOdds returns what Odds has found.
func (s *Study) PeekOdds() (*uncertainty.Odds, bool) { return s.odds.peek() }

// Uncertainty returns what the ranges of the scenario leave open, nil where
// none enters a bill.
func (s *Study) Uncertainty(ctx context.Context) (*uncertainty.Uncertainty, error) {
	return s.uncertainty.get(ctx, func(ctx context.Context) (*uncertainty.Uncertainty, error) {
		return uncertainty.EstimateUncertainty(ctx, s.Evaluation, s.draws, s.seed)
	})
}

// PeekUncertainty returns what Uncertainty has found.
func (s *Study) PeekUncertainty() (*uncertainty.Uncertainty, bool) { return s.uncertainty.peek() }

// Mistakes returns those of the framework's four mistakes that the answers and
// figures show, in the framework's order. They are worked out when first asked
// for: the last of them bills the serverless platform again.
func (s *Study) Mistakes() []guide.Mistake { return s.mistakes() }

// PeekOpen returns what is open without any work: the follow-up questions are
// among it as soon as they are searched.
func (s *Study) PeekOpen() search.Open {
	o := search.Unanswered(s.Evaluation)
	o.FollowUps, o.Searched = s.PeekPendingFollowUps()
	return o
}
