package report

import (
	"strings"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// setting is one value of the scenario as it was evaluated, whether its author
// gave it or a default stood in.
type setting struct {
	field *scenario.Field
	at    scenario.At
	value scenario.Value
	known bool // false where nothing was said and nothing is assumed
	given bool
}

// path is where the value stands in the scenario: components[0].duration.
func (s *setting) path() string { return s.field.PathAt(s.at) }

// assumed reports whether the evaluation rests on a value that nobody gave.
// What the architecture score derives from answers and components is no
// assumption, nor is an open question.
func (s *setting) assumed() bool {
	return s.known && !s.given && !strings.HasPrefix(s.field.Path, "architecture.")
}

// text prints the value as a scenario file shows it.
func (s *setting) text() string {
	switch v := s.value; {
	case !s.known:
		return "-"
	case s.field.Kind == quantity.Choices:
		return strings.Join(v.List, ", ")
	case s.field.Kind.Numeric() && v.Word == "":
		return quantity.FormatAmount(s.field.Kind, v.Amount)
	default:
		return v.Word
	}
}

// settings lists every value of the scenario in the order of the file, the
// fields of a component together.
func settings(e *model.Evaluation) []setting {
	r := reader{shown: e.Explicit(), effective: e.Effective()}
	var list []setting
	componentsDone := false
	for _, f := range scenario.Fields() {
		switch {
		case f.SetOnly:
		case !strings.HasPrefix(f.Path, "components."):
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

func (r *reader) components() []setting {
	var list []setting
	for i := range r.shown.Components {
		for _, f := range scenario.Fields() {
			if strings.HasPrefix(f.Path, "components.") && !strings.Contains(f.Path, ".calls.") {
				list = append(list, r.read(f, scenario.At{Component: i}))
			}
		}
		for j := range r.shown.Components[i].Calls {
			for _, f := range scenario.Fields() {
				if strings.Contains(f.Path, ".calls.") {
					list = append(list, r.read(f, scenario.At{Component: i, Call: j}))
				}
			}
		}
	}
	return list
}

// read returns the value of a field: the author's, else what stood in for it.
func (r *reader) read(f *scenario.Field, at scenario.At) setting {
	s := setting{field: f, at: at}
	s.value, s.given, s.known = r.effective.Value(f, at)
	return s
}
