package guide

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

func found(e *model.Evaluation) []string {
	var ids []string
	for _, m := range Mistakes(e) {
		ids = append(ids, m.ID)
	}
	return ids
}

// services is a system of n small components.
func services(n int, answers ...string) scenario.Scenario {
	s := scenariotest.Answered(answers...)
	for i := range n {
		c := scenariotest.Small()
		c.Name = fmt.Sprintf("service-%d", i+1)
		s.Components = append(s.Components, c)
	}
	return s
}

func TestMistakesAreShownByAnswers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		scenario scenario.Scenario
		want     []string
	}{
		"nothing said, no mistake":          {scenario.Scenario{}, nil},
		"eleven services, control, no team": {services(11, "priority", "full-control", "platform_team", "no"), []string{checklist.MistakeMicroservices}},
		"ten are not many":                  {services(10, "priority", "full-control", "platform_team", "no"), nil},
		"with a team it is no mistake":      {services(11, "priority", "full-control", "platform_team", "yes"), nil},
		"an open question is no no":         {services(11, "priority", "full-control"), nil},
		"a cluster first, traffic unknown":  {scenariotest.Answered("priority", "full-control", "platform_team", "no"), []string{checklist.MistakeKubernetesFirst}},
		"a cluster first, traffic low":      {scenariotest.Answered("priority", "full-control", "platform_team", "no", "requests_per_month", "under-30M"), []string{checklist.MistakeKubernetesFirst}},
		"traffic is known to be high":       {scenariotest.Answered("priority", "full-control", "platform_team", "no", "requests_per_month", "30M-or-more"), nil},
	} {
		if got := found(modeltest.Evaluate(t, c.scenario)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestServerlessBeyondTheCrossover is Scenario B for a team that only wants to
// ship: serverless wins on evidence where EKS is $210 a month cheaper.
func TestServerlessBeyondTheCrossover(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s.Answers = s.Answers.With("priority", checklist.Choose("ship-fast")).With("portability", checklist.Choose("not-important")).
		With("platform_team", checklist.Choose("no"))
	e := modeltest.Evaluate(t, scenariotest.ContainersKept(s))
	if e.Verdict.Recommendation != checklist.Serverless {
		t.Fatalf("the verdict is %s", e.Verdict.Recommendation)
	}
	if got := found(e); !slices.Equal(got, []string{checklist.MistakeAlwaysCheaper}) {
		t.Fatalf("%v", got)
	}
	m := Mistakes(e)[0]
	if m.Evidence != "at 50M requests a month Lambda costs $672 and EKS $462" || m.Title == "" || m.Advice == "" {
		t.Errorf("%+v", m)
	}
	if !strings.Contains(e.Verdict.Counter, "$210 a month less") {
		t.Errorf("the counter-argument is %q", e.Verdict.Counter)
	}
}
