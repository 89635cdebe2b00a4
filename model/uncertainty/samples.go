package uncertainty

import (
	"context"
	"slices"

	"runwhere/checklist"
	"runwhere/model"
)

// Samples are single draws, each slice by draw.
type Samples struct {
	Inputs []UncertainInput
	Values [][]float64 // by input, in the base unit of its kind
	USD    drawnUSD    // a month, in the order of checklist.Placeable; +Inf where an option cannot run
	Split  []float64   // the same of the split, nil where it uses one platform
}

// DrawSamples returns the draws on which EstimateUncertainty rests, for other
// programs to look at; nil where no range enters a bill. The error is that of the
// context.
func DrawSamples(ctx context.Context, e *model.Evaluation, draws int, seed uint64) (*Samples, error) {
	inputs := uncertainInputs(e)
	if len(inputs) == 0 {
		return nil, ctx.Err()
	}
	if draws == 0 {
		draws = ScaledDraws(e, DefaultDraws)
	}
	drawn := newDrawModel(e, inputs).drawAll(ctx, draws, seed, nil, draws)
	return &Samples{Inputs: inputs, Values: drawn.values, USD: drawn.usd, Split: drawn.split}, ctx.Err()
}

// Draws is how many there are.
func (s *Samples) Draws() int { return len(s.USD[0]) }

// Cheapest returns which option costs the least in a draw, checklist.PlaceableCount for
// the split where that costs less than all of them, and −1 where none can run.
func (s *Samples) Cheapest(d int) int {
	usd := s.USD.at(d)
	best := cheapest(usd)
	if s.Split != nil && s.Split[d] < slices.Min(usd[:]) {
		return checklist.PlaceableCount
	}
	return best
}
