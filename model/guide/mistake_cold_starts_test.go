package guide

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// coldStartsFeared is a small API that a team keeps off serverless for its
// cold starts and for control.
func coldStartsFeared(answers ...string) scenario.Scenario {
	s := scenariotest.Answered(append([]string{"portability", "critical", "priority", "full-control", "platform_team", "yes", "spare_cluster", "yes", "sprawl", "yes"}, answers...)...)
	s.Components = []scenario.Component{{
		Name: "api", Requests: scenario.Some(quantity.Exactly(10e6)), Duration: scenario.Some(quantity.Exactly(0.1)), Memory: scenario.Some(quantity.Exactly(512)), CPUTime: scenario.Some(quantity.Exactly(0)), Runtime: scenario.Some("java"), Traffic: scenario.Some("steady"),
	}}
	s.Serverless.FrontDoor = scenario.Some("none")
	return s
}

// TestColdStartsFearedForNothing: 10M × 0.1 s ÷ 2,628,000 s × 1.6 × 1.2 is 0.73
// at once, so one environment of 512 MiB is kept warm. The whole bill with it is
// that of the same scenario with provisioned_concurrency: 1.
func TestColdStartsFearedForNothing(t *testing.T) {
	t.Parallel()
	s := coldStartsFeared("cold_spikes", "yes")
	e := modeltest.Evaluate(t, s)
	if e.Verdict.Recommendation != checklist.Kubernetes {
		t.Fatalf("the verdict is %s", e.Verdict.Recommendation)
	}
	if got := found(e); !slices.Equal(got, []string{checklist.MistakeColdStarts}) {
		t.Fatalf("%v", got)
	}
	s.Serverless.ProvisionedConcurrency = scenario.Some(quantity.Exactly(1))
	warm := modeltest.Evaluate(t, s)
	before, after := e.Platform(checklist.Serverless).Cost(10e6), warm.Platform(checklist.Serverless).Cost(10e6)
	evidence := Mistakes(e)[0].Evidence
	for _, want := range []string{
		"cold_spikes: yes", "is 190.6ms (java;",
		fmt.Sprintf("kept warm for the busiest minute costs %s a month, %s of it for the warmth, against %s of Kubernetes",
			quantity.Money(after), quantity.Money(after-before), quantity.Money(e.Platform(checklist.Kubernetes).Cost(10e6))),
	} {
		if !strings.Contains(evidence, want) {
			t.Errorf("%q does not say %q", evidence, want)
		}
	}
	if got := found(warm); !slices.Equal(got, []string{checklist.MistakeColdStarts}) {
		t.Errorf("with the environments in the bill already: %v", got)
	}
}

func TestColdStartsThatAreNoMistake(t *testing.T) {
	t.Parallel()
	dear := coldStartsFeared("cold_spikes", "yes")
	dear.Components[0].Requests = scenario.Some(quantity.Exactly(2e9)) // some 150 environments of each kept warm cost more than a cluster
	stateful := coldStartsFeared("cold_spikes", "yes")
	stateful.Components[0].Traits = []string{"stateful"}
	unbilled := coldStartsFeared("cold_spikes", "yes")
	unbilled.Cloud, unbilled.Serverless.Kind = scenario.Some("azure"), scenario.Some("azure-functions")
	for name, s := range map[string]scenario.Scenario{
		"nobody speaks of cold starts":       coldStartsFeared(),
		"spikes may start slowly":            coldStartsFeared("cold_spikes", "no"),
		"serverless is recommended anyway":   scenariotest.Answered("priority", "ship-fast", "portability", "not-important", "cold_spikes", "yes"),
		"warmth costs more than the cluster": dear,
		"serverless refuses the system":      stateful,
		"no price of warmth is known":        unbilled,
	} {
		e := modeltest.Evaluate(t, s)
		if slices.Contains(found(e), checklist.MistakeColdStarts) {
			t.Errorf("%s: %s, %q", name, e.Verdict.Recommendation, Mistakes(e)[0].Evidence)
		}
	}
}
