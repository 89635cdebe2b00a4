package uncertainty

import (
	"context"
	"math"
	"math/rand/v2"
	"sync"
	"sync/atomic"

	"runwhere/checklist"
	"runwhere/costs"
)

// chunkDraws is how many draws share one stream of random numbers. A stream
// depends on the seed and the chunk alone, so the result is the same however
// many processors work on it.
const chunkDraws = 250

// outcomes is what all draws came to, each slice by draw.
type outcomes struct {
	values [][]float64                     // by input
	usd    drawnUSD                        // a month at the drawn volume, +Inf where an option cannot run
	split  []float64                       // the same of the split, nil where it uses one platform
	wins   [][checklist.PlaceableCount]int // by volume of the axis: draws in which the option is the cheapest

	axisDraws int // how many draws wins were counted in
}

// drawWorkers is how many chunks are billed side by side, each in memory of its
// own: enough for the processors of a large machine.
const drawWorkers = 16

// drawAll bills every draw, and about axisDraws of them, evenly spread, along
// the axis too. Chunks run side by side; what they count is added
// in whole numbers, whose sum has no order. Once the context is done no more is
// drawn, and what comes back says nothing.
func (m *drawModel) drawAll(ctx context.Context, draws int, seed uint64, axis []float64, axisDraws int) *outcomes {
	s := &outcomes{values: make([][]float64, len(m.inputs)), wins: make([][checklist.PlaceableCount]int, len(axis))}
	for i := range s.values {
		s.values[i] = make([]float64, draws)
	}
	for o := range s.usd {
		s.usd[o] = make([]float64, draws)
	}
	if m.split.existing {
		s.split = make([]float64, draws)
	}
	every := max(1, draws/axisDraws)
	s.axisDraws = (draws + every - 1) / every
	if m.moves.only() { // every draw has the same curves
		countWins(s.wins, &m.curves, axis, s.axisDraws)
		axis = nil
	}
	chunks := (draws + chunkDraws - 1) / chunkDraws
	workers := min(chunks, drawWorkers)
	wins := make([][][checklist.PlaceableCount]int, workers)
	var working sync.WaitGroup
	var taken atomic.Int64
	for w := range workers {
		working.Go(func() {
			var t *drawer // made once there is work for it
			for c := int(taken.Add(1)) - 1; c < chunks; c = int(taken.Add(1)) - 1 {
				if t == nil {
					t = m.newDrawer()
					t.axis, t.every, t.wins = axis, every, make([][checklist.PlaceableCount]int, len(axis))
					wins[w] = t.wins
				}
				t.chunk(ctx, s, c*chunkDraws, min((c+1)*chunkDraws, draws), seed, uint64(c))
			}
		})
	}
	working.Wait()
	for w := range wins {
		for v := range wins[w] {
			for o := range checklist.PlaceableCount {
				s.wins[v][o] += wins[w][v][o]
			}
		}
	}
	return s
}

// chunk fills the draws from first up to last. It allocates nothing where
// every platform can be rebilled.
func (t *drawer) chunk(ctx context.Context, s *outcomes, first, last int, seed, stream uint64) {
	t.numbers.Seed(seed, stream)
	for i := range t.inputs {
		t.columns[i] = s.values[i][first:last]
	}
	t.sample()
	for d := first; d < last && ctx.Err() == nil; d++ {
		for i, column := range t.columns {
			t.values[i] = column[d-first]
		}
		curves, q := t.curvesAt(t.values)
		for o := range curves {
			s.usd[o][d] = usdAt(curves[o], q)
		}
		if s.split != nil {
			s.split[d] = t.splitUSD()
		}
		if d%t.every == 0 {
			countWins(t.wins, curves, t.axis, 1)
		}
	}
}

// sample fills the columns with values of the inputs, one number of the stream
// for each value, draw by draw.
func (t *drawer) sample() {
	for d := range t.columns[0] {
		for _, column := range t.columns {
			column[d] = uniform(&t.numbers)
		}
	}
	together := &t.together
	for _, i := range together.inputs {
		for d, p := range t.columns[i] {
			t.columns[i][d] = normalQuantile(p)
		}
	}
	together.mix(t.columns)
	for _, i := range together.inputs {
		for d, z := range t.columns[i] {
			t.columns[i][d] = t.inputs[i].spread.at(z)
		}
	}
	for _, i := range t.alone {
		for d, p := range t.columns[i] {
			t.columns[i][d] = t.inputs[i].spread.quantile(p)
		}
	}
}

// countWins counts who is the cheapest at each volume of the axis. No cost falls
// as the volume grows, so what an option cost at a lower volume is the least that
// it costs at a higher one: it is read only where that is not above another
// one's cost already.
func countWins(wins [][checklist.PlaceableCount]int, curves *[checklist.PlaceableCount]costs.Curve, axis []float64, weight int) {
	var least [checklist.PlaceableCount]float64
	last := 0 // who was the cheapest, and is read first
	for v, q := range axis {
		least[last] = usdAt(curves[last], q)
		best := least[last]
		for o := range curves {
			if o != last && least[o] <= best {
				least[o] = usdAt(curves[o], q)
				best = min(best, least[o])
			}
		}
		if math.IsInf(best, 1) {
			continue
		}
		last = cheapest(least)
		wins[v][last] += weight
	}
}

// uniform returns a number strictly between 0 and 1.
func uniform(random *rand.PCG) float64 {
	return (float64(random.Uint64()>>11) + 0.5) / (1 << 53)
}

// usdAt reads a curve; one without a platform could not be billed.
func usdAt(c costs.Curve, q float64) float64 {
	if c.Platform == nil {
		return math.Inf(1)
	}
	return c.Cost(q)
}

// drawnUSD is what each option costs in each draw, by option in the order of
// checklist.Placeable and then by draw; +Inf where it cannot run.
type drawnUSD [checklist.PlaceableCount][]float64

// at is what the options cost in one draw.
func (u *drawnUSD) at(d int) (usd [checklist.PlaceableCount]float64) {
	for o := range usd {
		usd[o] = u[o][d]
	}
	return usd
}

// cheapest returns the option that costs the least, the first of several and
// −1 where none can run.
func cheapest(usd [checklist.PlaceableCount]float64) int {
	best, least := -1, math.Inf(1)
	for o, v := range usd {
		if v < least {
			best, least = o, v
		}
	}
	return best
}
