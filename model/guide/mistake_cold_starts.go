package guide

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/search"
)

// coldStartMistake is shown where the team counts cold starts against
// serverless and another option is recommended, although the serverless
// platform takes the whole system and with enough environments kept warm for
// the busiest minute still costs no more than what is recommended. Where the
// price of keeping them warm is not known, nothing is said.
func coldStartMistake(e *model.Evaluation) (string, bool) {
	if e.Verdict.Recommendation == checklist.Serverless || e.Said(checklist.KeyColdSpikes) != checklist.Yes {
		return "", false
	}
	best, serverless := e.RankOf(e.Verdict.Recommendation), e.RankOf(checklist.Serverless)
	if best == nil || !best.Feasible || !serverless.Feasible {
		return "", false
	}
	s := startBillingOf(e)
	warm := s.warmth()
	usd := e.Owned(serverless)
	if !warm.Applies || math.IsNaN(warm.USD) {
		return "", false
	}
	if !warm.InUse {
		usd += warm.USD
	}
	if usd > e.Owned(best) {
		return "", false
	}
	text := fmt.Sprintf("cold starts count against serverless (%s: yes), yet %s, and %s with its environments kept warm for the busiest minute costs %s a month, %s of it for the warmth, against %s of %s",
		checklist.KeyColdSpikes, s.slowestStart(), s.platform.Name, quantity.Money(usd), quantity.Money(warm.USD), quantity.Money(e.Owned(best)), best.Option.Title())
	if search.NearbyOnce(e, e.Scenario.WithAnswer(checklist.KeyColdSpikes, checklist.Answer{})) == checklist.Serverless {
		text += "; without that answer the recommendation would be " + checklist.Serverless.Title()
	}
	return text, true
}

// warmth bills the remedy that takes cold starts away: what is kept warm.
func (s *startBilling) warmth() ColdStartRemedy {
	r := ColdStartRemedy{Applies: true, USD: math.NaN()}
	s.keptWarm(&r)
	return r
}

// slowestStart names the slowest measured start among the components'
// languages; for one that names none it is that of the most used language.
func (s *startBilling) slowestStart() string {
	language, slowest := "", -1.0
	for i := range s.work.Components {
		if seconds := costs.InitOf(s.work.Components[i].Runtime); seconds > slowest {
			language, slowest = s.work.Components[i].Runtime, seconds
		}
	}
	if language == "" {
		language = "Node.js, as no runtime is named"
	}
	return fmt.Sprintf("the slowest measured median start is %s (%s; an empty function on Lambda, %s)", quantity.FormatDuration(slowest), language, costs.ColdStartAsOf)
}
