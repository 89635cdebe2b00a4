package report

import (
	"strings"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// Setting is one value of the scenario as it was evaluated, with where it came
// from.
type Setting struct {
	Field  *scenario.Field
	At     scenario.At
	Value  scenario.Value
	Known  bool // false where nothing was said and nothing is assumed
	Source scenario.Source
}

// Path is where the value is in the scenario: components[0].duration.
func (s *Setting) Path() string { return s.Field.PathAt(s.At) }

// Assumed reports whether the evaluation rests on a value that nobody gave.
// An open question is no assumption.
func (s *Setting) Assumed() bool { return s.Known && s.Source.Kind == scenario.Assumed }

// Text prints the value as a scenario file shows it.
func (s *Setting) Text() string {
	switch v := s.Value; {
	case !s.Known:
		return "-"
	case s.Field.Kind == quantity.Choices:
		return strings.Join(v.List, ", ")
	case s.Field.Kind == quantity.Week:
		return costs.MeasuredWeek
	case s.Field.Kind == quantity.Pairs || s.Field.Kind == quantity.Pools || s.Field.Kind == quantity.Agreed:
		return s.Field.Format(v)
	case s.Field.Kind.Numeric() && v.Word == "":
		return quantity.FormatAmount(s.Field.Kind, v.Amount)
	default:
		return v.Word
	}
}

// Settings lists every value of the scenario in the order of the file, the
// fields of a component together.
func Settings(e *model.Evaluation) []Setting {
	r := reader{shown: e.Explicit(), effective: e.Effective()}
	var list []Setting
	componentsDone := false
	for _, f := range scenario.Fields() {
		switch {
		case f.SetOnly:
		case !f.Path.In(paths.Components):
			list = append(list, r.read(f, scenario.At{}))
		case !componentsDone:
			list = append(list, r.components()...)
			componentsDone = true
		}
	}
	return list
}

// reader reads fields off an evaluation.
type reader struct {
	shown     scenario.Scenario // with the implied component written out
	effective *model.Effective
}

func (r *reader) components() []Setting {
	var list []Setting
	for i := range r.shown.Components {
		for _, f := range scenario.Fields() {
			if _, given := f.Value(&r.shown, scenario.At{Component: i}); f.Path.In(paths.Places) && !given {
				continue // nobody sets it there
			}
			if f.Path.In(paths.Components) && !f.Path.In(paths.Call) {
				list = append(list, r.read(f, scenario.At{Component: i}))
			}
		}
		for j := range r.shown.Components[i].Calls {
			for _, f := range scenario.Fields() {
				if f.Path.In(paths.Call) {
					list = append(list, r.read(f, scenario.At{Component: i, Call: j}))
				}
			}
		}
	}
	return list
}

// read returns the value of a field: the author's, else what stood in for it.
func (r *reader) read(f *scenario.Field, at scenario.At) Setting {
	s := Setting{Field: f, At: at}
	s.Value, s.Source, s.Known = r.effective.Value(f, at)
	return s
}
