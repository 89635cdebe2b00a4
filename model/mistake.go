package model

import (
	"fmt"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// Mistake is one of the framework's four mistakes with what shows it.
type Mistake struct {
	ID       string
	Title    string
	Evidence string // the answers and figures that show it
	Advice   string
}

// Text says the mistake in sentences: its name, what shows it, what to do.
func (m *Mistake) Text() string { return m.Title + ". " + capital(m.Evidence) + ". " + m.Advice }

// findMistakes holds the answers and figures against each of the four.
func findMistakes(e *Evaluation) []Mistake {
	var found []Mistake
	for _, m := range []struct {
		id    string
		shown func() (evidence string, ok bool)
	}{
		{checklist.MistakeMicroservices, e.microservicesMistake},
		{checklist.MistakeAlwaysCheaper, e.alwaysCheaperMistake},
		{checklist.MistakeKubernetesFirst, e.kubernetesFirstMistake},
		{checklist.MistakeColdStarts, e.coldStartMistake},
	} {
		evidence, ok := m.shown()
		i := slices.IndexFunc(checklist.Mistakes, func(p checklist.Point) bool { return p.ID == m.id })
		if ok && i >= 0 {
			published := checklist.Mistakes[i]
			found = append(found, Mistake{ID: m.id, Title: published.Title, Evidence: evidence, Advice: published.Explanation})
		}
	}
	return found
}

// clusterUnstaffed reports whether full control is wanted and nobody is there
// to exercise it.
func (e *Evaluation) clusterUnstaffed() bool {
	return e.said(checklist.KeyPriority) == checklist.FullControl && e.said(checklist.KeyPlatformTeam) == checklist.No
}

// manyServices is how many components the framework calls many.
const manyServices = 10

func (e *Evaluation) microservicesMistake() (string, bool) {
	n := len(e.Resolved.Workload.Components)
	return fmt.Sprintf("%d components and full control wanted, but no platform team", n), n > manyServices && e.clusterUnstaffed()
}

func (e *Evaluation) alwaysCheaperMistake() (string, bool) {
	k, s, volume := e.Platform(costs.Kubernetes), e.Platform(costs.Serverless), e.Volume()
	kubernetes, serverless := e.Curve(k).Cost(volume), e.Curve(s).Cost(volume)
	return fmt.Sprintf("at %s requests a month %s costs %s and %s %s", ShortCount(volume), s.Name, Money(serverless), k.Name, Money(kubernetes)),
		e.Verdict.Recommendation == checklist.Serverless && kubernetes < serverless
}

func (e *Evaluation) kubernetesFirstMistake() (string, bool) {
	volume := e.Scenario.Answers.Get(checklist.KeyRequests)
	low := volume.Choice() == checklist.Under30M || !volume.Answered() && e.Resolved.Implied
	return "full control wanted, no platform team, and no traffic of 30M requests a month that is known", low && e.clusterUnstaffed()
}
