package merge

import (
	"errors"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// MergeOutcome is the verdict on one scenario in short.
type MergeOutcome struct {
	Recommendation checklist.Option // "" where no option can run the system
	Confidence     float64
	Cheapest       checklist.Option // the cheapest option that can run it, "" for none
	USD            float64          // what Cheapest costs a month; +Inf where there is none
	WithPeople     bool             // whether USD includes people and tools
	Unbilled       string           // why there is no verdict, "" where there is one

	points map[checklist.Option]float64 // of the options that can run the system
}

// outcomeOf reads the outcome off an evaluation. Among equally cheap options
// the higher ranked is the cheapest.
func outcomeOf(e *model.Evaluation) MergeOutcome {
	o := MergeOutcome{
		Recommendation: e.Verdict.Recommendation, Confidence: e.Verdict.Confidence,
		USD: math.Inf(1), WithPeople: e.Resolved.IncludePeople, points: map[checklist.Option]float64{},
	}
	for i := range e.Verdict.Ranking {
		r := &e.Verdict.Ranking[i]
		if !r.Feasible {
			continue
		}
		o.points[r.Option] = r.Points
		if usd := e.Owned(r); e.OwnPrice(r) && usd < o.USD {
			o.Cheapest, o.USD = r.Option, usd
		}
	}
	return o
}

// outcome works a scenario out.
func (m *Merged) outcome(s scenario.Scenario) MergeOutcome {
	e, err := model.Decide(s, m.Book)
	if err != nil {
		return MergeOutcome{Unbilled: err.Error(), USD: math.Inf(1)}
	}
	return outcomeOf(e)
}

// siteFields are the fields that can contradict each other about where a
// platform is: the first of them that some file leaves out is the first to be left open.
var siteFields = []paths.Path{
	paths.RegionAzure, paths.RegionGCP, paths.RegionAWS, paths.KubernetesNode, paths.Region,
	paths.WasmKind, paths.ServerlessKind, paths.KubernetesKind, paths.Cloud,
}

// fit works the merged scenario out. Where it has no price, because one file's
// region is not in another one's cloud, what does not fit is left open until it
// has one. Where nothing helps, the scenario stays as it is, without a verdict.
func (m *Merged) fit() {
	whole := m.Scenario.Clone()
	for range m.Fields {
		e, err := model.Decide(m.Scenario, m.Book)
		if err == nil {
			m.Outcome = outcomeOf(e)
			return
		}
		f := m.misfit(err)
		if f == nil {
			break
		}
		m.Misfits = append(m.Misfits, MergeMisfit{Field: f, Why: err.Error()})
		at, _ := f.at(&m.Scenario)
		f.Field.Clear(&m.Scenario, at)
		f.Merged = ""
	}
	m.Scenario, m.Outcome = whole, m.outcome(whole)
	for _, misfit := range m.Misfits {
		at, _ := misfit.Field.at(&m.Scenario)
		misfit.Field.Merged, _ = misfit.Field.Field.Text(&m.Scenario, at)
	}
	m.Misfits = nil
}

// misfit returns the field to leave open after an error: the one that the
// error names if some file leaves it out, else one about places that some file
// leaves out, else the one that the error names. It is nil where none is set.
func (m *Merged) misfit(err error) *MergeField {
	set := func(key string) *MergeField {
		for _, f := range m.Fields {
			if f.Key == key && f.Merged != "" {
				return f
			}
		}
		return nil
	}
	var input *quantity.InputError
	if !errors.As(err, &input) {
		return nil
	}
	named := set(input.Key)
	if named != nil && named.State == MergePartial {
		return named
	}
	for _, path := range siteFields {
		if f := set(path.String()); f != nil && f.State == MergePartial {
			return f
		}
	}
	if named != nil {
		return named
	}
	for _, path := range siteFields {
		if f := set(path.String()); f != nil {
			return f
		}
	}
	return nil
}

// differ reports whether outcomes that have a verdict recommend different
// things.
func differ(outcomes []MergeOutcome) bool {
	i := slices.IndexFunc(outcomes, func(o MergeOutcome) bool { return o.Unbilled == "" })
	return i >= 0 && slices.ContainsFunc(outcomes[i:], func(o MergeOutcome) bool {
		return o.Unbilled == "" && o.Recommendation != outcomes[i].Recommendation
	})
}
