package model

import (
	"math"
	"math/rand/v2"
	"sync"

	"runwhere/costs"
)

// chunkDraws is how many draws share one stream of random numbers. A stream
// depends on the seed and the chunk alone, so the result is the same however
// many processors work on it.
const chunkDraws = 250

// outcomes is what all draws came to, each slice by draw.
type outcomes struct {
	values [][]float64            // by input
	usd    [optionCount][]float64 // a month at the drawn volume, +Inf where an option cannot run
	wins   [][optionCount]int     // by volume of the axis: draws in which the option is the cheapest
}

// drawAll prices every draw. Chunks run side by side; what they count is added
// in whole numbers, whose sum has no order.
func (m *drawModel) drawAll(draws int, seed uint64, axis []float64) *outcomes {
	s := &outcomes{values: make([][]float64, len(m.inputs)), wins: make([][optionCount]int, len(axis))}
	for i := range s.values {
		s.values[i] = make([]float64, draws)
	}
	for o := range s.usd {
		s.usd[o] = make([]float64, draws)
	}
	chunks := (draws + chunkDraws - 1) / chunkDraws
	wins := make([][][optionCount]int, chunks)
	var working sync.WaitGroup
	for c := range chunks {
		working.Go(func() {
			wins[c] = m.drawChunk(s, c*chunkDraws, min((c+1)*chunkDraws, draws), rand.New(rand.NewPCG(seed, uint64(c))), axis)
		})
	}
	working.Wait()
	for c := range wins {
		for v := range axis {
			for o := range optionCount {
				s.wins[v][o] += wins[c][v][o]
			}
		}
	}
	return s
}

// drawChunk fills the draws from first up to last.
func (m *drawModel) drawChunk(s *outcomes, first, last int, random *rand.Rand, axis []float64) [][optionCount]int {
	wins := make([][optionCount]int, len(axis))
	mine := m.scenario.Clone()
	values := make([]float64, len(m.inputs))
	for d := first; d < last; d++ {
		for i := range m.inputs {
			values[i] = m.inputs[i].spread.quantile(uniform(random))
			s.values[i][d] = values[i]
		}
		curves, q := m.curvesAt(&mine, values)
		for o := range curves {
			s.usd[o][d] = usdAt(curves[o], q)
		}
		switch {
		case !m.moves.only():
			countWins(wins, &curves, axis, 1)
		case d == first: // every draw has the curves of the first one
			countWins(wins, &curves, axis, last-first)
		}
	}
	return wins
}

func countWins(wins [][optionCount]int, curves *[optionCount]costs.Curve, axis []float64, weight int) {
	for v, q := range axis {
		var usd [optionCount]float64
		for o := range curves {
			usd[o] = usdAt(curves[o], q)
		}
		if o := cheapest(usd); o >= 0 {
			wins[v][o] += weight
		}
	}
}

// uniform returns a number strictly between 0 and 1.
func uniform(random *rand.Rand) float64 {
	return (float64(random.Uint64()>>11) + 0.5) / (1 << 53)
}

// usdAt reads a curve; one without a platform could not be priced.
func usdAt(c costs.Curve, q float64) float64 {
	if c.Platform == nil {
		return math.Inf(1)
	}
	return c.Cost(q)
}

// cheapest returns the option that costs the least, the first of several and
// −1 where none can run.
func cheapest(usd [optionCount]float64) int {
	best, least := -1, math.Inf(1)
	for o, v := range usd {
		if v < least {
			best, least = o, v
		}
	}
	return best
}

// drawModel prices a scenario for given values of its uncertain inputs.
type drawModel struct {
	scenario Scenario
	book     *costs.Book
	inputs   []UncertainInput
	moves    movedBills               // of all inputs together
	curves   [optionCount]costs.Curve // where every input has its point value
}

func newDrawModel(e *Evaluation, inputs []UncertainInput) *drawModel {
	m := &drawModel{scenario: e.Scenario, book: e.Book, inputs: inputs}
	m.scenario.Compare = nil // what is only compared stands for no option
	copy(m.curves[:], e.Curves)
	for i := range inputs {
		moves := &inputs[i].moves
		m.moves.volume = m.moves.volume || moves.volume
		m.moves.people = m.moves.people || moves.people
		for o, moved := range moves.options {
			m.moves.options[o] = m.moves.options[o] || moved
		}
	}
	return m
}

// only reports whether nothing but the volume is drawn.
func (b *movedBills) only() bool { return !b.people && b.options == [optionCount]bool{} }

// curvesAt returns the options' curves and the volume for values of the
// inputs. It changes those of s, which nobody else may use meanwhile. Curves
// that no input enters are those of the evaluation; an option that cannot be
// priced for these values has no platform.
func (m *drawModel) curvesAt(s *Scenario, values []float64) (curves [optionCount]costs.Curve, q float64) {
	for i := range m.inputs {
		in := &m.inputs[i]
		if in.moves.volume && m.moves.only() {
			return m.curves, values[i]
		}
		in.field.slot.set(s, in.at, Value{Amount: Exactly(values[i])})
	}
	r, err := Resolve(*s)
	if err != nil {
		return curves, 0
	}
	curves = m.curves
	for o := range curves {
		if !m.moves.options[o] {
			curves[o].Fixed = r.fixed(curves[o].Platform)
		} else if curves[o], err = r.curve(o, m.book); err != nil {
			curves[o] = costs.Curve{}
		}
	}
	return curves, r.Workload.Requests()
}
