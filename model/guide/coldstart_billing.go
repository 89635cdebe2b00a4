package guide

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/quantity"
)

// startBilling bills the serverless platform again for the components that it
// takes. One that it refuses runs elsewhere, and must not leave the others
// without a figure.
type startBilling struct {
	*model.Evaluation
	platform *costs.Platform // as the scenario sets it, for all components
	work     costs.Workload  // the components that it takes
	volume   float64         // their requests a month
	refused  []string        // the other ones
}

func startBillingOf(e *model.Evaluation) *startBilling {
	s := &startBilling{Evaluation: e, platform: e.Platform(checklist.Serverless)}
	s.work, s.refused = taken(e, s.platform)
	s.volume = s.work.Requests()
	return s
}

// taken divides the components into those that a platform takes and the names
// of those that it refuses.
func taken(e *model.Evaluation, p *costs.Platform) (work costs.Workload, refused []string) {
	for _, c := range e.Resolved.Workload.Components {
		if slices.ContainsFunc(p.Refusals, func(r costs.Refusal) bool { return r.Component == c.Name }) {
			refused = append(refused, c.Name)
			continue
		}
		work.Components = append(work.Components, c)
	}
	return work, refused
}

// scope says which components the figures are for, "" where it is all of them.
func (s *startBilling) scope() string {
	switch all := len(s.Resolved.Workload.Components); {
	case len(s.refused) == 0:
		return ""
	case len(s.refused) == all:
		return fmt.Sprintf("No figures: %s takes none of the components.", s.platform.Name)
	default:
		return fmt.Sprintf("The figures are for the %d of %d components that %s takes; it refuses %s.", all-len(s.refused), all, s.platform.Name, strings.Join(s.refused, ", "))
	}
}

// rebilling is a platform with other settings, or the error of a
// price that these need and the book lacks.
type rebilling struct {
	platform *costs.Platform
	err      error
}

// rebilled builds the serverless platform again with changed settings. The
// evaluation itself stays as it is.
func (s *startBilling) rebilled(change func(*costs.ServerlessSettings)) rebilling {
	return s.built(s.work, checklist.Serverless, change)
}

// built builds the platform that stands for an option with other settings.
func (s *startBilling) built(work costs.Workload, o checklist.Option, change func(*costs.ServerlessSettings)) rebilling {
	settings := s.Resolved.Settings
	change(&settings.Serverless)
	p, err := costs.Build(s.Resolved.Kinds[slices.Index(checklist.Placeable, o)], s.Book, &settings, work)
	return rebilling{p, err}
}

// unchanged leaves the settings as the scenario has them.
func unchanged(*costs.ServerlessSettings) {}

// difference is what a change of settings costs, or why that is not known.
type difference struct {
	usd float64 // a month; NaN where it is not known
	how string  // the lines of the bill that change
	why string
}

// difference compares the bill without a setting to the one with it.
func (r rebilling) difference(with rebilling, q float64) difference {
	d := difference{usd: math.NaN()}
	for _, x := range []rebilling{r, with} {
		if x.err != nil {
			d.why = "no known price here: " + x.err.Error()
			return d
		}
		if why, ok := noBill(x.platform, q); ok {
			d.why = why.Text
			return d
		}
	}
	// Another region that stands in for a missing price would make the
	// difference one of regions.
	if a, b := r.platform, with.platform; a.ID == b.ID && a.Region != b.Region {
		d.why = "no known price in " + a.Region
		return d
	}
	d.usd = with.platform.Cost(q) - r.platform.Cost(q)
	d.how = changedLines(r.platform.Bill(q), with.platform.Bill(q))
	return d
}

// lineFormula is the longest formula that is shown in a list of changes; a
// longer one, which has a term for each of many components, shows its sum.
const lineFormula = 96

// changedLines names the lines in which two bills differ.
func changedLines(without, with costs.Bill) string {
	var parts []string
	for i := range with.Lines {
		l := &with.Lines[i]
		old := lineOf(without, l.Meter)
		switch {
		case old == nil:
			parts = append(parts, fmt.Sprintf("%s %s = %s", l.Label, shortFormula(l), quantity.Money(l.USD)))
		case math.Abs(old.USD-l.USD) > 1e-9:
			parts = append(parts, fmt.Sprintf("%s %s instead of %s", l.Label, quantity.Money(l.USD), quantity.Money(old.USD)))
		}
	}
	for i := range without.Lines {
		if l := &without.Lines[i]; lineOf(with, l.Meter) == nil {
			parts = append(parts, fmt.Sprintf("%s of %s falls away", l.Label, quantity.Money(l.USD)))
		}
	}
	return strings.Join(parts, "; ")
}

// lineOf is a bill's line of a meter, nil where it has none.
func lineOf(b costs.Bill, meter string) *costs.Line {
	i := slices.IndexFunc(b.Lines, func(l costs.Line) bool { return l.Meter == meter })
	if i < 0 {
		return nil
	}
	return &b.Lines[i]
}

func shortFormula(l *costs.Line) string {
	if len(l.Formula) <= lineFormula {
		return l.Formula
	}
	_, end, ok := strings.Cut(l.Formula, " = ")
	if !ok || len(end) > lineFormula {
		return costs.Figure(l.Quantity) + " " + l.Unit
	}
	return end
}
