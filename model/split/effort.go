package split

import (
	"context"
)

// The work of a search is counted in figures: what a component takes of one
// hour of a cluster, or costs on one option, looked at once. What is stated in
// figures is the same on every machine, where time is not.
//
// Each part of an evaluation has so many. What a search does not use is left for
// the next one of the same part, and none takes more than a part of what is left,
// so that a hard one leaves something to all others.
const (
	SplitWork    = 60e6  // of today's split, of that at the horizon, of the runner-up
	VolumeWork   = 200e6 // of all volumes that the placement is looked at
	FlipWork     = 60e6  // of all values of one input on one side of today's, or of all answers to one question
	DecisiveWork = 15e6  // of a value that a flip rests on, where the search left it open
	ShareWork    = 16    // a search among others has this part of what is left
)

// Effort is the work that a search may still do.
type Effort struct {
	Ctx  context.Context
	Left int
}

// NewEffort begins a piece of work of so many figures at most.
func NewEffort(ctx context.Context, figures float64) *Effort { return &Effort{ctx, int(figures)} }

// spend takes some of what is left; false where too little is, or nobody waits
// for the answer any more.
func (w *Effort) spend(figures int) bool {
	if w.Left < figures || w.Ctx.Err() != nil {
		w.Left = 0
		return false
	}
	w.Left -= figures
	return true
}

// share is what one search among others may do. What it leaves is given back by
// settle.
func (w *Effort) share() *Effort {
	part := w.Left / ShareWork
	w.Left -= part
	return &Effort{w.Ctx, part}
}

func (w *Effort) settle(part *Effort) { w.Left += part.Left }
