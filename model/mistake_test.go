package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
)

func found(e *Evaluation) []string {
	var ids []string
	for _, m := range findMistakes(e) {
		ids = append(ids, m.ID)
	}
	return ids
}

// services is a system of n small components.
func services(n int, answers ...string) Scenario {
	s := answered(answers...)
	for i := range n {
		c := small()
		c.Name = fmt.Sprintf("service-%d", i+1)
		s.Components = append(s.Components, c)
	}
	return s
}

func TestMistakesAreShownByAnswers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		scenario Scenario
		want     []string
	}{
		"nothing said, no mistake":          {Scenario{}, nil},
		"eleven services, control, no team": {services(11, "priority", "full-control", "platform_team", "no"), []string{checklist.MistakeMicroservices}},
		"ten are not many":                  {services(10, "priority", "full-control", "platform_team", "no"), nil},
		"with a team it is no mistake":      {services(11, "priority", "full-control", "platform_team", "yes"), nil},
		"an open question is no no":         {services(11, "priority", "full-control"), nil},
		"a cluster first, traffic unknown":  {answered("priority", "full-control", "platform_team", "no"), []string{checklist.MistakeKubernetesFirst}},
		"a cluster first, traffic low":      {answered("priority", "full-control", "platform_team", "no", "requests_per_month", "under-30M"), []string{checklist.MistakeKubernetesFirst}},
		"traffic is known to be high":       {answered("priority", "full-control", "platform_team", "no", "requests_per_month", "30M-or-more"), nil},
	} {
		if got := found(evaluate(t, c.scenario)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestServerlessBeyondTheCrossover is Scenario B for a team that only wants to
// ship: serverless wins on evidence where EKS is $210 a month cheaper.
func TestServerlessBeyondTheCrossover(t *testing.T) {
	t.Parallel()
	s, err := Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s.Answers = s.Answers.With("priority", checklist.Choose("ship-fast")).With("portability", checklist.Choose("not-important")).
		With("platform_team", checklist.Choose("no"))
	e := evaluate(t, s)
	if e.Verdict.Recommendation != checklist.Serverless {
		t.Fatalf("the verdict is %s", e.Verdict.Recommendation)
	}
	if got := found(e); !slices.Equal(got, []string{checklist.MistakeAlwaysCheaper}) {
		t.Fatalf("%v", got)
	}
	m := findMistakes(e)[0]
	if m.Evidence != "at 50M requests a month Lambda costs $672 and EKS $462" || m.Title == "" || m.Advice == "" {
		t.Errorf("%+v", m)
	}
	if !strings.Contains(e.Verdict.Counter, "$210 a month less") {
		t.Errorf("the counter-argument is %q", e.Verdict.Counter)
	}
}
