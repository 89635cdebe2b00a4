package uncertainty

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/plan"
	"runwhere/model/scenario"
)

// drawModel bills a scenario for given values of its uncertain inputs.
type drawModel struct {
	scenario scenario.Scenario
	resolved plan.Resolved // with every input at its point value
	book     *pricebook.Book
	inputs   []UncertainInput
	moves    movedBills                            // of all inputs together
	parts    movedParts                            // of all inputs together
	curves   [checklist.PlaceableCount]costs.Curve // where every input has its point value
	split    splitSides

	together   dependence
	alone      []int // the inputs that are drawn independently of each other
	correlated []Correlated
}

// movedParts says which parts of the resolved scenario the inputs enter, so
// that a draw resolves nothing else.
type movedParts struct {
	everything                               bool  // answers and people, which are resolved with all the rest
	volume                                   int   // the input that is the volume of an implied component, -1 for none
	numbers, weeks                           []int // of components
	sharing                                  []int // components that take a part of the system's total, and so follow every volume
	kubernetes, containers, serverless, wasm bool
	calls, toolchain                         bool // what the split alone pays
}

// moves is what the inputs change for a platform.
func (p *movedParts) moves() costs.Moves {
	return costs.Moves{Weeks: p.everything || len(p.weeks) > 0, Settings: p.everything || p.kubernetes || p.containers || p.serverless || p.wasm, Components: p.everything}
}

func newDrawModel(e *model.Evaluation, inputs []UncertainInput) *drawModel {
	m := &drawModel{scenario: e.Scenario, resolved: e.Resolved, book: e.Book, inputs: inputs, split: sidesOf(e, inputs)}
	m.scenario.Compare = nil // what is only compared stands for no option
	m.resolved.Kinds = m.resolved.Kinds[:checklist.PlaceableCount]
	m.parts.volume = -1
	for i := range m.scenario.Components {
		if m.scenario.SharesTotal() && !m.scenario.Components[i].Requests.Given() {
			m.parts.sharing = append(m.parts.sharing, i)
		}
	}
	copy(m.curves[:], e.Curves)
	m.together, m.correlated = dependenceOf(e, inputs)
	for i := range inputs {
		if !slices.Contains(m.together.inputs, i) {
			m.alone = append(m.alone, i)
		}
		moves := &inputs[i].moves
		m.moves.volume = m.moves.volume || moves.volume
		m.moves.people = m.moves.people || moves.people
		for o, moved := range moves.options {
			m.moves.options[o] = m.moves.options[o] || moved
		}
		m.parts.add(&m.resolved, i, &inputs[i])
	}
	m.parts.numbers, m.parts.weeks = once(m.parts.numbers), once(m.parts.weeks)
	return m
}

// add takes up what an input enters.
func (p *movedParts) add(r *plan.Resolved, i int, in *UncertainInput) {
	path := in.field.Path
	if path == paths.ComponentRequests || path == paths.Question(checklist.KeyRequests) && !in.moves.volume {
		p.numbers = append(p.numbers, p.sharing...)
	}
	switch {
	case path == paths.Question(checklist.KeyRequests) && len(p.sharing) > 0 && !in.moves.volume:
	case path == paths.Requests:
		for c := range r.Workload.Components {
			p.numbers = append(p.numbers, c)
		}
	case path.In(paths.Call):
		p.calls = true
	case path == paths.ServerlessFunctionMemory, path == paths.ComponentDuration && !r.Workload.Components[in.at.Component].HTTP:
		p.everything = true // which is each component's, and a run that lasts makes a job of it
	case path == paths.PeopleSecondToolchain:
		p.toolchain = true
	case path == paths.ComponentPeakToMean:
		p.weeks = append(p.weeks, in.at.Component)
	case path.In(paths.Components):
		p.numbers = append(p.numbers, in.at.Component)
	case path.In(paths.Platforms):
		p.kubernetes = p.kubernetes || path.Option() == checklist.Kubernetes
		p.containers = p.containers || path.Option() != checklist.Wasm // whose settings follow those of both sides
		p.serverless = p.serverless || path.Option() == checklist.Serverless
		p.wasm = p.wasm || path.Option() == checklist.Wasm
	case in.moves.volume:
		p.volume = i
	default:
		p.everything = true
	}
}

// once sorts components and names each once: several figures of one are ranges.
func once(components []int) []int {
	slices.Sort(components)
	return slices.Compact(components)
}

// only reports whether nothing but the volume is drawn.
func (b *movedBills) only() bool { return !b.people && b.options == [checklist.PlaceableCount]bool{} }

// curvesAt returns the options' curves and the volume for values of the inputs,
// for the caller to keep.
func (m *drawModel) curvesAt(values []float64) ([checklist.PlaceableCount]costs.Curve, float64) {
	curves, q := m.newCurveDrawer().curvesAt(values)
	return *curves, q
}
