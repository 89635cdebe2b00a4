package model

import (
	"math"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// TestNoDefaultNodeDecides: work that no Lambda and no isolate holds has a
// verdict on every cloud, since the nodes are chosen for it.
func TestNoDefaultNodeDecides(t *testing.T) {
	t.Parallel()
	for _, cloud := range []string{pricebook.AWS, pricebook.GCP, pricebook.Azure} {
		for what, component := range map[string]string{
			"a nightly job of 8 GiB":   "{name: nightly, requests_per_month: 30, duration: 50m, memory: 8GiB, trigger: schedule}",
			"a training of 64 GiB":     "{name: training, requests_per_month: 30, duration: 3h, memory: 64GiB, trigger: schedule}",
			"inference on a GPU":       "{name: inference, requests_per_month: 1M, duration: 900ms, memory: 8GiB, trigger: queue, traits: [gpu]}",
			"a training on a GPU":      "{name: training, requests_per_month: 30, duration: 3h, memory: 64GiB, trigger: schedule, traits: [gpu]}",
			"a pod of twelve cores":    "{name: solver, requests_per_month: 100, duration: 2h, cpu_time: 12h, trigger: queue, pod: {cpu: 12}}",
			"a pod of four GiB a core": "{name: cache, requests_per_month: 1M, memory: 30GiB, trigger: queue, traits: [stateful]}",
		} {
			e := decoded(t, "cloud: "+cloud+"\ncomponents: ["+component+"]\n")
			p := e.Platform(checklist.Kubernetes)
			if !p.Billed() || !e.Split.Feasible || !e.Verdict.Ranking[0].Feasible {
				t.Errorf("%s on %s: %v", what, cloud, p.Refusals)
			}
		}
	}
}

// TestChosenNodeStillRefuses: a node that somebody chose is kept, and the way
// round is named.
func TestChosenNodeStillRefuses(t *testing.T) {
	t.Parallel()
	e := decoded(t, "components: [{name: nightly, memory: 8GiB, trigger: schedule}]\nplatforms: {kubernetes: {node: c5.xlarge}}\n")
	refusals := e.Platform(checklist.Kubernetes).Refusals
	if len(refusals) != 1 || !strings.Contains(refusals[0].Workaround, "node: auto") {
		t.Errorf("refused are %v, want one with the way round", refusals)
	}
}

// TestAutoNodeFollowsMemory: raising the memory never leaves nothing that runs
// while a larger type exists, and the bill never falls.
func TestAutoNodeFollowsMemory(t *testing.T) {
	t.Parallel()
	book := scenariotest.PriceBook(t)
	s := decoded(t, "components: [{name: worker, requests_per_month: 1M, trigger: queue}]\n").Scenario
	types := map[string]bool{}
	for mib := 128.0; mib <= 1024*1024; mib *= 1.3 {
		next := s.Clone()
		next.Components[0].Memory = scenario.Some(quantity.Exactly(math.Round(mib)))
		e, err := Evaluate(next, book)
		if err != nil {
			t.Fatal(err)
		}
		if !e.Split.Feasible {
			t.Errorf("with %.0f MiB nothing runs it: %v", mib, e.Platform(checklist.Kubernetes).Refusals)
		}
		types[e.NodeType()] = true
	}
	if len(types) < 4 {
		t.Errorf("the nodes are %v whatever the memory", types)
	}
}
