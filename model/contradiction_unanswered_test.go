package model

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// contradicting is a scenario for every rule: two lines that do not go
// together, and what they are turned into by leaving either out.
var contradicting = map[string]struct{ first, second string }{
	"steady-peak":                   {"checklist: {traffic: steady}", "components: [{name: a, peak_to_mean: 50}]"},
	"network-without-owner":         {"checklist: {platform_team: false}", "architecture: {custom_networking: true}"},
	"small-team-with-platform-team": {"checklist: {engineers: 4, platform_team: true}", ""},
	"spare-cluster-without-owner":   {"checklist: {platform_team: false}", "followup: {spare_cluster: true}"},
	"volume-in-two-places":          {"checklist: {requests_per_month: 3B}", "components: [{name: a, requests_per_month: 50M}]"},
	"volume-above-answer":           {"checklist: {requests_per_month: under-30M}", "components: [{name: a, requests_per_month: 20M}, {name: b, requests_per_month: 10M}]"},
	"volume-below-answer":           {"checklist: {requests_per_month: 30M-or-more}", "components: [{name: a, requests_per_month: 20M}, {name: b, requests_per_month: 9M}]"},
	"connections":                   {"checklist: {persistent_connections: false}", "components: [{name: a, traits: [persistent-connections]}]"},
	"held-connections":              {"checklist: {persistent_connections: false}", "followup: {terminates: process}"},
	"gpu":                           {"checklist: {gpu: false}", "components: [{name: a, traits: [gpu]}]"},
	"longest-task":                  {"checklist: {longest_task: up-to-15m}", "components: [{name: a, duration: 16min}]"},
	"cpu-time-above-measurement":    {"components: [{name: a, duration: 1s, measured_at: 885MiB, cpu_time: 600ms}]", ""},
	"alike-parts":                   {"followup: {parts: alike}", "components: [{name: a, traffic: steady}, {name: b, traffic: spiky}]"},
	"placement":                     {"followup: {placement: region}", "architecture: {on_premise: true}"},
	"on-premises":                   {"followup: {placement: on-premises}", "architecture: {on_premise: false}"},
	"single-spot-node":              {"platforms: {kubernetes: {purchase: spot, nodes: 1}}", ""},
	"nodes-below-minimum":           {"platforms: {kubernetes: {nodes: 2, min_nodes: 3}}", ""},

	"factor-trait-stateful_services":      {"architecture: {stateful_services: false}", "components: [{name: a, traits: [stateful]}]"},
	"factor-trait-custom_networking":      {"architecture: {custom_networking: false}", "components: [{name: a, traits: [custom-networking]}]"},
	"factor-trait-gpu":                    {"architecture: {gpu: false}", "components: [{name: a, traits: [gpu]}]"},
	"factor-trait-long_running_tasks":     {"architecture: {long_running_tasks: false}", "components: [{name: a, traits: [long-running]}]"},
	"factor-trait-persistent_connections": {"architecture: {persistent_connections: false}", "components: [{name: a, traits: [persistent-connections]}]"},
	"factor-no-gpu":                       {"architecture: {gpu: false}", "checklist: {gpu: true}"},
	"factor-yes-gpu":                      {"architecture: {gpu: true}", "checklist: {gpu: false}"},
	"factor-no-persistent_connections":    {"architecture: {persistent_connections: false}", "checklist: {persistent_connections: true}"},
	"factor-yes-persistent_connections":   {"architecture: {persistent_connections: true}", "checklist: {persistent_connections: false}"},
	"factor-no-long_running_tasks":        {"architecture: {long_running_tasks: false}", "checklist: {longest_task: 20min}"},
	"factor-yes-long_running_tasks":       {"architecture: {long_running_tasks: true}", "checklist: {longest_task: 20s}"},
	"factor-no-platform_engineer":         {"architecture: {platform_engineer: false}", "checklist: {platform_team: true}"},
	"factor-yes-platform_engineer":        {"architecture: {platform_engineer: true}", "checklist: {platform_team: false}"},
	"factor-no-strict_compliance":         {"architecture: {strict_compliance: false}", "checklist: {compliance: strict}"},
	"factor-yes-strict_compliance":        {"architecture: {strict_compliance: true}", "checklist: {compliance: standard}"},
}

