package growth

import (
	"slices"
	"testing"

	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/search"
)

// TestTriggersByHand: 50M × 1.03^3 is 54.6M and 50M × 1.03^4 is 56.3M, so what
// flips at 59.2M flips in month 6; what flips at fewer requests has no month.
func TestTriggersByHand(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s.Growth.Monthly = scenario.Some(quantity.Exactly(0.03))
	e := modeltest.Evaluate(t, scenariotest.ContainersKept(s))
	flips := scenariotest.Sure(search.Flips(t.Context(), e))
	triggers := Triggers(e, flips)
	var said []string
	for i := range triggers {
		said = append(said, triggers[i].Text())
	}
	for _, want := range []string{
		"requests a month rises to 59.2M (50M today), in month 6 at the growth assumed: Serverless",
		"requests a month falls to 20.1M (50M today): Serverless",
		"CPU time rises to 178ms (150ms today): Serverless",
	} {
		if !slices.Contains(said, want) {
			t.Errorf("nobody says %q: %q", want, said)
		}
	}
	if slices.ContainsFunc(triggers, func(t Trigger) bool { return t.Flip.Answer || t.Flip.Input == "growth.monthly" }) {
		t.Errorf("an answer is watched: %q", said)
	}
}
