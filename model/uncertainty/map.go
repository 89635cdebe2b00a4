package uncertainty

import (
	"context"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// Axis is a figure of a scenario and the values at which a map looks.
type Axis struct {
	Path   string // the key of --set
	Label  string
	Kind   quantity.Kind
	Values []float64 // in the base unit, rising

	input UncertainInput
}

// NewAxis makes an axis of n values between two, evenly spread where the figure
// is a ratio of two times or more apart and above nothing: then by factors. The
// error is an *InputError for a key that is unknown or no figure.
func NewAxis(e *model.Evaluation, key string, low, high float64, n int) (Axis, error) {
	s := e.Explicit()
	f, at, wrong := scenario.Find(&s, key)
	if wrong != nil {
		return Axis{}, wrong
	}
	if !f.Kind.Numeric() {
		return Axis{}, &quantity.InputError{Key: key, Problem: "not a figure", Allowed: "take an input that is one, such as " + paths.Requests.String()}
	}
	low, high = math.Max(low, f.Min), math.Min(high, f.Max)
	a := Axis{Kind: f.Kind}
	for i := range n {
		part := float64(i) / math.Max(1, float64(n-1))
		v := low + (high-low)*part
		if low > 0 && high >= 2*low {
			v = low * math.Pow(high/low, part)
		}
		a.Values = append(a.Values, v)
	}
	a.input = uncertainInput(e, f, at, quantity.Amount{Low: low, High: high})
	if f.Path == paths.Requests {
		a.input.field, a.input.moves = inProportion(f, e), movedBills{volume: true}
	}
	a.Path, a.Label = a.input.Path, a.input.Label
	return a, nil
}

// inProportion is the volume of the whole system as a field: components keep
// their shares of it, to the last bit at any value.
func inProportion(f *scenario.Field, e *model.Evaluation) *scenario.Field {
	whole := *f
	whole.Slot = proportions(e.Resolved.Workload.Shares())
	return &whole
}

// Map says for every two values of two figures which option costs the least.
type Map struct {
	Across, Up Axis
	Cells      [][]Cell // by value of Up, then of Across
}

// Cell is who is the cheapest at two values.
type Cell struct {
	Cheapest checklist.Option // Hybrid for the best mix, "" where nothing can run
	USD      float64          // a month, people included where the scenario does; +Inf where nothing can run
	Next     float64          // USD a month of the next one, +Inf where there is none
}

// FindMap bills every two values of two different figures, with everything else
// as it is. The best mix is that of today's placement, which nobody moves because
// a figure is another one; what a call across costs stays. Cells depend on nothing
// but the scenario and their two values. The error is the context's.
func FindMap(ctx context.Context, e *model.Evaluation, across, up Axis) (*Map, error) {
	explicit := *e
	explicit.Scenario = e.Explicit()
	m := newDrawModel(&explicit, []UncertainInput{across.input, up.input})
	out := &Map{Across: across, Up: up, Cells: make([][]Cell, len(up.Values))}
	workers := min(model.BesideWorkers, len(up.Values))
	model.SideBySide(workers, func(w int) {
		t := m.newDrawer()
		for row := w; row < len(up.Values); row += workers {
			cells := make([]Cell, 0, len(across.Values))
			for _, v := range across.Values {
				if ctx.Err() != nil {
					return
				}
				t.values[0], t.values[1] = v, up.Values[row]
				cells = append(cells, t.cell())
			}
			out.Cells[row] = cells
		}
	})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return out, nil
}

// cell bills the values that are set.
func (t *drawer) cell() Cell {
	curves, q := t.curvesAt(t.values)
	var usd [checklist.PlaceableCount + 1]float64
	for o := range curves {
		usd[o] = usdAt(curves[o], q)
	}
	usd[checklist.PlaceableCount] = math.Inf(1)
	if t.split.existing {
		usd[checklist.PlaceableCount] = t.splitUSD()
	}
	c := Cell{USD: math.Inf(1), Next: math.Inf(1)}
	best := -1
	for o, v := range usd {
		if v < c.USD {
			c.USD, c.Next, best = v, c.USD, o
		} else if v < c.Next {
			c.Next = v
		}
	}
	if best >= 0 {
		c.Cheapest = slices.Concat(checklist.Placeable, []checklist.Option{checklist.Hybrid})[best]
	}
	return c
}
