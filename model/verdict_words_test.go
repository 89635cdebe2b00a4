package model

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/scenario/scenariotest"
)

func TestVerdictsHaveThreeToSixReasons(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 4)
		scenariotest.DrawAnswers(t, &s)
		if rapid.IntRange(0, 3).Draw(t, "nothing described") == 0 {
			s.Components = nil
		}
		e, err := Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		reasons := e.Reasons()
		if len(reasons) < 3 || len(reasons) > 6 {
			t.Fatalf("%d reasons:\n%s", len(reasons), strings.Join(reasons, "\n"))
		}
		for _, r := range reasons {
			if !strings.HasSuffix(r, ".") || strings.Contains(r, "NaN") || strings.Contains(r, "+Inf") || strings.Contains(r, "—") {
				t.Fatalf("a reason reads %q", r)
			}
		}
		if e.Verdict.Recommendation != "" && e.Verdict.Counter == "" {
			t.Fatalf("nothing speaks against %s, for which there are\n%s", e.Verdict.Recommendation, strings.Join(reasons, "\n"))
		}
	})
}

// TestManagedClusterForSmallTeams: Kubernetes for a team that cannot run it is
// advice to have it run.
func TestManagedClusterForSmallTeams(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		engineers, team string
		why             string // "" for no advice
	}{
		{"under-5", "no", "nobody on the team runs one today."},
		{"over-15", "no", "nobody on the team runs one today."},
		{"under-5", "yes", "fewer than five engineers have better work to do."},
		{"over-15", "yes", ""},
	} {
		e := evaluate(t, scenariotest.Answered("gpu", "yes", "engineers", c.engineers, "platform_team", c.team))
		if e.Verdict.Recommendation != checklist.Kubernetes {
			t.Fatalf("with a GPU the verdict is %s", e.Verdict.Recommendation)
		}
		i := slices.IndexFunc(e.Reasons(), func(r string) bool {
			return strings.HasPrefix(r, "Take it managed (EKS Auto Mode, GKE Autopilot, Fargate)")
		})
		if (i >= 0) != (c.why != "") || i >= 0 && !strings.HasSuffix(e.Reasons()[i], c.why) {
			t.Errorf("%s engineers, platform team %s: %q", c.engineers, c.team, e.Reasons())
		}
	}
}
