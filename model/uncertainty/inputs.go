package uncertainty

import (
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// UncertainInput is a value of the scenario that its author gave as a range.
type UncertainInput struct {
	Path  string // the key of --set: components.api.duration
	Label string // what an architect calls it: duration of api
	Kind  quantity.Kind
	Range quantity.Amount // in the base unit; 90 % of its draws lie within

	field  *scenario.Field
	at     scenario.At
	spread spread
	moves  movedBills
}

// movedBills says which bills an input enters, so that a draw prices anew only
// what it has to.
type movedBills struct {
	volume  bool                           // the volume alone, at which the same curves are read
	people  bool                           // the fixed cost of people
	options [checklist.PlaceableCount]bool // the meters, by the order of checklist.Placeable
}

// uncertainInputs lists the ranges that a bill of the present month rests on,
// in the order of the file. Ranges that enter none are left out: growth, the
// size of the team, a second toolchain and, in a single zone, calls between components
// where all is on one platform, people whom the totals leave out, answers that components take the
// place of.
func uncertainInputs(e *model.Evaluation) []UncertainInput {
	s := &e.Scenario
	var list []UncertainInput
	whole, together := wholeVolume(e)
	if together {
		list = append(list, whole)
	}
	for _, f := range scenario.FieldTable() {
		if together && f.Path == paths.ComponentRequests {
			continue
		}
		if !f.Kind.Numeric() || f.SetOnly || f.Exact || !bills(e, f) {
			continue
		}
		components := 1
		if f.Path.In(paths.Component) {
			components = len(s.Components)
		}
		for i := range components {
			calls := 1
			if f.Path.In(paths.Call) {
				calls = len(s.Components[i].Calls)
			}
			for call := range calls {
				at := scenario.At{Component: i, Call: call}
				if a, ok := f.Amount(s, at); ok && a.IsRange() {
					list = append(list, uncertainInput(e, f, at, a))
				}
			}
		}
	}
	return list
}

// bills reports whether a field can enter a bill of this scenario.
func bills(e *model.Evaluation, f *scenario.Field) bool {
	switch f.Path.Section() {
	case paths.Components:
		return !f.Path.In(paths.Call) || e.Split.Mixed() || e.Resolved.Settings.Zones > 1
	case paths.Platforms:
		return true
	case paths.People:
		return e.Resolved.IncludePeople && (f.Path != paths.PeopleSecondToolchain || e.Split.Mixed()) // only a split has a second one
	case paths.Checklist:
		if f.Path == paths.Question(checklist.KeyRequests) && e.Scenario.SharesTotal() {
			return true
		}
		return e.Resolved.Implied && f.Path != paths.Question(checklist.KeyEngineers)
	}
	return false
}

func uncertainInput(e *model.Evaluation, f *scenario.Field, at scenario.At, a quantity.Amount) UncertainInput {
	u := UncertainInput{Path: f.Path.String(), Kind: f.Kind, Range: a, field: f, at: at, spread: spreadOf(f, a), moves: moves(e, f)}
	what := strings.ReplaceAll(f.Key(), "_", " ")
	switch f.Path.Section() {
	case paths.Components:
		name := e.Scenario.Components[at.Component].Name
		u.Path = f.Path.Named(name)
		switch {
		case f.Path.In(paths.Pod):
			what = "pod " + what
		case f.Path.In(paths.Call):
			call := e.Scenario.Components[at.Component].Calls[at.Call]
			u.Path = f.PathAt(at)
			u.Label = what + " of a call from " + name + " to " + call.To
			return u
		}
		u.Label = what + " of " + name
		if len(e.Scenario.Components) == 1 {
			u.Label = what
		}
	case paths.Platforms, paths.People:
		u.Label = what + " of " + f.Path.Option().Title()
	default:
		u.Label = what
	}
	return u
}

// moves says which bills a field enters. The volume of the only component is
// where its curves are read and no part of them; each of several components'
// volumes sets the proportions of the whole.
func moves(e *model.Evaluation, f *scenario.Field) (m movedBills) {
	switch {
	case volumeAlone(e, f):
		m.volume = true
		return m
	case f.Path == paths.PeopleSecondToolchain:
		return m // the split's alone
	case f.Path.In(paths.People):
		m.people = true
		return m
	}
	of := f.Path.Option()
	for i, o := range checklist.Placeable {
		kind, _ := costs.KindOf(e.Resolved.Kind(o))
		hosted := of == checklist.Kubernetes && kind.Provider == "" // on a cluster of one's own
		old := of == checklist.Serverless && o == checklist.Containers && e.Scenario.FollowsServerless()
		network := f.Path == paths.KubernetesNATGateways && o == checklist.Containers // which follow it
		m.options[i] = of == "" || of == o || hosted || old || network
		if f.Path.In(paths.Call) { // beside the split, what passes between zones of one platform
			m.options[i] = kind.PassesZones(&e.Resolved.Settings)
		}
	}
	return m
}

func volumeAlone(e *model.Evaluation, f *scenario.Field) bool {
	return len(e.Resolved.Workload.Components) == 1 &&
		(f.Path == paths.ComponentRequests || f.Path == paths.Question(checklist.KeyRequests))
}
