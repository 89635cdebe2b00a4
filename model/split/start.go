package split

import (
	"math"
	"slices"
)

// Lesson is what the search of one problem learned that helps with one that
// differs little: the prices that bounded it best, as far as it was decided which
// options are used, each as a part of what its component was estimated to cost.
type Lesson struct {
	parts    []float64
	messages [][2][MostPlaces]float64
	calls    []float64 // by call: what it cost between all options together
}

// Learn makes the solver note what its searches learn.
func (p *Solver) Learn() { p.Learned = map[use]Lesson{} }

// learn notes the prices of a set of options for problems like this one.
func (r *relaxation) learn() {
	l := Lesson{parts: slices.Clone(r.paid), messages: slices.Clone(r.messages), calls: make([]float64, len(r.edges))}
	for i := range l.parts {
		if usual := r.estimate(i, anywhere); usual > 0 && !math.IsInf(usual, 1) {
			l.parts[i] /= usual
		} else {
			l.parts[i] = 1
		}
	}
	for k := range r.edges {
		l.calls[k] = r.edges[k].sum()
	}
	r.Learned[r.use] = l
}

// start finds prices to begin with: those that a problem like this one taught and
// those that bounded this one with less decided, else what a component costs
// where that is least, in one of three ways. Of all that it looks at, those with
// the highest bound are kept.
func (r *relaxation) start(s *splitSearch, p *partial, from *prices) float64 {
	best, most := r.prices(), math.Inf(-1)
	known := false
	for way := taught; way <= anywhere && most < s.cut(); way++ {
		switch {
		case way == taught:
			if !r.recall() {
				continue
			}
			known = true
		case way == inherited:
			if from == nil {
				continue
			}
			known = true
			copy(r.paid, from.paid)
			copy(r.messages, from.messages)
		case known:
			continue
		default:
			clear(r.messages)
			for _, i := range r.choosing {
				r.paid[i] = r.estimate(i, way)
			}
		}
		r.addMessages()
		r.reprice()
		p.reset(r)
		if usd := r.of(p); usd > most {
			best, most = r.prices(), usd
		}
	}
	r.setPrices(best)
	p.reset(r)
	return r.of(p)
}

// The ways to begin.
const (
	taught    = iota - 2 // by a problem like this one
	inherited            // from what less was decided of
	lower                // off the nodes, with the lower bound of meters
	higher               // off the nodes, with the higher one
	anywhere             // on the nodes too
)

// recall takes over what a problem like this one taught; false where none did.
func (r *relaxation) recall() bool {
	l, known := r.Hints[r.use]
	if !known || len(l.parts) != len(r.paid) {
		return false
	}
	for _, i := range r.choosing {
		r.paid[i] = l.parts[i] * r.estimate(i, anywhere)
	}
	clear(r.messages)
	if len(l.calls) != len(r.edges) {
		return true
	}
	for k := range r.edges {
		grown := r.edges[k].sum() / l.calls[k]
		for end := range r.messages[k] {
			for _, o := range r.set {
				r.messages[k][end][o] = l.messages[k][end][o] * grown
			}
		}
	}
	return true
}

// sum is what a call costs between all options together.
func (e *edge) sum() float64 {
	usd := 0.0
	for from := range e.usd {
		for _, each := range e.usd[from] {
			usd += each
		}
	}
	return usd
}