func contradictionIDs(t *testing.T, lines ...string) []string {
	t.Helper()
	s, err := scenariofile.Decode("x.yaml", []byte("runwhere: 1\n"+strings.Join(lines, "\n")+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range scenario.Contradictions(s) {
		if c.Check == "" || !strings.Contains(c.Text(), ", but ") {
			t.Errorf("%s reads %q", c.ID, c.Text())
		}
		ids = append(ids, c.ID)
	}
	return ids
}

// TestEveryContradiction: each rule finds its two statements, alone, and
// nothing once either is taken back.
func TestEveryContradiction(t *testing.T) {
	t.Parallel()
	for _, r := range scenario.ContradictionRules() {
		c, ok := contradicting[r.Id]
		if !ok {
			t.Errorf("%s has no example", r.Id)
			continue
		}
		if got := contradictionIDs(t, c.first, c.second); !slices.Equal(got, []string{r.Id}) {
			t.Errorf("%s: found %v", r.Id, got)
		}
		if c.second == "" {
			continue
		}
		for _, half := range []string{c.first, c.second} {
			if got := contradictionIDs(t, half); len(got) != 0 {
				t.Errorf("%s: %s alone contradicts %v", r.Id, half, got)
			}
		}
	}
}

// TestWhatDoesNotContradict holds the limits of the rules: what may be true.
func TestWhatDoesNotContradict(t *testing.T) {
	t.Parallel()
	for _, lines := range []string{
		"checklist: {traffic: steady}\ncomponents: [{name: a, traffic: spiky, peak_to_mean: 50}]", // this part is not the steady one
		"checklist: {traffic: steady}\ncomponents: [{name: a, peak_to_mean: 3}]",
		"components: [{name: a, duration: 1s, measured_at: 885MiB, cpu_time: 500ms}]",        // half a core for a second
		"components: [{name: a, duration: 1s, measured_at: 885MiB, cpu_time: 400ms..900ms}]", // may be 400
		"checklist: {traffic: steady}\ncomponents: [{name: a, peak_to_mean: 2..50}]",         // may be 2
		"checklist: {requests_per_month: 30M-or-more}\ncomponents: [{name: a, requests_per_month: 20M}, {name: b}]",
		"checklist: {requests_per_month: under-30M}\ncomponents: [{name: a, requests_per_month: 20M..40M}]",
		"checklist: {longest_task: 15min}\ncomponents: [{name: a, duration: 15min}]",
		"checklist: {longest_task: 2h}\ncomponents: [{name: a, traits: [long-running]}]",
		"followup: {parts: alike}\ncomponents: [{name: a, duration: 100ms}, {name: b, duration: 9s}]",
		"checklist: {engineers: 5, platform_team: true}",
		"platforms: {kubernetes: {purchase: spot, nodes: 2}}",
		"platforms: {kubernetes: {nodes: auto, min_nodes: 3}}",
	} {
		if got := contradictionIDs(t, lines); len(got) != 0 {
			t.Errorf("%s\ncontradicts %v", lines, got)
		}
	}
	for _, p := range scenariofile.Presets() {
		s, err := scenariofile.Preset(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		if found := scenario.Contradictions(s); len(found) != 0 {
			t.Errorf("the preset %s contradicts itself: %s", p.Name, found[0].Text())
		}
	}
}

func TestContradictionSaysBothAnswers(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Decode("x.yaml", []byte("runwhere: 1\nchecklist: {longest_task: 60s}\ncomponents: [{name: train, duration: 5min}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := "checklist.longest_task: 1m, but components.train.duration: 5m. Check the longest run that has been seen; the limits are held against the components."
	if found := scenario.Contradictions(s); len(found) != 1 || found[0].Text() != want {
		t.Errorf("%+v", found)
	}
}

// TestUnansweredNeverContradicts: what components are, however they are drawn,
// is no contradiction as long as no question and no factor was answered.
func TestUnansweredNeverContradicts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 4)
		s.Kubernetes.Nodes, s.Kubernetes.Purchase = scenario.Maybe[string]{}, scenario.Maybe[string]{}
		if found := scenario.Contradictions(s); len(found) != 0 {
			t.Fatalf("nothing was answered, and yet %s", found[0].Text())
		}
		// Taking an answer back never adds a contradiction.
		scenariotest.DrawAnswers(t, &s)
		before := scenario.Contradictions(s)
		question := rapid.SampledFrom(scenariotest.AllQuestions()).Draw(t, "taken back").ID
		s.Answers = s.Answers.With(question, checklist.Answer{})
		for _, c := range scenario.Contradictions(s) {
			if !slices.ContainsFunc(before, func(o scenario.Contradiction) bool { return o.ID == c.ID }) {
				t.Fatalf("without %s: %s", question, c.Text())
			}
		}
	})
}
