package uncertainty

import (
	"math/rand/v2"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/plan"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// drawer bills one draw after the other in memory of its own.
type drawer struct {
	*drawModel
	scenario scenario.Scenario
	resolved plan.Resolved
	defaults scenario.Scenario
	askers   [checklist.PlaceableCount]*costs.Asker // nil for an option that no input moves
	curves   [checklist.PlaceableCount]costs.Curve
	sides    []drawnSide                       // of the split
	peaks    []scenario.Maybe[quantity.Amount] // by component whose week moves: as the week was last resolved

	numbers rand.PCG
	values  []float64   // by input
	columns [][]float64 // by input: the values of a chunk of draws
	axis    []float64
	every   int // how many draws there are to one that is read along the axis
	wins    [][checklist.PlaceableCount]int
}

// newDrawer makes a drawer of the options' curves and of the split.
func (m *drawModel) newDrawer() *drawer {
	t := m.newCurveDrawer()
	t.sides = t.drawnSides()
	return t
}

// newCurveDrawer makes a drawer of the options' curves alone.
func (m *drawModel) newCurveDrawer() *drawer {
	t := &drawer{
		drawModel: m, scenario: m.scenario.Clone(), resolved: m.resolved, defaults: scenario.DefaultsOf(&m.scenario), curves: m.curves,
		values: make([]float64, len(m.inputs)), columns: make([][]float64, len(m.inputs)),
	}
	r := &t.resolved
	r.Workload.Components = slices.Clone(r.Workload.Components)
	r.Workload.Calls = slices.Clone(r.Workload.Calls)
	for o := range t.askers {
		if m.moves.options[o] {
			t.askers[o] = costs.Compile(r.Kinds[o], m.book, &r.Settings, &r.Workload, m.parts.moves())
		}
	}
	return t
}

// curvesAt returns the options' curves and the volume for values of the
// inputs, good until it is called again. Curves that no input enters are those
// of the evaluation; an option that cannot be billed for these values has no
// platform.
func (t *drawer) curvesAt(values []float64) (curves *[checklist.PlaceableCount]costs.Curve, q float64) {
	for i := range t.inputs {
		in := &t.inputs[i]
		if in.moves.volume && t.moves.only() && len(t.sides) == 0 {
			return &t.curves, values[i]
		}
		in.field.Slot.Set(&t.scenario, in.at, scenario.Value{Amount: quantity.Exactly(values[i])})
	}
	r := &t.resolved
	if err := t.resolve(values); err != nil {
		t.curves = [checklist.PlaceableCount]costs.Curve{}
		return &t.curves, 0
	}
	for o := range t.curves {
		c := &t.curves[o]
		c.Platform, c.Fixed = t.drawModel.curves[o].Platform, t.fixed(o)
		if t.askers[o] != nil {
			c.Platform, _ = t.askers[o].Ask()
		}
	}
	return &t.curves, r.Workload.Requests()
}

// fixed returns the USD a month of people on top of an option's bill.
func (t *drawer) fixed(o int) float64 {
	if t.moves.people {
		return t.resolved.Fixed(t.drawModel.curves[o].Platform)
	}
	return t.drawModel.curves[o].Fixed
}

// resolve brings the resolved scenario up to the values that were set.
func (t *drawer) resolve(values []float64) (err error) {
	p, r, s := &t.parts, &t.resolved, &t.scenario
	if p.everything {
		kept := r.Workload.Components // where the askers read them
		if *r, err = plan.Resolve(*s); len(r.Workload.Components) == len(kept) {
			copy(kept, r.Workload.Components)
			r.Workload.Components = kept
		}
		return err
	}
	if p.volume >= 0 {
		r.Workload.Components[0].Requests = values[p.volume]
	}
	d := &t.defaults
	if len(p.sharing) > 0 {
		d.Components[0].Requests = scenario.Some(s.UnstatedRequests(quantity.Amount{}))
	}
	for _, i := range p.numbers {
		plan.ResolveNumbers(&s.Components[i], &d.Components[0], s, &r.Workload.Components[i])
	}
	if p.kubernetes { // a pod's memory follows the utilization
		for i := range s.Components {
			plan.ResolveNumbers(&s.Components[i], &d.Components[0], s, &r.Workload.Components[i])
		}
	}
	if err := t.resolveWeeks(); err != nil {
		return err
	}
	if p.toolchain {
		r.Toolchain = s.People.Toolchain.Value.Value()
	}
	if p.calls {
		plan.ResolveCalls(s.Components, r.Workload.Components, r.Workload.Calls)
	}
	if p.kubernetes {
		kind := r.Settings.Kubernetes.Kind
		r.Settings.Kubernetes, err = plan.ResolveKubernetes(s.Kubernetes, d.Kubernetes)
		r.Settings.Kubernetes.Kind = kind
	}
	if p.containers {
		r.Settings.Containers = plan.ResolveContainers(s.ContainersSide(), d.Containers, &r.Settings.Kubernetes)
	}
	if p.serverless {
		r.Settings.Serverless = plan.ResolveServerless(s.Serverless, d.Serverless)
	}
	if p.wasm {
		r.Settings.Wasm = plan.ResolveWasm(s.Wasm, d.Wasm)
	}
	return err
}

// resolveWeeks resolves the components whose weeks move. To raise a pattern to a
// peak takes longer than all else, so a week stays while its peak does.
func (t *drawer) resolveWeeks() (err error) {
	s, d, components := &t.scenario, &t.defaults.Components[0], t.resolved.Workload.Components
	if t.peaks == nil {
		t.peaks = make([]scenario.Maybe[quantity.Amount], len(components))
	}
	for _, i := range t.parts.weeks {
		c := &s.Components[i]
		if c.PeakToMean == t.peaks[i] {
			plan.ResolveNumbers(c, d, s, &components[i])
			continue
		}
		internal, store := components[i].Internal, components[i].CallsStore // as the calls say, which are the same
		if components[i], err = plan.ResolveComponent(c, d, s, nil); err != nil {
			return err
		}
		components[i].Internal, components[i].CallsStore = internal, store
		t.peaks[i] = c.PeakToMean
	}
	return nil
}
