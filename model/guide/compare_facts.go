package guide

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
)

// ownFacts are the facts of a row that are the platform's or the scenario's
// own; none where only a fact check can answer.
func ownFacts(e *model.Evaluation, row string, p *costs.Platform) []Fact {
	if subject, ok := rowSubjects[row]; ok {
		return limitFacts(e, p, subject)
	}
	switch row {
	case rowColdStart:
		return startFacts(e, p)
	case rowScaleToZero:
		return []Fact{billed(p, 0, " a month without a request")}
	case rowLowScale:
		return []Fact{billed(p, LowScale, " a month at "+quantity.FormatCount(LowScale))}
	case rowHighScale:
		return []Fact{billed(p, HighScale, " a month at "+quantity.FormatCount(HighScale))}
	}
	return nil
}

// limitFacts are a platform's published limits on a subject, each once.
func limitFacts(e *model.Evaluation, p *costs.Platform, subject string) []Fact {
	kind, ok := costs.KindOf(p.ID)
	if !ok {
		return nil
	}
	var facts []Fact
	for _, l := range kind.Limits(&e.Resolved.Settings) {
		f := Fact{l.Value, l.Source, l.AsOf}
		if l.Subject == subject && l.Value != "" && !slices.ContainsFunc(facts, func(said Fact) bool { return strings.Contains(said.Text, f.Text) }) {
			facts = append(facts, f)
		}
	}
	if p.Fleet != nil && subject == costs.LimitMemory {
		facts = append(facts, nodeRoom(p.Fleet.Node))
	}
	return facts
}

// nodeRoom is what a node leaves for the pods on it.
func nodeRoom(node *pricebook.Instance) Fact {
	return Fact{fmt.Sprintf("a %s leaves %s vCPU and %s MiB", node.Type, costs.Figure(node.FreeCPU()),
		costs.Figure(node.FreeMemory())), node.Source, node.AsOf}
}

// startFacts are what is known of a platform's cold starts: some are measured, pods that are kept do not start.
func startFacts(e *model.Evaluation, p *costs.Platform) []Fact {
	switch {
	case p.StartsMeasured():
		return []Fact{measuredFact(e)}
	case p.Option == checklist.Kubernetes:
		if least := leastPods(e); least > 0 {
			return []Fact{{fmt.Sprintf("none while pods run: at least %s of each component", quantity.FormatNumber(least)), "this scenario, pod.replicas_min", ""}}
		}
		return []Fact{{"pods scale to zero: the first request after a pause waits for one", "this scenario, pod.replicas_min", ""}}
	}
	return nil
}

func leastPods(e *model.Evaluation) float64 {
	least := math.Inf(1)
	for i := range e.Resolved.Workload.Components {
		least = math.Min(least, e.Resolved.Workload.Components[i].Pod.MinReplicas)
	}
	return least
}

// measuredFact names the medians of the scenario's own languages, or the range
// of all languages where none is named. Each language has its newest runtime
// as a zip package.
func measuredFact(e *model.Evaluation) Fact {
	architecture := e.Resolved.Settings.Serverless.Architecture
	least, most := costs.ColdStart{P50: math.Inf(1)}, costs.ColdStart{}
	var own []string
	for _, m := range costs.ColdStarts() {
		if m.Package != costs.Zip || m.Architecture != architecture {
			continue
		}
		if m.P50 < least.P50 {
			least = m
		}
		if m.P50 > most.P50 {
			most = m
		}
		if speaks(e, m.Language) {
			own = append(own, fmt.Sprintf("%s %s ms", m.Runtime, costs.Figure(m.P50)))
		}
	}
	text := fmt.Sprintf("medians of an empty function from %s ms (%s) to %s ms (%s)", costs.Figure(least.P50), least.Runtime, costs.Figure(most.P50), most.Runtime)
	if len(own) > 0 {
		text = "medians of an empty function: " + strings.Join(own, ", ")
	}
	return Fact{text, costs.ColdStartSource, costs.ColdStartAsOf}
}

// speaks reports whether a component is written in a language.
func speaks(e *model.Evaluation, language string) bool {
	return language != "" && slices.ContainsFunc(e.Resolved.Workload.Components, func(c costs.Component) bool { return c.Runtime == language })
}
