package guide

import (
	"fmt"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/quantity"
)

// Mistake is one of the framework's four mistakes with what shows it.
type Mistake struct {
	ID       string
	Title    string
	Evidence string // the answers and figures that show it
	Advice   string
}

// Text says the mistake in sentences: its name, what shows it, what to do.
func (m *Mistake) Text() string { return m.Title + ". " + words.Capital(m.Evidence) + ". " + m.Advice }

// Mistakes holds the answers and figures against each of the four.
func Mistakes(e *model.Evaluation) []Mistake {
	var found []Mistake
	for _, m := range []struct {
		id    string
		shown func() (evidence string, ok bool)
	}{
		{checklist.MistakeMicroservices, func() (string, bool) { return microservicesMistake(e) }},
		{checklist.MistakeAlwaysCheaper, func() (string, bool) { return alwaysCheaperMistake(e) }},
		{checklist.MistakeKubernetesFirst, func() (string, bool) { return kubernetesFirstMistake(e) }},
		{checklist.MistakeColdStarts, func() (string, bool) { return coldStartMistake(e) }},
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
func clusterUnstaffed(e *model.Evaluation) bool {
	return e.Said(checklist.KeyPriority) == checklist.FullControl && e.Said(checklist.KeyPlatformTeam) == checklist.No
}

// manyServices is how many components the framework calls many.
const manyServices = 10

func microservicesMistake(e *model.Evaluation) (string, bool) {
	n := len(e.Resolved.Workload.Components)
	return fmt.Sprintf("%d components and full control wanted, but no platform team", n), n > manyServices && clusterUnstaffed(e)
}

func alwaysCheaperMistake(e *model.Evaluation) (string, bool) {
	k, s, volume := e.Platform(checklist.Kubernetes), e.Platform(checklist.Serverless), e.Volume()
	kubernetes, serverless := e.Curve(k).Cost(volume), e.Curve(s).Cost(volume)
	return fmt.Sprintf("at %s requests a month %s costs %s and %s %s", quantity.ShortCount(volume), s.Name, quantity.Money(serverless), k.Name, quantity.Money(kubernetes)),
		e.Verdict.Recommendation == checklist.Serverless && kubernetes < serverless
}

func kubernetesFirstMistake(e *model.Evaluation) (string, bool) {
	volume := e.Scenario.Answers.Get(checklist.KeyRequests)
	low := volume.Choice() == checklist.Under30M || !volume.Answered() && e.Resolved.Implied
	return "full control wanted, no platform team, and no traffic of 30M requests a month that is known", low && clusterUnstaffed(e)
}
