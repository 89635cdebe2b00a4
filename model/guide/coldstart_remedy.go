package guide

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// ColdStartRemedy is one way round cold starts with what it costs in the
// scenario.
type ColdStartRemedy struct {
	ID      string // as in checklist.ColdStartRemedies
	Title   string
	Applies bool
	WhyNot  string  // "" where it applies
	InUse   bool    // the scenario has it already: its cost is in the bill
	USD     float64 // a month, against the bill without it; NaN where there is no such figure
	How     string  // how the figure comes about, with numbers
	Effect  string  // what it does to a start
	Facts   []Fact  // better facts about the effect
}

// Amount prints the monthly difference with its sign, or why there is none.
func (r *ColdStartRemedy) Amount() string {
	switch {
	case !r.Applies:
		return "not available"
	case math.IsNaN(r.USD):
		return "no figure"
	case r.USD > 0:
		return "+" + quantity.Money(r.USD)
	}
	return quantity.Money(r.USD)
}

// remedies bills the published ways round cold starts, in their order.
func (s *startBilling) remedies() []ColdStartRemedy {
	find := map[string]func(*ColdStartRemedy){
		"provisioned-concurrency": s.keptWarm,
		"wasm":                    s.onWasm,
		"snapstart":               s.fromSnapshot,
		"response-streaming":      s.streamed,
		"cache-and-pooling":       cached,
	}
	var list []ColdStartRemedy
	for _, published := range checklist.ColdStartRemedies {
		r := ColdStartRemedy{
			ID: published.ID, Title: published.Title, Applies: true, USD: math.NaN(),
			Effect: published.Explanation, Facts: factsOf(published.Checks.Facts()),
		}
		if nothing := len(s.work.Components) == 0; nothing && r.ID != "cache-and-pooling" && r.ID != "response-streaming" {
			r.refuse("%s takes none of the components", s.platform.Name)
		} else {
			find[r.ID](&r)
		}
		list = append(list, r)
	}
	return list
}

// refuse says why a remedy is not to be had.
func (r *ColdStartRemedy) refuse(format string, args ...any) {
	r.Applies, r.WhyNot = false, fmt.Sprintf(format, args...)
}

// take notes what a change of settings costs, behind what led to it.
func (r *ColdStartRemedy) take(lead string, d difference) {
	r.USD, r.How = d.usd, lead
	switch {
	case d.why != "":
		r.How += "No figure: " + d.why + "."
	case d.how == "":
		r.How += "No line of the bill changes."
	default:
		r.How += d.how + "."
	}
}

// takes reports whether the platform has a setting that not every serverless one
// has.
func (s *startBilling) takes(setting paths.Path) bool {
	kind, _ := costs.KindOf(s.platform.ID)
	return kind.Takes(setting)
}

// keptWarm bills warm environments on Lambda, and a kept instance on the
// platforms that call it so.
func (s *startBilling) keptWarm(r *ColdStartRemedy) {
	switch p := s.platform; {
	case s.takes(paths.ServerlessProvisionedConcurrency):
		s.provisioned(r)
	case s.takes(paths.ServerlessMinInstances):
		kept := s.Resolved.Settings.Serverless.MinInstances
		if r.InUse = kept > 0; !r.InUse {
			kept = 1
		}
		r.Effect = fmt.Sprintf("On %s: %s of each component kept. Requests beyond what they serve start cold.", p.Name, costs.Counted(kept, "instances"))
		without := s.rebilled(func(s *costs.ServerlessSettings) { s.MinInstances = 0 })
		with := s.rebilled(func(s *costs.ServerlessSettings) { s.MinInstances = kept })
		r.take(fmt.Sprintf("min_instances: %s, for %s. ", quantity.FormatNumber(kept), s.count()), without.difference(with, s.volume))
	default:
		r.refuse("not available on %s: no price of a kept instance is known for it", p.Name)
	}
}

func (s *startBilling) count() string {
	if n := len(s.work.Components); n > 1 {
		return fmt.Sprintf("%d components", n)
	}
	return "1 component"
}

// provisioned keeps as many environments of each function warm as the busiest
// minute of the largest component asks for, or as many as the scenario says.
func (s *startBilling) provisioned(r *ColdStartRemedy) {
	kept, lead := s.warmNeed()
	if given := s.Resolved.Settings.Serverless.ProvisionedConcurrency; given > 0 {
		r.InUse, kept = true, given
		lead = fmt.Sprintf("%s kept warm, as the scenario says. ", quantity.FormatNumber(given))
	}
	if all := kept * float64(len(s.work.Components)); all > costs.LambdaConcurrency {
		lead += fmt.Sprintf("%s in all: more than the default quota of %s. ", costs.Figure(all), costs.Figure(costs.LambdaConcurrency))
	}
	r.Effect += fmt.Sprintf(" Up to %s at once of each function start warm; those beyond start cold.", quantity.FormatNumber(kept))
	without := s.rebilled(func(s *costs.ServerlessSettings) { s.ProvisionedConcurrency = 0 })
	with := s.rebilled(func(s *costs.ServerlessSettings) { s.ProvisionedConcurrency = kept })
	r.take(lead, without.difference(with, s.volume))
}

// warmNeed is the concurrency of the busiest minute of the component that has
// the highest one, rounded up, and how it comes about.
func (s *startBilling) warmNeed() (kept float64, how string) {
	highest := -1.0
	for i := range s.work.Components {
		c := &s.work.Components[i]
		seconds := s.platform.RunSeconds(&s.Resolved.Settings, c)
		atOnce := c.Requests / costs.SecondsPerMonth * c.Shape.PeakToMean() * c.Shape.Burst * seconds
		if atOnce > highest {
			highest = atOnce
			kept = math.Max(1, math.Ceil(atOnce-1e-9))
			how = fmt.Sprintf("%s: %s req ÷ %s s × %s (busiest hour) × %s (busiest minute) × %s s = %s at once, so %s kept warm of each function. ",
				c.Name, costs.Figure(c.Requests), costs.Figure(costs.SecondsPerMonth), costs.Figure(c.Shape.PeakToMean()), costs.Figure(c.Shape.Burst),
				costs.Figure(seconds), costs.Figure(atOnce), quantity.FormatNumber(kept))
		}
	}
	return kept, how
}

// onWasm is the bill of the Wasm platform against that of the serverless one,
// both for the components that the serverless one takes.
func (s *startBilling) onWasm(r *ColdStartRemedy) {
	now, there := s.rebilled(unchanged), s.built(s.work, checklist.Wasm, unchanged)
	if there.err == nil {
		if why, ok := noBill(there.platform, s.volume); ok {
			r.refuse("%s", why.Text)
			return
		}
	}
	d := now.difference(there, s.volume)
	if d.why != "" {
		r.take("", d)
		return
	}
	wasm := there.platform
	r.USD = d.usd
	r.How = fmt.Sprintf("%s %s − %s %s. The code has to run there; porting it is not priced.",
		wasm.Name, quantity.Money(wasm.Cost(s.volume)), now.platform.Name, quantity.Money(now.platform.Cost(s.volume)))
	if len(wasm.Caveats) > 0 {
		c := &wasm.Caveats[0]
		r.How += fmt.Sprintf(" Only if %s fits: by default it %s.", c.Component, c.Limit)
	}
}

// cached changes no meter.
func cached(r *ColdStartRemedy) {
	r.USD = 0
	r.How = "No meter of the bill changes. The work is not priced, nor is a store outside the function, which has a bill of its own."
}
