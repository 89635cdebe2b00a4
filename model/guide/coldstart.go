package guide

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/quantity"
)

// ColdStarts is what is claimed and what was measured of cold starts, what
// they cost in a scenario now, and what each way round them would cost.
type ColdStarts struct {
	Claims   []ColdStartClaim
	Measured []MeasuredStart
	Marked   string          // whose runtimes are marked, or why none is
	Platform *costs.Platform // whose bill the remedies change: the serverless one
	Scope    string          // which components the figures are for, "" for all
	Now      ColdStartCost
	Remedies []ColdStartRemedy
}

// ColdStartClaim is what the guide says of an option's cold start, with better
// facts.
type ColdStartClaim struct {
	Option checklist.Option
	Claim  string
	Facts  []Fact
}

// MeasuredStart is a measured start, with the components that are written in
// its language.
type MeasuredStart struct {
	costs.ColdStart
	Components   []string
	Source, AsOf string
}

// ColdStartCost is what cold starts themselves cost a month.
type ColdStartCost struct {
	Rate         float64 // part of the requests that start an environment, 0..1
	Billed       bool    // whether the platform's bill has cold starts in it
	USD          float64 // at that rate; NaN where it is not known
	OnePercent   float64 // what 1 % of the requests would cost; NaN where it is not known
	How          string
	Source, AsOf string // of the rule that bills them
}

// ColdStartsOf works out what cold starts mean in the scenario. It bills the
// serverless platform several times: keep the result, rather than asking in a
// loop.
func ColdStartsOf(e *model.Evaluation) ColdStarts {
	s := startBillingOf(e)
	c := ColdStarts{Platform: s.platform, Scope: s.scope(), Now: s.now(), Remedies: s.remedies()}
	row := checklist.Comparison[slices.IndexFunc(checklist.Comparison, func(r checklist.ComparisonRow) bool { return r.ID == rowColdStart })]
	for _, o := range checklist.Placeable {
		c.Claims = append(c.Claims, ColdStartClaim{o, claimOf(&row, o), factsOf(checksFor(row.Checks.Facts(), o))})
	}
	c.Measured, c.Marked = measuredStarts(e)
	return c
}

// measuredStarts lists all measured starts, those of the scenario's own
// languages marked.
func measuredStarts(e *model.Evaluation) (list []MeasuredStart, about string) {
	measured := map[string]bool{}
	for _, m := range costs.ColdStarts() {
		start := MeasuredStart{ColdStart: m, Source: costs.ColdStartSource, AsOf: costs.ColdStartAsOf}
		if m.Package == costs.SnapStart {
			start.Source, start.AsOf = costs.SnapStartMeasured, costs.SnapStartAsOf
		}
		for i := range e.Resolved.Workload.Components {
			if c := &e.Resolved.Workload.Components[i]; c.Runtime != "" && c.Runtime == m.Language {
				start.Components = append(start.Components, c.Name)
				measured[c.Runtime] = true
			}
		}
		list = append(list, start)
	}
	var marked, unmeasured, unnamed []string
	for i := range e.Resolved.Workload.Components {
		switch c := &e.Resolved.Workload.Components[i]; {
		case c.Runtime == "":
			unnamed = append(unnamed, c.Name)
		case measured[c.Runtime]:
			marked = append(marked, fmt.Sprintf("%s (%s)", c.Name, c.Runtime))
		default:
			unmeasured = append(unmeasured, fmt.Sprintf("%s (%s)", c.Name, c.Runtime))
		}
	}
	return list, markedText(marked, unmeasured, unnamed)
}

func markedText(marked, unmeasured, unnamed []string) string {
	if len(marked)+len(unmeasured) == 0 {
		return "No component names its runtime, so none is marked."
	}
	var parts []string
	for _, p := range []struct {
		lead  string
		names []string
	}{
		{"marked for ", marked},
		{"not measured: ", unmeasured},
		{"without a named runtime: ", unnamed},
	} {
		if len(p.names) > 0 {
			parts = append(parts, p.lead+strings.Join(p.names, ", "))
		}
	}
	text := strings.Join(parts, "; ") + "."
	return words.Capital(text)
}

// now bills the cold starts themselves: at the scenario's rate, and
// at 1 % of the requests, which is what shows the size where the rate is 0.
func (s *startBilling) now() ColdStartCost {
	p, rate := s.platform, s.Resolved.Settings.Serverless.ColdStartRate
	now := ColdStartCost{Rate: rate, USD: math.NaN(), OnePercent: math.NaN()}
	rule, ok := p.StartRule()
	if !ok {
		now.How = "No line of the bill of " + p.Name + " depends on cold starts."
		return now
	}
	now.Billed, now.Source, now.AsOf = true, rule.Source, rule.AsOf
	if len(s.work.Components) == 0 {
		now.How = s.scope()
		return now
	}
	none := s.rebilled(func(s *costs.ServerlessSettings) { s.ColdStartRate = 0 })
	one := none.difference(s.rebilled(func(s *costs.ServerlessSettings) { s.ColdStartRate = onePercent }), s.volume)
	if one.why != "" {
		now.How = "No figure: " + one.why + "."
		return now
	}
	now.USD, now.OnePercent = none.difference(s.rebilled(unchanged), s.volume).usd, one.usd
	now.How = fmt.Sprintf("Cold starts are %s of the requests: %s a month; %s. 1 %% of the requests would make it %s: %s.",
		quantity.FormatRatio(rate), quantity.Money(now.USD), rule.Text, quantity.Money(now.OnePercent), s.startTerms(onePercent))
	return now
}

const onePercent = 0.01

// startTerms prints how many starts of how many seconds a rate makes, for the
// component with the most of them.
func (s *startBilling) startTerms(rate float64) string {
	var most *costs.Component
	components := s.work.Components
	for i := range components {
		if c := &components[i]; most == nil || c.Requests*c.Init > most.Requests*most.Init {
			most = c
		}
	}
	rule, _ := s.platform.StartRule()
	seconds, mib := rule.Billed(most.Init, s.platform.StartMemory(&s.Resolved.Settings, most))
	text := fmt.Sprintf("%s %s starts × %s s of initialisation × %s", most.Name, costs.Figure(most.Requests*rate), costs.Figure(seconds), quantity.FormatMemory(mib))
	if n := len(components) - 1; n > 0 {
		text += fmt.Sprintf(", and %d more", n)
	}
	if s.Resolved.Settings.Serverless.FreeTier {
		text += ", after what is free each month"
	}
	return text
}
