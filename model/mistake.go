package model

import (
	"fmt"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// mistakes returns those of the framework's four mistakes that the answers and
// figures show. The fourth, cold starts as a reason against serverless, cannot
// be seen in what is asked today, so nothing is said of it.
func (e *Evaluation) mistakes(recommended checklist.Option) []Mistake {
	var found []Mistake
	add := func(id, evidence string) {
		i := slices.IndexFunc(checklist.Mistakes, func(p checklist.Point) bool { return p.ID == id })
		if i >= 0 {
			m := checklist.Mistakes[i]
			found = append(found, Mistake{ID: id, Title: m.Title, Evidence: evidence, Advice: m.Explanation})
		}
	}
	a := e.Scenario.Answers
	control := a.Get(checklist.KeyPriority).Choice() == checklist.FullControl
	noTeam := a.Get(checklist.KeyPlatformTeam).Choice() == checklist.No
	if n := len(e.Resolved.Workload.Components); control && noTeam && n > 10 {
		add(checklist.MistakeMicroservices, fmt.Sprintf("%d components and full control wanted, but no platform team", n))
	}
	k, s := e.Platform(costs.Kubernetes), e.Platform(costs.Serverless)
	volume := e.Volume()
	if ks, ss := e.Curve(k).Cost(volume), e.Curve(s).Cost(volume); recommended == checklist.Serverless && ks < ss {
		add(checklist.MistakeAlwaysCheaper, fmt.Sprintf("at %s requests a month %s costs %s and %s %s", ShortCount(volume), s.Name, Money(ss), k.Name, Money(ks)))
	}
	low := a.Get(checklist.KeyRequests).Choice() == checklist.Under30M || !a.Get(checklist.KeyRequests).Answered() && e.Resolved.Implied
	if control && noTeam && low {
		add(checklist.MistakeKubernetesFirst, "full control wanted, no platform team, and no traffic of 30M requests a month that is known")
	}
	return found
}
