package split

import (
	"math"
	"slices"
)

// The prices are moved so many rounds at most; after a few rounds that raise
// nothing the steps are halved. Where some rounds together have closed too little
// of the gap, branching closes it sooner.
const (
	ascentRounds = 60
	staleRounds  = 3
	checkRounds  = 8
	worthRounds  = 0.1 // of the gap
)

// ascend raises the bound of a partial placement by moving prices and messages
// against what the options take too often or too seldom (subgradient ascent with
// Polyak's step, towards the best placement that is known), and returns it. It
// ends early where the bound reaches that placement's cost.
func (r *relaxation) ascend(s *splitSearch, p *partial, from float64) float64 {
	most, now, scale, stale := from, from, 1.0, 0
	best := r.prices()
	checked := from
	for round := range ascentRounds {
		if round%checkRounds == checkRounds-1 {
			if most-checked < worthRounds*(s.cut()-checked) {
				break
			}
			checked = most
		}
		if most >= s.cut() || math.IsInf(s.least, 1) || !s.effort.spend(len(r.bounds[r.set[0]])*r.figures) {
			break
		}
		steps, norm := r.gradient(p)
		if norm < 1e-12 {
			break // every component is taken once: no prices are better
		}
		r.move(steps, scale*(s.least-now)/norm)
		r.reprice()
		p.reset(r)
		if now = r.of(p); now > most {
			most, best, stale = now, r.prices(), 0
			continue
		}
		if stale++; stale == staleRounds {
			stale, scale = 0, scale/2
		}
	}
	r.setPrices(best)
	p.reset(r)
	return most
}

// prices are the multipliers of a relaxation, or changes of them.
type prices struct {
	paid     []float64
	messages [][2][MostPlaces]float64
	takes    [MostPlaces]bool // the options that the bound used at these prices
}

func (r *relaxation) prices() prices {
	return prices{paid: slices.Clone(r.paid), messages: slices.Clone(r.messages)}
}

func (r *relaxation) setPrices(p prices) {
	copy(r.paid, p.paid)
	copy(r.messages, p.messages)
	r.addMessages()
	r.reprice()
}

// addMessages adds up the messages by component.
func (r *relaxation) addMessages() {
	clear(r.added)
	for k := range r.edges {
		e := &r.edges[k]
		for _, o := range r.set {
			r.added[e.from][o] += r.messages[k][0][o]
			r.added[e.to][o] += r.messages[k][1][o]
		}
	}
}

// gradient says which way every price raises the bound, and the square of its
// length.
func (r *relaxation) gradient(p *partial) (steps prices, norm float64) {
	steps = prices{paid: make([]float64, len(r.paid)), messages: make([][2][MostPlaces]float64, len(r.edges))}
	for _, o := range r.set {
		if b := r.bounds[o][0]; r.takes(o) {
			b.take(p.placed, p.usedBy(b))
		} else {
			clear(b.taken)
		}
	}
	for _, i := range r.choosing {
		if p.placed[i] != open {
			continue
		}
		g := 1.0
		for _, o := range r.set {
			g -= r.bounds[o][0].taken[i]
		}
		steps.paid[i] = g
		norm += g * g
	}
	for k := range r.edges {
		e := &r.edges[k]
		_, from, to := r.least(k)
		if from < 0 {
			continue
		}
		for _, o := range r.set {
			taken := r.bounds[o][0].taken
			a, b := taken[e.from]-where(o == from), taken[e.to]-where(o == to)
			steps.messages[k][0][o], steps.messages[k][1][o] = a, b
			norm += a*a + b*b
		}
	}
	return steps, norm
}

func where(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// move takes a step.
func (r *relaxation) move(steps prices, length float64) {
	for i, g := range steps.paid {
		r.paid[i] += length * g
	}
	for k := range steps.messages {
		for end := range steps.messages[k] {
			for o, g := range steps.messages[k][end] {
				r.messages[k][end][o] += length * g
			}
		}
	}
	r.addMessages()
}

// rounded puts every open component where the options take most of it.
func (r *relaxation) rounded(p *partial) []int {
	r.options(p)
	r.gradient(p)
	at := slices.Clone(p.placed)
	for _, i := range r.choosing {
		if at[i] != open {
			continue
		}
		most := -1.0
		for _, o := range r.set {
			if taken := r.bounds[o][0].taken[i]; r.may[o][i] && taken > most {
				at[i], most = o, taken
			}
		}
	}
	return at
}
