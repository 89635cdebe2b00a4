package model

import "context"

// Findings is what it takes searches to say about an evaluation: everything in
// a report that is not known as soon as the evaluation is.
type Findings struct {
	Flips       []Flip
	WeightFlips []WeightFlip
	FollowUps   []Pending
	RunnerUp    *RunnerUp // nil where no other placement can run
	ByVolume    *SplitByVolume
	Uncertainty *Uncertainty  // nil where no range enters a bill
	Horizon     *HorizonSplit // nil where a pin cannot be kept at the horizon
}

// searches keeps what was found of one evaluation.
type searches struct {
	flips       cell[[]Flip]
	weightFlips cell[[]WeightFlip]
	followUps   cell[[]Pending]
	runnerUp    cell[*RunnerUp]
	byVolume    cell[*SplitByVolume]
	horizon     cell[*HorizonSplit]
}

// drawing is how often the ranges are drawn, with what seed, and what came of it.
type drawing struct {
	draws       int
	seed        uint64
	odds        cell[*Odds]
	uncertainty cell[*Uncertainty]
}

// Every search below runs when it is first asked for and is kept. It looks at
// the context at every scenario that it tries and, within one, every bounded
// number of steps; a cancelled search returns the context's error and keeps
// nothing. The functions named Peek return what is known without any work.

// Findings returns all of them.
func (e *Evaluation) Findings(ctx context.Context) (*Findings, error) {
	found := &Findings{}
	searches := []func() error{
		func() (err error) { found.Flips, err = e.Flips(ctx); return err },
		func() (err error) { found.RunnerUp, err = e.RunnerUp(ctx); return err },
		func() (err error) { found.WeightFlips, err = e.WeightFlips(ctx); return err },
		func() (err error) { found.FollowUps, err = e.PendingFollowUps(ctx); return err },
		func() (err error) { found.Horizon, err = e.HorizonSplit(ctx); return err },
		func() (err error) { found.Uncertainty, err = e.Uncertainty(ctx); return err },
		func() (err error) { found.ByVolume, err = e.SplitByVolume(ctx); return err },
	}
	wrong := make([]error, len(searches))
	sideBySide(len(searches), func(i int) { wrong[i] = searches[i]() })
	for _, err := range wrong {
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// PeekFindings returns all of them where all are known.
func (e *Evaluation) PeekFindings() (*Findings, bool) {
	var known [7]bool
	found := &Findings{}
	found.RunnerUp, known[0] = e.PeekRunnerUp()
	found.WeightFlips, known[1] = e.PeekWeightFlips()
	found.FollowUps, known[2] = e.PeekPendingFollowUps()
	found.Horizon, known[3] = e.PeekHorizonSplit()
	found.Uncertainty, known[4] = e.PeekUncertainty()
	found.ByVolume, known[5] = e.PeekSplitByVolume()
	found.Flips, known[6] = e.PeekFlips()
	for _, each := range known {
		if !each {
			return nil, false
		}
	}
	return found, true
}

// Flips returns what would change the recommendation; see findFlips.
func (e *Evaluation) Flips(ctx context.Context) ([]Flip, error) {
	return e.searches.flips.get(ctx, e.findFlips)
}

// PeekFlips returns what Flips has found.
func (e *Evaluation) PeekFlips() ([]Flip, bool) { return e.searches.flips.peek() }

// WeightFlips returns the weights of the evidence at which the recommendation
// changes; see findWeightFlips.
func (e *Evaluation) WeightFlips(ctx context.Context) ([]WeightFlip, error) {
	return e.searches.weightFlips.get(ctx, e.findWeightFlips)
}

// PeekWeightFlips returns what WeightFlips has found.
func (e *Evaluation) PeekWeightFlips() ([]WeightFlip, bool) { return e.searches.weightFlips.peek() }

// PendingFollowUps returns the open follow-up questions whose answer can still
// change the recommendation; see findPending.
func (e *Evaluation) PendingFollowUps(ctx context.Context) ([]Pending, error) {
	return e.searches.followUps.get(ctx, e.findPending)
}

// PeekPendingFollowUps returns what PendingFollowUps has found.
func (e *Evaluation) PeekPendingFollowUps() ([]Pending, bool) { return e.searches.followUps.peek() }

// RunnerUp returns the second best placement, nil where no other one can run.
func (e *Evaluation) RunnerUp(ctx context.Context) (*RunnerUp, error) {
	return e.searches.runnerUp.get(ctx, e.findRunnerUp)
}

// PeekRunnerUp returns what RunnerUp has found.
func (e *Evaluation) PeekRunnerUp() (*RunnerUp, bool) { return e.searches.runnerUp.peek() }

// SplitByVolume returns the best placements along the axis of the chart: each
// look is as much work as the search of today's split.
func (e *Evaluation) SplitByVolume(ctx context.Context) (*SplitByVolume, error) {
	return e.searches.byVolume.get(ctx, e.findSplitByVolume)
}

// PeekSplitByVolume returns what SplitByVolume has found.
func (e *Evaluation) PeekSplitByVolume() (*SplitByVolume, bool) { return e.searches.byVolume.peek() }

// HorizonSplit holds today's split at the volume of the horizon against the
// best one there, nil where a pin cannot be kept there. It is as much work as
// the search of today's.
func (e *Evaluation) HorizonSplit(ctx context.Context) (*HorizonSplit, error) {
	return e.searches.horizon.get(ctx, e.findHorizonSplit)
}

// PeekHorizonSplit returns what HorizonSplit has found.
func (e *Evaluation) PeekHorizonSplit() (*HorizonSplit, bool) { return e.searches.horizon.peek() }

// Odds returns how likely each option is the cheapest, nil where no range
// enters a bill: what a screen shows of the draws of Uncertainty.
func (e *Evaluation) Odds(ctx context.Context) (*Odds, error) {
	return e.drawing.odds.get(ctx, func(ctx context.Context) (*Odds, error) {
		return EstimateOdds(ctx, e, e.drawing.draws, e.drawing.seed)
	})
}

// PeekOdds returns what Odds has found.
func (e *Evaluation) PeekOdds() (*Odds, bool) { return e.drawing.odds.peek() }

// Uncertainty returns what the ranges of the scenario leave open, nil where
// none enters a bill.
func (e *Evaluation) Uncertainty(ctx context.Context) (*Uncertainty, error) {
	return e.drawing.uncertainty.get(ctx, func(ctx context.Context) (*Uncertainty, error) {
		return EstimateUncertainty(ctx, e, e.drawing.draws, e.drawing.seed)
	})
}

// PeekUncertainty returns what Uncertainty has found.
func (e *Evaluation) PeekUncertainty() (*Uncertainty, bool) { return e.drawing.uncertainty.peek() }
