package uncertainty

import (
	"cmp"
	"context"
	"math"
	"slices"

	"runwhere/costs"
	"runwhere/model"
)

// moveWork bounds the figures that are looked at to price both ends of every
// range, and leverWork those to search for the crossovers there. Systems of up to
// a hundred ranges hardly take a tenth of either.
const (
	moveWork  = 100e6
	leverWork = 60e6
)

// tornado moves one input after the other to both ends of its range. Levers
// are sorted by their swing, the widest first; those of no known swing last.
//
// Where there are too many ranges for moveWork, those are moved with which the
// difference between the two options varies the most in the draws. Crossovers
// are searched for from the widest swing on.
func (u *Uncertainty) tornado(ctx context.Context, m *drawModel, k *knowledge, drawn *outcomes) {
	a, b, ok := u.pair(m)
	t := &tornado{
		drawModel: m, a: a, b: b, drawers: make([]*drawer, min(len(m.inputs), model.BesideWorkers)),
		levers: make([]inputLever, len(m.inputs)), medians: m.medians(),
	}
	model.SideBySide(len(m.inputs), func(i int) {
		t.levers[i] = inputLever{input: i, Lever: Lever{
			UncertainInput: m.inputs[i], AtLow: math.NaN(), AtHigh: math.NaN(),
			CrossoverLow: math.NaN(), CrossoverHigh: math.NaN(), Worth: k.of(drawn.values[i]),
		}}
	})
	if ok {
		t.move(ctx, drawn, moveWork)
	}
	slices.SortStableFunc(t.levers, func(x, y inputLever) int { return cmp.Compare(y.Swing(), x.Swing()) })
	if ok {
		t.search(ctx, leverWork)
	}
	for i := range t.levers {
		u.Levers = append(u.Levers, t.levers[i].Lever)
	}
}

// tornado is the levers of the two options a and b.
type tornado struct {
	*drawModel
	a, b    int
	levers  []inputLever
	medians []float64 // by input
	drawers []*drawer // by worker
}

// inputLever is a lever and which of the inputs it is.
type inputLever struct {
	Lever
	input int
}

// at returns the curves of the options with one input at a value and all others
// at their median, good until the worker asks again, and the volume.
func (t *tornado) at(worker, input int, v float64) (a, b costs.Curve, q float64) {
	if t.drawers[worker] == nil {
		t.drawers[worker] = t.newCurveDrawer()
	}
	d := t.drawers[worker]
	copy(d.values, t.medians)
	d.values[input] = v
	curves, q := d.curvesAt(d.values)
	return curves[t.a], curves[t.b], q
}

// move bills the ends of the ranges, of as many as so many figures allow.
func (t *tornado) move(ctx context.Context, drawn *outcomes, figures int) {
	moved := allDraws(len(t.levers))
	if most := figures / (2 * t.effort()); most < len(moved) {
		moved = t.mostFelt(drawn)[:max(most, 1)]
	}
	workers := len(t.drawers)
	model.SideBySide(workers, func(w int) {
		for k := w; k < len(moved) && ctx.Err() == nil; k += workers {
			l := &t.levers[moved[k]]
			difference := func(v float64) float64 {
				a, b, q := t.at(w, l.input, v)
				return usdAt(b, q) - usdAt(a, q)
			}
			l.AtLow, l.AtHigh, l.Moved = difference(l.Range.Low), difference(l.Range.High), true
		}
	})
}

// mostFelt orders the inputs by how far the difference of the two options varies
// with each in the draws, the farthest first: the covariance of the two in
// deviations of the input.
func (t *tornado) mostFelt(drawn *outcomes) []int32 {
	felt := make([]float64, len(t.levers))
	model.SideBySide(len(felt), func(i int) {
		n, x, d, xx, xd := 0.0, 0.0, 0.0, 0.0, 0.0
		for k, v := range drawn.values[i] {
			difference := drawn.usd[t.b][k] - drawn.usd[t.a][k]
			if math.IsInf(difference, 0) || math.IsNaN(difference) {
				continue
			}
			n, x, d, xx, xd = n+1, x+v, d+difference, xx+v*v, xd+v*difference
		}
		if variance := xx/n - x/n*x/n; variance > 0 {
			felt[i] = math.Abs(xd/n-x/n*d/n) / math.Sqrt(variance)
		}
	})
	order := allDraws(len(felt))
	slices.SortStableFunc(order, func(i, j int32) int { return cmp.Compare(felt[j], felt[i]) })
	return order
}

// search looks for the crossovers at the ends of the ranges, as long as there is
// work left: of one lever, and then of as many at a time as that work allows by
// what the last ones took, up to one a worker.
func (t *tornado) search(ctx context.Context, left int) {
	size := 1
	for from := 0; from < len(t.levers) && left > 0 && ctx.Err() == nil; {
		batch := t.levers[from:min(from+size, len(t.levers))]
		from += len(batch)
		share, looked := left/(2*len(batch)), make([]int, len(batch))
		model.SideBySide(len(batch), func(w int) {
			if l := &batch[w]; l.Moved && ctx.Err() == nil {
				looked[w] = t.searchOne(w, l, share)
			}
		})
		for _, figures := range looked {
			left -= figures
		}
		size = min(max(left/(2*max(slices.Max(looked), 1)), 1), len(t.drawers))
	}
}

// searchOne looks for the crossovers of one lever, each within so many figures.
func (t *tornado) searchOne(worker int, l *inputLever, figures int) (looked int) {
	find := func(v float64) (float64, bool) {
		a, b, _ := t.at(worker, l.input, v)
		looked += t.effort()
		if a.Platform == nil || b.Platform == nil {
			return math.NaN(), true
		}
		a.Platform.Prepare()
		b.Platform.Prepare()
		c, used, settled := costs.FindCrossoverWithin(a, b, model.LowestVolume, model.HighestVolume, figures)
		looked += used
		if q, crosses := c.Sustained(); crosses && settled {
			return q, true
		}
		return math.NaN(), settled
	}
	low, foundLow := find(l.Range.Low)
	high, foundHigh := find(l.Range.High)
	if l.Searched = foundLow && foundHigh; l.Searched {
		l.CrossoverLow, l.CrossoverHigh = low, high
	}
	return looked
}
