package report_test

import (
	"regexp"
	"testing"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// noFigure matches what nobody reads as a figure: an exponent, what is no number,
// a verb of the language that was left without its value.
var noFigure = regexp.MustCompile(`[0-9][eE][+-]?[0-9]|\bNaN\b|\bInf\b|%!`)

// Whatever figures a scenario may hold, a report has figures that can be read: at
// both ends of every field, at the least that is not zero, and over its whole range.
func TestFiguresCanBeRead(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range scenario.Fields() {
		if !f.Kind.Numeric() || f.Path.In(paths.Call) {
			continue
		}
		ends := []quantity.Amount{quantity.Exactly(f.Min), quantity.Exactly(f.Least()), quantity.Exactly(f.Max)}
		if !f.Exact {
			ends = append(ends, quantity.Amount{Low: f.Least(), High: f.Max}, quantity.Amount{Low: f.Min, High: f.Max})
		}
		for _, a := range ends {
			s, err := scenariofile.Preset("scenario-b")
			if err != nil {
				t.Fatal(err)
			}
			assignment := f.Path.Named(s.Components[0].Name) + "=" + quantity.FormatAmount(f.Kind, a)
			if s, err = scenario.Set(s, assignment); err != nil {
				t.Errorf("%s: %v", assignment, err)
				continue
			}
			e, err := model.Evaluate(s, book)
			if err != nil {
				if noFigure.MatchString(err.Error()) {
					t.Errorf("%s: %v", assignment, err)
				}
				continue
			}
			text := string(report.Text(e, quick(t, e)))
			if at := noFigure.FindStringIndex(text); at != nil {
				t.Errorf("%s: the report has %q", assignment, text[max(0, at[0]-60):min(len(text), at[1]+20)])
			}
		}
	}
}
