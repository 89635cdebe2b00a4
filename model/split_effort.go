package model

import "context"

// The work of a search is counted in figures: what a component takes of one
// hour of a cluster, or costs on one option, looked at once. What is stated in
// figures is the same on every machine, where time is not.
//
// Each part of an evaluation has so many. What a search does not use is left for
// the next one of the same part, and none takes more than a part of what is left,
// so that a hard one leaves something to all others.
const (
	splitWork    = 60e6  // of today's split, of that at the horizon, of the runner-up
	volumeWork   = 200e6 // of all volumes that the placement is looked at
	flipWork     = 60e6  // of all values of one input on one side of today's, or of all answers to one question
	decisiveWork = 15e6  // of a value that a flip rests on, where the search left it open
	shareWork    = 16    // a search among others has this part of what is left
)

// effort is the work that a search may still do.
type effort struct {
	ctx  context.Context
	left int
}

func newEffort(ctx context.Context, figures float64) *effort { return &effort{ctx, int(figures)} }

// spend takes some of what is left; false where too little is, or nobody waits
// for the answer any more.
func (w *effort) spend(figures int) bool {
	if w.left < figures || w.ctx.Err() != nil {
		w.left = 0
		return false
	}
	w.left -= figures
	return true
}

// share is what one search among others may do. What it leaves is given back by
// settle.
func (w *effort) share() *effort {
	part := w.left / shareWork
	w.left -= part
	return &effort{w.ctx, part}
}

func (w *effort) settle(part *effort) { w.left += part.left }
