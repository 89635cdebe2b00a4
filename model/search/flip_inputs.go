package search

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// flipInput is one figure that the search may change.
type flipInput struct {
	path, label string
	kind        quantity.Kind
	value       float64 // today
	low, high   float64 // of the search
	unstated    string  // what today's value is as long as nobody states it
	stated      string  // what it is once somebody does
	with        func(v float64) scenario.Scenario

	restated func(value string) (label, from, to string) // in place of label, unstated and stated
}

// text prints a value with its unit. A size stays in KiB, in which it is asked:
// 23.5KiB says more than the shorter 24064B.
func (in *flipInput) text(v float64) string {
	if in.kind == quantity.Size && v >= 1 {
		return quantity.FormatNumber(v) + "KiB"
	}
	return quantity.FormatQuantity(in.kind, v)
}

// flipInputs are the figures on which a recommendation may hang: how much
// there is to do, how well a cluster is used, what people cost where they are
// counted, and how fast it all grows.
func flipInputs(e *model.Evaluation, like *model.Nearby, work *split.Effort) []flipInput {
	inputs := append([]flipInput{volumeInput(e)}, componentInputs(e)...)
	inputs = append(inputs, utilizationInput(e))
	if e.Resolved.IncludePeople { // else no total has them
		inputs = append(inputs, rateInput(e))
	}
	return append(inputs, growthInput(e, like, work))
}

func utilizationInput(e *model.Evaluation) flipInput {
	return flipInput{
		path: paths.KubernetesTargetUtilization.String(), label: "target utilization of the cluster", kind: quantity.Ratio,
		value: e.Resolved.Settings.Kubernetes.TargetUtilization, low: 0.05, high: 1, unstated: asAssumed, stated: asGiven,
		with: func(v float64) scenario.Scenario {
			next := e.Scenario.Clone()
			next.Kubernetes.TargetUtilization = scenario.Some(quantity.Exactly(v))
			return next
		},
	}
}

// What a value is called before and after somebody states it.
const asAssumed, asGiven = " as assumed", " as given"

func volumeInput(e *model.Evaluation) flipInput {
	unstated, stated := asAssumed, asGiven
	if !e.Resolved.Implied { // the checklist's answer may contradict the components
		unstated, stated = " in the components", " in the checklist too"
	}
	return flipInput{
		path: paths.Requests.String(), label: "requests a month", kind: quantity.Count, value: e.Volume(), low: 1e3, high: 1e12,
		unstated: unstated, stated: stated, with: func(v float64) scenario.Scenario { return withVolume(e, v) },
	}
}

// withVolume is the scenario at another volume, all components in proportion.
func withVolume(e *model.Evaluation, v float64) scenario.Scenario {
	next := e.Scenario.Clone()
	scenario.VolumeSlot{}.Set(&next, scenario.At{}, scenario.Value{Amount: quantity.Exactly(v)})
	return next
}

// rateInput is what the platform engineers of a cluster cost.
func rateInput(e *model.Evaluation) flipInput {
	today := 0.0
	for _, line := range e.Platform(checklist.Kubernetes).People {
		if line.ID == checklist.PlatformEngineer {
			today = line.USD
		}
	}
	in := flipInput{
		path: paths.PeopleLine(checklist.Kubernetes, checklist.PlatformEngineer).String(), label: "platform engineers of Kubernetes, USD a month", kind: quantity.USD,
		value: today, low: 10, high: 1e6, unstated: " as published", stated: asGiven,
	}
	in.with = func(v float64) scenario.Scenario {
		next := e.Scenario.Clone()
		next.People.Kubernetes.PlatformEngineer = scenario.Some(quantity.Exactly(v))
		return next
	}
	return in
}

// growthInput changes how fast the volume grows, and asks for the
// recommendation at the horizon: today's does not hang on it. Where today's
// growth changes it by then that alone is the flip.
func growthInput(e *model.Evaluation, like *model.Nearby, work *split.Effort) flipInput {
	d, g := scenario.Defaults().Growth, e.Scenario.Growth
	months := g.HorizonMonths.Or(d.HorizonMonths.Value).Value()
	today := e.Volume()
	in := flipInput{
		path: paths.GrowthMonthly.String(), label: fmt.Sprintf("growth a month, by month %.0f", months), kind: quantity.Ratio,
		value: g.Monthly.Or(d.Monthly.Value).Value(), low: 1e-4, high: math.Min(10, math.Pow(1e12/today, 1/months)-1),
	}
	in.restated = func(value string) (label, from, to string) {
		return "growth of " + value + " a month", "today", fmt.Sprintf("month %.0f", months)
	}
	in.with = func(v float64) scenario.Scenario {
		if v == 0 {
			return e.Scenario
		}
		return withVolume(e, today*math.Pow(1+v, months))
	}
	stated, _ := like.Recommend(withVolume(e, today), work)
	if today == 0 || stated != e.Verdict.Recommendation {
		in.high = 0 // stating the volume changes the recommendation, which the volume's flip says
	}
	return in
}

// peopleFlip says whether counting people and tools, or leaving them out,
// changes the recommendation.
func peopleFlip(n *model.Nearby, s scenario.Scenario, now checklist.Option, work *split.Effort) *model.Flip {
	include := s.People.Include.Or(false)
	next := s.Clone()
	next.People.Include = scenario.Some(!include)
	becomes, proven := n.Recommend(next, work)
	if becomes == now {
		return nil
	}
	words := map[bool]string{true: "in the totals", false: "left out of the totals"}
	return &model.Flip{
		Input: paths.PeopleInclude.String(), Label: "people and tools", Answer: true,
		From: words[include], To: words[!include], Becomes: becomes, Unproven: !proven,
	}
}
